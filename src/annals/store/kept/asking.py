"""Asking for very many rows by their keys."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select

_MOST = 2000
"""Keys in one question; engines take some thousands."""


def asked(
    connection: Connection, query: Select[Any], column: ColumnElement[Any], keys: Iterable[Any]
) -> Iterator[Row[Any]]:
    """Yield the rows of a query whose column has one of the keys; each key should be given once."""
    rest = iter(keys)
    while some := list(islice(rest, _MOST)):
        yield from connection.execute(query.where(column.in_(some)))
