"""The sets of reports with gold records that lie with the bench point only at words that stand in their texts."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bench.whole_records import OWN

each_set = pytest.mark.parametrize("folder", OWN, ids=lambda folder: folder.name)


def gold_of(folder: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return gold


def text_of(folder: Path, name: str) -> str:
    return (folder / "texts" / f"{name}.txt").read_text(encoding="utf-8")


def quotes(told: object) -> Iterator[str]:
    if isinstance(told, dict):
        if told.get("evidence"):
            yield told["evidence"]
        for value in told.values():
            yield from quotes(value)
    if isinstance(told, list):
        for value in told:
            yield from quotes(value)


@each_set
def test_every_piece_of_evidence_stands_in_its_text(folder: Path) -> None:
    missing = [
        (article["id"], quote)
        for article in gold_of(folder)["articles"]
        for quote in quotes(article)
        if " ".join(quote.split()) not in " ".join(text_of(folder, article["id"]).split())
    ]
    assert missing == []


@each_set
def test_reports_tell_of_incidents_that_there_are(folder: Path) -> None:
    gold = gold_of(folder)
    known = {incident["id"] for incident in gold["incidents"]}
    told = {report["incident"] for article in gold["articles"] for report in article["reports"]}
    assert told == known


@each_set
def test_texts_are_those_of_the_manifest(folder: Path) -> None:
    rows = [json.loads(line) for line in (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == [article["id"] for article in gold_of(folder)["articles"]]
    for row in rows:
        assert hashlib.sha256(text_of(folder, row["id"]).encode()).hexdigest() == row["sha256"]
