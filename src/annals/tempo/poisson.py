"""The exact interval for the mean of a Poisson count.

F. Garwood, Fiducial limits for the Poisson distribution, Biometrika 28, 1936.
"""

from collections.abc import Callable
from functools import lru_cache
from math import exp, lgamma, log, sqrt

from annals.tempo.shapes import LEVEL

_STEPS = 80


@lru_cache(maxsize=4096)
def lower(count: int, level: float = LEVEL) -> float:
    """Return the mean under which so many events or more have the probability (1 - level) / 2; 0 for none.

    >>> round(lower(0), 3), round(lower(10), 3)
    (0.0, 5.425)
    """
    if count == 0:
        return 0.0
    tail = (1 - level) / 2
    return _root(lambda mean: 1 - at_most(count - 1, mean) < tail, count)


@lru_cache(maxsize=4096)
def upper(count: int, level: float = LEVEL) -> float:
    """Return the mean under which so many events or fewer have the probability (1 - level) / 2.

    >>> round(upper(0), 3), round(upper(10), 3)
    (2.996, 16.962)
    """
    tail = (1 - level) / 2
    return _root(lambda mean: at_most(count, mean) > tail, count)


def at_most(count: int, mean: float) -> float:
    """Return the probability of `count` events or fewer where `mean` are expected."""
    if mean <= 0:
        return 1.0
    scale = log(mean)
    return min(
        1.0, sum(exp(n * scale - mean - lgamma(n + 1)) for n in range(_first_that_matters(count, mean), count + 1))
    )


def _first_that_matters(count: int, mean: float) -> int:
    """Return the first term worth adding: ten deviations below the mean, nothing is left."""
    return max(0, min(count, int(mean - 10 * sqrt(mean) - 10)))


def _root(still_below: Callable[[float], bool], count: int) -> float:
    """Return where the condition ends to hold, by halving."""
    low, high = 0.0, count + 10 * sqrt(count + 1) + 10
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if still_below(middle):
            low = middle
        else:
            high = middle
    return (low + high) / 2
