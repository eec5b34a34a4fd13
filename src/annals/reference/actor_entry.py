"""One actor of the table, with what it is called."""

from typing import Literal

import msgspec

ActorKind = Literal[
    "armed_group",
    "political_militia",
    "state_forces",
    "police",
    "coalition",
    "government",
    "cartel",
    "gang",
    "party",
    "intelligence",
    "private_military",
    "media",
    "monitor",
    "ngo",
    "igo",
]

VOICES: frozenset[str] = frozenset({"media", "monitor", "ngo", "igo"})
"""Kinds that report or help; they speak in a report and are seldom a party to an event."""

INTERACTIONS: dict[str, int] = {
    "armed_group": 2,
    "political_militia": 3,
    "state_forces": 1,
    "police": 1,
    "coalition": 8,
    "government": 1,
    "cartel": 3,
    "gang": 3,
    "intelligence": 1,
    "private_military": 8,
}
"""ACLED's class for an actor of the kind, where the entry gives no other: 1 state forces, 2 rebel groups, 3 political
militias, 4 identity militias, 5 rioters, 6 protesters, 7 civilians, 8 external and other forces."""


class Membership(msgspec.Struct, frozen=True, kw_only=True):
    """A greater actor that this one belonged to."""

    actor_id: str
    since: int | None = None
    """First year, None unknown or from the beginning."""
    until: int | None = None
    """Last year, None unknown or to this day."""


class ActorEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One actor: who, what kind, where, when, and under which names."""

    actor_id: str
    """A short slug ("hezbollah"), or state:CC or state:CC:arm for a state and its arms."""
    name: str
    """The commonest English form."""
    aliases: tuple[str, ...] = ()
    """Other names and spellings; case, accents, apostrophes and usual transliterations are read alike anyway."""
    acronyms: tuple[str, ...] = ()
    """Short forms that mean this actor wherever they stand in capitals."""
    cautious: tuple[str, ...] = ()
    """Short forms that mean other things too; they count only where the report supports them."""
    ordinary: bool = False
    """True where even the full name is made of everyday words ("National Action")."""
    kind: ActorKind
    interaction: int | None = None
    """ACLED's class, 1 to 8, at home; a state's forces abroad are class 8. None for voices and parties."""
    countries: tuple[str, ...] = ()
    """Where it mainly is or was active, ISO 3166-1 alpha-2."""
    since: int | None = None
    """Year in which it appeared under this name; None unknown."""
    until: int | None = None
    """Year in which it ended; None unknown or still active."""
    parents: tuple[Membership, ...] = ()
    successor: str | None = None
    """Id of the actor that it became."""
    wikidata: str | None = None
    """Wikidata's id where it is known for certain."""
    source: str
    """Where the entry's knowledge is from."""
