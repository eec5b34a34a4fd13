"""Pairs of mentions that linking is not sure of: what a person should look at."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from annals.link.judge import IMPOSSIBLE
from annals.link.weights import Weights
from annals.model.cluster import Cluster, PairEvidence
from annals.model.rulings import Rulings
from annals.model.traces import Weighed

Pair = tuple[str, str]
"""Two mention ids, the smaller first."""

Strength = tuple[float, str, str]
"""Of a pair between two clusters its log-odds, negative and rounded, so that the strongest is the smallest; its ids."""

_MOST = 5
"""Doubts that one cluster may have with others: a pair is kept that is among the strongest of both its clusters."""


def doubtful(
    clusters: Sequence[Cluster], weighed: Iterable[Weighed], rulings: Rulings, weights: Weights
) -> tuple[list[PairEvidence], list[Pair]]:
    """The pairs to look at: those within clusters, and the ids of the others, sorted; each once.

    Between two clusters it is the pair that speaks most for one event, where it does not speak clearly against it and
    nobody decided on any pair of theirs; within a cluster a pair that alone ties a mention to the others, where it is
    not clearly the same. Pairs that a person decided are always among them.

    Args:
        clusters: what linking made of the mentions.
        weighed: the pairs that may be one event.
        rulings: what people decided.
        weights: the thresholds.
    """
    home = {mention: cluster.mention_ids for cluster in clusters for mention in cluster.mention_ids}
    chosen = {(left, right) for left, right in rulings.by_pair if left in home and right in home}
    decided = {frozenset((home[left], home[right])) for left, right in chosen}
    beside: defaultdict[tuple[str, ...], list[Strength]] = defaultdict(list)
    for pair in weighed:
        one, other = home[pair.left], home[pair.right]
        if one != other and doubtful_odds(pair.odds, weights):
            strength = strength_of(pair.left, pair.right, pair.odds)
            beside[one].append(strength)
            beside[other].append(strength)
    tops = {own: set(strongest(own, strengths, home.__getitem__)) for own, strengths in beside.items()}
    chosen |= {
        (left, right)
        for own, strengths in tops.items()
        for _, left, right in (found for found in strengths if found in tops[other_of(own, found, home.__getitem__)])
        if frozenset((home[left], home[right])) not in decided
    }
    within = [pair for cluster in clusters for pair in doubts_within(cluster)]
    chosen -= {(pair.left, pair.right) for pair in within}
    return within, sorted(chosen)


def doubts_within(cluster: Cluster) -> list[PairEvidence]:
    """The pairs of a cluster that tie a mention to the others and are not clearly the same."""
    return [pair for pair in cluster.why if pair.verdict != "same" and pair.judged_by is None]


def doubtful_odds(odds: float, weights: Weights) -> bool:
    """Whether a pair between two clusters does not speak clearly against one event."""
    return odds > max(IMPOSSIBLE, weights.decision["sure_different"])


def strength_of(left: str, right: str, odds: float) -> Strength:
    """The strength of a pair, the smaller id first."""
    return -round(odds, 9), left, right


def strongest(
    own: tuple[str, ...], strengths: Iterable[Strength], home: Callable[[str], tuple[str, ...]]
) -> list[Strength]:
    """The pairs by which a cluster may be one with others: the strongest with each, of these the strongest few.

    Args:
        own: the mentions of the cluster.
        strengths: pairs between it and others that are doubtful; those within it are passed over.
        home: the cluster of a mention.
    """
    best: dict[tuple[str, ...], Strength] = {}
    for strength in strengths:
        other = other_of(own, strength, home)
        if other != own and (other not in best or strength < best[other]):
            best[other] = strength
    return sorted(best.values())[:_MOST]


def other_of(own: tuple[str, ...], strength: Strength, home: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """The cluster at the other end of a pair; its own where both ends are in it."""
    left = home(strength[1])
    return home(strength[2]) if left == own else left
