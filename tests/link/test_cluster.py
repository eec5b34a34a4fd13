"""Clusters and components against an independent library, on random graphs."""

from itertools import combinations

import msgspec
import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from annals.link.cluster import cluster
from annals.link.components import parted
from annals.link.weights import shipped
from annals.model.days import Days
from annals.model.rulings import Rulings
from tests.cases import cases

Pair = tuple[str, str]


class Told(msgspec.Struct, frozen=True):
    report_id: str
    firm_days: Days = (None, None)
    weight: int = 1


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[str], list[Pair]]:
    nodes = [f"m{n:02}" for n in range(draw(st.integers(1, 30)))]
    pairs = list(combinations(nodes, 2))
    return nodes, draw(st.lists(st.sampled_from(pairs), max_size=40)) if pairs else []


@given(graphs())
@cases(200)
def test_components_are_those_of_scipy(graph: tuple[list[str], list[Pair]]) -> None:
    nodes, edges = graph
    number = {node: n for n, node in enumerate(nodes)}
    rows, columns = [number[a] for a, _ in edges], [number[b] for _, b in edges]
    matrix = coo_matrix((np.ones(len(edges)), (rows, columns)), shape=(len(nodes), len(nodes)))
    _, labels = connected_components(matrix, directed=False)
    expected: dict[int, set[str]] = {}
    for node, label in zip(nodes, labels, strict=True):
        expected.setdefault(label, set()).add(node)
    found = parted(nodes, edges)
    assert sorted(map(sorted, expected.values())) == sorted(list(part.members) for part in found)
    assert sorted(edge for part in found for edge in part.edges) == sorted(set(edges))


@st.composite
def compared(draw: st.DrawFn) -> dict[Pair, float]:
    """The odds between all pairs of up to eight mentions: drawn by a generator, so that no two averages are equal."""
    pairs = list(combinations([f"m{n}" for n in range(draw(st.integers(2, 8)))], 2))
    numbers = np.random.default_rng(draw(st.integers(0, 2**32))).uniform(-5.9, 5.9, len(pairs))
    return dict(zip(pairs, numbers.tolist(), strict=True))


@given(compared())
@cases(200)
def test_clusters_are_those_of_average_linkage_where_nothing_is_ruled_out(odds: dict[Pair, float]) -> None:
    weights = msgspec.structs.replace(shipped(), decision={**shipped().decision, "best_share": 0.0})
    nodes = sorted({node for pair in odds for node in pair})
    found = cluster({node: Told(node) for node in nodes}, odds, lambda a, b: odds[a, b], Rulings(()), weights)
    clip, join = weights.decision["clip"], weights.decision["join"]
    tree = linkage([clip - odds[pair] for pair in combinations(nodes, 2)], method="average")
    labels = fcluster(tree, clip - join, criterion="distance")
    expected: dict[int, list[str]] = {}
    for node, label in zip(nodes, labels, strict=True):
        expected.setdefault(label, []).append(node)
    assert found == sorted(tuple(members) for members in expected.values())


def test_a_chain_of_weak_ties_does_not_glue_two_strong_clusters() -> None:
    left, right = ["a1", "a2", "a3"], ["b1", "b2", "b3"]
    odds = dict.fromkeys(combinations(sorted(left + right), 2), -4.0)
    odds |= dict.fromkeys([*combinations(left, 2), *combinations(right, 2)], 4.0)
    odds["a3", "b1"] = 1.0
    edges = [pair for pair, value in odds.items() if value > 0]
    found = cluster({m: Told(m) for m in left + right}, edges, lambda a, b: odds[a, b], Rulings(()), shipped())
    assert found == [tuple(left), tuple(right)]
