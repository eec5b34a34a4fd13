"""The log of decisions: which stand, which were undone, which the incidents do not know yet."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from sqlalchemy import Connection, or_, select

from annals.model import Incident, Judgement
from annals.model.matter import new_since
from annals.model.standing import standing, when
from annals.store.browse import cursors
from annals.store.browse.questioning import incidents_of
from annals.store.browse.review_shapes import Entry, Log, NewClaim
from annals.store.judged import all_judgements, judgements_picked
from annals.store.tables import applied_judgements, homes, incidents, judgements, questioned

_IN = 500
_NEW = 10
"""New claims of one decision that are told."""

_names = msgspec.json.Decoder(tuple[str, ...])
_records = msgspec.json.Decoder(Incident)


class Pending(msgspec.Struct, frozen=True, kw_only=True):
    """What was decided since the incidents were derived, so that nobody is asked twice."""

    pairs: frozenset[tuple[str, str]] = frozenset()
    """Pairs of incidents, the smaller id first; twice the same for two tellings that are one incident now."""
    fields: frozenset[tuple[str, str]] = frozenset()
    """Incidents and their fields."""
    undone: frozenset[str] = frozenset()
    """Decisions that were taken back."""
    again: frozenset[tuple[str | None, ...]] = frozenset()
    """What was decided on, as `named_in` gives it."""

    def settled(self, made: Iterable[Judgement]) -> frozenset[str]:
        """Which of these decisions were taken back or made again."""
        return frozenset(j.judgement_id for j in made if j.judgement_id in self.undone or named_in(j) in self.again)


def named_in(judgement: Judgement) -> tuple[str | None, ...]:
    """What a decision is made on: its mentions and its field."""
    return judgement.subject, judgement.other, judgement.field


def pending(connection: Connection) -> Pending:
    """The decisions that stand and that the incidents do not know yet."""
    unknown = judgements_picked(
        connection,
        select(judgements).where(judgements.c.judgement_id.not_in(select(applied_judgements.c.judgement_id))),
    )
    undone = frozenset(j.subject for j in unknown if j.kind == "undo")
    made = standing(unknown)
    if not made:
        return Pending(undone=undone)
    home = homes_of(connection, made)
    return Pending(
        undone=undone,
        again=frozenset(map(named_in, made)),
        pairs=frozenset(_pair(home[j.subject], home[j.other]) for j in made if j.subject in home and j.other in home),
        fields=frozenset((home[j.subject], claimed_as(j.field)) for j in made if j.field and j.subject in home),
    )


def claimed_as(field: str) -> str:
    """The claim field whose disagreement an override settles."""
    return "event_type" if field == "sub_event_type" else field


def _pair(left: str, right: str) -> tuple[str, str]:
    return min(left, right), max(left, right)


def log_of(connection: Connection, incident_id: str | None, size: int, cursor: str | None) -> Log:
    """The decisions, the latest first; of one incident where it is given."""
    made = all_judgements(connection) if incident_id is None else judgements_on(connection, incident_id)
    ordered = sorted(made, key=when, reverse=True)
    first = 0 if cursor is None else _after(ordered, cursors.read(cursor, cursors.After))
    shown = ordered[first : first + size]
    more = first + size < len(ordered)
    last = cursors.After(weight=0, name=shown[-1].judgement_id, detail=shown[-1].at) if more and shown else None
    return Log(
        entries=tuple(entries_of(connection, shown, made)),
        total=len(ordered),
        next=cursors.written(last) if last else None,
    )


def decisions_named(connection: Connection, judgement_ids: Iterable[str]) -> tuple[Entry, ...]:
    """The decisions of these ids, in that order; unknown ids are left out."""
    made = {judgement.judgement_id: judgement for judgement in all_judgements(connection)}
    shown = [made[name] for name in judgement_ids if name in made]
    return tuple(entries_of(connection, shown, made.values()))


def judgements_on(connection: Connection, incident_id: str) -> list[Judgement]:
    """All judgements on the mentions of an incident, and those that undo them."""
    mentions = select(homes.c.mention_id).where(homes.c.incident_id == incident_id)
    query = select(judgements).where(or_(judgements.c.subject.in_(mentions), judgements.c.other.in_(mentions)))
    found = {judgement.judgement_id: judgement for judgement in judgements_picked(connection, query)}
    new = set(found)
    while new:
        undoing = select(judgements).where(judgements.c.kind == "undo", judgements.c.subject.in_(new))
        rows = judgements_picked(connection, undoing)
        new = {row.judgement_id for row in rows} - set(found)
        found |= {row.judgement_id: row for row in rows}
    return list(found.values())


def _after(ordered: list[Judgement], place: cursors.After) -> int:
    for number, judgement in enumerate(ordered):
        if judgement.judgement_id == place.name:
            return number + 1
    return len(ordered)


def entries_of(connection: Connection, shown: Sequence[Judgement], made: Iterable[Judgement]) -> list[Entry]:
    """Decisions as the log shows them.

    Args:
        connection: to the ledger.
        shown: which.
        made: at least these, and all that undo them.
    """
    undone = undone_by(made)
    home = homes_of(connection, shown)
    ids = [j.judgement_id for j in shown]
    applied = set(
        connection.execute(
            select(applied_judgements.c.judgement_id).where(applied_judgements.c.judgement_id.in_(ids))
        ).scalars()
    )
    rows = connection.execute(select(questioned)).all()
    overruled = {row.judgement_id: _names.decode(row.overruled_by) for row in rows}
    changed = {r.judgement_id: r.changed for r in rows if r.changed and r.judgement_id not in undone}
    looked_at = {m for j in shown if j.judgement_id in changed for m in _named(j)}
    about = _incidents(connection, {home[mention] for mention in looked_at if mention in home})
    overrules: dict[str, list[str]] = {}
    for earlier, later in overruled.items():
        for name in later:
            overrules.setdefault(name, []).append(earlier)
    return [
        Entry(
            judgement=j,
            stands=j.judgement_id not in undone,
            undone_by=undone.get(j.judgement_id),
            subject=home.get(j.subject),
            other=home.get(j.other or ""),
            applied=j.judgement_id in applied,
            overruled_by=overruled.get(j.judgement_id, ()) if j.judgement_id not in undone else (),
            overrules=tuple(sorted(overrules.get(j.judgement_id, ()))) if j.judgement_id not in undone else (),
            changed=changed.get(j.judgement_id, 0),
            new=tuple(_new(j, incidents_of(j, home, about))) if j.judgement_id in changed else (),
        )
        for j in shown
    ]


def _new(judgement: Judgement, incidents: Sequence[Incident]) -> Iterator[NewClaim]:
    in_incident = {claim.claim_id: incident.incident_id for incident in incidents for claim in incident.claims}
    for claim in new_since(judgement, incidents)[:_NEW]:
        yield NewClaim(
            claim_id=claim.claim_id,
            incident_id=in_incident[claim.claim_id],
            field=claim.field,
            value=claim.value,
            words=claim.words,
            report_id=claim.report_id,
        )


def _incidents(connection: Connection, names: Iterable[str]) -> dict[str, Incident]:
    wanted = sorted(names)
    found: dict[str, Incident] = {}
    for start in range(0, len(wanted), _IN):
        some = wanted[start : start + _IN]
        rows = connection.execute(
            select(incidents.c.incident_id, incidents.c.body).where(incidents.c.incident_id.in_(some))
        )
        found |= {name: _records.decode(body) for name, body in rows}
    return found


def undone_by(made: Iterable[Judgement]) -> dict[str, str]:
    """judgement_id -> id of the latest judgement that undoes it and is not undone itself."""
    by_id = {j.judgement_id: j for j in made}
    found: dict[str, str] = {}
    for judgement in sorted(by_id.values(), key=when, reverse=True):
        if judgement.kind == "undo" and judgement.judgement_id not in found:
            subject = by_id.get(judgement.subject)
            if subject is not None and when(subject) < when(judgement):
                found.setdefault(judgement.subject, judgement.judgement_id)
    return found


def homes_of(connection: Connection, made: Iterable[Judgement]) -> dict[str, str]:
    """mention_id -> incident_id, for the mentions that the decisions name and that an incident is made of."""
    mentions = sorted({name for judgement in made for name in _named(judgement)})
    found: dict[str, str] = {}
    for start in range(0, len(mentions), _IN):
        some = mentions[start : start + _IN]
        rows = connection.execute(select(homes.c.mention_id, homes.c.incident_id).where(homes.c.mention_id.in_(some)))
        found |= dict(rows.all())
    return found


def _named(judgement: Judgement) -> list[str]:
    return [name for name in (judgement.subject, judgement.other) if name]
