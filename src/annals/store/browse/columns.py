"""Numbers of all incidents side by side: days, points, tolls, and the orders in which lists show them.

Position n of a column is incident n of `listed`; the incidents with a first possible day come first, in its order.
"""

import zlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from annals.model import Figure, Incident
from annals.model.days import ordinal

NO_DAY = 0
"""In `start` and `end`: open or unknown. Days are proleptic Gregorian ordinals, which begin at 1."""

UNKNOWN = -1
"""In `killed` and `wounded`, the best figures: there is none."""

MOST_AT_LEAST = 10
"""The sets "at least k reports" are stored up to this k."""

DEPTH = 16
"""Times that the map's square of 360 by 360 degrees is halved for its finest cells, 0.0055 degrees wide."""

_SIDE = 360.0
_CELLS = 1 << DEPTH
_TYPES = {
    "start": "l",
    "end": "l",
    "killed": "q",
    "killed_best": "q",
    "killed_low": "q",
    "killed_high": "q",
    "wounded": "q",
    "wounded_best": "q",
    "wounded_low": "q",
    "wounded_high": "q",
    "by_killed": "L",
    "by_wounded": "L",
    "by_reports": "L",
    "by_disagreements": "L",
    "reports": "l",
    "disagreements": "l",
    "cells": "L",
    "by_cell": "L",
    "cell_killed": "q",
    "first_told": "l",
    "more_told": "L",
}
_DEGREES = ("cell_lat", "cell_lon")
_MOST = 2**40  # beyond this a figure cannot be meant, and sums would not fit


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """The columns of one ledger."""

    size: int
    started: int
    """So many incidents have a first possible day; they come first."""
    of: "Mapping[str, array[int]]"
    """Columns of whole numbers by name: `cells` and `cell_killed` belong to the incidents in `by_cell`, which are those
    with a point, cell by cell; `first_told` has, for each report by its number, the first incident that it tells or -1;
    `more_told` has report and incident in turn where a report tells further ones."""
    degrees: "Mapping[str, array[float]]"
    """`cell_lat` and `cell_lon`, the points of the incidents in `by_cell`."""


def made(incidents: Sequence[Incident], tellings: Iterable[tuple[int, int]] = ()) -> dict[str, bytes]:
    """The columns of incidents that are in the order of `listed`, as stored.

    Args:
        incidents: in that order.
        tellings: numbers of reports, and of the incidents that they tell.
    """
    found: dict[str, array[int]] = {name: array(code) for name, code in _TYPES.items()}
    degrees: dict[str, array[float]] = {name: array("d") for name in _DEGREES}
    for incident in incidents:
        found["start"].append(ordinal(incident.date.start) or NO_DAY)
        found["end"].append(ordinal(incident.date.end) or NO_DAY)
        found["reports"].append(incident.corroboration.reports)
        found["disagreements"].append(len(incident.disagreements))
        for name, figure in (("killed", incident.killed), ("wounded", incident.wounded)):
            low, best, high = band(figure)
            found[name].append(UNKNOWN if figure.best is None else best)
            found[f"{name}_best"].append(best)
            found[f"{name}_low"].append(low)
            found[f"{name}_high"].append(high)
    started = sum(1 for incident in incidents if incident.date.start is not None)
    newest = [*range(started - 1, -1, -1), *range(started, len(incidents))]
    for name in ("killed", "wounded", "reports", "disagreements"):
        found[f"by_{name}"].extend(sorted(newest, key=found[name].__getitem__, reverse=True))
    for cell, number, lat, lon in sorted(_points(incidents)):
        found["cells"].append(cell)
        found["by_cell"].append(number)
        found["cell_killed"].append(found["killed_best"][number])
        degrees["cell_lat"].append(lat)
        degrees["cell_lon"].append(lon)
    for report, number in sorted(tellings):
        lacking = report + 1 - len(found["first_told"])
        found["first_told"].extend([UNKNOWN] * lacking)
        if found["first_told"][report] == UNKNOWN:
            found["first_told"][report] = number
        else:
            found["more_told"].extend((report, number))
    stored = {name: zlib.compress(column.tobytes(), 1) for name, column in found.items()}
    stored |= {name: zlib.compress(column.tobytes(), 1) for name, column in degrees.items()}
    return stored | {"started": str(started).encode(), "size": str(len(incidents)).encode()}


def read(stored: Mapping[str, bytes]) -> Columns:
    """The columns as `made` stored them."""
    found: dict[str, array[int]] = {}
    for name, code in _TYPES.items():
        found[name] = array(code)
        found[name].frombytes(zlib.decompress(stored[name]))
    degrees: dict[str, array[float]] = {}
    for name in _DEGREES:
        degrees[name] = array("d")
        degrees[name].frombytes(zlib.decompress(stored[name]))
    return Columns(size=int(stored["size"]), started=int(stored["started"]), of=found, degrees=degrees)


def band(figure: Figure) -> tuple[int, int, int]:
    """Low, best and high of a toll as sums take them: what is unknown is 0, an open end the best figure known.

    >>> band(Figure(low=20, best=None, high=None, state="reported"))
    (20, 20, 20)
    """
    low = figure.low or 0
    best = figure.best if figure.best is not None else low
    high = figure.high if figure.high is not None else max(low, best)
    return min(low, _MOST), min(best, _MOST), min(high, _MOST)


def cell_of(lat: float, lon: float) -> int:
    """The finest cell of a point: bits of its column and row in turn, so that nearby cells have nearby numbers.

    The first 2 d bits name the cell that is 360 / 2^d degrees wide.
    """
    x = min(_CELLS - 1, max(0, int((lon + 180.0) / _SIDE * _CELLS)))
    y = min(_CELLS - 1, max(0, int((lat + 180.0) / _SIDE * _CELLS)))
    return _spread(x) | _spread(y) << 1


def corner_of(cell: int, depth: int) -> tuple[float, float]:
    """South and west of a cell that is named by its first 2 `depth` bits, in degrees."""
    x = y = 0
    for bit in range(depth):
        x |= (cell >> 2 * bit & 1) << bit
        y |= (cell >> 2 * bit + 1 & 1) << bit
    width = _SIDE / (1 << depth)
    return y * width - 180.0, x * width - 180.0


def _spread(number: int) -> int:
    """The bits of a number below 2^16, each followed by a 0."""
    for shift, mask in ((8, 0x00FF00FF), (4, 0x0F0F0F0F), (2, 0x33333333), (1, 0x55555555)):
        number = (number | number << shift) & mask
    return number


def _points(incidents: Sequence[Incident]) -> Iterator[tuple[int, int, float, float]]:
    for number, incident in enumerate(incidents):
        lat, lon = incident.place.lat, incident.place.lon
        if lat is not None and lon is not None:
            yield cell_of(lat, lon), number, lat, lon
