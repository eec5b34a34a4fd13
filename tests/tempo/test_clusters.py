"""The estimator, against histories with known parameters and against its own definition."""

from math import exp, log

import numpy as np
import pytest

from annals.tempo.clusters import fit
from bench.made_histories import daily, self_exciting

TRUE = {"baseline": 0.3, "branching": 0.5, "lag": 3.0}
DAYS = 365
HISTORIES = 100


def written_out(counts: list[int], baseline: float, branching: float, lag: float) -> float:
    """The log-likelihood as the documentation defines it, day by day, without log y!."""
    beta = 1 / lag
    same = 1 - lag * (1 - exp(-beta))
    found = 0.0
    for today, count in enumerate(counts):
        fresh = baseline + branching * sum(
            earlier * lag * (1 - exp(-beta)) ** 2 * exp(-beta * (today - day - 1))
            for day, earlier in enumerate(counts[:today])
        )
        own = branching * same
        found += log(fresh) + (count - 1) * log(fresh + own * count) - fresh - own * count
    return found


def test_the_maximum_is_that_of_the_likelihood_written_out() -> None:
    rng = np.random.default_rng(4)
    counts = daily(self_exciting(rng, **TRUE, days=120), 120)
    found = fit(counts)
    at_best = written_out(counts.tolist(), found.baseline.best, found.branching.best, found.lag.best)
    assert at_best == pytest.approx(found.log_likelihood, abs=0.02)
    around = [
        written_out(counts.tolist(), found.baseline.best * a, found.branching.best * b + c, found.lag.best * d)
        for a in (0.8, 1.0, 1.25) for b, c in ((0.8, 0.0), (1.0, 0.0), (1.2, 0.02)) for d in (0.7, 1.0, 1.4)
    ]  # fmt: skip
    assert max(around) <= found.log_likelihood + 0.02


def test_without_excitation_it_is_the_steady_rate() -> None:
    counts = [1] * 40
    found = fit(counts)
    assert found.steady == pytest.approx(-40)
    assert found.branching.best == 0
    assert found.branching.low is None
    assert found.gain == pytest.approx(0, abs=1e-6)


def test_intervals_hold_the_true_parameters_in_about_nine_of_ten_histories() -> None:
    """The bench measures this on more histories; the bounds here are those that chance leaves 100 draws at 90 %."""
    rng = np.random.default_rng(11)
    held = dict.fromkeys(TRUE, 0)
    for _ in range(HISTORIES):
        found = fit(daily(self_exciting(rng, **TRUE, days=DAYS), DAYS))
        for name, true in TRUE.items():
            estimate = getattr(found, name)
            held[name] += (estimate.low is None or estimate.low <= true) and (
                estimate.high is None or true <= estimate.high
            )
    assert all(82 <= number <= 97 for number in held.values()), held


def test_of_much_it_finds_the_parameters() -> None:
    rng = np.random.default_rng(2)
    found = fit(daily(self_exciting(rng, baseline=0.5, branching=0.6, lag=4.0, days=4000), 4000))
    assert found.baseline.best == pytest.approx(0.5, rel=0.15)
    assert found.branching.best == pytest.approx(0.6, abs=0.07)
    assert found.lag.best == pytest.approx(4.0, rel=0.3)


def test_more_history_narrows_the_intervals() -> None:
    rng = np.random.default_rng(3)
    counts = daily(self_exciting(rng, **TRUE, days=1600), 1600)
    short, long = fit(counts[:400]).branching, fit(counts).branching
    assert long.low is not None
    assert long.high is not None
    assert long.high - long.low < (short.high or 1) - (short.low or 0)


def test_one_event_is_no_fault() -> None:
    found = fit([0, 0, 1, 0])
    assert found.gain >= 0
