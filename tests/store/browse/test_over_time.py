from datetime import date
from typing import TYPE_CHECKING, get_args

import pytest

from annals.model.days import ordinal
from annals.store.browse import Browse, Query, Step
from annals.store.browse.columns import band
from annals.store.browse.series import period_around

if TYPE_CHECKING:
    from annals.model import Incident

QUERIES = (Query(), Query(grade=("corroborated",)), Query(since="2015", until="2019-06"), Query(period=("none",)))


@pytest.mark.parametrize("step", get_args(Step))
@pytest.mark.parametrize("query", QUERIES, ids=range(len(QUERIES)))
def test_every_incident_is_counted_once_and_none_in_a_period_it_may_not_be_of(
    browse: Browse, query: Query, step: Step
) -> None:
    series = browse.series(query, step=step)
    picked = list(browse.each(query))
    expected: dict[str, list[Incident]] = {}
    loose = undated = 0
    for incident in picked:
        start, end = incident.date.start, incident.date.end
        if start is None and end is None:
            undated += 1
        elif (
            start
            and end
            and period_around(date.fromisoformat(start), step) == period_around(date.fromisoformat(end), step)
        ):
            expected.setdefault(period_around(date.fromisoformat(start), step)[0].isoformat(), []).append(incident)
        else:
            loose += 1
    assert (series.undated, series.imprecise_incidents) == (undated, loose)
    assert {point.start: point.incidents for point in series.points} == {k: len(v) for k, v in expected.items()}
    assert [point.start for point in series.points] == sorted(expected)
    for point in series.points:
        for name in ("killed", "wounded"):
            figures = [getattr(i, name) for i in expected[point.start] if getattr(i, name).state == "reported"]
            bands = [band(figure) for figure in figures]
            found = getattr(point, name)
            assert (found.low, found.high) == (sum(b[0] for b in bands), sum(b[2] for b in bands))
            assert found.low <= found.best <= found.high
            assert found.reported == len(figures)
            assert found.open == sum(figure.high is None for figure in figures)


def test_stretches_tell_from_when_to_when(browse: Browse) -> None:
    series = browse.series(step="day")
    assert sum(stretch.incidents for stretch in series.imprecise) <= series.imprecise_incidents
    assert all((ordinal(s.start) or 0) < (ordinal(s.end) or 0) for s in series.imprecise)


@pytest.mark.parametrize("day", ["0001-01-01", "0001-01-03", "9999-12-31", "9999-12-30"])
@pytest.mark.parametrize("step", get_args(Step))
def test_the_ends_of_the_calendar_have_periods_too(day: str, step: Step) -> None:
    first, last = period_around(date.fromisoformat(day), step)
    assert first <= date.fromisoformat(day) <= last
