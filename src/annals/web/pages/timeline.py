"""The timeline: incidents, killed and wounded by day, week, month or year; imprecise dates apart; who answered what."""

from datetime import date
from typing import cast

import msgspec

from annals.store.browse import Query, Step
from annals.store.browse.shapes import Series, Tie
from annals.web.asking import asked, hidden_fields
from annals.web.charts.series import MOST_PERIODS, series_chart
from annals.web.page import Ask, Page
from annals.web.pages.incidents import chips

STEPS = ("day", "week", "month", "year")
_ARCS = 60
_DAYS_IN_YEAR = 366
_FEW = 0.06
"""Share of the incidents that may be left out of the drawing where they lie long before all others."""


class TimelineData(msgspec.Struct, frozen=True, kw_only=True):
    """The JSON of the timeline."""

    series: Series
    ties: tuple[Tie, ...]


def timeline(ask: Ask) -> Page:
    """Show when the incidents were that the address picks."""
    query = ask.parameters.query()
    browse = ask.site.ledger.browse
    step = ask.parameters.choice("step", STEPS, "month")
    drawn = _drawable(ask, query, step)
    series = browse.series(query, step=drawn)
    ties = browse.ties(query, most=_ARCS)
    whole = query.since is not None or query.until is not None or ask.parameters.one("all") is not None
    shown, early = (series, 0) if whole else without_early_few(series)
    return Page(
        template="timeline.html",
        title="Timeline",
        data=TimelineData(series=series, ties=ties),
        view={
            "query": query,
            "asked": asked(query, step=None if step == "month" else step),
            "filter": asked(query),
            "hidden": hidden_fields(asked(query, step=None if step == "month" else step), "text", "since", "until"),
            "chips": chips(query),
            "series": series,
            "step": step,
            "steps": STEPS,
            "ties": ties,
            "most": _ARCS,
            "chart": series_chart(shown, [] if not shown.points else [t for t in ties if _drawn(t, shown)]),
            "early": early,
            "everything": asked(query, step=None if step == "month" else step, all="yes"),
            "coarser": drawn != step,
            "most_periods": MOST_PERIODS,
        },
    )


def _drawable(ask: Ask, query: Query, step: str) -> Step:
    """Return the step that is asked for, or the next one of which there are few enough periods to be told apart."""
    if step in {"month", "year"}:
        return cast("Step", step)
    years = ask.site.ledger.browse.series(query, step="year").points
    days = sum(_DAYS_IN_YEAR for _ in years)
    short = {"day": days, "week": days // 7}
    return cast("Step", step) if short[step] <= MOST_PERIODS else "month"


def without_early_few(series: Series) -> tuple[Series, int]:
    """Leave out of the drawing a few incidents that lie long before all others; return how many they are.

    A recollection from decades ago would press everything else into a corner.
    """
    points = series.points
    if len(points) < 4:  # noqa: PLR2004 - too few to speak of others
        return series, 0
    days = [date.fromisoformat(point.start).toordinal() for point in points]
    total = sum(point.incidents for point in points)
    cut = 0
    before = 0
    for number in range(1, len(points)):
        before += points[number - 1].incidents
        if before > max(1, total * _FEW):
            break
        if days[number] - days[number - 1] > (days[-1] - days[number]):
            cut = number
    early = sum(point.incidents for point in points[:cut])
    return msgspec.structs.replace(series, points=points[cut:]), early


def _drawn(tie: Tie, series: Series) -> bool:
    """Whether both ends lie in what is drawn."""
    first = series.points[0].start
    return all((row.date.start or "") >= first for row in (tie.source, tie.target))
