"""Connected components: what one new tie can touch."""

from collections.abc import Iterable
from typing import NamedTuple

Pair = tuple[str, str]


class Component(NamedTuple):
    """Mentions that ties connect, and the edges between them."""

    members: tuple[str, ...]
    """Sorted, at least one."""
    edges: tuple[Pair, ...]
    """Sorted, each once, the smaller id first."""


def parted(nodes: Iterable[str], edges: Iterable[Pair], held: Iterable[Pair] = ()) -> list[Component]:
    """The nodes parted so that no tie leads from one part to another, sorted by their members; each node in one.

    Args:
        nodes: ids, in any order.
        edges: ties between nodes.
        held: further ties, which connect but are no edges; those of unknown nodes are passed over.

    >>> [part.members for part in parted("abcd", [("a", "c")], [("c", "x")])]
    [('a', 'c'), ('b',), ('d',)]
    """
    parents = {node: node for node in nodes}

    def root(node: str) -> str:
        while (parent := parents[node]) != node:
            parents[node] = node = parents[parent]
        return node

    within = sorted(set(edges))
    for left, right in (*within, *held):
        if left in parents and right in parents:
            a, b = root(left), root(right)
            parents[max(a, b)] = min(a, b)
    members: dict[str, list[str]] = {}
    ties: dict[str, list[Pair]] = {}
    for node in sorted(parents):
        members.setdefault(root(node), []).append(node)
    for edge in within:
        ties.setdefault(root(edge[0]), []).append(edge)
    return sorted(Component(tuple(part), tuple(ties.get(first, ()))) for first, part in members.items())
