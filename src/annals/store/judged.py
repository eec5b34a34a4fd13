"""Judgements as rows. Rows are only ever added."""

from typing import Any

import msgspec
from sqlalchemy import Connection, insert, or_, select

from annals.model import Judgement
from annals.model.derived import Home
from annals.store.tables import homes, judgements


def add_judgement(connection: Connection, judgement: Judgement) -> None:
    """Add a judgement, once: adding an equal one again does nothing; another one of that id is an error."""
    row: dict[str, Any] = msgspec.structs.asdict(judgement)
    same = (judgements.c[name].is_not_distinct_from(value) for name, value in row.items())
    if connection.execute(select(judgements.c.judgement_id).where(*same)).first() is None:
        connection.execute(insert(judgements).values(row))


def all_judgements(connection: Connection) -> list[Judgement]:
    """All judgements, undone ones too, by id."""
    rows = connection.execute(select(judgements).order_by(judgements.c.judgement_id)).mappings()
    return [Judgement(**row) for row in rows]


def home_of(connection: Connection, name: str) -> Home | None:
    """The mention that has this id, or of which an incident of this id or alias is made; None where none has."""
    query = select(homes).where(or_(homes.c.mention_id == name, homes.c.own_id == name)).order_by(homes.c.mention_id)
    row = connection.execute(query.limit(1)).mappings().first()
    return None if row is None else Home(**row)
