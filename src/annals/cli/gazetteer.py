"""`annals gazetteer`: a gazetteer of one's own from a GeoNames dump."""

from pathlib import Path

import click

from annals.cli.messages import examples, note
from annals.reference.geonames import build
from annals.show.table import counted


@click.command(
    epilog=examples(
        "annals gazetteer allCountries.zip --out geonames.sqlite",
        "annals gazetteer IQ.zip SY.zip --out iraq-syria.sqlite",
        "annals build reports/ --gazetteer geonames.sqlite",
    )
)
@click.argument("dumps", nargs=-1, required=True, metavar="DUMPS...", type=click.Path(path_type=Path))
@click.option("--out", metavar="FILE", required=True, type=click.Path(path_type=Path), help="The file that is made.")
@click.option("--country", "countries", metavar="CODE", multiple=True, help="Only this country (ISO code); repeatable.")
def gazetteer(dumps: tuple[Path, ...], out: Path, countries: tuple[str, ...]) -> None:
    """Make a gazetteer from DUMPS of GeoNames: every village, not only places of 500 people and more.

    DUMPS are files as GeoNames offers them for download, .zip or .txt: allCountries or single countries. Their places
    stand instead of the shipped towns; the shipped quarters, bases, waters, airports and regions stay.
    """
    taken = build(dumps, out, countries=countries)
    left = f"; {counted(taken.left_out, 'line')} left out" if taken.left_out else ""
    note(f"{out}: {counted(taken.places, 'place')} of GeoNames{left}.")
    note(f"Next: annals build SOURCES --gazetteer {out}")
