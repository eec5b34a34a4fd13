"""The shape that every reader has: rules, trained, language model."""

from typing import Protocol

from annals.model import Reading, Report


class Extractor(Protocol):
    """Reads one report at a time. A reader holds no state between reports: equal reports give equal readings."""

    @property
    def name(self) -> str:
        """Name and version ("rules 1"); a ledger reads its reports anew when this changes."""

    def read(self, report: Report) -> Reading:
        """Find the events of a report. Never raises on any text; a report it cannot read gets a note."""
