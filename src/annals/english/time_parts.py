"""The parts of an expression of time: dates, weekdays, spans, steps from a day told before."""

from typing import Literal

import msgspec

TimeKind = Literal[
    "date",
    "weekday",
    "dayword",
    "holiday",
    "hijri",
    "month",
    "season",
    "year",
    "period",
    "ago",
    "chain",
    "anniversary",
    "window",
    "clock",
    "daypart",
]

Edge = Literal["early", "mid", "late", "start", "end", "turn", "first half", "second half"]
Bound = Literal["since", "until", "from", "to"]


class TimePart(msgspec.Struct, frozen=True, kw_only=True):
    """One part of an expression, as the words have it; what is not told is None."""

    kind: TimeKind
    year: int | None = None
    """Of the kind `hijri` a year of the Islamic calendar, or one of ours."""
    year_to: int | None = None
    """Last year of a span ("2009-10"), inclusive."""
    month: int | None = None
    """1 to 12; of the kind `hijri` a month of the Islamic year; of a chain such a month by the anchor ("the previous
    July")."""
    day: int | None = None
    """1 to 31; may be a day that the month does not have."""
    month_to: int | None = None
    day_to: int | None = None
    """Last day of a span ("13-14 April"), inclusive."""
    ambiguous: bool = False
    """True for 3/12/2019, where day and month may be the other way round."""
    weekday: int | None = None
    """Monday 0 to Sunday 6."""
    weekday_to: int | None = None
    season: str | None = None
    """spring, summer, autumn, fall, winter, or a quarter of the year: q1 to q4."""
    holiday: str | None = None
    """A key of `feast_names`."""
    nth: int | None = None
    """Which day of a feast ("the third day of Easter"), which week of a month or year; -1 the last."""
    days: int | None = None
    """How many days the edge of a month has ("the last ten days of August")."""
    back: int | None = None
    """Of a weekday, how many of them back ("two Sundays ago")."""
    edge: Edge | None = None
    """Which part of the month, year or week."""
    daypart: str | None = None
    """morning, afternoon, evening, night."""
    shift: int | None = None
    """-1 last, 0 this, 1 next; for "this past Friday" -1."""
    word: str | None = None
    """today, yesterday, tomorrow, before yesterday, after tomorrow, overnight; for windows recent, so far, inside; for
    chains calendar ("the following week" is a week of the calendar, "that Friday" is of such a week); eve ("on the eve
    of")."""
    unit: str | None = None
    """second, minute, hour, day, night, week, weekend, fortnight, month, year, decade."""
    low: int | None = None
    high: int | None = None
    """How many units, inclusive, None where open."""
    direction: int | None = None
    """For chains: 1 after the anchor, -1 before it, 0 at the same time or close after ("within hours of")."""
    hedge: Literal["more", "less"] | None = None
    """For "more than a week ago" and "less than a week after"."""
    bound: Bound | None = None
    """What the expression is an end of ("since late October")."""
