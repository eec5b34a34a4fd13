"""The counts that reports state, as they are kept: in pages, of an incident, and those to compare with."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Row, and_, func, literal, or_, select

from annals.store.browse import cursors
from annals.store.kept.asking import asked
from annals.store.kept.counts import KeptCounts, StatedRow, stated_row
from annals.store.tables import counted_incidents, report_copies, reports, stated_counts

if TYPE_CHECKING:
    from annals.model.days import Days


class Stated(NamedTuple):
    """A stated count with its report, and counts of other stories that it may be compared with."""

    row: StatedRow
    title: str | None
    publisher: str | None
    published: str | None
    alike: tuple[StatedRow, ...] = ()


class StatedPage(NamedTuple):
    """Some stated counts: of the latest reports first, the undated last."""

    rows: list[Stated]
    verdicts: dict[str, int]
    """verdict -> how many counts have it."""
    next: str | None


_NEAREST = 25
"""Counts on either side that one is compared with."""


class _Place(msgspec.Struct, frozen=True, kw_only=True, tag="t", array_like=True):
    published: str
    report_id: str
    number: cursors.Weight


_DAY = func.coalesce(reports.c.published, "")
_JOINED = select(stated_counts, reports.c.title, reports.c.publisher, reports.c.published).join(
    reports, reports.c.report_id == stated_counts.c.report_id
)
_ORDER = (_DAY.desc(), stated_counts.c.report_id, stated_counts.c.number)


def stated_page(connection: Connection, verdict: str | None, size: int, cursor: str | None) -> StatedPage:
    """A page of all stated counts, or of those with that verdict. Raises UsageError for a cursor that is none."""
    wanted: list[ColumnElement[bool]] = [] if verdict is None else [stated_counts.c.verdict == verdict]
    if cursor is not None:
        wanted.append(_behind(cursors.read(cursor, _Place)))
    found = [_stated(row) for row in connection.execute(_JOINED.where(*wanted).order_by(*_ORDER).limit(size + 1))]
    shown = found[:size]
    last = shown[-1] if len(found) > size else None
    counts = select(stated_counts.c.verdict, func.count().label("told")).group_by(stated_counts.c.verdict)
    return StatedPage(
        rows=[_compared(connection, one) for one in shown],
        verdicts={row.verdict: row.told for row in connection.execute(counts)},
        next=None
        if last is None
        else cursors.written(
            _Place(published=last.published or "", report_id=last.row.report_id, number=last.row.number)
        ),
    )


def stated_around(connection: Connection, incident_id: str, report_ids: Iterable[str]) -> list[Stated]:
    """The counts that may count an incident, or that one of its reports states."""
    query = select(counted_incidents).where(counted_incidents.c.incident_id == incident_id)
    row = connection.execute(query).first()
    kept = KeptCounts(connection)
    names = {(own.report_id, own.number) for own in kept.stated_by(report_ids)}
    if row is not None:
        days: Days = (row.first, row.last)
        names |= {(other.report_id, other.number) for other in kept.counting(row.country, days)}
    rows = asked(connection, _JOINED, stated_counts.c.report_id, sorted({report_id for report_id, _ in names}))
    found = _latest_first([_stated(row) for row in rows if (row.report_id, row.number) in names])
    return [_compared(connection, one) for one in found]


def stated_in(connection: Connection, report_id: str) -> list[Stated]:
    """The counts that a report states, in its order."""
    query = _JOINED.where(stated_counts.c.report_id == report_id).order_by(stated_counts.c.number)
    return [_compared(connection, _stated(row)) for row in connection.execute(query)]


def _compared(connection: Connection, one: Stated) -> Stated:
    """The count with those of the same scope, or of any weapon, that end nearest to it, but of no reprints of it."""
    scope, country, last = one.row.scope, one.row.country, one.row.days[1]
    if scope is None or last is None:
        return one
    table, names = stated_counts, (stated_counts.c.report_id, stated_counts.c.number)
    same = select(table).where(table.c.scope.in_(sorted({scope, country or scope})))
    before = same.where(table.c.last <= last).order_by(table.c.last.desc(), *names).limit(_NEAREST)
    behind = same.where(table.c.last > last).order_by(table.c.last, *names).limit(_NEAREST)
    rows = [stated_row(row) for query in (before, behind) for row in connection.execute(query)]
    query = select(report_copies).where(report_copies.c.copy.in_(sorted({row.report_id for row in (one.row, *rows)})))
    originals = {row.copy: row.original for row in connection.execute(query)}
    own = originals.get(one.row.report_id, one.row.report_id)
    return one._replace(alike=tuple(row for row in rows if row.report_id not in originals and row.report_id != own))


def _latest_first(found: list[Stated]) -> list[Stated]:
    named = sorted(found, key=lambda one: (one.row.report_id, one.row.number))
    return sorted(named, key=lambda one: one.published or "", reverse=True)


def _behind(place: _Place) -> ColumnElement[bool]:
    table, published = stated_counts.c, literal(place.published)
    return or_(
        published > _DAY,
        and_(
            published == _DAY,
            or_(
                table.report_id > place.report_id,
                and_(table.report_id == place.report_id, table.number > int(place.number)),
            ),
        ),
    )


def _stated(row: Row[Any]) -> Stated:
    return Stated(stated_row(row), row.title, row.publisher, row.published)
