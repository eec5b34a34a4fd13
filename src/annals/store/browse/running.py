"""Runs: what was read and refused, and how far a build has come."""

from typing import Any

from sqlalchemy import Connection, Row, func, select

from annals.errors import NotFoundError
from annals.model import Refusal
from annals.store.browse import cursors
from annals.store.browse.source_shapes import RunPage, RunRow, RunView
from annals.store.tables import refusals, report_numbers, runs

_FIRST = 2**62


def runs_page(connection: Connection, size: int, cursor: str | None) -> RunPage:
    """A page of the runs, the latest first."""
    below = _FIRST if cursor is None else int(cursors.read(cursor, cursors.After).weight)
    query = select(runs).where(runs.c.run_id < below).order_by(runs.c.run_id.desc()).limit(size + 1)
    found = [_run(row) for row in connection.execute(query)]
    shown = found[:size]
    more = len(found) > size
    return RunPage(
        rows=tuple(shown),
        total=connection.execute(select(func.count()).select_from(runs)).scalar_one(),
        next=cursors.written(cursors.After(weight=shown[-1].run_id, name="")) if more else None,
    )


def run_view(connection: Connection, run_id: int, size: int, cursor: str | None) -> RunView:
    """One run and some of its refusals. Raises NotFoundError."""
    row = connection.execute(select(runs).where(runs.c.run_id == run_id)).first()
    if row is None:
        raise NotFoundError(f"There is no run {run_id} in this ledger.")
    after = 0 if cursor is None else int(cursors.read(cursor, cursors.After).weight)
    own = refusals.c.run_id == run_id
    found = connection.execute(
        select(refusals).where(own, refusals.c.number > after).order_by(refusals.c.number).limit(size + 1)
    ).all()
    shown = found[:size]
    more = len(found) > size
    return RunView(
        run=_run(row),
        refusals=tuple(Refusal(origin=r.origin, field=r.field, reason=r.reason) for r in shown),
        refused_so_far=connection.execute(select(func.count()).select_from(refusals).where(own)).scalar_one(),
        stored=connection.execute(select(func.max(report_numbers.c.number))).scalar() or 0,
        next=cursors.written(cursors.After(weight=shown[-1].number, name="")) if more else None,
    )


def last_run(connection: Connection) -> RunRow | None:
    """The latest run; None where nothing ever ran."""
    row = connection.execute(select(runs).order_by(runs.c.run_id.desc()).limit(1)).first()
    return None if row is None else _run(row)


def _run(row: Row[Any]) -> RunRow:
    return RunRow(**row._asdict())
