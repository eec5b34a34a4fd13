"""Of which events a report says who did them: claimed, blamed on somebody, or that nobody claimed them."""

from collections.abc import Sequence

from annals.extract.attributed import StanceFinding
from annals.extract.page import Sentence
from annals.extract.trained.nodes import Node
from annals.extract.when import when_of


def voiced(nodes: Sequence[Node], stances: Sequence[tuple[Sentence, StanceFinding]]) -> frozenset[int]:
    """The nodes of which somebody says who did them, where they happened, are one event each and are news.

    The words are about what their sentence tells nearest to them, else about what was told last. A denial does not
    count: courts hear them of deeds long past.
    """
    spoken = (_meant(nodes, n.index, stance.at) for n, stance in stances if stance.finding.stance != "denies")
    return frozenset(n for n in spoken if n is not None and _is_news(nodes[n]))


def _meant(nodes: Sequence[Node], sentence: int, at: int) -> int | None:
    here = [n for n, node in enumerate(nodes) if node.sentence == sentence and not node.candidate.aggregate]
    if here:
        return min(here, key=lambda n: abs(nodes[n].candidate.at - at))
    return max((n for n, node in enumerate(nodes) if node.sentence < sentence), default=None)


def _is_news(node: Node) -> bool:
    candidate = node.candidate
    return candidate.realis == "actual" and not candidate.aggregate and not when_of(candidate.times).back
