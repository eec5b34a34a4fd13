"""The trained network asked in training: PyTorch in place of the shipped run time, the same putting together."""

import numpy as np
import torch

from annals.extract.trained.events import Answers, Story, hear, story_of
from annals.extract.trained.hints import HINTS
from annals.extract.trained.pieces import kept, windows
from annals.extract.trained.relations import PairScorer
from training.learning.hinting import Hinted
from training.learning.loss import CLS, SEP
from training.learning.network import Reader


def scorer_of(model: Reader) -> PairScorer:
    """The scorer of pairs with the network's present weights."""
    weights = {
        "distance": model.distance.weight,
        "layer_left": model.layer_left.weight,
        "layer_right": model.layer_right.weight,
        "telling": model.telling.weight,
        "product": model.product.weight,
        "out": model.relation.weight,
        "out_bias": model.relation.bias,
    }
    return PairScorer({name: weight.detach().float().numpy() for name, weight in weights.items()})


@torch.no_grad()
def answers_of(model: Reader, text: Hinted) -> Answers:
    """What the network says of a text, its windows put together."""
    pieces, hints = text.pieces, text.hints
    spans = windows(len(pieces.ids))
    rows: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []  # type: ignore[type-arg]
    for (first, end), (keep, stop) in zip(spans, kept(spans), strict=True):
        ids = torch.tensor([[CLS, *pieces.ids[first:end], SEP]])
        given = torch.zeros((1, end - first + 2, len(HINTS)))
        given[0, 1:-1] = torch.from_numpy(hints.matrix[first:end]).float()
        states = model.encode(ids, given, torch.ones_like(ids))[:, 1 + keep - first : 1 + stop - first]
        rows.append((model.words(states)[0].numpy(), model.left(states)[0].numpy(), model.right(states)[0].numpy()))
    words, left, right = (np.concatenate([row[i] for row in rows]) for i in range(3))
    logits = {n: words[:, c] for n, c in model.columns().items()}
    return Answers(logits=logits, left=left, right=right, tellings=hints.tellings)


def read(model: Reader, text: Hinted, bias: dict[str, float] | None = None) -> Story:
    """The story of a text."""
    return story_of(hear(answers_of(model, text), text.pieces, scorer_of(model), bias))
