"""Join mentions to clusters, best pair first, by the average over all pairs and the best of them, within hard limits.

The average keeps a chain of weak ties from gluing strong clusters: two clusters are joined only where their
mentions, taken together, speak for one event. Two mentions of one report never meet, nor do mentions that cannot be
one event, unless a person says they are the same; a person's "different" always keeps them apart.
"""

from collections.abc import Callable, Iterable, Mapping
from heapq import heapify, heappop, heappush
from typing import Protocol

from annals.link.compare.when import FAR_DAYS
from annals.link.judge import IMPOSSIBLE
from annals.link.weights import Weights
from annals.model.days import Days, gap
from annals.model.rulings import Rulings

_SPEAKERS = 10
"""Members of a cluster that are compared when it is weighed against another: those that tell most."""


class Known(Protocol):
    """What clustering needs to know of a mention."""

    @property
    def report_id(self) -> str:
        """The report that holds it."""

    @property
    def firm_days(self) -> Days:
        """The days on which it must have happened."""

    @property
    def weight(self) -> int:
        """How much it tells; the fullest members speak for a large cluster."""


Odds = Callable[[str, str], float]
"""Log-odds of two mention ids (the smaller first), `IMPOSSIBLE` where they cannot be one."""


class _Group:
    """A cluster in the making."""

    __slots__ = ("edges", "first_end", "last_start", "members", "reports", "speakers")

    def __init__(self, mention_id: str, known: Known) -> None:
        self.members = [mention_id]
        self.reports = {known.report_id}
        self.speakers = [mention_id]
        self.last_start, self.first_end = known.firm_days
        self.edges: set[int] = set()

    def days_with(self, other: "_Group") -> int:
        """Days between the two mentions, one of either group or both of one, whose dates lie furthest apart."""
        start = max((n for n in (self.last_start, other.last_start) if n is not None), default=None)
        end = min((n for n in (self.first_end, other.first_end) if n is not None), default=None)
        return gap((start, None), (None, end))


def cluster(
    mentions: Mapping[str, Known],
    edges: Iterable[tuple[str, str]],
    odds: Odds,
    rulings: Rulings,
    weights: Weights,
) -> list[tuple[str, ...]]:
    """Partition the mentions; the same whatever order they come in.

    Args:
        mentions: every mention to place, by id.
        edges: pairs worth comparing; two clusters are weighed where at least one edge lies between them.
        odds: the comparison of two mentions.
        rulings: what people decided.
        weights: threshold, clip and size limits.

    Returns:
        Sorted tuples of ids, sorted; every mention in exactly one.
    """
    order = sorted(mentions)
    number = {mention_id: n for n, mention_id in enumerate(order)}
    groups = {n: _Group(m, mentions[m]) for m, n in number.items()}
    home = list(range(len(order)))

    def merge(a: int, b: int) -> int:
        keep, gone = min(a, b), max(a, b)
        group, other = groups[keep], groups.pop(gone)
        group.members += other.members
        group.reports |= other.reports
        group.speakers = sorted(group.members, key=lambda m: (-mentions[m].weight, m))[:_SPEAKERS]
        group.last_start = max((n for n in (group.last_start, other.last_start) if n is not None), default=None)
        group.first_end = min((n for n in (group.first_end, other.first_end) if n is not None), default=None)
        group.edges |= other.edges
        for neighbour in other.edges:
            groups[neighbour].edges.discard(gone)
            groups[neighbour].edges.add(keep)
        group.edges -= {keep, gone}
        for member in other.members:
            home[number[member]] = keep
        return keep

    def average(a: int, b: int) -> float | None:
        first, second = groups[a], groups[b]
        if first.reports & second.reports or rulings.keeps_apart(first.members, second.members):
            return None
        if first.days_with(second) >= FAR_DAYS:
            return None
        known = []
        for x in first.speakers:
            for y in second.speakers:
                found = odds(x, y) if x < y else odds(y, x)
                if found <= IMPOSSIBLE:
                    return None
                known.append(found)
        return _joint(known, weights)

    for left, right in rulings.same:
        if left in number and right in number and home[number[left]] != home[number[right]]:
            merge(home[number[left]], home[number[right]])
    for left, right in edges:
        a, b = home[number[left]], home[number[right]]
        if a != b:
            groups[a].edges.add(b)
            groups[b].edges.add(a)
    heap: list[tuple[float, int, int, int, int]] = []

    def weigh(a: int, b: int) -> tuple[float, int, int, int, int] | None:
        a, b = min(a, b), max(a, b)
        found = average(a, b)
        if found is None or found < weights.decision["join"]:
            return None
        return (-round(found, 9), a, b, len(groups[a].members), len(groups[b].members))

    heap = [entry for a in groups for b in groups[a].edges if a < b and (entry := weigh(a, b))]
    heapify(heap)
    while heap:
        _, a, b, size_a, size_b = heappop(heap)
        if a not in groups or b not in groups or (len(groups[a].members), len(groups[b].members)) != (size_a, size_b):
            continue
        kept = merge(a, b)
        for neighbour in sorted(groups[kept].edges):
            entry = weigh(kept, neighbour)
            if entry is not None:
                heappush(heap, entry)
    return sorted(tuple(sorted(group.members)) for group in groups.values())


def _joint(known: list[float], weights: Weights) -> float:
    """What the pairs between two clusters say together: their average, and in part the best of them.

    A mention that tells little ("last week's attack") says little of any other, which is no sign against one event.
    """
    clip, share = weights.decision["clip"], weights.decision["best_share"]
    bounded = [max(-clip, min(clip, found)) for found in known]
    return share * max(bounded) + (1 - share) * sum(bounded) / len(bounded)
