"""What pages get of reports and of the runs that read them.

The values are frozen. Days are YYYY-MM-DD; None is unknown or open, 0 is none.
"""

import msgspec

from annals.model import Account, Refusal, Report
from annals.store.browse.shapes import Row


class Sighting(msgspec.Struct, frozen=True, kw_only=True):
    """A way in which a report came in."""

    given_id: str | None
    origin: str | None
    raw_sha256: str


class ReportRow(msgspec.Struct, frozen=True, kw_only=True):
    """A report as a line of a list."""

    report_id: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    incidents: int


class ReportPage(msgspec.Struct, frozen=True, kw_only=True):
    """Some reports, in the order in which they came in, the latest first."""

    rows: tuple[ReportRow, ...]
    total: int | None
    """None where it was not counted."""
    next: str | None


class ReportView(msgspec.Struct, frozen=True, kw_only=True):
    """One report with all that was read in it."""

    report: Report
    account: Account
    reader: str
    """Name and versions of what read it."""
    sightings: tuple[Sighting, ...]
    incidents: tuple[Row, ...]
    mentions: dict[str, str]
    """mention_id -> incident_id, for those mentions that became part of an incident."""
    copy_of: ReportRow | None
    """The original that it reprints."""
    copies: tuple[ReportRow, ...]
    """Reprints of it."""
    superseded_by: tuple[ReportRow, ...]
    """The next versions of its story by the same outlet, as its incidents have them; mostly none or one."""
    supersedes: tuple[ReportRow, ...]
    """The reports of which it is the next version, likewise."""


class RunRow(msgspec.Struct, frozen=True, kw_only=True):
    """One time that reports were added. Times are UTC, ISO 8601."""

    run_id: int
    started: str
    ended: str | None
    """None where it runs now or was cut off."""
    annals: str
    reader: str
    read: int
    already_there: int
    read_again: int
    refused: int
    incidents: int | None


class RunPage(msgspec.Struct, frozen=True, kw_only=True):
    """Some runs, the latest first."""

    rows: tuple[RunRow, ...]
    total: int
    next: str | None


class RunView(msgspec.Struct, frozen=True, kw_only=True):
    """One run and some of what it refused, in its order."""

    run: RunRow
    refusals: tuple[Refusal, ...]
    refused_so_far: int
    stored: int
    """Reports in the ledger now; grows while a build runs."""
    next: str | None
    """Cursor of the next refusals."""


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """What the ledger holds, and whether it is up to date."""

    reports: int
    incidents: int
    judgements: int
    generation: str
    """Changes whenever any answer of `Browse` may; the root of an ETag."""
    stale: bool
    """True where reports or judgements came in that the incidents do not know yet."""
    derive_seconds: float | None
    """How long deriving took the last time; None where that is not known."""
    last_run: RunRow | None
