"""CSV: one flat row a record, safe to open in a spreadsheet program."""

import csv
from collections.abc import Iterable
from typing import TextIO

from annals.model import Incident
from annals.write.columns import COLUMNS, Scalar, row

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""First characters, full-width forms among them, that make a spreadsheet program compute a cell (OWASP, "CSV
Injection")."""


def cell(value: Scalar) -> str | int | float:
    """Return `value` as it goes into a cell: None as "", text that would start a formula behind an apostrophe.

    NUL, which many readers of CSV refuse, becomes U+FFFD. Numbers stay numbers, the negative ones too.

    >>> cell("=1+1"), cell(-71.5), cell(None)
    ("'=1+1", -71.5, '')
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    text = value.replace("\0", "\ufffd")
    return f"'{text}" if text.lstrip(" ").startswith(_STARTS_FORMULA) else text


def write_csv(incidents: Iterable[Incident], out: TextIO) -> None:
    """Write a header and one row a record (RFC 4180: comma, double quotes, CRLF).

    No records give the header alone.
    """
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.name for column in COLUMNS)
    for incident in incidents:
        writer.writerow(cell(value) for value in row(incident).values())
