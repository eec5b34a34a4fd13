"""Which incidents a list, an export or a program asks for."""

import re
from collections.abc import Iterable

import msgspec

from annals.errors import UsageError
from annals.model import Incident

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


class Filter(msgspec.Struct, frozen=True, kw_only=True):
    """What an incident must be; None asks nothing. Upper and lower case are the same everywhere.

    >>> Filter(since="2019-13-32")
    Traceback (most recent call last):
    ...
    annals.errors.UsageError: since: '2019-13-32' is not a day, month or year; give YYYY-MM-DD, YYYY-MM or YYYY.
    """

    event_type: str | None = None
    """ACLED event type."""
    sub_event_type: str | None = None
    """ACLED sub-event type."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code."""
    place: str | None = None
    """A part of the name of the place or of its first-order region."""
    since: str | None = None
    """Day, month or year (YYYY-MM-DD, YYYY-MM, YYYY): the incident may be of then or later. Leaves out the undated."""
    until: str | None = None
    """Day, month or year: the incident may be of then or earlier. Leaves out the undated."""
    actor: str | None = None
    """Id of an actor, or a part of a name, in any role."""
    weapon: str | None = None
    """Kind of a weapon, or a part of its name."""
    text: str | None = None
    """Words that stand, next to each other, in the title, the place's name or a quote."""
    min_reports: int | None = None
    """At least so many reports."""
    disagreement: str | None = None
    """A claim field on which the live claims differ; "any" for whichever."""

    def __post_init__(self) -> None:
        """Check the days. Raises UsageError."""
        for name in ("since", "until"):
            value = getattr(self, name)
            if value is not None and not is_day(value):
                raise UsageError(f"{name}: {value!r} is not a day, month or year; give YYYY-MM-DD, YYYY-MM or YYYY.")

    def picks(self, incident: Incident) -> bool:
        """Whether the incident is all that is asked for."""
        date, place = incident.date, incident.place
        return (
            _equal(self.event_type, incident.event_type)
            and _equal(self.sub_event_type, incident.sub_event_type)
            and _equal(self.country, place.country)
            and _among(self.place, ((None, place.name), (None, place.admin1)))
            and (self.since is None or _not_before(date.start, date.end, self.since))
            and (self.until is None or _not_after(date.start, date.end, self.until))
            and _among(self.actor, ((actor.actor_id, actor.name) for actor in incident.actors))
            and _among(self.weapon, ((weapon.kind, weapon.name) for weapon in incident.weapons))
            and (self.text is None or _holds(self.text, incident))
            and (self.min_reports is None or incident.corroboration.reports >= self.min_reports)
            and _disputed(self.disagreement, incident.disagreements)
        )


def is_day(value: str) -> bool:
    """Whether `value` is a day, month or year in ISO form."""
    if not _DAY.fullmatch(value):
        return False
    _, month, day = (int(part) for part in f"{value}-01-01".split("-")[:3])
    return 1 <= month <= 12 and 1 <= day <= 31  # noqa: PLR2004 - months of a year, days of a month


def _equal(asked: str | None, value: str | None) -> bool:
    return asked is None or (value is not None and asked.casefold() == value.casefold())


def _not_before(start: str | None, end: str | None, since: str) -> bool:
    """ISO days sort as text, and a month sorts before its days. An open end may be any day."""
    return (start, end) != (None, None) and (end is None or end >= since)


def _not_after(start: str | None, end: str | None, until: str) -> bool:
    return (start, end) != (None, None) and (start is None or start[: len(until)] <= until)


def _among(asked: str | None, known: Iterable[tuple[str | None, str | None]]) -> bool:
    if asked is None:
        return True
    words = asked.casefold()
    return any(words == (key or "").casefold() or words in (name or "").casefold() for key, name in known)


def _holds(text: str, incident: Incident) -> bool:
    words = " ".join(text.casefold().split())
    places = (incident.title, incident.place.name or "", *(claim.quote.exact for claim in incident.claims))
    return any(words in " ".join(place.casefold().split()) for place in places)


def _disputed(asked: str | None, disagreements: tuple[str, ...]) -> bool:
    return asked is None or (bool(disagreements) if asked == "any" else asked in disagreements)
