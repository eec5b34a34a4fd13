"""What pages get of the parties.

The values are frozen. Days are YYYY-MM-DD; None is unknown or open, 0 is none.
"""

import msgspec


class ActorRow(msgspec.Struct, frozen=True, kw_only=True):
    """A party in the register."""

    key: str
    """The actor's id where the table knows it, else "~" and the folded words."""
    actor_id: str | None
    name: str
    incidents: int
    standings: dict[str, int]
    """Incidents by "role/status"."""
    first: str | None
    """First possible day of its earliest dated incident."""
    last: str | None


class ActorPage(msgspec.Struct, frozen=True, kw_only=True):
    """Some of the register, the commonest first."""

    rows: tuple[ActorRow, ...]
    total: int
    next: str | None


class Alias(msgspec.Struct, frozen=True, kw_only=True):
    """A wording under which reports of this ledger speak of an actor."""

    words: str
    claims: int
    reports: tuple[str, ...]
    """Up to five ids of reports that use it."""


class CoActor(msgspec.Struct, frozen=True, kw_only=True):
    """A party named in the same incidents."""

    actor: ActorRow
    shared: int


class ActorView(msgspec.Struct, frozen=True, kw_only=True):
    """One party: what it is called, how it stands, with whom. Its incidents and series come by Query(actor=(key,))."""

    row: ActorRow
    aliases: tuple[Alias, ...]
    co_actors: tuple[CoActor, ...]
