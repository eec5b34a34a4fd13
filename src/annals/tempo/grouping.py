"""Incidents by actor, place or weapon."""

from collections.abc import Iterable, Iterator

from annals.model import Incident
from annals.tempo.moments import Moment
from annals.tempo.shapes import Grouping

Pair = tuple[Moment, Incident]
Key = tuple[str | None, str | None]
"""Id, and name to be shown; both None for incidents of which none is told."""
_TOWNS = frozenset({"site", "town", "near_town"})


def grouped(pairs: Iterable[Pair], by: Grouping) -> list[tuple[Key, list[Pair]]]:
    """Return the incidents of each actor, place or weapon, the most incidents first, then by name.

    An actor is whoever is said to have done it (named, suspected, blamed, claimed), not who is only denied. A place is
    the town or site where one is known, else the region, else the country.
    """
    found: dict[str | None, tuple[str | None, list[Pair]]] = {}
    for pair in pairs:
        for key, name in dict(_keys(pair[1], by)).items() or ((None, None),):
            found.setdefault(key, (name, []))[1].append(pair)
    rows = [((key, name), members) for key, (name, members) in found.items()]
    return sorted(rows, key=lambda row: (row[0][0] is None, -len(row[1]), row[0][1] or "", row[0][0] or ""))


def _keys(incident: Incident, by: Grouping) -> Iterator[tuple[str, str]]:
    match by:
        case "actor":
            for actor in incident.actors:
                key = actor.actor_id or actor.name
                if actor.role == "perpetrator" and actor.status != "denied" and key:
                    yield key, actor.name or key
        case "weapon":
            for weapon in incident.weapons:
                key = weapon.kind or weapon.name
                if key:
                    yield key, key
        case "place":
            place = incident.place
            name = place.name if place.precision in _TOWNS else place.admin1 or place.name
            where = ", ".join(part for part in (name, place.country if name != place.country else None) if part)
            if where:
                yield where, where
