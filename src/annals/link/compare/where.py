"""Do the places let the two mentions be one event?"""

from annals.english.folding import name_key
from annals.link.compare.context import Context
from annals.link.profile import Profile
from annals.model.cluster import Evidence
from annals.model.geo import km_between
from annals.model.values import PlaceValue

_RADIUS_KM = {"site": 3.0, "town": 8.0, "near_town": 25.0, "adm2": 40.0}
_TIGHT_KM = 12.0
_TELLING = 0.4
"""Rarity from which a shared word of two unknown names counts."""
_SITE_KINDS = ("airport", "air_base", "base", "camp", "facility")
_OPEN_KINDS = ("sea", "border")


def compare_places(left: Profile, right: Profile, context: Context) -> Evidence | None:
    """The nearest pair of the two mentions' places decides: distance beyond the radii, or containment.

    A region or country that holds the other place agrees with it but says little. Two countries cannot be one event,
    unless the places lie at a border, at sea or near each other; nor can points further apart than `impossible_km`.
    None where one place is unknown.
    """
    found = [_pair(a, b, context) for a in left.places for b in right.places]
    known = [evidence for evidence in found if evidence is not None]
    if not known:
        return None
    return max(known, key=lambda e: (not e.impossible, e.score, e.reason, e.left or "", e.right or ""))


def _pair(a: PlaceValue, b: PlaceValue, context: Context) -> Evidence | None:
    w = context.weights.place

    def says(finding: str, reason: str, *, impossible: bool = False) -> Evidence:
        return Evidence(
            name="place", score=w[finding], reason=reason, left=_show(a), right=_show(b), impossible=impossible
        )

    if a.lat is not None and a.lon is not None and b.lat is not None and b.lon is not None:
        beyond = km_between(a.lat, a.lon, b.lat, b.lon) - _radius(a) - _radius(b)
        if beyond <= 0 or (a.name and a.name == b.name and a.country == b.country and beyond <= w["far_km"]):
            if a.name and b.name and name_key(a.name) == name_key(b.name):
                return says("same_site" if _is_site(a) and _is_site(b) else "same_town", "same place")
            if max(_radius(a), _radius(b)) <= _TIGHT_KM:
                return says("same_site" if a.precision == b.precision == "site" else "near", "within the radii")
            return says("near", "within the wider radius")
        reason = f"{beyond:.0f} km beyond the radii"
        if beyond <= w["far_km"]:
            return says("off", reason)
        return says("far", reason, impossible=beyond > w["impossible_km"])
    if a.country and b.country and a.country != b.country:
        if a.kind in _OPEN_KINDS or b.kind in _OPEN_KINDS:
            return says("border", "two countries at a border or sea")
        return says("far", "different countries", impossible=True)
    finding, reason = _by_name(a, b, context)
    return says(finding, reason) if finding else None


def _by_name(a: PlaceValue, b: PlaceValue, context: Context) -> tuple[str, str]:
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
        shared = {word for word in names[0] & names[1] if context.rarity.of(word) > _TELLING}
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
