"""From evidence to a verdict on two mentions."""

from collections.abc import Iterable
from math import exp
from typing import Literal

from annals.link.compare import Finding
from annals.link.weights import Kind, Weights

Verdict = Literal["same", "different", "unsure"]
IMPOSSIBLE = -100.0
"""Log-odds of a pair that cannot be one event."""


def log_odds(found: Iterable[tuple[str, Finding]], worth: Kind) -> float:
    """The prior and all scores; `IMPOSSIBLE` where one finding rules the pair out. `found` as of `compare.findings`."""
    odds = worth.prior
    for feature, finding in found:
        if finding.impossible:
            return IMPOSSIBLE
        odds += worth.of(feature, finding.level)
    return odds


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
