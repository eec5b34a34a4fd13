"""The weights of the comparison, read from `weights.toml`, where each is explained."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """One table a feature: name of the finding -> log-odds, or a limit."""

    decision: Mapping[str, float]
    date: Mapping[str, float]
    place: Mapping[str, float]
    type: Mapping[str, float]
    weapon: Mapping[str, float]
    munitions: Mapping[str, float]
    toll: Mapping[str, float]
    who: Mapping[str, float]
    words: Mapping[str, float]
    copies: Mapping[str, float]
    story: Mapping[str, float]
    blocks: Mapping[str, int]
    weapon_families: Mapping[str, tuple[str, ...]]
    type_families: Mapping[str, tuple[str, ...]]


@cache
def shipped() -> Weights:
    """The weights that come with the package."""
    raw = files("annals.link").joinpath("weights.toml").read_bytes()
    return msgspec.toml.decode(raw, type=Weights)


@cache
def families(table: str) -> dict[str, frozenset[str]]:
    """Member -> names of its families, for `weapon_families` or `type_families`."""
    found: dict[str, set[str]] = {}
    for name, members in getattr(shipped(), table).items():
        for member in members:
            found.setdefault(member, set()).add(name)
    return {member: frozenset(names) for member, names in found.items()}
