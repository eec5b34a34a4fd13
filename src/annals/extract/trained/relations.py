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
        self._product_t = np.ascontiguousarray(weights["product"].T)
        self._out_t, self._out_bias = np.ascontiguousarray(weights["out"].T), weights["out_bias"]
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
        # One flat product of matrices: batches of small ones are several times slower.
        both = (ends[0][:, None, width:] * ends[1][None, :, width:]).reshape(-1, width)
        flat = hidden.reshape(-1, width)
        flat += both @ self._product_t
        rows = [RELATIONS.index(name) for name in asked]
        logits = np.maximum(flat, 0, out=flat) @ self._out_t[:, rows] + self._out_bias[rows]
        return {name: _sigmoid(logits[:, n].reshape(hidden.shape[:2])) for n, name in enumerate(asked)}


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
    first = np.array([s.first for s in spans])
    sizes = np.array([s.last + 1 for s in spans]) - first
    means = vectors[first].astype(np.float32)
    for step in range(1, int(sizes.max())):
        longer = sizes > step
        means[longer] += vectors[first[longer] + step]
    result: Floats = means / sizes[:, None].astype(np.float32)
    return result


def _sigmoid(values: Floats) -> Floats:
    result: Floats = np.reciprocal(np.float32(1) + np.exp(-np.clip(values, -30, 30)))
    return result
