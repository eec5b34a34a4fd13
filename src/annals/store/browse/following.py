"""What pages ask for, kept beside the incidents: this page has the order in which a change goes through its tables.

The cost is in step with the change: incidents keep their numbers while they last, numbers that get free are given out
again, and sets and columns are rewritten in parts. All of it follows from the incidents alone, so that a ledger that
grew bit by bit answers as one that was derived at once.
"""

from collections.abc import Iterator, Mapping

import msgspec
from sqlalchemy import Connection, delete, select

from annals.model import Incident
from annals.model.days import ordinal
from annals.model.derived import Changed, Derived
from annals.store.browse.between import follow_links, follow_tallies
from annals.store.browse.change import Step, batches, clear, fill
from annals.store.browse.numbering import given_and_freed, report_numbers_of
from annals.store.browse.parties import follow_aliases, follow_register, follow_standings
from annals.store.browse.placing import follow_columns, follow_tellings
from annals.store.browse.questioning import stakes
from annals.store.browse.queueing import follow_decisions, follow_disputes, follow_doubts, follow_homes
from annals.store.browse.rows import row_of
from annals.store.browse.sets import follow_common, follow_sets
from annals.store.browse.state import UNDATED, State, note_state, state_of
from annals.store.tables import (
    actor_aliases,
    actor_incidents,
    actor_names,
    alias_reports,
    applied_judgements,
    disputes,
    doubts,
    facet_bits,
    homes,
    incident_columns,
    incident_links,
    incident_tallies,
    incidents,
    listed,
    questioned,
    register,
    report_columns,
    report_copies,
    report_incidents,
    tally_counts,
)

_TABLES = (
    listed,
    facet_bits,
    incident_columns,
    register,
    actor_incidents,
    actor_names,
    actor_aliases,
    alias_reports,
    report_incidents,
    report_columns,
    report_copies,
    incident_links,
    incident_tallies,
    tally_counts,
    homes,
    doubts,
    disputes,
    questioned,
    applied_judgements,
)
_TOGETHER = 5000
"""Incidents that are followed at once, so that their counts fit into memory."""

_records = msgspec.json.Decoder(Incident)


def replace_browsing(connection: Connection, derived: Derived) -> None:
    """Put what pages ask of `derived` in place of what they asked of the incidents before."""
    state = state_of(connection)
    for table in _TABLES:
        connection.execute(delete(table))
    note_state(connection, State(version=state.version + 1, epoch=state.version + 1))
    ordered = sorted(derived.incidents, key=lambda i: (i.date.start is None, i.date.start or "", i.incident_id))
    put = Changed(put=tuple(ordered), homes=derived.homes, doubts=derived.doubts, copies=derived.copies)
    _follow(connection, put, {})


def follow(connection: Connection, changed: Changed) -> None:
    """Bring what pages ask for up to date.

    To be called before the table `incidents` is: what the old records had their share in is worked out from there.
    """
    touched = [*changed.removed, *(incident.incident_id for incident in changed.put)]
    before: dict[str, bytes] = {}
    for some in batches(touched, 500):
        rows = connection.execute(
            select(incidents.c.incident_id, incidents.c.body).where(incidents.c.incident_id.in_(some))
        )
        before |= dict(rows.all())
    _follow(connection, changed, before)


def _follow(connection: Connection, changed: Changed, before: Mapping[str, bytes]) -> None:
    state = state_of(connection)
    version = state.version + 1
    numbers, freed = given_and_freed(connection, changed, state.incidents)
    clear(connection, listed.c.number, [*freed.values(), *numbers.values()] if before else ())
    fill(connection, listed, (_listed(numbers[incident.incident_id], incident) for incident in changed.put))
    reports = report_numbers_of(connection, changed.put, map(_records.decode, before.values()))
    for steps in batches(_steps(changed, before, numbers, freed), _TOGETHER):
        follow_standings(connection, steps)
    for steps in batches(_steps(changed, before, numbers, freed), _TOGETHER):
        follow_columns(connection, steps, version)
        follow_tellings(connection, steps, reports, version)
        follow_register(connection, steps)
        follow_aliases(connection, steps, reports)
        follow_sets(connection, steps, version)
        follow_common(connection, steps, version)
    follow_links(connection, changed.put, numbers, freed)
    follow_tallies(connection, changed.put, numbers, freed)
    clear(connection, report_copies.c.copy, [*changed.copies_removed, *changed.copies])
    fill(connection, report_copies, ({"copy": c, "original": o} for c, o in sorted(changed.copies.items())))
    moved = follow_homes(connection, changed)
    touched = [*freed, *numbers]
    follow_doubts(connection, changed, touched, moved)
    follow_disputes(connection, changed)
    follow_decisions(connection, touched, moved, {i.incident_id: i for i in changed.put})
    count = state.incidents - len(freed) + sum(incident.incident_id not in before for incident in changed.put)
    note_state(connection, State(version=version, epoch=state.epoch, incidents=count))


def _steps(
    changed: Changed, before: Mapping[str, bytes], numbers: Mapping[str, int], freed: Mapping[str, int]
) -> Iterator[Step]:
    """What becomes of each number: a freed one that is given out again is one step."""
    old = {number: name for name, number in freed.items()}
    for incident in changed.put:
        number = numbers[incident.incident_id]
        body = before.get(old.pop(number, incident.incident_id))
        yield Step(number=number, old=None if body is None else _records.decode(body), new=incident)
    for number, name in old.items():
        yield Step(number=number, old=_records.decode(before[name]), new=None)


def _listed(number: int, incident: Incident) -> dict[str, object]:
    return {
        "number": number,
        "incident_id": incident.incident_id,
        "day": ordinal(incident.date.start) or UNDATED,
        "stakes": stakes(incident),
        "row": msgspec.json.encode(row_of(incident)),
    }
