"""The order of the flow, on one page: report -> reading -> account, and accounts -> clusters -> incidents.

    collect -> extract -> harmonise -> link -> reconcile

The stages do not know each other; this page alone calls them in turn. Everything here goes from values to values: no
ledger, no clock, no network.
"""

import signal
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import Protocol

import msgspec

from annals import __version__
from annals.collect.copies import Compared, compared
from annals.collect.updates import later_versions
from annals.errors import AnnalsError, UsageError
from annals.extract import READERS, Extractor, reader
from annals.harmonise import date_reports, harmonise, redated
from annals.harmonise.aliases import renamed
from annals.link import Linked, linked, shared_incidents
from annals.model import Account, Incident, Judgement, Refusal, Report
from annals.model.dating import Dating
from annals.model.days import is_undated
from annals.model.derived import Derived, Home
from annals.model.rules import DEFAULT_RULES, RuleSet
from annals.reconcile import Reconciled, incident_id, reconciled
from annals.reference.tables import References
from annals.workers import Workers, cores, serve

SERIAL = 30
"""Up to so many reports are read in this process: starting others would take longer than reading."""

BATCH = 8
"""Reports that a worker gets at once; small, so that a killed run loses little."""


class Reader(Protocol):
    """Turns one report into an account."""

    @property
    def name(self) -> str:
        """Name and versions of all that the account depends on; where it changes, reports are read anew."""

    def read(self, report: Report) -> Account:
        """Read one report. Holds no state between reports."""


@dataclass(frozen=True, kw_only=True)
class HarmonisingReader:
    """An extractor, and what turns its words into values."""

    extractor: Extractor
    references: References

    @property
    def name(self) -> str:
        """The extractor's name and version, annals' own, and what tells a user's places from the shipped ones."""
        own = self.references.gazetteer.identity
        return f"{self.extractor.name}, annals {__version__}" + (f", {own}" if own else "")

    def read(self, report: Report) -> Account:
        """Extract, then harmonise."""
        return harmonise(report, self.extractor.read(report), self.references)


class Traced(msgspec.Struct, frozen=True, kw_only=True):
    """What deriving gives, and what each stage left behind on the way, by which later reports are taken in."""

    derived: Derived
    compared: Compared
    linked: Linked
    reconciled: Reconciled


class Pipeline(msgspec.Struct, frozen=True, kw_only=True):
    """What a ledger runs on the reports that it is given."""

    load: Callable[[], Reader]
    """Make the reader, with its tables; called once a process."""
    date: Callable[[Sequence[Report], Sequence[Account]], Mapping[str, Dating]]
    """Work out when the reports were published that were given no day."""
    derive: Callable[[Sequence[Report], Sequence[Account], Sequence[Judgement], RuleSet], Derived]
    trace: Callable[[Sequence[Report], Sequence[Account], Sequence[Judgement], RuleSet], Traced] | None = None
    """The same, with what each stage left behind; None where later reports always have everything derived anew."""
    worker: Sequence[str]
    """Command of a process that answers batches by `load` (workers.serve); empty where there is none."""


def pipeline(name: str = "trained", *, places: str | None = None, gazetteer: str | None = None) -> Pipeline:
    """The pipeline with the reader of that name, a file of own places, and a gazetteer instead of the shipped one.

    Raises UsageError for a name that is not in READERS.
    """
    if name not in READERS:
        raise UsageError(f"There is no reader {name!r}; choose one of: {', '.join(sorted(READERS))}.")
    code = "import sys; from annals.pipeline import work; work(*sys.argv[1:])"
    command = (sys.executable, "-P", "-c", code, name, places or "", gazetteer or "") if sys.executable else ()
    return Pipeline(
        load=lambda: load_reader(name, places=places, gazetteer=gazetteer),
        derive=derive,
        date=dated,
        trace=trace,
        worker=command,
    )


def load_reader(name: str, *, places: str | None = None, gazetteer: str | None = None) -> HarmonisingReader:
    """Load the reference tables and the reader.

    Raises UsageError for an unknown name, or a gazetteer that is none; InputError for a faulty file of own places.
    """
    with _uninterrupted():
        references = References.load(
            gazetteer=Path(gazetteer) if gazetteer else None, places=Path(places) if places else None
        )
        return HarmonisingReader(extractor=reader(name, references), references=references)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C back for the moment: compiled modules that it cuts off while they load fail with other errors."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def work(name: str, places: str = "", gazetteer: str = "") -> None:
    """The life of a worker: load once, then answer batches until there are no more."""
    loaded = load_reader(name, places=places or None, gazetteer=gazetteer or None)
    serve(lambda batch: read_batch(batch, loaded))


def read_batch(reports: Sequence[Report], loaded: Reader) -> list[Account | Refusal]:
    """Read each report; where one fails, its place holds a refusal that names it, and the others go on."""
    return [_read_one(report, loaded) for report in reports]


