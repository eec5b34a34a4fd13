"""Incidents over time: precise ones by period, imprecise ones apart."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import compress
from typing import Literal

from annals.model.days import iso
from annals.store.browse.columns import NO_DAY
from annals.store.browse.index import Index
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
    starts = list(compress(index.columns.of["start"], index.flags(exact)))
    tolls = {name: _Toll(index, exact, name) for name in ("killed", "wounded")}
    at = 0
    while at < len(starts):
        first, last = period_around(date.fromordinal(starts[at]), step)
        limit = last.toordinal()
        end = bisect_right(starts, limit, lo=at)
        yield Point(
            start=first.isoformat(),
            end=last.isoformat(),
            incidents=end - at,
            killed=tolls["killed"].until(limit),
            wounded=tolls["wounded"].until(limit),
        )
        at = end


class _Toll:
    """The figures of those incidents that have one, in order of day, summed period by period."""

    def __init__(self, index: Index, exact: int, name: str) -> None:
        flags = index.flags(exact & index.having("toll", name))
        of = index.columns.of
        self._days = list(compress(of["start"], flags))
        self._low = list(compress(of[f"{name}_low"], flags))
        self._best = list(compress(of[f"{name}_best"], flags))
        self._high = list(compress(of[f"{name}_high"], flags))
        self._open = bytes(compress(index.flags(index.having("toll", f"{name}_open")), flags))
        self._at = 0

    def until(self, day: int) -> Band:
        start, end = self._at, bisect_right(self._days, day, lo=self._at)
        self._at = end
        return Band(
            low=sum(self._low[start:end]),
            best=sum(self._best[start:end]),
            high=sum(self._high[start:end]),
            reported=end - start,
            open=self._open.count(1, start, end),
        )


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
    of = index.columns.of
    counted = Counter(zip(compress(of["start"], flags), compress(of["end"], flags), strict=True))
    kept = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:_MOST_STRETCHES]
    return [
        Stretch(start=None if start == NO_DAY else iso(start), end=None if end == NO_DAY else iso(end), incidents=count)
        for (start, end), count in sorted(kept)
    ]
