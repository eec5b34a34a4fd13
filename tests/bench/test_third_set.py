"""The set of reports with gold records that lies with the bench points only at words that stand in its texts."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from bench.whole_records import OWN

THIRD = next(own for own in OWN if own.name == "reports_dev_c")
GOLD: dict[str, Any] = json.loads((THIRD / "gold.json").read_text(encoding="utf-8"))
ROWS = [json.loads(line) for line in (THIRD / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]


def text_of(name: str) -> str:
    return (THIRD / "texts" / f"{name}.txt").read_text(encoding="utf-8")


def quotes(told: object) -> Iterator[str]:
    if isinstance(told, dict):
        if told.get("evidence"):
            yield told["evidence"]
        for value in told.values():
            yield from quotes(value)
    if isinstance(told, list):
        for value in told:
            yield from quotes(value)


def test_every_piece_of_evidence_stands_in_its_text() -> None:
    missing = [
        (article["id"], quote)
        for article in GOLD["articles"]
        for quote in quotes(article)
        if " ".join(quote.split()) not in " ".join(text_of(article["id"]).split())
    ]
    assert missing == []


def test_reports_tell_of_incidents_that_there_are() -> None:
    known = {incident["id"] for incident in GOLD["incidents"]}
    told = {report["incident"] for article in GOLD["articles"] for report in article["reports"]}
    assert told == known


def test_texts_are_those_of_the_manifest() -> None:
    assert [row["id"] for row in ROWS] == [article["id"] for article in GOLD["articles"]]
    for row in ROWS:
        assert hashlib.sha256(text_of(row["id"]).encode()).hexdigest() == row["sha256"]
