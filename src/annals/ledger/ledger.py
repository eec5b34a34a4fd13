"""One ledger: opened, copied, checked; what it answers, takes in and lets people decide lies in its parts."""

from pathlib import Path

import msgspec

from annals.ledger.deciding import Deciding
from annals.model import Refusal
from annals.model.rules import RuleSet
from annals.pipeline import pipeline
from annals.store.store import Store
from annals.store.verify import Verification, verify


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


class Ledger(Deciding):
    """A ledger of incidents. A context manager: it is closed at the end."""

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

    def copy_to(self, path: str | Path) -> None:
        """Write the ledger as it stands to a new file; raises LedgerError where that cannot be written."""
        self._store.copy_to(Path(path))

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
