"""Place phrases to places, with honest precision.

The smallest name of a phrase is the place; what holds it, or lies near it, tells it from its namesakes. Where the
words do not, the rest of the report does; where that does not either, the place stays unknown and keeps its words.
"""

import re
from collections.abc import Sequence

import msgspec

from annals.harmonise.place_choice import (
    PlaceContext,
    Surroundings,
    choose,
    context_of,
    distance_km,
    fits,
    moved,
    same_region,
    surroundings,
)
from annals.harmonise.place_lookup import FITTING, SITE_GROUPS, candidates_of
from annals.harmonise.place_words import LONGEST, Part, between_ends, both_sides, take_apart, trailing_kind
from annals.model.values import PlaceValue
from annals.reference.abbreviations import spelled_out
from annals.reference.candidate import Candidate
from annals.reference.gazetteer import REPEATING, Gazetteer, prominence

__all__ = ["PlaceContext", "context_of", "resolve_place"]

_TOWNS = frozenset({"city", "town"})
_TOWNLIKE = frozenset({"town", "quarter"})
"""Groups of words for what may be a hamlet or a part of a town."""
_CLAIMED = {
    ("PS", "IL"), ("UA", "RU"), ("SY", "IL"), ("AZ", "AM"), ("XK", "RS"), ("EH", "MA"), ("TW", "CN"), ("HK", "CN"),
    ("GE", "RU"),
    ("SD", "SS"), ("SS", "SD"), ("IN", "PK"), ("PK", "IN"), ("IL", "PS"), ("LB", "SY"), ("SY", "LB"), ("RU", "UA"),
    ("CY", "TR"), ("ER", "ET"), ("TL", "ID"),
}  # fmt: skip
"""(country in the gazetteer, country in the words): on disputed or once joined land the words are followed."""

_ABROAD = frozenset({"US", "GB", "FR", "RU", "TR", "CN", "IL", "IT", "DE", "NL", "AU", "CA", "ES"})
"""Countries with forces, bases or embassies abroad: "a US base" does not say where it is."""

_MAIN = 0.5
"""From this weight on a country or region is one that the report is mainly about."""
_NOTED, _STRONG = 4.2, 4.5
"""Prominence of a holder that is believed against a place, and of a place believed against a lesser holder."""
_APART_KM = 8
_FARTHEST_KM = 500
_NEAR_TOWN_KM = 60
"""Beyond this a distance from a town gives a district rather than the town's surroundings."""
_TERRITORIAL_KM = 22.3
"""Twelve nautical miles: beyond them the sea is nobody's."""
_OPEN_SEA_M = 300_000
_ROAD_KM = 400
_WITH_ARTICLE = {"the gulf": "Persian Gulf", "gulf": "Persian Gulf"}
"""Names that English uses of one place only, though others bear them."""
_AND = re.compile(r"\s+(?:and|&|or|to)\s+")


def resolve_place(words: str, *, context: PlaceContext, gazetteer: Gazetteer) -> PlaceValue:
    """Return the place that a phrase names; words that name none give precision "unknown" and are kept. Never raises.

    Args:
        words: the phrase in the report's words ("Taji air base, north of Baghdad").
        context: the report's other geography, for telling namesakes apart.
        gazetteer: where names are looked up.

    Returns:
        The place with its radius. "20 km north of" moves the point and widens the radius; "near" widens it. Regions,
        countries, borders and open seas have no point.
    """
    said = " ".join(words[:LONGEST].split()).strip(" ,.;:")
    meant = between_ends(_WITH_ARTICLE.get(said.lower(), spelled_out(said)))
    around = surroundings(context, gazetteer)
    parts = take_apart(meant, gazetteer.countries, lambda name: gazetteer.known(name) is not None)
    unknown = PlaceValue(name=said or None)
    if not parts:
        return unknown
    return _Resolver(gazetteer, around).resolve(parts) or unknown


