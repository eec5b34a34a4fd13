"""How the tables came about, step by step: one function a version, never changed once released.

`PRAGMA user_version` holds the number of steps taken. All steps that are missing are taken in one transaction.
"""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, Engine

from annals.errors import LedgerError
from annals.store.derived_steps import browsing_tables, compared_counts, followed_tables, traces_of_deriving
from annals.store.engines import APPLICATION_ID, writing
from annals.store.kept_steps import changes_feed, first_tables, seen_by_judges

Migration = Callable[[Connection], None]

MIGRATIONS: tuple[Migration, ...] = (
    first_tables,
    browsing_tables,
    changes_feed,
    seen_by_judges,
    followed_tables,
    traces_of_deriving,
    compared_counts,
)
NEWEST = len(MIGRATIONS)
"""The schema version that this annals reads and writes."""


def migrate(engine: Engine, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Bring a writable ledger to the newest version: all missing steps, or none where one fails.

    Raises:
        LedgerError: it turned out to be another program's, or newer, between the first look and now.
        LedgerLockedError: another process is writing.
    """
    if version_of(engine) == len(migrations):
        return
    with writing(engine) as connection:
        version = _pragma(connection, "user_version")
        if version > len(migrations):
            raise LedgerError("The ledger was written by a newer annals just now; upgrade annals to open it.")
        if _pragma(connection, "application_id") != APPLICATION_ID:
            if connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one():
                raise LedgerError("The file became another program's database just now; give another --ledger.")
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        for step in migrations[version:]:
            step(connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {len(migrations)}")


def version_of(engine: Engine) -> int:
    """The schema version of an opened ledger; 0 is one without tables."""
    with engine.connect() as connection:
        return _pragma(connection, "user_version")


def _pragma(connection: Connection, name: str) -> int:
    return int(connection.exec_driver_sql(f"PRAGMA {name}").scalar_one())
