"""The counts that reports state, in words: what each counts, what the ledger counts, and what other reports state."""

from collections.abc import Iterable, Iterator, Mapping

from rich.text import Text

from annals.model import Report, Tally
from annals.model.checked import Against, CheckedTally
from annals.model.incident import Scope
from annals.show.clean import printable
from annals.show.context import quote_in_sentence
from annals.show.countries import country_name
from annals.show.page import labelled, paragraph, text
from annals.show.values import published_words, range_words

VERDICTS = {
    "agrees": "the ledger agrees",
    "ledger_has_more": "the ledger has more",
    "ledger_has_fewer": "the ledger has fewer",
    "cannot_tell": "cannot tell",
}
AGAINST = {"consistent": "consistent", "contradicts": "contradicts", "cannot_tell": "cannot tell"}
_STYLES = {"agrees": "green", "ledger_has_more": "yellow", "ledger_has_fewer": "yellow", "cannot_tell": "dim"}
_COLUMN = 14
_SHOWN = 12


def tally_lines(rows: Iterable[CheckedTally], texts: Mapping[str, Report], width: int | None) -> Iterator[Text]:
    """Return a block of lines for each stated count; `texts` are the stored reports by id, for the sentences."""
    for number, row in enumerate(rows):
        if number:
            yield text()
        yield from _block(row, texts, width)


def _block(row: CheckedTally, texts: Mapping[str, Report], width: int | None) -> Iterator[Text]:
    tally = row.tally
    head = text((stated_words(tally), "bold"), "  ", (VERDICTS[tally.verdict], _STYLES[tally.verdict]))
    yield from paragraph(head, width, hang=2)
    yield from paragraph(text((source_words(row), "cyan"), f"  {tally.report_id}"), width, indent=2)
    yield from paragraph(quote_in_sentence(texts.get(tally.report_id), tally.quote), width, indent=2)
    for name, words in scope_words(tally.scope):
        yield from labelled((name, "dim"), text(words), width, indent=2, column=_COLUMN)
    yield from labelled(("ledger", "dim"), text(counted_words(tally)), width, indent=2, column=_COLUMN)
    yield from labelled(("why", "dim"), text(printable(tally.reason)), width, indent=2, column=_COLUMN)
    for other in row.against:
        body = text(f"{against_words(other)}: ", (AGAINST[other.verdict], "bold"), f". {printable(other.reason)}")
        yield from labelled(("beside", "dim"), body, width, indent=2, column=_COLUMN)


def stated_words(tally: Tally) -> str:
    """Return the number with what is counted, in the report's words.

    >>> from annals.model import Quote
    >>> stated_words(Tally(report_id="r1", quote=Quote(start=0, end=5, exact="third"), words="third", count={"low": 3},
    ...     scope=Scope(what="attack this week"), counted=0, verdict="cannot_tell", reason=""))
    'third attack this week'
    """
    return f"{printable(tally.words)} {printable(tally.scope.what)}".strip()


def source_words(row: CheckedTally) -> str:
    """Return outlet, day and title of the report."""
    title = f": {printable(row.title)}" if row.title else ""
    return f"{printable(row.publisher or 'Unnamed source')}, {published_words(row.published)}{title}"


def scope_words(scope: Scope) -> list[tuple[str, str]]:
    """Return the scope part by part, each with its name; the last names those that the report does not limit."""
    implied = " (not told; as the incident that it is told of)"
    parts = {
        "targets": scope.targets,
        "parties": scope.actors,
        "where": (country_name(scope.place),) if scope.place else (),
    }
    kind = [("weapons", ", ".join(kind.replace("_", " ") for kind in scope.weapons))]
    kind += [(name, ", ".join(map(printable, told))) for name, told in parts.items()]
    window = window_words(scope.window.start, scope.window.end)
    events = f"{', '.join(map(printable, scope.events)) or 'any violence'}{', deadly' if scope.deadly else ''}"
    of = {"events": "kind", "weapons": "kind", "where": "place"}
    found = [("events", events), *((name, words) for name, words in kind if words), ("window", window)]
    told = [(name, f"{words}{implied if of.get(name) in scope.implied else ''}") for name, words in found]
    free = [name for name, words in kind if not words]
    return [*told, ("not limited", ", ".join(free))] if free else told


def window_words(start: str | None, end: str | None) -> str:
    """Return first and last day in words.

    >>> window_words("2019-11-04", "2019-12-09"), window_words(None, "2019-12-09"), window_words(None, None)
    ('4 Nov 2019 to 9 Dec 2019', 'beginning not told, to 9 Dec 2019', 'not told')
    """
    if start is None and end is None:
        return "not told"
    first = published_words(start) if start else "beginning not told,"
    return f"{first} to {published_words(end)}" if end else f"{first}, end not told"


def number_words(tally: Tally) -> str:
    """Return the stated number as a range; "?" for a superlative, which has none."""
    return range_words(tally.count.get("low"), tally.count.get("high"))


def counted_words(tally: Tally) -> str:
    """Return what the ledger has: how many, which, how many more may fit, and how many it lacks at least."""
    named = ", ".join(map(printable, tally.incidents[:_SHOWN]))
    more = f" and {len(tally.incidents) - _SHOWN:,} more" if len(tally.incidents) > _SHOWN else ""
    which = f": {named}{more}" if named else ""
    maybe = f"; {tally.maybe:,} more may fit" if tally.maybe else ""
    missing = f"; at least {tally.missing:,} unreported here" if tally.missing else ""
    counted = f"{tally.counted:,} worse" if tally.form == "most" else f"{tally.counted:,} of {number_words(tally)}"
    return f"{counted}{which}{maybe}{missing}"


def against_words(other: Against) -> str:
    """Return which count of which report it is checked against."""
    return f"{printable(other.words)}, {window_words(other.window.start, other.window.end)}, {other.report_id}"
