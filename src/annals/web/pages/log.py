"""The log: every decision that people made, by whom, when and why; undoing is a new entry."""

from annals.web.page import Ask, Page


def log(ask: Ask) -> Page:
    """Show the decisions, the latest first."""
    incident = ask.parameters.one("incident")
    found = ask.site.ledger.browse.log(
        incident, size=ask.parameters.number("size", 50, 1, 500), cursor=ask.parameters.one("cursor")
    )
    return Page(
        template="log.html",
        title="Decisions",
        data=found,
        view={"result": found, "incident": incident, "done": ask.parameters.one("done")},
    )
