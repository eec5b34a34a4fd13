"""95 % intervals of a measurement, in one place."""

import random
from collections.abc import Callable, Sequence
from typing import TypeVar

Unit = TypeVar("Unit")
Interval = tuple[float, float]
"""Lower and upper end, 0 to 1."""

Z = 1.959964
ROUNDS = 2000


def wilson(right: int, whole: int) -> Interval | None:
    """Interval of Wilson (1927) of a share whose cases are taken as independent; None where there is no case.

    >>> [round(end, 3) for end in wilson(8, 10)]
    [0.49, 0.943]
    """
    if whole == 0:
        return None
    share, spread = right / whole, Z * Z / whole
    centre = (share + spread / 2) / (1 + spread)
    half = Z * (share * (1 - share) / whole + spread / (4 * whole)) ** 0.5 / (1 + spread)
    return max(0.0, centre - half), min(1.0, centre + half)


def bootstrap(
    units: Sequence[Unit], figure: Callable[[Sequence[Unit]], float | None], *, rounds: int = ROUNDS, seed: int = 1
) -> Interval | None:
    """Percentile interval of `figure` over `rounds` draws of the units with replacement.

    Rounds in which the figure has no value (None) are left out; None where there are no units or no value at all. The
    same units in the same order give the same interval.
    """
    if not units:
        return None
    drawn = random.Random(seed)
    values = sorted(value for _ in range(rounds) if (value := figure(drawn.choices(units, k=len(units)))) is not None)
    if not values:
        return None
    last = len(values) - 1
    return values[round(0.025 * last)], values[round(0.975 * last)]


def scores(right: float, said: float, wanted: float) -> tuple[float | None, float | None, float | None]:
    """Precision, recall and F1; None where nothing was said, wanted or either.

    >>> scores(1, 2, 4)
    (0.5, 0.25, 0.3333333333333333)
    """
    return (
        right / said if said else None,
        right / wanted if wanted else None,
        2 * right / (said + wanted) if said + wanted else None,
    )
