"""Distances on the globe."""

from math import asin, cos, radians, sin, sqrt

EARTH_DIAMETER_KM = 12742.0


def km_between(lat_a: float, lon_a: float, lat_b: float, lon_b: float) -> float:
    """Great-circle distance in kilometres between two points in degrees (haversine, mean Earth radius 6,371 km).

    >>> round(km_between(0, 0, 0, 1))
    111
    """
    a, b = radians(lat_a), radians(lat_b)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon_b - lon_a) / 2) ** 2
    return EARTH_DIAMETER_KM * asin(sqrt(min(1.0, half)))
