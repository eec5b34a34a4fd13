"""Runs: what was read and when, what was refused and why, and how far a run is that goes on."""

from annals.errors import NotFoundError
from annals.web.page import Ask, Page


def runs(ask: Ask) -> Page:
    """Show the runs, the latest first."""
    browse = ask.site.ledger.browse
    found = browse.runs(size=ask.parameters.number("size", 50, 1, 500), cursor=ask.parameters.one("cursor"))
    return Page(
        template="runs.html",
        title="Runs",
        data=found,
        view={"result": found, "summary": browse.summary()},
    )


def run(ask: Ask) -> Page:
    """Show one run and what it refused."""
    number = ask.names["id"]
    if not (number.isascii() and number.isdecimal() and len(number) < 10):  # noqa: PLR2004 - what fits an integer
        raise NotFoundError(f"There is no run {number!r}.")
    found = ask.site.ledger.browse.run(
        int(number), size=ask.parameters.number("size", 100, 1, 500), cursor=ask.parameters.one("cursor")
    )
    return Page(template="run.html", title=f"Run {number}", data=found, view={"found": found})
