"""A gazetteer of one's own from a dump of GeoNames (https://download.geonames.org/export/dump/).

The dump's places take the stead of the shipped towns; the airports, quarters, bases, waters, regions and countries of
the shipped gazetteer stay, and so do the towns that annals corrects.
"""

import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from io import TextIOWrapper
from pathlib import Path
from typing import IO, NamedTuple

from annals.errors import InputError, UsageError
from annals.reference.folding import LOOSE_COUNTRIES, fold, loose, plain
from annals.reference.gazetteer import SCHEMA, SHIPPED, settlement_radius_m
from annals.reference.place_kinds import KINDS
from annals.reference.place_names import useful

COLUMNS = 19
"""Columns of a dump, as its readme.txt lists them."""
_ID, _NAME, _ASCII, _ALSO, _LAT, _LON, _CLASS, _CODE, _COUNTRY, _ADMIN1, _POPULATION = 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 14
_LARGE = 100_000
_BATCH = 20_000
_EXACT, _ALTERNATE, _VARIANT = 0, 1, 2
_GONE = frozenset({"PPLH", "PPLQ", "PPLW", "PPLCH"})
"""Places that are no more: historical, abandoned, destroyed."""

KIND_OF: dict[str, tuple[str, int]] = {
    "PPLX": ("neighbourhood", 2000), "AIRB": ("air_base", 4000), "AIRP": ("airport", 3000), "AIRF": ("airport", 2000),
    "MILB": ("base", 4000), "INSM": ("base", 3000), "CMPRF": ("camp", 3000), "CMP": ("camp", 3000),
    "PSTB": ("border", 2000), "PRN": ("facility", 1000), "HSP": ("facility", 1000), "OILR": ("facility", 3000),
    "OILF": ("facility", 8000), "GASF": ("facility", 8000), "DAM": ("facility", 2000), "PS": ("facility", 1000),
    "PSN": ("facility", 2000), "PRT": ("facility", 3000), "MNQ": ("facility", 2000), "MSQE": ("facility", 500),
    "ADM2": ("district", 30_000), "ADM3": ("district", 15_000), "ADM4": ("district", 8000),
    "ADMD": ("district", 20_000), "ISL": ("island", 15_000), "MTS": ("area", 40_000), "MT": ("area", 5000),
    "PASS": ("area", 5000), "VAL": ("valley", 20_000), "FRST": ("area", 20_000), "RGN": ("area", 40_000),
    "DSRT": ("area", 80_000),
    "PRK": ("area", 20_000), "LK": ("area", 10_000), "STRT": ("sea", 30_000), "GULF": ("sea", 100_000),
    "BAY": ("sea", 15_000), "CHN": ("sea", 20_000), "SEA": ("sea", 400_000),
}  # fmt: skip
"""Feature code -> kind of place, and the radius, metres, that is given to it. Populated places (class P) are apart."""


class Taken(NamedTuple):
    """How many lines of a dump became places."""

    places: int
    left_out: int
    """Lines of features that no report names as a place of an event, of other countries, or without a Latin name."""


def build(dumps: Iterable[Path], out: Path, *, countries: Iterable[str] = (), base: Path = SHIPPED) -> Taken:
    """Write the gazetteer file `out` from dumps of GeoNames, .txt or .zip as they are offered for download.

    Args:
        dumps: "allCountries.zip", "IQ.txt" and the like, in the dump's format of 19 columns, parted by tabs.
        out: the file; it must not be there yet.
        countries: ISO 3166-1 alpha-2 codes of the countries that are taken; empty takes all.
        base: the gazetteer whose other places are kept.

    Raises:
        UsageError: `out` is there already, or a dump is not.
        InputError: a line is not in the dump's format, with its number.
    """
    paths = list(dumps)
    missing = next((path for path in paths if not path.is_file()), None)
    if missing is not None or not paths:
        raise UsageError(f"{missing or 'no dump'}: there is no such file; give a dump of GeoNames, .txt or .zip.")
    if out.exists():
        raise UsageError(f"{out} is there already; give another name, or remove it first.")
    wanted = frozenset(code.upper() for code in countries)
    made = out.with_name(out.name + ".part")
    made.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(made)) as db:
            taken = _write(db, paths, wanted, base)
        made.replace(out)
    finally:
        made.unlink(missing_ok=True)
    return taken


