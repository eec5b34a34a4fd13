"""Incidents by week: at least and at most how many, and what rate that allows."""

from collections.abc import Iterator, Sequence

import numpy as np

from annals.model.days import iso
from annals.tempo.coverage import Days
from annals.tempo.moments import Moment
from annals.tempo.poisson import lower, upper
from annals.tempo.shapes import Interval, Range, Sum, Week

_WEEK = 7


def weeks_of(moments: Sequence[Moment], covers: Sequence[Days]) -> tuple[Week, ...]:
    """Return every week of which a day is covered, in order, also those without incidents."""
    parts = [each for days in covers for each in pieces(days)]
    if not parts:
        return ()
    dated = [moment for moment in moments if moment.dated]
    starts = np.array([-np.inf if moment.start is None else moment.start for moment in dated])
    ends = np.array([np.inf if moment.end is None else moment.end for moment in dated])
    firsts, lasts = np.array([part.start for _, part in parts]), np.array([part.end for _, part in parts])
    begun = np.searchsorted(np.sort(starts), lasts, side="right")
    over = np.searchsorted(np.sort(ends), firsts, side="left")
    home = np.searchsorted(firsts, starts, side="right") - 1
    sure = (home >= 0) & (ends <= lasts[home])
    low = np.bincount(home[sure], minlength=len(parts))
    found = []
    for (monday, part), fewest, most in zip(parts, low.tolist(), (begun - over).tolist(), strict=True):
        count = Range(low=fewest, high=most)
        rate = rate_of(count, part.length)
        found.append(Week(start=iso(monday), covered_days=part.length, count=count, rate=rate))
    return tuple(found)


def pieces(days: Days) -> Iterator[tuple[int, Days]]:
    """Cut a stretch into weeks: each one's Monday, and what of it lies in the stretch."""
    start = days.start
    while start <= days.end:
        monday = start - (start - 1) % _WEEK  # day 1 is a Monday
        end = min(monday + _WEEK - 1, days.end)
        yield monday, Days(start=start, end=end)
        start = end + 1


def total_of(moments: Sequence[Moment], covers: Sequence[Days]) -> Sum | None:
    """Return all that is covered as one sum; None where nothing is."""
    length = sum(days.length for days in covers)
    if not length:
        return None
    low = sum(any(moment.within(days.start, days.end) for days in covers) for moment in moments)
    high = sum(any(moment.touches(days.start, days.end) for days in covers) for moment in moments)
    count = Range(low=low, high=high)
    return Sum(weeks=round(length / _WEEK, 2), count=count, rate=rate_of(count, length))


def counted(moments: Sequence[Moment], days: Days) -> Range:
    """Return how many surely were in these days, and how many may have been."""
    low = sum(moment.within(days.start, days.end) for moment in moments)
    return Range(low=low, high=sum(moment.touches(days.start, days.end) for moment in moments))


def rate_of(count: Range, days: int) -> Interval:
    """Return the exact interval for events a week, where that many were counted in so many days."""
    weeks = days / _WEEK
    return Interval(low=round(lower(count.low) / weeks, 4), high=round(upper(count.high) / weeks, 4))
