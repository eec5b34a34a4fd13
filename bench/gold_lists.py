"""The labelled lists that come with annals: single phrases of time, number of people and place."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from annals.english.times import find_times
from annals.harmonise.counts import read_people
from annals.harmonise.dates import resolve_date
from annals.harmonise.place_choice import apart_km
from annals.harmonise.places import PlaceContext, resolve_place
from annals.model import DateValue, PlaceValue
from annals.reference.gazetteer import Gazetteer

ROOT = Path(__file__).parents[1]
DATES = ROOT / "bench" / "gold" / "dates_spine.csv"
STYLES = ROOT / "bench" / "gold" / "dates_wide.csv"
COUNTS = ROOT / "bench" / "gold" / "counts_spine.csv"
PLACES = ROOT / "tests" / "harmonise" / "places.csv"

Row = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Marked:
    """One list after reading it anew."""

    name: str
    about: str
    """The comment at the head of the file: where the cases come from, and how they did when first read."""
    parts: dict[str, tuple[int, int]]
    """Part of the list -> how many cases are right, and how many there are."""
    wrong: list[str]
    """One line a wrong case."""


def marked() -> Iterator[Marked]:
    """Read each list and mark it."""
    for name, path in (("times", DATES), ("times in many styles", STYLES)):
        yield _mark(name, path, "half", [(row, wrong_date(row)) for row in rows(path)])
    yield _mark("numbers of people", COUNTS, "half", [(row, wrong_count(row)) for row in rows(COUNTS)])
    with Gazetteer.open() as gazetteer:
        yield _mark("places", PLACES, "set", [(row, wrong_place(row, gazetteer)) for row in rows(PLACES)])


def rows(path: Path) -> list[Row]:
    """The cases of a list."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def wrong_date(row: Row) -> str | None:
    """What is wrong with the days that are read from a phrase; None where they are right.

    A single day that is outside of the right ones is marked as surely wrong: worse than an interval that is too wide.
    """
    start = row["context"].index(row["words"])
    end = start + len(row["words"])
    found = [time.words for time in find_times(row["context"]) if time.start < end and start < time.end]
    day = row["anchor"] or None
    anchor = DateValue(edtf=day, start=day, end=day, precision="day") if day else None
    value = resolve_date(found[0] if found else "", published=row["published"] or None, anchor=anchor)
    if (value.start or "", value.end or "") == (row["start"], row["end"]):
        return None
    against = row["anchor"] or row["published"] or "no date"
    read, wanted = _range(value.start, value.end), _range(row["start"], row["end"])
    sure = value.precision == "day" and not row["start"] <= (value.start or "") <= row["end"]
    return f"“{row['words']}” against {against}: read as {read}, is {wanted}{', surely wrong' if sure else ''}"


def wrong_count(row: Row) -> str | None:
    """What is wrong with the range that is read from a phrase; None where it is right."""
    low, high = read_people(row["words"])
    told = ["" if end is None else str(end) for end in (low, high)]
    if told == [row["low"], row["high"]]:
        return None
    return f"“{row['words']}”: read as {_range(*told)}, is {_range(row['low'], row['high'])}"


def wrong_place(row: Row, gazetteer: Gazetteer) -> str | None:
    """What is wrong with the place that is read from a phrase; None where it is right."""
    context = PlaceContext(names=_split(row["names"]), countries=_split(row["countries"]))
    value = resolve_place(row["phrase"], context=context, gazetteer=gazetteer)
    if _fits(value, row):
        return None
    wanted = row["country"] or "unknown"
    pin = f"{row['lat']}, {row['lon']}" if row["lat"] else "no pin"
    found = f"{value.lat:.2f}, {value.lon:.2f}" if value.lat is not None and value.lon is not None else "no pin"
    read = f"{value.name} in {value.country or 'unknown'} ({found})"
    return f"“{row['phrase']}” in a report of {row['names'] or 'no other place'}: read as {read}, is {wanted} ({pin})"


def _fits(value: PlaceValue, row: Row) -> bool:
    if (value.country or "") != row["country"]:
        return False
    if not row["lat"]:
        return value.lat is None and value.lon is None
    if value.lat is None or value.lon is None:
        return False
    return apart_km(value.lat, value.lon, float(row["lat"]), float(row["lon"])) <= float(row["tolerance_km"])


def _mark(name: str, path: Path, part: str, cases: list[tuple[Row, str | None]]) -> Marked:
    parts: dict[str, tuple[int, int]] = {}
    for row, fault in cases:
        right, whole = parts.get(row[part], (0, 0))
        parts[row[part]] = right + (fault is None), whole + 1
    lines = path.read_text(encoding="utf-8").splitlines()
    about = " ".join(line.lstrip("# ") for line in lines if line.startswith("#"))
    return Marked(name=name, about=about, parts=parts, wrong=[fault for _, fault in cases if fault is not None])


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _range(low: str | None, high: str | None) -> str:
    if not low and not high:
        return "unknown"
    return low if low and low == high else f"{low or ''}..{high or ''}"
