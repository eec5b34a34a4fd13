"""Learnt weights: what they are for, what they add up to, and how they are learnt."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.collect.report import report_of
from annals.extract.trained.counting import group_features
from annals.extract.trained.events import average_link
from annals.extract.trained.likeness import likeness
from annals.extract.trained.reader import TrainedReader
from annals.extract.trained.reading import Asked
from annals.extract.trained.sharing import FEATURES, sharing
from annals.extract.trained.weighing import scored, shipped
from annals.reference.tables import References
from training.weighing import AGAINST, FOR, fitted, pair_features, written

TWO = """Two blasts in two days

On Monday a bomb went off at a market in Gao and killed four traders, police said. The blast tore off roofs.

On Wednesday gunmen ambushed an army convoy near Timbuktu. Six soldiers died.
"""


@pytest.fixture(scope="module")
def asked() -> Asked:
    reader = TrainedReader(References.load())
    return reader.asked_nodes(report_of(text=TWO, raw=TWO.encode(), published="2023-05-05"))


def _at(asked: Asked, words: str) -> int:
    at = TWO.index(words)
    return next(
        n
        for n, node in enumerate(asked.nodes)
        if node.candidate.trigger.start < at + len(words) and at < node.candidate.trigger.end
    )


def test_clauses_of_one_event_are_likelier_one_than_those_of_two(asked: Asked) -> None:
    links = likeness(asked.nodes, asked.same, "2023-05-05", shipped().same)
    bomb, blast, ambush = (_at(asked, words) for words in ("killed four", "blast tore", "ambushed"))
    assert links[bomb, blast] > 0 > links[bomb, ambush]
    assert (links == links.T).all()


def test_days_that_differ_are_seen(asked: Asked) -> None:
    bomb, ambush = _at(asked, "killed four"), _at(asked, "ambushed")
    features = pair_features(asked.nodes, bomb, ambush, sharing(asked.nodes, asked.same), "2023-05-05")
    assert features["other day"] == 1
    assert "same day" not in features


def test_an_incident_weighs_more_than_a_fragment_of_it(asked: Asked) -> None:
    links = likeness(asked.nodes, asked.same, "2023-05-05", shipped().same)
    bomb, blast = sorted((_at(asked, "killed four"), _at(asked, "blast tore")))
    rest = [i for i in range(len(asked.nodes)) if i not in (bomb, blast)]

    def worth(group: list[int], *others: list[int]) -> float:
        features = group_features(group, [group, *others], asked.nodes, links, asked.around)
        return scored(features, shipped().counts)

    assert worth([bomb, blast], rest) > worth([blast], [bomb], rest)


def test_every_feature_that_a_report_gives_has_a_weight_or_none_needed(asked: Asked) -> None:
    links = likeness(asked.nodes, asked.same, None, shipped().same)
    groups = [[i] for i in range(len(asked.nodes))]
    given_ = {name for group in groups for name in group_features(group, groups, asked.nodes, links, asked.around)}
    assert given_ <= set(shipped().counts)
    assert not (FOR & AGAINST)


def test_features_without_a_weight_count_for_nothing() -> None:
    assert scored({"a": 2.0, "b": 9.0}, {"bias": -1.0, "a": 0.5}) == 0.0


def test_what_the_network_says_of_two_nodes_is_the_same_both_ways(asked: Asked) -> None:
    said = sharing(asked.nodes, asked.same)
    assert set(said) == set(FEATURES)
    for matrix in said.values():
        assert np.isfinite(matrix).all()
        assert np.allclose(matrix, matrix.T)
    bomb, ambush = _at(asked, "killed four"), _at(asked, "ambushed")
    assert said["own weapon"][bomb, ambush] >= 0
    assert said["own figure"][bomb, ambush] > said["shared figure"][bomb, ambush]


def test_nodes_that_the_network_has_no_word_of_are_known_as_such(asked: Asked) -> None:
    nodes = [replace(node, heeded=None, mentions=[]) for node in asked.nodes]
    said = sharing(nodes, asked.same)
    assert said["unheard"].all()
    assert not said["network"].any()


@given(st.integers(2, 8), st.integers(0, 1000))
def test_a_clash_that_outweighs_all_keeps_two_apart(count: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    links = chance.normal(2, 2, size=(count, count))
    clashes = np.zeros((count, count))
    clashes[0, 1] = clashes[1, 0] = 1000.0
    for group in average_link(links, 0.0, clashes):
        assert not {0, 1} <= set(group)


def test_what_speaks_for_an_event_is_learnt() -> None:
    rows = [{"day": float(n % 2), "dull": 1.0} for n in range(40)]
    weights = fitted(rows, np.array([n % 2 for n in range(40)], float), np.ones(40), 1.0, signed=True)
    assert weights["day"] > 1
    assert "dull" not in weights
    assert scored({"day": 1.0}, weights) > 0 > scored({"day": 0.0}, weights)


def test_what_can_only_speak_for_an_event_never_speaks_against_it() -> None:
    rows = [{"day": float(n % 2)} for n in range(40)]
    weights = fitted(rows, np.array([1 - n % 2 for n in range(40)], float), np.ones(40), 1.0, signed=True)
    assert weights["day"] == 0


def test_the_file_names_every_weight() -> None:
    shown = written(shipped())
    assert "[same]" in shown
    assert all(f'"{name}" = ' in shown for name in shipped().counts)
