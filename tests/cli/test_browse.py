import json
from pathlib import Path

import msgspec
import pytest
from jsonschema import Draft202012Validator

from annals.model import Account, Incident
from annals.store.store import Store
from annals.write.columns import COLUMNS
from annals.write.json_schema import record_schema
from tests.cli.conftest import MakeLedger, Run
from tests.records import FIRST, shelling, silent


def test_list_is_a_table_on_stdout_and_its_legend_on_stderr(run: Run, ledger: Path) -> None:
    result = run("list", "--ledger", ledger)

    assert result.exit_code == 0
    header, first, second = result.stdout.splitlines()
    assert header.startswith("DATE")
    assert first.startswith("3 May 2021")
    assert "Velmar, Croatia" in first
    assert second.startswith("date unknown")
    assert "2 incidents." in result.stderr
    assert "– not reported" in result.stderr


def test_list_json_is_one_object_with_the_columns_of_the_csv(run: Run, ledger: Path) -> None:
    told = json.loads(run("list", "--json", "--ledger", ledger).stdout)

    assert told["schema_version"] == "1"
    assert told["count"] == 2
    assert list(told["incidents"][0]) == [column.name for column in COLUMNS]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--country", "croatia"), 2),
        (("--country", "HR"), 2),
        (("--place", "velm"), 1),
        (("--place", "coast prov"), 1),
        (("--type", "shelling"), 1),
        (("--type", "Explosions/Remote violence"), 1),
        (("--since", "2021-05"), 1),
        (("--until", "2021-05-02"), 0),
        (("--weapon", "mortar"), 1),
        (("--actor", "northern"), 1),
        (("--text", "grain port"), 1),
        (("--disagreement", "wounded"), 1),
        (("--disagreement", "any"), 1),
        (("--min-reports", "2"), 1),
        (("--country", "HR", "--min-reports", "4"), 0),
    ],
)
def test_list_filters(run: Run, ledger: Path, options: tuple[str, ...], found: int) -> None:
    result = run("list", "--json", "--ledger", ledger, *options)

    assert json.loads(result.stdout)["count"] == found


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (("--country", "Atlantis"), "Atlantis"),
        (("--type", "ambush"), "Armed clash"),
        (("--type", "violence"), "may be any of"),
        (("--since", "3 May"), "YYYY-MM-DD"),
        (("--disagreement", "toll"), "killed"),
        (("--min-reports", "0"), "min-reports"),
    ],
)
def test_a_filter_that_makes_no_sense_is_a_usage_error(
    run: Run, ledger: Path, options: tuple[str, ...], hint: str
) -> None:
    result = run("list", "--ledger", ledger, *options)

    assert result.exit_code == 2
    assert hint in result.stderr
    assert result.stdout == ""


def test_a_filter_that_finds_nothing_says_which_to_drop(run: Run, ledger: Path) -> None:
    result = run("list", "--ledger", ledger, "--country", "HR", "--type", "grenade", "--weapon", "mortar")

    assert result.exit_code == 0
    assert result.stdout == ""
    assert "None of the 2 incidents" in result.stderr
    assert "without --type grenade: 1 incident" in result.stderr
    assert "without --country HR: 0 incidents" in result.stderr


def test_one_filter_that_finds_nothing_is_named(run: Run, ledger: Path) -> None:
    assert "Drop --weapon" in run("list", "--ledger", ledger, "--weapon", "drone").stderr


def test_an_empty_ledger_says_how_to_fill_it(run: Run, make_ledger: MakeLedger) -> None:
    path = make_ledger([], [], name="mine.db")

    result = run("list", "--ledger", path)

    assert result.exit_code == 0
    assert f"No incidents yet: run `annals build reports/ --ledger {path}`." in result.stderr


@pytest.mark.parametrize(
    "command", [["list"], ["show", "i012"], ["why", "i012", "date"], ["status"], ["verify"], ["write"]]
)
def test_a_ledger_that_is_not_there_is_not_made(run: Run, tmp_path: Path, command: list[str]) -> None:
    result = run(*command, "--ledger", "missing.db")

    assert result.exit_code == 4
    assert "missing.db" in result.stderr
    assert not (tmp_path / "missing.db").exists()


