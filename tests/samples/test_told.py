"""What annals makes of the bundled reports, against what a careful reader finds in them."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from annals import samples
from annals.ledger import Ledger
from annals.model import Incident, Report
from annals.model.values import CountValue

EXPECTED: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent.parent / "samples_expected.toml").read_text("utf-8")
)
TOLD = [incident for incident in EXPECTED["incident"] if not incident.get("recalled")]
FOUND_AT_LEAST = 19
"""Of the incidents that a report tells as its news, so many are found today; raise it when the readers improve."""


class World:
    """The ledger of the bundled reports."""

    def __init__(self, incidents: list[Incident], reports: list[Report]) -> None:
        """Index the reports by file, or by file and line."""
        self.incidents = incidents
        self.reports = {Path(report.origin or "").name: report for report in reports}
        self.origins = {report.report_id: origin for origin, report in self.reports.items()}

    def told_by(self, incident: Incident) -> set[str]:
        """The files (and lines) that tell an incident."""
        return {self.origins[report.report_id] for report in incident.reports}

    def matching(self, expected: dict[str, Any]) -> list[Incident]:
        """The incidents of that day (or month) and country that one of the expected reports tells."""
        return [
            incident
            for incident in self.incidents
            if (incident.date.edtf or "").startswith(expected["date"])
            and incident.place.country == expected.get("country")
            and self.told_by(incident) & set(expected["reports"])
        ]

    def one(self, name: str) -> Incident:
        """The one incident that matches the expectation of that name."""
        (found,) = self.matching(next(e for e in EXPECTED["incident"] if e["name"] == name))
        return found


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with Ledger.open(tmp_path_factory.mktemp("samples") / "annals.db", jobs=1) as ledger:
        summary = ledger.add([samples.folder()])
        assert summary.refused == 0
        yield World(ledger.incidents(), ledger.reports())


def exact_figures(incident: Incident, field: str) -> set[int]:
    """The exact figures that live or set-aside claims give for a field."""
    values = [claim.value for claim in incident.claims if claim.field == field]
    return {v.low for v in values if isinstance(v, CountValue) and v.low is not None and v.low == v.high and not v.part}


@pytest.mark.parametrize("trap", EXPECTED["not_incident"], ids=lambda trap: trap["words"])
def test_what_did_not_happen_founds_no_incident(trap: dict[str, Any], world: World) -> None:
    report = world.reports[trap["report"]]
    start = report.text.find(trap["words"])
    end = start + len(trap["words"])
    founded = [
        f"{incident.title}: {claim.quote.exact}"
        for incident in world.incidents
        for claim in incident.claims
        if start >= 0
        and claim.field == "event_type"
        and claim.report_id == report.report_id
        and claim.quote.start < end
        and claim.quote.end > start
    ]
    assert founded == []


def test_most_of_what_is_told_as_news_is_found(world: World) -> None:
    missed = [expected["name"] for expected in TOLD if not world.matching(expected)]
    assert len(TOLD) - len(missed) >= FOUND_AT_LEAST, missed


def test_the_airport_attack_is_one_incident_of_two_origins_with_both_tolls(world: World) -> None:
    incident = world.one("Baghdad airport, four rockets")
    assert exact_figures(incident, "wounded") == {5, 6}
    assert (incident.wounded.low, incident.wounded.high) == (5, 6)
    assert "wounded" in incident.disagreements
    assert incident.corroboration.origins < incident.corroboration.reports


def test_the_reprint_is_known_as_one(world: World) -> None:
    (pair,) = EXPECTED["copy"]
    incident = world.one("Baghdad airport, four rockets")
    copy_of = {report.report_id: report.copy_of for report in incident.reports}
    assert copy_of[world.reports[pair["copy"]].report_id] == world.reports[pair["original"]].report_id


def test_two_shootings_of_one_report_stay_two(world: World) -> None:
    el_paso, dayton = world.one("El Paso"), world.one("Dayton")
    assert el_paso.incident_id != dayton.incident_id
    assert 20 in exact_figures(el_paso, "killed")
    assert exact_figures(dayton, "killed") >= {9}
    assert 20 not in exact_figures(dayton, "killed")


def test_two_attacks_on_one_base_in_one_week_stay_two(world: World) -> None:
    first, second = (
        {i.incident_id for i in world.incidents if origin in world.told_by(i) and "Taji" in (i.place.name or "")}
        for origin in ("iraq-taji-first-night.txt", "iraq-taji-second.txt")
    )
    assert first
    assert second - first
