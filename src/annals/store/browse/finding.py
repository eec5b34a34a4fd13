"""Where an id leads."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

import msgspec
from sqlalchemy import Connection, select

from annals.errors import NotFoundError
from annals.model import Incident
from annals.store.browse.shapes import Found
from annals.store.leading import led_to, tombstone_of
from annals.store.tables import incidents, listed

_records = msgspec.json.Decoder(Incident)
_NEAR = 3
_SAME_START = 3
_LOOKED_AT = 500


def find(incident_id: str, connection: Connection) -> Found:
    """Where exactly that id leads. Raises NotFoundError."""
    names = led_to(connection, incident_id)
    if names == (incident_id,):
        body = connection.execute(select(incidents.c.body).where(incidents.c.incident_id == incident_id)).scalar_one()
        return Found(incident=_records.decode(body))
    if len(names) == 1:
        return Found(moved_to=names[0])
    gone = tombstone_of(connection, incident_id)
    if gone is not None:
        return Found(gone=gone)
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
