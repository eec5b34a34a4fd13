"""What a batch costs: taggers, attributes, pairs and document questions together."""

import random

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from annals.extract.trained.hints import HINTS
from training.learning.examples import Example
from training.learning.network import DOC_SIZES, Reader
from training.learning.targets import IGNORE

CLS, SEP, MASK, PAD = 101, 102, 103, 0
BLANKED = 0.06
UNHINTED = 0.1
MOST_PAIRS = 2500
SHARE = 0.03
WEIGHTS = {"event": 2.0, "figure": 1.5, "actor": 1.5, "stance": 1.5}


def tensors(batch: list[Example], chance: random.Random | None) -> tuple[Tensor, Tensor, Tensor]:
    """Ids, hints and mask of a batch; some words are blanked out when there is `chance`, against learning by heart."""
    width = max(len(e.ids) for e in batch) + 2
    ids = torch.full((len(batch), width), PAD)
    mask = torch.zeros((len(batch), width), dtype=torch.long)
    hints = torch.zeros((len(batch), width, len(HINTS)))
    for row, example in enumerate(batch):
        pieces = example.ids
        if chance is not None:
            pieces = [MASK if chance.random() < BLANKED else i for i in pieces]
        ids[row, : len(pieces) + 2] = torch.tensor([CLS, *pieces, SEP])
        mask[row, : len(pieces) + 2] = 1
        hints[row, 1 : len(pieces) + 1] = torch.from_numpy(example.hints).float()
    if chance is not None:
        hints *= torch.rand(hints.shape[:2])[..., None] >= UNHINTED
    return ids, hints, mask


def batch_loss(model: Reader, batch: list[Example], chance: random.Random | None) -> tuple[Tensor, dict[str, float]]:
    """The loss and its parts."""
    ids, hints, mask = tensors(batch, chance)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = model.encode(ids, hints, mask)
    states = states.float()
    parts: dict[str, Tensor] = {}
    logits = model.words(states)
    for name, column in model.columns().items():
        wanted = _word_targets(batch, name, ids.shape[1])
        if wanted is None:
            continue
        weight = WEIGHTS.get(name.removeprefix("tag:"), 1.0) if name.startswith("tag:") else 1.0
        if name.startswith("at:"):
            weight = 0.7
        here = cross_entropy(logits[..., column].flatten(0, 1), wanted.flatten(), ignore_index=IGNORE, reduction="sum")
        count = (wanted != IGNORE).sum()
        if count:
            # By a fixed share of the words, so that a rare layer does not outweigh a common one.
            parts[name] = weight * here / (count if name.startswith("at:") else SHARE * count)
    parts |= _documents(model, batch, states, mask)
    pair = _pair_loss(model, batch, states)
    if pair is not None:
        parts["pairs"] = 4.0 * pair
    total = torch.stack(list(parts.values())).sum()
    return total, {k: float(v.detach()) for k, v in parts.items()}


def _word_targets(batch: list[Example], name: str, width: int) -> Tensor | None:
    if not any(name in e.tags for e in batch):
        return None
    wanted = torch.full((len(batch), width), IGNORE)
    for row, example in enumerate(batch):
        if name in example.tags:
            wanted[row, 1 : len(example.ids) + 1] = torch.tensor(example.tags[name])
    return wanted


def _documents(model: Reader, batch: list[Example], states: Tensor, mask: Tensor) -> dict[str, Tensor]:
    parts = {}
    answered = model.document_logits(states, mask)
    for name, size in DOC_SIZES.items():
        rows = [i for i, e in enumerate(batch) if name in e.answers]
        if not rows:
            continue
        logits = answered[name][rows]
        if name.startswith("gva"):
            parts[name] = cross_entropy(logits, torch.tensor([batch[i].answers[name] for i in rows]))
        else:
            wanted = torch.tensor([batch[i].answers[name] for i in rows], dtype=torch.float).reshape(len(rows), size)
            parts[name] = binary_cross_entropy_with_logits(logits, wanted)
    return parts


def _pair_loss(model: Reader, batch: list[Example], states: Tensor) -> Tensor | None:
    chosen = [_some(example) for example in batch]
    places = torch.cat([p for p, _ in chosen])
    if not len(places):
        return None
    wanted = torch.cat([h for _, h in chosen])
    rows = torch.repeat_interleave(torch.arange(len(batch)), torch.tensor([len(p) for p, _ in chosen]))
    left_states, right_states = model.left(states).cumsum(1), model.right(states).cumsum(1)
    left = mean_of(left_states, rows, places[:, 0], places[:, 1])
    right = mean_of(right_states, rows, places[:, 2], places[:, 3])
    logits = model.pair_logits(left, right, (places[:, 4], places[:, 5]), places[:, 6], places[:, 7])
    asked = wanted >= 0
    cost = binary_cross_entropy_with_logits(logits, wanted.clamp(min=0), reduction="none")
    return (cost * asked).sum() / asked.sum().clamp(min=1)


def _some(example: Example) -> tuple[Tensor, Tensor]:
    """The pairs of a window, or a draw of them where they are many."""
    if len(example.places) <= MOST_PAIRS:
        return example.places, example.holds
    drawn = torch.randperm(len(example.places))[:MOST_PAIRS]
    return example.places[drawn], example.holds[drawn]


def mean_of(summed: Tensor, rows: Tensor, first: Tensor, last: Tensor) -> Tensor:
    """Means over stretches of pieces, from running sums; +1 for the mark at the window's start."""
    mean: Tensor = (summed[rows, last + 1] - summed[rows, first]) / (last - first + 1)[:, None]
    return mean
