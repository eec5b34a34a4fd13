"""The graph of incidents and links: every assertion an edge, nothing dangling, well-formed whatever a text holds."""

import json
from io import StringIO
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from annals.model import Incident, Link, Quote
from annals.write import write_graph_json, write_graphml
from tests.records import shelling, silent

NAMESPACE = {"g": "http://graphml.graphdrawing.org/xmlns"}
HOSTILE = 'He said "5 < 6" & ]]> \x00\x1b[2J \r \ud800 </data><edge source="x" target="y"/> نص'


def answer(exact: str, to: str = "i00000000000000aa", report: str = "r1111111111111111") -> Link:
    quote = Quote(start=3, end=3 + len(exact), exact=exact)
    return Link(relation="retaliation_for", to=to, asserted_by=report, quote=quote)


def graph_json(*incidents: Incident) -> dict[str, Any]:
    out = StringIO(newline="")
    write_graph_json(incidents, out)
    read: dict[str, Any] = json.loads(out.getvalue())
    return read


def graphml(*incidents: Incident) -> ET.Element:
    out = StringIO(newline="")
    write_graphml(incidents, out)
    return ET.fromstring(out.getvalue().encode("utf-8"))  # noqa: S314 - our own writing


def told(graph: ET.Element, element: ET.Element) -> dict[str, Any]:
    """The attributes of a node or an edge, read by the types that the document declares."""
    keys = {key.attrib["id"]: key.attrib for key in graph.findall("g:key", NAMESPACE)}
    read = {"string": str, "int": int, "double": float}
    values = {}
    for data in element.findall("g:data", NAMESPACE):
        key = keys[data.attrib["key"]]
        values[key["attr.name"]] = read[key["attr.type"]](data.text or "")
    return values


def test_each_assertion_is_an_edge_with_its_report_and_quote() -> None:
    links = (answer("in retaliation"), answer("to avenge it", report="r2222222222222222"))
    found = graph_json(shelling(links=links), silent())
    assert (found["directed"], found["multigraph"]) == (True, True)
    assert [node["id"] for node in found["nodes"]] == ["i0123456789abcdef", "i00000000000000aa"]
    assert [(e["key"], e["source"], e["target"], e["quote"]) for e in found["edges"]] == [
        ("e0", "i0123456789abcdef", "i00000000000000aa", "in retaliation"),
        ("e1", "i0123456789abcdef", "i00000000000000aa", "to avenge it"),
    ]
    first = found["edges"][0]
    assert (first["relation"], first["asserted_by"]) == ("retaliation_for", "r1111111111111111")
    assert (first["publisher"], first["quote_start"], first["quote_end"]) == ("The Harbour Post", 3, 17)


def test_graphml_holds_the_same_with_types() -> None:
    graph = graphml(shelling(links=(answer("in retaliation"),)), silent())
    nodes, edges = graph.findall(".//g:node", NAMESPACE), graph.findall(".//g:edge", NAMESPACE)
    as_json = graph_json(shelling(links=(answer("in retaliation"),)), silent())
    for node, same in zip(nodes, as_json["nodes"], strict=True):
        assert {"id": node.attrib["id"], **told(graph, node)} == same
    (edge,) = edges
    (same,) = as_json["edges"]
    ends = {"key": edge.attrib["id"], "source": edge.attrib["source"], "target": edge.attrib["target"]}
    assert {**ends, **told(graph, edge)} == {name: value for name, value in same.items() if value is not None}


def test_a_link_to_what_is_not_written_has_no_edge() -> None:
    assert graph_json(shelling(links=(answer("in retaliation"),)))["edges"] == []
    assert graphml(shelling(links=(answer("in retaliation"),))).findall(".//g:edge", NAMESPACE) == []


def test_a_hostile_text_stays_text() -> None:
    graph = graphml(shelling(title=HOSTILE, links=(answer(HOSTILE),)), silent())
    (edge,) = graph.findall(".//g:edge", NAMESPACE)
    shown = HOSTILE.replace("\x00", "\ufffd").replace("\x1b", "\ufffd").replace("\ud800", "\ufffd")
    assert told(graph, edge)["quote"] == shown
    assert told(graph, graph.findall(".//g:node", NAMESPACE)[0])["title"] == shown


@pytest.mark.parametrize("write", [write_graphml, write_graph_json])
def test_no_records_give_an_empty_graph(write: Any) -> None:
    out = StringIO(newline="")
    write([], out)
    assert "i0" not in out.getvalue()
    if write is write_graphml:
        assert ET.fromstring(out.getvalue()).find("g:graph", NAMESPACE) is not None  # noqa: S314 - our own writing
    else:
        assert json.loads(out.getvalue()) == {
            "directed": True, "multigraph": True, "graph": {}, "nodes": [], "edges": [],
        }  # fmt: skip
