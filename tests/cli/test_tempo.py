import json
from pathlib import Path

from annals.model import Actor
from tests.cli.conftest import MakeLedger, Run
from tests.records import FIRST, shelling, silent


def test_it_says_what_is_covered_what_was_counted_and_that_it_predicts_nothing(run: Run, ledger: Path) -> None:
    told = run("tempo", "--ledger", ledger)

    assert told.exit_code == 0
    assert "The ledger covers 28 Apr 2021 to 5 May 2021 (3 reports)." in told.stdout
    assert "2 incidents: 1 known to one day, 1 undated." in told.stdout
    assert "2021-05-03" in told.stdout
    assert "Too few: 1 incident in one covered stretch; fewer than 20 tell no change." in told.stdout
    assert "Too few: 1 incident in one covered stretch; the process needs 50." in told.stdout
    assert "It predicts nothing." in told.stdout


def test_json_tells_dates_and_chance_apart(run: Run, ledger: Path) -> None:
    told = json.loads(run("tempo", "--json", "--ledger", ledger).stdout)

    assert told["schema_version"] == "1"
    week = told["courses"][0]["weeks"][-1]
    assert week["start"] == "2021-05-03"
    assert week["covered_days"] == 3
    assert week["count"] == {"low": 1, "high": 1}
    assert week["rate"]["low"] < 1 < week["rate"]["high"]
    assert told["level"] == 0.9


def test_a_filter_and_a_grouping(run: Run, ledger: Path) -> None:
    told = json.loads(run("tempo", "--by", "weapon", "--place", "velmar", "--json", "--ledger", ledger).stdout)

    assert [(course["name"], course["incidents"]) for course in told["courses"]] == [("mortar", 1)]
    assert [volley["weapon"] for volley in told["volleys"]] == ["mortar"]
    by_actor = run("tempo", "--by", "actor", "--ledger", ledger)
    assert "BUSIEST WEEK" in by_actor.stdout


def test_a_person_may_say_what_is_covered(run: Run, ledger: Path) -> None:
    assert (
        "Covered, as told: 1 Jan 2021 to 31 Dec 2021."
        in run("tempo", "--covers", "2021/2021", "--ledger", ledger).stdout
    )
    refused = run("tempo", "--covers", "lately", "--ledger", ledger)
    assert refused.exit_code == 2


def test_where_nothing_is_picked_it_says_what_to_do(run: Run, ledger: Path) -> None:
    told = run("tempo", "--country", "Peru", "--ledger", ledger)

    assert told.exit_code == 0
    assert told.stdout == ""
    assert "annals list" in told.stderr


def test_hostile_names_are_made_visible(run: Run, make_ledger: MakeLedger) -> None:
    evil = shelling(actors=(Actor(name="Red\x1b[2J Band", role="perpetrator", status="blamed"),))
    told = run("tempo", "--by", "actor", "--ledger", make_ledger([evil, silent()], (FIRST,)))

    assert "\x1b" not in told.stdout
    assert "Band" in told.stdout
