"""A toll over time: each figure as a dot or a range at the day its report came out, the record's range as a band."""

from collections.abc import Mapping
from datetime import date, datetime

import msgspec

from annals.model import CountValue, Figure, Incident, RuledClaim
from annals.reconcile.course import course_of
from annals.show.course import fate_words, stood_words
from annals.show.values import range_words, value_words
from annals.web.charts.scale import Scale, Tick, day_ticks, ticks
from annals.web.origins import Source

WIDTH, HEIGHT = 640, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 14, 14, 30
_STRIP = 84
"""Pixels for the strip of reports without a publication date."""
_MOST_ALIKE = 3
"""Equal figures of one day that are drawn one by one."""
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class TollPoint(msgspec.Struct, frozen=True, kw_only=True):
    """One figure in the chart."""

    claim: RuledClaim
    source: Source
    words: str
    x: float
    low: float
    """Pixel of the lower end."""
    high: float
    """Pixel of the upper end; that of the lower end where there is one number or the end is open."""
    open: bool
    """Its upper end is open ("at least")."""
    part: bool
    dated: bool
    fate: str = ""
    """What became of it, in words."""
    count: int = 1
    """Equal figures of the same day that stand here as one."""


class TollChart(msgspec.Struct, frozen=True, kw_only=True):
    """The chart of one toll and the rows of its table."""

    field: str
    points: tuple[TollPoint, ...]
    """What is drawn."""
    rows: tuple[TollPoint, ...]
    """Every figure, for the table."""
    band: tuple[float, float] | None
    """Pixels of the record's high and low, None where either is unknown."""
    best: float | None
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    strip: float | None
    """Pixel where the strip of the undated begins, None where all are dated."""
    stood: str = ""
    """How the record stood when, in a sentence; "" where it never changed."""
    width: int = WIDTH
    height: int = HEIGHT
    left: int = _LEFT
    right: int = WIDTH - _RIGHT
    top: int = _TOP
    bottom: int = HEIGHT - _BOTTOM


def toll_chart(incident: Incident, field: str, known: Mapping[str, Source]) -> TollChart | None:
    """Draw the figures that reports give for one toll; None where there are fewer than two."""
    told = _figures(incident, field)
    if len(told) < 2:  # noqa: PLR2004 - one figure is no course
        return None
    figure: Figure = getattr(incident, field)
    days = {claim.claim_id: published_moment(known[claim.report_id].report.published) for claim, _ in told}
    dated = [day for day in days.values() if day is not None]
    undated = len(dated) < len(told)
    strip = WIDTH - _RIGHT - _STRIP if undated and dated else None
    right = strip - 12 if strip is not None else WIDTH - _RIGHT
    across = Scale(low=min(dated, default=0.0), high=max(dated, default=0.0), start=_LEFT + 14, end=right - 10)
    numbers = [n for _, value in told for n in (value.low, value.high) if n is not None]
    numbers += [n for n in (figure.low, figure.high) if n is not None]
    levels = ticks(max(numbers))
    up = Scale(low=0, high=levels[-1], start=HEIGHT - _BOTTOM, end=_TOP)
    middle = (strip + WIDTH - _RIGHT) / 2 if strip is not None else WIDTH / 2
    course = course_of(incident, field)
    steps = {step.claim_id: step for step in course.steps}
    order = list(steps)
    told.sort(key=lambda figure: order.index(figure[0].claim_id))
    points = tuple(
        msgspec.structs.replace(
            _point(claim, value, known[claim.report_id], days[claim.claim_id], across, up, middle),
            fate=fate_words(steps[claim.claim_id], steps),
        )
        for claim, value in told
    )
    return TollChart(
        field=field,
        points=_spread(points),
        rows=points,
        band=(up.at(figure.high), up.at(figure.low)) if figure.low is not None and figure.high is not None else None,
        best=up.at(figure.best) if figure.best is not None else None,
        across=tuple(_day_tick(day, across) for day in _days(dated)),
        up=tuple(Tick(at=up.at(n), words=f"{n:,}") for n in levels),
        stood=stood_words(course.stood),
        strip=strip,
    )


def _figures(incident: Incident, field: str) -> list[tuple[RuledClaim, CountValue]]:
    """Return the claims that give a number; what a reprint only repeats is left out."""
    originals = {report.report_id: report.copy_of or report.report_id for report in incident.reports}
    found: dict[object, tuple[RuledClaim, CountValue]] = {}
    for claim in incident.claims:
        value = claim.value
        if claim.field == field and isinstance(value, CountValue) and (value.low, value.high) != (None, None):
            same = (originals.get(claim.report_id), claim.quote.exact, value.low, value.high, value.group)
            found.setdefault(same, (claim, value))
    return list(found.values())


def _point(
    claim: RuledClaim, value: CountValue, source: Source, day: float | None, across: Scale, up: Scale, aside: float
) -> TollPoint:
    low = value.low if value.low is not None else value.high or 0
    high = value.high if value.high is not None else low
    return TollPoint(
        claim=claim,
        source=source,
        words=value_words(value) if value.group or value.population else range_words(value.low, value.high),
        x=across.at(day) if day is not None else aside,
        low=up.at(low),
        high=up.at(high),
        open=value.high is None,
        part=value.part,
        dated=day is not None,
    )


def _spread(points: tuple[TollPoint, ...]) -> tuple[TollPoint, ...]:
    """Draw many equal figures of one day as one, and move those that would cover each other a little to the side."""
    alike: dict[object, list[TollPoint]] = {}
    for point in sorted(points, key=lambda p: (not p.dated, p.x, p.source.number, p.claim.quote.start)):
        place = (point.dated, round(point.x), point.low, point.high, point.open, point.claim.state, point.part)
        alike.setdefault(place, []).append(point)
    drawn = []
    for same in alike.values():
        if len(same) > _MOST_ALIKE:
            drawn.append(msgspec.structs.replace(same[0], count=len(same)))
        else:
            drawn += same
    taken: dict[tuple[float, float], int] = {}
    moved = []
    for point in drawn:
        spot = (round(point.x), round(point.high / 8))
        count = taken[spot] = taken.get(spot, -1) + 1
        side = (count + 1) // 2 * (1 if count % 2 else -1)
        x = min(max(point.x + 11 * side, _LEFT + 6), WIDTH - _RIGHT - 4)
        moved.append(msgspec.structs.replace(point, x=round(x, 1)))
    return tuple(moved)


def published_moment(published: str | None) -> float | None:
    """Return a publication date as days since the year 1, None where its day is unknown.

    >>> published_moment("2019-12-09T12:00:00Z"), published_moment("2019-12")
    (737402.5, None)
    """
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return moment.toordinal() + moment.hour / 24 + moment.minute / 1440


def _days(dated: list[float]) -> list[date]:
    if not dated:
        return []
    return day_ticks(date.fromordinal(int(min(dated))), date.fromordinal(int(max(dated))))


def _day_tick(day: date, across: Scale) -> Tick:
    at = max(across.start, min(across.end, across.at(day.toordinal())))
    return Tick(at=at, words=f"{day.day} {_MONTHS[day.month - 1]}")
