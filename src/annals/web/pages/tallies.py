"""Stated counts: what each counts, what the ledger has of it, and what other reports state of the same."""

from annals.model.checked import VERDICTS
from annals.show.tallies import against_words, scope_words, source_words, stated_words
from annals.web.page import Ask, Page
from annals.web.receipts import receipt

_SIZE = 50
LISTED = 100
"""Incidents that are listed of one count; the JSON has all."""


def tallies(ask: Ask) -> Page:
    """Show the counts of all reports, those of the latest first; of one incident or report with `of`."""
    of, verdict = ask.parameters.one("of"), ask.parameters.one("verdict")
    size, cursor = ask.parameters.number("size", _SIZE, 1, 500), ask.parameters.one("cursor")
    ledger = ask.site.ledger
    found = ledger.tallies(of, verdict=verdict, size=size, cursor=cursor)
    reports = ledger.browse.texts(sorted({row.tally.report_id for row in found.rows}))
    texts = {report.report_id: report for report in reports}
    named = {name for row in found.rows for name in (*row.tally.incidents[:LISTED], *row.carried_by)}
    return Page(
        template="tallies.html",
        title="Stated counts",
        data=found,
        view={
            "result": found,
            "verdict": verdict,
            "of": of,
            "listed": LISTED,
            "verdict_names": VERDICTS,
            "receipts": [receipt(texts.get(row.tally.report_id), row.tally.quote) for row in found.rows],
            "titles": {row.incident_id: row for row in ledger.browse.rows(sorted(named))},
            "stated_words": stated_words,
            "source_words": source_words,
            "scope_words": scope_words,
            "against_words": against_words,
        },
    )
