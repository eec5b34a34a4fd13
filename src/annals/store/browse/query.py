"""What a page asks for: which incidents, in which order."""

from typing import Literal

import msgspec

from annals.errors import UsageError
from annals.store.filter import is_day

Sort = Literal["newest", "oldest", "killed", "wounded", "reports", "disagreements"]
"""newest and oldest go by the first possible day, the undated always last; the others put the largest first, then the
newest. An unknown toll comes after every known one, 0 too."""

FACETS = ("type", "sub_type", "country", "actor", "weapon", "period", "grade", "disagreement", "review")
"""The facets, in the order in which pages show them."""

NONE = "none"
"""The value of a facet for incidents that have none: no known type, country, actor or weapon, no disagreement, no date.
"""


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """Which incidents. Values of one facet are alternatives; different facets must all hold. Empty asks nothing.

    >>> Query(bounds=(10, 50, 5, 40))
    Traceback (most recent call last):
    ...
    annals.errors.UsageError: bounds: south 50 is north of north 40; give west, south, east, north in degrees.
    """

    type: tuple[str, ...] = ()
    """ACLED event types, or "none"."""
    sub_type: tuple[str, ...] = ()
    """ACLED sub-event types, or "none"."""
    country: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 codes, or "none"."""
    actor: tuple[str, ...] = ()
    """Keys of the actor register (ActorRow.key), or "none"."""
    standing: tuple[str, ...] = ()
    """How the actors stand to it, as "status" ("blamed") or "role/status" ("perpetrator/blamed"). Only with `actor`."""
    weapon: tuple[str, ...] = ()
    """Kinds of weapon, or "none"."""
    period: tuple[str, ...] = ()
    """Years of the first possible day ("2019"), or "none" for the undated."""
    grade: tuple[str, ...] = ()
    """Grades of corroboration."""
    disagreement: tuple[str, ...] = ()
    """Claim fields on which the reports differ, "any" or "none"."""
    review: tuple[str, ...] = ()
    """States of review: unreviewed, reviewed, override_failed, withdrawn."""
    since: str | None = None
    """YYYY-MM-DD, YYYY-MM or YYYY: may be of then or later. Leaves out the undated."""
    until: str | None = None
    """YYYY-MM-DD, YYYY-MM or YYYY: may be of then or earlier. Leaves out the undated."""
    text: str | None = None
    """Words that all stand in one report of the incident; words in double quotes stand next to each other; a word with
    * at its end is the beginning of a word. Case, accents and English endings (rocket, rockets) do not matter."""
    bounds: tuple[float, float, float, float] | None = None
    """west, south, east, north in degrees: the point lies within. West may be greater than east, across the 180th
    meridian. Leaves out the unmapped."""
    mapped: bool | None = None
    """True: has a point. False: has none."""
    min_reports: int | None = None
    """At least so many reports."""

    def __post_init__(self) -> None:
        """Check days and bounds. Raises UsageError."""
        for name in ("since", "until"):
            value = getattr(self, name)
            if value is not None and not is_day(value):
                raise UsageError(f"{name}: {value!r} is not a day, month or year; give YYYY-MM-DD, YYYY-MM or YYYY.")
        if self.standing and not self.actor:
            raise UsageError("standing: say of which actor; give actor too.")
        if self.bounds is not None:
            west, south, east, north = self.bounds
            if south > north:
                raise UsageError(
                    f"bounds: south {south} is north of north {north}; give west, south, east, north in degrees."
                )
            if not all(-180 <= x <= 180 for x in (west, east)) or not all(-90 <= y <= 90 for y in (south, north)):  # noqa: PLR2004 - degrees
                raise UsageError(f"bounds: {self.bounds} are not degrees; give west, south, east, north.")

    def without(self, facet: str) -> "Query":
        """The same question without the choice of one facet; `standing` goes with the actor."""
        if facet == "actor":
            return msgspec.structs.replace(self, actor=(), standing=())
        return msgspec.structs.replace(self, **{facet: ()})

    @property
    def asks_nothing(self) -> bool:
        """Whether every incident is meant."""
        return self == Query()
