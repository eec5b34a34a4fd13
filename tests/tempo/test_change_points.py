"""The posterior of changes: exact where it can be written out, right on simulated histories."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from scipy.special import logsumexp
from scipy.stats import nbinom

from annals.tempo.change_points import SHORTEST, changes_in


def written_out(counts: np.ndarray, exposure: np.ndarray, changes: int) -> dict[tuple[int, ...], float]:
    """The log marginal likelihood of every way to place so many changes: a product of gamma-Poisson counts."""
    rate = exposure.sum() / max(counts.sum(), 1)
    found = {}
    for cuts in combinations(range(1, len(counts)), changes):
        edges = (0, *cuts, len(counts))
        if all(b - a >= SHORTEST for a, b in pairwise(edges)):
            height = 0.0
            for a, b in pairwise(edges):
                seen, past = counts[a:b], rate
                for number, weeks, before in zip(seen, exposure[a:b], np.cumsum([0, *seen])[:-1], strict=True):
                    # One count after the other: each is negative binomial given those before it in its part.
                    height += nbinom.logpmf(number, 1 + before, past / (past + weeks))
                    past += weeks
            found[cuts] = height
    return found


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_it_is_the_sum_over_all_ways(seed: int) -> None:
    rng = np.random.default_rng(seed)
    counts, exposure = rng.poisson(2.0, 14), np.ones(14)
    exposure[0] = 0.4
    ways = [written_out(counts, exposure, k) for k in range(3)]
    heights = [logsumexp(list(w.values())) - np.log(len(w)) - (k + 1) * np.log(2) for k, w in enumerate(ways)]
    found = changes_in([counts], exposure)
    assert np.array(found.number) == pytest.approx(np.exp(heights - logsumexp(heights)))
    number = len(found.places)
    for rank, place in enumerate(found.places):
        for week in range(14):
            here = [height for cuts, height in ways[number].items() if cuts[rank] == week]
            chance = np.exp(logsumexp(here) - logsumexp(list(ways[number].values()))) if here else 0.0
            assert place[week] == pytest.approx(chance, abs=1e-12)


@pytest.mark.parametrize(("mean", "weeks"), [(0.5, 52), (3.0, 52), (1.0, 120)])
def test_a_steady_rate_hardly_ever_raises_a_false_alarm(mean: float, weeks: int) -> None:
    rng = np.random.default_rng(7)
    alarms = sum(changes_in([rng.poisson(mean, weeks)], np.ones(weeks)).number[0] <= 0.1 for _ in range(100))
    assert alarms <= 5


def test_a_step_is_found_and_its_interval_holds_it() -> None:
    rng = np.random.default_rng(8)
    found = held = 0
    for _ in range(100):
        counts = np.concatenate([rng.poisson(1.5, 26), rng.poisson(5.0, 26)])
        posterior = changes_in([counts], np.ones(52))
        if posterior.number[0] <= 0.1 and len(posterior.places) == 1:
            found += 1
            summed = np.cumsum(posterior.places[0])
            held += int(np.searchsorted(summed, 0.05)) <= 26 <= int(np.searchsorted(summed, 0.95))
    assert found >= 85
    assert held >= 0.84 * found


def test_two_steps_are_two() -> None:
    counts = np.array([1] * 20 + [6] * 20 + [1] * 20)
    posterior = changes_in([counts], np.ones(60))
    assert [int(place.argmax()) for place in posterior.places] == [20, 40]
    assert posterior.number[0] < 1e-6


def test_a_bad_week_is_no_change() -> None:
    counts = np.full(52, 1)
    counts[30] = 5
    assert changes_in([counts], np.ones(52)).number[0] > 0.5


def test_histories_are_averaged() -> None:
    flat, stepped = np.full(40, 2), np.array([0] * 20 + [4] * 20)
    both = changes_in([flat, stepped], np.ones(40)).number
    alone = [changes_in([counts], np.ones(40)).number for counts in (flat, stepped)]
    assert np.array(both) == pytest.approx(np.mean(alone, axis=0))


def test_too_short_for_any_change_is_steady() -> None:
    assert changes_in([np.array([3, 1, 2])], np.ones(3)).number == (1.0,)
    assert changes_in([np.zeros(30, dtype=np.int64)], np.ones(30)).number[0] > 0.4
