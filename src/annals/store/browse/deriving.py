"""What pages ask for, worked out once when the incidents are derived, and stored beside them."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

import msgspec
from sqlalchemy import Connection, Table, delete, insert, select

from annals.model import Actor, ActorValue, Figure, Incident
from annals.model.cluster import PairEvidence
from annals.model.days import ordinal
from annals.model.derived import Derived
from annals.model.ids import content_id
from annals.store.browse import columns, questioning
from annals.store.browse.bits import of_numbers, packed
from annals.store.browse.deciding import claimed_as
from annals.store.browse.query import NONE
from annals.store.browse.questioning import stakes
from annals.store.browse.rows import actor_key, key_of, row_of
from annals.store.browse.shapes import ActorRow
from annals.store.judged import all_judgements
from annals.store.tables import (
    actor_aliases,
    actor_incidents,
    applied_judgements,
    disputes,
    doubts,
    facet_bits,
    homes,
    incident_columns,
    incident_links,
    incident_tallies,
    judgements,
    listed,
    questioned,
    register,
    report_copies,
    report_incidents,
    report_numbers,
    tally_counts,
)

_TABLES = (
    listed,
    facet_bits,
    incident_columns,
    register,
    actor_incidents,
    actor_aliases,
    report_incidents,
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
COMMON_ACTORS = 500
"""So many of the commonest parties have a stored set of incidents; those of the others are read from their rows."""

_BATCH = 5000
_ALIAS_REPORTS = 5
_TOLLS = ("killed", "wounded", "missing", "abducted")


def replace_browsing(connection: Connection, derived: Derived) -> None:
    """Put what pages ask of `derived` in place of what they asked of the incidents before."""
    for table in _TABLES:
        connection.execute(delete(table))
    incidents = sorted(derived.incidents, key=lambda i: (i.date.start is None, i.date.start or "", i.incident_id))
    number_of = {incident.incident_id: n for n, incident in enumerate(incidents)}
    numbers = {report: number for number, report in connection.execute(select(report_numbers))}
    made = all_judgements(connection)
    settled = {(j.judgement_id, claimed_as(j.field)) for j in made if j.field}
    _fill(connection, listed, _listed(incidents))
    _fill(connection, facet_bits, _bits(incidents))
    tellings = list(_tellings(incidents, numbers))
    stored = columns.made(incidents, ((telling["report"], telling["number"]) for telling in tellings))
    _fill(connection, incident_columns, ({"name": name, "data": data} for name, data in stored.items()))
    _fill(connection, register, _register(incidents))
    _fill(connection, actor_incidents, _standings(incidents))
    _fill(connection, actor_aliases, _aliases(incidents))
    _fill(connection, report_incidents, tellings)
    _fill(connection, report_copies, ({"copy": c, "original": o} for c, o in sorted(derived.copies.items())))
    _fill(connection, incident_links, _links(incidents, number_of))
    _fill(connection, incident_tallies, _tallies(incidents))
    _fill(connection, tally_counts, _counted(incidents, number_of))
    _fill(connection, homes, (msgspec.structs.asdict(home) for home in derived.homes))
    home_of = {home.mention_id: home.incident_id for home in derived.homes}
    by_id = {incident.incident_id: incident for incident in incidents}
    _fill(connection, doubts, (_doubt(pair, home_of, by_id) for pair in derived.doubts))
    _fill(connection, disputes, _disputes(incidents, settled))
    _fill(connection, questioned, questioning.questioned(made, home_of, by_id))
    known = select(judgements.c.judgement_id)
    connection.execute(insert(applied_judgements).from_select(["judgement_id"], known))


def _fill(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    batch: list[dict[str, Any]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            connection.execute(insert(table), batch)
            batch = []
    if batch:
        connection.execute(insert(table), batch)


def _listed(incidents: Sequence[Incident]) -> Iterator[dict[str, Any]]:
    for number, incident in enumerate(incidents):
        yield {"number": number, "incident_id": incident.incident_id, "row": msgspec.json.encode(row_of(incident))}


# Facets


def _bits(incidents: Sequence[Incident]) -> Iterator[dict[str, Any]]:
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, incident in enumerate(incidents):
        for key in set(_values(incident)):
            found[key].append(number)
    common = Counter({value: len(numbers) for (facet, value), numbers in found.items() if facet == "actor"})
    kept = {value for value, _ in common.most_common(COMMON_ACTORS)} | {NONE}
    for (facet, value), numbers in sorted(found.items()):
        if facet != "actor" or value in kept:
            bits = packed(of_numbers(numbers, numbers[-1] + 1))
            yield {"facet": facet, "value": value, "incidents": len(numbers), "bits": bits}


def _values(incident: Incident) -> Iterator[tuple[str, str]]:
    """All that facets and filters may ask of an incident."""
    yield "type", incident.event_type or NONE
    yield "sub_type", incident.sub_event_type or NONE
    yield "country", incident.place.country or NONE
    yield from _each("actor", (actor_key(actor) for actor in incident.actors))
    yield from _each("weapon", (weapon.kind for weapon in incident.weapons))
    yield "period", incident.date.start[:4] if incident.date.start else NONE
    yield "grade", incident.corroboration.grade
    yield from _each("disagreement", incident.disagreements)
    if incident.disagreements:
        yield "disagreement", "any"
    yield "review", incident.review.status
    if incident.place.lat is not None and incident.place.lon is not None:
        yield "mapped", "yes"
    for least in range(2, min(incident.corroboration.reports, columns.MOST_AT_LEAST) + 1):
        yield "reports", str(least)
    for name, figure in (("killed", incident.killed), ("wounded", incident.wounded)):
        yield from _reported(name, figure)
    start, end = ordinal(incident.date.start), ordinal(incident.date.end)
    if start or end:
        yield "dated", "yes"
    if start and end:
        yield from (("within", step) for step in _steps_holding(start, end))


def _each(facet: str, values: Iterable[str | None]) -> Iterator[tuple[str, str]]:
    known = [value for value in values if value]
    yield from ((facet, value) for value in known or [NONE])


def _reported(name: str, figure: Figure) -> Iterator[tuple[str, str]]:
    if figure.state == "reported":
        yield "toll", name
        if figure.high is None:
            yield "toll", f"{name}_open"


def _steps_holding(start: int, end: int) -> Iterator[str]:
    """Which periods hold both days: those of which the incident has one for certain."""
    first, last = date.fromordinal(start), date.fromordinal(end)
    if start == end:
        yield "day"
    if start - first.weekday() == end - last.weekday():
        yield "week"
    if (first.year, first.month) == (last.year, last.month):
        yield "month"
    if first.year == last.year:
        yield "year"


# Parties


def _parties(incidents: Sequence[Incident]) -> Iterator[tuple[str, int, Actor]]:
    for number, incident in enumerate(incidents):
        for actor in incident.actors:
            key = actor_key(actor)
            if key is not None:
                yield key, number, actor


def _register(incidents: Sequence[Incident]) -> Iterator[dict[str, Any]]:
    names: dict[str, Counter[str]] = defaultdict(Counter)
    ids: dict[str, str | None] = {}
    numbers: dict[str, set[int]] = defaultdict(set)
    standings: dict[str, set[tuple[str, int]]] = defaultdict(set)
    for key, number, actor in _parties(incidents):
        names[key][actor.name or key] += 1
        ids[key] = actor.actor_id
        numbers[key].add(number)
        standings[key].add((f"{actor.role}/{actor.status}", number))
    for key in sorted(names):
        name = min(names[key].items(), key=lambda item: (-item[1], item[0]))[0]
        days = sorted(start for n in numbers[key] if (start := incidents[n].date.start))
        row = ActorRow(
            key=key,
            actor_id=ids[key],
            name=name,
            incidents=len(numbers[key]),
            standings=dict(sorted(Counter(standing for standing, _ in standings[key]).items())),
            first=days[0] if days else None,
            last=days[-1] if days else None,
        )
        yield {
            "actor": key,
            "name": name,
            "incidents": row.incidents,
            "is_new": int(row.actor_id is None and _looks_like_a_name(name)),
            "row": msgspec.json.encode(row),
        }


def _looks_like_a_name(words: str) -> bool:
    """Whether words that the table lacks are a name and no description: a capital that begins no sentence."""
    first, *others = words.split() or [""]
    return any(word[:1].isupper() for word in others) or (len(first) > 1 and first.isupper())


def _standings(incidents: Sequence[Incident]) -> Iterator[dict[str, Any]]:
    found = {(key, number, f"{actor.role}/{actor.status}") for key, number, actor in _parties(incidents)}
    for key, number, standing in sorted(found):
        yield {"actor": key, "number": number, "standing": standing}


def _aliases(incidents: Sequence[Incident]) -> Iterator[dict[str, Any]]:
    found: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    counts: Counter[tuple[str, str]] = Counter()
    known = {key for key, _, _ in _parties(incidents)}
    for incident in incidents:
        for claim in incident.claims:
            named = []
            if isinstance(claim.value, ActorValue):
                named.append((key_of(claim.value.actor_id, claim.value.name), claim.words))
            if claim.speaker.actor_id and claim.speaker.name:
                named.append((claim.speaker.actor_id, claim.speaker.name))
            for key, words in named:
                if key in known and key and not words.islower():
                    found[key, words].setdefault(claim.report_id)
                    counts[key, words] += 1
    for (key, words), reports in sorted(found.items()):
        some = json.dumps(list(reports)[:_ALIAS_REPORTS])
        yield {"actor": key, "words": words, "claims": counts[key, words], "reports": some}


# Reports, ties, tallies


def _tellings(incidents: Sequence[Incident], numbers: dict[str, int]) -> Iterator[dict[str, Any]]:
    for number, incident in enumerate(incidents):
        for report_id in dict.fromkeys(report.report_id for report in incident.reports):
            if report_id in numbers:
                yield {"report": numbers[report_id], "number": number}


def _links(incidents: Sequence[Incident], number_of: dict[str, int]) -> Iterator[dict[str, Any]]:
    for number, incident in enumerate(incidents):
        for link in incident.links:
            if link.to in number_of:
                yield {"source": number, "target": number_of[link.to], "link": msgspec.json.encode(link)}


def _tallies(incidents: Sequence[Incident]) -> Iterator[dict[str, Any]]:
    held = ((number, tally) for number, incident in enumerate(incidents) for tally in incident.tallies)
    for tally_id, (number, tally) in enumerate(held, start=1):
        yield {"tally_id": tally_id, "holder": number, "tally": msgspec.json.encode(tally)}


def _counted(incidents: Sequence[Incident], number_of: dict[str, int]) -> Iterator[dict[str, Any]]:
    tallies = (tally for incident in incidents for tally in incident.tallies)
    for tally_id, tally in enumerate(tallies, start=1):
        for counted in dict.fromkeys(tally.incidents):
            if counted in number_of:
                yield {"number": number_of[counted], "tally_id": tally_id}


# Review


def _doubt(pair: PairEvidence, home_of: dict[str, str], by_id: dict[str, Incident]) -> dict[str, Any]:
    left, right = home_of.get(pair.left, ""), home_of.get(pair.right, "")
    at_stake = sum(stakes(by_id[name]) for name in {left, right} if name in by_id)
    return {
        "doubt_id": content_id("d", pair.left, pair.right),
        "left_mention": pair.left,
        "right_mention": pair.right,
        "left_incident": left,
        "right_incident": right,
        "weight": round((1.0 - abs(2.0 * pair.probability - 1.0)) * (1.0 + at_stake), 6),
        "judged_by": pair.judged_by,
        "pair": msgspec.json.encode(pair),
    }


def _disputes(incidents: Sequence[Incident], settled: set[tuple[str, str]]) -> Iterator[dict[str, Any]]:
    for incident in incidents:
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
    low, best, high = columns.band(figure)
    return (high - low) / max(1, best)
