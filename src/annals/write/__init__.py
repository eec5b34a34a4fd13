"""The export formats: each writes records to a text stream, all of them, in the order given.

A format is a function of the records and a stream opened with `newline=""`; the same records always give the same
characters.
"""

from collections.abc import Callable, Iterable
from typing import TextIO

from annals.model import Incident
from annals.write.csv_table import write_csv
from annals.write.geojson import write_geojson
from annals.write.graph_json import write_graph_json
from annals.write.graphml import write_graphml
from annals.write.jsonl import write_jsonl

FORMATS: dict[str, Callable[[Iterable[Incident], TextIO], None]] = {
    "jsonl": write_jsonl,
    "csv": write_csv,
    "geojson": write_geojson,
    "graphml": write_graphml,
    "graph-json": write_graph_json,
}

__all__ = ["FORMATS", "write_csv", "write_geojson", "write_graph_json", "write_graphml", "write_jsonl"]
