"""`annals serve` and `annals site`."""

import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from annals.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "annals.db"
    with Ledger.open(path, jobs=1) as opened:
        opened.add([{"text": "Rockets hit the Taji base in Iraq on 9 December 2019, wounding five soldiers."}])
    return path


def annals(*args: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "annals", *map(str, args)], capture_output=True, text=True, check=False
    )


def test_serve_says_where_it_is_and_answers(ledger: Path) -> None:
    command = [sys.executable, "-m", "annals", "serve", "--port", "0", "--ledger", str(ledger)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            said = process.stderr.readline()
            found = re.search(r"http://127\.0\.0\.1:\d+/", said)
            assert found is not None, said
            with urllib.request.urlopen(found[0] + "incidents.json") as answer:  # noqa: S310 - our own
                assert answer.status == 200
        finally:
            process.terminate()


@pytest.mark.parametrize(
    ("args", "code", "words"),
    [
        (("--host", "0.0.0.0"), 2, "--token"),  # noqa: S104 - that is refused
        (("--token", "short"), 2, "16 characters"),
        (("--host", "no.such.host.invalid"), 2, "--host"),
        (("--ledger", "nowhere.db"), 4, "no ledger"),
    ],
)
def test_serve_refuses_in_a_sentence(ledger: Path, args: tuple[str, ...], code: int, words: str) -> None:
    done = annals("serve", "--port", "0", "--ledger", ledger, *args)
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_named(ledger: Path) -> None:
    command = [sys.executable, "-m", "annals", "serve", "--port", "0", "--ledger", str(ledger)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            found = re.search(r":(\d+)/", process.stderr.readline())
            assert found is not None
            done = annals("serve", "--port", found[1], "--ledger", ledger)
            assert done.returncode == 2
            assert "give another --port" in done.stderr
        finally:
            process.terminate()


def test_site_writes_a_folder_and_says_so(ledger: Path, tmp_path: Path) -> None:
    done = annals("site", tmp_path / "public", "--ledger", ledger)
    assert done.returncode == 0
    assert (tmp_path / "public" / "index.html").is_file()
    assert re.search(r"Wrote \d+ pages to", done.stderr)
    again = annals("site", ledger, "--ledger", ledger)
    assert again.returncode == 2
    assert "no site of annals" in again.stderr
