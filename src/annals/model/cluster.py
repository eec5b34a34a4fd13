"""Mentions that are held to be one event, and the evidence for it: what linking gives to reconciling."""

from typing import Literal

import msgspec


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """What one feature says about two mentions being one event."""

    name: str
    """Name of the feature ("date", "place", "toll")."""
    score: float
    """Log-odds, natural logarithm: above 0 speaks for one event, below 0 against it."""
    reason: str
    """One clause a person can check."""
    left: str | None = None
    """The value of the left mention as shown to people; None where it has none."""
    right: str | None = None
    impossible: bool = False
    """True where the two cannot be one event whatever the rest says."""


class PairEvidence(msgspec.Struct, frozen=True, kw_only=True):
    """Why two mentions of a cluster are held to be one event."""

    left: str
    """A mention's id; always the smaller of the two."""
    right: str
    probability: float
    """0 to 1, that both tell one event."""
    verdict: Literal["same", "different", "unsure"]
    judged_by: str | None = None
    """Id of the judgement where a person decided, else None."""
    evidence: tuple[Evidence, ...] = ()


class Cluster(msgspec.Struct, frozen=True, kw_only=True):
    """The mentions of one event."""

    mention_ids: tuple[str, ...]
    """Sorted, each once, at least one."""
    why: tuple[PairEvidence, ...] = ()
    """For each mention the pair that ties it best to another of the cluster, sorted; empty for a single mention."""
