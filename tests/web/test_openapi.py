"""The document that describes the interface, held against what the server answers."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator

from annals.ledger import Ledger
from annals.store.browse import Query
from annals.web.openapi import openapi

CASES = settings(
    max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None, derandomize=True
)
DOCUMENT: dict[str, Any] = json.loads(openapi())
READS = [path for path, operations in DOCUMENT["paths"].items() if "get" in operations]
INTERFACE = schemathesis.openapi.from_dict(DOCUMENT)


@pytest.mark.parametrize("path", READS)
def test_made_up_requests_break_nothing(served: str, path: str) -> None:
    """No answer is a fault of the server, and each has a status, a type and a shape that the document names.

    Made-up cursors and bounds may well be refused: what they must be, no schema can say.
    """

    def ask(case: schemathesis.Case[Any]) -> None:
        case.call_and_validate(base_url=served, excluded_checks=[schemathesis.checks.positive_data_acceptance])

    CASES(given(case=INTERFACE[path]["GET"].as_strategy())(ask))()


def test_made_up_decisions_break_nothing(served_own: str) -> None:
    with httpx.Client(base_url=served_own) as visitor:
        token = visitor.get("/session.json").raise_for_status().json()["token"]
        cookies = "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
    sent = {"X-Annals-Token": token, "Cookie": cookies, "Origin": served_own, "Sec-Fetch-Site": "same-origin"}

    def decide(case: schemathesis.Case[Any]) -> None:
        answer = case.call(base_url=served_own, headers=sent)
        assert answer.status_code in {201, 400, 404, 413, 415, 422}, answer.text
        case.validate_response(answer, excluded_checks=[schemathesis.checks.positive_data_acceptance])

    CASES(given(case=INTERFACE["/judgements.json"]["POST"].as_strategy())(decide))()


def test_the_document_is_served(served: str) -> None:
    assert httpx.get(f"{served}/openapi.json").json() == DOCUMENT


def test_every_page_is_json_of_the_shape_that_is_promised(served: str, sample_ledger: Path) -> None:
    with Ledger.open(sample_ledger, create=False) as ledger:
        browse = ledger.browse
        told = browse.page(Query(disagreement=("any",)), size=50).rows
        values = {
            "id": {
                "incidents": [row.incident_id for row in told],
                "reports": [row.report_id for row in browse.reports(size=50).rows],
                "review": [item.item_id for item in browse.queue("pair", size=50).items],
            },
            "key": {
                "actors": [row.key for row in browse.actors(size=50).rows if row.key.isascii() and " " not in row.key]
            },
            "field": {"incidents": ["killed", "wounded", "date", "perpetrator", "corroboration"]},
            "number": {"runs": ["1"]},
        }
    asked = 0
    with httpx.Client(base_url=served) as client:
        for path, operations in DOCUMENT["paths"].items():
            if "get" not in operations:
                continue
            for address in _filled(path, values):
                answer = client.get(address)
                assert answer.status_code == 200, address
                (kind,) = operations["get"]["responses"]["200"]["content"]
                assert answer.headers["content-type"].partition(";")[0] == kind, address
                if kind == "application/json":
                    schema = operations["get"]["responses"]["200"]["content"][kind]["schema"]
                    whole = {**schema, "components": DOCUMENT["components"]}
                    faults = list(Draft202012Validator(whole).iter_errors(answer.json()))
                    assert not faults, f"{address}: {faults[0].message} at {faults[0].json_path}"
                asked += 1
    assert asked > 100


def _filled(path: str, values: dict[str, dict[str, list[str]]]) -> Iterator[str]:
    """The path with each of the values that its names may have."""
    section = path.split("/")[1].partition(".")[0]
    name = next((name for name in values if "{" + name + "}" in path), None)
    if name is None:
        yield path
        return
    for value in values[name][section]:
        yield from _filled(path.replace("{" + name + "}", value), values)
