"""Times told from another time of the report ("two days later", "that night")."""

from datetime import date

from annals.english.times import TimePart
from annals.harmonise.calendar_days import weekday_before
from annals.harmonise.day_spans import Days, month_days, shifted, week_days, year_days
from annals.harmonise.periods import UNKNOWN_AMOUNT, hedged, joined, moved, slack_of
from annals.harmonise.reference_days import Reference


def chain_days(part: TimePart, reference: Reference) -> Days | None:
    """Count from the anchor; without one the time is unknown."""
    if reference.anchor is None:
        return None
    first, last = reference.anchor
    direction = part.direction or 0
    if part.month is not None:
        return _month_by(part.month, direction, first, last)
    if part.weekday is not None:
        if part.word == "calendar":
            weeks = week_days(first)[0], week_days(last)[0]
            return shifted(weeks[0], part.weekday), shifted(weeks[1], part.weekday)
        if direction > 0:
            return (
                shifted(first, (part.weekday - first.weekday() - 1) % 7 + 1),
                shifted(last, (part.weekday - last.weekday() - 1) % 7 + 1),
            )
        back = 1 if direction < 0 else 0
        return weekday_before(shifted(first, -back), part.weekday), weekday_before(shifted(last, -back), part.weekday)
    if part.word == "calendar" and part.unit in ("week", "month", "year", "weekend"):
        return _calendar_unit(part, first, last)
    low = part.low or 0
    high = part.high
    if high is None:
        high = UNKNOWN_AMOUNT.get(part.unit or "")
        if high is None:
            return None
        high = max(high, low)
    slack = slack_of(part.unit, high) if part.hedge is None else 0
    if part.hedge is not None:
        low, high = hedged(low, high, part.hedge)
    if direction >= 0:
        near, far = moved(first, part.unit, low), moved(last, part.unit, high)
        span = shifted(near[0], -slack if low else 0), shifted(far[1], slack)
    else:
        near, far = moved(last, part.unit, -low), moved(first, part.unit, -high)
        span = shifted(far[0], -slack), shifted(near[1], slack if low else 0)
    return span if span[0] <= span[1] else None


def _month_by(month: int, direction: int, first: date, last: date) -> Days | None:
    """Read "the previous July", "the following March", "that May": the one next to the anchor."""
    if direction > 0:
        return month_days(last.year + (month <= last.month), month)
    if direction < 0:
        return month_days(first.year - (month >= first.month), month)
    return joined(month_days(first.year, month), month_days(last.year, month))


def _calendar_unit(part: TimePart, first: date, last: date) -> Days | None:
    """Read "the following week", "that month" as weeks and months of the calendar."""
    step = part.direction or 0
    if part.unit == "week":
        return week_days(shifted(first, 7 * step))[0], week_days(shifted(last, 7 * step))[1]
    if part.unit == "month":
        return joined(month_days(first.year, first.month + step), month_days(last.year, last.month + step))
    if part.unit == "year":
        return year_days(first.year + step, last.year + step)
    saturday = shifted(first, (5 - first.weekday()) % 7 or (7 if step > 0 else 0))
    if step < 0:
        saturday = shifted(weekday_before(shifted(first, -1), 5), 0)
    return saturday, shifted(saturday, 1)
