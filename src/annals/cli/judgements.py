"""`annals judgements export` and `import`: decisions as a file, to be kept in git and shared."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click
import msgspec

from annals.cli.console import show, show_json
from annals.cli.export import writing
from annals.cli.judge import LONG, later_option
from annals.cli.messages import examples, note
from annals.cli.options import json_option, ledger_option
from annals.errors import UsageError
from annals.ledger import Ledger
from annals.model.incident import SCHEMA_VERSION
from annals.show.judged import imported_words
from annals.show.table import counted

_SOME_REFUSED = 3


@click.group()
def judgements() -> None:
    """Write all decisions to a file, or read those of another ledger.

    The file has one decision a line as JSON, the oldest first, so that it only grows at its end: made to be kept in
    git, compared and shared.
    """


@judgements.command(
    "export", epilog=examples("annals judgements export -o judgements.jsonl", "annals judgements export | wc -l")
)
@click.option(
    "--output", "-o", metavar="FILE", type=click.Path(dir_okay=False), help="Write to FILE, all or nothing, not stdout."
)
@ledger_option
def export_(output: str | None, ledger: str) -> None:
    """Write all decisions, undone ones too, one a line as JSON."""
    with Ledger.open(ledger, create=False) as opened:
        lines = list(opened.export_judgements())
    with writing(output) as out:
        out.writelines(line.decode() for line in lines)
    note(f"Wrote {counted(len(lines), 'decision')}{f' to {output}' if output else ''}.")


@judgements.command(
    "import",
    epilog=examples("annals judgements import judgements.jsonl", "annals judgements import theirs.jsonl --dry-run"),
)
@click.argument("source", metavar="FILE")
@later_option
@click.option("--dry-run", is_flag=True, help="Only say what would come of it.")
@ledger_option
@json_option
def import_(source: str, later: bool, dry_run: bool, ledger: str, as_json: bool) -> int:
    """Read decisions from FILE, or from stdin where FILE is "-".

    What is there already is passed over, so that the same file may be read again. A decision on reports that this
    ledger does not hold is kept, and takes effect when they come in. A line that is no decision, or another one of an
    id that is there, is refused, and the rest goes on.
    """
    with Ledger.open(ledger, create=False) as opened:
        seconds = opened.browse.summary().derive_seconds or 0
        if not (later or dry_run) and seconds > LONG:
            note(f"Deriving the incidents anew; the last time it took {seconds:.0f} s.")
        with _source(source) as lines:
            origin = "stdin" if source == "-" else source
            told = opened.import_judgements(lines, origin=origin, derive=not later, dry_run=dry_run)
    if as_json:
        show_json({"schema_version": SCHEMA_VERSION, **msgspec.structs.asdict(told)})
    else:
        show(imported_words(told, dry_run=dry_run))
        for refusal in told.refused:
            note(f"{refusal.origin}: {refusal.reason}")
    return _SOME_REFUSED if told.refused else 0


@contextmanager
def _source(name: str) -> Iterator[BinaryIO]:
    if name == "-":
        yield sys.stdin.buffer
        return
    path = Path(name)
    if not path.is_file():
        raise UsageError(f"{name}: there is no such file; give one that `annals judgements export` wrote.")
    with path.open("rb") as lines:
        yield lines
