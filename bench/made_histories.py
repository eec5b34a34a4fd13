"""Histories with known parameters, to check the estimators of `annals tempo` against.

A self-exciting process is made as its clusters are (Hawkes and Oakes 1974): founders come evenly, each event brings
forth a Poisson number of others, each after an exponential time, and so on.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_BURN_IN_LAGS = 60
"""Mean lags before the first day, so that the history starts as it goes on."""


def self_exciting(rng: np.random.Generator, *, baseline: float, branching: float, lag: float, days: int) -> Floats:
    """The times of the events in [0, days), sorted.

    Args:
        rng: Where chance comes from.
        baseline: Founders a day.
        branching: Events that one event brings forth, on average; below 1.
        lag: Days from one to the other, on average.
        days: Length.
    """
    early = _BURN_IN_LAGS * lag / (1 - branching)
    generation = rng.uniform(-early, days, rng.poisson(baseline * (days + early)))
    found = [generation]
    while len(generation):
        children = np.repeat(generation, rng.poisson(branching, len(generation)))
        generation = children + rng.exponential(lag, len(children))
        generation = generation[generation < days]
        found.append(generation)
    times = np.sort(np.concatenate(found))
    return times[times >= 0]


def stepwise(rng: np.random.Generator, rates: list[float], days: list[int]) -> Floats:
    """The times of events that come independently, at one rate a day after the other, for so many days each."""
    found, start = [], 0
    for rate, length in zip(rates, days, strict=True):
        found.append(start + np.sort(rng.uniform(0, length, rng.poisson(rate * length))))
        start += length
    return np.concatenate(found)


def daily(times: Floats, days: int) -> NDArray[np.int64]:
    """How many events each day has: all that a record of days keeps of them."""
    return np.bincount(times.astype(np.int64), minlength=days)[:days]
