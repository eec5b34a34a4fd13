"""Log-odds for findings by logistic regression, kept near what is sane, and in order where findings have an order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

Level = tuple[str, str]
"""Feature and level, as in weights.toml."""


@dataclass(frozen=True, kw_only=True)
class Pairs:
    """Compared pairs whose answer is known."""

    found: csr_matrix
    """A row a pair, a column a level: how often it was found (tolls share a table)."""
    same: NDArray[np.float64]
    """1 for one event, 0 for two."""
    weight: NDArray[np.float64]


def fit(
    pairs: Pairs,
    levels: Sequence[Level],
    prior: Mapping[Level, float],
    spread: Mapping[str, float],
    bias: float,
    orders: Sequence[Sequence[Level]],
) -> tuple[float, dict[Level, float]]:
    """The bias and the weights that make the answers likeliest, given the prior; deterministic.

    Args:
        pairs: what to learn from.
        levels: the columns.
        prior: where each weight would stand if nothing were known of it.
        spread: how far, in log-odds, the weights of a feature are thought to lie from there.
        bias: the same for the bias, which may lie anywhere near.
        orders: levels of which each must weigh at least as much as the one before.
    """
    column = {level: n for n, level in enumerate(levels)}
    centre = np.array([prior[level] for level in levels])
    # An ordered level is told as the step from the one before, which must not be negative.
    steps = np.eye(len(levels))
    ordered = np.zeros(len(levels), dtype=bool)
    for order in orders:
        columns = [column[level] for level in order]
        for n, later in enumerate(columns[1:], 1):
            ordered[later] = True
            steps[later, columns[:n]] = 1.0
    start = np.linalg.solve(steps, centre)
    width = np.array([spread[feature] for feature, _ in levels])
    found, same, weight = pairs.found, pairs.same, pairs.weight

    def loss(values: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        weights = steps @ values[1:]
        odds = values[0] + found @ weights
        off = weights - centre
        likely = np.logaddexp(0, odds) - same * odds
        slope = weight * (1 / (1 + np.exp(-odds)) - same)
        total = float(weight @ likely) + float(np.sum((off / width) ** 2)) / 2 + (values[0] - bias) ** 2 / 2
        inner = found.T @ slope + off / width**2
        return total, np.concatenate([[slope.sum() + values[0] - bias], steps.T @ inner])

    bounds = [(None, None), *((0.0, None) if is_step else (None, None) for is_step in ordered)]
    first = np.concatenate([[bias], np.where(ordered, np.maximum(start, 0.0), start)])
    best = minimize(loss, first, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 500})
    weights = steps @ best.x[1:]
    return float(best.x[0]), {level: float(weights[column[level]]) for level in levels}


def calibrated(odds: NDArray[np.float64], same: NDArray[np.float64]) -> tuple[float, float]:
    """Sharpness and offset: the logistic of sharpness * odds + offset makes the answers likeliest (Platt 1999)."""

    def loss(values: NDArray[np.float64]) -> float:
        corrected = values[0] * odds + values[1]
        return float((np.logaddexp(0, corrected) - same * corrected).sum())

    best = minimize(loss, np.array([1.0, 0.0]), method="BFGS")
    return float(best.x[0]), float(best.x[1])


def calibration_error(odds: NDArray[np.float64], same: NDArray[np.float64], bins: int = 10) -> float:
    """Expected calibration error: how far, on average over pairs, a bin's mean probability is from its share of ones.

    Bins are of equal width, as is usual; probabilities by the logistic function.
    """
    probability = 1 / (1 + np.exp(-odds))
    bin_of = np.minimum((probability * bins).astype(int), bins - 1)
    error = 0.0
    for n in range(bins):
        inside = bin_of == n
        if inside.any():
            error += inside.sum() * abs(probability[inside].mean() - same[inside].mean())
    return error / len(same)
