"""The graph as node-link JSON, as networkx (`node_link_graph(data)`, 3.4 and later) and d3 read it."""

from collections.abc import Iterable
from typing import TextIO

import msgspec

from annals.model import Incident
from annals.write.graph import Edges, node_values


def write_graph_json(incidents: Iterable[Incident], out: TextIO) -> None:
    """Write one object with `nodes` and `edges`, one of either a line; no records give a graph without nodes."""
    edges = Edges()
    out.write('{"directed":true,"multigraph":true,"graph":{},"nodes":[')
    between = "\n"
    for incident in edges.passing(incidents):
        node = {"id": incident.incident_id, **node_values(incident)}
        out.write(between + msgspec.json.encode(node).decode("utf-8"))
        between = ",\n"
    out.write('\n],"edges":[')
    between = "\n"
    for edge in edges:
        out.write(between + msgspec.json.encode(edge).decode("utf-8"))
        between = ",\n"
    out.write("\n]}\n")
