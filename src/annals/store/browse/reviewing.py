"""What awaits a person's decision: decisions in question, doubtful pairs, disagreements, names without an entry."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Row, Select, and_, func, or_, select

from annals.errors import NotFoundError
from annals.model import Judgement
from annals.model.cluster import PairEvidence
from annals.store.browse import cursors
from annals.store.browse.deciding import Pending, entries_of, pending
from annals.store.browse.listing import rows_named
from annals.store.browse.party_shapes import ActorRow
from annals.store.browse.review_shapes import Disputed, Doubt, NewName, Queue, QueueItem
from annals.store.judged import all_judgements, judgements_picked
from annals.store.tables import disputes, doubts, judgements, questioned, register

Kind = Literal["decision", "pair", "disagreement", "name"]
KINDS: tuple[Kind, ...] = ("decision", "pair", "disagreement", "name")

_names = msgspec.json.Decoder(tuple[str, ...])
_pairs = msgspec.json.Decoder(PairEvidence)
_actors = msgspec.json.Decoder(ActorRow)
_NEAR = 5
_LIKE = 0.6  # SequenceMatcher's ratio from which two names are shown side by side
_SOUGHT = 200


class QueuePlace(msgspec.Struct, frozen=True, kw_only=True, tag="q", array_like=True):
    """After this item of the queue."""

    kind: Kind
    weight: cursors.Weight
    name: str
    detail: str = ""


def queue_of(connection: Connection, kind: Kind | None, size: int, cursor: str | None) -> Queue:
    """The items that nobody decided on, in the order of KINDS, the weightiest of each first."""
    place = None if cursor is None else cursors.read(cursor, QueuePlace)
    kinds = KINDS if kind is None else (kind,)
    if place is not None:
        kinds = kinds[kinds.index(place.kind) :] if place.kind in kinds else ()
    waiting = pending(connection)
    items: list[tuple[QueuePlace, QueueItem]] = []
    for each in kinds:
        after = place if place is not None and place.kind == each else None
        items += _ITEMS[each](connection, waiting, after, size + 1 - len(items))
        if len(items) > size:
            break
    shown = items[:size]
    return Queue(
        items=tuple(item for _, item in shown),
        totals={each: _TOTALS[each](connection, waiting) for each in KINDS},
        next=cursors.written(shown[-1][0]) if len(items) > size and shown else None,
    )


def doubt_named(connection: Connection, doubt_id: str) -> Doubt:
    """One doubtful pair. Raises NotFoundError."""
    row = connection.execute(select(doubts).where(doubts.c.doubt_id == doubt_id)).first()
    found = _doubts(connection, [row]) if row is not None else []
    if not found:
        raise NotFoundError(f"There is no doubtful pair {doubt_id!r} now; deriving the incidents may have settled it.")
    return found[0]


def doubts_of(connection: Connection, incident_id: str) -> tuple[Doubt, ...]:
    """The doubtful pairs of an incident with others and within it, the likeliest first."""
    query = select(doubts).where(or_(doubts.c.left_incident == incident_id, doubts.c.right_incident == incident_id))
    found = _doubts(connection, connection.execute(query).all())
    return tuple(sorted(found, key=lambda doubt: (-doubt.probability, doubt.doubt_id)))


# Decisions


def _decision_items(
    connection: Connection, waiting: Pending, after: QueuePlace | None, most: int
) -> list[tuple[QueuePlace, QueueItem]]:
    found = _open_decisions(connection, waiting)
    if after is not None:
        found = [(w, j) for w, j in found if (-w, j.judgement_id) > (-after.weight, after.name)]
    shown = found[:most]
    entries = entries_of(connection, [j for _, j in shown], all_judgements(connection) if shown else ())
    return [
        (
            QueuePlace(kind="decision", weight=weight, name=judgement.judgement_id),
            QueueItem(item_id=judgement.judgement_id, kind="decision", decision=entry),
        )
        for (weight, judgement), entry in zip(shown, entries, strict=True)
    ]


def _decision_total(connection: Connection, waiting: Pending) -> int:
    return len(_open_decisions(connection, waiting))


def _open_decisions(connection: Connection, waiting: Pending) -> list[tuple[float, Judgement]]:
    """Those in question with their weights, but for what was decided anew since the incidents were derived."""
    rows = connection.execute(select(questioned).where(questioned.c.weight > 0)).all()
    open_ones = {r.judgement_id: r.weight for r in rows if waiting.undone.isdisjoint(_names.decode(r.overruled_by))}
    if not open_ones:
        return []
    named = select(judgements).where(judgements.c.judgement_id.in_(select(questioned.c.judgement_id)))
    made = [j for j in judgements_picked(connection, named) if j.judgement_id in open_ones]
    settled = waiting.settled(made)
    kept = [(open_ones[j.judgement_id], j) for j in made if j.judgement_id not in settled]
    return sorted(kept, key=lambda item: (-item[0], item[1].judgement_id))


# Pairs


def _doubts(connection: Connection, found: Sequence[Row[Any]]) -> list[Doubt]:
    names = {name for row in found for name in (row.left_incident, row.right_incident)}
    rows = {row.incident_id: row for row in rows_named(sorted(names), connection)}
    made = []
    for row in found:
        pair = _pairs.decode(row.pair)
        if row.left_incident in rows and row.right_incident in rows:
            made.append(
                Doubt(
                    doubt_id=row.doubt_id,
                    left=rows[row.left_incident],
                    right=rows[row.right_incident],
                    left_mention=pair.left,
                    right_mention=pair.right,
                    probability=pair.probability,
                    joined=row.left_incident == row.right_incident,
                    verdict=pair.verdict,
                    judged_by=pair.judged_by,
                    evidence=tuple(sorted(pair.evidence, key=lambda e: (not e.impossible, -abs(e.score), e.name))),
                )
            )
    return made


def _pair_items(
    connection: Connection, waiting: Pending, after: QueuePlace | None, most: int
) -> list[tuple[QueuePlace, QueueItem]]:
    query = select(doubts).where(doubts.c.judged_by.is_(None))
    if after is not None:
        query = query.where(
            or_(doubts.c.weight < after.weight, and_(doubts.c.weight == after.weight, doubts.c.doubt_id > after.name))
        )
    query = query.order_by(doubts.c.weight.desc(), doubts.c.doubt_id).limit(most + _waiting_doubts(connection, waiting))
    rows = [row for row in connection.execute(query) if _incidents(row) not in waiting.pairs][:most]
    weights = {row.doubt_id: row.weight for row in rows}
    return [
        (
            QueuePlace(kind="pair", weight=weights[doubt.doubt_id], name=doubt.doubt_id),
            QueueItem(item_id=doubt.doubt_id, kind="pair", pair=doubt),
        )
        for doubt in _doubts(connection, rows)
    ]


def _incidents(row: Row[Any]) -> tuple[str, str]:
    return min(row.left_incident, row.right_incident), max(row.left_incident, row.right_incident)


def _pair_total(connection: Connection, waiting: Pending) -> int:
    total = connection.execute(
        select(func.count()).select_from(doubts).where(doubts.c.judged_by.is_(None))
    ).scalar_one()
    return total - _waiting_doubts(connection, waiting)


def _waiting_doubts(connection: Connection, waiting: Pending) -> int:
    """How many of the open pairs were decided since the incidents were derived."""
    if not waiting.pairs:
        return 0
    names = {name for both in waiting.pairs for name in both}
    query = select(doubts).where(doubts.c.judged_by.is_(None), doubts.c.left_incident.in_(names))
    return sum(_incidents(row) in waiting.pairs for row in connection.execute(query))


# Disagreements


def _dispute_items(
    connection: Connection, waiting: Pending, after: QueuePlace | None, most: int
) -> list[tuple[QueuePlace, QueueItem]]:
    query = select(disputes).where(disputes.c.settled == 0)
    if after is not None:
        query = query.where(
            or_(
                disputes.c.weight < after.weight,
                and_(disputes.c.weight == after.weight, disputes.c.incident_id > after.name),
                and_(
                    disputes.c.weight == after.weight,
                    disputes.c.incident_id == after.name,
                    disputes.c.field > after.detail,
                ),
            )
        )
    query = query.order_by(disputes.c.weight.desc(), disputes.c.incident_id, disputes.c.field)
    found = connection.execute(query.limit(most + len(waiting.fields))).all()
    kept = [row for row in found if (row.incident_id, row.field) not in waiting.fields][:most]
    lines = {row.incident_id: row for row in rows_named([row.incident_id for row in kept], connection)}
    return [
        (
            QueuePlace(kind="disagreement", weight=row.weight, name=row.incident_id, detail=row.field),
            QueueItem(
                item_id=f"{row.incident_id}.{row.field}",
                kind="disagreement",
                disagreement=Disputed(incident=lines[row.incident_id], field=row.field, weight=row.weight),
            ),
        )
        for row in kept
    ]


def _dispute_total(connection: Connection, waiting: Pending) -> int:
    total = connection.execute(select(func.count()).select_from(disputes).where(disputes.c.settled == 0)).scalar_one()
    return max(0, total - len(waiting.fields))


# Names


def _name_items(
    connection: Connection,
    _: Pending,
    after: QueuePlace | None,
    most: int,
) -> list[tuple[QueuePlace, QueueItem]]:
    query = select(register).where(register.c.is_new == 1)
    if after is not None:
        query = query.where(
            or_(
                register.c.incidents < after.weight,
                and_(register.c.incidents == after.weight, register.c.actor > after.name),
            )
        )
    query = query.order_by(register.c.incidents.desc(), register.c.actor).limit(most)
    return [
        (
            QueuePlace(kind="name", weight=row.incidents, name=row.actor),
            QueueItem(
                item_id=row.actor,
                kind="name",
                name=NewName(name=row.name, key=row.actor, incidents=row.incidents, near=_near(connection, row.name)),
            ),
        )
        for row in connection.execute(query)
    ]


def _name_total(connection: Connection, _: Pending) -> int:
    return connection.execute(select(func.count()).select_from(register).where(register.c.is_new == 1)).scalar_one()


def _near(connection: Connection, name: str) -> tuple[ActorRow, ...]:
    """Known parties with a like name: those that share its longest word, or are spelled alike, the likest first."""
    longest = max(name.split(), key=len)
    known: Select[Any] = select(register.c.row).where(register.c.actor.not_like("~%"))
    sharing = known.where(register.c.name.icontains(longest[: max(4, len(longest) - 2)], autoescape=True))
    common = known.order_by(register.c.incidents.desc(), register.c.actor)
    rows = {
        row.key: row
        for query in (sharing.limit(_SOUGHT), common.limit(_SOUGHT))
        for row in map(_actors.decode, connection.execute(query).scalars())
    }
    likeness = {key: SequenceMatcher(None, name.casefold(), row.name.casefold()).ratio() for key, row in rows.items()}
    near = sorted((key for key in rows if likeness[key] >= _LIKE), key=lambda key: (-likeness[key], key))
    return tuple(rows[key] for key in near[:_NEAR])


_ITEMS = {"decision": _decision_items, "pair": _pair_items, "disagreement": _dispute_items, "name": _name_items}
_TOTALS = {
    "decision": _decision_total,
    "pair": _pair_total,
    "disagreement": _dispute_total,
    "name": _name_total,
}
