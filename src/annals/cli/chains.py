"""`annals chains`: what answered what, step by step, as reports assert it."""

from typing import Any

import click

from annals.cli.browse import note_stale
from annals.cli.console import show, show_json, width
from annals.cli.messages import examples, note
from annals.cli.options import FILTERS, filter_options, json_option, ledger_option, read_filter
from annals.errors import UsageError
from annals.ledger import Filter, Ledger
from annals.model.incident import SCHEMA_VERSION
from annals.show.chains import chain_lines
from annals.show.page import text
from annals.show.table import counted
from annals.store.browse.shapes import Chain

_AT_ONCE = 500


@click.command(epilog=examples("annals chains", "annals chains i3f2a", "annals chains --country Iraq --json"))
@click.argument("incident_id", metavar="[ID]", required=False)
@filter_options
@ledger_option
@json_option
def chains(incident_id: str | None, ledger: str, as_json: bool, **asked: Any) -> None:
    """Show the chains of answers: incidents that retaliated for, or responded to, each other.

    With ID (an incident's id or its beginning) the one in which that incident stands, else all, the latest first; with
    filters those in which at least one incident is all that is asked for. Under each step stands what it answered and
    the sentence that says so. Only what a report asserts makes a step: that one thing came after another never does.
    """
    filtered = any(asked.get(name) is not None for name in FILTERS)
    if incident_id is not None and filtered:
        raise UsageError("Give an ID or filters, not both.")
    with Ledger.open(ledger, create=False) as opened:
        if incident_id is not None:
            one = opened.browse.chain(opened.incident(incident_id).incident_id)
            found = [one] if one is not None else []
        else:
            found = _all(opened, read_filter(asked) if filtered else None)
        if as_json:
            show_json({"schema_version": SCHEMA_VERSION, "count": len(found), "chains": found})
            return
        if not found:
            note(_nothing(incident_id, filtered=filtered))
            return
        ids = {tie.link.asserted_by for chain in found for tie in chain.ties}
        texts = {report.report_id: report for report in opened.browse.texts(sorted(ids))}
        for number, chain in enumerate(found):
            show([*([text()] if number else []), *chain_lines(chain, texts, width())])
        note(f"{counted(len(found), 'chain')} of answers.")
        note_stale(opened)


def _all(ledger: Ledger, where: Filter | None) -> list[Chain]:
    found: list[Chain] = []
    cursor: str | None = None
    while True:
        page = ledger.browse.chains(size=_AT_ONCE, cursor=cursor)
        found += page.rows
        cursor = page.next
        if cursor is None:
            break
    if where is None:
        return found
    picked = {incident.incident_id for incident in ledger.incidents(where)}
    return [chain for chain in found if any(row.incident_id in picked for row in chain.incidents)]


def _nothing(incident_id: str | None, *, filtered: bool) -> str:
    if incident_id is not None:
        return (
            "No report says that it answered another incident, or that another answered it. See all: `annals chains`."
        )
    if filtered:
        return "No chain has an incident that is all that was asked for. Drop a filter to see more."
    return "No chains: no report in this ledger says that one incident answered another."
