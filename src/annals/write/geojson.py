"""GeoJSON (RFC 7946): one feature a record, a point only where one is known."""

from collections.abc import Iterable
from typing import Any, TextIO

import msgspec

from annals.model import Incident
from annals.write.columns import row


def feature(incident: Incident) -> dict[str, Any]:
    """Return the record as a feature with flat properties.

    The geometry is null where the place has no point: a country or a region is never a pin. `radius_m` and
    `place_precision` say how far the point can be trusted.
    """
    place = incident.place
    known = place.lat is not None and place.lon is not None
    return {
        "type": "Feature",
        "id": incident.incident_id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]} if known else None,
        "properties": row(incident),
    }


def write_geojson(incidents: Iterable[Incident], out: TextIO) -> None:
    """Write one FeatureCollection, a feature a line. No records give a collection without features."""
    out.write('{"type":"FeatureCollection","features":[')
    between = "\n"
    for incident in incidents:
        out.write(between + msgspec.json.encode(feature(incident)).decode("utf-8"))
        between = ",\n"
    out.write("\n]}\n")
