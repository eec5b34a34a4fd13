"""A ledger under other sets of rules: nothing is read again, and what is not chosen stays."""

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from annals.cli import app
from annals.errors import UsageError
from annals.ledger import Ledger
from annals.pipeline import derive
from annals.settings import read_settings
from annals.web.asking import Parameters
from annals.web.links import ServedLinks
from annals.web.page import Ask, Page, Site
from annals.web.pages.incident import why
from annals.web.settings import WebSettings
from tests.mentions import account, day, kind_of_event, mention, report, site, toll

HARROW = site("Camp Harrow", 10.0, 20.0)
EVENT = kind_of_event("Shelling/artillery/missile attack")


def written(folder: Path) -> Path:
    """Three reports of one shelling that differ on the dead."""
    for name, number in (("a", "four"), ("b", "five"), ("c", "five"), ("d", "nine")):
        told = f"Shells hit the port of Basra, Iraq, on 4 March 2021, killing {number} people, "
        text = f"{told}the {name.upper()} Courier said."
        (folder / f"{name}.txt").write_text(text)
    return folder


def test_the_pipeline_chooses_by_the_set_it_is_given() -> None:
    told = [("a", 4), ("b", 5), ("c", 5), ("d", 9)]
    mentions = [mention(name, EVENT, HARROW, day("2021-03-04"), toll("killed", n)) for name, n in told]
    reports = [report(name) for name, _ in told]
    accounts = [account(m) for m in mentions]
    best = {
        rules: [i.killed.best for i in derive(reports, accounts, [], rules).incidents]
        for rules in ("conservative", "representative", "informative")
    }
    assert best == {"conservative": [4], "representative": [5], "informative": [9]}


def test_a_ledger_keeps_its_set_and_is_shown_under_another_without_changing(tmp_path: Path) -> None:
    reports = written(tmp_path)
    path = tmp_path / "annals.db"
    with Ledger.open(path, reader="rules") as ledger:
        ledger.add([reports / f"{name}.txt" for name in "abcd"])
        assert ledger.rules == "representative"
        (own,) = ledger.incidents()
        (low,) = ledger.incidents(rules="conservative")
        assert (own.killed.best, low.killed.best, low.killed.rule) == (5, 4, "conservative")
        assert ledger.incident(own.incident_id[:8], rules="informative").killed.best == 9
        same = msgspec.structs.replace(low, killed=own.killed, claims=own.claims, date=own.date, place=own.place)
        assert same == own
        assert ledger.incidents() == [own]
    with Ledger.open(path, reader="rules", rules="conservative") as ledger:
        ledger.add([])
        assert (ledger.rules, ledger.incidents(), ledger.status().rules) == ("conservative", [low], "conservative")
        assert ledger.verify().derived_matches
    with Ledger.open(path, reader="rules") as ledger:
        ledger.add([])
        assert ledger.incidents() == [low]


def test_a_judgement_stands_under_every_set(tmp_path: Path) -> None:
    reports = written(tmp_path)
    with Ledger.open(tmp_path / "annals.db", reader="rules") as ledger:
        ledger.add([reports / f"{name}.txt" for name in "abcd"])
        (own,) = ledger.incidents()
        ledger.override(own.incident_id, "killed", 7, by="ana", reason="the register")
        for rules in ("conservative", "informative"):
            assert ledger.incident(own.incident_id, rules=rules).killed.best == 7


def test_the_command_line_writes_shows_and_explains_under_a_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(written(tmp_path))
    runner = CliRunner()
    made = runner.invoke(app, ["build", *(f"{name}.txt" for name in "abcd"), "--reader", "rules", "-q"])
    assert made.exit_code == 0, made.output
    lines = runner.invoke(app, ["write", "--rules", "informative"]).stdout.splitlines()
    record = json.loads(lines[0])
    assert (record["killed"]["best"], record["killed"]["rule"]) == (9, "informative")
    why = runner.invoke(app, ["why", record["incident_id"], "killed", "--rules", "conservative"]).stdout
    assert "best is the lowest live figure" in why
    site_ = runner.invoke(app, ["site", "out", "--rules", "conservative", "-q"])
    assert site_.exit_code == 0, site_.output
    page = (tmp_path / "out" / "incidents.html").read_text("utf-8")
    assert record["incident_id"] in page
    assert json.loads(runner.invoke(app, ["status", "--json"]).stdout)["rules"] == "representative"
    refused = runner.invoke(app, ["write", "--rules", "bold"])
    assert refused.exit_code != 0


def test_a_set_that_there_is_not_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match=r"ANNALS_RULES.*'bold'.*conservative"):
        read_settings(environ={"ANNALS_RULES": "bold"})
    assert read_settings(environ={"ANNALS_RULES": "informative"}).rules == "informative"


def test_the_page_of_a_value_tells_its_course_and_what_each_set_makes_of_it(tmp_path: Path) -> None:
    reports = written(tmp_path)
    path = tmp_path / "annals.db"
    with Ledger.open(path, reader="rules") as ledger:
        ledger.add([reports / f"{name}.txt" for name in "abcd"])
        (own,) = ledger.incidents()
        site_ = Site(ledger=ledger, settings=WebSettings(read_only=True), secret=b"")
        names = {"id": own.incident_id, "field": "killed"}
        page = why(Ask(site=site_, links=ServedLinks("1"), path="", parameters=Parameters([]), names=names))
        assert isinstance(page, Page)
        told = msgspec.to_builtins(page.data)
    assert {name: said.split()[-1] for name, said in told["by_set"].items()} == {
        "conservative": "4",
        "representative": "5",
        "informative": "9",
    }
    assert sorted(step["low"] for step in told["course"]["steps"]) == [4, 5, 5, 9]
