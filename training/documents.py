"""The texts that the annotations point into, by document id: `muc4:…`, `gva:…`, `airwars:…`, `own:…`."""

import json
from functools import cache
from pathlib import Path

from training.notation.inline import unmark

REPORTS = Path(__file__).parent / "reports"
BREAK = "\n---\n"


def text_of(doc: str, data: Path) -> str:
    """The text of a document; `data` is the folder of labelled data. Raises KeyError where it is not there."""
    source, _, name = doc.partition(":")
    if source == "own":
        return unmark(split_own(name)[0])[0]
    return texts(source, data)[name]


def published_on(doc: str, data: Path) -> str | None:
    """The day of publication, where the set says it: only that of American shootings does."""
    source, _, name = doc.partition(":")
    return _days(data).get(name) if source == "gva" else None


@cache
def _days(data: Path) -> dict[str, str]:
    return {row["doc_id"]: row["dct"] for row in _rows(data / "gva_incidents/docs.train.jsonl") if row["dct"]}


def split_own(name: str) -> tuple[str, str]:
    """The marked text of one of our own reports, and its label lines."""
    whole = (REPORTS / f"{name}.txt").read_text(encoding="utf-8")
    marked, _, labels = whole.partition(BREAK)
    return marked, labels


@cache
def texts(source: str, data: Path) -> dict[str, str]:
    """All train texts of a third party's set by their ids."""
    if source == "muc4":
        return {row["docid"]: row["doctext"] for row in _rows(data / "muc4/train.jsonl")}
    if source == "gva":
        rows = _rows(data / "gva_incidents/docs.train.jsonl")
        return {row["doc_id"]: f"{row['title']}\n\n{row['text']}" for row in rows}
    if source == "airwars":
        return {row["id"]: "\n\n".join(row["paras"]) for row in _rows(data / "airwars_gaza/reports.train.jsonl")}
    raise KeyError(source)


def _rows(path: Path) -> list[dict]:  # type: ignore[type-arg]
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
