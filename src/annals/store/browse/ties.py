"""What stands around an incident, and between incidents: ties, and tallies that count it."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select

from annals.model import Link, Tally
from annals.store.browse.index import Index
from annals.store.browse.listing import place_of, rows_numbered
from annals.store.browse.shapes import CountedIn, Tie
from annals.store.browse.shapes import Row as Line
from annals.store.tables import incident_links, incident_tallies, tally_counts

_links = msgspec.json.Decoder(Link)
_tallies = msgspec.json.Decoder(Tally)
_SOUGHT = select(incident_links.c.link_id, incident_links.c.source, incident_links.c.target, incident_links.c.link)
_ENDS = select(incident_links.c.link_id, incident_links.c.source, incident_links.c.target).order_by(
    incident_links.c.day, incident_links.c.source_id
)
_WHOLE = select(incident_links.c.link_id, incident_links.c.link)
_IN = 500


def ties_from(number: int, connection: Connection) -> tuple[Tie, ...]:
    """What the incident answers or belongs to, in the order of the others."""
    return _ties(connection.execute(_SOUGHT.where(incident_links.c.source == number)).all(), connection)


def ties_to(number: int, connection: Connection) -> tuple[Tie, ...]:
    """What answers the incident or belongs to it, in the order of the others."""
    return _ties(connection.execute(_SOUGHT.where(incident_links.c.target == number)).all(), connection)


def ties_among(index: Index, picked: int, most: int, connection: Connection) -> tuple[Tie, ...]:
    """Ties between picked incidents, by day of the source; at most `most`."""
    flags = index.flags(picked).tobytes()
    found: list[Row[Any, Any, Any]] = []
    for row in connection.execute(_ENDS):
        if flags[row.source] and flags[row.target]:
            if len(found) >= most and row.source != found[-1].source:
                break
            found.append(row)
    found.sort(key=lambda row: (index.rank[row.source], index.rank[row.target], row.link_id))
    kept = found[:most]
    links = {
        link_id: link
        for start in range(0, len(kept), _IN)
        for link_id, link in connection.execute(
            _WHOLE.where(incident_links.c.link_id.in_([row.link_id for row in kept[start : start + _IN]]))
        )
    }
    rows = _rows(kept, connection)
    return tuple(
        Tie(source=rows[row.source], target=rows[row.target], link=_links.decode(links[row.link_id])) for row in kept
    )


def tallies_counting(number: int, connection: Connection) -> tuple[CountedIn, ...]:
    """The tallies of any record that count the incident, in the order of the records."""
    query = (
        select(incident_tallies.c.holder, incident_tallies.c.tally)
        .join(tally_counts, tally_counts.c.tally_id == incident_tallies.c.tally_id)
        .where(tally_counts.c.number == number)
        .order_by(incident_tallies.c.tally_id)
    )
    found = connection.execute(query).all()
    rows = rows_numbered([row.holder for row in found], connection)
    counted = [
        CountedIn(holder=holder, tally=_tallies.decode(row.tally)) for holder, row in zip(rows, found, strict=True)
    ]
    return tuple(sorted(counted, key=lambda each: place_of(each.holder)))


def _ties(links: Sequence[Any], connection: Connection) -> tuple[Tie, ...]:
    rows = _rows(links, connection)
    ordered = sorted(links, key=lambda row: (place_of(rows[row.source]), place_of(rows[row.target]), row.link_id))
    return tuple(Tie(source=rows[row.source], target=rows[row.target], link=_links.decode(row.link)) for row in ordered)


def _rows(links: Sequence[Any], connection: Connection) -> dict[int, Line]:
    numbers = list(dict.fromkeys(n for row in links for n in (row.source, row.target)))
    return dict(zip(numbers, rows_numbered(numbers, connection), strict=True))
