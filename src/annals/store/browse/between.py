"""Ties and tallies between incidents, kept in step with them."""

from collections.abc import Mapping, Sequence

import msgspec
from sqlalchemy import Connection, func, select

from annals.model import Incident
from annals.model.days import ordinal
from annals.store.browse.change import IN, batches, clear, fill
from annals.store.browse.numbering import numbers_of
from annals.store.browse.state import UNDATED
from annals.store.tables import incident_links, incident_tallies, tally_counts


def follow_links(
    connection: Connection, put: Sequence[Incident], numbers: Mapping[str, int], freed: Mapping[str, int]
) -> None:
    """Bring the ties up to date; one to what is no incident is left out.

    Args:
        connection: to the ledger; `listed` is up to date.
        put: the new and changed incidents.
        numbers: theirs, by incident_id.
        freed: the numbers of those that are no more.
    """
    clear(connection, incident_links.c.source, [*numbers.values(), *freed.values()])
    clear(connection, incident_links.c.target, freed.values())
    known = numbers_of(connection, {link.to for incident in put for link in incident.links})
    fill(
        connection,
        incident_links,
        (
            {
                "day": ordinal(incident.date.start) or UNDATED,
                "source_id": incident.incident_id,
                "source": numbers[incident.incident_id],
                "target": known[link.to],
                "link": msgspec.json.encode(link),
            }
            for incident in put
            for link in incident.links
            if link.to in known
        ),
    )


def follow_tallies(
    connection: Connection, put: Sequence[Incident], numbers: Mapping[str, int], freed: Mapping[str, int]
) -> None:
    """Bring the tallies up to date, and which incidents they count; see `follow_links`."""
    held: list[int] = []
    for some in batches({*numbers.values(), *freed.values()}, IN):
        query = select(incident_tallies.c.tally_id).where(incident_tallies.c.holder.in_(some))
        held += connection.execute(query).scalars()
    clear(connection, tally_counts.c.tally_id, held)
    clear(connection, incident_tallies.c.tally_id, held)
    clear(connection, tally_counts.c.number, freed.values())
    tallies = [(numbers[incident.incident_id], tally) for incident in put for tally in incident.tallies]
    known = numbers_of(connection, {name for _, tally in tallies for name in tally.incidents})
    first = (connection.execute(select(func.max(incident_tallies.c.tally_id))).scalar() or 0) + 1
    fill(
        connection,
        incident_tallies,
        (
            {"tally_id": tally_id, "holder": holder, "tally": msgspec.json.encode(tally)}
            for tally_id, (holder, tally) in enumerate(tallies, start=first)
        ),
    )
    fill(
        connection,
        tally_counts,
        (
            {"number": known[name], "tally_id": tally_id}
            for tally_id, (_, tally) in enumerate(tallies, start=first)
            for name in dict.fromkeys(tally.incidents)
            if name in known
        ),
    )
