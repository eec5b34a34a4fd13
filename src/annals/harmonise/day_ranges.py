"""Sets of days as sorted ranges that neither overlap nor touch."""

from collections.abc import Iterable, Iterator
from datetime import date

from annals.harmonise.day_spans import shifted
from annals.model.dating import DaySpan
from annals.model.days import ordinal

Ranges = tuple[tuple[int, int], ...]
"""First and last day of each range, as ordinals, inclusive."""

_LAST = date.max.toordinal()


def ranges_of(spans: Iterable[DaySpan]) -> Ranges:
    """Read spans of days that are in order and do not overlap; an open end goes to the end of the calendar."""
    return tuple((ordinal(start) or 1, ordinal(end) or _LAST) for start, end in spans)


def meet(left: Ranges, right: Ranges) -> Ranges:
    """Intersect two sets.

    >>> meet(((1, 9),), ((2, 3), (8, 12)))
    ((2, 3), (8, 9))
    """
    out, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        low, high = max(left[i][0], right[j][0]), min(left[i][1], right[j][1])
        if low <= high:
            out.append((low, high))
        if left[i][1] < right[j][1]:
            i += 1
        else:
            j += 1
    return tuple(out)


def size(ranges: Ranges) -> int:
    """How many days there are."""
    return sum(high - low + 1 for low, high in ranges)


def days_in(ranges: Ranges) -> Iterator[int]:
    """Every day, in order."""
    for low, high in ranges:
        yield from range(low, high + 1)


def hull(ranges: Ranges) -> tuple[int, int]:
    """The first and the last day; the set must have one."""
    return ranges[0][0], ranges[-1][1]


def told(ranges: Ranges) -> str:
    """Write a set for people: in EDTF where it is one range, else its ends and how many ranges.

    >>> told(((737000, 737000),)), told(((737000, 737003), (737010, 737010)))
    ('2018-11-02', '2018-11-02/2018-11-12, in 2 stretches')
    """
    low, high = (date.fromordinal(n).isoformat() for n in hull(ranges))
    span = low if low == high else f"{low}/{high}"
    return span if len(ranges) == 1 else f"{span}, in {len(ranges)} stretches"


def merged(spans: Iterable[DaySpan]) -> tuple[DaySpan, ...]:
    """Join spans of days that meet or touch; each has its first day."""
    out: list[DaySpan] = []
    for start, end in sorted(spans, key=lambda span: (span[0] or "", span[1] or "9999")):
        last = out[-1] if out else None
        if last is not None and (
            last[1] is None or (start or "") <= shifted(date.fromisoformat(last[1]), 1).isoformat()
        ):
            ends = (last[1], end)
            out[-1] = (last[0], None if None in ends else max(e for e in ends if e is not None))
        else:
            out.append((start, end))
    return tuple(out)
