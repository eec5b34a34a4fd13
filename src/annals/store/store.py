"""The store: one ledger, opened. Every method is one transaction."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import Self

import msgspec
from sqlalchemy import Connection, Engine, func, select

from annals.errors import LedgerError
from annals.model import Account, Incident, Judgement, Refusal, Report
from annals.model.change import Tombstone
from annals.model.derived import Derived, Home
from annals.model.rules import RuleSet
from annals.store import judged, leading, records, reports, runs
from annals.store.browse import Browse, deciding
from annals.store.engines import copy_into, open_engine, snapshot, use_write_ahead_log, writing
from annals.store.growth import Growth
from annals.store.migrations import NEWEST, migrate, version_of
from annals.store.runs import Counts
from annals.store.tables import incidents, metadata


class Basis(msgspec.Struct, frozen=True, kw_only=True):
    """All that incidents are derived from, as it stood at one moment."""

    reports: list[Report]
    accounts: list[Account]
    judgements: list[Judgement]
    rules: RuleSet
    fingerprint: str


def _left(leave: Callable[[Growth], None], connection: Connection) -> None:
    leave(Growth(connection))


class Store:
    """A ledger's file. A context manager: it is closed at the end."""

    def __init__(self, engine: Engine, *, location: str, writable: bool) -> None:
        """Use `Store.open`."""
        self._engine = engine
        self.location = location
        self.writable = writable

    @classmethod
    def open(cls, location: str | Path, *, create: bool = True) -> "Store":
        """Open the ledger at `location`, a path or `sqlite:///PATH`.

        Args:
            location: Where the ledger is.
            create: Make it where it is missing, and insist on being able to write to it. Where False it must be there,
                and may lie on read-only media.

        Raises:
            NotFoundError: it is missing, or empty, and `create` is False.
            LedgerLockedError: it must be brought to a newer form while another process is writing.
            LedgerError: not a ledger (it is left byte for byte as it was), of a newer annals, or not accessible.
        """
        opened = open_engine(location, create=create, newest=NEWEST)
        store = cls(opened.engine, location=opened.location, writable=opened.writable)
        try:
            store._bring_up_to_date()
        except BaseException:
            store.close()
            raise
        return store

    def _bring_up_to_date(self) -> None:
        if self.writable:
            migrate(self._engine)
            use_write_ahead_log(self._engine)
        elif version_of(self._engine) < NEWEST:
            raise LedgerError(f"{self.location} is of an older annals and read-only here; open a copy elsewhere.")

    def close(self) -> None:
        """Let go of the file; harmless when repeated."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if not self.writable:
            raise LedgerError(f"{self.location} is read-only here; open a copy where you may write.")
        with writing(self._engine) as connection:
            yield connection

    @cached_property
    def browse(self) -> Browse:
        """What pages ask of the ledger."""
        return Browse(self._engine)

    # Reports and accounts

    def add_report(self, report: Report, account: Account, reader: str) -> None:
        """Store a report and what `reader` read in it, both or neither.

        Raises:
            LedgerLockedError, LedgerError: see `engines.writing`.
            UnicodeEncodeError: a text that is not Unicode (a lone surrogate).
        """
        with self._writing() as connection:
            reports.add_report(connection, report, account, reader)

    def add_sighting(self, report: Report) -> None:
        """Note that a report that is in the ledger came in again, perhaps under another name."""
        with self._writing() as connection:
            reports.add_sighting(connection, report)

    def reader_of(self, report_id: str) -> str | None:
        """Which reader read the report; None where it is not in the ledger."""
        with snapshot(self._engine) as connection:
            return reports.reader_of(connection, report_id)

    def reports(self) -> list[Report]:
        """All reports, by id."""
        with snapshot(self._engine) as connection:
            return reports.all_reports(connection)

    def published(self) -> dict[str, str | None]:
        """The day of publication of every report, as given, by its id."""
        with snapshot(self._engine) as connection:
            return reports.published(connection)

    def reports_read_otherwise(self, reader: str) -> list[Report]:
        """The reports that another reader read last, by id."""
        with snapshot(self._engine) as connection:
            return reports.reports_read_otherwise(connection, reader)

    def reports_named(self, name: str) -> list[Report]:
        """The reports that `name` names, by id: as report id, else given id, else URL, else origin."""
        with snapshot(self._engine) as connection:
            return reports.reports_named(connection, name)

    def names_of_reports(self) -> list[str]:
        """All ids of reports and all ids that the input gave them, sorted."""
        with snapshot(self._engine) as connection:
            return reports.names_of_reports(connection)

    def accounts(self) -> list[Account]:
        """The account of each report, by report id."""
        with snapshot(self._engine) as connection:
            return reports.all_accounts(connection)

    def account(self, report_id: str) -> Account | None:
        """The account of a report; None where it is not in the ledger."""
        with snapshot(self._engine) as connection:
            return reports.account_of(connection, report_id)

    # Judgements

    def judge(self, judgement: Judgement) -> None:
        """Add a judgement; it can never be changed or erased. Adding an equal one again does nothing.

        Raises:
            LedgerError: another judgement has that id.
        """
        with self._writing() as connection:
            judged.add_judgement(connection, judgement)

    def judgements(self) -> list[Judgement]:
        """All judgements, undone ones too, by id."""
        with snapshot(self._engine) as connection:
            return judged.all_judgements(connection)

    def judge_all(self, judgements: Iterable[Judgement]) -> None:
        """Add judgements, all of them or none. Raises LedgerError as `judge` does."""
        with self._writing() as connection:
            for judgement in judgements:
                judged.add_judgement(connection, judgement)

    def homes_of(self, judgements: Iterable[Judgement]) -> dict[str, str]:
        """mention_id -> incident_id, for the mentions that judgements name and that an incident is made of."""
        with snapshot(self._engine) as connection:
            return deciding.homes_of(connection, judgements)

    def home(self, name: str) -> Home | None:
        """The mention that has this id, or of which an incident of this id or alias is made; None where none has."""
        with snapshot(self._engine) as connection:
            return judged.home_of(connection, name)

    # Derived records

    def basis(self) -> Basis:
        """All that incidents are derived from, at one moment."""
        with snapshot(self._engine) as connection:
            return Basis(
                reports=reports.all_reports(connection),
                accounts=reports.all_accounts(connection),
                judgements=judged.all_judgements(connection),
                rules=records.rules_of(connection),
                fingerprint=records.fingerprint(connection),
            )

    def rules(self) -> RuleSet:
        """The set of rules by which the records are made."""
        with snapshot(self._engine) as connection:
            return records.rules_of(connection)

    def copy_to(self, path: Path) -> None:
        """Write the ledger as it stands to a new file. Raises LedgerError where that cannot be written."""
        copy_into(self._engine, path)

    def keep_rules(self, rules: RuleSet) -> None:
        """Make the records by that set of rules from now on; they are stale until they are derived anew."""
        with self._writing() as connection:
            if records.rules_of(connection) != rules:
                records.keep_rules(connection, rules)

    def replace_incidents(
        self,
        derived: Derived,
        fingerprint: str,
        seconds: float | None = None,
        leave: Callable[[Growth], None] | None = None,
    ) -> bool:
        """Put `derived` in place of all before, unless the ledger is no longer what it was derived from.

        Args:
            derived: the incidents and what goes with them.
            fingerprint: that of the basis.
            seconds: how long deriving took, so that people can be told before the next time.
            leave: stores what deriving left behind, by which later reports are taken in.

        Returns:
            False where it has changed since, by another process; nothing is stored then.
        """
        with self._writing() as connection:
            if records.fingerprint(connection) != fingerprint:
                return False
            left = None if leave is None else partial(_left, leave)
            records.replace_incidents(connection, derived, fingerprint, seconds, left)
            return True

    @contextmanager
    def growing(self) -> Iterator[Growth]:
        """A write transaction in which reports are taken in: all of it is stored at the end, or nothing."""
        with self._writing() as connection:
            yield Growth(connection)

    def stale(self) -> bool:
        """Whether the incidents are not those of the present reports, judgements and version of annals."""
        with snapshot(self._engine) as connection:
            return records.stored_fingerprint(connection) != records.fingerprint(connection)

    def as_derived(self) -> bool:
        """Whether the incidents are those last derived, untouched, and what they are derived from is as it was."""
        with snapshot(self._engine) as connection:
            fresh = records.stored_fingerprint(connection) == records.fingerprint(connection)
            return fresh and records.untouched(connection)

    def incidents(self) -> list[Incident]:
        """All incidents: by first possible day, the undated last, then by id."""
        with snapshot(self._engine) as connection:
            return records.all_incidents(connection)

    def bodies(self) -> list[bytes]:
        """All incidents as stored, JSON in UTF-8, in the order of `incidents`."""
        with snapshot(self._engine) as connection:
            return records.bodies(connection)

    def incident(self, incident_id: str) -> Incident | None:
        """The incident that exactly that id leads to; None where there is none, or several."""
        with snapshot(self._engine) as connection:
            return records.incident_of(connection, incident_id)

    def tombstone(self, incident_id: str) -> Tombstone | None:
        """What is left of an incident that is no more; None where no incident ever had that id."""
        with snapshot(self._engine) as connection:
            return leading.tombstone_of(connection, incident_id)

    def incident_ids(self) -> list[str]:
        """The ids of all incidents, sorted."""
        with snapshot(self._engine) as connection:
            return records.ids_of_incidents(connection)

    def ids_that_lead_on(self) -> list[str]:
        """Aliases and the ids of incidents that are no more, sorted."""
        with snapshot(self._engine) as connection:
            return records.ids_that_lead_on(connection)

    def count_incidents(self) -> int:
        """How many incidents there are."""
        with snapshot(self._engine) as connection:
            return int(connection.execute(select(func.count()).select_from(incidents)).scalar_one())

    def counts(self) -> dict[str, int]:
        """How many rows each table has, by its name."""
        with snapshot(self._engine) as connection:
            return {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in metadata.sorted_tables
            }

    # Runs

    def start_run(self, reader: str) -> int:
        """Note that a run begins; returns its number."""
        with self._writing() as connection:
            return runs.start_run(connection, reader)

    def end_run(self, run: int, counts: Counts) -> None:
        """Note that a run ended and how it went."""
        with self._writing() as connection:
            runs.end_run(connection, run, counts)

    def refuse(self, run: int, number: int, refusal: Refusal) -> None:
        """Note what the run refused; numbers are counted from 1."""
        with self._writing() as connection:
            runs.add_refusal(connection, run, number, refusal)

    def refusals(self) -> list[Refusal]:
        """What the latest run refused, in its order."""
        with snapshot(self._engine) as connection:
            return runs.refusals_of_last_run(connection)