def _write(db: sqlite3.Connection, paths: Iterable[Path], wanted: frozenset[str], base: Path) -> Taken:
    db.executescript(SCHEMA)
    db.execute("CREATE TABLE told (key TEXT, place INTEGER, how INTEGER)")
    db.execute("ATTACH DATABASE ? AS base", (str(base),))
    db.execute("INSERT INTO place SELECT * FROM base.place WHERE pid IS NOT NULL")
    db.execute("INSERT INTO told SELECT n.* FROM base.name n JOIN place p ON p.id = n.place")
    db.execute("INSERT INTO admin1 SELECT * FROM base.admin1")
    places = left_out = 0
    digest = sha256()
    for path in paths:
        for batch in _batches(_rows(path)):
            kept = [row for row in batch if (not wanted or row[_COUNTRY] in wanted) and _kind(row) is not None]
            places += len(kept)
            left_out += len(batch) - len(kept)
            digest.update("".join(row[_ID] for row in kept).encode())
            _add(db, kept)
    db.execute("INSERT INTO name SELECT key, place, min(how) FROM told GROUP BY key, place ORDER BY key, place")
    db.execute("DROP TABLE told")
    db.execute("INSERT INTO capital SELECT c.* FROM base.capital c JOIN place p ON p.id = c.place")
    notes = dict(db.execute("SELECT key, value FROM base.meta"))
    notes |= {"geonames": "GeoNames (https://www.geonames.org), CC BY 4.0, by a dump", "digest": digest.hexdigest()}
    db.executemany("INSERT INTO meta VALUES (?, ?)", sorted(notes.items()))
    db.commit()
    db.execute("DETACH DATABASE base")
    db.execute("VACUUM")
    return Taken(places, left_out)


def _add(db: sqlite3.Connection, rows: list[list[str]]) -> None:
    places, names = [], []
    for row in rows:
        number, country = int(row[_ID]), row[_COUNTRY] or None
        kind, radius = _kind(row) or ("town", 0)
        population = int(row[_POPULATION] or 0)
        pid = None if row[_CLASS] == "P" else f"geonames-{row[_CODE].lower()}:{number}"
        places.append(
            (number, pid, plain(row[_NAME]) or plain(row[_ASCII]), KINDS.index(kind), row[_ADMIN1] or None, country,
             round(float(row[_LAT]) * 1e4), round(float(row[_LON]) * 1e4), radius, population)
        )  # fmt: skip
        names += [(key, number, how) for key, how in _names(row).items()]
    db.executemany("INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?,?)", places)
    db.executemany("INSERT INTO told VALUES (?,?,?)", names)


def _names(row: list[str]) -> dict[str, int]:
    """Every key that a place is found by, and how well it matches there."""
    found = {fold(name): _EXACT for name in (row[_NAME], row[_ASCII]) if name}
    for other in row[_ALSO].split(","):
        if useful(other):
            found.setdefault(fold(other), _ALTERNATE)
    found.pop("", None)
    if row[_COUNTRY] in LOOSE_COUNTRIES:
        found |= {f"~{variant}": _VARIANT for key in list(found) if (variant := loose(key))}
    return found


def _kind(row: list[str]) -> tuple[str, int] | None:
    """The kind of place, and its radius in metres; None for what is left out."""
    if row[_CLASS] == "P" and row[_CODE] != "PPLX":
        if row[_CODE] in _GONE:
            return None
        population = int(row[_POPULATION] or 0)
        return ("city" if population >= _LARGE else "town"), settlement_radius_m(population)
    return KIND_OF.get(row[_CODE]) if plain(row[_NAME]) else None


def _rows(path: Path) -> Iterator[list[str]]:
    with _opened(path) as lines:
        for number, line in enumerate(lines, start=1):
            row = line.rstrip("\n").split("\t")
            try:
                if len(row) != COLUMNS:
                    raise ValueError(f"{len(row)} columns")  # noqa: TRY301 -- told with the other faults of a line
                int(row[_ID]), float(row[_LAT]), float(row[_LON]), int(row[_POPULATION] or 0)
            except ValueError as error:
                raise InputError(
                    f"is not a line of a GeoNames dump ({error}); it has {COLUMNS} columns parted by tabs, among them "
                    "the id, latitude, longitude and population",
                    origin=f"{path}:{number}",
                ) from error
            yield row


@contextmanager
def _opened(path: Path) -> Iterator[IO[str]]:
    if path.suffix.lower() != ".zip":
        with path.open(encoding="utf-8", newline="\n") as lines:
            yield lines
        return
    try:
        with zipfile.ZipFile(path) as archive:
            inside = [n for n in archive.namelist() if n.endswith(".txt") and not n.lower().startswith("readme")]
            if len(inside) != 1:
                raise InputError("holds no single table; give a country's dump or allCountries.zip", origin=str(path))
            with archive.open(inside[0]) as raw:
                yield TextIOWrapper(raw, encoding="utf-8", newline="\n")
    except zipfile.BadZipFile as error:
        raise InputError(f"is no zip archive ({error})", origin=str(path)) from error


def _batches(rows: Iterator[list[str]]) -> Iterator[list[list[str]]]:
    batch: list[list[str]] = []
    for row in rows:
        batch.append(row)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
