"""Steps of the tables that hold what the ledger was given and what happened to it: reports, judgements, changes.

None is ever changed once released (see migrations.py).
"""

from sqlalchemy import Connection


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


def changes_feed(connection: Connection) -> None:
    """Version 3: what happens to incidents from now on, and where the tellings of those went that are no more."""
    for statement in _CHANGES_FEED.split(";\n\n"):
        connection.exec_driver_sql(statement)


_CHANGES_FEED = """
CREATE TABLE changes (
    number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, kind TEXT NOT NULL,
    incident_id TEXT NOT NULL, became TEXT NOT NULL, "of" TEXT NOT NULL, title TEXT NOT NULL, date TEXT,
    fields TEXT NOT NULL
);

CREATE INDEX changes_by_incident ON changes (incident_id);

CREATE INDEX changes_by_moment ON changes (at);

CREATE TRIGGER changes_keep_update BEFORE UPDATE ON changes
BEGIN SELECT RAISE(ABORT, 'the feed is only ever added to'); END;

CREATE TRIGGER changes_keep_delete BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'the feed is only ever added to'); END;

ALTER TABLE incident_ids ADD COLUMN became TEXT"""


def seen_by_judges(connection: Connection) -> None:
    """Version 4: what a decision was made on, and which decisions are to be looked at again.

    The latter is derived with the records; hence no fingerprint.
    """
    for statement in _SEEN_BY_JUDGES.split(";\n\n"):
        connection.exec_driver_sql(statement)


_SEEN_BY_JUDGES = """
ALTER TABLE judgements ADD COLUMN seen TEXT;

CREATE TABLE questioned (
    judgement_id TEXT NOT NULL PRIMARY KEY, changed INTEGER NOT NULL, overruled_by TEXT NOT NULL, weight REAL NOT NULL
) WITHOUT ROWID;

CREATE INDEX questioned_by_weight ON questioned (weight DESC, judgement_id);

DELETE FROM meta WHERE name = 'fingerprint'"""
