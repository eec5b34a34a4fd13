"""Which of several places of one name a report means: by the report's own geography."""

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

from annals.reference.abbreviations import state_of
from annals.reference.candidate import Candidate
from annals.reference.folding import loose
from annals.reference.gazetteer import REPEATING, Gazetteer, prominence
from annals.reference.institutions import countries_of
from annals.reference.outlets import home_of

# Prominence is about the logarithm of a population (reference.gazetteer.prominence); support adds up to 4.5 to it.
_CLEAR_LEAD = 0.9
"""By how much the best reading of a name must lead for the name to speak for its country."""
_LEAST_CLEAR = 2.7
_IN_COUNTRY = 0.3
"""From this weight on a report is about a country."""
_CERTAIN_LEAD = 0.6
_NEAR_KM = 300.0
"""Places of one report lie closer than this, as a rule."""
_HINT, _MOST_HINTS = 0.6, 3
"""What a word of a country's administration says for the country, against up to 2 for its name; how many count."""
_PAPER_TOWN = 100_000
"""From this size on a town at the head of an outlet's name is taken for its home."""
_TOWN_SHARE = 0.6
"""What a town says for its region, against 1 for the region's own name."""
_WIDEST_ANCHOR_M = 150_000
_SUPPORTED = 0.8
_FAMOUS, _KNOWN, _LEAST = 5.3, 4.2, 3.0
"""Prominence that a place needs when the report does not speak for it; when nothing is known of the report;
when, besides, no other place has the name."""
_ONCE = 1.0
"""What places of other countries lose where a large one goes by the very name now."""
_TIED_ABROAD, _TIED_AT_HOME = 0.35, 0.3
"""Leads below which two places in two countries, or two in one, are not told apart."""
_REGION_LEAD = 1.5
_SMALL = 5.0
_ABOUT_REGION = 0.5
"""From this weight on a report is about a region."""
_NEIGHBOURING_KM = 120.0
_NO_REACH_KM, _HOME = 100.0, "home"
_LARGE_M = 50_000
_EARTH_KM = 6371.0
_MOST_NAMES = 60
"""Names of a report that are weighed; more add nothing."""


class PlaceContext(msgspec.Struct, frozen=True, kw_only=True):
    """What a report says about where it plays."""

    names: tuple[str, ...] = ()
    """All place-like names of the report, in order, repeats kept."""
    dateline: str | None = None
    """The place of the dateline; None where there is none."""
    countries: tuple[str, ...] = ()
    """ISO codes of the countries that it names, most mentioned first."""
    publisher: str | None = None
    """The outlet."""
    url: str | None = None
    """Where it was published."""
    hints: tuple[tuple[str, int], ...] = ()
    """ISO codes with how many words of that country's police and administration the text has."""


class Surroundings(msgspec.Struct, frozen=True, kw_only=True):
    """A report's geography worked out."""

    weights: dict[str, float]
    """ISO code -> 0 to 1, how much the report is about that country; empty when it says nothing."""
    regions: dict[tuple[str, str], float] = {}
    """(ISO code, first-order region) -> 0 to 1, how much the report is about that region."""
    anchors: tuple[Candidate, ...] = ()
    """Its other places, as far as they are certain."""
    alone: frozenset[str] = frozenset()
    """Ids of the places whose country nothing tells but their own name, in a report that plays in a region of one of
    the countries of `REPEATING`: there a street or a person may bear it."""
    own_region: frozenset[str] = frozenset()
    """Ids of the places whose region nothing tells but their own name."""
    told_regions: frozenset[tuple[str, str]] = frozenset()
    """The regions that its text tells of, not only its outlet's home: stations show each other's reports."""


def distance_km(one: Candidate, other: Candidate) -> float:
    """Return the great-circle distance between the points of two places."""
    return apart_km(one.lat, one.lon, other.lat, other.lon)


