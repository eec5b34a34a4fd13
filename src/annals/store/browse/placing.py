"""Columns of incidents and of reports, kept in step with the incidents: only the chunks that a change touches."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, Table, select

from annals.model import Incident
from annals.store.browse import columns, telling_columns
from annals.store.browse.change import IN, Step, batches, clear, fill
from annals.store.tables import incident_columns, report_columns, report_incidents

Telling = tuple[int, int]
"""A report and an incident that it tells, by their numbers."""


def follow_columns(connection: Connection, steps: Iterable[Step], version: int) -> None:
    """Bring the columns of incidents up to date."""
    by_chunk: dict[int, list[Step]] = defaultdict(list)
    for step in steps:
        by_chunk[step.number // columns.CHUNK].append(step)
    before = _stored(connection, incident_columns, by_chunk)
    rows = []
    for chunk, some in sorted(by_chunk.items()):
        found = columns.unpacked(before[chunk]) if chunk in before else columns.empty(columns.CHUNK)
        for step in some:
            at = step.number % columns.CHUNK
            found[at] = columns.row_of(step.new, version) if step.new else columns.FREE
        rows.append({"chunk": chunk, "version": version, "data": columns.packed(found)})
    clear(connection, incident_columns.c.chunk, before)
    fill(connection, incident_columns, rows)


def follow_tellings(connection: Connection, steps: Sequence[Step], numbers: Mapping[str, int], version: int) -> None:
    """Bring up to date which report tells which incident.

    Args:
        connection: to the ledger.
        steps: what becomes of which number.
        numbers: report_id -> number of the report.
        version: of the change.
    """
    old = {telling for step in steps for telling in _told(step.number, step.old, numbers)}
    new = {telling for step in steps for telling in _told(step.number, step.new, numbers)}
    clear(connection, report_incidents.c.number, (step.number for step in steps if step.old))
    fill(connection, report_incidents, ({"report": report, "number": number} for report, number in sorted(new)))
    gone, come = _by_chunk(old - new), _by_chunk(new - old)
    touched = sorted(gone.keys() | come.keys())
    before = _stored(connection, report_columns, touched)
    rows = [
        {
            "chunk": chunk,
            "version": version,
            "data": telling_columns.changed(chunk, before.get(chunk), gone.get(chunk, ()), come.get(chunk, ())),
        }
        for chunk in touched
    ]
    clear(connection, report_columns.c.chunk, before)
    fill(connection, report_columns, rows)


def _told(number: int, incident: Incident | None, numbers: Mapping[str, int]) -> Iterator[Telling]:
    for report in incident.reports if incident else ():
        if report.report_id in numbers:
            yield numbers[report.report_id], number


def _by_chunk(tellings: Iterable[Telling]) -> dict[int, list[Telling]]:
    found: dict[int, list[Telling]] = defaultdict(list)
    for report, number in sorted(tellings):
        found[report // telling_columns.CHUNK].append((report, number))
    return found


def _stored(connection: Connection, table: Table, chunks: Iterable[int]) -> dict[int, bytes]:
    found: dict[int, bytes] = {}
    for some in batches(chunks, IN):
        query = select(table.c.chunk, table.c.data).where(table.c.chunk.in_(some))
        found |= {chunk: bytes(data) for chunk, data in connection.execute(query)}
    return found
