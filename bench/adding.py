"""Adding one report to a large ledger: from its account to records that know of it."""

import hashlib
import os
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from annals.ledger import Ledger
from annals.model import Account, Report
from annals.pipeline import Pipeline, dated, derive, trace
from annals.store import reports
from annals.store.engines import writing
from annals.store.store import Store
from bench import made_mentions
from bench.browsing import Timed
from bench.page import table

INCIDENTS = 100_000
ADDED = 60
"""Reports that are added one by one, each another one."""
_AGAIN = 4
"""Times that a made-up text tells its words, in another order each time."""
_READER = "made"


class Read:
    """A reader that knows beforehand what each report says."""

    name = _READER

    def __init__(self, accounts: Mapping[str, Account]) -> None:
        """Know the accounts by their reports."""
        self._accounts = accounts

    def read(self, report: Report) -> Account:
        """The account of the report; KeyError for any other."""
        return self._accounts[report.report_id]


def section(folder: Path, tell: Callable[[str], None], incidents: int = INCIDENTS) -> str:
    """Make the ledger in `folder`, add to it, and write what came of it."""
    tell(f"adding to a ledger of {incidents:,} incidents")
    path = folder / "adding.db"
    fresh, built = make(path, incidents)
    load = os.getloadavg()[0]
    took, worked, there = added(path, fresh)
    wall, processor = Timed(name="", took=took), Timed(name="", took=worked)
    rows = [
        [name, *(f"{timed.at(share):.0f}" for share in (0.5, 0.95))]
        for name, timed in (("wall time", wall), ("processor time", processor))
    ]
    return f"""
## Adding one report to {there:,} incidents

A ledger of made-up reports (bench/made_mentions.py, seed 1), derived once in {built:.0f} s, to which {ADDED} further
reports are added one by one, each in a call of its own: from what was read in the report to records, reprints, doubts,
counts and pages that know of it, stored for good. Reading the report, starting Python and loading the network come on
top and are measured above. Load average {load:.1f} when the first was added.

{table(["of one report", "p50, ms", "p95, ms"], rows)}"""


def make(path: Path, incidents: int) -> tuple[list[tuple[Report, Account]], float]:
    """Write a ledger of about so many incidents; returns further reports to add, and the seconds deriving took."""
    size = round(incidents * sum(n * share for n, share in enumerate(made_mentions.REPORTS, 1)))
    told = told_reports(size + ADDED * 20)
    # What is to come are reports of incidents that the ledger has, and of some that it lacks.
    fresh: list[tuple[Report, Account]] = []
    with Store.open(path) as store:
        with writing(store._engine) as connection:  # noqa: SLF001 - in bulk, not report by report
            for number, (report, account) in enumerate(islice(told, size)):
                if number % max(1, size // ADDED) == 0 and len(fresh) < ADDED:
                    fresh.append((report, account))
                else:
                    reports.add_report(connection, report, account, _READER)
        began = time.perf_counter()
        with Ledger(store, _stages({})) as ledger:
            ledger.add()
        return fresh, time.perf_counter() - began


def added(path: Path, fresh: Sequence[tuple[Report, Account]]) -> tuple[list[float], list[float], int]:
    """Milliseconds of wall and of processor time to add each report, and the incidents that there were before."""
    took, worked = [], []
    with Store.open(path, create=False) as store:
        ledger = Ledger(store, _stages({report.report_id: account for report, account in fresh}))
        there = store.count_incidents()
        for report, _ in fresh:
            began, spent = time.perf_counter(), time.process_time()
            ledger.add([report])
            took.append(1000 * (time.perf_counter() - began))
            worked.append(1000 * (time.process_time() - spent))
    return took, worked, there


def told_reports(size: int) -> Iterator[tuple[Report, Account]]:
    """The accounts of `made_mentions`, each with a report that holds its words."""
    drawn = random.Random(1)
    for account, published, _ in made_mentions.accounts(size):
        (mention,) = account.mentions
        rest = [word for word, times in account.story.items() for _ in range(_AGAIN * times)]
        drawn.shuffle(rest)
        text = f"{mention.sentence.exact}. {' '.join(rest)}."
        digest = hashlib.sha256(text.encode()).hexdigest()
        report = Report(
            report_id=account.report_id,
            text=text,
            published=published,
            language="en",
            raw_sha256=digest,
            text_sha256=digest,
        )
        yield report, account


def _stages(accounts: Mapping[str, Account]) -> Pipeline:
    return Pipeline(load=lambda: Read(accounts), date=dated, derive=derive, trace=trace, worker=())
