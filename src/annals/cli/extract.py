"""`annals extract`: what one report says, without a ledger."""

import sys

import click

from annals.cli.build import REFUSED, name_refusals
from annals.cli.console import show, show_json, width
from annals.cli.messages import examples, note
from annals.cli.options import gazetteer_option, json_option, places_option, reader_option
from annals.collect import collect
from annals.model import Refusal
from annals.model.incident import SCHEMA_VERSION
from annals.pipeline import load_reader
from annals.show.page import text
from annals.show.reading import reading_page


@click.command(epilog=examples("annals extract reports/airport.txt"))
@click.argument("file", metavar="FILE")
@reader_option
@places_option
@gazetteer_option
@json_option
def extract(file: str, reader: str, places: str | None, gazetteer: str | None, as_json: bool) -> int:
    """Say what the reports in FILE tell: events, claims and their quotes. No ledger is touched.

    FILE is a file or a folder as for `annals build`, or - for JSON Lines on stdin. Claims end with the place of
    their quote in the text, in characters.
    """
    loaded = load_reader(reader, places=places, gazetteer=gazetteer)
    read, refusals = [], []
    for found in collect([file], stdin=sys.stdin.buffer):
        if isinstance(found, Refusal):
            refusals.append(found)
        elif as_json:
            read.append({"report": found, "account": loaded.read(found)})
        else:
            page = reading_page(found, loaded.read(found), width())
            show(page if not read else [text(), *page])
            read.append({})
    name_refusals(refusals)
    if as_json:
        show_json({"schema_version": SCHEMA_VERSION, "reports": read, "refusals": refusals})
    elif not read and not refusals:
        note(f"There is no report in {file}.")
    return REFUSED if refusals else 0
