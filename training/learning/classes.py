"""How the network's outputs are numbered."""

from annals.extract.trained.labels import DISTANCES, LAYERS


def distance_class(gap: int) -> int:
    """The class of a signed distance in word pieces, from 0 to 2 * len(DISTANCES) - 1."""
    size = sum(1 for bound in DISTANCES if abs(gap) >= bound) - 1
    return size + (len(DISTANCES) if gap < 0 else 0)


def tags_of(layer: str) -> int:
    """How many tags a layer has: outside, and begin and inside of each class."""
    return 1 + 2 * len(LAYERS[layer])
