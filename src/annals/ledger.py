"""The ledger: reports in, incidents out, in three lines of Python.

with Ledger.open("annals.db") as ledger:
    ledger.add(["reports/"])
    incidents = ledger.incidents()
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Self

import msgspec

from annals import judging
from annals.adding import Arrival, BuildSummary, Progress, Run, arrivals
from annals.errors import AnnalsError, NotFoundError
from annals.growing import fits, grow, leave
from annals.growing.checking import tallies_among, tallies_of_incident, tallies_of_report, tallies_page
from annals.judgement_file import Imported, judgement_lines, read_judgements, sorted_out, waiting
from annals.judging import Decided
from annals.model import Account, Incident, Judgement, Quote, Refusal, Report
from annals.model.checked import CheckedTally, TallyPage
from annals.model.dating import Dating, Step
from annals.model.days import is_undated
from annals.model.derived import Derived, Home
from annals.model.rules import RULE_SETS, RuleSet
from annals.naming import actor_named
from annals.pipeline import Pipeline, Reader, chronological, pipeline, read_all
from annals.reconcile import redraw
from annals.store.browse import Browse, Query
from annals.store.browse.shapes import ChangePage
from annals.store.filter import Filter
from annals.store.growth import Growth
from annals.store.store import Basis, Store
from annals.store.verify import Verification, verify
from annals.tempo import Grouping, Tempo, tempo_of

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["BuildSummary", "ChangePage", "Decided", "Filter", "Imported", "Ledger", "Status", "Verification"]

_SHORTEST_PREFIX = 4
_BATCH = 100
"""Reports that are taken in at once."""
_NEAR = 5


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """What a ledger holds."""

    location: str
    writable: bool
    reports: int
    incidents: int
    judgements: int
    refusals: tuple[Refusal, ...]
    """What the latest run refused."""
    rules: str
    """The set of rules by which the records are made."""
    stale: bool
    """True where the incidents are not those of the present reports, judgements and version of annals: a build was cut
    off, or annals was upgraded. Adding anything, even nothing, brings them up to date."""


def beside(ledger: str | Path) -> tuple[Path, Path]:
    """Where a ledger's own places are looked for: `war.places.toml`, then `war.places.csv`, beside `war.db`."""
    path = Path(ledger)
    return path.with_suffix(".places.toml"), path.with_suffix(".places.csv")


