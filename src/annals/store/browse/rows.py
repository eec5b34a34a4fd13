"""Incidents and parties in short, as lists show them."""

from annals.english.folding import name_key
from annals.model import Actor, Figure, Incident
from annals.store.browse.shapes import Row, Toll


def row_of(incident: Incident) -> Row:
    """The incident as a line of a list."""
    doers = (actor.name for actor in incident.actors if actor.role == "perpetrator" and actor.name)
    return Row(
        incident_id=incident.incident_id,
        title=incident.title,
        event_type=incident.event_type,
        sub_event_type=incident.sub_event_type,
        date=incident.date,
        place=incident.place,
        killed=_toll(incident.killed),
        wounded=_toll(incident.wounded),
        actors=tuple(dict.fromkeys(doers)),
        weapons=tuple(dict.fromkeys(weapon.kind for weapon in incident.weapons if weapon.kind)),
        reports=incident.corroboration.reports,
        origins=incident.corroboration.origins,
        grade=incident.corroboration.grade,
        disagreements=incident.disagreements,
        review=incident.review.status,
    )


def _toll(figure: Figure) -> Toll:
    return Toll(low=figure.low, best=figure.best, high=figure.high, state=figure.state)


def actor_key(actor: Actor) -> str | None:
    """The key of a party in the register: its id, else "~" and its folded words; None where it has neither.

    >>> actor_key(Actor(name="The Gunmen", role="perpetrator", status="named"))
    '~gunmen'
    """
    return key_of(actor.actor_id, actor.name)


def key_of(actor_id: str | None, name: str | None) -> str | None:
    """As `actor_key`, from the id and the name."""
    if actor_id:
        return actor_id
    return f"~{' '.join(name_key(name)) or name.casefold()}" if name else None
