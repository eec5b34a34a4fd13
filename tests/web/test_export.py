"""Exports hold exactly what the list picks, all of it, in its order."""

import csv
import io
import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from starlette.testclient import TestClient

from annals.web.app import create_app


@pytest.fixture(scope="module")
def client(sample_ledger: Path) -> TestClient:
    return TestClient(create_app(sample_ledger), base_url="http://127.0.0.1")


def listed(client: TestClient, query: str) -> list[str]:
    """Ids on all pages of the list, seven a page."""
    found: list[str] = []
    cursor = ""
    while True:
        page = client.get(f"/incidents.json?{query}&size=7{cursor}").json()
        found += [row["incident_id"] for row in page["rows"]]
        if page["next"] is None:
            assert len(found) == page["total"]
            return found
        cursor = f"&cursor={page['next']}"


@pytest.mark.parametrize(
    "query",
    ["", "country=IQ", "text=rocket", "disagreement=any&sort=killed", "since=2019-12&until=2020-01&sort=oldest"],
)
def test_exports_are_the_list(client: TestClient, query: str) -> None:
    wanted = listed(client, query)
    assert wanted
    rows = list(csv.DictReader(io.StringIO(client.get(f"/incidents.csv?{query}").text)))
    assert [row["incident_id"] for row in rows] == wanted
    lines = client.get(f"/incidents.jsonl?{query}").text.splitlines()
    assert [json.loads(line)["incident_id"] for line in lines] == wanted
    features = client.get(f"/incidents.geojson?{query}").json()["features"]
    assert [feature["id"] for feature in features] == wanted
    nodes = client.get(f"/incidents.graph-json?{query}").json()["nodes"]
    assert [node["id"] for node in nodes] == wanted
    graph = ET.fromstring(client.get(f"/incidents.graphml?{query}").content)  # noqa: S314 - our own writing
    assert [node.attrib["id"] for node in graph.iter("{http://graphml.graphdrawing.org/xmlns}node")] == wanted


def test_excel_gets_its_mark_where_it_is_asked_for(client: TestClient) -> None:
    assert client.get("/incidents.csv?bom=yes").content.startswith(b"\xef\xbb\xbfincident_id")
    answer = client.get("/incidents.csv")
    assert answer.content.startswith(b"incident_id")
    assert answer.headers["content-disposition"] == 'attachment; filename="incidents.csv"'


def test_one_record(client: TestClient) -> None:
    name = listed(client, "country=IQ")[0]
    answer = client.get(f"/incidents/{name}.jsonl")
    assert json.loads(answer.text)["incident_id"] == name
    assert client.get("/incidents/i0000000000000000.csv").status_code == 404


def test_an_alias_leads_to_its_record(client: TestClient) -> None:
    for name in listed(client, ""):
        record = client.get(f"/incidents/{name}.json").json()["incident"]
        if record["aliases"]:
            answer = client.get(f"/incidents/{record['aliases'][0]}.json", follow_redirects=False)
            assert (answer.status_code, answer.headers["location"]) == (308, f"/incidents/{name}.json")
            return
    pytest.fail("no record has an alias")
