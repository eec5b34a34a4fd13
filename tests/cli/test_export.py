import csv
import json
import os
import stat
from io import StringIO
from pathlib import Path

import msgspec
import pytest

from annals.model import Incident
from annals.write import FORMATS
from annals.write.json_schema import schema_text
from tests.cli.conftest import Run
from tests.records import shelling, silent


def test_jsonl_is_the_default_and_goes_to_stdout(run: Run, ledger: Path) -> None:
    result = run("write", "--ledger", ledger)

    read = [msgspec.json.decode(line, type=Incident) for line in result.stdout_bytes.splitlines()]
    assert read == [shelling(), silent()]
    assert result.stderr == ""


def test_csv_keeps_its_line_ends_and_has_a_mark_only_on_request(run: Run, ledger: Path) -> None:
    plain = run("write", "--format", "csv", "--ledger", ledger).stdout_bytes
    marked = run("write", "--format", "csv", "--bom", "--shape", "native", "--ledger", ledger).stdout_bytes

    assert plain.count(b"\r\n") == plain.count(b"\n") == 3
    assert marked == b"\xef\xbb\xbf" + plain
    rows = list(csv.DictReader(StringIO(plain.decode("utf-8"), newline="")))
    assert [row["incident_id"] for row in rows] == ["i0123456789abcdef", "i00000000000000aa"]


def test_geojson_is_one_collection(run: Run, ledger: Path) -> None:
    told = json.loads(run("write", "--format", "geojson", "--ledger", ledger).stdout)

    assert [bool(feature["geometry"]) for feature in told["features"]] == [True, False]


@pytest.mark.parametrize("form", list(FORMATS))
def test_the_same_filter_picks_what_list_picks(run: Run, ledger: Path, form: str) -> None:
    text = run("write", "--format", form, "--weapon", "mortar", "--ledger", ledger).stdout

    assert "i0123456789abcdef" in text
    assert "Attack in Croatia" not in text


@pytest.mark.parametrize("form", list(FORMATS))
def test_a_file_holds_the_same_bytes_as_stdout(run: Run, ledger: Path, tmp_path: Path, form: str) -> None:
    target = tmp_path / "out"

    result = run("write", "--format", form, "-o", target, "--ledger", ledger)

    assert result.exit_code == 0
    assert result.stdout == ""
    assert "Wrote 2 incidents" in result.stderr
    assert target.read_bytes() == run("write", "--format", form, "--ledger", ledger).stdout_bytes


def test_a_file_takes_its_name_only_when_it_is_complete(
    run: Run, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.csv"
    target.write_text("the last good export")

    def fail(_: object, out: StringIO) -> None:
        out.write("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(FORMATS, "csv", fail)
    result = run("write", "--format", "csv", "-o", target, "--ledger", ledger)

    assert result.exit_code == 1
    assert "no space is left" in result.stderr
    assert target.read_text() == "the last good export"
    assert {path.name for path in tmp_path.iterdir() if "out" in path.name} == {"out.csv"}


def test_a_new_file_has_ordinary_permissions(run: Run, ledger: Path, tmp_path: Path) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.touch()

    run("write", "-o", tmp_path / "out", "--ledger", ledger)

    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == stat.S_IMODE(ordinary.stat().st_mode)


def test_a_device_is_written_to_and_not_replaced(run: Run, ledger: Path) -> None:
    assert run("write", "-o", os.devnull, "--ledger", ledger).exit_code == 0
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("options", [["--bom"], ["--shape", "native", "--format", "geojson"], ["--format", "xml"]])
def test_options_that_do_not_go_together_are_a_usage_error(run: Run, ledger: Path, options: list[str]) -> None:
    assert run("write", "--ledger", ledger, *options).exit_code == 2


def test_a_folder_that_is_not_there_is_a_usage_error(run: Run, ledger: Path) -> None:
    result = run("write", "-o", "nowhere/out.csv", "--ledger", ledger)

    assert result.exit_code == 2
    assert "nowhere" in result.stderr


def test_nothing_to_write_is_said_beside_an_empty_result(run: Run, ledger: Path) -> None:
    result = run("write", "--weapon", "drone", "--ledger", ledger)

    assert (result.exit_code, result.stdout) == (0, "")
    assert "No incident" in result.stderr


def test_schema_is_the_published_one(run: Run) -> None:
    assert run("schema").stdout == schema_text()
