"""Words that pages use for what the ledger holds as codes."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from annals.model import Incident
from annals.show.clean import printable
from annals.show.record import field_words
from annals.show.values import NOT_REPORTED, range_words

GRADES = {
    "single source": ("◔", "All reports go back to one origin."),
    "two independent origins": ("◑", "Two origins, neither a reprint of the other."),
    "corroborated": ("●", "Three or more independent origins, or two that rest on different kinds of speakers."),
    "confirmed": ("✔", "Two or more origins, and a party says that it did it."),
    "contested": ("◆", "Two or more origins, and it is contested who did it."),
}
"""Sign and meaning of each grade."""


COMPARED = ("date", "place", "event_type", "killed", "wounded", "weapon", "perpetrator", "target", "damage")


class _Range(Protocol):
    @property
    def low(self) -> int | None: ...
    @property
    def best(self) -> int | None: ...
    @property
    def high(self) -> int | None: ...
    @property
    def state(self) -> str: ...


def toll_words(toll: _Range) -> str:
    """Return a toll as a range, "?" for told of without a number, a dash for not reported."""
    return NOT_REPORTED if toll.state == "not_reported" else range_words(toll.low, toll.high)


def moment_words(moment: str | None) -> str:
    """Return a moment to the minute, as given where it is no moment.

    >>> moment_words("2026-11-21T10:30:59+00:00")
    '21 Nov 2026, 10:30 UTC'
    """
    try:
        at = datetime.fromisoformat(moment or "")
    except ValueError:
        return printable(moment or "")
    zone = "UTC" if at.utcoffset() is not None and not at.utcoffset() else at.strftime("%z")
    return f"{at.day} {at:%b %Y, %H:%M} {zone}".strip()


def compared(left: Incident, right: Incident) -> list[tuple[str, str, str]]:
    """Return two records fact by fact, as name and both values in words; what neither tells is left out."""
    found = []
    for field in COMPARED:
        values = field_words(left, field)[0], field_words(right, field)[0]
        if any(not value.startswith(NOT_REPORTED) and value != "nobody is named" for value in values):
            found.append((field.replace("_", " "), *values))
    return found


def by_status(standings: Mapping[str, int], status: str) -> int:
    """Return how many incidents a party stands to in one way, in whatever role.

    >>> by_status({"perpetrator/blamed": 2, "target/named": 1}, "blamed")
    2
    """
    return sum(count for key, count in standings.items() if key.rpartition("/")[2] == status)
