"""The network's story and the rules' reading of one report made one: whose events, whose values.

The network says which events there are, which words tell the same one, and whether it happened; the rules read values
from the words. What only the rules have found is mostly no event of the report, and what only the network has found is
mostly more on one that both tell, so both are left out.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from annals.extract.trained.events import Event
from annals.model import Finding, Quote, Telling

_TRIGGER, _PART, _NEAR = 3.0, 1.0, 0.5
_WORD = re.compile(r"\w+")
_SMALL = frozenset("on in at the a an of near early late last this that and to from morning night evening".split())


@dataclass(frozen=True, kw_only=True)
class Joint:
    """One event: the network's and the rules' tellings of it, by their indexes."""

    event: int
    tellings: tuple[int, ...]
    leads: bool = True
    """False where the rules part what the network takes for one event, and this is not its first part."""


def join(events: Sequence[Event], tellings: Sequence[Telling]) -> list[Joint]:
    """Which tellings of the rules tell which event of the network, in the order of the network's events."""
    homes = [_home(telling, events) for telling in tellings]
    found: list[Joint] = []
    for number in range(len(events)):
        groups = _parted([n for n, home in enumerate(homes) if home == number], tellings)
        found += [Joint(event=number, tellings=group, leads=n == 0) for n, group in enumerate(groups)]
    return found


def _parted(numbers: Sequence[int], tellings: Sequence[Telling]) -> list[tuple[int, ...]]:
    """Tellings of one event, parted where their days or their places share no word, or where one sentence tells both.

    The rules part what one sentence tells by its grammar ("rockets hit, three days after a salvo that wounded six").
    """
    groups: list[list[int]] = []
    for number in numbers:
        home = next((g for g in groups if all(_agree(tellings[number], tellings[n]) for n in g)), None)
        if home is None:
            groups.append([number])
        else:
            home.append(number)
    return [tuple(group) for group in groups]


def _agree(one: Telling, other: Telling) -> bool:
    if one.sentence == other.sentence:
        return False
    for field in ("date", "place"):
        left, right = _said(one, field), _said(other, field)
        if left and right and not left & right:
            return False
    return True


def _said(telling: Telling, field: str) -> set[str]:
    """The words of a telling's days or places, small words left out."""
    found = [f for f in telling.findings if f.field == field]
    # The anchor of a day is another event's day; that of a place is the place's fuller name.
    said = " ".join(f.words if field == "date" else f.anchor or f.words for f in found)
    return {word for word in _WORD.findall(said.lower()) if word not in _SMALL}


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
