"""The labelled lists of bench/gold, every wrong case listed."""

import csv
from pathlib import Path

import pytest

from annals.english.times import find_times
from annals.harmonise.counts import read_people
from annals.harmonise.dates import resolve_date
from annals.model import DateValue

GOLD = Path(__file__).parents[2] / "bench" / "gold"
HALVES = ("tuning", "held back")
DATES = ("dates_spine.csv", "dates_wide.csv")
ACCEPTED_WRONG = 0.04


def cases(name: str, half: str) -> list[dict[str, str]]:
    with (GOLD / name).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    return [row for row in rows if row["half"] == half]


def resolved(row: dict[str, str]) -> DateValue:
    """The first expression that is found where the labelled words stand, against its publication date."""
    start = row["context"].index(row["words"])
    end = start + len(row["words"])
    found = [t.words for t in find_times(row["context"]) if t.start < end and start < t.end]
    day = row["anchor"] or None
    anchor = DateValue(edtf=day, start=day, end=day, precision="day") if day else None
    return resolve_date(found[0] if found else "", published=row["published"] or None, anchor=anchor)


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("name", DATES)
def test_dates_in_context(name: str, half: str) -> None:
    rows = cases(name, half)
    values = [(row, resolved(row)) for row in rows]
    wrong = [
        f"{row['words']!r} ({row['published']}): {value.start}..{value.end}, not {row['start']}..{row['end']}"
        for row, value in values
        if (value.start or "", value.end or "") != (row["start"], row["end"])
    ]

    assert len(rows) >= 80
    assert len(wrong) <= ACCEPTED_WRONG * len(rows), "\n".join(wrong)


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("name", DATES)
def test_no_date_is_wrong_and_sure(name: str, half: str) -> None:
    sure = [
        f"{row['words']!r} ({row['published']}): {value.start}, not {row['start']}..{row['end']}"
        for row in cases(name, half)
        if (value := resolved(row)).precision == "day" and not row["start"] <= (value.start or "") <= row["end"]
    ]

    assert sure == []


@pytest.mark.parametrize("half", HALVES)
def test_casualty_phrases(half: str) -> None:
    rows = cases("counts_spine.csv", half)
    wrong = []
    for row in rows:
        low, high = read_people(row["words"])
        told = ["" if end is None else str(end) for end in (low, high)]
        if told != [row["low"], row["high"]]:
            wrong.append(f"{row['words']!r}: {low}..{high}, not {row['low']}..{row['high']}")

    assert len(rows) >= 60
    assert len(wrong) <= ACCEPTED_WRONG * len(rows), "\n".join(wrong)
