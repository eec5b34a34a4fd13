"""The page of the course of events: what it says of little, and what it never says."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from annals.web.app import create_app


@pytest.fixture(scope="module")
def client(sample_ledger: Path) -> TestClient:
    return TestClient(create_app(sample_ledger), base_url="http://127.0.0.1", headers={"accept": "text/html"})


def test_it_says_what_is_covered_and_that_the_samples_are_too_few(client: TestClient) -> None:
    text = client.get("/tempo").text
    assert "The ledger covers" in text
    assert "not covered: unknown, and no zeros" in text
    assert "fewer than 20 tell no change" in text
    assert "the process needs 50" in text
    assert "It predicts nothing." in text
    assert "Too few: 2 dated" in text or "No report ties" in text or "Median" in text


def test_its_json_is_what_the_command_prints(client: TestClient) -> None:
    told = client.get("/tempo.json?country=IQ&by=weapon").json()
    assert told["by"] == "weapon"
    assert {course["changes"]["state"] for course in told["courses"]} == {"too_few"}
    assert all(course["excitation"]["branching"] is None for course in told["courses"])
    everything = client.get("/tempo.json").json()
    assert everything["courses"][0]["incidents"] > sum(1 for _ in told["courses"])


def test_the_filters_of_the_address_hold(client: TestClient) -> None:
    some = client.get("/tempo.json?country=IQ&since=2019-12&until=2019-12").json()["courses"][0]["incidents"]
    assert 0 < some < client.get("/tempo.json").json()["courses"][0]["incidents"]


@pytest.mark.parametrize("query", ["by=hour", "covers=lately", "covers=0001/9999", "since=x"])
def test_what_it_does_not_understand_it_refuses(client: TestClient, query: str) -> None:
    assert client.get(f"/tempo.json?{query}").status_code == 400
