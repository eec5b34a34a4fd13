"""All that is derived from reports, accounts and judgements: the records, and what was left in doubt on the way."""

from collections.abc import Mapping

import msgspec

from annals.model.cluster import PairEvidence
from annals.model.incident import Incident


class Home(msgspec.Struct, frozen=True, kw_only=True):
    """The incident that a mention belongs to."""

    mention_id: str
    own_id: str
    """The id of an incident that begins with this mention: the incident's own for its first, an alias for others."""
    incident_id: str


class Derived(msgspec.Struct, frozen=True, kw_only=True):
    """What one derivation gives."""

    incidents: tuple[Incident, ...]
    """By first possible day, the undated last, then by id."""
    doubts: tuple[PairEvidence, ...] = ()
    """Pairs that linking was not sure of, or that a person decided, sorted by their mentions."""
    homes: tuple[Home, ...] = ()
    """One for each mention that an incident is made of, sorted."""
    copies: Mapping[str, str] = {}
    """report_id of a reprint -> report_id of its original."""


class Changed(msgspec.Struct, frozen=True, kw_only=True):
    """How one derivation differs from the one before."""

    removed: tuple[str, ...] = ()
    """Ids of incidents that are no more; not of those that are put again."""
    put: tuple[Incident, ...] = ()
    """New or changed, in any order; one whose id is there already replaces it."""
    homes_removed: tuple[str, ...] = ()
    """Ids of mentions that no incident is made of now."""
    homes: tuple[Home, ...] = ()
    """New or changed."""
    doubts_removed: tuple[tuple[str, str], ...] = ()
    """Left and right mention of pairs that are in no doubt now."""
    doubts: tuple[PairEvidence, ...] = ()
    """New or changed."""
    copies_removed: tuple[str, ...] = ()
    """Ids of reports that are no reprints now."""
    copies: Mapping[str, str] = {}
    """New or changed, as in `Derived`."""
