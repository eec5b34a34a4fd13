"""The network's story and the rules' reading of one report made one: whose events, whose values.

The network says which events there are, which words tell the same one, and whether it happened; the rules read values
from the words. Where only one of the two has found something, it counts if that one is known to be good at it.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from annals.extract.trained.events import Event
from annals.model import Finding, Quote, Telling

_TRIGGER, _PART, _NEAR = 3.0, 1.0, 0.5
ALONE = 0.8
"""How sure the network must be of an event that the rules do not tell."""


@dataclass(frozen=True, kw_only=True)
class Joint:
    """One event: the network's, where it has one, and the rules' tellings of it, by their indexes."""

    event: int | None
    tellings: tuple[int, ...]


def join(events: Sequence[Event], tellings: Sequence[Telling]) -> list[Joint]:
    """Which tellings of the rules tell which event of the network, events in their order, then what is left."""
    homes = [_home(telling, events) for telling in tellings]
    found = [
        Joint(event=number, tellings=tuple(n for n, home in enumerate(homes) if home == number))
        for number in range(len(events))
    ]
    return found + [Joint(event=None, tellings=(n,)) for n, home in enumerate(homes) if home is None]


def _home(telling: Telling, events: Sequence[Event]) -> int | None:
    """The event of the network that shares most words with a telling of the rules; None where none shares any."""
    votes: Counter[int] = Counter()
    stretches = [words_at(finding) for finding in telling.findings]
    for number, event in enumerate(events):
        for mention in event.mentions:
            if _meet(mention.start, mention.end, telling.trigger):
                votes[number] += _TRIGGER  # type: ignore[assignment]
            elif _meet(mention.start, mention.end, telling.sentence):
                votes[number] += _NEAR  # type: ignore[assignment]
        for _, span in event.parts:
            votes[number] += _PART * sum(a < span.end and span.start < b for a, b in stretches)  # type: ignore[assignment]
    best = max(votes.items(), key=lambda item: (item[1], -item[0]), default=None)
    return best[0] if best is not None and best[1] >= _PART else None


def words_at(finding: Finding) -> tuple[int, int]:
    """Where a finding's words stand; the whole quote where it has none."""
    at = finding.quote.exact.find(finding.words) if finding.words else -1
    if at < 0:
        return finding.quote.start, finding.quote.end
    return finding.quote.start + at, finding.quote.start + at + len(finding.words)


def _meet(start: int, end: int, quote: Quote) -> bool:
    return start < quote.end and quote.start < end


def counts(joint: Joint, events: Sequence[Event]) -> bool:
    """Whether a joint is kept: what the rules alone have found is not, nor what the network is not sure of."""
    if joint.event is None:
        return False
    return bool(joint.tellings) or max(m.score for m in events[joint.event].mentions) >= ALONE
