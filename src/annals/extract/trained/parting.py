"""What the report itself says of which nodes are one event: answers and what they answer, entries, "another raid"."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from annals.extract.page import Page
from annals.extract.stretches import Stretch
from annals.extract.tie_cues import names_answer
from annals.extract.tie_members import member_of
from annals.extract.ties import asserted_pairs
from annals.extract.trained.nodes import ALONE, Node

APART = 40.0
"""Against two nodes being one event where the report says that they are two."""
UNLIKE = -4.0
"""The most that their wording then says for it."""
TOLD_ON = 1.5
"""For two nodes of one stretch, and against those that go on with a stretch telling the event before it."""

Matrix = NDArray[np.float64]


def part_by_words(nodes: Sequence[Node], page: Page, links: Matrix, against: Matrix) -> None:
    """Set apart, in place, what the report says to have answered, or come after, one another.

    `links` are log-odds of two nodes telling one event, `against` what speaks against it; both (nodes, nodes).
    """
    members = [member_of(node.candidate, n, page.text) for n, node in enumerate(nodes) if _happened(node)]
    for later, earlier in asserted_pairs(members, page.sentences, page.text):
        _part(later.telling, earlier.telling, links, against)


def part_by_stretches(nodes: Sequence[Node], stretches: Sequence[Stretch], links: Matrix, against: Matrix) -> None:
    """Set apart, in place, the nodes of different stretches, and put those of one stretch together."""
    homes = [next((n for n, s in enumerate(stretches) if s.holds(node.sentence)), ALONE) for node in nodes]
    for later, home in enumerate(homes):
        if home == ALONE:
            continue
        for earlier, other in enumerate(homes[:later]):
            if against[later, earlier] >= APART:
                continue
            if home == other:
                leaning = TOLD_ON
            elif _set_apart(nodes[later], nodes[earlier], stretches[home], other):
                _part(later, earlier, links, against)
                continue
            else:
                leaning = 0.0 if stretches[home].entry else -TOLD_ON
            links[later, earlier] += leaning
            links[earlier, later] += leaning


def _part(one: int, other: int, links: Matrix, against: Matrix) -> None:
    against[one, other] = against[other, one] = APART
    # Nor does it speak against an event that another one, told to be another, is told in like words.
    links[one, other] = links[other, one] = min(UNLIKE, links[one, other], links[other, one])


def _set_apart(node: Node, earlier: Node, stretch: Stretch, told: int) -> bool:
    """Whether a node of a stretch cannot be an earlier one that stands in another stretch, `told`, or in none."""
    if stretch.entry:
        # "The attack", in an entry, may be that of the entry before.
        return told != ALONE and not node.candidate.definite
    return node.sentence == stretch.first and not earlier.candidate.clause.sentence.title


def _happened(node: Node) -> bool:
    """Whether the rules take it for one event that happened, with a word for what was done."""
    candidate = node.candidate
    return candidate.realis == "actual" and not candidate.aggregate and not names_answer(candidate.trigger.exact)
