"""`annals demo`: a small ledger from the bundled reports, shown."""

import tempfile
from collections.abc import Sequence
from importlib.resources import as_file, files
from pathlib import Path

import click

from annals.cli.browse import texts_of
from annals.cli.build import REFUSED, name_refusals
from annals.cli.console import show, table_width, width
from annals.cli.messages import note
from annals.cli.progress import progress
from annals.errors import LedgerError, UsageError
from annals.ledger import Ledger
from annals.model import Incident
from annals.show.page import text
from annals.show.record import record_page
from annals.show.table import counted, incident_table, legend


@click.command()
@click.argument("path", required=False, type=click.Path(dir_okay=False))
def demo(path: str | None) -> int:
    """Build a ledger from the bundled reports and show it.

    The reports were written for this purpose, after publicly known events. The ledger is made at PATH, which must not
    be there yet, or in a temporary folder.
    """
    if path is not None and Path(path).exists():
        raise UsageError(f"{path} is there already; give a new path, so that nothing is mixed into it.")
    ledger = path or str(Path(tempfile.mkdtemp(prefix="annals-")) / "demo.db")
    with (
        as_file(files("annals").joinpath("samples", "reports")) as reports,
        Ledger.open(ledger) as opened,
        progress("Reading") as tell,
    ):
        summary = opened.add([reports], progress=tell)
        incidents = opened.incidents()
        if not incidents:
            raise LedgerError(
                "The bundled reports gave no incident; the installation is damaged, install annals again."
            )
        chosen = most_telling(incidents)
        texts = texts_of(opened, chosen)
    name_refusals(summary.refusals)
    show([*incident_table(incidents, table_width()), text(legend(incidents))])
    show([text(), text((f"One of them in full: annals show {chosen.incident_id}", "bold")), text()])
    show(record_page(chosen, texts, width()))
    note(
        f"\nBuilt {ledger} from {counted(summary.read, 'report')}. Try next:\n"
        f"  annals why {chosen.incident_id} {(*chosen.disagreements, 'date')[0]} --ledger {ledger}\n"
        f"  annals serve --ledger {ledger}\n"
        f"  annals list --disagreement any --ledger {ledger}\n"
        f"  annals write --format csv --ledger {ledger}\n"
        "  annals build YOUR-REPORTS/"
    )
    return REFUSED if summary.refused else 0


def most_telling(incidents: Sequence[Incident]) -> Incident:
    """Return the incident with the most to show: disputed, of many origins, with many claims; the first of equals."""
    return max(incidents, key=lambda i: (bool(i.disagreements), i.corroboration.origins, len(i.claims)))
