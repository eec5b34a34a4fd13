"""The changes feed: what happened to incidents, each time that they were derived."""

from annals.errors import UsageError
from annals.show.changes import aftermath
from annals.web.page import Ask, Page

_MOST_DIGITS = 18


def changes(ask: Ask) -> Page:
    """Show the latest changes, the latest first; as JSON, and after `since`, in the order in which they came."""
    since, before = ask.parameters.one("since"), ask.parameters.one("before")
    if before is not None and not (before.isascii() and before.isdecimal() and len(before) <= _MOST_DIGITS):
        raise UsageError(f"before: {before[:40]!r} is no number of a change.")
    browse = ask.site.ledger.browse
    found = browse.changes(
        since=since,
        before=None if before is None else int(before),
        size=ask.parameters.number("size", 50, 1, 500),
    )
    named = {name for change in found.rows for name in (change.incident_id, *change.became)}
    return Page(
        template="changes.html",
        title="Changes",
        data=found,
        view={
            "result": found,
            "rows": found.rows if since is not None else found.rows[::-1],
            "since": since,
            "aftermath": aftermath,
            "current": {row.incident_id for row in browse.rows(sorted(named))},
        },
    )
