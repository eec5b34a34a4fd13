"""Which changes the tables of `following` know, so that who holds them in memory reads only what is newer."""

import msgspec
from sqlalchemy import Connection, delete, insert, select

from annals.store.tables import meta

PART = 1 << 16
"""Incidents whose bits in a set are stored together."""

UNDATED = 2**31 - 1
"""`listed.day` of an incident without a first possible day: after every day."""

_NAME = "browse"


class State(msgspec.Struct, frozen=True, kw_only=True):
    """Counts of one ledger."""

    version: int = 0
    """How many changes there were; each row that a change wrote has its number."""
    epoch: int = 0
    """The change at which all was written anew: what is older cannot be brought up to date from it."""
    incidents: int = 0


def state_of(connection: Connection) -> State:
    """The state as it is now."""
    stored = connection.execute(select(meta.c.value).where(meta.c.name == _NAME)).scalar()
    return State() if stored is None else msgspec.json.decode(stored, type=State)


def note_state(connection: Connection, state: State) -> None:
    """Put the state in place of the one before."""
    connection.execute(delete(meta).where(meta.c.name == _NAME))
    connection.execute(insert(meta).values(name=_NAME, value=msgspec.json.encode(state).decode()))
