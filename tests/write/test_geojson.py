import json
from io import StringIO
from typing import Any

from annals.model import Incident, PlaceValue
from annals.write import write_geojson
from tests.records import shelling, silent


def collection(*incidents: Incident) -> dict[str, Any]:
    out = StringIO(newline="")
    write_geojson(incidents, out)
    read: dict[str, Any] = json.loads(out.getvalue())
    return read


def test_a_located_record_is_a_point_longitude_first() -> None:
    (feature,) = collection(shelling())["features"]

    assert feature["type"] == "Feature"
    assert feature["geometry"] == {"type": "Point", "coordinates": [-16.25, 43.5]}
    assert feature["properties"]["radius_m"] == 3000
    assert feature["properties"]["place_precision"] == "town"


def test_a_country_is_no_point() -> None:
    (feature,) = collection(silent())["features"]

    assert feature["geometry"] is None
    assert feature["properties"]["place_name"] == "Croatia"


def test_half_a_point_is_no_point() -> None:
    (feature,) = collection(shelling(place=PlaceValue(name="Velmar", lat=43.5)))["features"]

    assert feature["geometry"] is None


def test_properties_are_flat() -> None:
    for feature in collection(shelling(), silent())["features"]:
        kinds = {type(value) for value in feature["properties"].values()}
        assert kinds <= {str, int, float, type(None)}


def test_no_records_give_an_empty_collection() -> None:
    assert collection() == {"type": "FeatureCollection", "features": []}
