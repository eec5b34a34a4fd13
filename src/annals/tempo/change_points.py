"""When the rate changed: the exact posterior over all ways to cut a history into stretches of steady rate.

Weekly counts are Poisson at a rate that is steady between changes (P. Fearnhead, Exact and efficient Bayesian inference
for multiple changepoint problems, Statistics and Computing 16, 2006). The rate of each part has a gamma prior with the
mean of the whole history and the weight of one event. Of k changes each has the prior probability 2^-(k+1), and given k
every way to place them is as probable as any other. A part lasts at least four weeks: one bad week is no change.
All ways are summed over, none is searched for.
"""

from collections.abc import Sequence
from math import comb, lgamma, log

import msgspec
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SHORTEST = 4
"""Periods (weeks) that a steady part lasts at least."""
MOST_CHANGES = 8
MOST_PERIODS = 520
"""More weeks than these, ten years, are taken several together."""


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """The posterior of one history."""

    number: tuple[float, ...]
    """Probability of 0, 1, 2, ... changes."""
    places: tuple[Floats, ...]
    """Of the likeliest number above 0, for each change: probability that it lies before period 0, 1, 2, ..."""


def changes_in(histories: Sequence[NDArray[np.int64]], exposure: Floats) -> Changes:
    """Return the posterior of the changes, averaged over histories that are as probable as each other.

    Args:
        histories: Events in each period; several where dates leave open in which period an event was.
        exposure: Length of each period in weeks, above 0.
    """
    if len(exposure) < 2 * SHORTEST:
        return Changes(number=(1.0,), places=())
    parts = [_Ways(counts, exposure) for counts in histories]
    number = np.mean([part.number() for part in parts], axis=0)
    likeliest = int(number[1:].argmax()) + 1
    places = tuple(
        np.mean([part.place(change, likeliest) for part in parts], axis=0) for change in range(1, likeliest + 1)
    )
    return Changes(number=tuple(number.tolist()), places=places)


class _Ways:
    """The sums over all ways to cut one history."""

    def __init__(self, counts: NDArray[np.int64], exposure: Floats) -> None:
        self._periods = len(counts)
        self._most = min(MOST_CHANGES, self._periods // SHORTEST - 1)
        steady = _steady(counts, exposure)
        # forward[k][t]: periods before t in k + 1 parts; backward[k][t]: periods from t on in k + 1 parts.
        self._forward, self._backward = [steady[0]], [steady[:, -1]]
        for _ in range(self._most):
            self._forward.append(_log_sum(self._forward[-1][:, None] + steady, axis=0))
            self._backward.append(_log_sum(steady + self._backward[-1][None], axis=1))

    def number(self) -> Floats:
        """The probability of each number of changes."""
        heights = np.array(
            [self._forward[k][-1] - log(_ways(self._periods, k)) - (k + 1) * log(2) for k in range(self._most + 1)]
        )
        weights = np.exp(heights - heights.max())
        return np.asarray(weights / weights.sum(), dtype=np.float64)

    def place(self, change: int, number: int) -> Floats:
        """Where the change of that rank lies where there are so many, as the probability of each period's start."""
        heights = self._forward[change - 1] + self._backward[number - change]
        weights = np.exp(heights - heights.max())
        return np.asarray(weights / weights.sum(), dtype=np.float64)


def _steady(counts: NDArray[np.int64], exposure: Floats) -> Floats:
    """The log marginal likelihood of the periods from i to j (not included) at one rate; -inf where too short.

    Terms that are the same for all ways to cut the history are left out.
    """
    before = np.concatenate([[0], np.cumsum(counts)])
    length = np.concatenate([[0.0], np.cumsum(exposure)])
    total = int(before[-1])
    shape, rate = 1.0, length[-1] / max(total, 1)
    gammas = np.array([lgamma(shape + n) for n in range(total + 1)])
    events = before[None, :] - before[:, None]
    weeks = length[None, :] - length[:, None]
    size = len(before)
    long_enough = np.arange(size)[None, :] - np.arange(size)[:, None] >= SHORTEST
    found = np.full((size, size), -np.inf)
    some, span = events[long_enough], weeks[long_enough]
    found[long_enough] = shape * log(rate) - gammas[0] + gammas[some] - (shape + some) * np.log(rate + span)
    return found


def _ways(periods: int, changes: int) -> int:
    """How many ways there are to place the changes."""
    return comb(periods - (changes + 1) * (SHORTEST - 1) - 1, changes)


def _log_sum(values: Floats, axis: int) -> Floats:
    top = values.max(axis=axis, keepdims=True)
    top = np.where(np.isfinite(top), top, 0.0)
    with np.errstate(divide="ignore"):
        return np.asarray(np.log(np.exp(values - top).sum(axis=axis)) + top.squeeze(axis), dtype=np.float64)
