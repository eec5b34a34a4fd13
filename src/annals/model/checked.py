"""A count that a report states, as it stands against the ledger and against what other reports state."""

from typing import Literal

import msgspec

from annals.model.incident import Tally, Window
from annals.model.quote import Quote

Verdict = Literal["agrees", "ledger_has_more", "ledger_has_fewer", "cannot_tell"]
VERDICTS: tuple[Verdict, ...] = ("agrees", "ledger_has_more", "ledger_has_fewer", "cannot_tell")


class Against(msgspec.Struct, frozen=True, kw_only=True):
    """Another report's count whose scope and window hold this one's, or lie within them."""

    report_id: str
    number: int
    """Its place among the counts of its report, from 0."""
    quote: Quote
    words: str
    count: dict[str, int | None]
    """{"low": ..., "high": ...}; None is open."""
    window: Window
    verdict: Literal["consistent", "contradicts", "cannot_tell"]
    """consistent: the wider one is not the smaller; contradicts: it is, and both say what they count; cannot_tell: it
    is, but they may count different things."""
    between: dict[str, int | None]
    """{"low": ..., "high": ...}: how many the wider one counts beyond the narrower; None is open."""
    counted_between: int
    """How many of these the ledger has."""
    reason: str


class CheckedTally(msgspec.Struct, frozen=True, kw_only=True):
    """One stated count of a ledger."""

    number: int
    """Its place among the counts of its report, from 0."""
    tally: Tally
    title: str | None
    """Of the report."""
    publisher: str | None
    published: str | None
    carried_by: tuple[str, ...]
    """Ids of the incidents whose records carry it; none where its report tells no incident."""
    against: tuple[Against, ...] = ()
    """By window, the earliest end first."""


class TallyPage(msgspec.Struct, frozen=True, kw_only=True):
    """Some of a ledger's stated counts: of the latest reports first, the undated last."""

    rows: tuple[CheckedTally, ...]
    total: int
    """How many there are in all."""
    verdicts: dict[str, int]
    """verdict -> how many have it, each verdict once."""
    next: str | None = None
    """Cursor of the page after this one; None where this is the last."""
