"""Reports and what was read in them, as rows. Functions over one connection; who calls them holds the transaction."""

from collections.abc import Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, Select, delete, insert, select

from annals.model import Account, Region, Report
from annals.store.tables import readings, reports, sightings

_accounts = msgspec.json.Decoder(Account)
_regions = msgspec.json.Decoder(tuple[Region, ...])
_FEW = 500
"""Up to so many reports, their sightings are asked for by name; else all are read."""

_OWN = ("text", "title", "publisher", "url", "published", "language", "text_sha256")


def add_report(connection: Connection, report: Report, account: Account, reader: str) -> None:
    """Store the report where it is new, where it came from, and its account in place of an older one."""
    if connection.execute(_by_id(reports.c.report_id, report.report_id)).first() is None:
        row: dict[str, Any] = {name: getattr(report, name) for name in _OWN}
        row |= {"report_id": report.report_id, "regions": msgspec.json.encode(report.regions).decode()}
        connection.execute(insert(reports).values(row))
    add_sighting(connection, report)
    connection.execute(delete(readings).where(readings.c.report_id == report.report_id))
    connection.execute(
        insert(readings).values(report_id=report.report_id, reader=reader, account=msgspec.json.encode(account))
    )


def add_sighting(connection: Connection, report: Report) -> None:
    """Note the name, the place and the bytes that a stored report came in with, unless that is known."""
    row = {
        "report_id": report.report_id,
        "given_id": report.given_id,
        "origin": report.origin,
        "raw_sha256": report.raw_sha256,
    }
    same = (sightings.c[name].is_not_distinct_from(value) for name, value in row.items())
    if connection.execute(select(sightings.c.report_id).where(*same)).first() is None:
        connection.execute(insert(sightings).values(row))


def reader_of(connection: Connection, report_id: str) -> str | None:
    """Which reader read the report last; None where it is not in the ledger."""
    return connection.execute(select(readings.c.reader).where(readings.c.report_id == report_id)).scalar()


def all_reports(connection: Connection) -> list[Report]:
    """All reports, by id."""
    return _assembled(connection, select(reports))


def published(connection: Connection) -> dict[str, str | None]:
    """When each report was published, as given, by its id."""
    rows = connection.execute(select(reports.c.report_id, reports.c.published).order_by(reports.c.report_id))
    return {row.report_id: row.published for row in rows}


def reports_with_ids(connection: Connection, report_ids: Sequence[str]) -> list[Report]:
    """The reports of these ids, by id; unknown ids are left out."""
    return _assembled(connection, select(reports).where(reports.c.report_id.in_(report_ids)))


def reports_read_otherwise(connection: Connection, reader: str) -> list[Report]:
    """The reports whose account is another reader's, by id."""
    others = select(readings.c.report_id).where(readings.c.reader != reader)
    return _assembled(connection, select(reports).where(reports.c.report_id.in_(others)))


def reports_named(connection: Connection, name: str) -> list[Report]:
    """The reports that `name` names, by id: as report id, else as given id, else as URL, else as origin.

    Several where the input used one name for several reports; none where there is none.
    """
    for condition in (
        reports.c.report_id == name,
        reports.c.report_id.in_(select(sightings.c.report_id).where(sightings.c.given_id == name)),
        reports.c.url == name,
        reports.c.report_id.in_(select(sightings.c.report_id).where(sightings.c.origin == name)),
    ):
        found = _assembled(connection, select(reports).where(condition))
        if found:
            return found
    return []


def names_of_reports(connection: Connection) -> list[str]:
    """All ids of reports and all ids that the input gave them, sorted."""
    own = connection.execute(select(reports.c.report_id)).scalars()
    given = connection.execute(select(sightings.c.given_id).where(sightings.c.given_id.is_not(None))).scalars()
    return sorted({*own, *(name for name in given if name)})


def all_accounts(connection: Connection) -> list[Account]:
    """The account of each report, by report id."""
    rows = connection.execute(select(readings.c.account).order_by(readings.c.report_id)).scalars()
    return [_accounts.decode(account) for account in rows]


def account_of(connection: Connection, report_id: str) -> Account | None:
    """The account of a report; None where it is not in the ledger."""
    found = connection.execute(select(readings.c.account).where(readings.c.report_id == report_id)).scalar()
    return None if found is None else _accounts.decode(found)


def _by_id(column: Any, report_id: str) -> Select[Any]:
    return select(column).where(column == report_id)


def _assembled(connection: Connection, query: Select[Any]) -> list[Report]:
    """Put rows and sightings together. Of several sightings the first in alphabet stands, whichever came first."""
    rows = connection.execute(query.order_by(reports.c.report_id)).all()
    seen: dict[str, Row[Any]] = {}
    where = select(sightings)
    if len(rows) <= _FEW:
        where = where.where(sightings.c.report_id.in_([row.report_id for row in rows]))
    for row in connection.execute(where):
        best = seen.get(row.report_id)
        if best is None or _rank(row) < _rank(best):
            seen[row.report_id] = row
    return [_report(row, seen[row.report_id]) for row in rows]


def _rank(row: Row[Any]) -> tuple[bool, str, str, str]:
    return row.given_id is None, row.given_id or "", row.origin or "", row.raw_sha256


def _report(row: Row[Any], sighting: Row[Any]) -> Report:
    return Report(
        report_id=row.report_id,
        given_id=sighting.given_id,
        origin=sighting.origin,
        raw_sha256=sighting.raw_sha256,
        regions=_regions.decode(row.regions),
        **{name: row._mapping[name] for name in _OWN},  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
    )
