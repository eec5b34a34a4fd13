"""One report: its text with every claim marked, what was not read and why, hashes, and where its date comes from."""

from typing import Any

import msgspec

from annals.errors import NotFoundError
from annals.model import Account
from annals.show.values import value_words
from annals.store.browse.source_shapes import ReportView
from annals.web.highlight import Mark
from annals.web.matrix import field_name
from annals.web.page import Ask, Page
from annals.web.texts import paragraphs

PART = 40_000
"""Code points of a text on one page."""
REALIS = {
    "planned": "planned, did not happen in this report",
    "threatened": "threatened",
    "hypothetical": "hypothetical",
    "denied": "denied",
    "historical": "too old to be news",
}
"""Why a mention that was read makes no incident."""


def report(ask: Ask) -> Page:
    """Show one report."""
    found = ask.site.ledger.browse.report(ask.names["id"])
    text = found.report.text
    marks = marks_of(found.account)
    chosen = ask.parameters.one("claim")
    size = PART if ask.links.served else max(len(text), 1)  # a file cannot be asked for its second part
    parts = max(1, -(-len(text) // size))
    part = _part(ask, marks, chosen, parts)
    start, end = (part - 1) * size, min(part * size, len(text))
    if chosen is not None and chosen not in {mark.key for mark in marks}:
        raise NotFoundError(f"There is no claim {chosen!r} in report {found.report.report_id}.")
    return Page(
        template="report.html",
        title=found.report.title or "Report without a title",
        data=found if ask.site.texts else _without_text(found),
        view={
            "found": found,
            "report": found.report,
            "account": found.account,
            "paragraphs": paragraphs(found.report, marks, start, end) if ask.site.texts else (),
            "marks": marks,
            "chosen": chosen,
            "part": part,
            "parts": parts,
            "mentions": [_mention(mention, found) for mention in found.account.mentions],
            "set_apart": {
                kind: sum(r.kind == kind for r in found.report.regions)
                for kind in dict.fromkeys(r.kind for r in found.report.regions)
            },
            "of": ask.parameters.one("of"),
            "states_day": any(r.published for r in found.report.regions),
        },
    )


def _without_text(found: ReportView) -> ReportView:
    """Return the page's data without the text, for a ledger published without what belongs to others."""
    return msgspec.structs.replace(found, report=msgspec.structs.replace(found.report, text="", regions=()))


def marks_of(account: Account) -> list[Mark]:
    """Return a mark for every quote that was read in a report."""
    found = []
    for mention in account.mentions:
        found += [
            Mark(
                key=claim.claim_id,
                start=claim.quote.start,
                end=claim.quote.end,
                kind=claim.field,
                label=f"{field_name(claim.field)}: {value_words(claim.value)}",
            )
            for claim in mention.claims
        ]
    told = {
        "response": [(r.quote, f"response: {r.category}") for r in account.responses],
        "link": [(t.quote, f"link: {field_name(t.relation)}") for t in account.ties],
        "tally": [(t.quote, f"tally: {t.words}") for t in account.tallies],
    }
    found += [
        Mark(key=f"{kind}{number}", start=quote.start, end=quote.end, kind=kind, label=label)
        for kind, quotes in told.items()
        for number, (quote, label) in enumerate(quotes)
    ]
    return found


def _part(ask: Ask, marks: list[Mark], chosen: str | None, parts: int) -> int:
    """Return the part of the text to show: the one asked for, else that of the chosen claim."""
    start = next((mark.start for mark in marks if mark.key == chosen), 0)
    return min(ask.parameters.number("part", start // PART + 1, 1, 100_000), parts)


def _mention(mention: Any, found: ReportView) -> dict[str, Any]:
    became = found.mentions.get(mention.mention_id)
    row = next((row for row in found.incidents if row.incident_id == became), None)
    why = None
    if became is None:
        several = "several events told as one" if mention.aggregate else "not linked yet"
        why = REALIS.get(mention.realis, several)
    return {"mention": mention, "incident": row, "incident_id": became, "why_not": why}
