"""What is kept of stated counts, and of the incidents that they may count."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Row, Table, delete, insert, or_, select

from annals.model.days import Days
from annals.store.kept.asking import asked
from annals.store.tables import counted_incidents, stated_counts


class CountedRow(NamedTuple):
    """An incident that stated counts may count."""

    incident_id: str
    country: str | None
    days: Days
    counted: bytes
    """All that decides; reconciling says in which form."""


class StatedRow(NamedTuple):
    """A count that a report states."""

    report_id: str
    number: int
    """Its place among the counts of its report."""
    bounded: bool
    """Whether it says which incidents it counts."""
    country: str | None
    """Where; None for anywhere."""
    days: Days
    """When, inclusive; None is open."""
    scope: str | None
    """What it counts, as far as counts of different reports can be compared by it; None where they cannot."""
    verdict: str
    counting: bytes
    """All that is known of it; reconciling says in which form."""


class KeptCounts:
    """Stated counts and what they may count."""

    def __init__(self, connection: Connection) -> None:
        """Use one transaction."""
        self._connection = connection

    def incidents_within(self, country: str | None, days: Days) -> Iterator[CountedRow]:
        """All incidents that may be in a country (None: anywhere) on some of the days; unknown ones may."""
        table = counted_incidents
        asked_for = _overlapping(table, days)
        if country is not None:
            asked_for.append(or_(table.c.country == country, table.c.country.is_(None)))
        for row in self._connection.execute(select(table).where(*asked_for)):
            yield CountedRow(row.incident_id, row.country, (row.first, row.last), row.counted)

    def counting(self, country: str | None, days: Days) -> Iterator[StatedRow]:
        """The stated counts that may count an incident in a country (None: unknown) on some of the days."""
        table = stated_counts
        asked_for = [table.c.bounded == 1, *_overlapping(table, days)]
        if country is not None:
            asked_for.append(or_(table.c.country == country, table.c.country.is_(None)))
        for row in self._connection.execute(select(table).where(*asked_for)):
            yield stated_row(row)

    def stated_by(self, report_ids: Iterable[str]) -> list[StatedRow]:
        """The counts that these reports state."""
        return [
            stated_row(row)
            for row in asked(self._connection, select(stated_counts), stated_counts.c.report_id, report_ids)
        ]

    def put_incidents(self, rows: Iterable[CountedRow]) -> None:
        """Keep incidents, in place of what is kept of them."""
        some = list(rows)
        self.drop_incidents(row.incident_id for row in some)
        self.add_incidents(some)

    def add_incidents(self, rows: Iterable[CountedRow]) -> None:
        """Keep further incidents."""
        some = list(rows)
        if some:
            self._connection.execute(
                insert(counted_incidents),
                [
                    {
                        "incident_id": r.incident_id,
                        "country": r.country,
                        "first": r.days[0],
                        "last": r.days[1],
                        "counted": r.counted,
                    }
                    for r in some
                ],
            )

    def drop_incidents(self, incident_ids: Iterable[str]) -> None:
        """Forget incidents."""
        for name in incident_ids:
            self._connection.execute(delete(counted_incidents).where(counted_incidents.c.incident_id == name))

    def put_stated(self, rows: Iterable[StatedRow]) -> None:
        """Keep stated counts, in place of what is kept of them."""
        some = list(rows)
        self.drop_stated((row.report_id, row.number) for row in some)
        self.add_stated(some)

    def add_stated(self, rows: Iterable[StatedRow]) -> None:
        """Keep further stated counts."""
        some = list(rows)
        if some:
            self._connection.execute(
                insert(stated_counts),
                [
                    {
                        "report_id": r.report_id,
                        "number": r.number,
                        "bounded": int(r.bounded),
                        "country": r.country,
                        "first": r.days[0],
                        "last": r.days[1],
                        "scope": r.scope,
                        "verdict": r.verdict,
                        "counting": r.counting,
                    }
                    for r in some
                ],
            )

    def drop_stated(self, names: Iterable[tuple[str, int]]) -> None:
        """Forget stated counts, by report and number."""
        for report_id, number in names:
            own = (stated_counts.c.report_id == report_id, stated_counts.c.number == number)
            self._connection.execute(delete(stated_counts).where(*own))

    def clear(self) -> None:
        """Forget all."""
        for table in (counted_incidents, stated_counts):
            self._connection.execute(delete(table))


def _overlapping(table: Table, days: Days) -> list[ColumnElement[bool]]:
    """That the days of a row and these share one, or may."""
    first, last = days
    asked_for: list[ColumnElement[bool]] = []
    if first is not None:
        asked_for.append(or_(table.c.last.is_(None), table.c.last >= first))
    if last is not None:
        asked_for.append(or_(table.c.first.is_(None), table.c.first <= last))
    return asked_for


def stated_row(row: Row[Any]) -> StatedRow:
    """A row of the table of stated counts; further columns are left out."""
    days = (row.first, row.last)
    return StatedRow(
        row.report_id, row.number, bool(row.bounded), row.country, days, row.scope, row.verdict, row.counting
    )
