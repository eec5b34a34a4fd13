"""When a report without a publication date was published, worked out from its own words and from other reports."""

from typing import Literal

import msgspec

from annals.model.quote import Quote
from annals.model.values import DateBasis

DaySpan = tuple[str | None, str | None]
"""First and last day, YYYY-MM-DD, both inclusive; None is an open end."""

ClueKind = Literal[
    "stamp", "dateline", "weekday", "day", "year", "office", "name", "event", "anniversary", "opening", "told", "series"
]


class Clue(msgspec.Struct, frozen=True, kw_only=True):
    """Something in a report's text that bounds the day on which it was published."""

    kind: ClueKind
    """stamp: a line that is a date; dateline; weekday: a day of the month with its weekday; day: a day told in full;
    year: a year; office: somebody named in an office; name: a name that is not older; event: a past event whose day is
    known; anniversary of one; opening: the weekday of its news; told: another weekday that lay behind it; series: a day
    of a series of known events."""
    quote: Quote
    spans: tuple[DaySpan, ...] = ()
    """The days on which it can have been published, in order, not overlapping; for `series` the days of the series."""
    weekday: int | None = None
    """For `opening`, `told` and `series`: the weekday named, Monday is 0."""
    reason: str
    """A clause that a person can check."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step of the reasoning: what narrowed the days of publication, and to what."""

    reason: str
    quote: Quote | None = None
    """The words of the report itself; None where another report or a rule decided."""
    other: str | None = None
    """report_id of the other report that tells the same incident; None where there is none."""
    left: str
    """What is left after the step: the days in EDTF, or how many stretches of days are."""


class Dating(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of the publication day of a report that was given without one."""

    report_id: str
    start: str | None = None
    """First possible day, YYYY-MM-DD, inclusive; None where open."""
    end: str | None = None
    """Last possible day, inclusive; None where open."""
    basis: DateBasis = "unknown"
    """stated: the report's own stamp or dateline; relative: worked out from its own words; corroborated: other reports
    had a part in it; unknown: the days are more than a week."""
    steps: tuple[Step, ...] = ()


class SharedIncident(msgspec.Struct, frozen=True, kw_only=True):
    """Two mentions that tell one incident, judged without their dates."""

    left: str
    """A mention's id, the smaller of the two."""
    right: str
    odds: float
    """Log-odds that they do, natural logarithm."""
