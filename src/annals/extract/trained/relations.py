"""Which spans belong together: the network's scorer of pairs, over the spans' vectors."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from annals.extract.trained.labels import DISTANCES, LAYERS, PAIRS, RELATIONS
from annals.extract.trained.spans import Span

Floats = NDArray[np.float32]
_LAYER = {name: number for number, name in enumerate(LAYERS)}
_BOUNDS = np.array(DISTANCES)


class PairScorer:
    """The last layers of the network, for pairs of spans."""

    def __init__(self, weights: Mapping[str, Floats]) -> None:
        """`weights`: distance, telling, layer_left, layer_right (classes, width), product (width, width), out, bias."""
        self._distance, self._telling = weights["distance"], weights["telling"]
        self._left, self._right = weights["layer_left"], weights["layer_right"]
        self._product = weights["product"]
        self._out, self._out_bias = weights["out"], weights["out_bias"]
        self._width = self._distance.shape[1]

    def scores(
        self, left: Sequence[Span], right: Sequence[Span], vectors: tuple[Floats, Floats], tellings: NDArray[np.int64]
    ) -> dict[str, Floats]:
        """Probabilities by relation, each (left, right); all of `left` are of one layer, and all of `right`.

        `vectors` are the network's (pieces, 2 * width) outputs for left and right ends, `tellings` the telling that
        the rules give each piece to, -1 for none.
        """
        asked = PAIRS[left[0].layer, right[0].layer]
        ends = _means(vectors[0], left), _means(vectors[1], right)
        width = self._width
        gaps = np.array([r.first for r in right])[None, :] - np.array([s.first for s in left])[:, None]
        hidden = ends[0][:, None, :width] + ends[1][None, :, :width] + self._distance[_classes(gaps)]
        one, other = (np.array([told(tellings, s.first, s.last) for s in spans]) for spans in (left, right))
        hidden += self._telling[telling_classes(one[:, None], other[None, :])]
        hidden += self._left[_LAYER[left[0].layer]] + self._right[_LAYER[right[0].layer]]
        hidden += (ends[0][:, None, width:] * ends[1][None, :, width:]) @ self._product.T
        logits = np.maximum(hidden, 0) @ self._out.T + self._out_bias
        return {name: _sigmoid(logits[..., RELATIONS.index(name)]) for name in asked}


def told(tellings: NDArray[np.int64], first: int, last: int) -> int:
    """The telling that the rules give a span of pieces to, both ends inclusive; -1 for none."""
    return int(tellings[first : last + 1].max())


def telling_classes(left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.int64]:
    """Indexes in TELLINGS for spans given to these tellings."""
    found: NDArray[np.int64] = np.where((left < 0) | (right < 0), 0, np.where(left == right, 1, 2))
    return found


def _classes(gaps: NDArray[np.int64]) -> NDArray[np.int64]:
    size: NDArray[np.int64] = np.searchsorted(_BOUNDS, np.abs(gaps), side="right") - 1
    return size + np.where(gaps < 0, len(DISTANCES), 0)


def _means(vectors: Floats, spans: Sequence[Span]) -> Floats:
    return np.stack([vectors[s.first : s.last + 1].mean(axis=0) for s in spans]).astype(np.float32)


def _sigmoid(values: Floats) -> Floats:
    result: Floats = np.reciprocal(np.float32(1) + np.exp(-np.clip(values, -30, 30)))
    return result
