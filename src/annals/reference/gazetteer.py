"""An offline gazetteer: names to candidate places, from one read-only file.

The file is built by `tools/build_gazetteer.py` from GeoNames (CC BY 4.0), airportsdata (MIT) and our own tables of
regions, bases, crossings, neighbourhoods, camps, seas and disputed areas. A user's own places come in by `extra`.
"""

import math
import sqlite3
import threading
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any, Self

from annals.english.remembering import remembered
from annals.errors import UsageError
from annals.reference.candidate import Candidate, Match, PlaceMatch
from annals.reference.countries import Countries, countries
from annals.reference.folding import fold, loose, without_article
from annals.reference.own_places import read_own_places
from annals.reference.place_kinds import KINDS, precision_of
from annals.reference.place_scan import scan_places

SHIPPED = Path(str(files("annals.reference") / "data" / "gazetteer.sqlite"))
"""The gazetteer that comes with the package."""

SCHEMA = """
PRAGMA page_size = 4096;
CREATE TABLE place (id INTEGER PRIMARY KEY, pid TEXT, name TEXT, kind INTEGER, admin1 TEXT, country TEXT,
                    lat INTEGER, lon INTEGER, radius INTEGER, population INTEGER);
CREATE TABLE name (key TEXT, place INTEGER, how INTEGER, PRIMARY KEY (key, place, how)) WITHOUT ROWID;
CREATE TABLE admin1 (country TEXT, code TEXT, name TEXT, PRIMARY KEY (country, code)) WITHOUT ROWID;
CREATE TABLE capital (country TEXT PRIMARY KEY, place INTEGER) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""
"""Tables of the file. Coordinates are in 1/10,000 degree; a key that starts with "~" is a loose key."""

_SHORT_VARIANT = 3
_SHORT_NAME = 4
"""So short a name is in other spellings that of many places: "Tyre" is not a Tehran."""
_KNOWN_PEOPLE = 20_000
REPEATING = frozenset({"US", "GB", "IE", "CA", "AU", "NZ"})
"""Countries whose towns English calls by their own names, many times the same: another name is a former or rare one."""
_MATCHES: tuple[Match, ...] = ("exact", "alternate", "variant")
_SELECT = (
    "SELECT n.how, p.id, p.pid, p.name, p.kind, a.name, p.country, p.lat, p.lon, p.radius, p.population"
    " FROM name n JOIN place p ON p.id = n.place"
    " LEFT JOIN admin1 a ON a.country = p.country AND a.code = p.admin1 WHERE n.key = ?"
)

_SELECT_PLACE = (
    "SELECT 0, p.id, p.pid, p.name, p.kind, a.name, p.country, p.lat, p.lon, p.radius, p.population FROM place p"
    " LEFT JOIN admin1 a ON a.country = p.country AND a.code = p.admin1"
)
_SIZE = (
    "SELECT max(CASE WHEN p.pid IS NULL THEN p.population WHEN p.pid LIKE 'region:%'"
    " THEN CASE WHEN p.population >= 100000 THEN 1000000 ELSE p.population END"
    " WHEN p.pid LIKE 'own:%' OR p.pid LIKE 'geonames:%' THEN 100000"
    " WHEN p.pid LIKE 'quarter:%' OR p.pid LIKE 'district:%' THEN 20000 ELSE 0 END)"
    " FROM name n JOIN place p ON p.id = n.place WHERE n.key = ?"
)


def settlement_radius_m(population: int) -> int:
    """Return the radius, metres, within which a town of that many people lies; 3 to 15 km."""
    for people, metres in ((5_000, 3000), (20_000, 4000), (100_000, 6000), (500_000, 9000), (2_000_000, 12000)):
        if population < people:
            return metres
    return 15000


def prominence(place: Candidate) -> float:
    """Return how likely a report means this place by its name alone: about the logarithm of its population."""
    size = math.log10(place.population + 1)
    if place.kind == "country":
        return 9.0
    if place.kind == "district":
        return 3.2
    if place.kind == "region":
        size = max(4.6, min(size, 6.0)) if place.place_id.startswith("region:") else 5.4
    elif place.noted:
        size = max(5.0, size)
    elif place.place_id.startswith("quarter:"):
        size = 4.0
    elif place.kind == "air_base":
        size = 4.3
    elif place.kind == "airport":
        size = 4.0
    penalty = {"exact": 0.0, "alternate": 0.5, "variant": 1.1}[place.match]
    if place.match == "alternate" and place.country in REPEATING and place.kind in {"city", "town"} and not place.noted:
        penalty = 2.5
    return max(2.0, size) - penalty


class Gazetteer:
    """Places by name. A context manager; may be shared by threads and pickled (it then opens the file again)."""

    def __init__(self, path: Path, extra: Path | None = None) -> None:
        """Open the file at `path` for reading; see `open`."""
        self._path = path
        self._extra_path = extra
        self._local = threading.local()
        self._countries = countries()
        self._extra: dict[str, list[Candidate]] = {}
        self._lookup = lru_cache(maxsize=8192)(self._look)
        self._size = lru_cache(maxsize=32768)(self._size_of)
        self._nations = cache(self._read_nations)
        self._scan = remembered(self._scan_text)
        try:
            self._db().execute("SELECT 1 FROM place LIMIT 1").fetchone()
        except sqlite3.Error as error:
            raise UsageError(
                f"{path}: not a gazetteer file ({error}); make one of a GeoNames dump with annals gazetteer"
            ) from error
        if extra is not None:
            self._extra = read_own_places(extra, kinds=KINDS, find=self._held)
            self._lookup.cache_clear()

    @classmethod
    def open(cls, path: Path | None = None, extra: Path | None = None) -> Self:
        """Open the gazetteer that ships with the package, or the one at `path`.

        Args:
            path: a file made by `annals gazetteer`; None for the bundled one.
            extra: a TOML or CSV file of a user's own places and names (`own_places`). They come before the file's
                places of the same name.

        Raises:
            UsageError: when the file is not there or is not a gazetteer.
            InputError: when `extra` cannot be read, with the field at fault.
        """
        where = path or SHIPPED
        if not where.is_file():
            raise UsageError(f"{where}: there is no gazetteer file there; give the path of one")
        return cls(where, extra)

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self._path, self._extra_path))

    def __enter__(self) -> Self:
        """Return the gazetteer itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close this thread's connection; those of other threads close with their threads."""
        db = getattr(self._local, "db", None)
        if db is not None:
            db.close()
            self._local.db = None

    def _db(self) -> sqlite3.Connection:
        db: sqlite3.Connection | None = getattr(self._local, "db", None)
        if db is None:
            uri = f"{self._path.resolve().as_uri()}?mode=ro&immutable=1"
            db = sqlite3.connect(uri, uri=True, check_same_thread=False)
            db.execute("PRAGMA mmap_size = 67108864")
            self._local.db = db
        return db

    @property
    def identity(self) -> str | None:
        """What tells this gazetteer from the shipped one: digests of its file and own places; None where it is that."""
        told = []
        if self._path != SHIPPED:
            row = self._db().execute("SELECT value FROM meta WHERE key = 'digest'").fetchone()
            told.append(f"gazetteer {row[0][:12] if row else self._path.stat().st_size}")
        if self._extra_path is not None:
            told.append(f"places {sha256(self._extra_path.read_bytes()).hexdigest()[:12]}")
        return ", ".join(told) or None

    def _held(self, words: str) -> tuple[Candidate, ...]:
        """Look up "Name", "Name, Region" or "Name, Country": places of that very name that lie there."""
        name, *holders = (part.strip() for part in words.split(","))
        found = self.lookup(name)
        for holder in holders:
            code, key = self.country_named(holder), fold(holder)
            found = tuple(p for p in found if (code and p.country == code) or fold(p.admin1 or "") == key)
        return tuple(p for p in found if p.match != "variant")

    @property
    def countries(self) -> Countries:
        """The table of country names and demonyms."""
        return self._countries

    def lookup(self, words: str) -> tuple[Candidate, ...]:
        """Return the places that `words` may name, most likely first; () where there are none.

        Case, accents, hyphens and a leading article do not matter; for countries that are not written in Latin letters
        common variants of transliteration are found too (`match` says so). A country stands first under its name.
        """
        key = fold(words)
        return self._lookup(key, self.country_named(words)) if key else ()

    def _look(self, key: str, country: str | None) -> tuple[Candidate, ...]:
        found: dict[str, Candidate] = {}
        if country:
            nation = self.country_place(country)
            if nation:
                found[nation.place_id] = nation
        keys = [key]
        if key.startswith("the "):
            keys.append(key[4:])
        bare = without_article(key)
        if bare != key:
            keys.append(bare)
        for one in keys:
            for place in self._extra.get(one, ()):
                found.setdefault(place.place_id, place)
        for one in keys:
            for row in self._db().execute(_SELECT, (one,)):
                place = _candidate(row, demote=one == bare != key)
                known = found.get(place.place_id)
                if known is None or _MATCHES.index(place.match) < _MATCHES.index(known.match):
                    found[place.place_id] = place
        variant = loose(key)
        if len(variant) > _SHORT_VARIANT:
            for row in self._db().execute(_SELECT, ("~" + variant,)):
                place = _candidate(row)
                found.setdefault(place.place_id, place)
        places = list(found.values())
        if len(key) <= _SHORT_NAME and any(place.match == "exact" and _well_known(place) for place in places):
            places = [
                place for place in places if place.match == "exact" or (place.noted and place.match == "alternate")
            ]
        return tuple(sorted(places, key=lambda place: (-prominence(place), place.place_id)))

    def known(self, words: str) -> int | None:
        """Return how large the largest place of that very name is, None where there is none.

        A town has its population, a first-order region or a place of the user's 1,000,000 (a region of less than
        100,000 people theirs), a place of our own tables 100,000, a quarter or county 20,000, an airport 0.
        """
        key = fold(words)
        return self._size(key) if key else None

    def _size_of(self, key: str) -> int | None:
        if key in self._extra:
            return 10**6
        row = self._db().execute(_SIZE, (key,)).fetchone()
        return None if row is None or row[0] is None else int(row[0])

    def country_named(self, words: str) -> str | None:
        """Return the ISO code of the country that is called so, None where it is none. Demonyms do not count."""
        return self._countries.named(words)

    def country(self, words: str) -> str | None:
        """Return the ISO code for a country's name or demonym ("Iraqi", "the U.S."), or None."""
        return self._countries.find(words)

    def country_name(self, code: str) -> str | None:
        """Return the usual English name for an ISO code, None for an unknown one."""
        return self._countries.name(code)

    def country_place(self, code: str) -> Candidate | None:
        """Return the country as a place (an area), None where the file lacks it."""
        return self._nations().get(f"country:{code}")

    def _read_nations(self) -> dict[str, Candidate]:
        """All countries by place id, at once: ids have no index, so that each look would read the whole table."""
        rows = self._db().execute(f"{_SELECT_PLACE} WHERE p.pid GLOB 'country:*' ORDER BY p.id DESC")
        return {place.place_id: place for place in map(_candidate, rows)}

    def capital(self, code: str) -> Candidate | None:
        """Return a country's capital, None where the file names none."""
        return self._by_id("JOIN capital c ON c.place = p.id WHERE c.country = ?", code)

    def _by_id(self, where: str, value: str) -> Candidate | None:
        row = self._db().execute(f"{_SELECT_PLACE} {where}", (value,)).fetchone()  # `where`: our own clauses only
        return _candidate(row) if row else None

    def scan(self, text: str) -> list[PlaceMatch]:
        """Return the place names, country names and demonyms in running text, in order, not overlapping."""
        return list(self._scan(text))

    def _scan_text(self, text: str) -> tuple[PlaceMatch, ...]:
        return tuple(scan_places(text, known=self.known, countries=self._countries))


def _well_known(place: Candidate) -> bool:
    """Whether a place that bears a short name may be meant by it alone."""
    return place.noted or place.population >= _KNOWN_PEOPLE


def _candidate(row: tuple[Any, ...], *, demote: bool = False) -> Candidate:
    how, number, place_id, name, kind_number, admin1, country, lat, lon, radius, population = row
    kind = KINDS[kind_number]
    return Candidate(
        place_id=place_id or f"geonames:{number}",
        name=name,
        kind=kind,
        admin1=admin1,
        country=country,
        lat=lat / 1e4,
        lon=lon / 1e4,
        radius_m=radius,
        precision="adm1" if place_id and place_id.startswith("region:") else precision_of(kind, radius),
        population=population,
        match=_MATCHES[max(how, 1) if demote else how],
        noted=place_id is not None and place_id.startswith(("own:", "geonames:")),
    )
