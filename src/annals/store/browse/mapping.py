"""The map: counts of cells zoomed out, every incident with its area zoomed in."""

import numpy as np
from sqlalchemy import Connection

from annals.store.browse.columns import DEPTH, corner_of
from annals.store.browse.index import Index
from annals.store.browse.listing import rows_numbered
from annals.store.browse.shapes import Bin, MapView

_FINER = 3
"""Cells are so many halvings narrower than the map's tiles of that zoom: eight cells to a tile of 256 pixels."""

MOST_BINS = 4000
"""Where there would be more cells than this, they are made wider."""

_SIDE = 360.0


def map_of(index: Index, connection: Connection, picked: int, anywhere: int, zoom: int, most_areas: int) -> MapView:
    """What the map shows of the incidents picked in view, and of those that the query picks anywhere."""
    has_point = index.having("mapped", "yes")
    picked &= has_point
    in_view = picked.bit_count()
    few = in_view <= most_areas
    return MapView(
        bins=() if few else tuple(_bins(index, picked, zoom)),
        areas=tuple(rows_numbered(index.ordered(picked, "oldest").tolist(), connection)) if few else (),
        in_view=in_view,
        mapped=(anywhere & has_point).bit_count(),
        unmapped=(anywhere & ~has_point).bit_count(),
    )


def _bins(index: Index, picked: int, zoom: int) -> list[Bin]:
    """Cells in the order of their numbers; the incidents of one cell follow each other in `Index.by_cell`."""
    numbers, finest = index.by_cell
    inside = index.flags(picked)[numbers].view(np.bool_)
    numbers, finest = numbers[inside], finest[inside]
    if not len(numbers):
        return []
    depth = min(DEPTH, max(0, zoom) + _FINER)
    while True:
        cells = finest >> 2 * (DEPTH - depth)
        starts = np.flatnonzero(np.diff(cells, prepend=-1))
        if depth <= _FINER or len(starts) <= MOST_BINS:
            break
        depth -= 1
    counts = np.diff(starts, append=len(numbers))
    sums = {name: np.add.reduceat(index.columns[name][numbers], starts) for name in ("lat", "lon", "killed_best")}
    width = _SIDE / (1 << depth)
    found = []
    for cell, count, lat, lon, killed in zip(
        cells[starts].tolist(),
        counts.tolist(),
        np.round(sums["lat"] / counts, 4).tolist(),
        np.round(sums["lon"] / counts, 4).tolist(),
        sums["killed_best"].tolist(),
        strict=True,
    ):
        south, west = corner_of(cell, depth)
        found.append(
            Bin(
                lat=lat,
                lon=lon,
                south=south,
                west=west,
                north=min(90.0, south + width),
                east=west + width,
                incidents=count,
                killed=killed,
            )
        )
    return found
