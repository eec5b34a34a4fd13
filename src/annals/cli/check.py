"""`annals verify`: whether a ledger keeps its promise."""

import click
import msgspec

from annals.cli.console import show, show_json
from annals.cli.messages import note
from annals.cli.options import json_option, ledger_option
from annals.errors import CheckFailedError
from annals.ledger import Ledger
from annals.model.incident import SCHEMA_VERSION
from annals.show.clean import printable
from annals.show.page import text
from annals.show.table import counted


@click.command()
@ledger_option
@json_option
def verify(ledger: str, as_json: bool) -> int:
    """Check every quote and every hash against the stored texts.

    Also derives the incidents anew and compares. Each fault is a line; the exit code is 6 where there is one.
    """
    with Ledger.open(ledger, create=False) as opened:
        found = opened.verify()
    if as_json:
        show_json({"schema_version": SCHEMA_VERSION, "holds": found.holds, **msgspec.structs.asdict(found)})
    else:
        show(text(printable(fault)) for fault in found.faults)
        checked = f"{counted(found.quotes, 'quote')} and {counted(found.hashes, 'hash', 'hashes')} checked"
        if found.holds:
            show([text(f"All hold: {checked}.")])
        else:
            note(f"{counted(len(found.faults), 'fault')}; {checked}.")
    return 0 if found.holds else CheckFailedError.exit_code
