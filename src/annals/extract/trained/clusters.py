"""Which nodes of a report tell one event: their likeness weighed, and what the report itself sets apart."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annals.extract.page import Page
from annals.extract.stretches import Stretch, stretches_of
from annals.extract.trained.events import Floats, average_link
from annals.extract.trained.likeness import clashes, likeness
from annals.extract.trained.nodes import Node
from annals.extract.trained.parting import part_nodes
from annals.extract.trained.weighing import Features

TOGETHER = 0.8
"""Nodes whose mean log-odds of telling one event reach this are one."""

Matrix = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Clusters:
    """The nodes put together, and by what."""

    groups: list[list[int]]
    """Each in the report's order, by their first node; every node is in one."""
    links: Matrix
    """Log-odds of telling one event, (nodes, nodes)."""
    against: Matrix
    """What days, places and the report's own words speak against it, (nodes, nodes)."""
    stretches: list[Stretch]


def clusters_of(nodes: Sequence[Node], page: Page, same: Floats, published: str | None, weights: Features) -> Clusters:
    """Put the nodes of a report together; `same` are the network's probabilities by mention."""
    links = likeness(nodes, same, published, weights)
    against = clashes(nodes, published)
    stretches = stretches_of(page, [node.candidate for node in nodes])
    part_nodes(nodes, page, stretches, links, against, published=published)
    groups = average_link(links, TOGETHER, against) if nodes else []
    return Clusters(groups=groups, links=links, against=against, stretches=stretches)
