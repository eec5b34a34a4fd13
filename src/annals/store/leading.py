"""Where an incident's id leads, whatever became of the incident that it named first."""

import msgspec
from sqlalchemy import Connection, select

from annals.model.change import Tombstone
from annals.store.tables import aliases, incident_ids, incidents

_ids = msgspec.json.Decoder(tuple[str, ...])


def led_to(connection: Connection, incident_id: str) -> tuple[str, ...]:
    """The incidents that an id leads to, sorted.

    One: itself, the one of which it is an alias, or the one where all its tellings went. Several: those among which its
    tellings are. None: no incident ever had it, or none tells it now.
    """
    found: set[str] = set()
    known: set[str] = set()
    new = {incident_id}
    while new:
        known |= new
        following: set[str] = set()
        for name in sorted(new):
            here = _here(connection, name)
            if here is None:
                went = connection.execute(
                    select(incident_ids.c.became).where(incident_ids.c.incident_id == name)
                ).scalar()
                following.update(_ids.decode(went) if went else ())
            else:
                found.add(here)
        new = following - known
    return tuple(sorted(found))


def _here(connection: Connection, name: str) -> str | None:
    """The incident that has the id, as its own or as an alias."""
    own = select(incidents.c.incident_id).where(incidents.c.incident_id == name)
    leads_to = select(aliases.c.incident_id).where(aliases.c.alias == name).order_by(aliases.c.incident_id).limit(1)
    return connection.execute(own).scalar() or connection.execute(leads_to).scalar()


def tombstone_of(connection: Connection, incident_id: str) -> Tombstone | None:
    """What is left of an id that leads to no single incident; None where no incident ever had it."""
    row = connection.execute(
        select(incident_ids.c.title, incident_ids.c.date).where(incident_ids.c.incident_id == incident_id)
    ).first()
    if row is None:
        return None
    became = led_to(connection, incident_id)
    return Tombstone(incident_id=incident_id, title=row.title, date=row.date, became=became)