def apart_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance between two points given in degrees.

    >>> round(apart_km(33.34, 44.40, 36.34, 43.12))
    353
    """
    p, q = math.radians(lat), math.radians(other_lat)
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def moved(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """Return the point `km` away in the direction of `bearing` (degrees from north).

    >>> lat, lon = moved(36.0, 43.0, 111.2, 0.0)
    >>> round(lat, 1), round(lon, 1)
    (37.0, 43.0)
    """
    turn, p, d = math.radians(bearing), math.radians(lat), km / _EARTH_KM
    q = math.asin(math.sin(p) * math.cos(d) + math.cos(p) * math.sin(d) * math.cos(turn))
    east = math.atan2(math.sin(turn) * math.sin(d) * math.cos(p), math.cos(d) - math.sin(p) * math.sin(q))
    return math.degrees(q), (lon + math.degrees(east) + 540) % 360 - 180


def context_of(
    names: Sequence[str],
    *,
    gazetteer: Gazetteer,
    dateline: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    text: str = "",
) -> PlaceContext:
    """Return the context of a report from the place names, country names and demonyms that stand in it, in order.

    `text` is looked through for words of a country's own police and administration.
    """
    counts: dict[str, float] = {}
    places: list[str] = []
    shortened = {state.name: state for name in names if (state := state_of(name)) is not None}
    for name in names:
        # "Macon, Ga. ... the south of Georgia": the state, and not the country of its name.
        state = state_of(name) or shortened.get(name)
        if state is not None:
            counts[state.country] = counts.get(state.country, 0.0) + 1.0
            places.append(state.name)
            continue
        code = gazetteer.country_named(name)
        people = None if code else gazetteer.country(name)
        if code or people:
            counts[code or people or ""] = counts.get(code or people or "", 0.0) + (1.0 if code else 0.6)
        if not people:
            places.append(name)
    ranked = sorted(counts, key=lambda code: -counts[code])
    return PlaceContext(
        names=tuple(places),
        dateline=dateline,
        countries=tuple(ranked),
        publisher=publisher,
        url=url,
        hints=tuple(sorted(countries_of(text).items())),
    )


def _clear_country(found: Sequence[Candidate]) -> str | None:
    """The country that a name speaks for by itself: no serious rival in another country."""
    if not found:
        return None
    best = found[0]
    rival = next((prominence(other) for other in found if other.country != best.country), 0.0)
    return best.country if prominence(best) - rival >= _CLEAR_LEAD and prominence(best) >= _LEAST_CLEAR else None


@lru_cache(maxsize=64)
def surroundings(context: PlaceContext, gazetteer: Gazetteer) -> Surroundings:
    """Return the geography of a report. Kept for the last reports, as every place of one asks for it."""
    weights: dict[str, float] = {}
    for rank, code in enumerate(context.countries[:6]):
        weights[code] = weights.get(code, 0.0) + 2.0 / (1 + rank)
    for code, words in context.hints:
        weights[code] = weights.get(code, 0.0) + _HINT * min(words, _MOST_HINTS)
    home, at_home = _home(context, gazetteer)
    if home is not None:
        weights[home] = weights.get(home, 0.0) + 1.0
    names = list(dict.fromkeys(context.names))[:_MOST_NAMES]
    repeats = {name: context.names.count(name) for name in names}
    told = [(name, gazetteer.lookup(name), float(min(3, repeats[name]))) for name in names]
    if context.dateline:
        told.append((context.dateline, gazetteer.lookup(context.dateline.split(",")[0].title()), 1.0))
    otherwise: set[str] = set(weights)
    speaking: dict[str, dict[str, Sequence[Candidate]]] = {}
    for name, found, worth in told:
        clear = _clear_country(found)
        if clear:
            weights[clear] = weights.get(clear, 0.0) + worth
            speaking.setdefault(clear, {})[name] = found
    for _, found, worth in told:
        if not _clear_country(found):
            near = {place.country for place in found[:6] if place.country in weights}
            for country in near:
                weights[country or ""] += 0.3 * worth / len(near)
    top = max(weights.values(), default=0.0)
    scaled = {code: weight / top for code, weight in weights.items()} if top else {}
    anchors: list[Candidate] = [at_home] if at_home else []
    for _, found, _ in told:
        fit = [
            place for place in found if scaled.get(place.country or "", 0.0) >= _IN_COUNTRY and place.kind != "country"
        ]
        if fit and (len(fit) == 1 or prominence(fit[0]) - prominence(fit[1]) >= _CERTAIN_LEAD):
            anchors.append(fit[0])
    regions, told_by = _regions(told, scaled, at_home)
    local = any(
        scaled[code] == 1.0 and code in REPEATING and code in otherwise for code, _ in regions if code in scaled
    )
    alone = frozenset(
        place.place_id
        for code, names in speaking.items()
        if local and code not in otherwise and len(names) == 1
        for found in names.values()
        for place in found
        if place.country == code
    )
    return Surroundings(
        weights=scaled,
        regions=regions,
        anchors=tuple(anchors),
        alone=alone,
        own_region=frozenset(name for names in told_by.values() if len(names) == 1 for name in names if name),
        told_regions=frozenset(key for key, names in told_by.items() if names - {_HOME}),
    )


def _home(context: PlaceContext, gazetteer: Gazetteer) -> tuple[str | None, Candidate | None]:
    """The country that the outlet is at home in, and its town, as far as they are known."""
    home = home_of(context.publisher, context.url)
    if home is not None:
        found = gazetteer.lookup(home.town) if home.town else ()
        return home.country, next((p for p in found if p.country == home.country and p.admin1 == home.region), None)
    words = (context.publisher or "").removeprefix("The ").split()
    for size in (2, 1):  # "Lahore Herald"
        if len(words) > size:
            for place in gazetteer.lookup(" ".join(words[:size]))[:1]:
                if place.population >= _PAPER_TOWN and place.kind in {"city", "country", "region"}:
                    return place.country, place if place.kind == "city" else None
    return None, None


def _regions(
    told: Sequence[tuple[str, Sequence[Candidate], float]], weights: Mapping[str, float], home: Candidate | None
) -> tuple[dict[tuple[str, str], float], dict[tuple[str, str], set[str]]]:
    """How much a report is about each region: by those that it names, by towns that are certain, by its outlet.

    And what tells each: the ids of towns, "" for the region's own name, `_HOME` for the outlet.
    """
    found: dict[tuple[str, str], float] = {}
    told_by: dict[tuple[str, str], set[str]] = {}
    if home and home.country and home.admin1:
        found[home.country, home.admin1] = 1.0
        told_by[home.country, home.admin1] = {_HOME}
    for _, places, worth in told:
        here = [place for place in places if weights.get(place.country or "", 0.0) >= _IN_COUNTRY]
        named = next((place for place in here if place.kind == "region"), None)
        best = here[0] if here and here[0].kind != "country" else None
        sure = best and (len(here) == 1 or prominence(best) - prominence(here[1]) >= _CLEAR_LEAD)
        for place, share in ((named, 1.0), (best if sure else None, _TOWN_SHARE)):
            if place and place.country and place.admin1:
                key = (place.country, place.admin1)
                found[key] = found.get(key, 0.0) + share * worth
                told_by.setdefault(key, set()).add(place.place_id if place is best else "")
    top = max(found.values(), default=0.0)
    return ({key: weight / top for key, weight in found.items()} if top else {}), told_by


def support(place: Candidate, around: Surroundings) -> float:
    """What the report adds to a candidate: up to 3 for its country, 1.5 for its region, 1.5 for places near by."""
    if place.place_id in around.alone:
        return 0.0
    added = 3.0 * around.weights.get(place.country or "", 0.0)
    added += 1.5 * _region_weight(place, around)
    away = [
        distance_km(place, anchor)
        for anchor in around.anchors
        if anchor.place_id != place.place_id and anchor.name != place.name and anchor.radius_m <= _WIDEST_ANCHOR_M
    ]
    nearest = min(away, default=999.0)
    return added + (1.5 * (1 - nearest / _NEAR_KM) if nearest < _NEAR_KM else 0.0)


def choose(
    found: Sequence[Candidate], *, around: Surroundings, held: bool, gazetteer: Gazetteer
) -> tuple[Candidate | None, str | None]:
    """Return the place meant and None, or None and the country when only that is sure, or two Nones.

    Args:
        found: candidates that fit the words.
        around: the report's geography.
        held: True where the words themselves name what holds the place, so that rivals are already gone.
        gazetteer: for capitals.
    """
    if not found:
        return None, None
    named = {place.country for place in found if place.match == "exact" and prominence(place) >= _FAMOUS}
    ranked = sorted(
        (
            (
                prominence(place) + support(place, around) - (_ONCE if named and place.country not in named else 0.0),
                place,
            )
            for place in found
        ),
        key=lambda item: (-item[0], item[1].place_id),
    )
    score, best = _town_before_region(ranked, gazetteer)
    gained = support(best, around)
    if not held and gained < _SUPPORTED and best.kind not in {"country", "sea"}:
        bar = _FAMOUS if around.weights else _KNOWN
        alone = len(found) == 1 and not around.weights and best.match != "variant" and prominence(best) >= _LEAST
        foreign = around.weights and best.match != "exact"
        if (prominence(best) < bar and not alone) or foreign:
            return None, None
    if not held and _elsewhere(best, around):
        return None, best.country
    for other_score, other in ranked:
        if other.place_id == best.place_id or _same_spot(best, other):
            continue
        if other.country != best.country:
            if score - other_score < _TIED_ABROAD:
                return None, None
            break
    for other_score, other in ranked:
        if other.country == best.country and not _same_spot(best, other) and score - other_score < _TIED_AT_HOME:
            return None, best.country
    return best, None


def _elsewhere(place: Candidate, around: Surroundings) -> bool:
    """True for a small town or quarter in another state than those that the report tells of, far from its places.

    English-speaking countries have each name many times, and many of their hamlets are in no gazetteer.
    """
    small = place.precision in {"site", "town"} and prominence(place) < _SMALL
    if place.country not in REPEATING or not small:
        return False
    told = [weight for (country, _), weight in around.regions.items() if country == place.country]
    if max(told, default=0.0) < _ABOUT_REGION or _region_weight(place, around):
        return False
    return all(
        distance_km(place, anchor) > _NEIGHBOURING_KM
        for anchor in around.anchors
        if anchor.place_id != place.place_id and anchor.name != place.name
    )


def _region_weight(place: Candidate, around: Surroundings) -> float:
    """How much the report is about the place's region; nothing where only its own name says so, and others are told."""
    if place.place_id in around.own_region and len(around.regions) > 1 and place.country in REPEATING:
        return 0.0
    return around.regions.get((place.country or "", place.admin1 or ""), 0.0)