class Ledger:
    """A ledger of incidents. A context manager: it is closed at the end."""

    def __init__(
        self, store: Store, stages: Pipeline, *, jobs: int | None = None, rules: RuleSet | None = None
    ) -> None:
        """Use `Ledger.open`; this is for a store or a pipeline of one's own."""
        self._store = store
        self._stages = stages
        self._jobs = jobs
        self._rules = rules
        self._loaded: Reader | None = None

    @classmethod
    def open(
        cls,
        path: str | Path,
        *,
        create: bool = True,
        reader: str = "trained",
        jobs: int | None = None,
        places: str | Path | None = None,
        gazetteer: str | Path | None = None,
        rules: RuleSet | None = None,
    ) -> "Ledger":
        """Open the ledger at `path`.

        Args:
            path: A file; a ledger is made there where there is none.
            create: Where False, the ledger must be there, and may lie on read-only media.
            reader: Which reader reads the reports, one of `annals.extract.READERS`.
            jobs: Reading processes at once; None is one for each core.
            places: File of the project's own places and names, TOML or CSV; None is the one beside the ledger,
                `beside(path)`, where there is one.
            gazetteer: A gazetteer made by `annals gazetteer`; None is the one that comes with annals.
            rules: The set of rules by which the records are made from the next `add` on; None is the one that the
                ledger has, `representative` in a new one.

        Raises:
            UsageError: there is no such reader.
            NotFoundError: there is none and `create` is False.
            LedgerLockedError: another process is writing to it.
            LedgerError: the file is no ledger, is of a newer annals or cannot be accessed; it is left as it is.
        """
        own = str(places) if places else next((str(p) for p in beside(path) if p.is_file()), None)
        stages = pipeline(reader, places=own, gazetteer=str(gazetteer) if gazetteer else None)
        return cls(Store.open(path, create=create), stages, jobs=jobs, rules=rules)

    @property
    def writable(self) -> bool:
        """Whether decisions and reports can be stored; False on read-only media."""
        return self._store.writable

    @property
    def rules(self) -> RuleSet:
        """The set of rules by which the ledger's records are made."""
        return self._store.rules()

    @property
    def browse(self) -> Browse:
        """What pages ask of the ledger: lists, facets, search, map, time, actors, reports, runs, review queue."""
        return self._store.browse

    def close(self) -> None:
        """Let go of the file; harmless when repeated."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(
        self,
        reports: Iterable[Arrival] | str | Path = (),
        *,
        progress: Progress | None = None,
    ) -> BuildSummary:
        """Read reports into the ledger and derive the incidents anew, where anything they are derived from changed.

        Each report is stored with what was read in it as soon as it is read; a run that is cut off at any moment keeps
        these, and the same call again does the rest. The order of the reports does not matter, nor does it whether
        they come at once or bit by bit.

        Args:
            reports: Reports, mappings with the keys of the JSON Lines input (`text`, `id`, `title`, `url`, `publisher`,
                `published`, `language`), and paths of files and folders; or one path. Refusals are noted and counted.
            progress: Called after each input with how many are done and where the latest came from.

        Raises:
            UsageError: a path that is not there, a reader that is not known.
            LedgerLockedError: another process is writing; what was read before is kept.
            LedgerError: the ledger cannot be written, for instance because the disk is full; what was read is kept.
        """
        reader = self._reader()
        run = Run(self._store, reader.name, progress)
        self._read(run.unread(arrivals(reports)), run)
        run.note_doubles()
        self._read(run.read_otherwise(), run)
        if self._rules is not None:
            self._store.keep_rules(self._rules)
        return run.end(self._store.count_incidents() if self._store.as_derived() else self._derive())

    def judge(self, judgement: Judgement) -> None:
        """Add a person's decision and derive the incidents anew. It is never erased; undo it by another one.

        Raises:
            LedgerError: another judgement has that id, or the ledger cannot be written.
        """
        self._store.judge(judgement)
        self._derive()

    def same(self, a: str, b: str, *, by: str, reason: str, derive: bool = True) -> Decided:
        """Decide that two incidents are one.

        Args:
            a: An incident's id or its beginning, an alias (one telling of it), or a mention's id.
            b: The other.
            by: Who decides.
            reason: Why.
            derive: Derive the incidents anew at once; else `refresh` or the next build does it.

        Raises:
            NotFoundError: there is no incident of that id.
            UsageError: both are one telling, or the reason is missing.
            LedgerLockedError, LedgerError: the ledger cannot be written.
        """
        return self._decide_on_pair("same", a, b, by, reason, derive)

    def different(self, a: str, b: str, *, by: str, reason: str, derive: bool = True) -> Decided:
        """Decide that two incidents are two, or that a telling (an alias) is not of its incident. See `same`."""
        return self._decide_on_pair("different", a, b, by, reason, derive)

    def unsure(self, a: str, b: str, *, by: str, reason: str, derive: bool = True) -> Decided:
        """Decide that nobody can tell whether two incidents are one; linking then decides again. See `same`."""
        return self._decide_on_pair("unsure", a, b, by, reason, derive)

    def override(
        self, incident_id: str, field: str, value: Any, *, by: str, reason: str, derive: bool = True
    ) -> Decided:
        """Set a field of an incident. The claims stay, and say what the reports say.

        Args:
            incident_id: As in `incident`.
            field: killed, wounded, missing, abducted, date, place, sub_event_type or title.
            value: A number or {"low", "best", "high"} for a toll; the record's shape for date and place.
            by: Who decides.
            reason: Why.
            derive: As in `same`.

        Raises:
            UsageError: the field cannot be set, or not to that value.
        """
        home = self._home(incident_id)
        made = judging.setting(
            home, self.incident(home.incident_id), field, value, by=by, reason=reason, known=self._store.judgements()
        )
        return self._decide(made, derive=derive)

    def withdraw(self, incident_id: str, *, by: str, reason: str, derive: bool = True) -> Decided:
        """Mark an incident as none: a drill, a hoax. It stays in the ledger, and says so."""
        home = self._home(incident_id)
        made = judging.withdrawing(
            home, self.incident(home.incident_id), by=by, reason=reason, known=self._store.judgements()
        )
        return self._decide(made, derive=derive)

    def confirm(self, judgement_id: str, *, by: str, reason: str, derive: bool = True) -> Decided:
        """Decide the same again, having seen what came since. See `judging.again`."""
        known = self._store.judgements()
        judgement = judging.named(judgement_id, known)
        incidents = [self.incident(name) for name in sorted(set(self._store.homes_of([judgement]).values()))]
        return self._decide(judging.again(judgement, incidents, by=by, reason=reason, known=known), derive=derive)

    def alias(self, words: str, actor: str, *, by: str, reason: str, derive: bool = True) -> Decided:
        """Decide whom a name means, in all reports that are here and that will come. They are not read again.

        Args:
            words: The name as reports have it ("Brigade of the Ninth Star").
            actor: An actor's id or name in the actor table, or the name of another party of this ledger.
            by: Who decides.
            reason: Why.
            derive: As in `same`.

        Raises:
            NotFoundError: neither the table nor the ledger has such an actor; the sentence names near ones.
            UsageError: the words are no name, or are the actor's own.
        """
        known = self._store.judgements()
        made = judging.naming(words, actor_named(actor, self.browse, known), by=by, reason=reason, known=known)
        return self._decide(made, derive=derive)

    def undo(self, judgement_id: str, *, by: str, reason: str, derive: bool = True) -> Decided:
        """Take a judgement back, by a new one; an undo can be undone. See `judging.undoing`."""
        made = judging.undoing(judgement_id, by=by, reason=reason, known=self._store.judgements())
        return self._decide(made, derive=derive)

    def export_judgements(self) -> Iterator[bytes]:
        """All judgements as lines of JSON, the oldest first, for `import_judgements` here or elsewhere."""
        return judgement_lines(self._store.judgements())

    def import_judgements(
        self, lines: Iterable[bytes], *, origin: str = "judgements", derive: bool = True, dry_run: bool = False
    ) -> Imported:
        """Add judgements that were exported, from this ledger or another one. To import them again changes nothing.

        A line that cannot be taken is refused and the rest goes on. A judgement on reports that are not here is kept,
        and takes effect when they come in.

        Args:
            lines: As `export_judgements` gives them.
            origin: Where they come from, for refusals.
            derive: As in `same`.
            dry_run: Only say what would come of it; nothing is stored.

        Raises:
            LedgerLockedError, LedgerError: the ledger cannot be written; nothing was added.
        """
        known = {judgement.judgement_id: judgement for judgement in self._store.judgements()}
        added, there, refused = sorted_out(read_judgements(lines, origin), known, origin)
        names = tuple(judgement.judgement_id for judgement in added)
        wait = waiting(added, (*known, *names), self._store.homes_of(added))
        if added and not dry_run:
            self._store.judge_all(added)
            if derive:
                self._derive()
        return Imported(
            added=names,
            already_there=there,
            waiting=wait,
            refused=tuple(refused),
            derived=derive and not dry_run and bool(added),
        )

    def refresh(self) -> float:
        """Derive the incidents anew where they do not know all reports and judgements; returns the seconds it took."""
        started = monotonic()
        if self._rules is not None:
            self._store.keep_rules(self._rules)
        if self._store.stale():
            self._derive()
        return monotonic() - started

    def copy_to(self, path: str | Path) -> None:
        """Write the ledger as it stands to a new file; raises LedgerError where that cannot be written."""
        self._store.copy_to(Path(path))

    def incidents(self, where: Filter | None = None, *, rules: RuleSet | None = None) -> list[Incident]:
        """The incidents that `where` picks, or all: by first possible day, the undated last, then by id.

        With `rules` their values are chosen by that set, for this answer alone; else by the ledger's own. Links and
        tallies are those of the ledger's own records.
        """
        found = self._store.incidents()
        if rules is not None and rules != self.rules:
            basis = self._store.basis()
            by_id = {report.report_id: report for report in basis.reports}
            found = sorted(redraw(found, basis.accounts, by_id, basis.judgements, rules), key=chronological)
        return found if where is None else [incident for incident in found if where.picks(incident)]

    def incident(self, incident_id: str, *, rules: RuleSet | None = None) -> Incident:
        """The incident of that id, its values chosen by `rules`, as `incidents` does.

        The id may be one that the incident had before, an alias, or the beginning of an id: at least four hex digits,
        with or without the letter before them, that begin no other incident's id.

        Raises:
            NotFoundError: there is none, it is no more, or several begin like this; the sentence names near ids, or
                those into which it was split.
        """
        found = self._store.incident(incident_id)
        if found is not None:
            return found if rules is None or rules == self.rules else self._under(found, rules)
        tombstone = self._store.tombstone(incident_id)
        if tombstone is not None:
            raise NotFoundError(str(tombstone))
        current = self._store.incident_ids()
        for ids in (current, self._store.ids_that_lead_on()):
            begun = [known for known in ids if _begins(known, incident_id)]
            if len(begun) == 1:
                return self.incident(begun[0], rules=rules)
            if begun:
                raise NotFoundError(f"Several incidents begin with {incident_id!r}: {_some(begun)}.")
        raise NotFoundError(f"There is no incident {incident_id!r}{_near(incident_id, current)}.")

    def tempo(
        self, where: Filter | Query | None = None, *, by: Grouping | None = None, covers: str | None = None
    ) -> Tempo:
        """How often the incidents that `where` picks came, in what volleys, and how fast they were answered.

        It describes what was reported, and predicts nothing. See `annals.tempo.tempo_of` for `by` and `covers`.

        Raises:
            UsageError: `covers` is no stretch of days.
        """
        every = self._store.incidents()
        where = where or Filter()
        picked = self.browse.each(where) if isinstance(where, Query) else filter(where.picks, every)
        return tempo_of(
            picked,
            every,
            self._store.published(),
            by=by,
            covers=covers,
            since=where.since,
            until=where.until,
        )

    def changes(self, since: str | int | None = None, *, size: int = 100) -> ChangePage:
        """What happened to incidents: the entries that follow `since`, the oldest first; without it the latest ones.

        To follow a ledger, give the `next` of one page as the `since` of the next.

        Args:
            since: The number of an entry that is known; or a day or moment in ISO 8601, UTC where no zone is told.
            size: Entries at most, 1 to 1000.

        Raises:
            UsageError: `since` is neither.
        """
        return self.browse.changes(since=None if since is None else str(since), size=size)

    def tallies(
        self,
        of: str | None = None,
        *,
        verdict: str | None = None,
        size: int = 50,
        cursor: str | None = None,
    ) -> TallyPage:
        """The counts that reports state ("the ninth in five weeks"), checked against the ledger and each other.

        Args:
            of: Only those of one report, in its order, or those that one incident carries or is counted by; named as in
                `incident` and `report`. None for all, those of the latest reports first.
            verdict: Only those with this verdict: agrees, ledger_has_more, ledger_has_fewer or cannot_tell.
            size: Counts at most, 1 to 1000, where `of` is None.
            cursor: `next` of the page before.

        Raises:
            NotFoundError: there is neither an incident nor a report of that name.
            UsageError: there is no such verdict, size or cursor.
        """
        if of is None:
            return tallies_page(self.browse, verdict=verdict, size=size, cursor=cursor)
        return tallies_among(self._tallies_of(of), verdict)

    def _tallies_of(self, name: str) -> tuple[CheckedTally, ...]:
        try:
            incident = self.incident(name)
        except NotFoundError as no_incident:
            try:
                return tallies_of_report(self.browse, self.report(name).report_id)
            except NotFoundError as no_report:
                raise (no_report if name[:1] == "r" else no_incident) from None
        return tallies_of_incident(
            self.browse, incident.incident_id, tuple(report.report_id for report in incident.reports)
        )

    def under_every_set(self, incident_id: str) -> dict[RuleSet, Incident]:
        """The incident under each set of rules, to compare. Raises NotFoundError as `incident` does."""
        return {rules: self.incident(incident_id, rules=rules) for rules in RULE_SETS}

    def _under(self, found: Incident, rules: RuleSet) -> Incident:
        names = [report.report_id for report in found.reports]
        accounts = [account for name in names if (account := self._store.account(name)) is not None]
        reports = {report.report_id: report for report in self.browse.texts(names)}
        return redraw([found], accounts, reports, self._store.judgements(), rules)[0]

    def reports(self) -> list[Report]:
        """All reports, by id."""
        return self._store.reports()

    def report(self, name: str) -> Report:
        """The report that `name` names: its id (or a beginning of it), the id that the input gave it, URL or origin.

        Raises:
            NotFoundError: there is none, or several; the sentence names near or all ids.
        """
        found = self._store.reports_named(name)
        if not found:
            names = self._store.names_of_reports()
            begun = [known for known in names if _begins(known, name)]
            if len(begun) > 1:
                raise NotFoundError(f"Several reports begin with {name!r}: {_some(begun)}.")
            if not begun:
                raise NotFoundError(f"There is no report {name!r}{_near(name, names)}.")
            found = self._store.reports_named(begun[0])
        if len(found) > 1:
            raise NotFoundError(f"Several reports are named {name!r}: {_some([report.report_id for report in found])}.")
        return found[0]

    def dating(self, name: str) -> Dating:
        """When a report was published, and how that is known: as given, as it states, else from all that is said.

        `name` is as in `report`. Raises NotFoundError as it does.
        """
        report = self.report(name)
        if not is_undated(report.published):
            day = (report.published or "")[:10]
            steps = tuple(
                Step(reason="its own dateline or page states the day", quote=quote, left=day)
                for region in report.regions
                if region.published is not None
                for quote in [Quote.of(report.text, region.start, region.end)]
            )
            return Dating(report_id=report.report_id, start=day, end=day, basis="stated", steps=steps)
        basis = self._store.basis()
        found = self._stages.date(basis.reports, basis.accounts).get(report.report_id)
        return found if found is not None else Dating(report_id=report.report_id)

    def account(self, report_id: str) -> Account:
        """What was read in a report. Raises NotFoundError where the ledger has no report of that id."""
        found = self._store.account(report_id)
        if found is None:
            raise NotFoundError(f"There is no report {report_id!r}{_near(report_id, self._store.names_of_reports())}.")
        return found

    def verify(self) -> Verification:
        """Check every hash and every quote against the stored texts, and that the incidents follow from the reports."""
        basis = self._store.basis()
        fresh = self._stages.derive(basis.reports, basis.accounts, basis.judgements, basis.rules)
        matches = [msgspec.json.encode(incident) for incident in fresh.incidents] == self._store.bodies()
        return verify(
            reports=basis.reports,
            accounts=basis.accounts,
            incidents=self._store.incidents(),
            derived_matches=matches and not self._store.stale(),
        )

    def status(self) -> Status:
        """What the ledger holds, and whether its incidents are up to date."""
        counts = self._store.counts()
        return Status(
            location=self._store.location,
            writable=self._store.writable,
            reports=counts["reports"],
            incidents=counts["incidents"],
            judgements=counts["judgements"],
            refusals=tuple(self._store.refusals()),
            rules=self.rules,
            stale=self._store.stale(),
        )

    def to_pandas(self, where: Filter | None = None) -> "pd.DataFrame":
        """The incidents as a data frame: a row an incident, the columns of the CSV export (annals.write.columns).

        Raises:
            AnnalsError: pandas is not installed.
        """
        try:
            import pandas as pd  # noqa: PLC0415 - an option, and slow to import
        except ImportError as error:
            raise AnnalsError("to_pandas needs pandas; install it with: pip install 'annals[pandas]'") from error
        from annals.write.columns import COLUMNS, row  # noqa: PLC0415 - for this method alone

        rows = [row(incident) for incident in self.incidents(where)]
        return pd.DataFrame(rows, columns=[column.name for column in COLUMNS])

    def _home(self, name: str) -> Home:
        """The mention that an incident's id, its beginning, an alias or a mention's id stands for."""
        home = self._store.home(name)
        if home is None and self.browse.summary().derive_seconds is None:
            # Derived by an older annals, which did not note where each mention went.
            self.refresh()
            home = self._store.home(name)
        home = home or self._store.home(self.incident(name).incident_id)
        if home is None:
            raise NotFoundError(f"No telling of incident {name!r} is in this ledger; run `annals build` first.")
        return home

    def _decide_on_pair(self, verdict: judging.Verdict, a: str, b: str, by: str, reason: str, derive: bool) -> Decided:
        left, right = self._home(a), self._home(b)
        incidents = [self.incident(name) for name in dict.fromkeys((left.incident_id, right.incident_id))]
        known = self._store.judgements()
        made = judging.pair(verdict, left, right, incidents, by=by, reason=reason, known=known)
        return self._decide(made, derive=derive)

    def _decide(self, judgement: Judgement, *, derive: bool) -> Decided:
        started = monotonic()
        self._store.judge(judgement)
        if derive:
            self._derive()
        named = judgement
        known = {j.judgement_id: j for j in self._store.judgements()}
        while named.kind == "undo" and named.subject in known:
            named = known[named.subject]
        home = self._store.home(named.subject)
        return Decided(
            judgement=judgement,
            derived=derive,
            incident_id=home.incident_id if home else None,
            seconds=monotonic() - started,
        )

    def _reader(self) -> Reader:
        if self._loaded is None:
            self._loaded = self._stages.load()
        return self._loaded

    def _read(self, reports: Iterable[Report], run: Run) -> None:
        with closing(read_all(reports, self._stages, self._reader(), self._jobs)) as outcomes:
            for report, outcome in outcomes:
                run.keep(report, outcome)

    def _derive(self, *, anew: bool = False) -> int:
        """Bring the incidents up to date; returns how many there are.

        What waits is taken in a batch at a time, each of which is stored whole, so that a run which is cut off goes on
        where it was. Where very much waits, or the incidents are not those that this annals derived last, everything
        is derived anew; again where something came in between, as it can where two processes add to one ledger.
        """
        while not anew and self._stages.trace is not None:
            with self._store.growing() as growth:
                if not fits(growth):
                    break
                some = growth.waiting(_BATCH)
                growth.store(grow(growth, some), some)
                if not growth.waits():
                    return growth.count_incidents()
        while True:
            basis = self._store.basis()
            started = monotonic()
            derived, left = self._derived(basis)
            if self._store.replace_incidents(derived, basis.fingerprint, monotonic() - started, left):
                return len(derived.incidents)

    def _derived(self, basis: Basis) -> tuple[Derived, Callable[[Growth], None] | None]:
        """Everything derived anew, and what stores what that left behind."""
        if self._stages.trace is None:
            return self._stages.derive(basis.reports, basis.accounts, basis.judgements, basis.rules), None
        traced = self._stages.trace(basis.reports, basis.accounts, basis.judgements, basis.rules)
        return traced.derived, partial(leave, traced)


def _begins(known: str, prefix: str) -> bool:
    """Whether `known` begins with `prefix`: four hex digits at least, with or without the letter before them."""
    start, name = prefix.lower(), known.lower()
    return (len(start) > _SHORTEST_PREFIX and name.startswith(start)) or (
        len(start) >= _SHORTEST_PREFIX and name[1:].startswith(start)
    )


def _some(ids: list[str]) -> str:
    more = len(ids) - _NEAR
    return ", ".join(ids[:_NEAR]) + (f" and {more} more" if more > 0 else "")


def _near(name: str, known: list[str]) -> str:
    """The end of a sentence that says what was not found."""
    near = get_close_matches(name, known, n=_NEAR, cutoff=0.5)
    return f"; near it: {', '.join(near)}" if near else "; `annals list` shows what there is"
