import json
from pathlib import Path

import pytest

from annals.cli.build import summary_words
from annals.ledger import BuildSummary
from tests.cli.conftest import Run

STORY = (
    "Mortar shells kill two in Kabul\n\n"
    "KABUL, 4 May 2021 - Two soldiers were killed and five people were wounded when mortar shells hit an army base "
    "in Kabul on Monday, the defence ministry said.\n"
)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "one.txt").write_text(STORY, encoding="utf-8")
    return folder


def line(**fields: str) -> bytes:
    return json.dumps({"text": STORY, "published": "2021-05-04", **fields}).encode() + b"\n"


def test_build_reads_a_folder_and_says_what_to_do_next(run: Run, reports: Path) -> None:
    result = run("build", reports)

    assert result.exit_code == 0, result.stderr
    assert result.stdout == ""
    assert "Read 1 new report. annals.db has 1 incident." in result.stderr
    assert "Next: annals list" in result.stderr
    assert "Kabul" in run("list").stdout


def test_building_again_reads_nothing_twice(run: Run, reports: Path) -> None:
    run("build", reports)

    result = run("build", reports, "--json")

    told = json.loads(result.stdout)
    assert (told["read"], told["already_there"], told["refused"]) == (0, 1, 0)
    assert told["schema_version"] == "1"


def test_json_lines_come_from_stdin(run: Run) -> None:
    result = run("build", "-", "--json", input=line(id="a") + line(id="b", publisher="Kabul Wire"))

    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["read"] == 2


def test_a_refused_input_is_named_and_the_rest_goes_on(run: Run, reports: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_bytes(b'{"title": "no text"}\n' + line())

    result = run("build", reports, bad, "--rejects", tmp_path / "rejects.jsonl", "--json")

    assert result.exit_code == 3
    assert f"Refused: {bad}:1" in result.stderr
    assert "text" in result.stderr
    told = json.loads(result.stdout)
    assert (told["read"], told["refused"]) == (2, 1)
    (refusal,) = [json.loads(row) for row in (tmp_path / "rejects.jsonl").read_text().splitlines()]
    assert refusal["origin"].endswith("bad.jsonl:1")
    assert refusal["reason"]


def test_no_refusal_leaves_an_empty_file_of_rejects(run: Run, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "rejects.jsonl").write_text("of an earlier run\n")

    assert run("build", reports, "--rejects", tmp_path / "rejects.jsonl").exit_code == 0
    assert (tmp_path / "rejects.jsonl").read_text() == ""


def test_quiet_still_names_what_was_refused(run: Run, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()

    assert run("build", reports, "--quiet").stderr == ""
    result = run("build", tmp_path / "empty.txt", "-q")
    assert result.exit_code == 3
    assert "empty.txt" in result.stderr


@pytest.mark.parametrize("arguments", [[], ["nowhere/"], ["--jobs", "0", "x"], ["--reader", "tarot", "reports"]])
def test_a_call_that_cannot_work_is_a_usage_error(run: Run, reports: Path, arguments: list[str]) -> None:
    result = run("build", *arguments)

    assert result.exit_code == 2
    assert result.stdout == ""


def test_a_file_that_is_no_ledger_is_left_alone(run: Run, reports: Path, tmp_path: Path) -> None:
    other = tmp_path / "holiday.jpg"
    other.write_bytes(b"\xff\xd8\xff not a ledger" * 100)

    result = run("build", reports, "--ledger", other)

    assert result.exit_code == 1
    assert "holiday.jpg" in result.stderr
    assert other.read_bytes() == b"\xff\xd8\xff not a ledger" * 100


def test_verify_holds_after_a_build(run: Run, reports: Path) -> None:
    run("build", reports)

    result = run("verify")

    assert result.exit_code == 0, result.stderr + result.stdout
    assert result.stdout.startswith("All hold: ")
    told = json.loads(run("verify", "--json").stdout)
    assert told["holds"] is True
    assert told["faults"] == []
    assert told["quotes"] > 0


def test_verify_names_each_fault_and_ends_with_6(run: Run, ledger: Path) -> None:
    result = run("verify", "--ledger", ledger)

    assert result.exit_code == 6
    assert "r1111111111111111" in result.stdout
    assert "faults" in result.stderr
    assert run("verify", "--json", "--ledger", ledger).exit_code == 6


def test_extract_shows_a_report_without_a_ledger(run: Run, reports: Path, tmp_path: Path) -> None:
    result = run("extract", reports / "one.txt")

    assert result.exit_code == 0, result.stderr
    assert "Mortar shells kill two in Kabul" in result.stdout
    assert "«" in result.stdout
    assert "wounded" in result.stdout
    assert not list(tmp_path.glob("*.db"))


def test_extract_json_has_quotes_that_stand_in_the_text(run: Run) -> None:
    result = run("extract", "-", "--json", input=line())

    told = json.loads(result.stdout)
    assert told["schema_version"] == "1"
    (read,) = told["reports"]
    text = read["report"]["text"]
    claims = [claim for mention in read["account"]["mentions"] for claim in mention["claims"]]
    assert claims
    for claim in claims:
        where = claim["quote"]
        assert text[where["start"] : where["end"]] == where["exact"]


def test_extract_refuses_and_goes_on(run: Run) -> None:
    result = run("extract", "-", "--json", input=b"not json\n" + line())

    assert result.exit_code == 3
    assert "Refused: " in result.stderr
    told = json.loads(result.stdout)
    assert (len(told["reports"]), len(told["refusals"])) == (1, 1)


def test_a_build_without_incidents_says_so() -> None:
    said = summary_words(BuildSummary(read=1, already_there=2, refused=1), "a.db")

    assert said.startswith("Read 1 new report, 2 there already, 1 input refused. a.db has 0 incidents.")
    assert "No report tells of an incident" in said


def test_a_demo_builds_shows_and_says_what_to_try(run: Run, tmp_path: Path) -> None:
    result = run("demo", tmp_path / "demo.db")

    assert result.exit_code == 0, result.stderr
    assert "DATE" in result.stdout
    assert "supports" in result.stdout
    assert "dissents" in result.stdout
    assert "Try next:" in result.stderr
    command = next(row.strip() for row in result.stderr.splitlines() if row.strip().startswith("annals why"))
    assert run(*command.split()[1:]).exit_code == 0


def test_a_demo_never_mixes_into_a_file_that_is_there(run: Run, ledger: Path) -> None:
    before = ledger.read_bytes()

    assert run("demo", ledger).exit_code == 2
    assert ledger.read_bytes() == before


def test_a_path_that_is_not_there_makes_no_ledger(run: Run, tmp_path: Path) -> None:
    result = run("build", tmp_path / "nowhere")

    assert result.exit_code == 2
    assert "does not exist" in result.stderr
    assert not (tmp_path / "annals.db").exists()


def test_the_ledger_beside_the_reports_is_no_input(run: Run, reports: Path) -> None:
    beside = reports / "here.db"
    assert run("build", reports, "--ledger", beside).exit_code == 0

    again = run("build", reports, "--ledger", beside)

    assert again.exit_code == 0
    assert "Refused" not in again.stderr