def _read_one(report: Report, loaded: Reader) -> Account | Refusal:
    try:
        return loaded.read(report)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever one report sets off must not stop the others
        fault = error if isinstance(error, AnnalsError) else f"{type(error).__name__}: {error}"
        return Refusal(
            origin=report.origin or report.report_id,
            reason=f"The reader failed on report {report.report_id} ({fault}); the report is kept, without events.",
        )


def read_all(
    reports: Iterable[Report], stages: Pipeline, loaded: Reader, jobs: int | None = None
) -> Generator[tuple[Report, Account | Refusal]]:
    """Yield each report with its account or refusal, in the order of the reports, whatever the number of processes.

    With one job, or without a worker command, it reads as the reports come. Else it first looks whether there are more
    than SERIAL of them, and then reads with `jobs` processes; None is one for each core that this process may use.

    Raises:
        AnnalsError: a reading process died. What was yielded before is good.
    """
    source = iter(reports)
    count = jobs or cores()
    if count == 1 or not stages.worker:
        for report in source:
            yield report, _read_one(report, loaded)
        return
    first = list(islice(source, SERIAL + 1))
    if len(first) <= SERIAL:
        yield from read_all(first, stages, loaded, jobs=1)
        return
    read: list[Sequence[Report]] = []

    def batches() -> Iterator[Sequence[Report]]:
        rest = chain(first, source)
        while batch := tuple(islice(rest, BATCH)):
            read.append(batch)
            yield batch

    with Workers(stages.worker, count) as workers, closing(workers.map(batches())) as answers:
        for outcomes in answers:
            yield from zip(read.pop(0), outcomes, strict=True)


def derive(
    reports: Sequence[Report],
    accounts: Sequence[Account],
    judgements: Sequence[Judgement],
    rules: RuleSet = DEFAULT_RULES,
) -> Derived:
    """Derive the incidents: a pure function of the sets of reports, accounts and judgements, and of the set of rules.

    The order of the former is nothing.
    """
    return trace(reports, accounts, judgements, rules).derived


def trace(
    reports: Sequence[Report],
    accounts: Sequence[Account],
    judgements: Sequence[Judgement],
    rules: RuleSet = DEFAULT_RULES,
) -> Traced:
    """Derive the incidents, as `derive` does, and keep what is left behind."""
    reports = sorted(reports, key=lambda report: report.report_id)
    judgements = sorted(judgements, key=lambda judgement: judgement.judgement_id)
    accounts = renamed(sorted(accounts, key=lambda account: account.report_id), judgements)
    copies = compared(reports)
    origins = copies.originals
    published = {report.report_id: report.published for report in reports}
    datings = _dated(accounts, origins, published)
    accounts = [
        redated(account, datings[account.report_id]) if account.report_id in datings else account
        for account in accounts
    ]
    published |= {name: dating.end for name, dating in datings.items() if dating.basis != "unknown"}
    found = linked(accounts, origins=origins, judgements=judgements, published=published)
    by_id = {report.report_id: report for report in reports}
    report_of = {mention.mention_id: account.report_id for account in accounts for mention in account.mentions}
    together = ([report_of[name] for name in cluster.mention_ids if name in report_of] for cluster in found.clusters)
    later = later_versions(together, by_id)
    ruled = reconciled(found.clusters, accounts, by_id, origins, judgements, rules, later)
    incidents = sorted(ruled.incidents, key=chronological)
    known = {name: i.incident_id for i in incidents for name in (*i.aliases, i.incident_id)}
    own_ids = {mention: incident_id(mention) for cluster in found.clusters for mention in cluster.mention_ids}
    derived = Derived(
        incidents=tuple(incidents),
        doubts=tuple(found.doubts),
        homes=tuple(
            Home(mention_id=mention, own_id=own, incident_id=known[own])
            for mention, own in sorted(own_ids.items())
            if own in known
        ),
        copies={report_id: original for report_id, original in sorted(origins.items()) if report_id != original},
    )
    return Traced(derived=derived, compared=copies, linked=found, reconciled=ruled)


def dated(reports: Sequence[Report], accounts: Sequence[Account]) -> dict[str, Dating]:
    """Work out when the reports were published that were given no day, by report_id; see `harmonise.undated`."""
    reports = sorted(reports, key=lambda report: report.report_id)
    accounts = sorted(accounts, key=lambda account: account.report_id)
    published = {report.report_id: report.published for report in reports}
    return _dated(accounts, compared(reports).originals, published)


def _dated(
    accounts: Sequence[Account], origins: Mapping[str, str], published: Mapping[str, str | None]
) -> dict[str, Dating]:
    undated = {account.report_id for account in accounts if is_undated(published.get(account.report_id))}
    if not undated:
        return {}
    shared = shared_incidents(accounts, undated, origins=origins, published=published)
    return date_reports(accounts, shared, published)


def chronological(incident: Incident) -> tuple[bool, str, str]:
    """Sort key: first possible day, the undated last, then the id."""
    return incident.date.start is None, incident.date.start or "", incident.incident_id
