"""What stands around an incident, and between incidents: ties, and tallies that count it."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from annals.model import Link, Tally
from annals.store.browse.index import Index
from annals.store.browse.listing import rows_numbered
from annals.store.browse.shapes import CountedIn, Tie
from annals.store.tables import incident_links, incident_tallies, tally_counts

_links = msgspec.json.Decoder(Link)
_tallies = msgspec.json.Decoder(Tally)
_SOUGHT = select(incident_links.c.source, incident_links.c.target, incident_links.c.link)


def ties_from(number: int, connection: Connection) -> tuple[Tie, ...]:
    """What the incident answers or belongs to."""
    query = _SOUGHT.where(incident_links.c.source == number).order_by(incident_links.c.target, incident_links.c.link_id)
    return _ties(connection.execute(query).all(), connection)


def ties_to(number: int, connection: Connection) -> tuple[Tie, ...]:
    """What answers the incident or belongs to it."""
    query = _SOUGHT.where(incident_links.c.target == number).order_by(incident_links.c.source, incident_links.c.link_id)
    return _ties(connection.execute(query).all(), connection)


def ties_among(index: Index, picked: int, most: int, connection: Connection) -> tuple[Tie, ...]:
    """Ties between picked incidents, by day of the source; at most `most`."""
    flags = index.flags(picked)
    query = _SOUGHT.order_by(incident_links.c.source, incident_links.c.target)
    found: list[Row[Any, Any, Any]] = []
    for row in connection.execute(query):
        if flags[row.source] and flags[row.target]:
            found.append(row)
            if len(found) == most:
                break
    return _ties(found, connection)


def tallies_counting(number: int, connection: Connection) -> tuple[CountedIn, ...]:
    """The tallies of any record that count the incident."""
    query = (
        select(incident_tallies.c.holder, incident_tallies.c.tally)
        .join(tally_counts, tally_counts.c.tally_id == incident_tallies.c.tally_id)
        .where(tally_counts.c.number == number)
        .order_by(incident_tallies.c.tally_id)
    )
    found = connection.execute(query).all()
    rows = rows_numbered([row.holder for row in found], connection)
    return tuple(
        CountedIn(holder=holder, tally=_tallies.decode(row.tally)) for holder, row in zip(rows, found, strict=True)
    )


def _ties(links: Sequence[Row[Any, Any, Any]], connection: Connection) -> tuple[Tie, ...]:
    numbers = list(dict.fromkeys(n for row in links for n in (row.source, row.target)))
    rows = dict(zip(numbers, rows_numbered(numbers, connection), strict=True))
    return tuple(Tie(source=rows[row.source], target=rows[row.target], link=_links.decode(row.link)) for row in links)
