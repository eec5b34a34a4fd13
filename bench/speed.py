"""How fast annals is: one page, all figures of one run on one machine."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from annals.collect import collect
from annals.collect.copies import originals
from annals.collect.report import report_of
from annals.extract.trained.reader import TrainedReader
from annals.harmonise import harmonise
from annals.link import link
from annals.model import Report
from annals.pipeline import HarmonisingReader, derive, load_reader
from annals.reconcile import reconcile
from annals.store.store import Store
from bench import made_reports
from bench.page import cores, head, table
from bench.running import ANNALS, Ran, timed

REPORTS = 1000
HELPS = 7
READ = 150
"""Reports of which the reading is set against the network's bare pass."""
_HARMLESS = "The choir of the town sang in the old hall, and the mayor thanked all who had come. " * 24


def page(folder: Path) -> str:
    """Measure, and write the page; ledgers go to `folder`."""
    opening = head("Speed")
    given, one_more = folder / "made.jsonl", folder / "one_more.jsonl"
    made_reports.write(given, REPORTS)
    made_reports.write(one_more, 1, seed=2)
    words = sum(len(report["text"].split()) for report in made_reports.reports(REPORTS)) // REPORTS
    single, ledger = folder / "single.db", folder / "many.db"
    alone = _build(given, single, 1)
    rows = [_row("annals build --jobs 1", alone, alone)]
    many = timed(*ANNALS, "build", given, "--ledger", ledger)
    rows.append(_row(f"annals build ({cores()} jobs, the default here)", many, alone))
    added = _build(one_more, single, 1)
    again = _build(one_more, single, 1)
    helps = [timed(*ANNALS, "--help") for _ in range(HELPS)]
    stages = list(by_stage(given, folder / "stages.db"))
    whole = sum(seconds for _, seconds in stages)
    shares = [
        [name, f"{seconds:.2f}", f"{100 * seconds / whole:.0f}", f"{1000 * seconds / REPORTS:.1f}"]
        for name, seconds in stages
    ]
    some = [report for report in collect([given]) if isinstance(report, Report)][:READ]
    read, bare, harmless = by_layer(some, load_reader("trained"))
    small = [
        [f"adding one report to the ledger of {REPORTS}", f"{added.seconds:.2f}", _ratio(added, alone)],
        ["adding it again (nothing new)", f"{again.seconds:.2f}", _ratio(again, alone)],
        [f"reading {READ} of the reports, one process", f"{read:.2f}", f"{read / bare:.2f} x the network's bare pass"],
        [f"passing over {READ} reports without violence", f"{harmless:.3f}", f"{READ / harmless:,.0f} reports/s"],
        [f"annals --help, median of {HELPS}", f"{median(ran.seconds for ran in helps):.2f}", ""],
    ]
    return f"""{opening}
## Building a ledger of {REPORTS} reports

Made-up reports of {words} words on average (bench/made_reports.py, seed 1); the ledger has {_incidents(single)}
incidents. The background sentences are mixed from many places, so that a report tells of more incidents than most news
does.

{table(["command", "wall time, s", "reports/s", "against --jobs 1", "peak memory, MiB"], rows)}
Peak memory is that of the largest single process; with several jobs each reading process holds tables of its own.

## Where the time goes

The same reports in one process, {whole:.1f} s in all.

{table(["stage", "s", "share, %", "ms a report"], shares)}
## Small things

{table(["what", "wall time, s", "against building all"], small)}"""


def by_stage(given: Path, ledger: Path) -> Iterator[tuple[str, float]]:
    """Build a ledger step by step in this process; yield each stage and its seconds."""
    clock = Clock()
    with clock("load tables"):
        loaded = load_reader("trained")
    with clock("collect"):
        reports = [report for report in collect([given]) if isinstance(report, Report)]
    accounts = []
    with Store.open(ledger) as store:
        for report in reports:
            with clock("extract"):
                reading = loaded.extractor.read(report)
            with clock("harmonise"):
                account = harmonise(report, reading, loaded.references)
            accounts.append(account)
            with clock("store reports"):
                store.add_report(report, account, loaded.name)
        with clock("find copies"):
            origins = originals(reports)
        with clock("link"):
            published = {report.report_id: report.published for report in reports}
            clusters = link(accounts, origins=origins, published=published)
        with clock("reconcile"):
            incidents = reconcile(clusters, accounts, {report.report_id: report for report in reports}, origins, ())
        if len(incidents) != len((derived := derive(reports, accounts, [])).incidents):
            raise RuntimeError("the stages give other incidents than the pipeline does")
        with clock("store incidents"):
            store.replace_incidents(derived, store.basis().fingerprint)
    yield from clock.seconds.items()


def by_layer(reports: Sequence[Report], loaded: HarmonisingReader) -> tuple[float, float, float]:
    """Seconds to read the reports, of the network's bare pass over them, and to pass over as many harmless ones.

    Raises TypeError where the reader is not the trained one.
    """
    reader = loaded.extractor
    if not isinstance(reader, TrainedReader):
        raise TypeError("the trained reader is what is measured here")
    clock = Clock()
    for report in reports:
        with clock("read"):
            reader.read(report)
        given = reader.given(report)
        with clock("bare"):
            reader.network.answers(*given)
    harmless = report_of(text=_HARMLESS, raw=_HARMLESS.encode())
    with clock("harmless"):
        for _ in reports:
            reader.read(harmless)
    return clock.seconds["read"], clock.seconds["bare"], clock.seconds["harmless"]


class Clock:
    """Adds up wall time by name."""

    def __init__(self) -> None:
        """Start with no names."""
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, name: str) -> Iterator[None]:
        """Add what the block takes to `name`."""
        began = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - began


def _build(given: Path, ledger: Path, jobs: int) -> Ran:
    return timed(*ANNALS, "build", given, "--ledger", ledger, "--jobs", str(jobs))


def _row(name: str, ran: Ran, base: Ran) -> list[str]:
    speed = f"{REPORTS / ran.seconds:.1f}"
    return [name, f"{ran.seconds:.1f}", speed, f"{base.seconds / ran.seconds:.2f} x", f"{ran.peak_mib:.0f}"]


def _ratio(ran: Ran, base: Ran) -> str:
    return f"{100 * ran.seconds / base.seconds:.1f} %"


def _incidents(ledger: Path) -> int:
    with Store.open(ledger, create=False) as store:
        return store.counts()["incidents"]
