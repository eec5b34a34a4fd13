"""`annals build`: reports into a ledger."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import click
import msgspec

from annals.cli.console import show_json
from annals.cli.messages import examples, note
from annals.cli.options import (
    gazetteer_option,
    jobs_option,
    json_option,
    ledger_option,
    places_option,
    reader_option,
    rules_option,
)
from annals.cli.progress import progress
from annals.collect import collect
from annals.ledger import BuildSummary, Ledger, beside
from annals.model import Refusal, Report
from annals.model.incident import SCHEMA_VERSION
from annals.model.rules import RuleSet
from annals.show.table import counted

REFUSED = 3
"""Exit code: finished, but some inputs were refused."""


@click.command(
    epilog=examples(
        "annals build reports/",
        "annals build a.jsonl b.html --ledger syria.db",
        "zcat feed.jsonl.gz | annals build -",
    )
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCES...")
@ledger_option
@jobs_option
@reader_option
@places_option
@gazetteer_option
@rules_option
@click.option(
    "--rejects",
    metavar="FILE",
    type=click.File("w", encoding="utf-8", lazy=False),
    help="Also write what was refused to FILE, as JSON Lines with origin, field and reason.",
)
@json_option
@click.option("--quiet", "-q", is_flag=True, help="No progress and no summary; refused inputs are still named.")
def build(
    *,
    sources: tuple[str, ...],
    ledger: str,
    jobs: int | None,
    reader: str,
    places: str | None,
    gazetteer: str | None,
    rules: RuleSet | None,
    rejects: IO[str] | None,
    as_json: bool,
    quiet: bool,
) -> int:
    """Read SOURCES into the ledger and derive its incidents.

    SOURCES are files and folders (.txt, .html, .jsonl, .json), or - for JSON Lines on stdin. What the ledger has
    already is not read again, so an interrupted build goes on where it stopped. The set of rules given is kept, until
    another is.
    """
    # A path that is not there is noticed here, before a ledger is made.
    incoming = without_ledger(collect(sources), ledger)
    making = Ledger.open(ledger, reader=reader, jobs=jobs, places=places, gazetteer=gazetteer, rules=rules)
    with making as opened, progress("Reading", quiet=quiet) as tell:
        summary = opened.add(incoming, progress=tell)
    name_refusals(summary.refusals)
    if rejects is not None:
        _write_rejects(summary.refusals, rejects)
    if as_json:
        show_json({"schema_version": SCHEMA_VERSION, "ledger": ledger, **msgspec.structs.asdict(summary)})
    elif not quiet:
        note(summary_words(summary, ledger))
    return REFUSED if summary.refused else 0


def without_ledger(incoming: Iterable[Report | Refusal], ledger: str) -> Iterator[Report | Refusal]:
    """Leave out the ledger's own files, which a folder that holds both gives as inputs of an unknown type."""
    own = {Path(ledger + ending).resolve() for ending in ("", "-wal", "-shm", "-journal")}
    own |= {path.resolve() for path in beside(ledger)}
    for item in incoming:
        if not (isinstance(item, Refusal) and Path(item.origin).resolve() in own):
            yield item


def name_refusals(refusals: Iterable[Refusal]) -> None:
    """Name each refused input on stderr: where, which field, why."""
    for refusal in refusals:
        field = f"{refusal.field}: " if refusal.field else ""
        note(f"Refused: {refusal.origin}: {field}{refusal.reason}")


def summary_words(summary: BuildSummary, ledger: str) -> str:
    """Return how a build went, and what to do next."""
    parts = [f"Read {counted(summary.read, 'new report')}"]
    if summary.already_there:
        parts.append(f"{summary.already_there:,} there already")
    if summary.read_again:
        parts.append(f"{summary.read_again:,} read again")
    if summary.refused:
        parts.append(f"{counted(summary.refused, 'input')} refused")
    where = "" if ledger == "annals.db" else f" --ledger {ledger}"
    following = f"Next: annals list{where}" if summary.incidents else "No report tells of an incident that happened."
    return f"{', '.join(parts)}. {ledger} has {counted(summary.incidents, 'incident')}.\n{following}"


def _write_rejects(refusals: Iterable[Refusal], out: IO[str]) -> None:
    for refusal in refusals:
        out.write(msgspec.json.encode(refusal).decode("utf-8") + "\n")
    out.flush()
