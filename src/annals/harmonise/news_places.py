"""Where a report's news took place when its own words name no place: by the report's opening, dateline and country."""

import re
from collections.abc import Callable, Sequence

import msgspec

from annals.english.borders import beyond_border
from annals.harmonise.place_choice import Surroundings, apart_km
from annals.model import Report
from annals.model.values import PlaceValue
from annals.reference.candidate import PlaceMatch
from annals.reference.gazetteer import REPEATING, Gazetteer

Resolve = Callable[[str], PlaceValue]
NewsPlace = tuple[PlaceValue, int, int]
"""A place, and where its words stand in the text, end exclusive."""

_OPENING = 700
_WIDER_M = 25_000
_ABOUT = 0.5
_RIVAL = 0.6
_LOCATED = re.compile(r"\b(?:in|at|near|off|over|outside|around|inside|on)\s+(?:the\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE)
_FIRST = 200
"""Characters of headline and first sentence."""
_READ = 4000
"""Characters from the start in which places are counted."""
_FORCE = re.compile(
    r"(?:['\u2019]s)?\s+(?:(?:metropolitan|city|county|state|district|metro|area|town|village)\s+)?"
    r"(?:police|sheriff|deput(?:y|ies)|detectives|officers|fire department|pd\b|homicide|patrolm[ae]n|constabulary|"
    r"gendarm|troopers|coroner|prosecutor|district attorney)",
    re.IGNORECASE,
)
_PINNED = ("site", "town", "near_town", "adm2", "adm1")


def news_place(
    report: Report, matches: Sequence[PlaceMatch], around: Surroundings, gazetteer: Gazetteer, resolve: Resolve
) -> NewsPlace | None:
    """Where the opening says that something is; else of the police told of, the dateline, the first town; the country.

    None of them is said of the event itself, so that a town is only a neighbourhood of 25 km more. The dateline of a
    capital, or of a country that the report does not name though it names others, is where the reporter
    sits: it says nothing.

    Args:
        report: the report.
        matches: the places, countries and peoples that its text names, in order.
        around: its geography.
        gazetteer: for countries and their capitals.
        resolve: words to a place, in the report's context.
    """
    return (
        _opening(report, matches, around, resolve)
        or _most_told(report, matches, around, resolve, _police)
        or _dateline(report, matches, around, gazetteer, resolve)
        or _first_told(report, matches, around, gazetteer, resolve)
        or land_told(report, matches, around, gazetteer)
    )


def local_dateline(
    report: Report,
    matches: Sequence[PlaceMatch],
    around: Surroundings,
    gazetteer: Gazetteer,
    resolve: Resolve,
    within: Sequence[PlaceValue],
) -> NewsPlace | None:
    """The dateline's town, where it lies in every region of `within` and its country's papers report from the scene.

    Elsewhere the dateline of a region's news is often that of the region's capital, where the reporter sits.
    """
    found = _dateline(report, matches, around, gazetteer, resolve)
    if found is None or found[0].country not in REPEATING or found[0].lat is None:
        return None
    return found if _inside(found[0], within) else None


def police_place(
    report: Report,
    matches: Sequence[PlaceMatch],
    around: Surroundings,
    resolve: Resolve,
    within: Sequence[PlaceValue],
) -> NewsPlace | None:
    """The town or county whose police are told of most, where it lies in every region and country of `within`."""
    found = _most_told(report, matches, around, resolve, _police)
    if found is None:
        return None
    return found if _inside(found[0], within) else None


def _inside(place: PlaceValue, within: Sequence[PlaceValue]) -> bool:
    """Whether a town lies in all of these: by their names in regions and countries, by distance in districts."""
    return all(
        v.country == place.country
        and v.admin1 in (None, place.admin1)
        and (
            v.lat is None
            or v.lon is None
            or place.lat is None
            or place.lon is None
            or apart_km(v.lat, v.lon, place.lat, place.lon) * 1000 <= (v.radius_m or 0)
        )
        for v in within
    )


def _opening(report: Report, matches: Sequence[PlaceMatch], around: Surroundings, resolve: Resolve) -> NewsPlace | None:
    dateline = _dateline_end(report)
    for match in matches:
        if match.start > _OPENING + dateline:
            return None
        if match.kind != "place" or match.start < dateline:
            continue
        if _LOCATED.search(report.text, max(0, match.start - 40), match.start):
            found = _vaguer(resolve(match.words), around)
            if found is not None:
                return found, match.start, match.end
    return None


def _police(report: Report, match: PlaceMatch) -> bool:
    """Whether a place is told as that of a police force: it looks into what happened in its own town or county."""
    return _FORCE.match(report.text, match.end) is not None


def _most_told(
    report: Report,
    matches: Sequence[PlaceMatch],
    around: Surroundings,
    resolve: Resolve,
    counts: Callable[[Report, PlaceMatch], bool],
) -> NewsPlace | None:
    """The place that is told of most often, of those that count; of equals the first."""
    told: dict[str, list[NewsPlace]] = {}
    for match in matches:
        if match.kind != "place" or match.start > _READ:
            continue
        found = _vaguer(resolve(match.words), around)
        if found is not None and found.lat is not None and counts(report, match):
            told.setdefault(found.name or "", []).append((found, match.start, match.end))
    return max(told.values(), key=lambda places: (len(places), -places[0][1]))[0] if told else None


def _first_told(
    report: Report, matches: Sequence[PlaceMatch], around: Surroundings, gazetteer: Gazetteer, resolve: Resolve
) -> NewsPlace | None:
    """A town that headline or first sentence names ("an Atlanta girl"), in the region that the report is mostly about.

    A capital is passed over: it stands for the government as often as for the town.
    """
    dateline = _dateline_end(report)
    for match in matches:
        if match.start > dateline + _FIRST:
            return None
        if match.kind != "place" or match.start < dateline:
            continue
        found = _vaguer(resolve(match.words), around)
        if found is None or found.lat is None or found.kind not in {"city", "town", "neighbourhood", "district"}:
            continue
        seat = gazetteer.capital(found.country) if found.country else None
        at_home = around.regions.get((found.country or "", found.admin1 or ""), 0.0) >= _ABOUT
        if at_home and (seat is None or seat.name != found.name):
            return found, match.start, match.end
    return None


def _dateline(
    report: Report, matches: Sequence[PlaceMatch], around: Surroundings, gazetteer: Gazetteer, resolve: Resolve
) -> NewsPlace | None:
    for match in matches:
        if match.start >= _dateline_end(report):
            return None
        if match.kind != "place":
            continue
        found = _vaguer(resolve(match.words.title() if match.words.isupper() else match.words), around)
        named = {other.country for other in matches if other.country}
        if found is None or (named and found.country not in named):
            return None
        seat = gazetteer.capital(found.country) if found.country else None
        return None if seat is not None and seat.name == found.name else (found, match.start, match.end)
    return None


def land_told(
    report: Report, matches: Sequence[PlaceMatch], around: Surroundings, gazetteer: Gazetteer
) -> NewsPlace | None:
    """The country that the report is mostly about, where it names it and no other comes near."""
    ranked = sorted(around.weights.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[1][1] > _RIVAL * ranked[0][1]):
        return None
    code = ranked[0][0]
    named = next(
        (
            m
            for m in matches
            if m.country == code and m.kind == "country" and not beyond_border(report.text, 0, m.start)
        ),
        None,
    )
    if named is None:
        return None
    value = PlaceValue(name=gazetteer.country_name(code), kind="country", country=code, precision="country")
    return value, named.start, named.end


def _vaguer(value: PlaceValue, around: Surroundings) -> PlaceValue | None:
    """The place with a wider radius; None for one that is not pinned, or not where the report mainly plays."""
    if value.precision not in _PINNED or around.weights.get(value.country or "", 0.0) < _ABOUT:
        return None
    if value.radius_m is None:
        return value
    precision = "near_town" if value.precision in ("site", "town") else value.precision
    return msgspec.structs.replace(value, precision=precision, radius_m=value.radius_m + _WIDER_M)


def _dateline_end(report: Report) -> int:
    return max((region.end for region in report.regions if region.kind == "dateline"), default=0)
