"""Pairs of mentions that linking is not sure of: what a person should look at."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from annals.link.judge import IMPOSSIBLE
from annals.link.weights import Weights
from annals.model.cluster import Cluster, PairEvidence
from annals.model.rulings import Rulings

_MOST = 5
"""Doubts that one cluster may have with others: a pair is kept that is among the strongest of both its clusters."""


def doubtful(
    clusters: Sequence[Cluster],
    compared: Iterable[tuple[str, str]],
    odds: Callable[[str, str], float],
    explain: Callable[[str, str], PairEvidence],
    rulings: Rulings,
    weights: Weights,
) -> list[PairEvidence]:
    """The pairs to look at, sorted, each once.

    Between two clusters it is the pair that speaks most for one event, where it does not speak clearly against it and
    nobody decided on any pair of theirs; within a cluster a pair that alone ties a mention to the others, where it is
    not clearly the same. Pairs that a person decided are always among them.

    Args:
        clusters: what linking made of the mentions.
        compared: the pairs that were compared, the smaller id first.
        odds: the log-odds of such a pair.
        explain: the evidence of a pair.
        rulings: what people decided.
        weights: the thresholds.
    """
    home = {mention: number for number, cluster in enumerate(clusters) for mention in cluster.mention_ids}
    chosen = {(left, right) for left, right in rulings.by_pair if left in home and right in home}
    decided = {tuple(sorted((home[left], home[right]))) for left, right in chosen}
    chosen |= {
        (left, right)
        for left, right in _between(compared, odds, home, weights)
        if tuple(sorted((home[left], home[right]))) not in decided
    }
    within = [pair for cluster in clusters for pair in cluster.why if pair.verdict != "same" and pair.judged_by is None]
    chosen -= {(pair.left, pair.right) for pair in within}
    explained = [explain(left, right) for left, right in chosen]
    return sorted([*within, *explained], key=lambda pair: (pair.left, pair.right))


def _between(
    compared: Iterable[tuple[str, str]],
    odds: Callable[[str, str], float],
    home: Mapping[str, int],
    weights: Weights,
) -> Iterator[tuple[str, str]]:
    best: dict[tuple[int, int], tuple[float, str, str]] = {}
    for left, right in compared:
        a, b = sorted((home[left], home[right]))
        found = odds(left, right)
        if a == b or found <= max(IMPOSSIBLE, weights.decision["sure_different"]):
            continue
        entry = (-round(found, 9), left, right)
        if (a, b) not in best or entry < best[a, b]:
            best[a, b] = entry
    strongest: dict[int, list[tuple[float, str, str]]] = defaultdict(list)
    for (a, b), entry in best.items():
        strongest[a].append(entry)
        strongest[b].append(entry)
    kept = Counter(entry for entries in strongest.values() for entry in sorted(entries)[:_MOST])
    for (_, left, right), times in sorted(kept.items()):
        if times > 1:
            yield left, right
