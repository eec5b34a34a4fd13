"""The changes feed: what became of incidents, from a number or a moment on."""

import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from annals.errors import UsageError
from annals.model.change import Change
from annals.store.browse.shapes import ChangePage
from annals.store.tables import changes

_MOST_DIGITS = 18


def changes_page(
    connection: Connection, since: str | None, before: int | None, incident_id: str | None, size: int
) -> ChangePage:
    """A page of the feed, in its order; without a beginning its latest entries.

    Args:
        connection: to the ledger.
        since: the number of an entry, of which those that follow are asked for; or a day or moment in ISO 8601 (UTC
            where no zone is told), of which those at or after it are asked for.
        before: only entries with a smaller number than this.
        incident_id: only entries that name this incident.
        size: entries at most.

    Raises:
        UsageError: `since` is neither.
    """
    asked = []
    if since is not None:
        asked.append(_from(since))
    if before is not None:
        asked.append(changes.c.number < before)
    if incident_id is not None:
        named = json.dumps(incident_id)
        asked.append(
            or_(
                changes.c.incident_id == incident_id,
                changes.c.became.contains(named, autoescape=True),
                changes.c.of.contains(named, autoescape=True),
            )
        )
    forward = since is not None
    order = changes.c.number if forward else changes.c.number.desc()
    found = connection.execute(select(changes).where(*asked).order_by(order).limit(size + 1)).all()
    shown = found[:size] if forward else found[:size][::-1]
    latest = connection.execute(select(func.max(changes.c.number))).scalar() or 0
    more = len(found) > size
    return ChangePage(
        rows=tuple(map(_change, shown)),
        next=shown[-1].number if shown and ((more and forward) or before is not None) else latest,
        more=more and forward,
        earlier=shown[0].number if shown and shown[0].number > 1 else None,
        latest=latest,
    )


def _from(since: str) -> Any:
    text = since.strip()
    if text.isascii() and text.isdecimal() and len(text) <= _MOST_DIGITS:
        return changes.c.number > int(text)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"since: {since[:40]!r} is no number of a change and no day or moment; give 1200, 2026-03-01 or "
            "2026-03-01T12:00:00Z."
        ) from None
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return changes.c.at >= moment.isoformat(timespec="milliseconds")


def _change(row: Row[Any]) -> Change:
    lists = {name: tuple(json.loads(row._mapping[name])) for name in ("became", "of", "fields")}  # noqa: SLF001 - SQLAlchemy's public name for a row as a mapping
    return Change(
        number=row.number,
        at=row.at,
        kind=row.kind,
        incident_id=row.incident_id,
        title=row.title,
        date=row.date,
        **lists,
    )
