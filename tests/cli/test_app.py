import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from annals import __version__
from annals.cli import app, browse
from annals.cli.app import COMMANDS
from annals.errors import LedgerLockedError
from tests.cli.conftest import MakeLedger, Run
from tests.records import shelling

ANNALS = [sys.executable, "-m", "annals"]


def test_help_names_every_command(run: Run) -> None:
    result = run("--help")

    assert result.exit_code == 0
    for name, place in COMMANDS.items():
        assert f"  {name} " in result.stdout
        assert place.summary in result.stdout


def test_version(run: Run) -> None:
    assert __version__ in run("--version").stdout


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys; from annals.cli import app\n"
        "try: app.main(['--help'], prog_name='annals')\n"
        "except SystemExit: pass\n"
        "heavy = {'sqlalchemy', 'rich', 'trafilatura', 'htmldate', 'msgspec', 'lxml', 'annals.model'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert "Commands:" in done.stdout


def test_completion_offers_the_commands() -> None:
    environment = {**os.environ, "_ANNALS_COMPLETE": "bash_complete", "COMP_WORDS": "annals s", "COMP_CWORD": "1"}
    code = "from annals.cli import main; import sys; sys.argv = ['annals']; main()"

    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False)

    assert done.stdout.splitlines() == [f"plain,{name}" for name in COMMANDS if name.startswith("s")]


def test_an_unknown_command_or_option_is_a_usage_error(run: Run) -> None:
    assert run("lst").exit_code == 2
    assert run("list", "--colour").exit_code == 2


@pytest.mark.parametrize(
    ("error", "code", "words"),
    [
        (LedgerLockedError("annals.db is being written."), 5, "Error: annals.db is being written."),
        (KeyboardInterrupt(), 130, "run the same command again to go on"),
        (OSError(28, "No space left on device", "annals.db"), 1, "annals.db: no space is left"),
        (PermissionError(13, "Permission denied", "out.csv"), 1, "out.csv: Permission denied."),
        (KeyError("place"), 1, "fault of annals"),
    ],
)
def test_every_error_is_a_sentence_and_an_exit_code(
    run: Run, ledger: Path, monkeypatch: pytest.MonkeyPatch, *, error: BaseException, code: int, words: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(browse, "incident_table", fail)
    result = run("list", "--ledger", ledger)

    assert result.exit_code == code
    assert words in result.stderr
    assert "Traceback" not in result.stderr


def test_a_fault_of_annals_can_be_traced(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("place")

    monkeypatch.setattr(browse, "incident_table", fail)
    monkeypatch.setenv("ANNALS_TRACEBACK", "1")

    with pytest.raises(KeyError):
        CliRunner().invoke(app, ["list", "--ledger", str(ledger)], catch_exceptions=False)


def test_an_error_from_a_report_cannot_steer_the_terminal(run: Run) -> None:
    result = run("show", "\x1b[2Jx", "--ledger", "\x1b]0;owned\x07.db")

    assert result.exit_code == 4
    assert "\x1b" not in result.stderr


def test_a_reader_that_goes_away_ends_it_quietly(make_ledger: MakeLedger) -> None:
    many = [shelling(incident_id=f"i{number:016x}", aliases=()) for number in range(300)]
    path = make_ledger(many)

    with subprocess.Popen(
        [*ANNALS, "write", "--ledger", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as writing:
        assert writing.stdout is not None
        assert writing.stderr is not None
        writing.stdout.read(10)
        writing.stdout.close()
        assert writing.stderr.read() == b""
        assert writing.wait(timeout=60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("command", [["list"], ["write"], ["show", "i0123", "--json"], ["schema"]])
def test_a_full_disk_is_one_sentence(ledger: Path, command: list[str]) -> None:
    named = [] if command == ["schema"] else ["--ledger", str(ledger)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*ANNALS, *command, *named], stdout=full, stderr=subprocess.PIPE, text=True, check=False)

    assert done.returncode == 1
    errors = [line for line in done.stderr.splitlines() if "incident" not in line]
    assert errors == ["Error: no space is left on the disk; free some and run the same command again."]


def test_interrupting_a_build_is_exit_130_and_says_how_to_go_on(tmp_path: Path) -> None:
    # Where the suite runs in the background, interrupts are ignored, and children inherit that.
    code = "import signal as s; s.signal(s.SIGINT, s.default_int_handler); from annals.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", code, "build", "-", "--ledger", str(tmp_path / "a.db")],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as building:
        deadline = time.monotonic() + 60
        while not (tmp_path / "a.db").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.5)
        building.send_signal(signal.SIGINT)
        _, errors = building.communicate(timeout=60)

    assert building.returncode == 130
    assert "run the same command again" in errors
    assert "Traceback" not in errors


def test_each_command_says_what_the_overview_says_of_it() -> None:
    context = click.Context(app, info_name="annals")
    for name in app.list_commands(context):
        command = app.get_command(context, name)
        assert command is not None
        assert command.name == name
        assert (command.help or "").split()[0] == COMMANDS[name].summary.split()[0]
