"""What is concluded from incidents, and what is refused."""

from collections.abc import Iterable

import numpy as np

from annals.model import Incident
from annals.tempo import tempo_of
from annals.tempo.changes import FEWEST
from annals.tempo.shapes import Changes, Excitation
from bench.made_histories import self_exciting, stepwise
from tests.tempo.histories import day, event

YEAR = "2010-01-04/2011-01-02"
"""52 whole weeks from the day 0 of `histories.day`."""


def concluded(incidents: list[Incident], covers: str = YEAR) -> tuple[Changes, Excitation]:
    (course,) = tempo_of(incidents, incidents, {}, covers=covers).courses
    return course.changes, course.excitation


def events(times: Iterable[float], span: int = 0) -> list[Incident]:
    return [event(f"{n:04}", day(int(at)), day(int(at) + span)) for n, at in enumerate(times)]


def test_nothing_is_concluded_from_too_few() -> None:
    changes, excitation = concluded(events(range(FEWEST - 1)))
    assert (changes.state, changes.steady, changes.changes, changes.eras) == ("too_few", None, (), ())
    assert "Too few: 19 incidents" in changes.reason
    assert excitation.state == "too_few"
    assert (excitation.baseline, excitation.branching, excitation.lag, excitation.gain) == (None, None, None, None)
    assert excitation.aic == {}


def test_nor_where_nothing_is_covered_or_it_is_too_short() -> None:
    (course,) = tempo_of([], [], {}).courses
    assert course.changes.state == course.excitation.state == "too_few"
    changes, excitation = concluded(events([n % 50 for n in range(80)]), "2010-01-04/2010-02-28")
    assert changes.reason.startswith("Too short: 8 covered weeks")
    assert excitation.reason.startswith("Too short: 56 covered days")


def test_nor_from_dates_that_are_too_vague() -> None:
    changes, excitation = concluded(events([n * 5 for n in range(60)], span=20))
    assert changes.reason.startswith("Too vague: 60 of 60")
    assert excitation.reason.startswith("Too vague: 60 of 60")


def test_a_step_is_told_with_its_interval_and_the_rates_on_both_sides() -> None:
    changes, _ = concluded(events(stepwise(np.random.default_rng(1), [0.15, 0.8], [182, 182])))
    assert changes.state == "changed"
    assert changes.steady is not None
    assert changes.steady < 0.1
    (change,) = changes.changes
    assert change.earliest <= "2010-07-05" <= change.latest
    before, after = changes.eras
    assert before.rate.high < after.rate.low
    assert (before.start, after.end) == ("2010-01-04", "2011-01-02")


def test_dates_known_to_a_few_days_widen_nothing_away() -> None:
    steps = stepwise(np.random.default_rng(1), [0.15, 0.8], [182, 180])
    changes, _ = concluded(events(steps, span=2))
    assert changes.state == "changed"


def test_a_steady_rate_is_called_steady() -> None:
    changes, excitation = concluded(events(stepwise(np.random.default_rng(5), [0.4], [364])))
    assert changes.state == "steady"
    assert len(changes.eras) == 1
    assert excitation.state == "steady"
    assert excitation.branching is not None
    assert excitation.branching.low in (None, 0.0)


def test_steps_are_not_called_excitation() -> None:
    _, excitation = concluded(events(stepwise(np.random.default_rng(3), [0.1, 1.2, 0.2], [121, 121, 122])))
    assert excitation.state == "stepwise"
    assert excitation.branching is None
    assert excitation.aic["steps"] <= excitation.aic["self_exciting"]


def test_excitation_is_told_with_its_parameters() -> None:
    times = self_exciting(np.random.default_rng(6), baseline=0.3, branching=0.6, lag=1.5, days=364)
    _, excitation = concluded(events(times))
    assert excitation.state == "self_exciting"
    assert excitation.branching is not None
    assert excitation.branching.low is not None
    assert excitation.branching.low > 0
    assert (excitation.gain or 0) > 4.5
    assert excitation.aic["self_exciting"] < min(excitation.aic["steady"], excitation.aic["steps"])


def test_the_order_of_the_incidents_changes_nothing_and_twice_is_the_same() -> None:
    some = events(stepwise(np.random.default_rng(9), [0.3], [360]))
    some += [event(f"x{n}", day(n * 40), day(n * 40 + 3)) for n in range(4)]
    assert concluded(some) == concluded(some[::-1]) == concluded(some)
