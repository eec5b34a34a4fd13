"""Windows with their targets, and batches of them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from annals.extract.trained.hints import Hints
from annals.extract.trained.labels import LAYERS, RELATIONS
from annals.extract.trained.pieces import Pieces, windows
from annals.extract.trained.relations import telling_classes, told
from training.learning.classes import distance_class
from training.learning.hinting import Hinted
from training.learning.pieces import pieces_at
from training.learning.targets import Gold, gold_of, pairs, tags
from training.learning.weak import WeakText

PLACES = 8
"""Of a pair: left first, left last, right first, right last (pieces of the window), both layers, distance class,
whether the rules give both to one telling."""


@dataclass(kw_only=True)
class Example:
    """One window: its pieces and what is known of it."""

    doc: str
    ids: list[int]
    hints: NDArray[np.uint8]
    """(pieces, HINTS)"""
    tags: dict[str, list[int]] = field(default_factory=dict)
    places: Tensor = field(default_factory=lambda: torch.zeros((0, PLACES), dtype=torch.long))
    """(pairs, PLACES)"""
    holds: Tensor = field(default_factory=lambda: torch.zeros((0, len(RELATIONS))))
    """(pairs, relations): 1 yes, 0 no, -1 neither."""
    answers: dict[str, list[float] | int] = field(default_factory=dict)


def sentence_numbers(text: str, pieces: Pieces) -> list[int]:
    """The number of the sentence of each piece, roughly: sentences end at a stop or a line's end."""
    found, number, last = [], 0, 0
    for start, end in zip(pieces.starts, pieces.ends, strict=True):
        between = text[last:start]
        if "\n" in between or (last and text[last - 1] in ".!?" and between.strip(" \"'”’)") == "" and between):
            number += 1
        found.append(number)
        last = end
    return found


def annotated(row: dict[str, Any], text: Hinted, weak: WeakText | None = None) -> list[Example]:
    """The windows of an annotated document."""
    pieces, hints = text.pieces, text.hints
    gold = gold_of(row, pieces, sentence_numbers(text.text, pieces))
    found = []
    for first, end in windows(len(pieces.ids)):
        example = Example(doc=row["doc"], ids=pieces.ids[first:end], hints=hints.matrix[first:end])
        example.tags = tags(gold, first, end)
        example.places, example.holds = _pairs(gold, hints, first, end)
        example.answers["violent"] = [float(row["kind"] == "report")]
        if weak is not None:
            _add_weak(example, weak, pieces, first, end)
        found.append(example)
    return found


def _pairs(gold: Gold, hints: Hints, first: int, end: int) -> tuple[Tensor, Tensor]:
    names = list(LAYERS)
    rows = list(pairs(gold, first, end))
    places = [
        (
            left.first - first,
            left.last - first,
            right.first - first,
            right.last - first,
            names.index(left.layer),
            names.index(right.layer),
            distance_class(right.first - left.first),
        )
        for left, right, _ in rows
    ]
    ends = [[told(hints.tellings, span.first, span.last) for span in row[:2]] for row in rows]
    both = np.array(ends, dtype=np.int64).reshape(-1, 2)
    classes = torch.from_numpy(telling_classes(both[:, 0], both[:, 1])).reshape(-1, 1)
    holds = torch.tensor([row[2] for row in rows]).reshape(-1, len(RELATIONS))
    return torch.cat([torch.tensor(places, dtype=torch.long).reshape(-1, PLACES - 1), classes], dim=1), holds


def weakly(weak: WeakText, text: Hinted, size: int) -> list[Example]:
    """The windows of a text with weak labels."""
    pieces, hints = text.pieces, text.hints
    found = []
    for first, end in windows(len(pieces.ids), size - 2, size // 8):
        example = Example(doc=weak.doc, ids=pieces.ids[first:end], hints=hints.matrix[first:end])
        _add_weak(example, weak, pieces, first, end)
        found.append(example)
    return found


def _add_weak(example: Example, weak: WeakText, pieces: Pieces, first: int, end: int) -> None:
    for layer, spans in weak.spans.items():
        row = [0] * (end - first)
        for start, stop in spans:
            place = pieces_at(pieces, start, stop)
            if place is not None and place[0] >= first and place[1] < end:
                row[place[0] - first] = 1
                row[place[0] - first + 1 : place[1] - first + 1] = [2] * (place[1] - place[0])
        example.tags[layer] = row
    whole = first == 0 and end == len(pieces.ids)
    for name, answer in weak.answers.items():
        # What holds of the whole text need not show in each of its windows.
        if whole or (name.startswith("gva") and first == 0):
            example.answers[name] = answer


def batches(examples: list[Example], budget: int, chance: random.Random) -> Iterator[list[Example]]:
    """Batches of windows alike in length, at most `budget` pieces each with their padding; order by chance."""
    order = sorted(examples, key=lambda e: len(e.ids) + chance.random() * 40)
    groups: list[list[Example]] = []
    for example in order:
        if groups and (len(groups[-1]) + 1) * (len(example.ids) + 2) <= budget:
            groups[-1].append(example)
        else:
            groups.append([example])
    chance.shuffle(groups)
    yield from groups
