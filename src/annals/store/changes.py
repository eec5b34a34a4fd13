"""The changes feed as rows: what happened to incidents, each time that they were derived. Rows are only ever added."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, insert

from annals.model.change import Happened
from annals.store.tables import changes


def note_changes(connection: Connection, found: Iterable[Happened]) -> None:
    """Add what happened to the feed, all at this moment."""
    at = datetime.now(UTC).isoformat(timespec="milliseconds")
    rows = [_row(entry, at) for entry in found]
    if rows:
        connection.execute(insert(changes), rows)


def _row(entry: Happened, at: str) -> dict[str, Any]:
    lists = {name: msgspec.json.encode(getattr(entry, name)).decode() for name in ("became", "of", "fields")}
    shown = {"kind": entry.kind, "incident_id": entry.incident_id, "title": entry.title, "date": entry.date}
    return {"at": at, **shown, **lists}