class _Resolver:
    """Resolves the parts of one phrase."""

    def __init__(self, gazetteer: Gazetteer, around: Surroundings) -> None:
        self._gazetteer = gazetteer
        self._around = around

    def resolve(self, parts: Sequence[Part]) -> PlaceValue | None:
        """Return the value of the phrase, None where nothing in it can be placed."""
        if len(parts) > 1 and "suburb" in parts[0].kinds and parts[1].relation == "near":
            first, second = (self._size(part) for part in parts[:2])
            if first > second:
                parts = [
                    msgspec.structs.replace(parts[1], relation="in"),
                    *parts[2:],
                    msgspec.structs.replace(parts[0], relation="near"),
                ]
        for number, part in enumerate(parts):
            if part.border:
                line = self._border(part, parts[number + 1 :])
                if line and number == 0:
                    return line
            rest = parts[number + 1 :]
            several = _AND.split(part.words)
            if len(several) > 1 and not self._gazetteer.lookup(part.words):
                joint = self._several(part, several[:4], rest)
                if joint:
                    return joint
            value = self._part(part, rest)
            if value is None:
                continue
            skipped = parts[:number]
            return self._seen_from(value, part, skipped, rest)
        return None

    def _part(self, part: Part, rest: Sequence[Part]) -> "_Found | None":
        holders = self._holders(rest)
        found, group = candidates_of(part, self._gazetteer)
        nation = part.nations[-1] if part.nations else None
        if nation and found:
            national = [place for place in found if place.country in (nation, None)]
            found = national or [place for place in found if (place.country, nation) in _CLAIMED]
        held = bool(nation)
        follow: str | None = None
        for holder, reach in holders:
            inside = [place for place in found if any(fits(place, one, reach) for one in holder)]
            if not inside and len(holder) == 1 and holder[0].kind == "country":
                country = holder[0].country
                inside = [place for place in found if (place.country, country) in _CLAIMED]
                follow = country if inside else None
            if not inside:
                # A holder of little note may be misread; it does not speak against a place that the report supports.
                sure = any(one.kind in {"country", "region"} or prominence(one) >= _NOTED for one in holder)
                if reach == 0 and (sure or not any(prominence(place) >= _STRONG for place in found)):
                    found = []
                continue
            counted = [place for place in inside if reach == 0 and any(same_region(place, one) for one in holder)]
            found, held = counted or inside, True
        if trailing_kind(part.words)[0] == "quarter" and not held:
            found = [place for place in found if not self._elsewhere(place)]
        if group == "town" and part.heading and any(place.kind == "region" for place in found):
            found, group = [place for place in found if place.kind == "region"], None  # "a southeastern Wyoming town"
        wanted = FITTING.get(group or "", frozenset())
        best, country = choose(found, around=self._around, held=held, gazetteer=self._gazetteer)
        if found and wanted:
            fitting = [place for place in found if place.kind in wanted]
            if fitting:
                best, country = choose(fitting, around=self._around, held=held, gazetteer=self._gazetteer)
        if best is None and not found and not part.words:
            return self._unnamed(part, nation)
        if best is None:
            return _Found(place=None, country=country, words=part.words) if country else None
        best = self._region_instead(best, part.words, found) if not held else best
        rough = bool(wanted) and best.kind not in wanted and group in SITE_GROUPS | {"quarter"}
        return _Found(place=best, country=follow, words=part.words, group=group, rough=rough)

    def _elsewhere(self, place: Candidate) -> bool:
        """True for a town of another state than the report's: the "Portland neighbourhood" of Louisville."""
        regions = self._around.regions
        town = place.kind in _TOWNS and place.country in REPEATING
        return town and bool(regions) and (place.country or "", place.admin1 or "") not in regions

    def _several(self, part: Part, names: Sequence[str], rest: Sequence[Part]) -> PlaceValue | None:
        """Place two names: "between A and B" is half-way, "A and B" is what both lie in, for two places are no pin."""
        found = [self._part(msgspec.structs.replace(part, words=name.strip()), rest) for name in names]
        places = [one.place for one in found if one and one.place]
        if len(places) < len(names):
            return None
        first, last = places[0], places[-1]
        shared = {place.country for place in places}
        name = " and ".join(place.name for place in places)
        apart = max(distance_km(first, place) for place in places)
        pinned = all(place.precision not in {"country", "adm1", "sea"} for place in places)
        country = first.country if len(shared) == 1 else None
        if part.relation == "between" and pinned and apart <= _ROAD_KM:
            lat, lon = (first.lat + last.lat) / 2, (first.lon + last.lon) / 2
            radius = round(apart * 500) + 10_000
            return PlaceValue(name=name, country=country, lat=round(lat, 4), lon=round(lon, 4), radius_m=radius,
                              precision="near_town" if apart <= _NEAR_TOWN_KM else "adm2")  # fmt: skip
        if country is None:
            return PlaceValue(name=name)
        regions = {place.admin1 for place in places}
        admin1 = first.admin1 if len(regions) == 1 else None
        return PlaceValue(name=name, admin1=admin1, country=country, precision="adm1" if admin1 else "country")

    def _size(self, part: Part) -> int:
        return max((place.population for place in candidates_of(part, self._gazetteer)[0]), default=0)

    def _unnamed(self, part: Part, nation: str | None) -> "_Found | None":
        """A description without a name: "the Iraqi capital", "an Iraqi army base"."""
        if part.capital:
            top = [code for code, weight in self._around.weights.items() if weight >= _MAIN]
            code = nation or (top[0] if len(top) == 1 else None)
            seat = self._gazetteer.capital(code) if code else None
            return _Found(place=seat, words="") if seat else None
        if nation and nation not in _ABROAD and part.kinds and "facility" not in part.kinds:
            return _Found(place=None, country=nation, words="")
        if nation and nation in _ABROAD and part.kinds & {"town", "region", "district", "quarter"}:
            return _Found(place=None, country=nation, words="")
        return None

    def _holders(self, rest: Sequence[Part]) -> list[tuple[list[Candidate], float]]:
        """Return what later parts say of where it is: candidates and how far off (km) it may lie; widest first."""
        holders: list[tuple[list[Candidate], float]] = []
        for part in reversed(rest):
            reach = _reach(part)
            for code in part.nations:
                nation = self._gazetteer.country_place(code)
                if nation and reach == 0 and not part.border:
                    holders.append(([nation], 0.0))
            if not part.words or part.border:
                continue
            found, group = candidates_of(part, self._gazetteer)
            found = [*found, *self._of_their_name(found, part.words)]
            wanted = FITTING.get(group or "")
            found = [place for place in found if wanted is None or place.kind in wanted] or found
            if part.nations:
                found = [place for place in found if place.country in (part.nations[-1], None)]
            nations = [place for place in found if place.kind == "country"]
            if nations and group != "region" and not self._state_instead(nations[0], found):
                found = nations[:1]
            for holder, other in holders:
                inside = [place for place in found if any(fits(place, one, other) for one in holder)]
                if not inside and not other and all(_foreign(place, holder) for place in found):
                    found = []  # "the Central Governorate, in the Gaza Strip": another land's region of that name
                else:
                    found = inside or found
            if found and not (reach and nations):
                holders.append((found[:12], reach))
        return holders

    def _of_their_name(self, found: Sequence[Candidate], words: str) -> list[Candidate]:
        """The regions that are called after towns found, where the words find none: the Gaza Strip for "Gaza"."""
        if any(place.kind == "region" and place.match == "exact" for place in found):
            return []
        name = words.casefold()
        return [
            region
            for town in found
            if town.kind in _TOWNS and town.admin1 and town.admin1.casefold().startswith(f"{name} ")
            for region in self._gazetteer.lookup(town.admin1)
            if region.kind == "region" and region.country == town.country
        ]

    def _region_instead(self, town: Candidate, words: str, found: Sequence[Candidate]) -> Candidate:
        """The region that is called after a town, where the report tells of other towns of it ("Rafah", "Gaza")."""
        regions = self._of_their_name([town], words) if town in found else []
        others = [
            anchor
            for anchor in self._around.anchors
            if (anchor.country, anchor.admin1) == (town.country, town.admin1) and anchor.kind != "region"
        ]
        return regions[0] if regions and any(distance_km(town, one) > _APART_KM for one in others) else town

    def _state_instead(self, nation: Candidate, found: Sequence[Candidate]) -> bool:
        """True where country and region share a name (Georgia) and the report is about the region's country."""
        weights = self._around.weights
        other = max((weights.get(p.country or "", 0.0) for p in found if p.kind == "region"), default=0.0)
        return other > weights.get(nation.country or "", 0.0)

    def _border(self, part: Part, rest: Sequence[Part]) -> PlaceValue | None:
        """A border is a line: the first country it names, no point."""
        sides = both_sides(part.words, self._gazetteer.countries) or part.nations
        for other in rest:
            code = self._gazetteer.country_named(other.words)
            sides = (*sides, code) if code and code not in sides else sides
        if not sides:
            return None
        if any(place.kind == "border" for place in self._gazetteer.lookup(part.words)):
            return None
        name = " - ".join(self._gazetteer.country_name(code) or code for code in sides[:2])
        country = sides[0] if len(sides) == 1 else None
        return PlaceValue(
            name=f"{name} border", kind="border", country=country, precision="country" if country else "unknown"
        )

    def _seen_from(self, found: "_Found", part: Part, skipped: Sequence[Part], rest: Sequence[Part]) -> PlaceValue:
        """Put the place into a value, moved and widened by what the words before it say."""
        place = found.place
        if place is None:
            return self._country(found.country, found.words, town=part.kinds <= _TOWNLIKE)
        value = _value(place, found)
        off = [other for other in (part, *rest) if other.relation == "off"]
        if part.relation == "off" or (off and place.kind == "sea"):
            land = next((p.words for p in (part, *rest) if self._gazetteer.country_named(p.words)), None)
            country = value.country or (self._gazetteer.country_named(land) if land else None)
            kept = msgspec.structs.replace(value, kind="sea", precision="sea", country=country)
            if place.kind in {"country", "region"}:
                return msgspec.structs.replace(kept, lat=None, lon=None, radius_m=None, name=f"off {place.name}")
            if place.kind == "sea" or kept.lat is None:
                return kept  # an area without a point of its own has no radius
            return msgspec.structs.replace(kept, radius_m=place.radius_m + 30_000)
        if value.lat is None or value.lon is None or value.radius_m is None:
            return self._at_sea(value, part) if part.at_sea and place.kind in {"country", "region"} else value
        site = bool(skipped) or part.relation != "in"
        if part.relation == "offset":
            return self._offset(value, part, value.lat, value.lon, value.radius_m)
        if part.relation == "between":
            return msgspec.structs.replace(value, precision="near_town", radius_m=place.radius_m + 25_000)
        if part.relation == "near" and site:
            wider = 5_000 if value.precision == "site" else 15_000
            return msgspec.structs.replace(value, precision="near_town", radius_m=value.radius_m + wider)
        return value

    def _at_sea(self, land: PlaceValue, part: Part) -> PlaceValue:
        """The sea off a region or a country, which have no point to count nautical miles from."""
        far = part.distance_km is None or part.distance_km > _TERRITORIAL_KM
        return PlaceValue(name=f"off {land.name}", kind="sea", country=None if far else land.country, precision="sea")

    def _offset(self, value: PlaceValue, part: Part, lat: float, lon: float, radius: int) -> PlaceValue:
        km = part.distance_km
        if km is None or km > _FARTHEST_KM:
            return msgspec.structs.replace(value, precision="near_town", radius_m=radius + 25_000)
        if part.bearing is None:
            return msgspec.structs.replace(value, precision="near_town", radius_m=radius + round(km * 1000))
        north, east = moved(lat, lon, km, part.bearing)
        if part.at_sea:
            country = value.country if km <= _TERRITORIAL_KM else None
            return PlaceValue(
                name=f"off {value.name}", kind="sea", country=country, lat=round(north, 4), lon=round(east, 4),
                radius_m=round(max(10_000, 0.35 * km * 1000)), precision="sea",
            )  # fmt: skip
        reach = round(max(5_000, 0.35 * km * 1000)) + min(radius, 10_000)
        precision = "near_town" if km <= _NEAR_TOWN_KM else "adm2"
        return msgspec.structs.replace(
            value, lat=round(north, 4), lon=round(east, 4), radius_m=reach, precision=precision
        )  # fmt: skip

    def _country(self, country: str | None, words: str, *, town: bool) -> PlaceValue:
        name = words or (self._gazetteer.country_name(country) if country else None)
        region = _only_region(country, self._around) if words and town else None
        if region is not None:
            return PlaceValue(name=name, admin1=region, country=country, precision="adm1")
        return PlaceValue(name=name, kind="country" if not words else None, country=country, precision="country")


