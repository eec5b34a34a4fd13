import json
from pathlib import Path

import pytest

from annals.ledger import Ledger
from annals.model import Report
from tests.cli.conftest import Run
from tests.small_world import report


def texts() -> list[Report]:
    first = "A rocket hit the market of Mosul, Iraq, on 3 May 2021, killing four people, police said."
    second = "A rocket hit the market of Mosul, Iraq, on 3 May 2021, killing four people, a doctor said on the phone."
    third = "A bomb in Basra, Iraq, killed nine people on 9 August 2020, police said."
    return [report(text) for text in (first, second, third)]


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """A ledger of two incidents, one told twice."""
    path = tmp_path / "annals.db"
    with Ledger.open(path, jobs=1) as ledger:
        ledger.add(texts())
        assert ledger.browse.count() == 2
    return path


def ids(path: Path) -> list[str]:
    with Ledger.open(path, create=False) as ledger:
        return [incident.incident_id for incident in ledger.incidents()]


def test_two_incidents_become_one_and_two_again(run: Run, told: Path) -> None:
    before = ids(told)
    done = json.loads(run("same", *before, "--reason", "one hand", "--by", "ana", "--json").stdout)
    assert (done["incidents_before"], done["incidents"]) == (2, 1)
    assert len(ids(told)) == 1
    undone = run("undo", done["judgement"]["judgement_id"], "-r", "two hands", "--by", "ana")
    assert undone.exit_code == 0
    assert "1 incidents before, 2 now" in undone.stdout
    assert ids(told) == before
    shown = run("log").stdout
    assert "undone by" in shown
    assert "one hand" in shown


def test_one_telling_is_parted_from_its_incident(run: Run, told: Path) -> None:
    with Ledger.open(told, create=False) as ledger:
        (both,) = [incident for incident in ledger.incidents() if incident.aliases]
    result = run("different", both.incident_id, both.aliases[0], "--reason", "two rockets")
    assert result.exit_code == 0
    assert "2 incidents before, 3 now" in result.stdout


def test_a_value_is_set_with_a_reason_and_what_reports_say_stays(run: Run, told: Path) -> None:
    first = ids(told)[0]
    assert run("override", first, "killed", "7", "--reason", "hospital list", "--by", "ana").exit_code == 0
    with Ledger.open(told, create=False) as ledger:
        incident = ledger.incident(first)
    assert (incident.killed.best, incident.killed.rule) == (7, "override by ana")
    assert {claim.words for claim in incident.claims if claim.field == "killed"} == {"nine"}
    assert "killed = 7" in run("log", first).stdout


def test_a_decision_can_wait_for_the_next_build(run: Run, told: Path) -> None:
    result = run("same", *ids(told), "--reason", "one hand", "--later")
    assert "do not show it yet" in result.stdout
    assert "do not show it yet" in run("log").stdout
    assert len(ids(told)) == 2


@pytest.mark.parametrize(
    ("command", "code", "says"),
    [
        (("same", "i0000", "i0001", "-r", "x"), 4, "There is no incident"),
        (("undo", "jnone", "-r", "x"), 4, "There is no judgement"),
        (("override", "{0}", "mood", "1", "-r", "x"), 2, "cannot be set"),
        (("override", "{0}", "killed", "-4", "-r", "x"), 2, "must not be negative"),
        (("same", "{0}", "{0}", "-r", "x"), 2, "the same telling"),
        (("same", "{0}", "{1}", "-r", "  "), 2, "say why"),
    ],
)
def test_what_cannot_be_decided_is_a_sentence(
    run: Run, told: Path, command: tuple[str, ...], code: int, says: str
) -> None:
    arguments = [word.format(*ids(told)) for word in command]
    at = arguments.index("-r")
    if "-4" in arguments:
        arguments = [*arguments[:1], *arguments[at : at + 2], "--", *arguments[1:at]]
    result = run(*arguments)
    assert result.exit_code == code
    assert says in result.stderr


def test_who_decides_is_the_environments_word(run: Run, told: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNALS_BY", "desk two")
    run("same", *ids(told), "--reason", "one hand")
    (entry,) = json.loads(run("log", "--json").stdout)["entries"]
    assert entry["judgement"]["by"] == "desk two"


def test_review_says_that_nothing_awaits(run: Run, told: Path) -> None:
    result = run("review", "--kind", "name")
    assert result.exit_code == 0
    assert "Nothing awaits review." in result.stderr
