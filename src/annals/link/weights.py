"""The weights of the comparison, read from `weights.toml`, where each is explained."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import msgspec

from annals.link.profile import TOLLS, Profile


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """What findings are worth for one kind of violence."""

    prior: float
    """Log-odds of two mentions of which nothing is known but that they share a block."""
    sharpness: float
    """Above 0; below 1 where the odds are too sure, since they are added up as if findings did not go together."""
    offset: float
    """What is added to the odds, times sharpness, before they become a probability."""
    features: Mapping[str, Mapping[str, float]]
    """Feature -> level of its finding -> log-odds. The tolls share the table `toll`."""

    def of(self, feature: str, level: str) -> float:
        """The log-odds of a finding."""
        return self.features["toll" if feature in TOLLS else feature][level]

    def calibrated(self, odds: float) -> float:
        """The log-odds by which pairs of these odds have proved to be one event; it grows with the odds."""
        return self.sharpness * odds + self.offset


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """What each finding is worth, and from where on the sum decides."""

    decision: Mapping[str, float]
    campaign: Kind
    crime: Kind
    weapon_families: Mapping[str, tuple[str, ...]]
    type_families: Mapping[str, tuple[str, ...]]

    def between(self, left: Profile, right: Profile) -> Kind:
        """The weights for two mentions: of a campaign where one is."""
        return self.campaign if left.campaign or right.campaign else self.crime


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
