"""Evidence for and against two reports telling one event, as bars on a common scale of log-odds."""

import msgspec

from annals.model.cluster import Evidence
from annals.store.browse.review_shapes import Doubt

WIDTH = 240
_ROW = 18
_LEAST = 3.0
"""Log-odds at which a bar is full, at least."""


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """One piece of evidence."""

    evidence: Evidence
    x: float
    length: float
    kind: str
    """for, against, or impossible."""
    words: str
    """The score with its sign."""


class Waterfall(msgspec.Struct, frozen=True, kw_only=True):
    """The bars, the weightiest first."""

    bars: tuple[Bar, ...]
    width: int = WIDTH
    row: int = _ROW
    middle: int = WIDTH // 2


def waterfall(doubt: Doubt) -> Waterfall:
    """Return a bar for each piece of evidence."""
    most = max([_LEAST, *(abs(e.score) for e in doubt.evidence if not e.impossible)])
    return Waterfall(bars=tuple(_bar(evidence, most) for evidence in doubt.evidence))


def _bar(evidence: Evidence, most: float) -> Bar:
    score = -most if evidence.impossible else evidence.score
    length = round(abs(score) / most * (WIDTH / 2 - 4), 1)
    return Bar(
        evidence=evidence,
        x=round(WIDTH / 2 - (length if score < 0 else 0), 1),
        length=max(length, 1),
        kind="impossible" if evidence.impossible else "for" if score > 0 else "against",
        words="rules it out" if evidence.impossible else f"{evidence.score:+.1f}",
    )
