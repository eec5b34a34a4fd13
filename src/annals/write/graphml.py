"""The graph as GraphML, as networkx, Gephi, yEd and igraph read it.

Attributes are declared with their types; what is unknown has no <data> element. Source of the format: the GraphML
Primer, http://graphml.graphdrawing.org/primer/graphml-primer.html.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TextIO

import msgspec

from annals.model import Incident
from annals.write.columns import Scalar
from annals.write.graph import NODE_COLUMNS, Edge, Edges, node_values

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)
_TYPES = {
    "lat": "double", "lon": "double", "killed_best": "int", "wounded_best": "int", "reports": "int", "origins": "int",
    "quote_start": "int", "quote_end": "int",
}  # fmt: skip
"""Types of the attributes; the others are strings."""
_EDGE_ATTRIBUTES = tuple(name for name in Edge.__struct_fields__ if name not in ("key", "source", "target"))
_NEVER = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, not even as a reference (https://www.w3.org/TR/xml/#charsets)."""
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})


def write_graphml(incidents: Iterable[Incident], out: TextIO) -> None:
    """Write one directed graph; no records give a graph without nodes.

    Characters that XML cannot hold stand as U+FFFD; `quote_start` and `quote_end` lead to the words as they are.
    """
    edges = Edges()
    out.write(_HEAD)
    for kind, names in (("node", NODE_COLUMNS), ("edge", _EDGE_ATTRIBUTES)):
        for name in names:
            type_ = _TYPES.get(name, "string")
            out.write(f'  <key id="{kind}_{name}" for="{kind}" attr.name="{name}" attr.type="{type_}"/>\n')
    out.write('  <graph id="incidents" edgedefault="directed">\n')
    for incident in edges.passing(incidents):
        out.write(f'    <node id="{escaped(incident.incident_id)}">\n')
        _data(out, "node", node_values(incident))
        out.write("    </node>\n")
    for edge in edges:
        out.write(f'    <edge id="{edge.key}" source="{escaped(edge.source)}" target="{escaped(edge.target)}">\n')
        values = msgspec.structs.asdict(edge)
        _data(out, "edge", {name: values[name] for name in _EDGE_ATTRIBUTES if values[name] is not None})
        out.write("    </edge>\n")
    out.write("  </graph>\n</graphml>\n")


def escaped(words: str) -> str:
    """Return words as XML text or attribute value, with U+FFFD for what XML cannot hold.

    >>> escaped('"5 < 6" & more')
    '&quot;5 &lt; 6&quot; &amp; more'
    """
    return _NEVER.sub("\ufffd", words).translate(_ESCAPES)


def _data(out: TextIO, kind: str, values: Mapping[str, Scalar]) -> None:
    out.writelines(f'      <data key="{kind}_{name}">{escaped(str(value))}</data>\n' for name, value in values.items())
