"""What a claim can say: one shape of value for each field."""

from typing import TYPE_CHECKING, Any, Literal

import msgspec

Field = Literal[
    "event_type",
    "date",
    "place",
    "perpetrator",
    "weapon",
    "fired",
    "hit",
    "intercepted",
    "killed",
    "wounded",
    "missing",
    "abducted",
    "target",
    "damage",
]

DatePrecision = Literal["day", "few_days", "week", "month", "year", "unknown"]
DateBasis = Literal["stated", "relative", "publication", "corroborated", "unknown"]
PlacePrecision = Literal["site", "town", "near_town", "adm2", "adm1", "country", "sea", "unknown"]


class DateValue(msgspec.Struct, frozen=True, kw_only=True):
    """When: an interval of local days at the place of the event."""

    edtf: str | None = None
    """EDTF level 1 (ISO 8601-2); None where nothing is known that EDTF can say."""
    start: str | None = None
    """First possible day, YYYY-MM-DD, inclusive; None when open."""
    end: str | None = None
    """Last possible day, YYYY-MM-DD, inclusive; None when open."""
    precision: DatePrecision = "unknown"
    basis: DateBasis = "unknown"
    """stated: the words name the date; relative: worked out from the publication date or another date of the report;
    publication: nothing but the publication date; corroborated: from other reports; unknown: not resolved."""


class PlaceValue(msgspec.Struct, frozen=True, kw_only=True):
    """Where, and how exactly that is known. A country or region has no pin: lat and lon are None above adm2."""

    name: str | None = None
    """The gazetteer's name where resolved, else the report's words."""
    kind: str | None = None
    """city, town, neighbourhood, airport, air_base, base, camp, region, country, sea, border, facility, ...;
    None unknown."""
    admin1: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    lat: float | None = None
    """Degrees, WGS 84."""
    lon: float | None = None
    radius_m: int | None = None
    """Radius, metres, of the circle within which the place lies; None where there is no point."""
    precision: PlacePrecision = "unknown"


class WeaponValue(msgspec.Struct, frozen=True, kw_only=True):
    """With what."""

    kind: str | None = None
    """A word of `reference/data/weapons.toml`, such as rocket, missile, drone, air_strike, roadside_bomb, firearm."""
    name: str | None = None
    """Model or brand where told ("Katyusha"), else None."""
    calibre_mm: float | None = None


class MunitionValue(msgspec.Struct, frozen=True, kw_only=True):
    """How many munitions were fired, hit or were intercepted. None is an open end."""

    low: int | None = None
    high: int | None = None
    weapon: str | None = None
    """Kind of weapon, as in WeaponValue.kind."""


class CountValue(msgspec.Struct, frozen=True, kw_only=True):
    """How many people. 0-0 is an explicit "none"; silence is no claim. None is an open end."""

    low: int | None = None
    high: int | None = None
    group: str | None = None
    """Who is counted, in the report's words ("members of a counter-terrorism unit"); None when not told."""
    population: str | None = None
    """civilians, children, women, soldiers, police, militants, staff, ... ; None when not told."""
    part: bool = False
    """True where it counts a part of another figure, so is not the whole toll."""


class ThingValue(msgspec.Struct, frozen=True, kw_only=True):
    """What was attacked or damaged."""

    name: str | None = None
    """The report's words."""
    kind: str | None = None
    """military, police, government, diplomatic, civilian, religious, infrastructure, ... ; None unknown."""


class EventTypeValue(msgspec.Struct, frozen=True, kw_only=True):
    """What happened, in ACLED's words."""

    event_type: str | None = None
    sub_event_type: str | None = None


class ActorValue(msgspec.Struct, frozen=True, kw_only=True):
    """Who is said to have done it."""

    actor_id: str | None = None
    """Id in the actor table; None where the words are a description or a name that the table lacks."""
    name: str | None = None
    """The table's name, else the report's words."""


VALUE_TYPES: dict[str, type[msgspec.Struct]] = {
    "event_type": EventTypeValue,
    "date": DateValue,
    "place": PlaceValue,
    "perpetrator": ActorValue,
    "weapon": WeaponValue,
    "fired": MunitionValue,
    "hit": MunitionValue,
    "intercepted": MunitionValue,
    "killed": CountValue,
    "wounded": CountValue,
    "missing": CountValue,
    "abducted": CountValue,
    "target": ThingValue,
    "damage": ThingValue,
}

if TYPE_CHECKING:
    Value = DateValue | PlaceValue | WeaponValue | MunitionValue | CountValue | ThingValue | EventTypeValue | ActorValue
else:
    # The shape follows from the claim's field, which the decoder cannot see; Claim reads it in __post_init__.
    Value = Any

EVENT_TYPES: dict[str, tuple[str, ...]] = {
    "Battles": (
        "Armed clash",
        "Government regains territory",
        "Non-state actor overtakes territory",
    ),
    "Explosions/Remote violence": (
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    ),
    "Violence against civilians": (
        "Sexual violence",
        "Attack",
        "Abduction/forced disappearance",
    ),
    "Protests": (
        "Peaceful protest",
        "Protest with intervention",
        "Excessive force against protesters",
    ),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Strategic developments": (
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ),
}
"""ACLED's six event types and their sub-types, spelled as ACLED does (codebook, 2023 edition)."""

EVENT_TYPE_OF: dict[str, str] = {sub: kind for kind, subs in EVENT_TYPES.items() for sub in subs}
