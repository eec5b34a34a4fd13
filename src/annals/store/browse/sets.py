"""For every value of a facet the set of incidents that have it, kept in step with the incidents."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from sqlalchemy import Connection, bindparam, delete, select

from annals.model import Figure, Incident
from annals.model.days import ordinal
from annals.store.browse.bits import changed, packed, unpacked
from annals.store.browse.change import IN, Step, batches, fill
from annals.store.browse.columns import MOST_AT_LEAST
from annals.store.browse.query import NONE
from annals.store.browse.rows import actor_key
from annals.store.browse.state import PART
from annals.store.tables import actor_incidents, facet_bits, register

COMMON_ACTORS = 500
"""So many of the commonest parties have a stored set of incidents; those of the others are read from their rows."""

_DELETE = delete(facet_bits).where(
    facet_bits.c.facet == bindparam("of_facet"),
    facet_bits.c.value == bindparam("of_value"),
    facet_bits.c.part == bindparam("of_part"),
)
Value = tuple[str, str]
"""A facet and one of its values."""


def follow_sets(connection: Connection, steps: Iterable[Step], version: int) -> None:
    """Bring the sets up to date, but for those of parties, which `follow_common` does once the register is."""
    gone, come = _moves(steps)
    kept = {key for key in gone.keys() | come.keys() if key[0] != "actor" or key[1] == NONE}
    _apply(connection, {k: gone[k] for k in kept if k in gone}, {k: come[k] for k in kept if k in come}, version)


def follow_common(connection: Connection, steps: Iterable[Step], version: int) -> None:
    """Keep the sets of the commonest parties, by the register as it is now."""
    common = set(
        connection.execute(
            select(register.c.actor).order_by(register.c.incidents.desc(), register.c.actor).limit(COMMON_ACTORS)
        ).scalars()
    )
    stored = select(facet_bits.c.value).where(facet_bits.c.facet == "actor", facet_bits.c.incidents > 0)
    known = set(connection.execute(stored).scalars()) - {NONE}
    gone, come = _moves(steps)
    staying = {("actor", actor) for actor in known & common}
    gone = {key: numbers for key, numbers in gone.items() if key in staying}
    come = {key: numbers for key, numbers in come.items() if key in staying}
    gone |= {("actor", actor): [] for actor in known - common}
    for actor in sorted(common - known):
        rows = select(actor_incidents.c.number).where(actor_incidents.c.actor == actor).distinct()
        come["actor", actor] = list(connection.execute(rows).scalars())
    _apply(connection, gone, come, version, emptied={("actor", actor) for actor in known - common})


def values_of(incident: Incident) -> Iterator[Value]:
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
    for least in range(2, min(incident.corroboration.reports, MOST_AT_LEAST) + 1):
        yield "reports", str(least)
    for name, figure in (("killed", incident.killed), ("wounded", incident.wounded)):
        yield from _reported(name, figure)
    start, end = ordinal(incident.date.start), ordinal(incident.date.end)
    if start or end:
        yield "dated", "yes"
    if start and end:
        yield from (("within", step) for step in _steps_holding(start, end))


def _each(facet: str, values: Iterable[str | None]) -> Iterator[Value]:
    known = [value for value in values if value]
    yield from ((facet, value) for value in known or [NONE])


def _reported(name: str, figure: Figure) -> Iterator[Value]:
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


def _moves(steps: Iterable[Step]) -> tuple[dict[Value, list[int]], dict[Value, list[int]]]:
    """The numbers that leave and that enter each set."""
    gone: dict[Value, list[int]] = defaultdict(list)
    come: dict[Value, list[int]] = defaultdict(list)
    for step in steps:
        old = set(values_of(step.old)) if step.old else set()
        new = set(values_of(step.new)) if step.new else set()
        for key in old - new:
            gone[key].append(step.number)
        for key in new - old:
            come[key].append(step.number)
    return gone, come


def _apply(
    connection: Connection,
    gone: Mapping[Value, Sequence[int]],
    come: Mapping[Value, Sequence[int]],
    version: int,
    emptied: Collection[Value] = (),
) -> None:
    """Take numbers out of the stored sets and add others; `emptied` sets lose all that they have."""
    for keys in batches(sorted(gone.keys() | come.keys()), IN):
        before = _stored(connection, keys)
        rows = []
        for facet, value in keys:
            out, into = _by_part(gone.get((facet, value), ())), _by_part(come.get((facet, value), ()))
            parts = out.keys() | into.keys()
            if (facet, value) in emptied:
                parts |= {part for f, v, part in before if (f, v) == (facet, value)}
            for part in sorted(parts):
                old = 0 if (facet, value) in emptied else before.get((facet, value, part), 0)
                bits = changed(old, out.get(part, ()), into.get(part, ()))
                rows.append(
                    {
                        "facet": facet,
                        "value": value,
                        "part": part,
                        "version": version,
                        "incidents": bits.bit_count(),
                        "bits": packed(bits),
                    }
                )
        there = [
            {"of_facet": row["facet"], "of_value": row["value"], "of_part": row["part"]}
            for row in rows
            if (row["facet"], row["value"], row["part"]) in before
        ]
        if there:
            connection.execute(_DELETE, there)
        fill(connection, facet_bits, rows)


def _stored(connection: Connection, keys: Iterable[Value]) -> dict[tuple[str, str, int], int]:
    """The parts of these sets."""
    by_facet: dict[str, list[str]] = defaultdict(list)
    for facet, value in keys:
        by_facet[facet].append(value)
    found: dict[tuple[str, str, int], int] = {}
    for facet, values in by_facet.items():
        named = facet_bits.c.facet == facet, facet_bits.c.value.in_(values)
        for row in connection.execute(select(facet_bits).where(*named)):
            found[facet, row.value, row.part] = unpacked(row.bits)
    return found


def _by_part(numbers: Iterable[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for number in numbers:
        found[number // PART].append(number % PART)
    return found
