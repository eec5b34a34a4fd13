"""Kinds of place, and how exactly each locates an event."""

from annals.model.values import PlacePrecision

KINDS = (
    "city", "town", "neighbourhood", "airport", "air_base", "base", "camp", "facility", "border", "region", "area",
    "valley", "island", "sea", "country", "district",
)  # fmt: skip
"""Kinds of place, in the order in which the file numbers them."""

_TOWN_M, _DISTRICT_M = 15_000, 60_000
_SITE_KINDS = frozenset({"airport", "air_base", "base", "camp", "facility", "neighbourhood", "border"})


def precision_of(kind: str, radius_m: int) -> PlacePrecision:
    """Return how exactly a place of that kind and size locates an event.

    >>> precision_of("air_base", 4000), precision_of("valley", 40000), precision_of("region", 90000)
    ('site', 'adm2', 'adm1')
    """
    if kind == "country":
        return "country"
    if kind == "sea":
        return "sea"
    if kind == "district":
        return "adm2"
    if kind in {"city", "town"}:
        return "town"
    if radius_m <= _TOWN_M:
        return "site" if kind in _SITE_KINDS else "town"
    return "adm2" if radius_m <= _DISTRICT_M else "adm1"
