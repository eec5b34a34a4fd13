"""`annals tempo`: the course of events."""

from typing import Any

import click
import msgspec

from annals.cli.browse import note_stale
from annals.cli.console import show, show_json, width
from annals.cli.messages import examples, note
from annals.cli.options import filter_options, json_option, ledger_option, read_filter
from annals.ledger import Ledger
from annals.model.incident import SCHEMA_VERSION
from annals.show.tempo import tempo_page
from annals.tempo import GROUPINGS, Grouping


@click.command(
    epilog=examples(
        "annals tempo --country Iraq --since 2019-10 --until 2020-03", "annals tempo --weapon rocket --by actor"
    )
)
@click.option("--by", type=click.Choice(GROUPINGS), help="One course for each actor, place or weapon.")
@click.option(
    "--covers",
    metavar="FROM/TO",
    help="The days, months or years that your reports cover without a break; several with commas between."
    "  [default: as the days of publication tell]",
)
@filter_options
@ledger_option
@json_option
def tempo(by: Grouping | None, covers: str | None, ledger: str, as_json: bool, **asked: Any) -> None:
    """Say how often incidents came, in what volleys, and how fast they were answered.

    By week, at least and at most how many: a date that is known only to a longer span leaves that open. Beside it the
    rate that chance leaves open (exact Poisson interval, 90 %). Weeks outside of what the ledger covers are unknown and
    no zeros. Times from strike to answer rest on what reports assert, never on the order of dates. Too little to
    conclude from is said to be too little. It describes what was reported; it predicts nothing.
    """
    where = read_filter(asked)
    with Ledger.open(ledger, create=False) as opened:
        found = opened.tempo(where, by=by, covers=covers)
        if as_json:
            show_json({"schema_version": SCHEMA_VERSION, **msgspec.structs.asdict(found)})
            return
        if not any(course.incidents for course in found.courses):
            note("No incident is all that was asked for; `annals list` shows what there is.")
            return
        show(tempo_page(found, width()))
        note_stale(opened)
