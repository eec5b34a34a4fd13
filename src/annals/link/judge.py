"""From evidence to a verdict on two mentions."""

from collections.abc import Sequence
from math import exp
from typing import Literal

from annals.link.weights import Weights
from annals.model.cluster import Evidence

Verdict = Literal["same", "different", "unsure"]
IMPOSSIBLE = -100.0
"""Log-odds of a pair that cannot be one event."""


def log_odds(evidence: Sequence[Evidence], weights: Weights) -> float:
    """The prior and all scores; `IMPOSSIBLE` where one piece rules the pair out."""
    if any(e.impossible for e in evidence):
        return IMPOSSIBLE
    return weights.decision["prior"] + sum(e.score for e in evidence)


def probability(odds: float) -> float:
    """The logistic of log-odds, rounded to four digits.

    >>> probability(0.0), probability(2.0)
    (0.5, 0.8808)
    """
    return round(1 / (1 + exp(-odds)), 4)


def verdict(odds: float, weights: Weights) -> Verdict:
    """same, different, or unsure between the two thresholds of `weights.toml`."""
    if odds >= weights.decision["sure_same"]:
        return "same"
    return "different" if odds <= weights.decision["sure_different"] else "unsure"
