from pathlib import Path

import pytest

from annals.errors import InputError
from annals.harmonise.places import PlaceContext, resolve_place
from annals.reference.gazetteer import Gazetteer

ROWS = """\
# name, and where it is
name,also,kind,country,lat,lon,radius_km,same_as
Camp Alder,Alder base|FOB Alder,base,IQ,33.1,44.1,2,
Old Mill Quarter,,neighbourhood,IQ,36.35,43.12,,
Salt City,,,,,,,"Basra, Iraq"
"""
TABLES = """\
[[place]]
name = "Camp Alder"
also = ["Alder base", "FOB Alder"]
kind = "base"
country = "IQ"
lat = 33.1
lon = 44.1
radius_km = 2

[[place]]
name = "Old Mill Quarter"
kind = "neighbourhood"
country = "IQ"
lat = 36.35
lon = 43.12

[[place]]
name = "Salt City"
same_as = "Basra, Iraq"
"""


@pytest.mark.parametrize(("ending", "text"), [("csv", ROWS), ("toml", TABLES)])
def test_own_places_and_names_are_found_first(tmp_path: Path, ending: str, text: str) -> None:
    path = tmp_path / f"war.places.{ending}"
    path.write_text(text, encoding="utf-8")

    with Gazetteer.open(extra=path) as gazetteer:
        base = gazetteer.lookup("FOB Alder")[0]
        assert (base.name, base.kind, base.lat, base.radius_m, base.precision) == (
            "Camp Alder",
            "base",
            33.1,
            2000,
            "site",
        )
        assert gazetteer.lookup("old mill quarter")[0].radius_m == 3000
        value = resolve_place("near Salt City", context=PlaceContext(countries=("IQ",)), gazetteer=gazetteer)
        assert (value.name, value.precision) == ("Basra", "near_town")
        assert "places" in (gazetteer.identity or "")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("X,,base,IQ,95,44,2,", "no place on earth"),
        ("X,,castle,IQ,33,44,2,", "unknown kind 'castle'"),
        ("X,,base,IQ,33,,2,", "give lat and lon"),
        ("X,,,,,,,Nowhereville", "has no place 'Nowhereville'"),
        ("X,,base,IQ,north,44,2,", "list of places"),
    ],
)
def test_a_faulty_row_is_told(tmp_path: Path, row: str, fault: str) -> None:
    path = tmp_path / "places.csv"
    path.write_text(f"name,also,kind,country,lat,lon,radius_km,same_as\n{row}\n", encoding="utf-8")

    with pytest.raises(InputError, match=fault):
        Gazetteer.open(extra=path)
