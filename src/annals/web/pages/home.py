"""The front page, which is the list of incidents, and the page that says how to read all others."""

import msgspec

from annals.reconcile import rules_of
from annals.store.browse.source_shapes import Summary
from annals.web.page import Ask, Moved, Page
from annals.web.pages.incidents import incidents


class MethodData(msgspec.Struct, frozen=True, kw_only=True):
    """The JSON of the page on method."""

    summary: Summary
    rules: dict[str, list[str]]
    """Field -> what its rule does, as sentences."""


def home(ask: Ask) -> Page | Moved:
    """Show the list where a server answers; as a file, this is the first file opened."""
    return Moved(to="incidents", permanent=False) if ask.links.served else incidents(ask)


def method(ask: Ask) -> Page:
    """Say what the signs mean, how values are chosen, and which keys there are."""
    summary = ask.site.ledger.browse.summary()
    rules = {field: list(rule.sentences) for field, rule in rules_of(ask.site.ledger.rules).items()}
    return Page(template="method.html", title="How to read this", data=MethodData(summary=summary, rules=rules))
