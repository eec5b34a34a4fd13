"""The archived text of a report as a page shows it: paragraphs of segments, every quote marked where it stands."""

from collections.abc import Iterable

import msgspec

from annals.model import Incident, Report
from annals.show.values import value_words
from annals.web.highlight import Mark, Segment, Stretch, segments
from annals.web.matrix import field_name
from annals.web.origins import Source

_PARAGRAPH = 4_000
"""Code points of a paragraph at most, so that a text without line ends can be laid out piece by piece."""


class ReportText(msgspec.Struct, frozen=True, kw_only=True):
    """A report's text with marks."""

    report: Report
    source: Source | None
    paragraphs: tuple[tuple[Segment, ...], ...]
    marks: tuple[Mark, ...]
    chosen: bool
    """It holds the claim that was asked for."""


def report_text(report: Report, record: Incident, source: Source | None, *, chosen: str | None) -> ReportText:
    """Mark every quote of a record's claims in one of its reports; with `chosen`, that claim's alone."""
    claims = [c for c in record.claims if c.report_id == report.report_id]
    marks = tuple(
        Mark(
            key=c.claim_id,
            start=c.quote.start,
            end=c.quote.end,
            kind=c.field,
            label=f"{field_name(c.field)}: {value_words(c.value)}",
        )
        for c in claims
        if c.quote.verify(report.text)
    )
    return ReportText(
        report=report,
        source=source,
        paragraphs=paragraphs(report, marks, 0, len(report.text)),
        marks=marks,
        chosen=any(c.claim_id == chosen for c in claims),
    )


def paragraphs(report: Report, marks: Iterable[Mark], start: int, end: int) -> tuple[tuple[Segment, ...], ...]:
    """Cut `report.text[start:end]` into paragraphs at line ends, and where a line is very long, within it."""
    regions = [Stretch(start=r.start, end=r.end, kind=r.kind) for r in report.regions]
    found: list[list[Segment]] = [[]]
    size = 0
    for segment in segments(report.text, marks, regions, start=start, end=end):
        rest = segment
        while (cut := _cut(rest.text, _PARAGRAPH - size)) is not None:
            found[-1].append(msgspec.structs.replace(rest, text=rest.text[:cut]))
            found.append([])
            size = 0
            rest = msgspec.structs.replace(rest, text=rest.text[cut:], opens=())
        found[-1].append(rest)
        size += len(rest.text)
    trimmed = (tuple(s for s in part if s.text) for part in found)
    return tuple(part for part in trimmed if any(s.text.strip() or s.marks for s in part))


def _cut(text: str, room: int) -> int | None:
    """Return where the paragraph ends within `text`: after its line end, or where there is no more room."""
    at = text.find("\n")
    if 0 <= at < room:
        return at + 1
    return max(room, 1) if len(text) > room else None
