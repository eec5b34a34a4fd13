"""Numbers of incidents: kept while an incident lasts, given out again when they are free."""

from collections.abc import Iterable, Mapping

from sqlalchemy import Connection, func, select

from annals.model import Incident
from annals.model.derived import Changed
from annals.store.browse.change import IN, batches
from annals.store.tables import listed, report_numbers


def given_and_freed(connection: Connection, changed: Changed, incidents: int) -> tuple[dict[str, int], dict[str, int]]:
    """The numbers of the incidents that are put, and those that the removed ones had, each by incident_id.

    New incidents get numbers that get free first, then ones that are free, then ones beyond all others.

    Args:
        connection: to the ledger.
        changed: the change; `listed` does not know it yet.
        incidents: how many there were before it.
    """
    known = numbers_of(connection, (*changed.removed, *(incident.incident_id for incident in changed.put)))
    freed = {name: known[name] for name in changed.removed if name in known}
    new = [incident.incident_id for incident in changed.put if incident.incident_id not in known]
    given = {
        incident.incident_id: known[incident.incident_id] for incident in changed.put if incident.incident_id in known
    }
    free = sorted(freed.values())
    if len(new) > len(free):
        free += _free(connection, len(new) - len(free), incidents)
    given |= dict(zip(new, free, strict=False))
    return given, freed


def numbers_of(connection: Connection, incident_ids: Iterable[str]) -> dict[str, int]:
    """The numbers of these incidents; ids that no incident has are left out."""
    found: dict[str, int] = {}
    for some in batches(incident_ids, IN):
        query = select(listed.c.incident_id, listed.c.number).where(listed.c.incident_id.in_(some))
        found |= dict(connection.execute(query).all())
    return found


def report_numbers_of(connection: Connection, *told: Iterable[Incident]) -> Mapping[str, int]:
    """The numbers of the reports that tell these incidents; unknown reports are left out."""
    wanted = {report.report_id for incidents in told for incident in incidents for report in incident.reports}
    found: dict[str, int] = {}
    for some in batches(sorted(wanted), IN):
        query = select(report_numbers.c.report_id, report_numbers.c.number).where(report_numbers.c.report_id.in_(some))
        found |= dict(connection.execute(query).all())
    return found


def _free(connection: Connection, count: int, incidents: int) -> list[int]:
    """So many numbers that no incident has: beginnings of gaps first, if there are any, then those beyond all."""
    last = connection.execute(select(func.max(listed.c.number))).scalar()
    end = 0 if last is None else last + 1
    gaps: list[int] = []
    if incidents < end:
        after = listed.alias()
        query = (
            select(listed.c.number + 1)
            .outerjoin(after, after.c.number == listed.c.number + 1)
            .where(after.c.number.is_(None), listed.c.number < end - 1)
            .order_by(listed.c.number)
        )
        first = connection.execute(select(listed.c.number).where(listed.c.number == 0)).scalar()
        gaps = [*([] if first == 0 else [0]), *connection.execute(query.limit(count)).scalars()][:count]
    return [*gaps, *range(end, end + count - len(gaps))]
