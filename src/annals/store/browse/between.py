"""Ties and tallies between incidents, kept in step with them."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, delete, func, select, update

from annals.model import Incident, Tally
from annals.model.days import ordinal
from annals.store.browse.change import IN, batches, clear, fill
from annals.store.browse.numbering import numbers_of
from annals.store.browse.state import UNDATED
from annals.store.tables import incident_links, incident_tallies, tally_counts

_tallies = msgspec.json.Decoder(Tally)


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
    """Bring the tallies up to date, and which incidents they count; see `follow_links`.

    A tally may count thousands, of which a change of the incidents concerns one or two: only these rows are written.
    """
    clear(connection, tally_counts.c.number, freed.values())
    there = _held(connection, {*numbers.values(), *freed.values()})
    next_id = (connection.execute(select(func.max(incident_tallies.c.tally_id))).scalar() or 0) + 1
    added: list[dict[str, Any]] = []
    more: list[tuple[int, str]] = []
    fewer: list[tuple[int, str]] = []
    for incident in put:
        for tally in incident.tallies:
            kept = there.get((numbers[incident.incident_id], *_name(tally)), [])
            body = {"tally": msgspec.json.encode(tally)}
            if kept:
                tally_id, before = kept.pop()
                connection.execute(update(incident_tallies).where(incident_tallies.c.tally_id == tally_id).values(body))
                fewer += [(tally_id, name) for name in before - set(tally.incidents)]
            else:
                tally_id, next_id, before = next_id, next_id + 1, frozenset()
                added.append({"tally_id": tally_id, "holder": numbers[incident.incident_id], **body})
            more += [(tally_id, name) for name in sorted(set(tally.incidents) - before)]
    known = numbers_of(connection, {name for _, name in (*more, *fewer)})
    for tally_id, name in fewer:
        if name in known:
            gone = (tally_counts.c.tally_id == tally_id, tally_counts.c.number == known[name])
            connection.execute(delete(tally_counts).where(*gone))
    left = [tally_id for kept in there.values() for tally_id, _ in kept]
    clear(connection, tally_counts.c.tally_id, left)
    clear(connection, incident_tallies.c.tally_id, left)
    fill(connection, incident_tallies, added)
    fill(connection, tally_counts, ({"number": known[n], "tally_id": tally_id} for tally_id, n in more if n in known))


_Name = tuple[str, int, int, str]


def _name(tally: Tally) -> _Name:
    """What tells the tallies of one incident apart, however they are counted."""
    return tally.report_id, tally.quote.start, tally.quote.end, tally.words


def _held(
    connection: Connection, holders: set[int]
) -> dict[tuple[int, str, int, int, str], list[tuple[int, frozenset[str]]]]:
    """The tallies of these incidents: number of the incident and name of the tally -> their ids, what they count."""
    found: dict[tuple[int, str, int, int, str], list[tuple[int, frozenset[str]]]] = {}
    for some in batches(sorted(holders), IN):
        for row in connection.execute(select(incident_tallies).where(incident_tallies.c.holder.in_(some))):
            tally = _tallies.decode(row.tally)
            found.setdefault((row.holder, *_name(tally)), []).append((row.tally_id, frozenset(tally.incidents)))
    return found
