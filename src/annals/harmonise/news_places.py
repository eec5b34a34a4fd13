"""Where a report's news took place when its own words name no place: by the report's opening, dateline and country."""

import re
from collections.abc import Callable, Sequence

import msgspec

from annals.harmonise.place_choice import Surroundings
from annals.model import Report
from annals.model.values import PlaceValue
from annals.reference.candidate import PlaceMatch
from annals.reference.gazetteer import Gazetteer

Resolve = Callable[[str], PlaceValue]
NewsPlace = tuple[PlaceValue, int, int]
"""A place, and where its words stand in the text, end exclusive."""

_OPENING = 700
_WIDER_M = 25_000
_ABOUT = 0.5
_RIVAL = 0.6
_LOCATED = re.compile(r"\b(?:in|at|near|off|over|outside|around|inside|on)\s+(?:the\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE)
_PINNED = ("site", "town", "near_town", "adm2", "adm1")


def news_place(
    report: Report, matches: Sequence[PlaceMatch], around: Surroundings, gazetteer: Gazetteer, resolve: Resolve
) -> NewsPlace | None:
    """The first place that the opening says something is in; else the dateline's; else the one country it is about.

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
        or _dateline(report, matches, around, gazetteer, resolve)
        or _country(matches, around, gazetteer)
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


def _country(matches: Sequence[PlaceMatch], around: Surroundings, gazetteer: Gazetteer) -> NewsPlace | None:
    ranked = sorted(around.weights.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[1][1] > _RIVAL * ranked[0][1]):
        return None
    code = ranked[0][0]
    named = next((match for match in matches if match.kind == "country" and match.country == code), None)
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
