"""From values to places on a drawing, and round numbers for an axis."""

from datetime import date, timedelta
from math import ceil, floor, log10

import msgspec


class Scale(msgspec.Struct, frozen=True, kw_only=True):
    """A straight line from values to pixels."""

    low: float
    high: float
    start: float
    """Pixel of `low`."""
    end: float
    """Pixel of `high`."""

    def at(self, value: float) -> float:
        """Return the pixel of a value, to a tenth."""
        share = 0.5 if self.high == self.low else (value - self.low) / (self.high - self.low)
        return round(self.start + share * (self.end - self.start), 1)


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """A mark on an axis."""

    at: float
    words: str


def ticks(high: float, most: int = 5) -> list[int]:
    """Return round whole numbers from 0 to at least `high`, about `most` of them.

    >>> ticks(7), ticks(110), ticks(0)
    ([0, 2, 4, 6, 8], [0, 50, 100, 150], [0, 1])
    """
    if high <= 1:
        return [0, 1]
    raw = high / max(most - 1, 1)
    power = 10.0 ** floor(log10(raw))
    step = max(1, next(int(f * power) for f in (1, 2, 2.5, 5, 10) if f * power >= raw and f * power >= 1))
    return [step * n for n in range(ceil(high / step) + 1)]


def day_ticks(first: date, last: date, most: int = 6) -> list[date]:
    """Return at most `most` evenly spread days from first to last, both included."""
    days = (last - first).days
    count = max(1, min(most - 1, days))
    return [first + timedelta(days=round(days * n / count)) for n in range(count + 1)] if days else [first]
