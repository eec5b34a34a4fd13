"""JSON Lines: the whole record, one a line; what `docs/record.schema.json` describes."""

from collections.abc import Iterable
from typing import TextIO

import msgspec

from annals.model import Incident


def write_jsonl(incidents: Iterable[Incident], out: TextIO) -> None:
    r"""Write each record as one line of JSON, its keys in the order of the model, ended by "\n".

    No records give nothing at all. Read back with `msgspec.json.decode(line, type=Incident)`.
    """
    encoder = msgspec.json.Encoder()
    for incident in incidents:
        out.write(encoder.encode(incident).decode("utf-8"))
        out.write("\n")
