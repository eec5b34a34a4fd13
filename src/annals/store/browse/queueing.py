"""What awaits a person's decision, kept in step with the incidents: homes of mentions, doubts, disputes, decisions."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, delete, or_, select

from annals.model import Figure, Incident, Judgement
from annals.model.cluster import PairEvidence
from annals.model.derived import Changed
from annals.model.ids import content_id
from annals.model.matter import new_since
from annals.store.browse.change import IN, batches, clear, fill, is_empty
from annals.store.browse.columns import band
from annals.store.browse.deciding import claimed_as, homes_of
from annals.store.browse.questioning import incidents_of, questions, stakes
from annals.store.judged import all_judgements, judgements_picked
from annals.store.tables import (
    applied_judgements,
    disputes,
    doubts,
    homes,
    incidents,
    judgements,
    listed,
    questioned,
)

_TOLLS = ("killed", "wounded", "missing", "abducted")
_pairs = msgspec.json.Decoder(PairEvidence)
_records = msgspec.json.Decoder(Incident)


def follow_homes(connection: Connection, changed: Changed) -> list[str]:
    """Bring up to date which incident each mention belongs to; returns the mentions of which that was told."""
    moved = [*changed.homes_removed, *(home.mention_id for home in changed.homes)]
    if not is_empty(homes, connection):
        clear(connection, homes.c.mention_id, moved)
    fill(connection, homes, (msgspec.structs.asdict(home) for home in changed.homes))
    return moved


def follow_doubts(connection: Connection, changed: Changed, touched: Sequence[str], moved: Sequence[str]) -> None:
    """Bring the doubtful pairs up to date: those that changed, and those whose incidents did.

    Args:
        connection: to the ledger; `listed` and `homes` are up to date.
        changed: the change.
        touched: ids of the incidents that are new, changed or no more.
        moved: mentions whose incident changed.
    """
    gone = [content_id("d", left, right) for left, right in changed.doubts_removed]
    pairs = {content_id("d", pair.left, pair.right): pair for pair in changed.doubts}
    first = is_empty(doubts, connection)
    near = [
        row
        for column, names in (
            (doubts.c.left_incident, touched),
            (doubts.c.right_incident, touched),
            (doubts.c.left_mention, moved),
            (doubts.c.right_mention, moved),
        )
        for row in _rows_with(connection, select(doubts.c.doubt_id, doubts.c.pair), column, () if first else names)
    ]
    stale = {row.doubt_id: _pairs.decode(row.pair) for row in near if row.doubt_id not in pairs}
    clear(connection, doubts.c.doubt_id, {*gone, *pairs, *stale})
    for name in gone:
        stale.pop(name, None)
    for some in batches((stale | pairs).values(), IN):
        home_of = dict(
            _rows_with(
                connection,
                select(homes.c.mention_id, homes.c.incident_id),
                homes.c.mention_id,
                [mention for pair in some for mention in (pair.left, pair.right)],
            )
        )
        at_stake = dict(
            _rows_with(
                connection, select(listed.c.incident_id, listed.c.stakes), listed.c.incident_id, set(home_of.values())
            )
        )
        fill(connection, doubts, (_doubt(pair, home_of, at_stake) for pair in some))


def follow_disputes(connection: Connection, changed: Changed) -> None:
    """Bring up to date on which fields reports differ, and where a person set the field."""
    clear(connection, disputes.c.incident_id, [*changed.removed, *(i.incident_id for i in changed.put)])
    named = {name for incident in changed.put for name in incident.review.judgements}
    setting = _rows_with(
        connection,
        select(judgements.c.judgement_id, judgements.c.field).where(judgements.c.kind == "override"),
        judgements.c.judgement_id,
        named,
    )
    settled = {(name, claimed_as(field)) for name, field in setting}
    fill(connection, disputes, _disputes(changed.put, settled))


def follow_decisions(
    connection: Connection, touched: Sequence[str], moved: Sequence[str], put: Mapping[str, Incident]
) -> None:
    """Bring up to date which decisions are in question, and which ones the incidents know.

    Args:
        connection: to the ledger; `listed` and `homes` are up to date, `incidents` need not be.
        touched: ids of the incidents that are new, changed or no more.
        moved: mentions whose incident changed.
        put: the new and changed incidents by id.
    """
    new = judgements_picked(
        connection,
        select(judgements).where(judgements.c.judgement_id.not_in(select(applied_judgements.c.judgement_id))),
    )
    fresh = {judgement.judgement_id: judgement for judgement in [*new, *_on(connection, touched, moved)]}
    if not fresh:
        return
    made = all_judgements(connection)
    home_of = homes_of(connection, made)
    told = dict(connection.execute(select(questioned.c.judgement_id, questioned.c.changed)).all())
    told |= _changes(connection, fresh.values(), home_of, put)
    at_stake = dict(
        _rows_with(
            connection, select(listed.c.incident_id, listed.c.stakes), listed.c.incident_id, set(home_of.values())
        )
    )
    connection.execute(delete(questioned))
    fill(connection, questioned, questions(made, home_of, told, at_stake))
    fill(connection, applied_judgements, ({"judgement_id": judgement.judgement_id} for judgement in new))


def _on(connection: Connection, touched: Sequence[str], moved: Sequence[str]) -> Iterator[Judgement]:
    """The decisions on mentions that moved, or that belong to one of these incidents."""
    if is_empty(applied_judgements, connection):
        return  # all are new
    inside = _rows_with(connection, select(homes.c.mention_id), homes.c.incident_id, touched)
    for some in batches({*moved, *(row.mention_id for row in inside)}, IN):
        named = or_(judgements.c.subject.in_(some), judgements.c.other.in_(some))
        yield from judgements_picked(connection, select(judgements).where(named))


def _changes(
    connection: Connection, made: Collection[Judgement], home_of: Mapping[str, str], put: Mapping[str, Incident]
) -> dict[str, int]:
    """How many claims came since each of these decisions."""
    named = {mention for j in made if j.seen is not None for mention in (j.subject, j.other) if mention is not None}
    wanted = {home_of[mention] for mention in named if mention in home_of} - put.keys()
    rows = _rows_with(connection, select(incidents.c.incident_id, incidents.c.body), incidents.c.incident_id, wanted)
    known = {**put, **{row.incident_id: _records.decode(row.body) for row in rows}}
    return {j.judgement_id: len(new_since(j, incidents_of(j, home_of, known))) for j in made}


def _rows_with(connection: Connection, query: Select[Any], column: Any, names: Iterable[str]) -> Iterator[Any]:
    for some in batches(names, IN):
        yield from connection.execute(query.where(column.in_(some))).all()


def _doubt(pair: PairEvidence, home_of: Mapping[str, str], at_stake: Mapping[str, float]) -> dict[str, Any]:
    left, right = home_of.get(pair.left, ""), home_of.get(pair.right, "")
    stake = sum(at_stake[name] for name in sorted({left, right}) if name in at_stake)
    return {
        "doubt_id": content_id("d", pair.left, pair.right),
        "left_mention": pair.left,
        "right_mention": pair.right,
        "left_incident": left,
        "right_incident": right,
        "weight": round((1.0 - abs(2.0 * pair.probability - 1.0)) * (1.0 + stake), 6),
        "judged_by": pair.judged_by,
        "pair": msgspec.json.encode(pair),
    }


def _disputes(put: Iterable[Incident], settled: Collection[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    for incident in put:
        for field in dict.fromkeys(incident.disagreements):
            yield {
                "incident_id": incident.incident_id,
                "field": field,
                "weight": round(_spread(incident, field) * (1.0 + stakes(incident)), 6),
                "settled": int(any((name, field) in settled for name in incident.review.judgements)),
            }


def _spread(incident: Incident, field: str) -> float:
    """How far apart the claims are: for a toll its range against its best figure, else 1."""
    if field not in _TOLLS:
        return 1.0
    figure: Figure = getattr(incident, field)
    low, best, high = band(figure)
    return (high - low) / max(1, best)
