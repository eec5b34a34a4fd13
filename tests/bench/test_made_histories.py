"""The simulator, against what theory says of the process."""

import numpy as np
import pytest

from bench.made_histories import daily, self_exciting, stepwise


def test_the_mean_and_the_variance_are_those_of_the_process() -> None:
    """Hawkes (1971): the rate is baseline / (1 - branching), the variance of a count (1 - branching)^-2 times it."""
    rng = np.random.default_rng(1)
    numbers = [len(self_exciting(rng, baseline=0.5, branching=0.5, lag=1.0, days=400)) for _ in range(600)]
    assert np.mean(numbers) == pytest.approx(400, rel=0.02)
    assert np.var(numbers) / np.mean(numbers) == pytest.approx(4, rel=0.2)


def test_the_first_days_are_as_the_others() -> None:
    rng = np.random.default_rng(2)
    counts = sum(daily(self_exciting(rng, baseline=0.5, branching=0.6, lag=5.0, days=60), 60) for _ in range(800))
    assert np.asarray(counts)[:10].mean() / 800 == pytest.approx(1.25, rel=0.06)
    assert np.asarray(counts)[-10:].mean() / 800 == pytest.approx(1.25, rel=0.06)


def test_without_branching_it_is_steady_and_days_keep_every_event() -> None:
    rng = np.random.default_rng(3)
    times = self_exciting(rng, baseline=2.0, branching=0.0, lag=1.0, days=3000)
    counts = daily(times, 3000)
    assert counts.sum() == len(times)
    assert counts.var() / counts.mean() == pytest.approx(1, abs=0.1)


def test_steps_have_their_rates() -> None:
    times = stepwise(np.random.default_rng(4), [1.0, 3.0], [2000, 1000])
    assert np.all(np.diff(times) >= 0)
    assert (times < 2000).mean() == pytest.approx(0.4, abs=0.03)
