"""The derived incidents, and what they were derived from, as rows. Functions over one connection."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from annals import __version__
from annals.model import Incident
from annals.model.change import Happened
from annals.model.derived import Derived, Home
from annals.model.rules import DEFAULT_RULES, RULE_SETS, RuleSet
from annals.store.browse.following import replace_browsing
from annals.store.changes import note_changes
from annals.store.happening import State, happened
from annals.store.judged import all_judgements
from annals.store.leading import led_to
from annals.store.reports import readers_of_reports
from annals.store.tables import aliases, homes, incident_ids, incidents, meta

_records = msgspec.json.Decoder(Incident)
_ORDER = (incidents.c.date_start.is_(None), incidents.c.date_start, incidents.c.incident_id)
_KEY = "fingerprint"
_DIGEST = "incidents"
_CHANGES = "derived_at_change"
_SECONDS = "derive_seconds"
_BY = "derived_by"
_RULES = "rules"


def fingerprint(connection: Connection) -> str:
    """A hash of all that incidents are derived from: reports, their readers, judgements, rules, version of annals."""
    basis = [__version__, readers_of_reports(connection), all_judgements(connection), rules_of(connection)]
    return hashlib.sha256(msgspec.json.encode(basis)).hexdigest()


def rules_of(connection: Connection) -> RuleSet:
    """The set of rules by which the ledger's records are made."""
    kept = connection.execute(select(meta.c.value).where(meta.c.name == _RULES)).scalar()
    return next((known for known in RULE_SETS if known == kept), DEFAULT_RULES)


def keep_rules(connection: Connection, rules: RuleSet) -> None:
    """Make the ledger's records by that set of rules from now on."""
    connection.execute(delete(meta).where(meta.c.name == _RULES))
    connection.execute(insert(meta), [{"name": _RULES, "value": rules}])


def stored_fingerprint(connection: Connection) -> str | None:
    """What the stored incidents were derived from; None where none were ever derived."""
    return connection.execute(select(meta.c.value).where(meta.c.name == _KEY)).scalar()


def as_derived(connection: Connection) -> bool:
    """Whether the incidents are, byte for byte, those that were stored last; False where none ever were."""
    stored = connection.execute(select(meta.c.value).where(meta.c.name == _DIGEST)).scalar()
    return stored == _digest(connection)


def changes(connection: Connection) -> str:
    """How often a reading or judgement was added, as text; counted by triggers."""
    return str(connection.execute(select(meta.c.value).where(meta.c.name == "changes")).scalar_one())


def _digest(connection: Connection) -> str:
    """A hash of all incidents as stored."""
    found = hashlib.sha256()
    for body in connection.execute(select(incidents.c.body).order_by(*_ORDER)).scalars():
        found.update(body)
        found.update(b"\n")
    return found.hexdigest()


def replace_incidents(connection: Connection, derived: Derived, basis: str, seconds: float | None) -> None:
    """Put what was derived, in `seconds`, from what `basis` is the fingerprint of in place of all incidents."""
    bodies = {incident.incident_id: msgspec.json.encode(incident) for incident in derived.incidents}
    before, after = _differences(connection, bodies, derived.homes)
    found = happened(before, after)
    for table in (incidents, aliases):
        connection.execute(delete(table))
    _insert(connection, derived.incidents, bodies)
    replace_browsing(connection, derived)
    note_changes(connection, found)
    _note_successors(connection, found)
    kept = {_KEY: basis, _DIGEST: _digest(connection), _CHANGES: changes(connection), _BY: __version__}
    if seconds is not None:
        kept[_SECONDS] = f"{seconds:.3f}"
    connection.execute(delete(meta).where(meta.c.name.in_(kept)))
    connection.execute(insert(meta), [{"name": name, "value": value} for name, value in kept.items()])


