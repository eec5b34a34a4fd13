"""Mentions become events by average link."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from annals.extract.trained.events import SAME, groups_of


@given(st.integers(2, 12), st.integers(0, 10_000))
def test_groups_are_those_of_a_known_library(count: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    same = chance.uniform(0, 1, size=(count, count)).astype(np.float32)
    both = (same + same.T) / 2
    apart = 1 - both
    np.fill_diagonal(apart, 0)
    labels = fcluster(linkage(squareform(apart, checks=False), "average"), 1 - SAME, "distance")
    wanted = sorted(sorted(np.flatnonzero(labels == label).tolist()) for label in set(labels))
    assert groups_of(same) == wanted


def test_one_mention_is_one_event() -> None:
    assert groups_of(np.zeros((1, 1), dtype=np.float32)) == [[0]]