def test_the_environment_names_the_ledger(run: Run, make_ledger: MakeLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANNALS_LEDGER", str(make_ledger([shelling()], name="other.db")))

    assert "Velmar" in run("list").stdout
    assert run("list", "--ledger", "missing.db").exit_code == 4


def test_show_is_the_record_claim_by_claim(run: Run, ledger: Path) -> None:
    result = run("show", "i0123456789abcdef", "--ledger", ledger)

    assert result.exit_code == 0
    assert "The blasts «wounded five dock workers», a harbour official said" in result.stdout
    assert result.stderr == ""


@pytest.mark.parametrize("name", ["i0123", "01234", "ifedcba9876543210"])
def test_show_takes_the_beginning_of_an_id_and_an_older_id(run: Run, ledger: Path, name: str) -> None:
    assert run("show", name, "--ledger", ledger).stdout.startswith("i0123456789abcdef\n")


def test_show_json_is_the_record(run: Run, ledger: Path) -> None:
    text = run("show", "i0123", "--json", "--ledger", ledger).stdout

    assert msgspec.json.decode(text, type=Incident) == shelling()
    Draft202012Validator(record_schema()).validate(json.loads(text))


@pytest.mark.parametrize("command", [["show", "nothing"], ["why", "nothing", "date"], ["why", "i0123", "colour"]])
def test_what_is_not_there_is_exit_4_and_a_sentence(run: Run, ledger: Path, command: list[str]) -> None:
    result = run(*command, "--ledger", ledger)

    assert result.exit_code == 4
    assert result.stderr.startswith("Error: ")
    assert command[-1] in result.stderr or "nothing" in result.stderr


def test_why_gives_rule_support_and_dissent(run: Run, ledger: Path) -> None:
    result = run("why", "i0123", "wounded", "--ledger", ledger)

    assert result.exit_code == 0
    for words in ("Rule: ", "Supports the value", "Dissents", "Superseded", "«wounded five dock workers»"):
        assert words in result.stdout


def test_why_json_has_the_claims_by_their_state(run: Run, ledger: Path) -> None:
    told = json.loads(run("why", "i0123", "wounded", "--json", "--ledger", ledger).stdout)

    assert told["schema_version"] == "1"
    assert told["incident_id"] == "i0123456789abcdef"
    assert [claim["words"] for claim in told["dissent"]] == ["five"]


def test_why_takes_every_field_of_a_record(run: Run, make_ledger: MakeLedger) -> None:
    path = make_ledger([silent()])
    for field in ("event_type", "event-type", "date", "perpetrator", "fired", "damage", "Killed", "corroboration"):
        result = run("why", "i0000", field, "--ledger", path)
        assert result.exit_code == 0, (field, result.stderr)


def test_status_counts_what_is_there(run: Run, ledger: Path) -> None:
    assert "incidents     2" in run("status", "--ledger", ledger).stdout
    told = json.loads(run("status", "--json", "--ledger", ledger).stdout)
    assert (told["reports"], told["incidents"], told["stale"]) == (3, 2, False)


def test_nothing_from_a_report_steers_the_terminal(run: Run, make_ledger: MakeLedger) -> None:
    evil = "\x1b[2J\u202egrain port\x9b"
    report = msgspec.structs.replace(FIRST, title=evil, text=FIRST.text.replace("grain port", evil))
    record = shelling(title=evil, claims=(), place=msgspec.structs.replace(shelling().place, name=evil))
    path = make_ledger([record], [report])

    for command in (["list"], ["show", "i0123"], ["why", "i0123", "place"]):
        out = run(*command, "--ledger", path).stdout
        assert not set(out) & {"\x1b", "\u202e", "\x9b"}, command
        assert "␛[2J<U+202E>grain port<U+009B>" in out, command


def test_records_that_are_behind_the_reports_say_so(run: Run, ledger: Path) -> None:
    with Store.open(ledger) as store:
        store.add_report(
            msgspec.structs.replace(FIRST, report_id="r4444444444444444"),
            Account(report_id="r4444444444444444", reader="test"),
            "test",
        )

    for command in (["list"], ["write"]):
        assert "Not up to date" in run(*command, "--ledger", ledger).stderr
    assert "up to date    no" in run("status", "--ledger", ledger).stdout
