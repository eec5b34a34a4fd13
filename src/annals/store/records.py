"""The derived incidents, and what they were derived from, as rows. Functions over one connection."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from annals import __version__
from annals.model import Incident
from annals.model.change import Happened
from annals.model.derived import Changed, Derived, Home
from annals.model.rules import DEFAULT_RULES, RULE_SETS, RuleSet
from annals.store.browse.following import follow, replace_browsing
from annals.store.changes import note_changes
from annals.store.happening import State, happened
from annals.store.leading import led_to
from annals.store.tables import aliases, homes, incident_ids, incidents, meta, waiting

T = TypeVar("T")
_records = msgspec.json.Decoder(Incident)
_ORDER = (incidents.c.date_start.is_(None), incidents.c.date_start, incidents.c.incident_id)
_KEY = "fingerprint"
_DIGEST = "incidents"
_DIGESTS = 2**256
_TOUCHED = "touched"
_TRACED = "traced"
_BATCH = 1000
_CHANGES = "derived_at_change"
_SECONDS = "derive_seconds"
_BY = "derived_by"
_RULES = "rules"


def fingerprint(connection: Connection) -> str:
    """A name for all that incidents are derived from: it changes with any reading, judgement, rules and with annals."""
    return f"{_makers(connection)}, change {changes(connection)}"


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
    return _fact(connection, _KEY)


def untouched(connection: Connection) -> bool:
    """Whether the incidents are those that were derived last, as triggers tell; False where none ever were."""
    return _fact(connection, _DIGEST) is not None and _fact(connection, _TOUCHED) == "0"


def traced(connection: Connection) -> bool:
    """Whether what the last derivation left behind is there, of this version and rules, beside untouched incidents."""
    return untouched(connection) and _fact(connection, _TRACED) == _makers(connection)


def _makers(connection: Connection) -> str:
    """What, beside reports and judgements, incidents follow from."""
    return f"annals {__version__}, rules {rules_of(connection)}"


def changes(connection: Connection) -> str:
    """How often a reading or judgement was added, as text; counted by triggers."""
    return str(connection.execute(select(meta.c.value).where(meta.c.name == "changes")).scalar_one())


def _fact(connection: Connection, name: str) -> str | None:
    return connection.execute(select(meta.c.value).where(meta.c.name == name)).scalar()


def _digest(bodies: Iterable[bytes]) -> int:
    """A digest of incidents as stored, whatever their order; those of two sets add up to that of both."""
    return sum(int.from_bytes(hashlib.sha256(body).digest()) for body in bodies) % _DIGESTS


def replace_incidents(
    connection: Connection,
    derived: Derived,
    basis: str,
    seconds: float | None,
    leave: Callable[[Connection], None] | None = None,
) -> None:
    """Put what was derived, in `seconds`, from what `basis` is the fingerprint of in place of all incidents.

    `leave` stores what deriving left behind; without it, later reports will have everything derived anew.
    """
    bodies = {incident.incident_id: msgspec.json.encode(incident) for incident in derived.incidents}
    before, after = _differences(connection, bodies, derived.homes)
    found = happened(before, after)
    for table in (incidents, aliases):
        connection.execute(delete(table))
    _insert(connection, derived.incidents, bodies)
    replace_browsing(connection, derived)
    note_changes(connection, found)
    _note_successors(connection, found)
    connection.execute(delete(waiting))
    if leave is not None:
        leave(connection)
    facts = {_KEY: basis, _DIGEST: f"{_digest(bodies.values()):x}", _TRACED: _makers(connection) if leave else ""}
    if seconds is not None:
        facts[_SECONDS] = f"{seconds:.3f}"
    _note(connection, facts)


def change_incidents(connection: Connection, changed: Changed, taken_in: Iterable[str]) -> None:
    """Store how what is derived differs from before, now that the reports `taken_in` and all judgements are in it."""
    bodies = {incident.incident_id: msgspec.json.encode(incident) for incident in changed.put}
    before, after = _affected(connection, changed, bodies)
    found = happened(before, after)
    follow(connection, changed)
    affected = [*changed.removed, *bodies]
    for some in batched(affected, _BATCH):
        connection.execute(delete(incidents).where(incidents.c.incident_id.in_(some)))
        connection.execute(delete(aliases).where(aliases.c.incident_id.in_(some)))
    _insert(connection, changed.put, bodies)
    note_changes(connection, found)
    _note_successors(connection, found)
    for some in batched(taken_in, _BATCH):
        connection.execute(delete(waiting).where(waiting.c.report_id.in_(some)))
    digest = int(_fact(connection, _DIGEST) or "0", 16)
    digest = (digest + _digest(bodies.values()) - _digest(before.bodies.values())) % _DIGESTS
    rest = connection.execute(select(waiting.c.report_id).limit(1)).first()
    _note(connection, {_DIGEST: f"{digest:x}"} | ({_KEY: fingerprint(connection)} if rest is None else {}))


def _note(connection: Connection, facts: Mapping[str, str]) -> None:
    """Store facts on the incidents, which are those derived from here on; where they know all, that too."""
    kept = {_TOUCHED: "0", **facts}
    if _KEY in facts:
        kept |= {_CHANGES: changes(connection), _BY: __version__}
    connection.execute(delete(meta).where(meta.c.name.in_(kept)))
    connection.execute(insert(meta), [{"name": name, "value": value} for name, value in kept.items()])


def _affected(connection: Connection, changed: Changed, bodies: Mapping[str, bytes]) -> tuple[State, State]:
    """The incidents that are not as before, as they are and as they will be."""
    names = [*changed.removed, *bodies]
    old: dict[str, bytes] = {}
    homes_before: dict[str, str] = {}
    for some in batched(names, _BATCH):
        rows = connection.execute(
            select(incidents.c.incident_id, incidents.c.body).where(incidents.c.incident_id.in_(some))
        )
        old |= dict(rows.all())
        told = connection.execute(select(homes.c.mention_id, homes.c.incident_id).where(homes.c.incident_id.in_(some)))
        homes_before |= dict(told.all())
    gone = set(changed.homes_removed)
    stayed = {mention: name for mention, name in homes_before.items() if mention not in gone}
    moved = {home.mention_id: home.incident_id for home in changed.homes}
    return State(bodies=old, homes=homes_before), State(bodies=bodies, homes=stayed | moved)


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
    left = {entry.incident_id: entry.became for entry in found if entry.kind != "created"}
    current = set[str]()
    for some in batched(left, _BATCH):
        query = select(incidents.c.incident_id).where(incidents.c.incident_id.in_(some))
        current.update(connection.execute(query).scalars())
    gone = [
        {"name": name, "went": msgspec.json.encode(became).decode()}
        for name, became in left.items()
        if name not in current
    ]
    if gone:
        statement = update(incident_ids).where(incident_ids.c.incident_id == bindparam("name"))
        connection.execute(statement.values(became=bindparam("went")), gone)


def batched(items: Iterable[T], most: int) -> Iterator[list[T]]:
    """The items in lists of up to `most`."""
    rest = iter(items)
    while some := list(islice(rest, most)):
        yield some


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
    for some in batched(bodies, _BATCH):
        connection.execute(delete(incident_ids).where(incident_ids.c.incident_id.in_(some)))
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
