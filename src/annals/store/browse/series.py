"""Incidents over time: precise ones by period, imprecise ones apart."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from heapq import nsmallest
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from annals.model.days import iso
from annals.store.browse.columns import NO_DAY
from annals.store.browse.index import Index
from annals.store.browse.shapes import Band, Point, Series, Stretch

Step = Literal["day", "week", "month", "year"]
_MOST_STRETCHES = 100
_EPOCH = date(1970, 1, 1).toordinal()
_BEFORE = 12 * 2000
"""Months that are added so that those before 1970 have numbers from 0 too."""


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
    """The periods that have incidents, in order."""
    numbers = index.ordered(exact, "oldest")
    if not len(numbers):
        return
    days = index.columns["start"][numbers].astype(np.int64)
    starts = np.flatnonzero(np.diff(_periods(days, step), prepend=-1))
    counts = np.diff(starts, append=len(numbers)).tolist()
    bands = zip(*(_bands(index, numbers, starts, name) for name in ("killed", "wounded")), strict=True)
    for day, count, (killed, wounded) in zip(days[starts].tolist(), counts, bands, strict=True):
        first, last = period_around(date.fromordinal(day), step)
        yield Point(start=first.isoformat(), end=last.isoformat(), incidents=count, killed=killed, wounded=wounded)


def _periods(days: NDArray[np.int64], step: Step) -> NDArray[np.int64]:
    """A number for the period of each day, ascending."""
    if step == "day":
        return days
    if step == "week":
        return (days - 1) // 7  # day 1 is a Monday
    calendar = (days - _EPOCH).astype("datetime64[D]")
    return calendar.astype("datetime64[M]" if step == "month" else "datetime64[Y]").astype(np.int64) + _BEFORE


def _bands(index: Index, numbers: NDArray[np.int64], starts: NDArray[np.int64], name: str) -> Iterator[Band]:
    """The sums of one toll over stretches of these incidents, which begin at `starts`."""
    reported = index.having("toll", name)
    told, open_ended = (
        index.flags(bits)[numbers].astype(np.int64) for bits in (reported, index.having("toll", f"{name}_open"))
    )
    figures = [index.columns[f"{name}_{part}"][numbers] * told for part in ("low", "best", "high")]
    sums = (np.add.reduceat(each, starts).tolist() for each in (*figures, told, open_ended))
    for low, best, high, count, without_end in zip(*sums, strict=True):
        yield Band(low=low, best=best, high=high, reported=count, open=without_end)


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
    numbers = index.ordered(loose, "oldest")
    starts, ends = index.columns["start"][numbers].tolist(), index.columns["end"][numbers].tolist()
    counted = Counter(zip(starts, ends, strict=True))
    kept = nsmallest(_MOST_STRETCHES, counted.items(), key=lambda item: (-item[1], item[0]))
    return [
        Stretch(start=None if start == NO_DAY else iso(start), end=None if end == NO_DAY else iso(end), incidents=count)
        for (start, end), count in sorted(kept)
    ]
