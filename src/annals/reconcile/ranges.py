"""Numbers told by several origins: one range, one best number, and which of them contradict each other."""

from collections.abc import Sequence

import msgspec

from annals.model.incident import Span

_REACH = 1.5
"""How far above its stated number an "at least" still speaks for another."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One live number as one claim tells it; None is an open end."""

    position: int
    low: int | None
    high: int | None
    origin: str
    day: int | None
    """Day on which it was published, as an ordinal; None where unknown."""

    def holds(self, number: int) -> bool:
        """Whether `number` is one that the claim allows."""
        return (self.low is None or self.low <= number) and (self.high is None or number <= self.high)

    def backs(self, number: int) -> bool:
        """Whether the claim speaks for `number`: it allows it, and "at least 40" does not speak for 100."""
        return self.holds(number) and (self.high is not None or self.low is None or number <= _REACH * self.low)


def contradict(a: Told, b: Told) -> bool:
    """Whether no number fits both: 5 against 6, but not "at least 12" against 14.

    >>> told = Told(position=0, low=12, high=None, origin="r1", day=None)
    >>> contradict(told, msgspec.structs.replace(told, low=14, high=14))
    False
    """
    return (a.high is not None and b.low is not None and b.low > a.high) or (
        b.high is not None and a.low is not None and a.low > b.high
    )


def settle(told: Sequence[Told]) -> Span:
    """The range over all numbers told, and the best of them.

    low and high are the lowest and the highest number told; high is None where the highest is an open "at least".
    best is a number that some claim tells (of "10 to 12" and "at least 10" that is 10): the one that most origins
    support. An origin supports a number that one of its claims speaks for, and one that is higher than its own and told
    on a later day, since tolls grow. Between equals the one told last, then an exact one, then the highest, since first
    counts are mostly too low. None where every claim is "up to".
    """
    candidates = sorted({t.low for t in told if t.low is not None})
    best = max(candidates, key=lambda number: _worth(number, told), default=None)
    lows = [t.low for t in told if t.low is not None]
    tops = [t.high for t in told if t.high is not None]
    highest = max(tops + lows, default=None)
    if any(t.high is None and t.low is not None and t.low >= max(tops, default=-1) for t in told) and not any(
        highest == top for top in tops
    ):
        highest = None
    return Span(low=min(lows, default=None), best=best, high=highest)


def supporters(number: int, told: Sequence[Told]) -> set[str]:
    """The origins that support a number."""
    days = [t.day for t in told if t.low == number and t.day is not None]
    last = max(days, default=None)
    return {
        t.origin
        for t in told
        if t.backs(number) or (last is not None and t.day is not None and t.day < last and (t.high or 0) < number)
    }


def _worth(number: int, told: Sequence[Told]) -> tuple[int, int, bool, int]:
    tellers = [t for t in told if t.low == number]
    return (
        len(supporters(number, told)),
        max((t.day or 0 for t in tellers), default=0),
        any(t.high == number for t in tellers),
        number,
    )


def show(low: int | None, high: int | None) -> str:
    """A number for people.

    >>> show(4, 4), show(12, None), show(None, 3), show(10, 12), show(None, None)
    ('4', 'at least 12', 'up to 3', '10 to 12', 'no number')
    """
    if low is None:
        return "no number" if high is None else f"up to {high}"
    if high is None:
        return f"at least {low}"
    return str(low) if low == high else f"{low} to {high}"
