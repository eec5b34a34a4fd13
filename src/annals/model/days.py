"""Days as numbers, so that dates can be compared: the proleptic Gregorian ordinal of `datetime.date`."""

import re
from datetime import date

from annals.model.values import DatePrecision, DateValue

Days = tuple[int | None, int | None]
"""First and last possible day, inclusive; None is an open end."""

_YEAR = 366
_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d|XX))?\Z")


def ordinal(day: str | None) -> int | None:
    """The number of a day; None for None and for what is no ISO day.

    >>> ordinal("2020-01-02") - ordinal("2020-01-01"), ordinal("Monday")
    (1, None)
    """
    if day is None:
        return None
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None


def days_of(value: DateValue) -> Days:
    """The days in which `value` lies; (None, None) where nothing is known."""
    return ordinal(value.start), ordinal(value.end)


def iso(number: int) -> str:
    """The day with that number, YYYY-MM-DD."""
    return date.fromordinal(number).isoformat()


def gap(left: Days, right: Days) -> int:
    """Days between two intervals; 0 where they overlap or could, as an end is open.

    >>> gap((1, 2), (4, 9)), gap((1, 5), (4, 9)), gap((None, None), (4, 9))
    (2, 0, 0)
    """
    (low_a, high_a), (low_b, high_b) = left, right
    apart = 0
    if high_a is not None and low_b is not None:
        apart = max(apart, low_b - high_a)
    if high_b is not None and low_a is not None:
        apart = max(apart, low_a - high_b)
    return apart


def length(days: Days) -> int | None:
    """Number of days in the interval; None where an end is open."""
    low, high = days
    return None if low is None or high is None else high - low + 1


def precision_of(days: Days) -> DatePrecision:
    """The precision that an interval of that length has."""
    size = length(days)
    if size is None:
        return "unknown"
    steps: tuple[tuple[int, DatePrecision], ...] = (
        (1, "day"),
        (6, "few_days"),
        (7, "week"),
        (31, "month"),
        (_YEAR, "year"),
    )
    return next((name for limit, name in steps if size <= limit), "unknown")


def month_day(value: DateValue) -> tuple[int, int | None] | None:
    """Month and day of a date that lacks its year (EDTF "XXXX-12-03"); None for any other.

    >>> month_day(DateValue(edtf="XXXX-12-03")), month_day(DateValue(edtf="2019-12-03"))
    ((12, 3), None)
    """
    found = _YEARLESS.match(value.edtf or "")
    if found is None:
        return None
    month, day = found.groups()
    return int(month), int(day) if day and day.isdigit() else None


def fits_month_day(days: Days, known: tuple[int, int | None]) -> bool | None:
    """Whether a day of the interval has that month and day; None where the interval is open or too long to tell."""
    size = length(days)
    low = days[0]
    if size is None or low is None or size > _YEAR:
        return None
    month, day = known
    return any((found := date.fromordinal(low + n)).month == month and day in (None, found.day) for n in range(size))


def weekday_of(days: Days) -> int | None:
    """Weekday of a single known day, Monday is 0; None for an interval."""
    low, high = days
    return (low - 1) % 7 if low is not None and low == high else None


def is_undated(published: str | None) -> bool:
    """Whether no day of publication is given: none at all, or only a month.

    >>> is_undated(None), is_undated("2019-12"), is_undated("2019-12-09T18:30Z")
    (True, True, False)
    """
    return ordinal(published) is None
