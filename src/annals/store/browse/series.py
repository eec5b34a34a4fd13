"""Incidents over time: precise ones by period, imprecise ones apart."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from heapq import nsmallest
from itertools import compress
from typing import Literal

from annals.model.days import iso
from annals.store.browse.columns import NO_DAY
from annals.store.browse.index import Index, Sparse
from annals.store.browse.shapes import Band, Point, Series, Stretch

Step = Literal["day", "week", "month", "year"]
_MOST_STRETCHES = 100


def series_of(index: Index, picked: int, step: Step) -> Series:
    """The picked incidents over time, each counted once."""
    exact = picked & index.having("within", step)
    dated = picked & index.having("dated", "yes")
    loose = dated & ~exact
    return Series(
        step=step,
        points=tuple(_points(index, exact, step)),
        imprecise=tuple(_stretches(index, loose)),
        imprecise_incidents=loose.bit_count(),
        undated=(picked & ~dated).bit_count(),
    )


def _points(index: Index, exact: int, step: Step) -> Iterator[Point]:
    """The periods that have incidents. Those of one period follow each other, since they are numbered by their days."""
    days, started = index.columns.of["start"], index.columns.started
    flags = index.flags(exact)
    tolls = {name: _Toll(index, exact, name) for name in ("killed", "wounded")}
    at = flags.find(1)
    while at >= 0:
        first, last = period_around(date.fromordinal(days[at]), step)
        end = bisect_right(days, last.toordinal(), lo=at, hi=started)
        yield Point(
            start=first.isoformat(),
            end=last.isoformat(),
            incidents=flags.count(1, at, end),
            killed=tolls["killed"].between(at, end),
            wounded=tolls["wounded"].between(at, end),
        )
        at = flags.find(1, end)


class _Toll:
    """The sums of one toll over stretches of the picked incidents."""

    def __init__(self, index: Index, exact: int, name: str) -> None:
        flags = index.flags(exact & index.having("toll", name))
        self._reported = flags
        self._open = index.flags(exact & index.having("toll", f"{name}_open"))
        self._best = _Picked(index.sparse[f"{name}_best"], flags)
        self._below = _Picked(index.sparse[f"{name}_below"], flags)
        self._above = _Picked(index.sparse[f"{name}_above"], flags)

    def between(self, start: int, end: int) -> Band:
        """The band of the incidents with these numbers, `end` left out."""
        best = self._best.total(start, end)
        return Band(
            low=best - self._below.total(start, end),
            best=best,
            high=best + self._above.total(start, end),
            reported=self._reported.count(1, start, end),
            open=self._open.count(1, start, end),
        )


class _Picked:
    """The values of a sparse column that belong to picked incidents."""

    def __init__(self, column: Sparse, flags: bytes) -> None:
        self._numbers, self._values = column
        self._flags = bytes(map(flags.__getitem__, self._numbers))

    def total(self, start: int, end: int) -> int:
        """Their sum over the incidents with these numbers, `end` left out."""
        low, high = bisect_left(self._numbers, start), bisect_left(self._numbers, end)
        return sum(compress(self._values[low:high], self._flags[low:high]))


def period_around(day: date, step: Step) -> tuple[date, date]:
    """First and last day of the period of a day.

    >>> period_around(date(2020, 1, 1), "week")
    (datetime.date(2019, 12, 30), datetime.date(2020, 1, 5))
    """
    match step:
        case "day":
            return day, day
        case "week":
            # The first days of the calendar begin no week that it holds.
            back = min(day.weekday(), day.toordinal() - 1)
            first = day - timedelta(days=back)
            return first, first + timedelta(days=min(6, date.max.toordinal() - first.toordinal()))
        case "month":
            first = day.replace(day=1)
            following = (first + timedelta(days=31)).replace(day=1) if (day.year, day.month) != (9999, 12) else None
            return first, following - timedelta(days=1) if following else date.max
        case "year":
            return date(day.year, 1, 1), date(day.year, 12, 31)


def _stretches(index: Index, loose: int) -> list[Stretch]:
    flags = index.flags(loose)
    starts, ends = index.columns.of["start"], index.columns.of["end"]
    counted = Counter((starts[number], ends[number]) for number in index.inexact if flags[number])
    kept = nsmallest(_MOST_STRETCHES, counted.items(), key=lambda item: (-item[1], item[0]))
    return [
        Stretch(start=None if start == NO_DAY else iso(start), end=None if end == NO_DAY else iso(end), incidents=count)
        for (start, end), count in sorted(kept)
    ]
