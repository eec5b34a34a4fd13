"""A small map of one incident: its area of uncertainty and the places that reports tell, over the countries around."""

import json
from functools import cache
from importlib.resources import files
from math import cos, radians

import msgspec

from annals.model import Incident, PlaceValue
from annals.show.values import place_words

WIDTH, HEIGHT = 480, 300
_METRES = 111_320.0
"""Metres in a degree of latitude."""
_SMALLEST = 7.0
"""Degrees of latitude that the map shows at least: nearer, the base has no detail."""
_LEAST_RADIUS = 3.0

Ring = list[list[float]]


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place in the map."""

    x: float
    y: float
    radius: float
    """Pixels of its radius of uncertainty, never less than a visible dot."""
    words: str
    chosen: bool
    """It is the record's place."""


class Locator(msgspec.Struct, frozen=True, kw_only=True):
    """The drawing."""

    land: tuple[str, ...]
    """Paths of the countries in view."""
    names: tuple[tuple[float, float, str], ...]
    """Where in the view each country's name stands."""
    spots: tuple[Spot, ...]
    scale_px: float
    """Length of the scale bar."""
    scale_km: int
    width: int = WIDTH
    height: int = HEIGHT


def locator(incident: Incident) -> Locator | None:
    """Draw the map; None where neither the record nor a claim has a point."""
    told: dict[tuple[float, float], tuple[PlaceValue, bool]] = {}
    places = [(incident.place, True)]
    places += [(c.value, False) for c in incident.claims if isinstance(c.value, PlaceValue)]
    for place, chosen in places:
        if place.lat is not None and place.lon is not None:
            told.setdefault((place.lat, place.lon), (place, chosen))
    if not told:
        return None
    lats, lons = [lat for lat, _ in told], [lon for _, lon in told]
    reach = max((p.radius_m or 0) for p, _ in told.values()) / _METRES
    middle = ((min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2)
    narrow = max(0.2, cos(radians(middle[0])))
    tall = max(_SMALLEST, (max(lats) - min(lats) + 2 * reach) * 1.6, (max(lons) - min(lons)) * narrow * 1.2)
    frame = _Frame(lat=middle[0], lon=middle[1], per_degree=HEIGHT / tall, narrow=narrow)
    near = [country for country in _countries() if _in_view(country[1], frame)]
    spots = [_spot(place, chosen, frame) for place, chosen in told.values()]
    wide_km = WIDTH / frame.per_degree * _METRES / 1000
    km = next(n for n in (1000, 500, 200, 100, 50, 20, 10) if n <= wide_km / 3 or n == 10)  # noqa: PLR2004
    return Locator(
        land=tuple(_path_of(rings, frame) for rings, _, _ in near),
        names=tuple(name for rings, _, country in near if (name := _name(rings, country, frame)) is not None),
        spots=tuple(sorted(spots, key=lambda s: s.chosen)),
        scale_px=round(km * 1000 / _METRES * frame.per_degree, 1),
        scale_km=km,
    )


class _Frame(msgspec.Struct, frozen=True, kw_only=True):
    """An equirectangular view around a point."""

    lat: float
    lon: float
    per_degree: float
    narrow: float

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        x = WIDTH / 2 + (lon - self.lon) * self.narrow * self.per_degree
        return round(x, 1), round(HEIGHT / 2 - (lat - self.lat) * self.per_degree, 1)


def _spot(place: PlaceValue, chosen: bool, frame: _Frame) -> Spot:
    x, y = frame.at(place.lon or 0.0, place.lat or 0.0)
    radius = (place.radius_m or 0) / _METRES * frame.per_degree
    return Spot(x=x, y=y, radius=round(max(radius, _LEAST_RADIUS), 1), words=place_words(place), chosen=chosen)


def _in_view(bounds: tuple[float, float, float, float], frame: _Frame) -> bool:
    west, south, east, north = bounds
    half_lat, half_lon = HEIGHT / 2 / frame.per_degree, WIDTH / 2 / frame.per_degree / frame.narrow
    near_lon = west <= frame.lon + half_lon and east >= frame.lon - half_lon
    return near_lon and south <= frame.lat + half_lat and north >= frame.lat - half_lat


def _path_of(rings: list[Ring], frame: _Frame) -> str:
    return "".join(_path(ring, frame) for ring in rings)


def _name(rings: list[Ring], country: str, frame: _Frame) -> tuple[float, float, str] | None:
    """Return where the country's name stands: in the middle of what is seen of it, where that is wide enough."""
    seen = [(x, y) for x, y in (frame.at(*point) for point in rings[0]) if abs(x - WIDTH / 2) <= WIDTH]
    xs = [min(max(x, 0.0), float(WIDTH)) for x, _ in seen]
    ys = [min(max(y, 0.0), float(HEIGHT)) for _, y in seen]
    if not xs or max(xs) - min(xs) < 9 * len(country) or max(ys) - min(ys) < 40:  # noqa: PLR2004 - pixels
        return None
    return round((min(xs) + max(xs)) / 2, 1), round((min(ys) + max(ys)) / 2, 1), country


def _path(ring: Ring, frame: _Frame) -> str:
    points = (frame.at(lon, lat) for lon, lat in ring)
    # Far outside the view nothing is seen; shorter numbers keep the page small.
    near = ((min(max(x, -900), 1400), min(max(y, -900), 1200)) for x, y in points)
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in near) + "Z"


@cache
def _countries() -> list[tuple[list[Ring], tuple[float, float, float, float], str]]:
    """Read the map base: each polygon's rings with its bounds and the country's name."""
    script = files("annals.web").joinpath("static/vendor/naturalearth/countries.js").read_text(encoding="utf-8")
    base = json.loads(script.partition("=")[2].rstrip().removesuffix(";"))
    found = []
    for feature in base["features"]:
        for rings in feature["geometry"]["coordinates"]:
            lons, lats = [p[0] for p in rings[0]], [p[1] for p in rings[0]]
            found.append((rings, (min(lons), min(lats), max(lons), max(lats)), feature["properties"]["name"]))
    return found
