"""Short reports without their dates, each by itself: how many are dated by their own words and the tables alone."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from annals.collect.report import report_of
from annals.pipeline import dated, load_reader
from bench.intervals import wilson
from bench.page import between, percent, table
from bench.publication import mark, stated

PASSAGES = Path(__file__).parents[1] / "bench" / "gold" / "undated.jsonl"

Row = dict[str, str]


def section() -> str:
    """The table in Markdown, with the passages that were dated wrongly."""
    marks = list(marked())
    lines = []
    for half in sorted({row["half"] for row, _ in marks}):
        told = Counter(mark for row, mark in marks if row["half"] == half)
        whole = sum(told.values())
        shares = [percent(told[name] / whole) for name in ("wrong", "open, held", "open, missed")]
        lines.append([half, str(whole), percent(told["right"] / whole), between(wilson(told["right"], whole)), *shares])
    wrong = [f"- {row['published']}: {row['text'].splitlines()[0]}\n" for row, mark in marks if mark == "wrong"]
    columns = ["half", "n", "right", "95 %", "wrong", "open, and the day lies within", "open, and it does not"]
    return (
        "### Short reports of known attacks without their dates, each by itself\n\nOwn words, 1993 to 2024, over 30 "
        "countries (bench/gold/undated.jsonl), written before the table of known events was widened; marked as above. "
        "Many of these attacks are in the table: this shows what the table is worth for attacks that are known "
        "beyond their region.\n\n" + table(columns, lines) + "".join(wrong)
    )


def marked() -> Iterator[tuple[Row, str]]:
    """Each passage with how its date came out."""
    reader = load_reader("trained")
    for line in PASSAGES.read_text(encoding="utf-8").splitlines():
        row: Row = json.loads(line)
        title = row["text"].split("\n", 1)[0]
        report = report_of(text=row["text"], raw=row["text"].encode(), title=title, given_id="-")
        found = dated([report], [reader.read(report)]).get(report.report_id, stated(report))
        yield row, mark(found, date.fromisoformat(row["published"]))
