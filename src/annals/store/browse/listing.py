"""Pages of incidents: keyset paging in any order."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

import msgspec
from sqlalchemy import Connection, func, select

from annals.errors import UsageError
from annals.model.days import ordinal
from annals.store.browse import cursors
from annals.store.browse.columns import NO_DAY
from annals.store.browse.index import Index
from annals.store.browse.query import Query, Sort
from annals.store.browse.shapes import Page, Row
from annals.store.browse.state import UNDATED
from annals.store.browse.words import passages
from annals.store.tables import listed

MOST = 1000
"""Rows that one page may have."""

_rows = msgspec.json.Decoder(Row)
_VALUES = {"killed": "killed", "wounded": "wounded", "reports": "reports", "disagreements": "disagreements"}
Key = tuple[float, float]


class Place(msgspec.Struct, frozen=True, kw_only=True, tag="i", array_like=True):
    """After, or before, the incident with these values; it need not be there any more."""

    sort: str
    backward: bool
    value: int
    """What the order goes by first; 0 where it goes by days alone."""
    start: int
    """First possible day, NO_DAY where there is none."""
    incident_id: str


def page_of(
    index: Index, connection: Connection, query: Query, picked: int, sort: Sort, size: int, cursor: str | None
) -> Page:
    """A page of the picked incidents."""
    if not 1 <= size <= MOST:
        raise UsageError(f"size: a page has 1 to {MOST} rows, not {size}.")
    order = index.ordered(picked, sort)
    key = _key(index, sort)
    first = 0
    if cursor is not None:
        place = cursors.read(cursor, Place)
        if place.sort != sort:
            raise UsageError(f"cursor: it is of a list sorted by {place.sort}; begin again without one.")
        at = _key_of(index, place, connection)
        if place.backward:
            last = bisect_left(order, at, key=key)
            first = max(0, last - size)
        else:
            first = bisect_right(order, at, key=key)
    shown: list[int] = order[first : first + size].tolist()
    rows = rows_numbered(shown, connection)
    if query.text:
        found = passages(query.text, shown, index.with_words(query.text, connection)[1], connection)
        rows = [_with_passage(row, found.get(number)) for row, number in zip(rows, shown, strict=True)]
    more = first + size < len(order)
    return Page(
        rows=tuple(rows),
        total=len(order),
        before=first,
        next=_cursor(index, sort, shown[-1], rows[-1], backward=False) if more and shown else None,
        previous=_cursor(index, sort, shown[0], rows[0], backward=True) if first > 0 and shown else None,
    )


def rows_numbered(numbers: Sequence[int], connection: Connection) -> list[Row]:
    """The lines of these incidents, in that order."""
    found = {
        number: row
        for part in _parts(numbers)
        for number, row in connection.execute(select(listed.c.number, listed.c.row).where(listed.c.number.in_(part)))
    }
    return [_rows.decode(found[number]) for number in numbers]


def place_of(row: Row) -> tuple[int, str]:
    """Where a line stands: by first possible day, the undated last, then by id."""
    return ordinal(row.date.start) or UNDATED, row.incident_id


def rows_named(incident_ids: Iterable[str], connection: Connection) -> list[Row]:
    """The lines of these incidents, in that order; those that are not there are left out."""
    wanted = list(incident_ids)
    found = {
        name: row
        for part in _parts(list(dict.fromkeys(wanted)))
        for name, row in connection.execute(
            select(listed.c.incident_id, listed.c.row).where(listed.c.incident_id.in_(part))
        )
    }
    return [_rows.decode(found[name]) for name in wanted if name in found]


def _parts(names: Sequence[object]) -> Iterable[Sequence[object]]:
    for start in range(0, len(names), MOST):
        yield names[start : start + MOST]


def _with_passage(row: Row, found: tuple[str, tuple[tuple[int, int], ...]] | None) -> Row:
    if found is None:
        return row
    return msgspec.structs.replace(row, found_in=found[0], found=found[1])


# Where a row stands in an order: its sort key, which needs not be that of a row that is there.


def _key(index: Index, sort: Sort) -> Callable[[int], Key]:
    if sort == "oldest":
        return lambda number: (0.0, index.rank[number])
    if sort == "newest":
        return lambda number: (0.0, _newest(index, index.rank[number]))
    values = index.columns[_VALUES[sort]]
    return lambda number: (-values[number], _newest(index, index.rank[number]))


def _newest(index: Index, rank: float) -> float:
    """The place in the order newest first, from that in the order oldest first."""
    return index.dated - 1 - rank if rank < index.dated else rank


def _key_of(index: Index, place: Place, connection: Connection) -> Key:
    """The key that the row of the cursor has, or would have were it still there."""
    undated = place.start == NO_DAY
    first = index.dated if undated else index.first_from(place.start)
    earlier = (
        select(func.count(), func.max(listed.c.incident_id))
        .where(listed.c.day == (UNDATED if undated else place.start))
        .where(listed.c.incident_id <= place.incident_id)
    )
    count, last = connection.execute(earlier).one()
    rank = first + count - (1.0 if last == place.incident_id else 0.5)
    if place.sort == "oldest":
        return (0.0, rank)
    newest = rank if undated else index.dated - 1 - rank
    return (0.0 if place.sort == "newest" else -place.value, newest)


def _cursor(index: Index, sort: Sort, number: int, row: Row, *, backward: bool) -> str:
    value = int(index.columns[_VALUES[sort]][number]) if sort in _VALUES else 0
    start = int(index.columns["start"][number])
    return cursors.written(Place(sort=sort, backward=backward, value=value, start=start, incident_id=row.incident_id))
