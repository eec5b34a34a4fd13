"""When reports were added, how it went, and what was refused, as rows."""

from datetime import UTC, datetime

import msgspec
from sqlalchemy import Connection, insert, select, update

from annals import __version__
from annals.model import Refusal
from annals.store.tables import refusals, runs


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How a run went."""

    read: int = 0
    already_there: int = 0
    read_again: int = 0
    refused: int = 0
    incidents: int | None = None
    """How many the ledger has after the run; None where it was cut off before they were derived."""


def start_run(connection: Connection, reader: str) -> int:
    """Note that a run begins; returns its number."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    row = {"started": now, "annals": __version__, "reader": reader, **msgspec.structs.asdict(Counts())}
    return int(connection.execute(insert(runs).values(row).returning(runs.c.run_id)).scalar_one())


def end_run(connection: Connection, run: int, counts: Counts) -> None:
    """Note that a run ended and how it went."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(update(runs).where(runs.c.run_id == run).values(ended=now, **msgspec.structs.asdict(counts)))


def add_refusal(connection: Connection, run: int, number: int, refusal: Refusal) -> None:
    """Note what the run refused; numbers are counted from 1."""
    connection.execute(insert(refusals).values(run_id=run, number=number, **msgspec.structs.asdict(refusal)))


def refusals_of_last_run(connection: Connection) -> list[Refusal]:
    """What the latest run refused, in its order; empty where nothing was, or nothing ever ran."""
    last = select(runs.c.run_id).order_by(runs.c.run_id.desc()).limit(1).scalar_subquery()
    rows = connection.execute(
        select(refusals.c.origin, refusals.c.field, refusals.c.reason)
        .where(refusals.c.run_id == last)
        .order_by(refusals.c.number)
    ).mappings()
    return [Refusal(**row) for row in rows]
