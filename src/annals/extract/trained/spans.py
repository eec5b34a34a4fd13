"""From the taggers' answers to spans of words, layer by layer."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annals.extract.trained.labels import ATTRIBUTES, LAYERS
from annals.extract.trained.pieces import Pieces

Floats = NDArray[np.float32]

BIAS: dict[str, float] = {}
"""By layer: what is taken off the answer "outside", where misses cost more than surplus."""


@dataclass(frozen=True, kw_only=True)
class Span:
    """Words of one kind, from piece `first` to `last` (inclusive), in code points from `start` to `end` (exclusive)."""

    layer: str
    label: str
    first: int
    last: int
    start: int
    end: int
    score: float
    """Mean probability of its tags, 0 to 1."""


def spans_of(logits: Mapping[str, Floats], pieces: Pieces, bias: Mapping[str, float] | None = None) -> list[Span]:
    """The spans of all layers; `logits` has one (pieces, tags) matrix for each `tag:LAYER`."""
    found: list[Span] = []
    for layer, labels in LAYERS.items():
        matrix = logits[f"tag:{layer}"].astype(np.float32)
        lean = (BIAS if bias is None else bias).get(layer, 0.0)
        if lean:
            matrix = matrix.copy()
            matrix[:, 0] -= lean
        found += layer_spans(layer, labels, matrix, pieces)
    return found


def layer_spans(layer: str, labels: tuple[str, ...], matrix: Floats, pieces: Pieces) -> list[Span]:
    """The spans of one layer: runs of words with one class; the pieces of a word go with its first.

    A begin within a run does not part it: two spans of one class with nothing between them are far rarer than a begin
    that is told twice.
    """
    if not len(matrix):
        return []
    best = matrix.argmax(axis=1)
    if not best.any():
        return []
    shifted = np.exp(matrix - matrix.max(axis=1, keepdims=True))
    sure = shifted.max(axis=1) / shifted.sum(axis=1)
    found: list[Span] = []
    at, count = 0, len(best)
    while at < count:
        tag = int(best[at])
        if tag == 0 or not pieces.heads[at]:
            at += 1
            continue
        label = (tag - 1) // 2
        last = at
        while last + 1 < count and (not pieces.heads[last + 1] or (best[last + 1] + 1) // 2 == label + 1):
            last += 1
        found.append(
            Span(
                layer=layer,
                label=labels[label],
                first=at,
                last=last,
                start=pieces.starts[at],
                end=pieces.ends[last],
                score=float(sure[at : last + 1].mean()),
            )
        )
        at = last + 1
    return found


def attribute(logits: Mapping[str, Floats], name: str, spans: list[Span]) -> Floats:
    """Log-odds of each value of an attribute, over all words of the spans together; (values,)."""
    matrix = logits[f"at:{name}"]
    total: Floats = np.mean([matrix[s.first : s.last + 1].mean(axis=0) for s in spans], axis=0)
    return total


def value_of(logits: Mapping[str, Floats], name: str, spans: list[Span]) -> str:
    """The likeliest value of an attribute."""
    return ATTRIBUTES[name][int(attribute(logits, name, spans).argmax())]
