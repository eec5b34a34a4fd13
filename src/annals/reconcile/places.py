"""Where it happened."""

from collections.abc import Sequence

import msgspec

from annals.english.folding import name_key
from annals.model.geo import km_between
from annals.model.rules import DEFAULT_RULES, RuleSet
from annals.model.values import PlaceValue
from annals.reconcile.case import Heard, Rule, Ruling, Rulings, origins_said

_COMMON = (
    "A region or country agrees with every place inside it; points agree within their radii.",
    "A name that could not be found on the map is taken only where nothing better is told.",
)
PLACE_RULES: dict[RuleSet, Rule] = {
    "conservative": Rule(
        name="undisputed",
        sentences=(
            "The most precise place is taken that no claim contradicts.",
            "Where all are contradicted it is the region, else the country, that all have in common, else none.",
            *_COMMON,
        ),
    ),
    "representative": Rule(
        name="most_precise_agreed",
        sentences=(
            "The place that most independent origins agree with is taken; reprints count once.",
            "Of those it is the point that most points agree with, else the most precise place or smallest district.",
            "A region or country goes after a point that two thirds of its origins agree with.",
            *_COMMON,
        ),
    ),
    "informative": Rule(
        name="most_precise_told",
        sentences=(
            "The most precise place that any report tells is taken, of those the one that most origins agree with.",
            *_COMMON,
        ),
    ),
}
_PRECISION = ("site", "town", "near_town", "adm2", "adm1", "sea", "country", "unknown")
_RADIUS_KM = {"site": 3.0, "town": 8.0, "near_town": 25.0, "adm2": 40.0}
_SLACK_KM = 5.0
_MOSTLY = 2 / 3
_OPEN_KINDS = ("sea", "border")


class PlaceRuling(msgspec.Struct, frozen=True, kw_only=True):
    """The place, how each claim stands to it, and whether reports contradict each other."""

    place: PlaceValue
    supporting: tuple[Heard, ...]
    """The claims that name the chosen place itself."""
    rulings: Rulings
    disagrees: bool


def rule_place(heard: Sequence[Heard], rules: RuleSet = DEFAULT_RULES) -> PlaceRuling:
    """Rule the place; `heard` holds all place claims and may be empty."""
    placed = [(h, h.claim.value) for h in heard if isinstance(h.claim.value, PlaceValue)]
    if not placed:
        return PlaceRuling(place=PlaceValue(), supporting=(), rulings={}, disagrees=False)
    known = [(h, v) for h, v in placed if _mapped(v)] or placed

    def worth(entry: tuple[Heard, PlaceValue]) -> tuple[tuple[int, int, int, int], bool, int, int, str, int]:
        h, value = entry
        agreeing = {other.origin for other, told in placed if agree(told, value) is True}
        points = sum(told.lat is not None and agree(told, value) is True for _, told in placed)
        saying = {other.origin for other, told in placed if told == value}
        first = min(other.claim.quote.start for other, told in placed if told == value)
        rank = _PRECISION.index(value.precision)
        near = -points if value.lat is not None else 0
        backed = -len(agreeing)
        wide = value.radius_m or 0 if value.precision == "adm2" else 0
        order = (rank, backed, near, wide) if rules == "informative" else (backed, near, rank, wide)
        return (order, value.lat is None, -len(saying), first, value.name or "", h.position)

    if rules == "representative":
        known = _without_holders(known, [other for other in placed if _mapped(other[1])])
    if rules == "conservative":
        known = [(h, v) for h, v in known if all(agree(told, v) is not False for _, told in known)]
    place = min(known, key=worth)[1] if known else _in_common([v for _, v in placed if _mapped(v)])
    backing = origins_said(len({h.origin for h, told in placed if agree(told, place) is True}))
    return PlaceRuling(
        place=place,
        supporting=tuple(h for h, value in placed if value == place),
        rulings={h.position: _rule(value, place, backing) for h, value in placed},
        disagrees=any(
            a.claim.report_id != b.claim.report_id and agree(x, y) is False
            for n, (a, x) in enumerate(placed)
            for b, y in placed[n + 1 :]
        ),
    )


