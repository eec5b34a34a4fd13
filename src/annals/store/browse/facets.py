"""Facets: how many incidents each further choice would leave."""

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, bindparam, func, select

from annals.errors import UsageError
from annals.store.browse.bits import numbers_of
from annals.store.browse.index import Index
from annals.store.browse.query import FACETS, NONE, Query
from annals.store.browse.shapes import Facet, FacetValue
from annals.store.tables import actor_incidents, register

FEW = 2000
"""Up to so many incidents, parties are counted from their rows, the rarest too; above it, of the commonest alone."""

_BY_NUMBER = (
    select(actor_incidents.c.actor, func.count(actor_incidents.c.number.distinct()))
    .where(actor_incidents.c.number.in_(bindparam("numbers", expanding=True)))
    .group_by(actor_incidents.c.actor)
)
_NAMES = select(register.c.actor, register.c.name).where(register.c.actor.in_(bindparam("actors", expanding=True)))


def facets_of(
    index: Index, connection: Connection, query: Query, most: int, names: Iterable[str] | None
) -> tuple[Facet, ...]:
    """The facets, each counted under all conditions but its own."""
    wanted = tuple(FACETS if names is None else names)
    for name in wanted:
        if name not in FACETS:
            raise UsageError(f"facet: there is no {name!r}; the facets are: {', '.join(FACETS)}.")
    parts = index.parts(query, connection)
    return tuple(_facet(index, connection, query, parts, name, most) for name in wanted)


def _facet(index: Index, connection: Connection, query: Query, parts: dict[str, int], name: str, most: int) -> Facet:
    picked = index.all
    for part, bits in parts.items():
        if part != name:
            picked &= bits
    counts = actors_among(index, connection, picked) if name == "actor" else _counts(index, name, picked)
    chosen: tuple[str, ...] = getattr(query, name)
    for value in chosen:
        counts.setdefault(value, 0)
    shown = _chosen_first(counts, chosen, most)
    if name == "period":
        shown.sort(key=lambda value: (value == NONE, value))
    labels = names_of(shown, connection) if name == "actor" else {}
    return Facet(
        name=name,
        values=tuple(FacetValue(value=v, label=labels.get(v, v), count=counts[v], chosen=v in chosen) for v in shown),
        more=len(counts) - len(shown),
    )


def _chosen_first(counts: dict[str, int], chosen: Sequence[str], most: int) -> list[str]:
    """The commonest values and all that are chosen, by number."""
    ordered = sorted(counts, key=lambda value: (-counts[value], value == NONE, value))
    kept = set(chosen) | {value for value in ordered if value not in chosen and counts[value]} & set(ordered[:most])
    return [value for value in ordered if value in kept]


def _counts(index: Index, name: str, picked: int) -> dict[str, int]:
    found = ((value, (bits & picked).bit_count()) for value, bits in index.sets.get(name, {}).items())
    return {value: count for value, count in found if count}


def actors_among(index: Index, connection: Connection, picked: int) -> dict[str, int]:
    """How many of the picked incidents each party stands in, by its key; NONE counts those without any."""
    if picked.bit_count() > FEW:
        return _counts(index, "actor", picked)
    counted: Counter[str] = Counter(dict(connection.execute(_BY_NUMBER, {"numbers": numbers_of(picked)}).all()))
    without = (index.having("actor", NONE) & picked).bit_count()
    return dict(counted) | ({NONE: without} if without else {})


def names_of(actors: Iterable[str], connection: Connection) -> dict[str, str]:
    """Names of parties by their keys; unknown keys are left out."""
    return dict(connection.execute(_NAMES, {"actors": list(actors)}).all())
