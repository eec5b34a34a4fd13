"""Numbers of all incidents side by side: days, points and tolls, kept in chunks so that a change rewrites few of them.

Position n of a column is incident n of `listed`. A number that no incident has now is a row of zeros.
"""

import zlib
from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray

from annals.model import Figure, Incident
from annals.model.days import ordinal

CHUNK = 1024
"""Incidents whose columns are stored together."""

NO_DAY = 0
"""In `start` and `end`: open or unknown. Days are proleptic Gregorian ordinals, which begin at 1."""

UNKNOWN = -1
"""In `killed` and `wounded`, the best figures: there is none."""

MOST_AT_LEAST = 10
"""The sets "at least k reports" are stored up to this k."""

DEPTH = 16
"""Times that the map's square of 360 by 360 degrees is halved for its finest cells, 0.0055 degrees wide."""

Columns = NDArray[np.void]
"""A record for each incident, with the fields of `SHAPE`."""

SHAPE = np.dtype(
    [
        ("written", "<i8"),
        ("start", "<i4"),
        ("end", "<i4"),
        ("reports", "<i4"),
        ("disagreements", "<i4"),
        *((f"{toll}{part}", "<i8") for toll in ("killed", "wounded") for part in ("", "_best", "_low", "_high")),
        ("lat", "<f8"),
        ("lon", "<f8"),
    ]
)
"""`written` is the count of changes at which the incident was put; 0 where the number is free. `killed` is the best
figure or UNKNOWN; `_low`, `_best` and `_high` are what sums take (`band`). `lat` and `lon` are NaN without a point."""

FREE = (0,) * len(SHAPE.names or ())
"""The record of a number that no incident has."""

_SIDE = 360.0
_CELLS = 1 << DEPTH
_MOST = 2**40  # beyond this a figure cannot be meant, and sums would not fit


def row_of(incident: Incident, written: int) -> tuple[int | float, ...]:
    """The record of an incident, in the order of SHAPE."""
    point = incident.place.lat, incident.place.lon
    lat, lon = (np.nan, np.nan) if point[0] is None or point[1] is None else (point[0], point[1])
    return (
        written,
        ordinal(incident.date.start) or NO_DAY,
        ordinal(incident.date.end) or NO_DAY,
        incident.corroboration.reports,
        len(incident.disagreements),
        *_toll(incident.killed),
        *_toll(incident.wounded),
        lat,
        lon,
    )


def empty(size: int) -> Columns:
    """Columns of so many numbers that no incident has."""
    return np.zeros(size, dtype=SHAPE)


def packed(chunk: Columns) -> bytes:
    """A chunk as stored."""
    # Field by field, as like stands beside like then and packs better.
    return zlib.compress(b"".join(np.ascontiguousarray(chunk[name]).tobytes() for name in _NAMES), 1)


def unpacked(stored: bytes) -> Columns:
    """As packed; always CHUNK records."""
    found, raw, at = empty(CHUNK), zlib.decompress(stored), 0
    for name in _NAMES:
        kind = SHAPE[name]
        found[name] = np.frombuffer(raw, dtype=kind, count=CHUNK, offset=at)
        at += CHUNK * kind.itemsize
    return found


def put_together(chunks: Mapping[int, bytes], onto: Columns | None = None) -> Columns:
    """The columns with these chunks, by their numbers, in place of those in `onto`, which is left as it is."""
    last = max(chunks, default=-1)
    size = max((last + 1) * CHUNK, 0 if onto is None else len(onto))
    found = empty(size)
    if onto is not None:
        found[: len(onto)] = onto
    for number, stored in chunks.items():
        found[number * CHUNK : (number + 1) * CHUNK] = unpacked(stored)
    return found


def band(figure: Figure) -> tuple[int, int, int]:
    """Low, best and high of a toll as sums take them: what is unknown is 0, an open end the best figure known.

    >>> band(Figure(low=20, best=None, high=None, state="reported"))
    (20, 20, 20)
    """
    low = figure.low or 0
    best = figure.best if figure.best is not None else low
    high = figure.high if figure.high is not None else max(low, best)
    return min(low, _MOST), min(best, _MOST), min(high, _MOST)


def cells_of(lats: NDArray[np.float64], lons: NDArray[np.float64]) -> NDArray[np.int64]:
    """The finest cells of points: bits of its column and row in turn, so that nearby cells have nearby numbers.

    The first 2 d bits name the cell that is 360 / 2^d degrees wide.
    """
    x, y = (np.clip(((degrees + 180.0) / _SIDE * _CELLS).astype(np.int64), 0, _CELLS - 1) for degrees in (lons, lats))
    cells: NDArray[np.int64] = _spread(x) | _spread(y) << 1
    return cells


def corner_of(cell: int, depth: int) -> tuple[float, float]:
    """South and west of a cell that is named by its first 2 `depth` bits, in degrees."""
    x = y = 0
    for bit in range(depth):
        x |= (cell >> 2 * bit & 1) << bit
        y |= (cell >> 2 * bit + 1 & 1) << bit
    width = _SIDE / (1 << depth)
    return y * width - 180.0, x * width - 180.0


_NAMES: tuple[str, ...] = SHAPE.names or ()


def _toll(figure: Figure) -> Iterable[int]:
    low, best, high = band(figure)
    return UNKNOWN if figure.best is None else best, best, low, high


def _spread(numbers: NDArray[np.int64]) -> NDArray[np.int64]:
    """The bits of numbers below 2^16, each followed by a 0."""
    for shift, mask in ((8, 0x00FF00FF), (4, 0x0F0F0F0F), (2, 0x33333333), (1, 0x55555555)):
        numbers = (numbers | numbers << shift) & mask
    return numbers