def _without_holders(
    known: Sequence[tuple[Heard, PlaceValue]], mapped: Sequence[tuple[Heard, PlaceValue]]
) -> list[tuple[Heard, PlaceValue]]:
    """Leave out regions and countries where a point has two thirds of the origins that agree with any of them.

    A region agrees with every point inside it, so that one stray point would make it outvote the one that nearly all
    reports name.
    """

    def backing(value: PlaceValue) -> int:
        return len({h.origin for h, told in mapped if agree(told, value) is True})

    points = [entry for entry in known if entry[1].lat is not None]
    most = max((backing(value) for _, value in known if value.lat is None), default=0)
    best = max((backing(value) for _, value in points), default=0)
    return list(points if best and best >= _MOSTLY * most else known)


def agree(a: PlaceValue, b: PlaceValue) -> bool | None:
    """Whether both can be the place of one event; None where that cannot be told.

    >>> town = PlaceValue(name="Arden", country="IQ", lat=33.0, lon=44.0, precision="town")
    >>> agree(town, PlaceValue(name="Iraq", country="IQ", precision="country"))
    True
    """
    if a == b:
        return True
    if a.lat is not None and a.lon is not None and b.lat is not None and b.lon is not None:
        reach = _radius(a) + _radius(b) + _SLACK_KM
        return km_between(a.lat, a.lon, b.lat, b.lon) <= reach
    if a.kind == b.kind == "sea" and (a.lat is None) != (b.lat is None):
        # "The Red Sea" and "67 nautical miles off Hodeidah".
        return True
    if not _mapped(a) or not _mapped(b):
        left, right = set(name_key(a.name or "")), set(name_key(b.name or ""))
        return True if left & right else None
    if a.country and b.country and a.country != b.country:
        return None if a.kind in _OPEN_KINDS or b.kind in _OPEN_KINDS else False
    if not a.country or not b.country:
        return None
    if a.admin1 and b.admin1 and "country" not in (a.precision, b.precision):
        return name_key(a.admin1) == name_key(b.admin1)
    return True


def _in_common(places: Sequence[PlaceValue]) -> PlaceValue:
    """The region or the country of all of them, without a point; nothing where they lie in several."""
    countries = {place.country for place in places}
    regions = {place.admin1 for place in places if place.precision != "country"}
    if len(countries) != 1 or None in countries:
        return PlaceValue()
    country = countries.pop()
    if len(regions) == 1 and None not in regions:
        region = regions.pop()
        return PlaceValue(name=region, kind="region", admin1=region, country=country, precision="adm1")
    return PlaceValue(kind="country", country=country, precision="country")


def _rule(value: PlaceValue, place: PlaceValue, backing: str) -> Ruling:
    name = place.name or place.country or "that place"
    if value == place:
        return Ruling(state="supports", reason=f"It names {name}, supported by {backing}.")
    if not _mapped(value) and _mapped(place):
        return Ruling(state="set_aside", reason="Its words were not found on the map.")
    same = agree(value, place)
    if same:
        return Ruling(state="supports", reason=f"It agrees with {name}, which is the most precise that is told.")
    if same is None:
        return Ruling(state="set_aside", reason=f"It cannot be told whether it is {name} or lies there.")
    return Ruling(
        state="dissents", reason=f"It names {value.name or value.country}, not {name}, supported by {backing}."
    )


def _mapped(place: PlaceValue) -> bool:
    return place.lat is not None or place.country is not None or place.precision != "unknown"


def _radius(place: PlaceValue) -> float:
    if place.radius_m is not None:
        return place.radius_m / 1000
    return _RADIUS_KM.get(place.precision, 25.0)
