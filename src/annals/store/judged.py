"""Judgements as rows. Rows are only ever added."""

from typing import Any

import msgspec
from sqlalchemy import Connection, RowMapping, Select, insert, or_, select

from annals.model import Judgement
from annals.model.derived import Home
from annals.store.tables import homes, judgements

_seen = msgspec.json.Decoder(tuple[str, ...] | None)


def add_judgement(connection: Connection, judgement: Judgement) -> None:
    """Add a judgement, once: adding an equal one again does nothing; another one of that id is an error."""
    row = _row(judgement)
    same = (judgements.c[name].is_not_distinct_from(value) for name, value in row.items())
    if connection.execute(select(judgements.c.judgement_id).where(*same)).first() is None:
        connection.execute(insert(judgements).values(row))


def all_judgements(connection: Connection) -> list[Judgement]:
    """All judgements, undone ones too, by id."""
    return judgements_picked(connection, select(judgements).order_by(judgements.c.judgement_id))


def judgements_picked(connection: Connection, query: Select[Any]) -> list[Judgement]:
    """The judgements that a query for whole rows finds, in its order."""
    return [_judgement(row) for row in connection.execute(query).mappings()]


def home_of(connection: Connection, name: str) -> Home | None:
    """The mention that has this id, or of which an incident of this id or alias is made; None where none has."""
    query = select(homes).where(or_(homes.c.mention_id == name, homes.c.own_id == name)).order_by(homes.c.mention_id)
    row = connection.execute(query.limit(1)).mappings().first()
    return None if row is None else Home(**row)


def _row(judgement: Judgement) -> dict[str, Any]:
    seen = None if judgement.seen is None else msgspec.json.encode(judgement.seen).decode()
    return msgspec.structs.asdict(judgement) | {"seen": seen}


def _judgement(row: RowMapping) -> Judgement:
    return Judgement(**{**row, "seen": _seen.decode(row["seen"] or "null")})
