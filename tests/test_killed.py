"""Builds that grow a ledger, report by report and decision by decision, killed with SIGKILL at any moment.

What a build said was stored is there afterwards, and the next one goes on to what a build that nobody killed gives. Two
hundred builds are killed in the nightly run.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec

from annals.ledger import Ledger
from annals.model import Report
from annals.pipeline import Pipeline, dated, derive, trace
from annals.store.store import Store
from tests.small_world import LineReader, some_reports
from tests.test_crash import ROOT

BUILDS = 200 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 10
REPORTS = 3 * BUILDS
STAGES = Pipeline(load=LineReader, date=dated, derive=derive, trace=trace, worker=())
BUILD = """
import sys
from annals.errors import AnnalsError
from annals.ledger import Ledger
from annals.store.store import Store
from tests.test_killed import STAGES, reports
path, count = sys.argv[1], int(sys.argv[2])
with Ledger(Store.open(path), STAGES, jobs=1) as ledger:
    known = {report.report_id for report in ledger.reports()}
    print("begun", "", flush=True)
    for number, report in enumerate(reports(count)):
        if report.report_id in known:
            continue
        ledger.add([report])
        print("report", report.report_id, flush=True)
        rows = ledger.browse.page(size=50).rows
        if number % 3 == 2 and len(rows) > 1:
            one, other = rows[number % len(rows)], rows[(number + 1) % len(rows)]
            decide = ledger.same if number % 2 else ledger.different
            made = decide(one.incident_id, other.incident_id, by="ana", reason="for the test")
            print("judgement", made.judgement.judgement_id, flush=True)
"""


def reports(count: int) -> list[Report]:
    """Reports of one day, so that each is taken in by its neighbourhood."""
    return [msgspec.structs.replace(report, published="2021-06-01") for report in some_reports(count)]


def test_builds_that_are_killed_lose_nothing_that_they_stored(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    moment = random.Random(7)
    told: dict[str, set[str]] = {"report": set(), "judgement": set(), "begun": set()}
    for number in range(BUILDS):
        build = subprocess.Popen(
            [sys.executable, "-c", BUILD, str(path), str(REPORTS)], stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert build.stdout is not None
        lines = [build.stdout.readline() for _ in range(moment.randint(0, 4))]
        time.sleep(moment.random() / 20)
        build.kill()
        rest, _ = build.communicate(timeout=60)
        assert build.returncode in {-signal.SIGKILL, 0}
        for what, _, name in (line.strip().partition(" ") for line in (*lines, *rest.splitlines())):
            if what:
                told[what].add(name)
        if path.exists() and path.stat().st_size:
            with Store.open(path) as store:
                assert told["report"] <= {report.report_id for report in store.reports()}, number
                assert told["judgement"] <= {judgement.judgement_id for judgement in store.judgements()}, number
                assert len(store.accounts()) == len(store.reports())
    with Ledger(Store.open(path), STAGES, jobs=1) as ledger:
        assert len(ledger.reports()) >= len(told["report"])
        ledger.add(reports(REPORTS))
        basis = ledger._store.basis()
        expected = derive(basis.reports, basis.accounts, basis.judgements)
        assert ledger._store.bodies() == [msgspec.json.encode(incident) for incident in expected.incidents]
        assert ledger.verify().holds
        numbers = [change.number for change in ledger.changes(0, size=1000).rows]
        assert numbers == list(range(1, len(numbers) + 1)), "the feed has no gap"
