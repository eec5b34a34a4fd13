"""What the queries of pages mean, written as plainly as can be, to hold the fast ones against."""

from collections.abc import Callable, Sequence

from annals.model import Actor, Incident
from annals.store.browse import NONE, Query, Sort
from annals.store.browse.rows import actor_key
from annals.store.filter import Filter


def picks(query: Query, incident: Incident) -> bool:
    """Whether the query picks the incident; words of reports are left aside."""
    point = (incident.place.lat, incident.place.lon)
    return (
        all(_chosen(getattr(query, facet), values(facet, incident)) for facet in _FACETS)
        and (not query.actor or any(_stands(query, actor) for actor in incident.actors) or _nobody(query, incident))
        and Filter(since=query.since, until=query.until, min_reports=query.min_reports).picks(incident)
        and (query.mapped is None or query.mapped == (None not in point))
        and (query.bounds is None or (None not in point and _within(query.bounds, *point)))  # type: ignore[arg-type]
    )


def values(facet: str, incident: Incident) -> list[str]:
    """The values that an incident has of a facet."""
    start = incident.date.start
    every: dict[str, list[str | None]] = {
        "type": [incident.event_type],
        "sub_type": [incident.sub_event_type],
        "country": [incident.place.country],
        "actor": [actor_key(actor) for actor in incident.actors],
        "weapon": [weapon.kind for weapon in incident.weapons],
        "period": [start[:4] if start else None],
        "grade": [incident.corroboration.grade],
        "disagreement": [*incident.disagreements, *(["any"] if incident.disagreements else [])],
        "review": [incident.review.status],
    }
    found = every[facet]
    return sorted({value for value in found if value}) or [NONE]


def ordered(incidents: Sequence[Incident], sort: Sort) -> list[str]:
    """The ids in the order of a list."""
    newest = sorted(incidents, key=_newest)
    keys: dict[Sort, Callable[[Incident], int]] = {
        "killed": lambda i: -1 if i.killed.best is None else i.killed.best,
        "wounded": lambda i: -1 if i.wounded.best is None else i.wounded.best,
        "reports": lambda i: i.corroboration.reports,
        "disagreements": lambda i: len(i.disagreements),
    }
    if sort == "oldest":
        found = list(incidents)
    else:
        found = sorted(newest, key=keys[sort], reverse=True) if sort in keys else newest
    return [incident.incident_id for incident in found]


def _newest(incident: Incident) -> tuple[bool, list[int], list[int]]:
    start = incident.date.start
    direction = -1 if start else 1
    return (
        start is None,
        [-ord(letter) for letter in start or ""],
        [direction * ord(letter) for letter in incident.incident_id],
    )


_FACETS = ("type", "sub_type", "country", "weapon", "period", "grade", "disagreement", "review")


def _chosen(wanted: tuple[str, ...], found: list[str]) -> bool:
    return not wanted or any(value in wanted for value in found)


def _nobody(query: Query, incident: Incident) -> bool:
    return NONE in query.actor and not query.standing and not incident.actors


def _stands(query: Query, actor: Actor) -> bool:
    standing = f"{actor.role}/{actor.status}"
    return actor_key(actor) in query.actor and (
        not query.standing or standing in query.standing or actor.status in query.standing
    )


def _within(bounds: tuple[float, float, float, float], lat: float, lon: float) -> bool:
    west, south, east, north = bounds
    across = lon >= west or lon <= east if west > east else west <= lon <= east
    return south <= lat <= north and across
