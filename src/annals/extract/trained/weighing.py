"""The learnt weights by which nodes are put together and counted: `weights.toml`, written by `training/weighing.py`."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

Features = Mapping[str, float]


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """Natural-log odds by feature; each table has "bias", what speaks for it where nothing else is known."""

    same: Features
    """Of two nodes telling one event."""
    counts: Features
    """Of a group of nodes being an incident of its own."""


@cache
def shipped() -> Weights:
    """The weights that come with the package."""
    return msgspec.toml.decode(files("annals.extract.trained").joinpath("weights.toml").read_bytes(), type=Weights)


def scored(features: Features, weights: Features) -> float:
    """The log-odds that features stand for; features without a weight count for nothing."""
    return weights["bias"] + sum(value * weights.get(name, 0.0) for name, value in features.items())
