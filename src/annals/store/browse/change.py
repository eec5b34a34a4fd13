"""One change as the tables follow it: which number has another incident now, and how rows are written in bulk."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, delete, insert, literal, select

from annals.model import Incident

T = TypeVar("T")

_ROWS = 5000
IN = 500
"""Values that one condition names at most."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """What becomes of one number."""

    number: int
    old: Incident | None
    """The incident that had it; None where it was free."""
    new: Incident | None
    """The incident that has it now; None where it is free."""


def fill(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    """Add rows, many at once."""
    for some in batches(rows, _ROWS):
        connection.execute(insert(table), list(some))


def is_empty(table: Table, connection: Connection) -> bool:
    """Whether a table has no row, so that nothing need be looked for in it."""
    return connection.execute(select(literal(1)).select_from(table).limit(1)).first() is None


def clear(connection: Connection, column: ColumnElement[Any], values: Iterable[Any]) -> None:
    """Delete the rows of the column's table that have one of these values in it."""
    for some in batches(values, IN):
        connection.execute(delete(column.table).where(column.in_(some)))


def batches(items: Iterable[T], size: int) -> Iterator[Sequence[T]]:
    """The items in their order, so many together.

    >>> list(batches("abc", 2))
    [['a', 'b'], ['c']]
    """
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some
