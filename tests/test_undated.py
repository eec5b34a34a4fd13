"""Reports without a date from end to end: built, dated by each other, explained."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from annals.cli import app
from annals.ledger import Ledger

FIRST = """Eleven rockets strike Erbil airport, wounding seven guards

ERBIL, Iraq - Eleven rockets struck Erbil International Airport on Tuesday, 3 December, and wounded seven guards, the
army said. Prime Minister Adel Abdul Mahdi ordered an inquiry.
"""
SECOND = """Seven guards hurt by rockets at Erbil airport

Eleven rockets that struck Erbil International Airport on Tuesday wounded seven guards. A colonel said on Wednesday that
no group had claimed them.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    ledger = tmp_path / "a.db"
    with Ledger.open(ledger, reader="rules") as opened:
        opened.add([{"id": "first", "title": FIRST.splitlines()[0], "text": FIRST}, {"id": "second", "text": SECOND}])
    return ledger


def test_reports_without_dates_date_each_other_and_their_incident(path: Path) -> None:
    with Ledger.open(path, create=False) as opened:
        first, second = opened.dating("first"), opened.dating("second")
        assert first.start == "2019-12-03"
        assert (second.start, second.end, second.basis) == ("2019-12-04", "2019-12-07", "corroborated")
        dated = [i for i in opened.incidents() if i.date.start == "2019-12-03"]
        assert len(dated) == 1
        assert dated[0].corroboration.reports == 2
        assert {report.published for report in dated[0].reports} == {None}
        assert opened.verify().derived_matches


def test_every_step_is_explained(path: Path) -> None:
    result = CliRunner().invoke(app, ["why", "second", "published", "--ledger", str(path)])
    assert result.exit_code == 0
    assert "Another report tells the same incident" in result.output
    assert "«on" in result.output
    assert "left: 2019-12-04/2019-12-07" in result.output


def test_a_date_that_was_given_is_said_to_be(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db", reader="rules") as opened:
        opened.add([{"id": "given", "text": SECOND, "published": "2019-12-05"}])
    result = CliRunner().invoke(app, ["why", "given", "published", "--ledger", str(tmp_path / "a.db")])
    assert "as given with the report" in result.output


def test_a_day_that_the_report_states_itself_is_its_day_of_publication(tmp_path: Path) -> None:
    stated = "Rockets at airport\n\nERBIL, 5 December 2019 - " + SECOND.split("\n\n", 1)[1]
    with Ledger.open(tmp_path / "a.db", reader="rules") as opened:
        opened.add([{"id": "stated", "text": stated}])
        assert opened.report("stated").published == "2019-12-05"
        assert {r.published for i in opened.incidents() for r in i.reports} == {"2019-12-05"}
        assert [i.date.start for i in opened.incidents()] == ["2019-12-03"]
        dating = opened.dating("stated")
        assert (dating.start, dating.end, dating.basis) == ("2019-12-05", "2019-12-05", "stated")
        assert opened.verify().holds
    result = CliRunner().invoke(app, ["why", "stated", "published", "--ledger", str(tmp_path / "a.db")])
    assert "as the report itself states" in result.output
    assert "5 December 2019 -" in result.output
