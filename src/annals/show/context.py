"""A quote in its sentence, with the quote marked."""

from rich.text import Text

from annals.english.sentences import split
from annals.model import Quote, Report
from annals.show.clean import printable
from annals.show.page import text

_REACH = 600
"""Code points looked at on either side of the quote for the ends of its sentence."""
_SHOWN = 220
"""Code points shown at most on either side of the quote."""


def quote_in_sentence(report: Report | None, quote: Quote) -> Text:
    """Return the sentence with the quote between « and »; the quote alone where the text is not at hand.

    A quote that does not stand in the text where it says is shown with that remark.
    """
    marked = ("«" + printable(quote.exact) + "»", "bold")
    if report is None:
        return text(marked)
    if not quote.verify(report.text):
        return text(marked, (" (does not stand in the stored text: run `annals verify`)", "bold red"))
    start, end = _around(report.text, quote)
    before, after = report.text[start : quote.start], report.text[quote.end : end]
    if len(before) > _SHOWN:
        before = "… " + before[-_SHOWN:].partition(" ")[2]
    if len(after) > _SHOWN:
        after = after[:_SHOWN].rpartition(" ")[0] + " …"
    return text(_flat(before), marked, _flat(after))


def _around(body: str, quote: Quote) -> tuple[int, int]:
    """Widen the quote to the sentences that it touches."""
    low, high = max(0, quote.start - _REACH), min(len(body), quote.end + _REACH)
    touched = [(b, e) for b, e in split(body, low, high) if b < quote.end and e > quote.start]
    if not touched:
        return quote.start, quote.end
    return min(quote.start, touched[0][0]), max(quote.end, touched[-1][1])


def _flat(words: str) -> str:
    """Make printable, with every run of white space as one space."""
    flat = " ".join(printable(words).split())
    return f"{' ' if words[:1].isspace() else ''}{flat}{' ' if words[-1:].isspace() and flat else ''}"
