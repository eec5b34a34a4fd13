"""Reports: what was read in each, where it came from, which incidents it tells."""

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from annals.errors import NotFoundError
from annals.model import Report
from annals.store import reports as stored
from annals.store.browse import cursors
from annals.store.browse.finding import body_of
from annals.store.browse.listing import place_of, rows_numbered
from annals.store.browse.source_shapes import ReportPage, ReportRow, ReportView, Sighting
from annals.store.browse.words import reports_with
from annals.store.tables import homes, readings, report_copies, report_incidents, report_numbers, reports, sightings

_FIRST = 2**62
_IN = 500


def reports_page(connection: Connection, text: str | None, size: int, cursor: str | None) -> ReportPage:
    """A page of the reports, the latest come in first."""
    below = _FIRST if cursor is None else int(cursors.read(cursor, cursors.After).weight)
    searched = text is not None and text.strip()
    if searched:
        numbers = reports_with(text or "", connection, below=below, most=size + 1)
    else:
        query = select(report_numbers.c.number).where(report_numbers.c.number < below)
        numbers = list(connection.execute(query.order_by(report_numbers.c.number.desc()).limit(size + 1)).scalars())
    shown = numbers[:size]
    more = len(numbers) > size
    return ReportPage(
        rows=tuple(_rows(connection, shown)),
        total=None if searched else connection.execute(select(func.max(report_numbers.c.number))).scalar() or 0,
        next=cursors.written(cursors.After(weight=shown[-1], name="")) if more else None,
    )


def _rows(connection: Connection, numbers: list[int]) -> list[ReportRow]:
    told = (
        select(func.count())
        .select_from(report_incidents)
        .where(report_incidents.c.report == report_numbers.c.number)
        .scalar_subquery()
    )
    query = (
        select(
            report_numbers.c.number,
            reports.c.report_id,
            reports.c.title,
            reports.c.publisher,
            reports.c.published,
            reports.c.url,
            told.label("incidents"),
        )
        .join(reports, reports.c.report_id == report_numbers.c.report_id)
        .where(report_numbers.c.number.in_(numbers))
        .order_by(report_numbers.c.number.desc())
    )
    return [
        ReportRow(
            report_id=row.report_id,
            title=row.title,
            publisher=row.publisher,
            published=row.published,
            url=row.url,
            incidents=row.incidents,
        )
        for row in connection.execute(query)
    ]


def _named(connection: Connection, report_ids: Iterable[str]) -> list[ReportRow]:
    query = select(report_numbers.c.number).where(report_numbers.c.report_id.in_(list(report_ids)))
    return _rows(connection, list(connection.execute(query).scalars()))


def report_view(connection: Connection, report_id: str) -> ReportView:
    """One report with all that was read in it. Raises NotFoundError."""
    found = stored.reports_with_ids(connection, [report_id])
    account = stored.account_of(connection, report_id)
    if not found or account is None:
        raise NotFoundError(f"There is no report {report_id!r} in this ledger.")
    number = select(report_numbers.c.number).where(report_numbers.c.report_id == report_id).scalar_subquery()
    numbers = list(
        connection.execute(select(report_incidents.c.number).where(report_incidents.c.report == number)).scalars()
    )
    versions = {
        (report.report_id, report.superseded_by)
        for incident in body_of(numbers, connection)
        for report in incident.reports
        if report.superseded_by is not None
    }
    ids = [mention.mention_id for mention in account.mentions]
    original = connection.execute(select(report_copies.c.original).where(report_copies.c.copy == report_id)).scalar()
    copies = connection.execute(
        select(report_copies.c.copy).where(report_copies.c.original == report_id).limit(_IN)
    ).scalars()
    seen = connection.execute(
        select(sightings).where(sightings.c.report_id == report_id).order_by(sightings.c.given_id, sightings.c.origin)
    )
    return ReportView(
        report=found[0],
        account=account,
        reader=connection.execute(select(readings.c.reader).where(readings.c.report_id == report_id)).scalar_one(),
        sightings=tuple(Sighting(given_id=s.given_id, origin=s.origin, raw_sha256=s.raw_sha256) for s in seen),
        incidents=tuple(sorted(rows_numbered(numbers, connection), key=place_of)),
        mentions=dict(
            connection.execute(
                select(homes.c.mention_id, homes.c.incident_id)
                .where(homes.c.mention_id.in_(ids))
                .order_by(homes.c.mention_id)
            ).all()
        ),
        copy_of=next(iter(_named(connection, [original])), None) if original else None,
        copies=tuple(_named(connection, copies)),
        superseded_by=tuple(_named(connection, {later for earlier, later in versions if earlier == report_id})),
        supersedes=tuple(_named(connection, {earlier for earlier, later in versions if later == report_id})),
    )


def texts_of(connection: Connection, report_ids: Iterable[str]) -> tuple[Report, ...]:
    """The stored reports of these ids, in that order; unknown ids are left out."""
    wanted = list(dict.fromkeys(report_ids))
    found = {
        report.report_id: report
        for start in range(0, len(wanted), _IN)
        for report in stored.reports_with_ids(connection, wanted[start : start + _IN])
    }
    return tuple(found[name] for name in wanted if name in found)
