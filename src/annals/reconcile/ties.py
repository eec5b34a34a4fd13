"""Ties that reports assert between mentions become links between the incidents that hold them."""

from collections.abc import Iterable, Mapping

from annals.model.claim import Account
from annals.model.incident import Link

RELATIONS = ("retaliation_for", "response_to", "part_of", "same_campaign")
"""The relations of the record. Others that a reader may find (follows, precursor, repeats) tell an order in time or a
likeness, which the records' dates and places show, and make no link."""


def links_of(accounts: Iterable[Account], incident_of: Mapping[str, str]) -> dict[str, tuple[Link, ...]]:
    """incident_id -> its links, sorted, each once.

    Args:
        accounts: all that the reports say.
        incident_of: mention_id -> incident_id; a mention that is missing makes no incident, nor a link.
    """
    found: dict[str, set[Link]] = {}
    for account in accounts:
        for tie in account.ties:
            source, target = incident_of.get(tie.source), incident_of.get(tie.target)
            if tie.relation in RELATIONS and source and target and source != target:
                link = Link(relation=tie.relation, to=target, asserted_by=tie.report_id, quote=tie.quote)
                found.setdefault(source, set()).add(link)
    return {
        incident: tuple(sorted(links, key=lambda k: (k.relation, k.to, k.asserted_by, k.quote.start, k.quote.end)))
        for incident, links in found.items()
    }
