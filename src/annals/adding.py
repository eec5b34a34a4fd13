"""One run of adding reports to a ledger: what comes in, what of it is new, what is kept and counted."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any

import msgspec

from annals.collect import collect
from annals.errors import UsageError
from annals.model import Account, Refusal, Report
from annals.store.runs import Counts
from annals.store.store import Store

Arrival = Report | Refusal | Mapping[str, Any] | str | Path
Progress = Callable[[int, str], None]


def arrivals(given: Iterable[Arrival] | str | Path) -> Iterator[Report | Refusal]:
    """Turn whatever a caller adds into reports and refusals, in its order: reports, mappings, paths; or one path.

    Paths that follow each other are collected together, so that one that is not there is noticed before any is read.

    Raises:
        UsageError: a path that is not there, or an object that is none of these.
    """
    items = enumerate([given] if isinstance(given, str | Path) else given, start=1)
    for are_paths, group in groupby(items, lambda item: isinstance(item[1], str | Path)):
        if are_paths:
            yield from collect([item for _, item in group if isinstance(item, str | Path)])
            continue
        for number, item in group:
            match item:
                case Report() | Refusal():
                    yield item
                case Mapping():
                    yield from _from_mapping(item, f"record {number}")
                case _:
                    raise UsageError(f"record {number} is a {type(item).__name__}; give reports, mappings or paths.")


def _from_mapping(item: Mapping[str, Any], origin: str) -> Iterator[Report | Refusal]:
    """Read a mapping as the JSON Lines input it stands for."""
    try:
        line = json.dumps(msgspec.to_builtins(dict(item)), sort_keys=True).encode() + b"\n"
    except (TypeError, ValueError) as error:
        yield Refusal(origin=origin, reason=f"This cannot be written as JSON: {error}.")
        return
    for made in collect(["-"], stdin=BytesIO(line)):
        yield msgspec.structs.replace(made, origin=origin)


class BuildSummary(msgspec.Struct, frozen=True, kw_only=True):
    """How adding went."""

    read: int = 0
    """Reports that were new and are now in the ledger."""
    already_there: int = 0
    """Reports that the ledger held already, or that came in twice."""
    read_again: int = 0
    """Reports of the ledger that another reader or version had read, and that were read again."""
    refused: int = 0
    """Inputs that could not be read."""
    incidents: int = 0
    """Incidents of the whole ledger afterwards."""
    refusals: tuple[Refusal, ...] = ()
    """What was refused and why, in the order in which it was noticed."""


class Run:
    """The book-keeping of one run. Every input is counted exactly once."""

    def __init__(self, store: Store, reader: str, progress: Progress | None) -> None:
        """Note in the ledger that a run by `reader` begins."""
        self._store = store
        self._reader = reader
        self._progress = progress
        self._number = store.start_run(reader)
        self._met: set[str] = set()
        self._doubles: list[Report] = []
        self._read = self._already_there = self._read_again = self._done = 0
        self._refusals: list[Refusal] = []

    def unread(self, inputs: Iterable[Report | Refusal]) -> Iterator[Report]:
        """Yield the reports that this reader has not read; count and note all others."""
        for item in inputs:
            if isinstance(item, Refusal):
                self._refuse(item)
            elif (fault := _unstorable(item)) is not None:
                self._refuse(fault)
            elif item.report_id in self._met:
                self._doubles.append(item)
                self._already_there += 1
            elif self._store.reader_of(item.report_id) == self._reader:
                self._store.add_sighting(item)
                self._already_there += 1
            else:
                self._met.add(item.report_id)
                yield item
                continue
            self._tell(item)

    def read_otherwise(self) -> list[Report]:
        """The reports of the ledger that another reader or version read last."""
        return self._store.reports_read_otherwise(self._reader)

    def keep(self, report: Report, outcome: Account | Refusal) -> None:
        """Store a report with its account. Where the reader failed it is kept all the same, with a note."""
        if isinstance(outcome, Refusal):
            account = Account(report_id=report.report_id, reader=self._reader, note=outcome.reason)
        else:
            account = outcome
        known = self._store.reader_of(report.report_id) is not None
        self._store.add_report(report, account, self._reader)
        if isinstance(outcome, Refusal):
            self._refuse(outcome)
        elif known:
            self._read_again += 1
        else:
            self._read += 1
        self._tell(report)

    def note_doubles(self) -> None:
        """Note where the reports came from that came in twice; their first coming is stored by now."""
        for report in self._doubles:
            self._store.add_sighting(report)
        self._doubles.clear()

    def end(self, incidents: int) -> BuildSummary:
        """Note in the ledger how the run went; a run that is cut off has no such note."""
        summary = BuildSummary(
            read=self._read,
            already_there=self._already_there,
            read_again=self._read_again,
            refused=len(self._refusals),
            incidents=incidents,
            refusals=tuple(self._refusals),
        )
        self._store.end_run(
            self._number,
            Counts(
                read=summary.read,
                already_there=summary.already_there,
                read_again=summary.read_again,
                refused=summary.refused,
                incidents=incidents,
            ),
        )
        return summary

    def _refuse(self, refusal: Refusal) -> None:
        refusal = _printable(refusal)
        self._refusals.append(refusal)
        self._store.refuse(self._number, len(self._refusals), refusal)

    def _tell(self, item: Report | Refusal) -> None:
        self._done += 1
        if self._progress is not None:
            self._progress(self._done, item.origin or (item.report_id if isinstance(item, Report) else ""))


def _unstorable(report: Report) -> Refusal | None:
    """A refusal where the report's words are not Unicode text, which no file or database can hold."""
    try:
        msgspec.json.encode(report)
    except UnicodeEncodeError as error:
        reason = (
            f"The report holds {error.object[error.start : error.end]!a}, half of a Unicode character; mend the input."
        )
        return Refusal(origin=report.origin or report.report_id, reason=reason)
    return None


def _printable(refusal: Refusal) -> Refusal:
    r"""Write the bytes of a file name that are not Unicode as \udcXX, so that it can be stored and shown."""
    fields = msgspec.structs.asdict(refusal).items()
    return Refusal(**{k: v and v.encode("utf-8", "backslashreplace").decode() for k, v in fields})
