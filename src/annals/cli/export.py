"""`annals write` and `annals schema`: the records for other programs."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO, cast

import click

from annals.cli.browse import note_stale
from annals.cli.messages import examples, note
from annals.cli.options import filter_options, ledger_option, read_filter, rules_option
from annals.cli.terminal import Terminal
from annals.errors import UsageError
from annals.ledger import Ledger
from annals.model.rules import RuleSet
from annals.show.table import counted
from annals.write import FORMATS
from annals.write.json_schema import schema_text


@click.command(
    epilog=examples(
        "annals write --format csv --bom -o incidents.csv",
        "annals write --country Iraq | jq .title",
        "annals write --format graphml -o incidents.graphml",
    )
)
@click.option(
    "--format", "form", type=click.Choice(tuple(FORMATS)), default="jsonl", show_default=True, help="How to write."
)
@click.option(
    "--output", "-o", metavar="FILE", type=click.Path(dir_okay=False), help="Write to FILE, all or nothing, not stdout."
)
@click.option("--shape", type=click.Choice(("native",)), help="Columns of the CSV; native, the default, are our own.")
@click.option("--bom", is_flag=True, help="Start the CSV with a byte-order mark, which Excel needs for accents.")
@filter_options
@rules_option
@ledger_option
def write(
    *,
    form: str,
    output: str | None,
    shape: str | None,
    bom: bool,
    rules: RuleSet | None,
    ledger: str,
    **asked: Any,
) -> None:
    """Write the records, all or those that a filter picks.

    jsonl is the whole record, one a line, as `annals schema` describes it. csv and geojson have one flat row of
    values a record, without the claims. graphml and graph-json are the graph of the incidents that are picked and of
    the links that reports assert between them, an edge for each assertion with its quote. Each is UTF-8. With --rules
    the same records are written with their values chosen by another set; nothing is read again, and the ledger stays
    as it is.
    """
    if form != "csv" and (shape or bom):
        raise UsageError(f"{'--shape' if shape else '--bom'} is for --format csv alone.")
    with Ledger.open(ledger, create=False) as opened:
        incidents = opened.incidents(read_filter(asked), rules=rules)
        note_stale(opened)
    with writing(output) as out:
        if bom:
            out.write("\ufeff")
        FORMATS[form](incidents, out)
    if output is not None:
        note(f"Wrote {counted(len(incidents), 'incident')} to {output}.")
    elif not incidents:
        note("No incident to write.")


@click.command()
def schema() -> None:
    """Print the JSON Schema of the record, one line of `annals write --format jsonl`."""
    click.echo(schema_text(), nl=False)


@contextmanager
def writing(path: str | None) -> Iterator[TextIO]:
    """Give stdout, or a file that takes its name only once it is complete."""
    if path is None:
        with _stdout() as out:
            yield out
        return
    target = Path(path)
    if target.exists() and not target.is_file():
        # A device or a pipe: there is nothing to put in its place.
        with target.open("w", encoding="utf-8", newline="") as out:
            yield out
        return
    if not target.parent.is_dir():
        raise UsageError(f"--output: the folder {target.parent} is not there.")
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with unfinished.open("x", encoding="utf-8", newline="") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


@contextmanager
def _stdout() -> Iterator[TextIO]:
    """Give stdout as UTF-8 with line ends as written; on a terminal, what could steer it is made visible."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", newline="")
    if sys.stdout.isatty():
        yield cast("TextIO", Terminal(sys.stdout))
    else:
        yield sys.stdout
    sys.stdout.flush()
