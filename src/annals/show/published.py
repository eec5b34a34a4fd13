"""When a report was published and how that is known: the days that are left after each step of the reasoning."""

from collections.abc import Mapping

from rich.text import Text

from annals.model import Report
from annals.model.dating import Dating
from annals.show.clean import printable
from annals.show.context import quote_in_sentence
from annals.show.page import paragraph, text
from annals.show.values import published_words

_HOW = {
    "stated": "as the report itself states",
    "relative": "worked out from the report's own words",
    "corroborated": "worked out from the report's words and other reports",
    "unknown": "not known to the week",
}


def published_page(report: Report, dating: Dating, others: Mapping[str, Report], width: int | None) -> list[Text]:
    """Return the days of publication, then each step with its words; `others` are the reports of the steps by id."""
    lines = [
        text((printable(report.report_id), "cyan")),
        *paragraph(text((printable(_name(report)), "bold")), width),
        text(),
    ]
    if report.published is not None and not dating.steps:
        given = published_words(report.published)
        return [*lines, *paragraph(text(("Published: ", "bold"), f"{given}, as given with the report."), width)]
    lines += paragraph(text(("Published: ", "bold"), f"{_days(dating)}; {_HOW[dating.basis]}."), width)
    if not dating.steps:
        return [*lines, *paragraph(text("Nothing in it, and no other report of the ledger, bounds the day."), width)]
    for number, step in enumerate(dating.steps, start=1):
        lines += [text(), *paragraph(text(f"{number}. {step.reason[0].upper()}{step.reason[1:]}."), width, hang=3)]
        other = others.get(step.other or "")
        if other is not None:
            lines += paragraph(text(printable(_name(other))), width, indent=3)
        if step.quote is not None:
            lines += paragraph(quote_in_sentence(report, step.quote), width, indent=3)
        lines += paragraph(text(("left: ", "dim"), step.left), width, indent=3)
    return lines


def _name(report: Report) -> str:
    return " \u00b7 ".join(part for part in (report.title, report.publisher, report.origin) if part) or report.report_id


def _days(dating: Dating) -> str:
    start, end = dating.start or "..", dating.end or ".."
    return start if start == end else f"{start} to {end}" if dating.start or dating.end else "unknown"
