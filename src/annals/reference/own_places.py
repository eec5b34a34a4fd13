"""A project's own places and names, from a plain file: TOML or CSV."""

import csv
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from annals.errors import InputError
from annals.reference.candidate import Candidate
from annals.reference.folding import fold, plain
from annals.reference.place_kinds import precision_of

_NORTH, _EAST = 90, 180
_OWN = 1_000_000
"""Population that an own place counts as having: it comes before its namesakes."""

Find = Callable[[str], Sequence[Candidate]]
"""The gazetteer's answer to "Name", "Name, Region" or "Name, Country", likeliest first."""


class OwnPlace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row: a place with its coordinates, or, with `same_as`, other names of one that the gazetteer has."""

    name: str
    lat: float | None = None
    lon: float | None = None
    also: tuple[str, ...] = ()
    kind: str = "town"
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    admin1: str | None = None
    radius_km: float = 3.0
    same_as: str | None = None
    """The gazetteer's place that is meant: "Name, Region" or "Name, Country"."""


class _File(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    place: tuple[OwnPlace, ...] = ()


def read_own_places(path: Path, *, kinds: Sequence[str], find: Find) -> dict[str, list[Candidate]]:
    """Return strict key -> places of a file of own places.

    Args:
        path: a TOML file of `[[place]]` tables, or a CSV file with the same keys as columns (`also` parted by "|").
        kinds: the kinds of place that there are.
        find: looks up what `same_as` names.

    Raises:
        InputError: the file cannot be read, or a row is at fault; with the field.
    """
    found: dict[str, list[Candidate]] = {}
    for row in _rows(path):
        place = _same(row, path, find) if row.same_as else _place(row, path, kinds)
        for position, name in enumerate((row.name, *row.also)):
            alias = msgspec.structs.replace(place, match="alternate") if position else place
            found.setdefault(fold(name), []).append(alias)
    return found


def _rows(path: Path) -> tuple[OwnPlace, ...]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read ({error})", origin=str(path)) from error
    try:
        if path.suffix.lower() == ".csv":
            return tuple(_from_csv(text))
        return msgspec.convert(tomllib.loads(text), _File).place
    except (tomllib.TOMLDecodeError, msgspec.ValidationError, csv.Error) as error:
        raise InputError(f"is not a list of places: {error}", origin=str(path)) from error


def _from_csv(text: str) -> list[OwnPlace]:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    rows = []
    for row in csv.DictReader(lines, strict=True):
        told: dict[str, object] = {key: cell.strip() for key, cell in row.items() if key and cell and cell.strip()}
        if "also" in told:
            told["also"] = [name.strip() for name in str(told["also"]).split("|") if name.strip()]
        rows.append(msgspec.convert(told, OwnPlace, strict=False))
    return rows


def _same(row: OwnPlace, path: Path, find: Find) -> Candidate:
    found = find(row.same_as or "")
    if not found:
        raise InputError(
            f"{row.name}: the gazetteer has no place {row.same_as!r}; give its coordinates instead, or its name as the "
            "gazetteer has it with its region or country",
            origin=str(path),
            field="same_as",
        )
    return msgspec.structs.replace(found[0], match="exact", noted=True, population=max(found[0].population, _OWN))


def _place(row: OwnPlace, path: Path, kinds: Sequence[str]) -> Candidate:
    if row.kind not in kinds:
        raise InputError(f"{row.name}: unknown kind {row.kind!r}; one of {', '.join(kinds)}", origin=str(path),
                         field="kind")  # fmt: skip
    if row.lat is None or row.lon is None:
        raise InputError(
            f"{row.name}: give lat and lon, or same_as", origin=str(path), field="lat" if row.lat is None else "lon"
        )
    if not (abs(row.lat) <= _NORTH and abs(row.lon) <= _EAST):
        raise InputError(f"{row.name}: {row.lat}, {row.lon} is no place on earth", origin=str(path), field="lat")
    radius = round(row.radius_km * 1000)
    return Candidate(
        place_id=f"extra:{fold(row.name).replace(' ', '-')}",
        name=plain(row.name) or row.name,
        kind=row.kind,
        admin1=row.admin1,
        country=row.country.upper() if row.country else None,
        lat=row.lat,
        lon=row.lon,
        radius_m=radius,
        precision=precision_of(row.kind, radius),
        population=_OWN,
        match="exact",
        noted=True,
    )
