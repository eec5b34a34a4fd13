"""`annals changes`: what happened to incidents."""

import click
import msgspec

from annals.cli.console import show, show_json, width
from annals.cli.messages import examples, note
from annals.cli.options import json_option, ledger_option
from annals.ledger import Ledger
from annals.model.incident import SCHEMA_VERSION
from annals.show.changes import change_lines
from annals.show.table import counted


@click.command(
    epilog=examples("annals changes", "annals changes --since 1200 --json", "annals changes --since 2026-03-01")
)
@click.option(
    "--since",
    metavar="NUMBER|TIME",
    help="Those after the change of that number, or at or after that day or moment (ISO 8601, UTC).",
)
@click.option("--limit", metavar="N", type=click.IntRange(1, 1000), default=50, help="At most so many.  [default: 50]")
@ledger_option
@json_option
def changes(since: str | None, limit: int, ledger: str, as_json: bool) -> None:
    """List what happened to incidents: created, renamed, split, merged, updated, withdrawn.

    The oldest come first; without --since the latest are listed. To follow a ledger, give the number of the last change
    that you know as --since; with --json it is `next`.
    """
    with Ledger.open(ledger, create=False) as opened:
        found = opened.changes(since, size=limit)
    if as_json:
        show_json({"schema_version": SCHEMA_VERSION, **msgspec.structs.asdict(found)})
        return
    show(change_lines(found.rows, width()))
    more = "; there are more" if found.more else ""
    note(f"{counted(len(found.rows), 'change')}{more}. Go on with: annals changes --since {found.next}")
