import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.errors import UsageError
from annals.model import Incident
from annals.store.browse import Browse, Query
from annals.store.browse.columns import DEPTH, cells_of, corner_of


@pytest.mark.parametrize("zoom", [0, 1, 3, 6, 12, 18])
def test_bins_hold_every_mapped_incident_once(browse: Browse, incidents: list[Incident], zoom: int) -> None:
    shown = browse.map(zoom=zoom, most_areas=0)
    points = [(i.place.lat, i.place.lon) for i in incidents if i.place.lat is not None]
    assert sum(cell.incidents for cell in shown.bins) == len(points) == shown.mapped == shown.in_view
    assert shown.unmapped == len(incidents) - len(points)
    for cell in shown.bins:
        inside = [(a, o) for a, o in points if cell.south <= a < cell.north and cell.west <= o < cell.east]  # type: ignore[operator]
        assert len(inside) == cell.incidents
        assert cell.south <= cell.lat <= cell.north
        assert cell.west <= cell.lon <= cell.east


def test_few_incidents_in_view_are_shown_each_with_its_area(browse: Browse, incidents: list[Incident]) -> None:
    one = next(i for i in incidents if i.place.lat is not None and i.place.lon is not None)
    lat, lon = one.place.lat or 0, one.place.lon or 0
    shown = browse.map(Query(bounds=(lon - 0.1, lat - 0.1, lon + 0.1, lat + 0.1)))
    assert shown.bins == ()
    assert one.incident_id in [row.incident_id for row in shown.areas]
    assert all(row.place.radius_m for row in shown.areas)
    assert shown.mapped > shown.in_view == len(shown.areas)


def test_killed_are_summed_over_known_figures(browse: Browse, incidents: list[Incident]) -> None:
    shown = browse.map(zoom=0, most_areas=0)
    assert sum(cell.killed for cell in shown.bins) == sum(
        i.killed.best or 0 for i in incidents if i.place.lat is not None
    )


@given(st.floats(-90, 90), st.floats(-180, 180), st.integers(1, DEPTH))
def test_a_cell_holds_its_point(lat: float, lon: float, depth: int) -> None:
    (cell,) = cells_of(np.array([lat]), np.array([lon])).tolist()
    south, west = corner_of(cell >> 2 * (DEPTH - depth), depth)
    width = 360 / (1 << depth)
    assert south - 1e-9 <= lat <= south + width
    assert west - 1e-9 <= lon <= west + width


def test_more_areas_than_a_page_may_hold_are_refused(browse: Browse) -> None:
    with pytest.raises(UsageError, match="most_areas"):
        browse.map(most_areas=100_000)
