"""`annals tallies`: the counts that reports state, checked against the ledger and against each other."""

from collections.abc import Iterator

import click
import msgspec

from annals.cli.console import show, show_json, width
from annals.cli.messages import examples, note
from annals.cli.options import json_option, ledger_option
from annals.ledger import Ledger
from annals.model.checked import VERDICTS, TallyPage
from annals.model.incident import SCHEMA_VERSION
from annals.show.table import counted
from annals.show.tallies import VERDICTS as WORDS
from annals.show.tallies import tally_lines

_PAGE = 100


@click.command(epilog=examples("annals tallies", "annals tallies i3f2a", "annals tallies --verdict ledger_has_fewer"))
@click.argument("of", metavar="[ID]", required=False)
@click.option("--verdict", metavar="VERDICT", type=click.Choice(VERDICTS), help=f"Only with it: {', '.join(VERDICTS)}.")
@ledger_option
@json_option
def tallies(of: str | None, verdict: str | None, ledger: str, as_json: bool) -> None:
    """List the counts that reports state ("the ninth in five weeks"), checked against the ledger.

    Under each: its sentence, what it counts, what the ledger has of that, the verdict and why, and what other reports
    state of the same. ID is an incident, for those that it carries or is counted by, or a report; without it all are
    listed, those of the latest reports first.
    """
    with Ledger.open(ledger, create=False) as opened:
        first = opened.tallies(of, verdict=verdict, size=_PAGE)
        if as_json:
            rows = [row for page in _pages(opened, first, verdict) for row in page.rows]
            listed = {"count": first.total, "verdicts": first.verdicts, "tallies": rows}
            show_json({"schema_version": SCHEMA_VERSION, **msgspec.to_builtins(listed)})
            return
        if not first.rows:
            note(_nothing(opened, of, verdict, first, ledger))
            return
        for page in _pages(opened, first, verdict):
            names = {row.tally.report_id for row in page.rows}
            show(tally_lines(page.rows, {r.report_id: r for r in opened.browse.texts(sorted(names))}, width()))
        told = ", ".join(f"{WORDS[name]}: {number:,}" for name, number in first.verdicts.items() if number)
        note(f"{counted(first.total, 'stated count')}. {told}.")


def _pages(ledger: Ledger, first: TallyPage, verdict: str | None) -> Iterator[TallyPage]:
    yield first
    page = first
    while page.next is not None:
        page = ledger.tallies(verdict=verdict, size=_PAGE, cursor=page.next)
        yield page


def _nothing(ledger: Ledger, of: str | None, verdict: str | None, found: TallyPage, path: str) -> str:
    """Say why the list is empty and what to try."""
    where = "" if path == "annals.db" else f" --ledger {path}"
    others = sum(found.verdicts.values())
    if verdict is not None and others:
        return f"None of the {counted(others, 'stated count')} has that verdict; drop --verdict to see them."
    if of is not None:
        return f"No count of events is stated there: see `annals tallies{where}` for all of the ledger."
    if not ledger.status().reports:
        return f"No reports yet: run `annals build reports/{where}`."
    return "None of the reports states how many such events there were; nothing is to be checked."
