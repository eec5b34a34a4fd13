"""What the network says of every two nodes: one event or two, of which kind, with the same tolls, targets and arms."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from annals.extract.trained.nodes import Node

Floats = NDArray[np.float32]
Matrix = NDArray[np.float64]

_SHARED = ("figure", "target", "weapon")
"""Not times and places: "at dawn" and "on Monday", or a village and its district, are two spans and no two events."""
FEATURES = (
    "network",
    "network best",
    "unheard",
    "like type",
    "like number",
    "like prominence",
    *(f"{how} {layer}" for layer in _SHARED for how in ("shared", "own")),
)
"""Of telling one event, over all words and for the likeliest two; nothing heard of one of them; both of one type, both
of one event or of several, both news or recalled; and by layer or role how surely a span belongs to both, and how much
more surely each has one of its own."""
_LEAST = 1e-4


def sharing(nodes: Sequence[Node], same: Floats) -> dict[str, Matrix]:
    """By feature, for every two nodes, (nodes, nodes) and symmetric; 0 where the network has no word of one of them.

    `same` are the network's probabilities that two mentions tell one event, (mentions, mentions).
    """
    heard = [n for n, node in enumerate(nodes) if node.heeded is not None]
    found = {name: np.zeros((len(nodes), len(nodes))) for name in FEATURES}
    found["unheard"][:] = 1.0
    if not heard:
        return found
    place = np.ix_(heard, heard)
    found["unheard"][place] = 0.0
    for name, matrix in _of_all([nodes[n] for n in heard], same).items():
        found[name][place] = matrix
    return found


def _of_all(nodes: Sequence[Node], same: Floats) -> dict[str, Matrix]:
    order = [m for node in nodes for m in node.mentions]
    sizes = np.array([len(node.mentions) for node in nodes])
    first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    asked = same[np.ix_(order, order)].astype(np.float64)
    total = np.add.reduceat(np.add.reduceat(asked, first, axis=0), first, axis=1)
    best = np.maximum.reduceat(np.maximum.reduceat(asked, first, axis=0), first, axis=1)
    heeded = [node.heeded for node in nodes if node.heeded is not None]
    kinds = np.array([h.type for h in heeded], dtype=np.float64)
    number = np.exp(np.array([h.aggregate for h in heeded], dtype=np.float64))
    prominence = np.exp(np.array([h.prominence for h in heeded], dtype=np.float64))
    found = {
        "network": _logits(total / np.outer(sizes, sizes)),
        "network best": _logits(best),
        "like type": np.log(np.maximum(kinds @ kinds.T, _LEAST)),
        "like number": number @ number.T,
        "like prominence": prominence @ prominence.T,
    }
    for layer in _SHARED:
        if layer in heeded[0].parts:
            belongs = np.array([h.parts[layer] for h in heeded], dtype=np.float64)
            most = belongs.max(axis=1)
            found[f"shared {layer}"] = np.minimum(belongs[:, None], belongs[None]).max(axis=2)
            found[f"own {layer}"] = np.minimum(most[:, None], most[None]) - found[f"shared {layer}"]
    return found


def _logits(probabilities: Matrix) -> Matrix:
    held = np.clip(probabilities, _LEAST, 1 - _LEAST)
    odds: Matrix = np.log(held / (1 - held))
    return odds
