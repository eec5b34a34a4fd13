"""Groups of reprints, and which of a group is the original.

A group is a star: each report, the longest first, joins the beginner of a group that it repeats most of, or begins one.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from annals.collect.likeness import Rank, rank_of
from annals.model.traces import Card

_ASKED = 8
"""Members of a group that are tried as its original."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A report with the longer ones that it repeats most of."""

    card: Card
    ties: Mapping[str, float] = field(default_factory=dict)
    """report_id of a longer report -> the share of this one that stands in it."""


def grouped(nodes: Iterable[Node]) -> list[list[str]]:
    """Part reports into groups of two or more: the beginner first, the others in the order of their places.

    The nodes of different components, by their ties, do not matter to each other; ties to unknown ones are passed over.
    """
    order = sorted(nodes, key=lambda node: node.card.place)
    ranks = {node.card.report_id: rank_of(node.card) for node in order}
    groups: dict[str, list[str]] = {}
    for node in order:
        fits = [(-share, ranks[name], name) for name, share in node.ties.items() if name in groups]
        if fits:
            groups[min(fits)[2]].append(node.card.report_id)
        else:
            groups[node.card.report_id] = [node.card.report_id]
    return [group for group in groups.values() if len(group) > 1]


def original_of(
    group: Sequence[str],
    ranks: Mapping[str, Rank],
    akin: Callable[[str, str], bool],
    known: tuple[str, frozenset[str]] | None = None,
) -> str:
    """The original of a group: of its first members by rank the first that is akin to every other, else its beginner.

    Args:
        group: the beginner, which is akin to all, then the others.
        ranks: of each member.
        akin: whether one of two members repeats most of the other.
        known: the original of fewer of these members, and these; only what is new must then be compared with it.
    """
    order = sorted(group, key=lambda name: ranks[name])
    asked = order[:_ASKED]
    if known is not None and known[0] in asked:
        first, members = known
        new = [name for name in group if name not in members]
        later = all(ranks[name] > ranks[first] for name in new)
        if members <= set(group) and later and all(akin(first, name) for name in new):
            return first
    for name in asked:
        if all(akin(name, other) for other in group):
            return name
    return group[0]
