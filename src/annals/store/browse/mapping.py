"""The map: counts of cells zoomed out, every incident with its area zoomed in."""

from bisect import bisect_left
from itertools import compress

from sqlalchemy import Connection

from annals.store.browse.bits import numbers_of
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
        areas=tuple(rows_numbered(numbers_of(picked), connection)) if few else (),
        in_view=in_view,
        mapped=(anywhere & has_point).bit_count(),
        unmapped=(anywhere & ~has_point).bit_count(),
    )


def _bins(index: Index, picked: int, zoom: int) -> list[Bin]:
    """Cells in the order of their numbers; the incidents of one cell follow each other in the column `by_cell`."""
    of, degrees = index.columns.of, index.columns.degrees
    flags = bytes(map(index.flags(picked).__getitem__, of["by_cell"]))
    cells = list(compress(of["cells"], flags))
    depth = min(DEPTH, max(0, zoom) + _FINER)
    while depth > _FINER and len({cell >> 2 * (DEPTH - depth) for cell in cells}) > MOST_BINS:
        depth -= 1
    killed = list(compress(of["cell_killed"], flags))
    lats = list(compress(degrees["cell_lat"], flags))
    lons = list(compress(degrees["cell_lon"], flags))
    width = _SIDE / (1 << depth)
    shift = 2 * (DEPTH - depth)
    found = []
    start = 0
    while start < len(cells):
        cell = cells[start] >> shift
        end = bisect_left(cells, cell + 1 << shift, lo=start)
        south, west = corner_of(cell, depth)
        count = end - start
        found.append(
            Bin(
                lat=round(sum(lats[start:end]) / count, 4),
                lon=round(sum(lons[start:end]) / count, 4),
                south=south,
                west=west,
                north=min(90.0, south + width),
                east=west + width,
                incidents=count,
                killed=sum(killed[start:end]),
            )
        )
        start = end
    return found
