"""The list of reports, with search over their texts."""

from annals.web.page import Ask, Page

_SIZE = 50


def reports(ask: Ask) -> Page:
    """Show the reports of the ledger, the latest to come in first."""
    text = ask.parameters.one("text")
    found = ask.site.ledger.browse.reports(
        text=text, size=ask.parameters.number("size", _SIZE, 1, 500), cursor=ask.parameters.one("cursor")
    )
    return Page(template="reports.html", title="Reports", data=found, view={"result": found, "text": text})
