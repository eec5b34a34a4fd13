"""A quote in its sentence: what stands before it, the words themselves, and what follows."""

import msgspec

from annals.english.sentences import split
from annals.model import Quote, Report

_REACH = 600
_SHOWN = 220


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """A quote with the rest of its sentence."""

    report_id: str | None
    """None where the report is not at hand."""
    before: str = ""
    exact: str
    after: str = ""
    verified: bool = True
    """Whether the words stand in the stored text where the quote says."""


def receipt(report: Report | None, quote: Quote) -> Receipt:
    """Return a quote in its sentence; the quote alone where the text is not at hand or does not have it."""
    if report is None:
        return Receipt(report_id=None, exact=quote.exact)
    text = report.text
    if not quote.verify(text):
        return Receipt(report_id=report.report_id, exact=quote.exact, verified=False)
    low, high = max(0, quote.start - _REACH), min(len(text), quote.end + _REACH)
    touched = [(b, e) for b, e in split(text, low, high) if b < quote.end and e > quote.start]
    start = min(quote.start, touched[0][0]) if touched else quote.start
    end = max(quote.end, touched[-1][1]) if touched else quote.end
    before, after = text[start : quote.start], text[quote.end : end]
    if len(before) > _SHOWN:
        before = "… " + before[-_SHOWN:].partition(" ")[2]
    if len(after) > _SHOWN:
        after = after[:_SHOWN].rpartition(" ")[0] + " …"
    return Receipt(report_id=report.report_id, before=before, exact=quote.exact, after=after)
