"""Numbers told by several origins: one range, one best number, and which of them contradict each other."""

from collections.abc import Sequence

import msgspec

from annals.model.claim import Speaker
from annals.model.incident import Span
from annals.model.rules import DEFAULT_RULES, RuleSet
from annals.model.values import CountValue
from annals.reconcile.populations import different_people
from annals.reconcile.voices import worth_of

_REACH = 1.5
"""How far above its stated number an "at least" still speaks for another."""
_ROUGH = 5
"""A rough number may be off by so many-eth of it."""
_GROWTH = 2
"""Up to how many times an early figure a later one may be, to be taken for the same toll grown."""


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One live number as one claim tells it; None is an open end."""

    position: int
    low: int | None
    high: int | None
    origin: str
    day: int | None
    """Day on which it was published, as an ordinal; None where unknown."""
    speaker: Speaker = Speaker()
    rough: bool = False
    """Whether it is told as "about" so many."""
    vague: bool = False
    """Whether it is told in words that name no number ("several", "dozens", "people"), of which `low` is a reading."""
    people: CountValue | None = None
    """Whom it counts; None for things."""

    @property
    def ends(self) -> tuple[int | None, int | None]:
        """The numbers that it allows: those told, and a fifth to either side of "about 40"."""
        if not self.rough:
            return self.low, self.high
        return (
            None if self.low is None else self.low - self.low // _ROUGH,
            None if self.high is None else self.high + self.high // _ROUGH,
        )

    def holds(self, number: int) -> bool:
        """Whether `number` is one that the claim allows."""
        low, high = self.ends
        return (low is None or low <= number) and (high is None or number <= high)

    def backs(self, number: int) -> bool:
        """Whether the claim speaks for `number`: it allows it, and "at least 40" does not speak for 100."""
        return self.holds(number) and (self.high is not None or self.low is None or number <= _REACH * self.low)


def contradict(a: Told, b: Told) -> bool:
    """Whether no number fits both: 5 against 6, but not "at least 12" against 14, nor "about 40" against 44.

    >>> told = Told(position=0, low=12, high=None, origin="r1", day=None)
    >>> contradict(told, msgspec.structs.replace(told, low=14, high=14))
    False
    """
    (low_a, high_a), (low_b, high_b) = a.ends, b.ends
    return (high_a is not None and low_b is not None and low_b > high_a) or (
        high_b is not None and low_a is not None and low_a > high_b
    )


def settle(told: Sequence[Told], rules: RuleSet = DEFAULT_RULES) -> Span:
    """The range over all numbers told, and the best of them.

    low and high are the lowest and the highest number told; high is None where the highest is an open "at least".
    Vague words count as numbers only where they fit none that is told.
    best is a number that some claim tells (of "10 to 12" and "at least 10" that is 10); None where every claim is "up
    to". Under `conservative` it is the lowest of these, under `informative` the highest number told, under
    `representative` the one that most origins support (`supporters`). Between equals that is the one told last, then
    that of the better voice, then an exact one, then the highest, since first counts are mostly too low.
    """
    told_all = told
    told = _numbers(told)
    lows = [t.low for t in told if t.low is not None]
    tops = [t.high for t in told if t.high is not None]
    highest = max(tops + lows, default=None)
    if any(t.high is None and t.low is not None and t.low >= max(tops, default=-1) for t in told) and not any(
        highest == top for top in tops
    ):
        highest = None
    return Span(low=min(lows, default=None), best=_best(told, told_all, rules), high=highest)


def _numbers(told: Sequence[Told]) -> list[Told]:
    """The figures without the vague ones that a number told by others fits: who says 40 says what "dozens" are."""
    numbers = [t for t in told if not t.vague]
    return [t for t in told if not t.vague or not any(t.holds(n) for o in numbers for n in (o.low, o.high) if n)]


def _best(told: Sequence[Told], backing: Sequence[Told], rules: RuleSet) -> int | None:
    candidates = sorted({t.low for t in told if t.low is not None})
    if rules == "conservative":
        return min(candidates, default=None)
    if rules == "informative":
        return max([*candidates, *(t.high for t in told if t.high is not None)], default=None) if candidates else None
    return max(candidates, key=lambda number: _worth(number, backing), default=None)


def supporters(number: int, told: Sequence[Told]) -> set[str]:
    """The origins that support a number.

    An origin supports a number that one of its claims speaks for, and one told on a later day than its own that is
    higher, but no more than twice, and not of other people: tolls grow, and what is further off mostly counts something
    else.
    """
    tellers = [t for t in told if t.low == number]
    return {t.origin for t in told if t.backs(number) or any(_grew(t, later) for later in tellers)}


def _grew(early: Told, later: Told) -> bool:
    if early.day is None or later.day is None or early.day >= later.day:
        return False
    if early.high is None or later.low is None or not early.high < later.low <= _GROWTH * early.high:
        return False
    return not (early.people and later.people and different_people(early.people, later.people))


def _worth(number: int, told: Sequence[Told]) -> tuple[int, int, int, bool, int]:
    tellers = [t for t in told if t.low == number]
    return (
        len(supporters(number, told)),
        max((t.day or 0 for t in tellers), default=0),
        max((worth_of(t.speaker) for t in tellers), default=0),
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
