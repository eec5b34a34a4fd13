"""Spans of days: the arithmetic of the calendar, and how a span is written.

A span is first and last day, both inclusive; None is an open end.
"""

import re
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta, timezone

from annals.model import DateValue
from annals.model.values import DateBasis, DatePrecision

Days = tuple[date, date]
Span = tuple[date | None, date | None]

EARLIEST, LATEST = date(1, 1, 1), date(9999, 12, 31)

_FEW_DAYS, _WEEK, _MONTH, _YEAR = 6, 7, 31, 366
_PUBLISHED = re.compile(r"\s*(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ](.*))?\s*", re.DOTALL)
_EAST = timezone(timedelta(hours=5))


def shifted(day: date, days: int) -> date:
    """Move a day, stopping at the ends of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return LATEST if days > 0 else EARLIEST


def month_days(year: int, month: int) -> Days | None:
    """Read a month as a span; `month` may run over (13 is next January). None outside of the years 1 to 9999."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1 <= year <= 9999:  # noqa: PLR2004
        return None
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_days(year: int, last: int | None = None) -> Days | None:
    """Read a year, or the years up to `last`, as a span; None outside of the years 1 to 9999."""
    last = year if last is None else last
    if not 1 <= year <= last <= 9999:  # noqa: PLR2004
        return None
    return date(year, 1, 1), date(last, 12, 31)


def week_days(day: date) -> Days:
    """Read the week, Monday to Sunday, that a day lies in."""
    monday = shifted(day, -day.weekday())
    return monday, shifted(monday, 6)


def calendar_day(year: int | None, month: int | None, day: int | None) -> date | None:
    """Read a day of the calendar; None where there is no such day."""
    try:
        return date(year, month, day) if year and month and day else None
    except (ValueError, OverflowError):
        return None


def add_months(day: date, months: int) -> date:
    """Move a day by months, to the month's last day where the month is shorter."""
    span = month_days(day.year, day.month + months)
    if span is None:
        return LATEST if months > 0 else EARLIEST
    return span[0].replace(day=min(day.day, span[1].day))


def precision_of(first: date, last: date) -> DatePrecision:
    """Name the precision of a span: 1 day, 2 to 6 a few days, 7 a week, up to 31 a month, up to 366 a year."""
    days = (last - first).days + 1
    if days == 1:
        return "day"
    if days <= _FEW_DAYS:
        return "few_days"
    if days <= _WEEK:
        return "week"
    if days <= _MONTH:
        return "month"
    return "year" if days <= _YEAR else "unknown"


def edtf_of(first: date | None, last: date | None, *, approximate: bool = False) -> str | None:
    """Write a span as EDTF: a day, a month, a year, else an interval ("..": open). None where both ends are open.

    >>> edtf_of(date(2019, 12, 1), date(2019, 12, 31)), edtf_of(date(2019, 12, 20), None)
    ('2019-12', '2019-12-20/..')
    """
    sign = "~" if approximate else ""
    if first is None and last is None:
        return None
    if first is None or last is None:
        return f"{first or '..'}{sign if first else ''}/{last or '..'}{sign if last else ''}"
    if first == last:
        return f"{first}{sign}"
    if (first, last) == month_days(first.year, first.month):
        return f"{first:%Y-%m}{sign}"
    if (first, last) == year_days(first.year):
        return f"{first:%Y}{sign}"
    return f"{first}{sign}/{last}{sign}"


def value_of(span: Span, basis: DateBasis, *, approximate: bool = False) -> DateValue:
    """Write a span as a date value; both ends open is an unknown date."""
    first, last = span
    edtf = edtf_of(first, last, approximate=approximate)
    if edtf is None:
        return DateValue()
    return DateValue(
        edtf=edtf,
        start=first.isoformat() if first else None,
        end=last.isoformat() if last else None,
        precision=precision_of(first, last) if first and last else "unknown",
        basis=basis,
    )


def span_of(value: DateValue | None) -> Days | None:
    """Read the days of a date value; None where an end is open."""
    if value is None or value.start is None or value.end is None:
        return None
    try:
        first, last = date.fromisoformat(value.start), date.fromisoformat(value.end)
    except ValueError:
        return None
    return (first, last) if first <= last else None


def published_days(published: str | None) -> Days | None:
    """Read a publication date, date-time, month or year as a span; None where it is missing or unreadable."""
    match = _PUBLISHED.fullmatch(published) if published and len(published) < 64 else None  # noqa: PLR2004
    if match is None:
        return None
    year, month, day = (int(piece) if piece else None for piece in match.group(1, 2, 3))
    if year is None or year < 1:
        return None
    if month is None:
        return year_days(year)
    if not 1 <= month <= 12:  # noqa: PLR2004
        return None
    if day is None:
        return month_days(year, month)
    one = calendar_day(year, month, day)
    return (one, one) if one else None


def latest_local_day(published: str | None, day: date) -> date:
    """Tell the latest day on which a report's events can fall, given the day it was published.

    A report filed late on Sunday in New York may tell of a Monday in Baghdad, where it is Monday already. Where the
    time and zone are given, it is the day at that moment five hours east of Greenwich; else `day` itself.
    """
    if not published or len(published) > 63:  # noqa: PLR2004
        return day
    try:
        moment = datetime.fromisoformat(published.strip().replace(" ", "T", 1))
        if moment.tzinfo is None:
            return day
        return max(day, moment.astimezone(UTC).astimezone(_EAST).date())
    except (ValueError, OverflowError):
        return day
