"""What a comparison needs beside the two mentions."""

import msgspec

from annals.link.telling import Rarity
from annals.link.weights import Weights


class Context(msgspec.Struct, frozen=True, kw_only=True):
    """The batch's rarity of words and of names, and the weights."""

    rarity: Rarity
    names: Rarity
    weights: Weights
