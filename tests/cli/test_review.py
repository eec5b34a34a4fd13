"""Going through the queue by key."""

import json
import os
import pty
import select
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from rich.text import Text

from annals.cli import review
from annals.ledger import Ledger
from annals.model import Report
from annals.model.judgement import Judgement
from tests.cli.conftest import Run
from tests.small_world import report

_PATIENCE_S = 60
LIST = report("A rocket hit the market of Mosul, Iraq, on 3 May 2021, killing six people, a hospital clerk said.")


def texts() -> list[Report]:
    first = "A rocket hit the market of Mosul, Iraq, on 3 May 2021, killing four people, police said."
    second = "A rocket hit the market of Mosul, Iraq, on 3 May 2021, killing five people, a doctor said on the phone."
    third = "A bomb in Basra, Iraq, killed nine people on 9 August 2020, police said."
    return [report(text) for text in (first, second, third)]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("review") / "made.db"
    with Ledger.open(path, jobs=1) as ledger:
        ledger.add(texts())
    return path


@pytest.fixture
def path(made: Path, tmp_path: Path) -> Path:
    """Two incidents; the reports of the later one differ on the killed."""
    path = tmp_path / "annals.db"
    path.write_bytes(made.read_bytes())
    return path


class Scripted:
    """Presses keys and gives words from a list; keeps what it was shown."""

    def __init__(self, keys: str, *words: str) -> None:
        self._keys = iter(keys)
        self._words: Iterator[str] = iter(words)
        self.shown: list[str] = []

    def say(self, lines: Iterable[Text]) -> None:
        self.shown += [line.plain for line in lines]

    def key(self, choices: dict[str, str]) -> str:
        pressed = next(self._keys)
        assert pressed in choices, f"{pressed} of {choices}"
        return pressed

    def words(self, prompt: str, default: str | None = None) -> str:
        return next(self._words, None) or default or pytest.fail(f"nothing said: {prompt}")


def go(path: Path, asking: Scripted, kind: str | None = None) -> list[Judgement]:
    """Go through the queue; the decisions, the oldest first."""
    with Ledger.open(path, jobs=1) as ledger:
        review.go_through(ledger, kind, "ana", asking)
        return [entry.judgement for entry in reversed(ledger.browse.log().entries)]


def test_a_disagreement_is_settled_with_a_value_and_a_reason(path: Path) -> None:
    asking = Scripted("vq", "5", "the hospital's list")
    (judgement,) = go(path, asking, "disagreement")
    assert (judgement.field, judgement.value, judgement.by) == ("killed", "5", "ana")
    assert judgement.reason == "the hospital's list"
    page = "\n".join(asking.shown)
    assert "The reports differ on killed" in page
    assert "«killing five people»" in page or "«five people»" in page or "five" in page
    assert "1 decision recorded" in asking.shown[-1]


def test_a_value_that_cannot_be_is_said_and_the_thing_comes_again(path: Path) -> None:
    asking = Scripted("vvq", "many", "why not", "6", "the list")
    (judgement,) = go(path, asking, "disagreement")
    assert judgement.value == "6"
    assert any("'\"many\"' is no killed" in line for line in asking.shown)


def test_the_last_decision_is_undone_by_key_and_comes_again(path: Path) -> None:
    asking = Scripted("uvuq", "5", "the list")
    first, undo = go(path, asking, "disagreement")
    assert (undo.kind, undo.subject) == ("undo", first.judgement_id)
    assert asking.shown.count("The reports differ on killed") >= 3
    assert "Nothing was decided yet that could be undone." in asking.shown


def test_a_decision_in_question_is_confirmed_or_taken_back(path: Path) -> None:
    with Ledger.open(path, jobs=1) as ledger:
        first = ledger.incidents()[-1].incident_id
        held = ledger.override(first, "killed", 5, by="bo", reason="the list").judgement
        ledger.add([LIST])
    asking = Scripted("kq")
    *_, again = go(path, asking, "decision")
    assert (again.kind, again.value, again.reason) == ("override", "5", review.PLAIN)
    page = "\n".join(asking.shown)
    assert "Changed since it was decided: 1 new claim" in page
    assert "a hospital clerk" in page
    with Ledger.open(path, jobs=1) as ledger:
        ledger.override(first, "killed", 6, by="cy", reason="another list")
    asking = Scripted("eq", "ana saw it")
    *_, undo = go(path, asking, "decision")
    assert undo.kind == "undo"
    assert undo.subject != held.judgement_id
    assert "Two decisions contradict each other; the later one holds" in asking.shown


def test_the_end_is_said(path: Path) -> None:
    asking = Scripted("s")
    assert go(path, asking, "disagreement") == []
    assert "That was the end of the queue." in asking.shown
    asking = Scripted("")
    go(path, asking, "decision")
    assert "Nothing awaits review." in asking.shown


def test_in_a_pipe_it_is_a_list(run: Run, path: Path) -> None:
    with Ledger.open(path, jobs=1) as ledger:
        name = ledger.incidents()[-1].incident_id
        for by, value in (("bo", 5), ("cy", 6)):
            ledger.override(name, "killed", value, by=by, reason="a list")
    listed = run("review")
    assert "contradicted later by" in listed.stdout
    assert "annals undo j" in listed.stdout
    assert "1 decision;" in listed.stderr
    (item,) = json.loads(run("review", "--kind", "decision", "--json").stdout)["items"]
    assert item["decision"]["overruled_by"]


@pytest.mark.skipif(sys.platform == "win32", reason="has no pseudo-terminals")
def test_on_a_terminal_a_key_decides(path: Path) -> None:
    """The program itself, as a person has it before them."""
    terminal, other = pty.openpty()
    command = [sys.executable, "-m", "annals", "review", "--kind", "disagreement", "--ledger", str(path)]
    environment = {**os.environ, "NO_COLOR": "1", "TERM": "dumb", "ANNALS_BY": "ana"}
    with subprocess.Popen(command, stdin=other, stdout=other, stderr=other, env=environment) as program:
        os.close(other)
        try:
            assert read_until(terminal, "[v] set a value")
            press(terminal, b"v", "shape:")
            os.write(terminal, b"5\n")
            assert read_until(terminal, "Why:")
            os.write(terminal, b"the list\n")
            assert read_until(terminal, "Recorded j")
            press(terminal, b"q", "1 decision recorded")
        finally:
            program.kill()
            os.close(terminal)
    with Ledger.open(path, create=False) as ledger:
        (entry,) = ledger.browse.log().entries
        assert (entry.judgement.value, entry.judgement.by) == ("5", "ana")


def press(terminal: int, key: bytes, wanted: str) -> None:
    """Press a key until the program says that: it drops what is typed before it waits for a key."""
    for _ in range(_PATIENCE_S):
        os.write(terminal, key)
        if read_until(terminal, wanted, seconds=2):
            return
    pytest.fail(f"{wanted!r} was not said after {key!r}")


def read_until(terminal: int, wanted: str, seconds: float = _PATIENCE_S) -> bool:
    """Read what the program says until it has said that; False where it says nothing for so long."""
    said = ""
    while wanted not in said:
        ready, _, _ = select.select([terminal], [], [], seconds)
        if not ready:
            return False
        said += os.read(terminal, 4096).decode()
    return True
