"""Where an id leads."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

import msgspec
from sqlalchemy import Connection, func, select

from annals.errors import NotFoundError
from annals.model import Incident
from annals.store.browse.shapes import Found
from annals.store.tables import aliases, incident_ids, incidents, listed

_records = msgspec.json.Decoder(Incident)
_NEAR = 3
_SAME_START = 3
_LOOKED_AT = 500


def find(incident_id: str, connection: Connection) -> Found:
    """Where exactly that id leads. Raises NotFoundError."""
    body = connection.execute(select(incidents.c.body).where(incidents.c.incident_id == incident_id)).scalar()
    if body is not None:
        return Found(incident=_records.decode(body))
    moved = connection.execute(select(func.min(aliases.c.incident_id)).where(aliases.c.alias == incident_id)).scalar()
    if moved is not None:
        return Found(moved_to=moved)
    gone = connection.execute(select(incident_ids).where(incident_ids.c.incident_id == incident_id)).first()
    if gone is not None:
        return Found(gone=f"{gone.title} ({gone.date or 'undated'})")
    near = _near(incident_id, connection)
    hint = f"; near it: {', '.join(near)}" if near else "; look for it in the list"
    raise NotFoundError(f"There is no incident {incident_id[:60]!r}{hint}.")


def _near(incident_id: str, connection: Connection) -> list[str]:
    """Ids with the same beginning that look like it."""
    start = incident_id[:_SAME_START]
    query = select(listed.c.incident_id).where(
        listed.c.incident_id >= start, listed.c.incident_id < start + "\U0010ffff"
    )
    known = list(connection.execute(query.order_by(listed.c.incident_id).limit(_LOOKED_AT)).scalars())
    return get_close_matches(incident_id, known, n=_NEAR, cutoff=0.7)


def number_of(incident_id: str, connection: Connection) -> int | None:
    """The number of an incident, None where no incident has that id now."""
    return connection.execute(select(listed.c.number).where(listed.c.incident_id == incident_id)).scalar()


def body_of(numbers: Sequence[int], connection: Connection) -> Iterator[Incident]:
    """The whole records of these incidents, in that order."""
    rows = connection.execute(
        select(listed.c.number, incidents.c.body)
        .join(incidents, incidents.c.incident_id == listed.c.incident_id)
        .where(listed.c.number.in_(numbers))
    )
    found = dict(rows.all())
    for number in numbers:
        yield _records.decode(found[number])
