"""A course of events as stacked panels on one time axis: counts by week, rates by week, volleys; gaps stay gaps."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import msgspec

from annals.show.coursing import count_words, rate_words
from annals.tempo.shapes import Change, Stretch, Tempo, Volley, Week
from annals.web.charts.scale import Scale, Tick, ticks
from annals.web.charts.series import time_ticks

WIDTH = 1000
LEFT, RIGHT = 52, 12
_TOP, _COUNT, _RATE, _VOLLEY, _GAP, _AXIS = 24, 130, 110, 110, 38, 26
_MOST_MARKS = 740
"""More weeks than these are too narrow to be pointed at."""


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One week as a place to be pointed at."""

    x: float
    width: float
    start: str
    end: str
    words: str


class Panel(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the chart."""

    name: str
    top: float
    bottom: float
    up: tuple[Tick, ...]
    sure: str = ""
    """Path of what is sure: low counts."""
    maybe: str = ""
    """Path of what is possible: from low to high."""
    best: str = ""
    """Path of the marks of best figures."""


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """Days that are not covered."""

    x: float
    width: float
    words: str


class Shift(msgspec.Struct, frozen=True, kw_only=True):
    """A change of the rate: the likeliest place, and the days in which it lies with 90 %."""

    at: float
    x: float
    width: float
    words: str


class TempoChart(msgspec.Struct, frozen=True, kw_only=True):
    """The whole drawing."""

    panels: tuple[Panel, ...]
    gaps: tuple[Gap, ...]
    shifts: tuple[Shift, ...]
    marks: tuple[Mark, ...]
    across: tuple[Tick, ...]
    axis: float
    height: float
    width: int = WIDTH
    left: int = LEFT
    right: int = WIDTH - RIGHT


def tempo_chart(tempo: Tempo) -> TempoChart | None:
    """Draw the course of all incidents; None where nothing is covered."""
    course = tempo.courses[0]
    if not course.weeks:
        return None
    first, last = _day(tempo.covers[0].start), _day(tempo.covers[-1].end)
    across = Scale(low=first.toordinal(), high=last.toordinal() + 1, start=LEFT, end=WIDTH - RIGHT)
    spans = [_span(week, first, last) for week in course.weeks]
    panels = [_counts(course.weeks, spans, across), _rates(course.weeks, spans, across)]
    volleys = [volley for volley in tempo.volleys if _drawn(volley, first, last)]
    if volleys:
        panels.append(_volleys(volleys, across))
    axis = panels[-1].bottom
    return TempoChart(
        panels=tuple(panels),
        gaps=tuple(_gaps(tempo.covers, across)),
        shifts=tuple(_shift(change, across) for change in course.changes.changes),
        marks=tuple(_marks(course.weeks, spans, across)),
        across=tuple(time_ticks(first, last, across)),
        axis=axis,
        height=axis + _AXIS,
    )


def _span(week: Week, first: date, last: date) -> tuple[date, date]:
    """First and last day of a week as far as the drawing reaches."""
    monday = _day(week.start)
    return max(monday, first), min(monday + timedelta(days=6), last)


def _counts(weeks: Sequence[Week], spans: Sequence[tuple[date, date]], across: Scale) -> Panel:
    steps = ticks(max(week.count.high for week in weeks), 4)
    up = Scale(low=0, high=steps[-1], start=_TOP + _COUNT, end=_TOP)
    sure, maybe = [], []
    for week, span in zip(weeks, spans, strict=True):
        x, width = _across(span, across)
        low, high = up.at(week.count.low), up.at(week.count.high)
        if week.count.low:
            sure.append(_box(x, low, width, _TOP + _COUNT - low))
        if week.count.high > week.count.low:
            maybe.append(_box(x, high, width, low - high))
    return Panel(
        name="Incidents a week: sure, and possible by their dates",
        top=_TOP,
        bottom=_TOP + _COUNT,
        up=tuple(Tick(at=up.at(n), words=f"{n:,}") for n in steps),
        sure="".join(sure),
        maybe="".join(maybe),
    )


def _rates(weeks: Sequence[Week], spans: Sequence[tuple[date, date]], across: Scale) -> Panel:
    top = _TOP + _COUNT + _GAP
    whole = [week.rate.high for week in weeks if week.covered_days == 7] or [week.rate.high for week in weeks]  # noqa: PLR2004 - a week
    steps = ticks(max(whole), 4)
    up = Scale(low=0, high=steps[-1], start=top + _RATE, end=top)
    boxes = []
    for week, span in zip(weeks, spans, strict=True):
        x, width = _across(span, across)
        high, low = up.at(min(week.rate.high, steps[-1])), up.at(min(week.rate.low, steps[-1]))
        boxes.append(_box(x, high, width, max(low - high, 1.5)))
    return Panel(
        name="Rate a week that chance leaves open, 90 %",
        top=top,
        bottom=top + _RATE,
        up=tuple(Tick(at=up.at(n), words=f"{n:,}") for n in steps),
        maybe="".join(boxes),
    )


def _volleys(volleys: Sequence[Volley], across: Scale) -> Panel:
    top = _TOP + _COUNT + _RATE + 2 * _GAP
    known = [number for v in volleys for number in (v.low, v.best, v.high) if number is not None]
    steps = ticks(max(known, default=1), 4)
    up = Scale(low=0, high=steps[-1], start=top + _VOLLEY, end=top)
    boxes, best = [], []
    for volley in volleys:
        start, end = _day(volley.start or ""), _day(volley.end or "")
        x = across.at((start.toordinal() + end.toordinal() + 1) / 2) - 2
        numbers = [number for number in (volley.low, volley.best, volley.high) if number is not None]
        high, low = up.at(max(numbers)), up.at(min(numbers))
        boxes.append(_box(x, high, 4, max(low - high, 1.5)))
        if volley.best is not None:
            best.append(f"M{x - 2:g} {up.at(volley.best):g}h8")
    return Panel(
        name="Fired at once: low to high, best; only where a report says a number",
        top=top,
        bottom=top + _VOLLEY,
        up=tuple(Tick(at=up.at(n), words=f"{n:,}") for n in steps),
        maybe="".join(boxes),
        best="".join(best),
    )


def _drawn(volley: Volley, first: date, last: date) -> bool:
    """Whether a volley is known to a few days that are drawn, and has a number."""
    if volley.start is None or volley.end is None or volley.low is volley.best is volley.high is None:
        return False
    start, end = _day(volley.start), _day(volley.end)
    return first <= start <= end <= last and (end - start).days <= 31  # noqa: PLR2004 - a month


def _gaps(covers: Sequence[Stretch], across: Scale) -> list[Gap]:
    found = []
    for early, late in pairwise(covers):
        x, end = across.at(_day(early.end).toordinal() + 1), across.at(_day(late.start).toordinal())
        found.append(Gap(x=x, width=round(end - x, 1), words=f"Not covered: after {early.end}, before {late.start}"))
    return found


def _shift(change: Change, across: Scale) -> Shift:
    at, x, end = (across.at(_day(day).toordinal()) for day in (change.day, change.earliest, change.latest))
    words = (
        f"The rate changed, most probably from {change.day} on, with 90 % between {change.earliest} and {change.latest}"
    )
    return Shift(at=at, x=x, width=round(max(end - x, 1.0), 1), words=words)


def _marks(weeks: Sequence[Week], spans: Sequence[tuple[date, date]], across: Scale) -> list[Mark]:
    if len(weeks) > _MOST_MARKS:
        return []
    found = []
    for week, (start, end) in zip(weeks, spans, strict=True):
        x, width = _across((start, end), across)
        part = "" if week.covered_days == 7 else f", {week.covered_days} days of it covered"  # noqa: PLR2004 - a week
        words = f"Week of {week.start}{part}: {count_words(week.count)} counted; rate {rate_words(week.rate)} a week"
        found.append(Mark(x=x, width=width, start=start.isoformat(), end=end.isoformat(), words=words))
    return found


def _across(span: tuple[date, date], across: Scale) -> tuple[float, float]:
    start, end = across.at(span[0].toordinal()), across.at(span[1].toordinal() + 1)
    gap = 1.0 if end - start > 4 else 0.0  # noqa: PLR2004 - pixels
    return start, round(max(end - start - gap, 1.2), 1)


def _box(x: float, y: float, width: float, height: float) -> str:
    return f"M{x:g} {y:g}h{width:g}v{round(height, 1):g}h-{width:g}z"


def _day(text: str) -> date:
    return date.fromisoformat(text)
