"""The scorer of pairs gives what its layers say, pair by pair."""

import numpy as np

from annals.extract.trained.labels import DISTANCES, LAYERS, RELATIONS, TELLINGS
from annals.extract.trained.relations import PairScorer
from annals.extract.trained.spans import Span
from training.learning.classes import distance_class

WIDTH = 4
CHANCE = np.random.default_rng(7)


def _weights() -> dict[str, "np.ndarray[tuple[int, ...], np.dtype[np.float32]]"]:
    shapes = {
        "distance": (2 * len(DISTANCES), WIDTH),
        "telling": (len(TELLINGS), WIDTH),
        "layer_left": (len(LAYERS), WIDTH),
        "layer_right": (len(LAYERS), WIDTH),
        "product": (WIDTH, WIDTH),
        "out": (len(RELATIONS), WIDTH),
        "out_bias": (len(RELATIONS),),
    }
    return {name: CHANCE.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}


def _span(layer: str, first: int, last: int) -> Span:
    return Span(layer=layer, label=LAYERS[layer][0], first=first, last=last, start=0, end=1, score=1.0)


def test_a_matrix_of_pairs_is_each_pair_by_itself() -> None:
    weights = _weights()
    left, right = (CHANCE.normal(size=(300, 2 * WIDTH)).astype(np.float32) for _ in range(2))
    tellings = CHANCE.integers(-1, 3, size=300)
    events = [_span("event", 3, 3), _span("event", 250, 252)]
    actors = [_span("actor", 0, 1), _span("actor", 8, 9), _span("actor", 290, 290)]
    found = PairScorer(weights).scores(events, actors, (left, right), tellings)
    assert set(found) == {"perpetrator", "target", "victim"}
    layers = list(LAYERS)
    for i, event in enumerate(events):
        for j, actor in enumerate(actors):
            a = left[event.first : event.last + 1].mean(axis=0)
            b = right[actor.first : actor.last + 1].mean(axis=0)
            hidden = a[:WIDTH] + b[:WIDTH] + weights["distance"][distance_class(actor.first - event.first)]
            told = [int(tellings[s.first : s.last + 1].max()) for s in (event, actor)]
            hidden = hidden + weights["telling"][0 if min(told) < 0 else 1 if told[0] == told[1] else 2]
            hidden = (
                hidden + weights["layer_left"][layers.index("event")] + weights["layer_right"][layers.index("actor")]
            )
            hidden = hidden + weights["product"] @ (a[WIDTH:] * b[WIDTH:])
            logits = weights["out"] @ np.maximum(hidden, 0) + weights["out_bias"]
            for relation, matrix in found.items():
                assert np.isclose(matrix[i, j], 1 / (1 + np.exp(-logits[RELATIONS.index(relation)])), atol=1e-5)


def test_distance_classes_part_before_and_behind() -> None:
    assert distance_class(0) == 0
    assert distance_class(4) == distance_class(3)
    assert distance_class(-4) == distance_class(4) + len(DISTANCES)
    assert distance_class(10_000) == len(DISTANCES) - 1
