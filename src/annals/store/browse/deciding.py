"""The log of decisions: which stand, which were undone, which the incidents do not know yet."""

import msgspec
from sqlalchemy import Connection, or_, select

from annals.model import Judgement
from annals.model.standing import standing, when
from annals.store.browse import cursors
from annals.store.browse.shapes import Entry, Log
from annals.store.judged import all_judgements
from annals.store.tables import applied_judgements, homes, judgements

_IN = 500


class Pending(msgspec.Struct, frozen=True, kw_only=True):
    """What was decided since the incidents were derived, so that nobody is asked twice."""

    pairs: frozenset[tuple[str, str]] = frozenset()
    """Pairs of incidents, the smaller id first; twice the same for two tellings that are one incident now."""
    fields: frozenset[tuple[str, str]] = frozenset()
    """Incidents and their fields."""


def pending(connection: Connection) -> Pending:
    """The decisions that stand and that the incidents do not know yet."""
    unknown = connection.execute(
        select(judgements).where(judgements.c.judgement_id.not_in(select(applied_judgements.c.judgement_id)))
    ).mappings()
    made = standing([Judgement(**row) for row in unknown])
    if not made:
        return Pending()
    home = _homes(connection, [name for j in made for name in (j.subject, j.other) if name])
    return Pending(
        pairs=frozenset(_pair(home[j.subject], home[j.other]) for j in made if j.subject in home and j.other in home),
        fields=frozenset((home[j.subject], j.field) for j in made if j.field is not None and j.subject in home),
    )


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
        entries=tuple(_entries(connection, shown, made)),
        total=len(ordered),
        next=cursors.written(last) if last else None,
    )


def judgements_on(connection: Connection, incident_id: str) -> list[Judgement]:
    """All judgements on the mentions of an incident, and those that undo them."""
    mentions = select(homes.c.mention_id).where(homes.c.incident_id == incident_id)
    query = select(judgements).where(or_(judgements.c.subject.in_(mentions), judgements.c.other.in_(mentions)))
    found = {row["judgement_id"]: Judgement(**row) for row in connection.execute(query).mappings()}
    new = set(found)
    while new:
        undoing = select(judgements).where(judgements.c.kind == "undo", judgements.c.subject.in_(new))
        rows = [Judgement(**row) for row in connection.execute(undoing).mappings()]
        new = {row.judgement_id for row in rows} - set(found)
        found |= {row.judgement_id: row for row in rows}
    return list(found.values())


def _after(ordered: list[Judgement], place: cursors.After) -> int:
    for number, judgement in enumerate(ordered):
        if judgement.judgement_id == place.name:
            return number + 1
    return len(ordered)


def _entries(connection: Connection, shown: list[Judgement], made: list[Judgement]) -> list[Entry]:
    undone = undone_by(made)
    home = _homes(connection, [name for j in shown for name in (j.subject, j.other) if name])
    ids = [j.judgement_id for j in shown]
    applied = set(
        connection.execute(
            select(applied_judgements.c.judgement_id).where(applied_judgements.c.judgement_id.in_(ids))
        ).scalars()
    )
    return [
        Entry(
            judgement=j,
            stands=j.judgement_id not in undone,
            undone_by=undone.get(j.judgement_id),
            subject=home.get(j.subject),
            other=home.get(j.other or ""),
            applied=j.judgement_id in applied,
        )
        for j in shown
    ]


def undone_by(made: list[Judgement]) -> dict[str, str]:
    """judgement_id -> id of the latest judgement that undoes it and is not undone itself."""
    by_id = {j.judgement_id: j for j in made}
    found: dict[str, str] = {}
    for judgement in sorted(made, key=when, reverse=True):
        if judgement.kind == "undo" and judgement.judgement_id not in found:
            subject = by_id.get(judgement.subject)
            if subject is not None and when(subject) < when(judgement):
                found.setdefault(judgement.subject, judgement.judgement_id)
    return found


def _homes(connection: Connection, mentions: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for start in range(0, len(mentions), _IN):
        some = mentions[start : start + _IN]
        rows = connection.execute(select(homes.c.mention_id, homes.c.incident_id).where(homes.c.mention_id.in_(some)))
        found |= dict(rows.all())
    return found
