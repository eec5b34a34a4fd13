"""How the tables came about, step by step: one function a version, never changed once released.

`PRAGMA user_version` holds the number of steps taken. All steps that are missing are taken in one transaction.
"""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, Engine

from annals.errors import LedgerError
from annals.store.engines import APPLICATION_ID, writing

Migration = Callable[[Connection], None]


def first_tables(connection: Connection) -> None:
    """Version 1: reports and readings, judgements that can only be added, derived records, runs."""
    for statement in _FIRST_TABLES.split(";\n\n"):
        connection.exec_driver_sql(statement)


_FIRST_TABLES = """
CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE reports (
    report_id TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL, title TEXT, publisher TEXT, url TEXT, published TEXT,
    language TEXT, text_sha256 TEXT NOT NULL, regions TEXT NOT NULL
);

CREATE TABLE sightings (
    report_id TEXT NOT NULL REFERENCES reports (report_id), given_id TEXT, origin TEXT, raw_sha256 TEXT NOT NULL
);

CREATE INDEX sightings_by_report ON sightings (report_id);

CREATE INDEX sightings_by_given_id ON sightings (given_id);

CREATE TABLE readings (
    report_id TEXT NOT NULL PRIMARY KEY REFERENCES reports (report_id), reader TEXT NOT NULL, account BLOB NOT NULL
);

CREATE TABLE judgements (
    judgement_id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL, other TEXT, field TEXT,
    value TEXT, "by" TEXT NOT NULL, at TEXT NOT NULL, reason TEXT NOT NULL
) WITHOUT ROWID;

CREATE TRIGGER judgements_keep_update BEFORE UPDATE ON judgements
BEGIN SELECT RAISE(ABORT, 'a judgement is never changed; add one that undoes it'); END;

CREATE TRIGGER judgements_keep_delete BEFORE DELETE ON judgements
BEGIN SELECT RAISE(ABORT, 'a judgement is never erased; add one that undoes it'); END;

CREATE TRIGGER judgements_keep_replace BEFORE INSERT ON judgements
WHEN EXISTS (SELECT 1 FROM judgements WHERE judgement_id = NEW.judgement_id)
BEGIN SELECT RAISE(ABORT, 'a judgement of that id is there already; it is never replaced'); END;

CREATE TABLE incidents (
    incident_id TEXT NOT NULL PRIMARY KEY, date_start TEXT, date_end TEXT, event_type TEXT, sub_event_type TEXT,
    country TEXT, place TEXT, title TEXT NOT NULL, killed_best INTEGER, wounded_best INTEGER,
    reports INTEGER NOT NULL, body BLOB NOT NULL
);

CREATE TABLE aliases (
    alias TEXT NOT NULL, incident_id TEXT NOT NULL, PRIMARY KEY (alias, incident_id)
) WITHOUT ROWID;

CREATE TABLE incident_ids (incident_id TEXT NOT NULL PRIMARY KEY, title TEXT NOT NULL, date TEXT) WITHOUT ROWID;

CREATE TABLE runs (
    run_id INTEGER NOT NULL PRIMARY KEY, started TEXT NOT NULL, ended TEXT, annals TEXT NOT NULL, reader TEXT NOT NULL,
    read INTEGER NOT NULL, already_there INTEGER NOT NULL, read_again INTEGER NOT NULL, refused INTEGER NOT NULL,
    incidents INTEGER
);

CREATE TABLE refusals (
    run_id INTEGER NOT NULL REFERENCES runs (run_id), number INTEGER NOT NULL, origin TEXT NOT NULL, field TEXT,
    reason TEXT NOT NULL, PRIMARY KEY (run_id, number)
)"""


MIGRATIONS: tuple[Migration, ...] = (first_tables,)
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
