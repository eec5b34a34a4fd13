"""Do the places let the two mentions be one event?"""

from annals.english.folding import name_key
from annals.english.rarity import rarity
from annals.link.compare.finding import Finding
from annals.link.profile import Profile
from annals.model.geo import km_between
from annals.model.values import PlaceValue

_RADIUS_KM = {"site": 3.0, "town": 8.0, "near_town": 25.0, "adm2": 40.0}
_TIGHT_KM = 12.0
_TELLING = 10
"""Rarity, in half bits, from which a shared word of two unknown names counts."""
_OFF_KM, _FAR_KM = 25.0, 75.0
"""Beyond the radii: the words for one spot may differ, or one place be that of the hospital or the court."""
_BEST = (
    "same_site", "same_name", "same_town", "near", "similar_name", "inside", "same_region", "same_country",
    "other_name", "border", "off", "other_region", "far", "far_away", "other_country",
)  # fmt: skip
"""From what speaks most for one event to what speaks most against it."""
_SITE_KINDS = ("airport", "air_base", "base", "camp", "facility")
_OPEN_KINDS = ("sea", "border")


def compare_places(left: Profile, right: Profile) -> Finding | None:
    """The nearest pair of the two mentions' places decides: distance beyond the radii, or containment.

    A region or country that holds the other place agrees with it but says little. Two countries cannot be one event,
    unless the places lie at a border, at sea or near each other. None where one place is unknown.
    """
    found = [_pair(a, b) for a in left.places for b in right.places]
    known = [finding for finding in found if finding is not None]
    if not known:
        return None
    return min(known, key=lambda f: (f.impossible, _BEST.index(f.level), f.told(), f.left or "", f.right or ""))


def _pair(a: PlaceValue, b: PlaceValue) -> Finding | None:
    def says(level: str, reason: str, *, impossible: bool = False) -> Finding:
        return Finding(level, reason, _show(a), _show(b), impossible)

    if a.lat is not None and a.lon is not None and b.lat is not None and b.lon is not None:
        beyond = km_between(a.lat, a.lon, b.lat, b.lon) - _radius(a) - _radius(b)
        if beyond <= 0 or (a.name and a.name == b.name and a.country == b.country and beyond <= _OFF_KM):
            if a.name and b.name and name_key(a.name) == name_key(b.name):
                return says("same_site" if _is_site(a) and _is_site(b) else "same_town", "same place")
            if max(_radius(a), _radius(b)) <= _TIGHT_KM:
                return says("same_site" if a.precision == b.precision == "site" else "near", "within the radii")
            return says("near", "within the wider radius")
        reason = f"{beyond:.0f} km beyond the radii"
        return says("off" if beyond <= _OFF_KM else "far" if beyond <= _FAR_KM else "far_away", reason)
    if a.country and b.country and a.country != b.country:
        if a.kind in _OPEN_KINDS or b.kind in _OPEN_KINDS:
            return says("border", "two countries at a border or sea")
        return says("other_country", "different countries", impossible=True)
    finding, reason = _by_name(a, b)
    return says(finding, reason) if finding else None


def _by_name(a: PlaceValue, b: PlaceValue) -> tuple[str, str]:
    """Name of the weight and the reason where one of the two has no point; ("", "") where nothing can be told."""
    if "country" in (a.precision, b.precision):
        return ("same_country", "same country") if a.country and a.country == b.country else ("", "")
    names = [set(name_key(p.name)) if p.name else set() for p in (a, b)]
    if names[0] and names[0] == names[1]:
        return "same_name", "same name"
    if "adm1" in (a.precision, b.precision) and a.admin1 and b.admin1:
        if name_key(a.admin1) != name_key(b.admin1):
            return "other_region", "different regions"
        return ("same_region", "same region") if a.precision == b.precision else ("inside", "within that region")
    if names[0] and names[1] and "unknown" in (a.precision, b.precision):
        shared = {word for word in names[0] & names[1] if rarity(word) > _TELLING}
        return ("similar_name", "similar names") if shared else ("other_name", "other names")
    return ("same_country", "same country") if a.country and a.country == b.country else ("", "")


def _is_site(place: PlaceValue) -> bool:
    """Whether the name is that of one spot, be the event at it or near it, and not of a town."""
    return place.precision == "site" or place.kind in _SITE_KINDS


def _radius(place: PlaceValue) -> float:
    if place.radius_m is not None:
        return min(place.radius_m / 1000, 100.0)
    return _RADIUS_KM.get(place.precision, 25.0)


def _show(place: PlaceValue) -> str | None:
    return place.name or place.admin1 or place.country