def _differences(
    connection: Connection, bodies: Mapping[str, bytes], derived_homes: Iterable[Home]
) -> tuple[State, State]:
    """The incidents that are not the same in the ledger and in what was derived, as they are in either."""
    old = {
        name: body
        for name, body in connection.execute(select(incidents.c.incident_id, incidents.c.body))
        if bodies.get(name) != body
    }
    same = set(connection.execute(select(incidents.c.incident_id)).scalars()) - old.keys()
    new = {name: body for name, body in bodies.items() if name not in same}
    homes_before = {
        mention: name
        for mention, name in connection.execute(select(homes.c.mention_id, homes.c.incident_id))
        if name in old
    }
    homes_after = {home.mention_id: home.incident_id for home in derived_homes if home.incident_id in new}
    return State(bodies=old, homes=homes_before), State(bodies=new, homes=homes_after)


def _note_successors(connection: Connection, found: Iterable[Happened]) -> None:
    """Say in the tombstones of ids that no record has any more where its tellings went."""
    current = set(connection.execute(select(incidents.c.incident_id)).scalars())
    gone = [
        {"name": entry.incident_id, "went": msgspec.json.encode(entry.became).decode()}
        for entry in found
        if entry.kind != "created" and entry.incident_id not in current
    ]
    if gone:
        statement = update(incident_ids).where(incident_ids.c.incident_id == bindparam("name"))
        connection.execute(statement.values(became=bindparam("went")), gone)


def _insert(connection: Connection, records: Sequence[Incident], bodies: Mapping[str, bytes]) -> None:
    if not records:
        return
    connection.execute(insert(incidents), [_row(record, bodies[record.incident_id]) for record in records])
    others = [
        {"alias": alias, "incident_id": record.incident_id}
        for record in records
        for alias in sorted(set(record.aliases))
    ]
    if others:
        connection.execute(insert(aliases), others)
    current = select(incidents.c.incident_id)
    connection.execute(delete(incident_ids).where(incident_ids.c.incident_id.in_(current)))
    connection.execute(
        insert(incident_ids),
        [{"incident_id": r.incident_id, "title": r.title, "date": r.date.edtf or r.date.start} for r in records],
    )


def _row(record: Incident, body: bytes) -> dict[str, Any]:
    return {
        "incident_id": record.incident_id,
        "date_start": record.date.start,
        "date_end": record.date.end,
        "event_type": record.event_type,
        "sub_event_type": record.sub_event_type,
        "country": record.place.country,
        "place": record.place.name,
        "title": record.title,
        "killed_best": record.killed.best,
        "wounded_best": record.wounded.best,
        "reports": record.corroboration.reports,
        "body": body,
    }


def all_incidents(connection: Connection) -> list[Incident]:
    """All incidents: by first possible day, the undated last, then by id."""
    return [_records.decode(body) for body in connection.execute(select(incidents.c.body).order_by(*_ORDER)).scalars()]


def bodies(connection: Connection) -> list[bytes]:
    """All incidents as stored, in the order of `all_incidents`."""
    return list(connection.execute(select(incidents.c.body).order_by(*_ORDER)).scalars())


def incident_of(connection: Connection, incident_id: str) -> Incident | None:
    """The incident that exactly that id leads to; None where there is none, or several."""
    names = led_to(connection, incident_id)
    if len(names) != 1:
        return None
    body = connection.execute(select(incidents.c.body).where(incidents.c.incident_id == names[0])).scalar_one()
    return _records.decode(body)


def ids_of_incidents(connection: Connection) -> list[str]:
    """The ids of all incidents, sorted."""
    return list(connection.execute(select(incidents.c.incident_id).order_by(incidents.c.incident_id)).scalars())


def ids_that_lead_on(connection: Connection) -> list[str]:
    """All other ids that are or were in use: aliases and the ids of incidents that are no more, sorted."""
    names = {*connection.execute(select(aliases.c.alias)).scalars()}
    names.update(connection.execute(select(incident_ids.c.incident_id)).scalars())
    return sorted(names - set(ids_of_incidents(connection)))
