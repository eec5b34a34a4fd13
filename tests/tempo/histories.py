"""Records of our own for the course of events: when, by whom, with what, in answer to what."""

from datetime import date
from typing import Any

from annals.model import (
    Actor,
    Corroboration,
    DateValue,
    Figure,
    Incident,
    IncidentReport,
    IncidentWeapon,
    Link,
    PlaceValue,
    Quote,
    Span,
)


def event(
    name: str,
    start: str | None,
    end: str | None = None,
    *,
    open_end: bool = False,
    published: str | None = None,
    **more: Any,
) -> Incident:
    """An incident of one day, of several, with an open end or undated; told by one report `r<name>`."""
    last = None if open_end or (start is None and end is None) else end or start
    given: dict[str, Any] = {
        "title": f"Incident {name}",
        "event_type": None,
        "sub_event_type": None,
        "date": DateValue(start=start, end=last),
        "place": PlaceValue(),
        **{field: Figure() for field in ("killed", "wounded", "missing", "abducted")},
        "corroboration": Corroboration(
            reports=1, origins=1, grade="single source", grade_reason="One report tells it."
        ),
        "reports": (
            IncidentReport(
                report_id=f"r{name}", title=None, publisher=None, url=None, published=published, copy_of=None
            ),
        ),
        **more,
    }
    return Incident(incident_id=f"i{name}", **given)


def by(name: str, status: Any = "blamed") -> tuple[Actor, ...]:
    """Who is said to have done it."""
    return (Actor(name=name, role="perpetrator", status=status),)


def fired(
    kind: str, low: int | None, best: int | None, high: int | None, calibre: float | None = None
) -> IncidentWeapon:
    """A weapon with the number fired."""
    return IncidentWeapon(kind=kind, calibre_mm=calibre, fired=Span(low=low, best=best, high=high))


def answering(to: str, relation: str = "retaliation_for") -> tuple[Link, ...]:
    """A tie to another incident, with the words that assert it."""
    words = "the army said it had fired back"
    return (Link(relation=relation, to=to, asserted_by="rlink", quote=Quote.of(words, 0, len(words))),)


def day(number: int) -> str:
    """The day that many days after Monday, 4 January 2010."""
    return date.fromordinal(date(2010, 1, 4).toordinal() + number).isoformat()