def _same_spot(one: Candidate, other: Candidate) -> bool:
    reach = (one.radius_m + other.radius_m) / 1000
    return one.country == other.country and distance_km(one, other) <= max(25.0, reach)


def _town_before_region(ranked: list[tuple[float, Candidate]], gazetteer: Gazetteer) -> tuple[float, Candidate]:
    """Return the best, but a town instead of the region that is called after it."""
    score, best = ranked[0]
    if best.kind != "region":
        return ranked[0]
    for other_score, other in ranked[1:]:
        if other.country != best.country or other.kind not in {"city", "town"}:
            continue
        if loose(other.name) != loose(best.name) and not other.noted:
            continue  # the region's name is an odd second name of the town
        fewest = 50_000 if other.match == "variant" else 10_000
        if (
            (other.population >= fewest or other.noted)
            and _same_spot(best, other)
            and score - other_score <= _REGION_LEAD
        ):
            return score, other
    seat = gazetteer.capital(best.country) if best.country else None
    for _, other in ranked[1:]:
        if seat and other.place_id == seat.place_id:
            return score, other
    return score, best


def same_region(place: Candidate, holder: Candidate) -> bool:
    """Say whether the gazetteer counts a place to the first-order region that holds it."""
    held = holder.place_id.startswith("region:") and place.country == holder.country
    return held and place.admin1 is not None and place.admin1 == holder.admin1


def fits(place: Candidate, holder: Candidate, reach_km: float) -> bool:
    """Say whether a place lies in (or within `reach_km` of) what holds it."""
    if place.place_id == holder.place_id:
        return False
    if holder.kind == "country":
        return place.country == holder.country or (place.country is None and place.kind in {"sea", "area"})
    if holder.country and place.country and holder.country != place.country and reach_km <= _NO_REACH_KM:
        return False
    if not reach_km and same_region(place, holder):
        return True
    if not reach_km and place.country in REPEATING and holder.kind == "region" and place.admin1 and holder.admin1:
        return place.admin1 == holder.admin1  # across the river is another Manchester
    slack = 1.15 * holder.radius_m / 1000 + place.radius_m / 1000 * (0.5 if place.radius_m < _LARGE_M else 0.2)
    return distance_km(place, holder) <= max(reach_km, 15.0) + slack
