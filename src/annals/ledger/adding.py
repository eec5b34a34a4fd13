"""How reports come into a ledger, and how its incidents are brought up to date."""

from collections.abc import Callable, Iterable
from contextlib import closing
from functools import partial
from pathlib import Path
from time import monotonic

from annals.adding import Arrival, BuildSummary, Progress, Run, arrivals
from annals.growing import fits, grow, leave
from annals.ledger.held import Held
from annals.model import Report
from annals.model.derived import Derived
from annals.pipeline import Reader, read_all
from annals.store.growth import Growth
from annals.store.store import Basis

_BATCH = 100
"""Reports that are taken in at once."""


class Adding(Held):
    """The part of a ledger that reads reports and derives the incidents."""

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

    def refresh(self) -> float:
        """Derive the incidents anew where they do not know all reports and judgements; returns the seconds it took."""
        started = monotonic()
        if self._rules is not None:
            self._store.keep_rules(self._rules)
        if self._store.stale():
            self._derive()
        return monotonic() - started

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
