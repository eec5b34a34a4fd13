"""Chains of answers on a terminal: each incident as a step, under it what it answered and the sentence that says so."""

from collections.abc import Iterable, Iterator, Mapping

from rich.text import Text

from annals.model import DateValue, Report
from annals.show.clean import printable
from annals.show.context import quote_in_sentence
from annals.show.page import paragraph, text
from annals.show.relations import RELATIONS
from annals.show.table import counted
from annals.show.values import date_words, published_words
from annals.store.browse.shapes import Chain, Tie

_TITLE, _CUE, _SAID = 5, 7, 9


def chain_lines(chain: Chain, texts: Mapping[str, Report], width: int | None) -> Iterator[Text]:
    """Return the chain's heading and its steps; `texts` are the stored reports by id."""
    numbers = {row.incident_id: number for number, row in enumerate(chain.incidents, start=1)}
    yield text((chain_words(chain), "bold"))
    for row in chain.incidents:
        head = text(
            f"{numbers[row.incident_id]:>3}  {date_words(row.date)}  ",
            (printable(row.title), "bold"),
            "  ",
            (printable(row.incident_id), "cyan"),
        )
        yield from paragraph(head, width, hang=_TITLE)
        for tie in chain.ties:
            if tie.source.incident_id == row.incident_id:
                yield from _answer(tie, numbers, texts, width)


def chain_words(chain: Chain) -> str:
    """Return how long a chain is, in incidents and in days.

    >>> chain_words(Chain(incidents=(), ties=()))
    '0 incidents, undated'
    """
    dated = [row.date for row in chain.incidents if row.date.start or row.date.end]
    size = counted(len(chain.incidents), "incident")
    if not dated:
        return f"{size}, undated"
    first, last = date_words(dated[0]), date_words(_latest(dated))
    return f"{size}, {first}" if first == last else f"{size}, {first} to {last}"


def relation_words(tie: Tie) -> str:
    """Return how the tie reads from its source."""
    return RELATIONS.get(tie.link.relation, (tie.link.relation.replace("_", " "), ""))[0]


def _latest(dates: Iterable[DateValue]) -> DateValue:
    return max(dates, key=lambda date: date.end or date.start or "")


def _answer(tie: Tie, numbers: Mapping[str, int], texts: Mapping[str, Report], width: int | None) -> Iterator[Text]:
    report = texts.get(tie.link.asserted_by)
    yield text(" " * _TITLE, (f"{relation_words(tie)} {numbers[tie.target.incident_id]}", "yellow"))
    yield from paragraph(text((f"in {_source(report, tie.link.asserted_by)}", "cyan")), width, indent=_CUE)
    yield from paragraph(quote_in_sentence(report, tie.link.quote), width, indent=_SAID)


def _source(report: Report | None, report_id: str) -> str:
    if report is None:
        return f"report {printable(report_id)}"
    file = report.origin.rpartition("/")[2] if report.origin else None
    return f"{printable(report.publisher or file or 'unnamed source')}, {published_words(report.published)}"
