"""How likely two nodes of one report tell one event: features of the pair, and their learnt weights."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from annals.extract.fitting import same_spot
from annals.extract.trained.nodes import ALONE, Node
from annals.extract.trained.sharing import sharing
from annals.extract.trained.weighing import Features, scored
from annals.extract.when import agree
from annals.reference.event_families import compatible_types

Floats = NDArray[np.float32]
Matrix = NDArray[np.float64]

OTHER_DAY, OTHER_SPOT = 3.0, 2.0
"""Log-odds against one event where its clauses name other days, other places."""
_SIGN = {True: -1.0, False: 1.0, None: 0.0}


def likeness(nodes: Sequence[Node], same: Floats, published: str | None, weights: Features) -> Matrix:
    """Log-odds that two nodes tell one event, (nodes, nodes), symmetric; the diagonal means nothing.

    `same` are the network's probabilities by mention.
    """
    found = np.zeros((len(nodes), len(nodes)))
    for name, matrix in sharing(nodes, same).items():
        found += weights.get(name, 0.0) * matrix
    for left in range(len(nodes)):
        for right in range(left + 1, len(nodes)):
            found[left, right] += scored(features_of_words(nodes, left, right, published), weights)
            found[right, left] = found[left, right]
    return found


def clashes(nodes: Sequence[Node], published: str | None) -> Matrix:
    """What the days and spots that nodes name speak against their being one event; below 0 where they speak for it."""
    count = len(nodes)
    found = np.zeros((count, count))
    for left, first in enumerate(nodes):
        for right in range(left + 1, count):
            second = nodes[right]
            day = agree(first.when, second.when, published)
            spot = same_spot([first.points] if first.points else [], second.points)
            # One place does not make two days one.
            value = _SIGN[day] * OTHER_DAY + (0.0 if day is False and spot else _SIGN[spot] * OTHER_SPOT)
            found[left, right] = found[right, left] = value
    return found


def features_of_words(nodes: Sequence[Node], left: int, right: int, published: str | None) -> dict[str, float]:
    """What speaks for and against two nodes of a report being one event, without the network.

    `left` stands before `right`. What does not hold of the two is left out.
    """
    found = _of_wording(nodes[left], nodes[right], published)
    found |= _of_position(nodes[left], nodes[right])
    found["nodes"] = math.log1p(len(nodes))
    return found


def _of_wording(first: Node, second: Node, published: str | None) -> dict[str, float]:
    one, other = first.candidate, second.candidate
    day = agree(first.when, second.when, published)
    spot = same_spot([first.points] if first.points else [], second.points)
    arms = one.arms | one.types, other.arms | other.types
    tolls = _killed(first), _killed(second)
    told = {
        "rules same": ALONE < first.draft == second.draft,
        "rules other": ALONE < first.draft != second.draft > ALONE,
        "same day": day is True,
        "other day": day is False,
        "same spot": spot is True,
        "other spot": spot is False,
        "same type": bool(one.types & other.types),
        "other type": bool(one.types and other.types and not compatible_types(one.types, other.types)),
        "other arms": bool(arms[0] and arms[1] and not compatible_types(*arms)),
        "realis of rules": one.realis == other.realis,
        "aggregate of rules": one.aggregate == other.aggregate,
        "same doers": bool(one.doers & other.doers),
        "other doers": bool(one.doers and other.doers and not one.doers & other.doers),
        "same names": bool(one.names & other.names),
        "other names": bool(one.names and other.names and not one.names & other.names),
        "same toll": bool(tolls[0] & tolls[1]),
        "other toll": bool(tolls[0] and tolls[1] and not tolls[0] & tolls[1]),
        "same word": _stem(first) == _stem(second),
        "definite": other.definite,
        "introduces": other.introduces,
        "another": other.another,
        "headed": other.headed,
        "anchored": second.when.said or bool(second.when.chain) or second.spot,
        "harmful": other.harmful,
        "back": second.when.back,
        "from back": first.when.back,
        "only one back": first.when.back != second.when.back,
    }
    return {name: 1.0 for name, value in told.items() if value}


def _of_position(first: Node, second: Node) -> dict[str, float]:
    one, other = first.candidate.clause, second.candidate.clause
    gap = other.sentence.index - one.sentence.index
    return {
        "from title": float(one.sentence.title),
        "from lede": float(one.sentence.index <= 1),
        "lede": float(other.sentence.index <= 2),  # noqa: PLR2004
        "same sentence": float(gap == 0),
        "same sentence, clause apart": float(gap == 0 and other.link in ("other", "main")),
        "next sentence": float(gap == 1),
        "same paragraph": float(one.sentence.paragraph == other.sentence.paragraph),
        "gap": math.log1p(gap),
    }


def _killed(node: Node) -> set[str]:
    return {f.words.lower() for f in node.candidate.findings if f.field == "killed" and not f.part}


def _stem(node: Node) -> str:
    return node.candidate.trigger.exact.lower().rstrip("s")
