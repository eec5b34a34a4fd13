import numpy as np
import pytest
from scipy import stats

from annals.tempo.poisson import at_most, lower, upper


@pytest.mark.parametrize("count", [0, 1, 2, 7, 30, 400, 5000])
def test_the_interval_is_that_of_the_chi_square_quantiles(count: int) -> None:
    assert lower(count) == pytest.approx(stats.chi2.ppf(0.05, 2 * count) / 2 if count else 0, rel=1e-6)
    assert upper(count) == pytest.approx(stats.chi2.ppf(0.95, 2 * count + 2) / 2, rel=1e-6)


@pytest.mark.parametrize("mean", [0.3, 2.0, 11.5])
def test_it_holds_the_mean_at_least_as_often_as_it_says(mean: float) -> None:
    counts = np.arange(200)
    chances = stats.poisson.pmf(counts, mean)
    holds = np.array([lower(int(n)) <= mean <= upper(int(n)) for n in counts])
    assert chances[holds].sum() >= 0.9


def test_the_sum_of_probabilities() -> None:
    assert at_most(3, 2.5) == pytest.approx(stats.poisson.cdf(3, 2.5))
    assert at_most(4000, 4100) == pytest.approx(stats.poisson.cdf(4000, 4100))
    assert at_most(0, 0) == 1
