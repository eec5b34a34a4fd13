"""A build that is killed at any moment keeps what it stored; run again it ends as an undisturbed one."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annals.ledger import Ledger
from annals.model import Report
from annals.pipeline import SERIAL
from annals.store.store import Store
from tests.small_world import LineReader, lines, plain, some_reports

ROOT = Path(__file__).parent.parent
BUILD = """
import signal, sys, time
# Where the suite runs in the background, interrupts are ignored, and children inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)
from annals.ledger import Ledger
from annals.store.store import Store
from tests.small_world import LineReader, lines, some_reports
class Slow(LineReader, frozen=True):
    def read(self, report):
        time.sleep(0.004)
        return super().read(report)
import msgspec
path, count, jobs = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
stages = msgspec.structs.replace(lines(), load=Slow)
with Ledger(Store.open(path), stages, jobs=jobs) as ledger:
    ledger.add(some_reports(count), progress=lambda done, origin: print(done, flush=True))
"""


def started(path: Path, count: int, *, jobs: int = 1) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", BUILD, str(path), str(count), str(jobs)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)


def killed(build: subprocess.Popen[str]) -> None:
    """Kill it, and wait until the last process that shares its standard error is gone too."""
    build.kill()
    build.communicate(timeout=30)
    assert build.returncode == -signal.SIGKILL


def undisturbed(folder: Path, reports: list[Report]) -> bytes:
    with Ledger(Store.open(folder / "undisturbed.db"), lines(), jobs=1) as ledger:
        ledger.add(reports)
        return plain(ledger.incidents())


def all_whole(path: Path, reports: list[Report]) -> int:
    """Check every report that the ledger holds, and return how many there are."""
    given = {report.report_id: report for report in reports}
    with Store.open(path, create=False) as store:
        kept = store.reports()
        assert all(given[report.report_id] == report for report in kept)
        assert store.accounts() == [LineReader().read(report) for report in kept]
        return len(kept)


def test_a_build_killed_eight_times_ends_as_one_that_was_not(tmp_path: Path) -> None:
    reports = some_reports(80)
    path = tmp_path / "a.db"
    moment = random.Random(20)
    kept = 0
    for _ in range(8):
        build = started(path, len(reports))
        assert build.stdout is not None
        for _ in range(kept + moment.randint(1, 9)):
            build.stdout.readline()
        time.sleep(moment.random() / 50)
        killed(build)
        now = all_whole(path, reports)
        assert now > kept, "each run takes up where the last one ended"
        kept = now
    with Ledger(Store.open(path), lines(), jobs=1) as ledger:
        assert ledger.status().stale
        summary = ledger.add(reports)
        assert (summary.already_there, summary.read) == (kept, len(reports) - kept)
        assert plain(ledger.incidents()) == undisturbed(tmp_path, reports)
        assert ledger.verify().holds


@pytest.mark.parametrize("seed", range(8))
def test_a_build_killed_while_it_starts_or_ends_can_be_run_again(tmp_path: Path, seed: int) -> None:
    reports = some_reports(3)
    path = tmp_path / "a.db"
    build = started(path, len(reports))
    while not path.exists() and build.poll() is None:
        time.sleep(0.001)
    time.sleep(random.Random(seed).random() / 10)
    build.kill()
    build.communicate(timeout=30)
    with Ledger(Store.open(path), lines(), jobs=1) as ledger:
        ledger.add(reports)
        assert plain(ledger.incidents()) == undisturbed(tmp_path, reports)


def test_the_processes_of_a_killed_build_end_too(tmp_path: Path) -> None:
    reports = some_reports(SERIAL + 100)
    build = started(tmp_path / "a.db", len(reports), jobs=2)
    assert build.stdout is not None
    build.stdout.readline()
    killed(build)
    assert 1 <= all_whole(tmp_path / "a.db", reports) < len(reports)


def test_ctrl_c_ends_a_build_at_once_and_cleanly(tmp_path: Path) -> None:
    reports = some_reports(SERIAL + 100)
    build = started(tmp_path / "a.db", len(reports), jobs=2)
    assert build.stdout is not None
    build.stdout.readline()
    build.send_signal(signal.SIGINT)
    _, complaint = build.communicate(timeout=30)
    assert build.returncode == -signal.SIGINT
    assert complaint.rstrip().endswith("KeyboardInterrupt")
    assert complaint.count("Traceback") <= 1, "the workers say nothing"
    assert all_whole(tmp_path / "a.db", reports) >= 1
    assert [file.name for file in tmp_path.iterdir()] == ["a.db"], "closed, with nothing left beside it"
