"""What pages ask of the incidents, held in memory: sets, columns, and picking by them."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import compress
from operator import sub

import msgspec
import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, select

from annals.store.browse import columns
from annals.store.browse.bits import everything, flags_of, of_flags, of_numbers, unpacked
from annals.store.browse.columns import MOST_AT_LEAST, NO_DAY, Columns
from annals.store.browse.query import Query, Sort
from annals.store.browse.words import all_with
from annals.store.tables import actor_incidents, facet_bits, incident_columns

_CHOICES = ("type", "sub_type", "country", "weapon", "period", "grade", "disagreement", "review")
_WORLD = (-180.0, -90.0, 180.0, 90.0)
_LAST_MONTH = 12
_REMEMBERED = 16


Sparse = tuple[Sequence[int], Sequence[int]]
"""The numbers of the incidents for which a value is not 0, ascending, and the values."""


class Index(msgspec.Struct, frozen=True, kw_only=True):
    """The sets and columns of one derivation. Never changed; a new derivation gives another."""

    columns: Columns
    sets: Mapping[str, Mapping[str, int]]
    """facet -> value -> the incidents that have it (bits.py)."""
    inexact: Sequence[int]
    """Incidents whose first and last possible day differ, or of which one is open."""
    sparse: Mapping[str, Sparse]
    """For killed and wounded: `_best`, and how far `_below` and `_above` it the low and the high end are."""
    first_told: NDArray[np.int64]
    """The column of that name, by which many reports are looked up at once."""
    remembered: dict[str, tuple[int, Sequence[int]]]
    """The latest questions for words, and what they picked; what a derivation knows of the reports does not change."""

    @classmethod
    def load(cls, connection: Connection) -> "Index":
        """Read it from the tables that `deriving` wrote."""
        stored = {str(name): bytes(data) for name, data in connection.execute(select(incident_columns))}
        found = columns.read(stored or columns.made(()))
        sets: dict[str, dict[str, int]] = {}
        for facet, value, _, bits in connection.execute(select(facet_bits)):
            sets.setdefault(facet, {})[value] = unpacked(bits)
        days = zip(found.of["start"], found.of["end"], strict=True)
        inexact = [number for number, (start, end) in enumerate(days) if start != end]
        return cls(
            columns=found,
            sets=sets,
            inexact=inexact,
            sparse=dict(_sparse(found)),
            first_told=np.asarray(found.of["first_told"], dtype=np.int64),
            remembered={},
        )

    @property
    def size(self) -> int:
        """How many incidents there are."""
        return self.columns.size

    def having(self, facet: str, value: str) -> int:
        """The incidents that have this value of a facet, by the stored sets."""
        return self.sets.get(facet, {}).get(value, 0)

    def flags(self, bits: int) -> bytes:
        """A byte for each incident, 1 where it is in the set."""
        return flags_of(bits, self.size)

    # Picking

    def pick(self, query: Query, connection: Connection) -> int:
        """The incidents that the query picks."""
        picked = everything(self.size)
        for wanted in self.parts(query, connection).values():
            picked &= wanted
        return picked

    def parts(self, query: Query, connection: Connection) -> dict[str, int]:
        """What each condition of the query picks by itself; a condition that asks nothing is left out."""
        found: dict[str, int] = {}
        for facet in _CHOICES:
            if values := getattr(query, facet):
                found[facet] = _any(self.having(facet, value) for value in values)
        if query.actor:
            found["actor"] = _any(self._actor(key, query.standing, connection) for key in query.actor)
        for name, test in (("since", self._since), ("until", self._until)):
            if (day := getattr(query, name)) is not None:
                found[name] = test(day)
        if query.text is not None and query.text.strip():
            found["text"] = self.with_words(query.text, connection)[0]
        if query.bounds is not None:
            found["bounds"] = self._within(*query.bounds)
        if query.mapped is not None:
            mapped = self.having("mapped", "yes")
            found["mapped"] = mapped if query.mapped else everything(self.size) ^ mapped
        if query.min_reports is not None and query.min_reports > 1:
            found["min_reports"] = self._told_by(query.min_reports)
        return found

    def told_in(self, reports: Sequence[int]) -> int:
        """The incidents that any of these reports tells, by the numbers of the reports, ascending."""
        first, more = self.first_told, np.asarray(self.columns.of["more_told"], dtype=np.int64)
        flags = np.zeros(self.size + 1, dtype=np.uint8)  # the last is for reports that tell nothing: UNKNOWN is -1
        has_words = np.zeros(len(first), dtype=np.bool_)
        numbers = np.asarray(reports, dtype=np.int64)
        has_words[numbers[numbers < len(first)]] = True
        flags[first[has_words]] = 1
        flags[more[1::2][has_words[more[::2]]]] = 1
        return of_flags(flags[:-1].tobytes())

    def with_words(self, question: str, connection: Connection) -> tuple[int, Sequence[int]]:
        """The incidents of which one report has all the words, and the numbers of these reports, ascending.

        The latest questions are remembered, since a list, its count and its facets ask the same.
        """
        found = self.remembered.get(question)
        if found is None:
            reports = all_with(question, connection)
            found = self.told_in(reports), reports
            if len(self.remembered) >= _REMEMBERED:
                self.remembered.clear()
            self.remembered[question] = found
        return found

    def _actor(self, key: str, standings: Sequence[str], connection: Connection) -> int:
        if not standings and key in self.sets.get("actor", {}):
            return self.having("actor", key)
        rows = connection.execute(
            select(actor_incidents.c.number, actor_incidents.c.standing).where(actor_incidents.c.actor == key)
        )
        wanted = set(standings)
        return of_numbers(
            (n for n, standing in rows if not wanted or standing in wanted or standing.partition("/")[2] in wanted),
            self.size,
        )

    def _since(self, day: str) -> int:
        """Those that may be of then or later. Nearly all have one day, so the order of days picks them at once."""
        first = first_day(day)
        ends = self.columns.of["end"]
        return self._by_days(first, after=True, test=lambda n: ends[n] == NO_DAY or ends[n] >= first)

    def _until(self, day: str) -> int:
        """Those that may be of then or earlier."""
        last = last_day(day)
        starts = self.columns.of["start"]
        return self._by_days(last + 1, after=False, test=lambda n: starts[n] <= last)

    def _by_days(self, day: int, *, after: bool, test: Callable[[int], bool]) -> int:
        cut = self.first_from(day)
        early, dated = everything(cut), self.having("dated", "yes")
        picked = (everything(self.columns.started) ^ early) if after else early
        loose = of_numbers(self.inexact, self.size)
        also = of_numbers((n for n in self.inexact if test(n)), self.size)
        return ((picked & ~loose) | also) & dated

    def first_from(self, day: int) -> int:
        """The number of the first incident whose first possible day is `day` or later."""
        starts = self.columns.of["start"]
        return bisect_left(starts, day, hi=self.columns.started)

    def _within(self, west: float, south: float, east: float, north: float) -> int:
        mapped = self.having("mapped", "yes")
        if (west, south, east, north) == _WORLD:
            return mapped
        degrees = self.columns.degrees
        points = zip(self.columns.of["by_cell"], degrees["cell_lat"], degrees["cell_lon"], strict=True)
        if west <= east:
            inside = [n for n, lat, lon in points if south <= lat <= north and west <= lon <= east]
        else:
            inside = [n for n, lat, lon in points if south <= lat <= north and not east < lon < west]
        return of_numbers(inside, self.size)

    def _told_by(self, least: int) -> int:
        if least <= MOST_AT_LEAST:
            return self.having("reports", str(least))
        reports = self.columns.of["reports"]
        return of_numbers((n for n in range(self.size) if reports[n] >= least), self.size)

    # Order

    def ordered(self, picked: int, sort: Sort) -> list[int]:
        """The numbers of the picked incidents in the order of a list."""
        flags = self.flags(picked)
        started = self.columns.started
        match sort:
            case "oldest":
                return list(compress(range(self.size), flags))
            case "newest":
                dated = compress(range(started - 1, -1, -1), flags[:started][::-1])
                return [*dated, *compress(range(started, self.size), flags[started:])]
            case _:
                order = self.columns.of[f"by_{sort}"]
                return list(compress(order, map(flags.__getitem__, order)))


def _sparse(found: Columns) -> Iterator[tuple[str, Sparse]]:
    for name in ("killed", "wounded"):
        best = found.of[f"{name}_best"]
        yield f"{name}_best", _not_zero(best)
        yield f"{name}_below", _not_zero(map(sub, best, found.of[f"{name}_low"]))
        yield f"{name}_above", _not_zero(map(sub, found.of[f"{name}_high"], best))


def _not_zero(values: Iterable[int]) -> Sparse:
    numbers, kept = array("L"), array("q")
    for number, value in enumerate(values):
        if value:
            numbers.append(number)
            kept.append(value)
    return numbers, kept


def _any(sets: Iterable[int]) -> int:
    picked = 0
    for bits in sets:
        picked |= bits
    return picked


def first_day(period: str) -> int:
    """The number of the first day of a day, month or year.

    >>> first_day("2019-02") - first_day("2019")
    31
    """
    year, month, day = (int(part) for part in f"{period}-01-01".split("-")[:3])
    return _day(year, month, day)


def last_day(period: str) -> int:
    """The number of the last day of a day, month or year."""
    parts = [int(part) for part in period.split("-")]
    match parts:
        case [year]:
            return _day(year, _LAST_MONTH, 31)
        case [year, month]:
            return _day(year + month // _LAST_MONTH, month % _LAST_MONTH + 1, 1) - 1
        case _:
            return _day(parts[0], parts[1], parts[2])


def _day(year: int, month: int, day: int) -> int:
    """As a number; a day that its month lacks (30 February) is the month's last, a year before 1 is 1."""
    while day > 1:
        try:
            return date(max(1, year), month, day).toordinal()
        except ValueError:
            day -= 1
    return date(min(max(1, year), 9999), month, 1).toordinal()
