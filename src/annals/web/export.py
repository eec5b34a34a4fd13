"""Exports of exactly what a list picks: the whole file or an error, never a part of it."""

import io
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile

import msgspec

from annals.ledger import Ledger
from annals.web.asking import Parameters
from annals.write import FORMATS

FORMS = {
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "jsonl": "application/x-ndjson",
    "graphml": "application/graphml+xml",
    "graph-json": "application/json",
}
"""What can be exported, with the media type of each."""
OF_ONE = ("csv", "geojson", "jsonl")
"""What one record can be exported as: a graph is of several."""
_IN_MEMORY = 8_000_000
_CHUNK = 256 * 1024


class Export(msgspec.Struct, frozen=True, kw_only=True):
    """A file to send."""

    name: str
    media_type: str
    chunks: Iterator[bytes]


def export(ledger: Ledger, chosen: Parameters, form: str) -> Export:
    """Write the incidents that the address picks, all of them, in the order of the list.

    A CSV begins with a byte-order mark where `bom=yes` asks for it, as Excel needs for accents.
    """
    query, sort = chosen.query(), chosen.sort()
    bom = chosen.choice("bom", ("yes", "no"), "no") == "yes"
    file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed once it is sent
    # Written before the answer begins: a fault half-way is an error, not a file cut short.
    text = io.TextIOWrapper(file, encoding="utf-8", errors="replace", newline="")
    if bom and form == "csv":
        text.write("\ufeff")
    FORMATS[form](ledger.browse.each(query, sort=sort), text)
    text.flush()
    text.detach()
    file.seek(0)
    return Export(name=f"incidents.{form}", media_type=FORMS[form], chunks=_sent(file))


def export_one(ledger: Ledger, incident_id: str, form: str) -> Export:
    """Write one record. Raises NotFoundError where there is none of that id."""
    text = io.StringIO(newline="")
    FORMATS[form]([ledger.incident(incident_id)], text)
    body = text.getvalue().encode("utf-8", "replace")
    return Export(name=f"{incident_id}.{form}", media_type=FORMS[form], chunks=iter([body]))


def _sent(file: SpooledTemporaryFile[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(_CHUNK):
            yield chunk
