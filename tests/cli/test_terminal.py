import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from tests.cli.conftest import MakeLedger
from tests.records import FIRST, REPORTS, shelling, silent

pty = pytest.importorskip("pty")


def on_terminal(*arguments: str, columns: int = 80, **environment: str) -> str:
    """What annals puts on a terminal of so many columns."""
    main, terminal = pty.openpty()
    settings = {**os.environ, "TERM": "xterm-256color", "COLUMNS": str(columns), **environment}
    if "NO_COLOR" not in environment:
        settings.pop("NO_COLOR", None)
    with subprocess.Popen(
        [sys.executable, "-m", "annals", *arguments], stdout=terminal, stderr=subprocess.DEVNULL, env=settings
    ) as running:
        os.close(terminal)
        shown = b""
        while True:
            try:
                part = os.read(main, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not part:
                break
            shown += part
        running.wait(timeout=60)
    os.close(main)
    return shown.decode("utf-8")


def test_a_terminal_gets_colours_unless_it_asks_for_none(ledger: Path) -> None:
    assert "\x1b[" in on_terminal("list", "--ledger", str(ledger))
    assert "\x1b" not in on_terminal("list", "--ledger", str(ledger), NO_COLOR="1")


@pytest.mark.parametrize("columns", [80, 120])
def test_the_table_fits_the_terminal(ledger: Path, columns: int) -> None:
    shown = on_terminal("list", "--ledger", str(ledger), columns=columns, NO_COLOR="1")

    assert max(len(line) for line in shown.splitlines()) <= columns
    assert "i0123456789abcdef" in shown


@pytest.mark.parametrize(
    "command",
    [
        ["list"],
        ["list", "--json"],
        ["show", "i0123"],
        ["show", "i0123", "--json"],
        ["why", "i0123", "place"],
        ["write"],
        ["write", "--format", "csv"],
        ["write", "--format", "geojson"],
    ],
)
def test_no_command_lets_a_report_steer_the_terminal(make_ledger: MakeLedger, command: list[str]) -> None:
    evil = "\x1b]0;owned\x07\u202egrain port\x9b2J"
    report = msgspec.structs.replace(FIRST, title=evil)
    place = msgspec.structs.replace(shelling().place, name=evil)
    path = make_ledger([shelling(title=evil, place=place), silent()], [report, *list(REPORTS.values())[1:]])

    shown = on_terminal(*command, "--ledger", str(path), NO_COLOR="1")

    assert "owned" in shown
    assert not set(shown) & {"\x1b", "\x07", "\u202e", "\x9b"}


def test_json_for_a_terminal_is_still_the_same_json(make_ledger: MakeLedger) -> None:
    record = shelling(title="\u202etitle\x9b", claims=())
    path = make_ledger([record])

    shown = on_terminal("show", "i0123", "--json", "--ledger", str(path))

    assert msgspec.json.decode(shown.encode(), type=type(record)) == record
