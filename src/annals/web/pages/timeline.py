"""The timeline: incidents, killed and wounded by day, week, month or year; imprecise dates apart; who answered what."""

import msgspec

from annals.store.browse.shapes import Series, Tie
from annals.web.asking import asked, hidden_fields
from annals.web.charts.series import MOST_PERIODS, series_chart
from annals.web.page import Ask, Page
from annals.web.pages.incidents import chips

STEPS = ("day", "week", "month", "year")
_ARCS = 200


class TimelineData(msgspec.Struct, frozen=True, kw_only=True):
    """The JSON of the timeline."""

    series: Series
    ties: tuple[Tie, ...]


def timeline(ask: Ask) -> Page:
    """Show when the incidents were that the address picks."""
    query = ask.parameters.query()
    browse = ask.site.ledger.browse
    step = ask.parameters.choice("step", STEPS, "month")
    series = browse.series(query, step=step)  # type: ignore[arg-type]  # the choice is one of these
    drawn = step
    while len(series.points) > MOST_PERIODS and drawn != "year":
        drawn = STEPS[STEPS.index(drawn) + 1]
        series = browse.series(query, step=drawn)  # type: ignore[arg-type]  # as above
    ties = browse.ties(query, most=_ARCS)
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
            "chart": series_chart(series, ties),
            "coarser": drawn != step,
            "most_periods": MOST_PERIODS,
        },
    )
