"""What a gazetteer answers: candidate places and the place names found in running text."""

from typing import Literal

import msgspec

from annals.model.values import PlacePrecision

Match = Literal["exact", "alternate", "variant"]
"""exact: the place's usual name; alternate: another name of it; variant: a spelling that only the loose key joins."""


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """One place that a name may mean."""

    place_id: str
    """Source and number there: geonames:98182, airport:ORBI, region:IQ.01, country:IQ, own:green-zone-iq."""
    name: str
    """The usual English name in plain letters."""
    kind: str
    """As in PlaceValue.kind."""
    admin1: str | None = None
    """Name of the first-order region, None where not known."""
    country: str | None = None
    """ISO 3166-1 alpha-2; None for a sea or an area across borders."""
    lat: float
    lon: float
    radius_m: int
    """Radius, metres, of the circle around the point that holds the place."""
    precision: PlacePrecision
    population: int = 0
    """0 where unknown or not a settlement."""
    match: Match
    noted: bool = False
    """True for a place of our own or a user's table: often in the news, whatever its size."""


class PlaceMatch(msgspec.Struct, frozen=True, kw_only=True):
    """A place name in running text."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    words: str
    kind: str
    """place (a town, site or region), country, demonym ("Iraqi")."""
    country: str | None = None
    """For kinds country and demonym: the ISO code."""
