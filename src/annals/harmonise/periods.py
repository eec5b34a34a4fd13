"""Years, periods and counts of units before publication ("late 2017", "last week", "two weeks ago")."""

from datetime import date

import msgspec

from annals.english.time_words import SEASONS
from annals.english.times import TimePart
from annals.harmonise.day_spans import Days, add_months, month_days, shifted, week_days, year_days
from annals.harmonise.reference_days import Reference, over

UNKNOWN_AMOUNT = {"day": 6, "week": 5, "month": 11, "hour": 24, "minute": 60, "second": 60, "weekend": 4}
"""What an open count of units is at most: "days later" is at most 6, or it would be a week."""
DAYS_IN = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}
_RECENT = {"hour": ("day", 1), "day": ("day", 7), "week": ("day", 42), "month": ("month", 6), "year": ("month", 60)}
"""How far back "in recent days" and the like reach."""


def frame_days(part: TimePart, reference: Reference) -> Days | None:
    """Read a year, season, period, count of units or window; None where publication is needed and unknown."""
    if part.kind == "year":
        return _years(part) if part.year else None
    if part.kind == "season":
        return _season_span(part, reference)
    if part.kind == "period":
        return over(reference, lambda day: _period_span(part, day))
    if part.kind == "ago":
        return over(reference, lambda day: _ago_span(part, day))
    return over(reference, lambda day: _window_span(part, day))


def _years(part: TimePart) -> Days | None:
    """Read a year, a part of one, several years, or a week by its number (ISO 8601)."""
    year = part.year or 1
    if part.unit == "week":
        try:
            monday = date.fromisocalendar(year, part.nth or 1, 1)
        except ValueError:
            return None
        return monday, shifted(monday, 6)
    if part.year_to is not None:
        return year_days(year, part.year_to)
    return _edge_of_year(year, part.edge)


def _edge_of_year(year: int, edge: str | None) -> Days | None:
    """Read a part of a year: early, mid and late are thirds; start and end are its first and last month."""
    months = {"early": (1, 4), "mid": (5, 8), "late": (9, 12), "start": (1, 1), "end": (12, 12)}
    months |= {"first half": (1, 6), "second half": (7, 12)}
    if edge == "turn":
        return joined(month_days(year - 1, 12), month_days(year, 1))
    first, last = months.get(edge or "", (1, 12))
    return joined(month_days(year, first), month_days(year, last))


def joined(first: Days | None, last: Days | None) -> Days | None:
    """Join two spans to the one from the first to the last; None where either is missing."""
    return (first[0], last[1]) if first and last else None


def edge_of_month(days: Days, edge: str | None, *, count: int | None = None, week: int | None = None) -> Days:
    """Read a part of a month: 1 to 10, 10 to 20, 20 to the end; start and end are its first and last seven days.

    `count`: how many days start and end have instead; `week`: which seven days from the first are meant instead.
    """
    first, last = days
    if week is not None:
        return min(last, shifted(first, 7 * (week - 1))), min(last, shifted(first, 7 * week - 1))
    if count is not None and edge in ("start", "end") and 0 < count <= (last - first).days:
        return (first, shifted(first, count - 1)) if edge == "start" else (shifted(last, 1 - count), last)
    if edge == "first half":
        return first, first.replace(day=15)
    if edge == "second half":
        return first.replace(day=16), last
    if edge == "early":
        return first, first.replace(day=10)
    if edge == "mid":
        return first.replace(day=10), first.replace(day=20)
    if edge == "late":
        return first.replace(day=20), last
    if edge in ("start", "turn"):
        return first, first.replace(day=7)
    if edge == "end":
        return shifted(last, -6), last
    return days


def _season_span(part: TimePart, reference: Reference) -> Days | None:
    first, last = SEASONS[part.season or "summer"]

    def of_year(year: int) -> Days | None:
        return joined(month_days(year, first), month_days(year + (last < first), last))

    if part.year is not None:
        return of_year(part.year)

    def latest(day: date) -> Days | None:
        spans = [span for year in (day.year - 2, day.year - 1, day.year) if (span := of_year(year))]
        done = [span for span in spans if (span[1] if part.shift == -1 else span[0]) <= day]
        return done[-1] if done else None

    return over(reference, latest)