class _Found(msgspec.Struct, frozen=True, kw_only=True):
    """What a part turned out to be: a place, or only a country."""

    place: Candidate | None
    country: str | None = None
    """The country that the words give, where it is not the gazetteer's."""
    words: str = ""
    group: str | None = None
    rough: bool = False
    """True where a site was named and only its town is known."""


def _only_region(country: str | None, around: Surroundings) -> str | None:
    """The region of a hamlet on no map, where names are used again: the only one that the report is about."""
    if country not in REPEATING:
        return None
    about = [name for (code, name), weight in around.regions.items() if code == country and weight >= _MAIN]
    return about[0] if len(about) == 1 and (country, about[0]) in around.told_regions else None


def _foreign(place: Candidate, holder: Sequence[Candidate]) -> bool:
    """Whether a place is of another country than all that is said to hold it, and not one that is claimed."""
    return all(
        place.country is not None
        and one.country is not None
        and place.country != one.country
        and (place.country, one.country) not in _CLAIMED
        for one in holder
    )


def _reach(part: Part) -> float:
    """How far, km, from that part the place before it may lie; 0 where it lies within."""
    if part.relation == "offset":
        return 1.5 * part.distance_km + 20 if part.distance_km is not None else 250.0
    return {"near": 100.0, "off": 150.0, "between": 200.0}.get(part.relation, 0.0)


def _value(place: Candidate, found: _Found) -> PlaceValue:
    country = found.country or place.country
    precision, radius = place.precision, place.radius_m
    if precision == "town" and found.group == "district" and place.kind in {"city", "town"}:
        precision, radius = "adm2", max(radius, 30_000)
    elif precision == "town" and found.group == "region" and place.kind in {"city", "town"}:
        return PlaceValue(name=place.name, kind="region", admin1=place.admin1, country=country, precision="adm1")
    elif precision == "town" and found.rough:
        precision, radius = "near_town", radius + 5_000
    if precision in {"country", "adm1"} or (precision == "sea" and radius > _OPEN_SEA_M):
        admin1 = place.admin1 if precision == "adm1" else None
        return PlaceValue(name=place.name, kind=place.kind, admin1=admin1, country=country, precision=precision)
    return PlaceValue(
        name=place.name, kind=place.kind, admin1=place.admin1, country=country,
        lat=place.lat, lon=place.lon, radius_m=radius, precision=precision,
    )  # fmt: skip
