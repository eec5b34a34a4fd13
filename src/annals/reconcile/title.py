"""A short name for an incident, from its ruled values alone; what is unknown is left out."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files

import msgspec

from annals.english.weekdays import WEEKDAYS
from annals.model.incident import IncidentWeapon
from annals.model.values import DateValue, PlaceValue
from annals.reconcile.case import Heard

_NEAR = re.compile(r"\b(?:near|outside|close to|vicinity|around|north of|south of|east of|west of)\b", re.IGNORECASE)
_PREPOSITIONS = (
    "near",
    "off",
    "outside",
    "in",
    "at",
    "on",
    "along",
    "around",
    "between",
    "north",
    "south",
    "east",
    "west",
)
_MONTHS = "January February March April May June July August September October November December".split()


class Nouns(msgspec.Struct, frozen=True, kw_only=True):
    """`titles.toml`."""

    weapon: Mapping[str, str]
    sub_event_type: Mapping[str, str]
    keep: Mapping[str, tuple[str, ...]]


@cache
def nouns() -> Nouns:
    """The shipped table."""
    return msgspec.toml.decode(files("annals.reconcile").joinpath("titles.toml").read_bytes(), type=Nouns)


def make_title(
    *,
    sub_event_type: str | None,
    weapons: Sequence[IncidentWeapon],
    place: PlaceValue,
    place_claims: Sequence[Heard],
    when: DateValue,
    weekday: int | None,
) -> str:
    """The name: what, where, when.

    Args:
        sub_event_type: ACLED's sub-type, None where unknown.
        weapons: the one told most first.
        place: the ruled place.
        place_claims: the claims that name it; their words say whether it is "near" it.
        when: the ruled date.
        weekday: named weekday where the date is unknown, Monday is 0.
    """
    return f"{_what(sub_event_type, weapons)}{_where(place, place_claims)}{_when(when, weekday)}"


def _what(sub_event_type: str | None, weapons: Sequence[IncidentWeapon]) -> str:
    table = nouns()
    kind = weapons[0].kind if weapons else None
    if kind in table.weapon and sub_event_type not in table.keep["sub_event_types"]:
        return table.weapon[kind or ""]
    return table.sub_event_type.get(sub_event_type or "", "Incident")


def _where(place: PlaceValue, claims: Sequence[Heard]) -> str:
    if not place.name:
        return ""
    if place.name.split()[0] in _PREPOSITIONS:
        return f" {place.name}"
    near = sum(bool(_NEAR.search(_around(h))) for h in claims)
    if place.precision == "near_town" or near * 2 > len(claims):
        return f" near {place.name}"
    if place.precision == "sea":
        return f" in the {place.name}" if place.name.endswith(("Sea", "Gulf", "Ocean")) else f" off {place.name}"
    return f" {'at' if place.precision == 'site' else 'in'} {place.name}"


def _around(h: Heard) -> str:
    """The words of a claim, with those just before them in the quote."""
    at = h.claim.quote.exact.find(h.claim.words) if h.claim.words else -1
    return h.claim.quote.exact[max(0, at - 25) : at] + h.claim.words if at >= 0 else h.claim.words


def _when(when: DateValue, weekday: int | None) -> str:
    start = _day(when.start)
    if start is None:
        return f", on a {WEEKDAYS[weekday]}" if weekday is not None else ""
    end = _day(when.end) or start
    if start == end:
        return f", {_spell(start)}"
    if when.precision == "year":
        return f", {start.year}"
    if when.precision == "month" and (start.year, start.month) == (end.year, end.month):
        return f", {_MONTHS[start.month - 1]} {start.year}"
    if when.end is None:
        return f", from {_spell(start)}"
    return f", {_spell(start)} to {_spell(end)}"


def _day(day: str | None) -> date | None:
    try:
        return date.fromisoformat(day[:10]) if day else None
    except ValueError:
        return None


def _spell(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