def _period_span(part: TimePart, day: date) -> Days | None:
    shift = part.shift or 0
    if part.unit == "week":
        return _week_span(part, day, shift)
    if part.shift == -2 and part.unit == "weekend":  # noqa: PLR2004
        saturday = shifted(day, -((day.weekday() - 5) % 7) - 7)
        return saturday, shifted(saturday, 1)
    if part.unit == "weekend":
        saturday = shifted(day, -((day.weekday() - 5) % 7))
        if part.shift == -1 and day.weekday() >= 5:  # noqa: PLR2004
            saturday = shifted(saturday, -7)
        if shift == 1:
            saturday = shifted(saturday, 7)
        return saturday, shifted(saturday, 1)
    if part.unit == "month":
        month = month_days(day.year, day.month + shift)
        if month is None:
            return None
        if part.edge == "early" and shift == 0:
            return month[0], day
        if part.edge == "late" and shift == 0 and part.shift == 0:
            return day, month[1]
        return edge_of_month(month, part.edge)
    if part.unit == "year":
        if part.edge == "early" and part.shift == 0:
            return date(day.year, 1, 1), day
        if part.edge == "turn":
            # In December the turn of the year is under way, before that the last one is meant.
            return _edge_of_year(day.year + day.month // 12, "turn")
        return _edge_of_year(day.year + shift, part.edge)
    if part.unit == "decade":
        start = day.year // 10 * 10 + 10 * shift
        return year_days(start, start + 9)
    return None


def _week_span(part: TimePart, day: date, shift: int) -> Days:
    monday, sunday = week_days(shifted(day, 7 * shift))
    if shift == 0:
        if part.edge == "late":
            return day, sunday
        # On a Monday "this week" reaches back to the Sunday before, with which many count their weeks.
        return (shifted(monday, -1) if day == monday else monday), (day if part.edge == "early" else sunday)
    if part.edge in ("early", "start"):
        return monday, shifted(monday, 2)
    if part.edge in ("late", "end"):
        return shifted(monday, 3), sunday
    return monday, sunday


def _ago_span(part: TimePart, day: date) -> Days | None:
    low, high = part.low or 0, part.high
    if high is None:
        if part.unit not in UNKNOWN_AMOUNT:
            return None
        high = max(low, UNKNOWN_AMOUNT[part.unit])
    if part.hedge is not None:
        low, high = hedged(low, high, part.hedge)
        return moved(day, part.unit, -high)[0], moved(day, part.unit, -low)[1]
    near, far = moved(day, part.unit, -low), moved(day, part.unit, -high)
    slack = slack_of(part.unit, high)
    return shifted(far[0], -slack), min(day, shifted(near[1], slack))


def hedged(low: int, high: int, hedge: str) -> tuple[int, int]:
    """Read "more than two weeks" as two to three weeks, "less than two weeks" as anything up to two."""
    return (low, high + 1) if hedge == "more" else (0, high)


def slack_of(unit: str | None, amount: int) -> int:
    """How many days off a count of units may be: half a unit, for people round."""
    if unit in ("week", "fortnight", "weekend"):
        return 1 if amount <= 1 and unit != "fortnight" else 3
    return {"month": 15, "year": 183, "decade": 1826}.get(unit or "", 0)


def moved(day: date, unit: str | None, count: int) -> Days:
    """Move a day by units of time; hours and less may or may not cross midnight."""
    if unit in DAYS_IN:
        one = shifted(day, count * DAYS_IN[unit])
        return one, one
    if unit in ("month", "year", "decade"):
        one = add_months(day, count * {"month": 1, "year": 12, "decade": 120}[unit])
        return one, one
    hours = count if unit == "hour" else 0
    whole, rest = divmod(abs(hours), 24)
    sign = 1 if count >= 0 else -1
    one = shifted(day, sign * whole)
    if unit == "hour" and not rest and whole:
        return one, one
    other = shifted(one, sign) if unit == "hour" else one
    return min(one, other), max(one, other)


def _window_span(part: TimePart, day: date) -> Days | None:
    if part.word == "recent":
        unit, count = _RECENT.get(part.unit or "", ("month", 120))
        return moved(day, unit, -count)[0], day
    if part.word == "so far":
        span = _period_span(msgspec.structs.replace(part, shift=0), day)
        return (span[0], day) if span else None
    high = part.high if part.high is not None else UNKNOWN_AMOUNT.get(part.unit or "")
    if high is None:
        return None
    return moved(day, part.unit, -high)[0], day
