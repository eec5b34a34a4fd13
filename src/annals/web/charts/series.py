"""Incidents over time as stacked panels on one time axis: arcs, bars, two low-high bands, and imprecise dates apart."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from annals.store.browse.shapes import Band, Point, Series, Stretch, Tie
from annals.web.charts.scale import Scale, Tick, ticks

WIDTH = 1000
LEFT, RIGHT = 52, 12
_ARCS, _BARS, _BAND, _GAP, _AXIS, _STRIP_ROW = 70, 130, 96, 36, 26, 15
MOST_PERIODS = 740
"""More periods than this would be narrower than can be seen or chosen."""
_MOST_STRETCHES = 10
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One period in a panel."""

    point: Point
    x: float
    width: float
    top: float
    height: float
    best: float | None = None
    """Pixel of the best figure, in a band."""
    words: str = ""
    """Of the first panel: all that the chart tells of the period."""


class Panel(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the chart."""

    kind: str
    """incidents, killed or wounded."""
    top: float
    bottom: float
    columns: tuple[Column, ...]
    up: tuple[Tick, ...]

    @property
    def area(self) -> str:
        """All its columns as one path: a drawing of hundreds of periods is small and quick that way."""
        return "".join(f"M{c.x:g} {c.top:g}h{c.width:g}v{c.height:g}h-{c.width:g}z" for c in self.columns)

    @property
    def best(self) -> str:
        """The marks of the best figures as one path."""
        marked = ((c.x - 1, c.best, c.width + 2) for c in self.columns if c.best is not None)
        return "".join(f"M{x:g} {y:g}h{width:g}" for x, y, width in marked)


class Arc(msgspec.Struct, frozen=True, kw_only=True):
    """A tie between two incidents."""

    tie: Tie
    path: str
    kind: str


class Strip(msgspec.Struct, frozen=True, kw_only=True):
    """Incidents known only to lie within a stretch of time."""

    stretch: Stretch
    x: float
    width: float
    y: float
    words: str


class SeriesChart(msgspec.Struct, frozen=True, kw_only=True):
    """The whole drawing."""

    panels: tuple[Panel, ...]
    arcs: tuple[Arc, ...]
    arcs_bottom: float
    strips: tuple[Strip, ...]
    strip_top: float
    across: tuple[Tick, ...]
    axis: float
    height: float
    width: int = WIDTH
    left: int = LEFT
    right: int = WIDTH - RIGHT


def series_chart(series: Series, ties: Sequence[Tie]) -> SeriesChart | None:
    """Draw a series with the ties between its incidents; None where nothing is dated."""
    if not series.points:
        return None
    first, last = _day(series.points[0].start), _day(series.points[-1].end)
    drawn = [t for t in ties if t.source.date.start and t.target.date.start]
    for tie in drawn:
        first = min(first, _day(tie.source.date.start), _day(tie.target.date.start))
        last = max(last, _day(tie.source.date.start), _day(tie.target.date.start))
    across = Scale(low=first.toordinal(), high=last.toordinal() + 1, start=LEFT, end=WIDTH - RIGHT)
    arcs = tuple(arc for tie in drawn if (arc := _arc(tie, across)) is not None)
    top = float(_ARCS + 18 if arcs else 22)
    arcs_bottom = float(_ARCS)
    panels = [_bars(series, across, top)]
    for kind in ("killed", "wounded"):
        if any(getattr(point, kind).reported for point in series.points):
            panels.append(_band(series, kind, across, panels[-1].bottom + _GAP))
    axis = panels[-1].bottom
    strips = _strips(series.imprecise, across, axis + _AXIS + 14)
    height = axis + _AXIS + (16 + _STRIP_ROW * len(strips) if strips else 0)
    return SeriesChart(
        panels=tuple(panels),
        arcs=arcs,
        arcs_bottom=arcs_bottom,
        strips=strips,
        strip_top=axis + _AXIS + 8,
        across=tuple(time_ticks(first, last, across)),
        axis=axis,
        height=height,
    )


def _bars(series: Series, across: Scale, top: float) -> Panel:
    steps = ticks(max(point.incidents for point in series.points), 4)
    up = Scale(low=0, high=steps[-1], start=top + _BARS, end=top)
    columns = []
    for point in series.points:
        x, width = _across(point, across)
        y = up.at(point.incidents)
        height = round(top + _BARS - y, 1)
        columns.append(Column(point=point, x=x, width=width, top=y, height=height, words=_period_words(point)))
    return Panel(
        kind="incidents",
        top=top,
        bottom=top + _BARS,
        columns=tuple(columns),
        up=tuple(Tick(at=up.at(n), words=f"{n:,}") for n in steps),
    )


def _band(series: Series, kind: str, across: Scale, top: float) -> Panel:
    bands: list[tuple[Point, Band]] = [(p, getattr(p, kind)) for p in series.points if getattr(p, kind).reported]
    steps = ticks(max(band.high for _, band in bands), 3)
    up = Scale(low=0, high=steps[-1], start=top + _BAND, end=top)
    columns = []
    for point, band in bands:
        x, width = _across(point, across)
        y = up.at(band.high)
        columns.append(
            Column(
                point=point,
                x=x,
                width=width,
                top=y,
                height=max(round(up.at(band.low) - y, 1), 1.5),
                best=up.at(band.best),
            )
        )
    return Panel(
        kind=kind,
        top=top,
        bottom=top + _BAND,
        columns=tuple(columns),
        up=tuple(Tick(at=up.at(n), words=f"{n:,}") for n in steps),
    )


def _period_words(point: Point) -> str:
    span = point.start if point.start == point.end else f"{point.start} to {point.end}"
    noun = "incident" if point.incidents == 1 else "incidents"
    tolls = (
        f"; {name} {band_words(getattr(point, name))}"
        for name in ("killed", "wounded")
        if getattr(point, name).reported
    )
    return f"{span}: {point.incidents:,} {noun}{''.join(tolls)}"


def band_words(band: Band) -> str:
    """Return the sum of a toll in words: a range with its best figure, and whether its end is open.

    >>> band_words(Band(low=3, best=4, high=6, reported=2, open=1))
    '3–6 or more, best 4, of 2 incidents with a figure'
    """
    if not band.reported:
        return "no figure"
    span = f"{band.low:,}" if band.low == band.high else f"{band.low:,}\u2013{band.high:,}"
    more = " or more" if band.open else ""
    best = f", best {band.best:,}" if band.low != band.high else ""
    noun = "incident" if band.reported == 1 else "incidents"
    return f"{span}{more}{best}, of {band.reported:,} {noun} with a figure"


def _across(point: Point, across: Scale) -> tuple[float, float]:
    start, end = across.at(_day(point.start).toordinal()), across.at(_day(point.end).toordinal() + 1)
    gap = 1.0 if end - start > 4 else 0.0  # noqa: PLR2004 - pixels
    return start, round(max(min(end - start - gap, 28.0), 1.2), 1)


def _arc(tie: Tie, across: Scale) -> Arc | None:
    source, target = (across.at(_day(row.date.start).toordinal() + 0.5) for row in (tie.source, tie.target))
    if source == target:
        return None
    height = min(_ARCS - 8.0, 14 + abs(source - target) / 5)
    middle = (source + target) / 2
    path = f"M{source:g} {_ARCS}Q{middle:g} {_ARCS - 2 * height:g} {target:g} {_ARCS}"
    return Arc(tie=tie, path=path, kind=tie.link.relation)


def _strips(stretches: Sequence[Stretch], across: Scale, top: float) -> tuple[Strip, ...]:
    """Return the commonest stretches, an open end going to the edge of the chart."""
    found: list[Strip] = []
    for stretch in sorted(stretches, key=lambda s: -s.incidents)[:_MOST_STRETCHES]:
        low = _day(stretch.start).toordinal() if stretch.start else across.low
        high = _day(stretch.end).toordinal() + 1 if stretch.end else across.high
        if high < across.low or low > across.high:
            continue
        start, end = across.at(max(low, across.low)), across.at(min(high, across.high))
        noun = "incident" if stretch.incidents == 1 else "incidents"
        found.append(
            Strip(
                stretch=stretch,
                x=start,
                width=round(max(end - start, 3.0), 1),
                y=top + _STRIP_ROW * len(found),
                words=f"{stretch.incidents:,} {noun} between {stretch.start or '…'} and {stretch.end or '…'}",
            )
        )
    return tuple(found)


def time_ticks(first: date, last: date, across: Scale) -> list[Tick]:
    """Return round days: years over many years, else months, else days."""
    days = (last - first).days + 1
    if days > 3 * 366:  # years are marked from here on
        every = max(1, round(days / 366 / 9))
        return [
            Tick(at=across.at(date(year, 1, 1).toordinal()), words=str(year))
            for year in range(first.year + 1, last.year + 1)
            if year % every == 0
        ]
    if days > 70:  # noqa: PLR2004 - months are marked from here on
        every = max(1, round(days / 30 / 8))
        months = range(first.year * 12 + first.month, last.year * 12 + last.month)
        return [
            Tick(at=across.at(date(m // 12, m % 12 + 1, 1).toordinal()), words=f"{_MONTHS[m % 12]} {m // 12}")
            for m in months
            if m % every == 0
        ]
    every = max(1, round(days / 8))
    return [
        Tick(at=across.at(day.toordinal()), words=f"{day.day} {_MONTHS[day.month - 1]}")
        for day in (first + timedelta(days=n) for n in range(0, days, every))
    ]


def _day(text: str | None) -> date:
    return date.fromisoformat(text or "")
