import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect

from annals.errors import LedgerError
from annals.store import migrations
from annals.store.engines import open_engine, snapshot
from annals.store.migrations import MIGRATIONS, NEWEST, migrate, version_of
from annals.store.store import Store
from annals.store.tables import metadata

VERSION_1 = """
PRAGMA application_id = 1634626675;
CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE reports (report_id TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL, title TEXT, publisher TEXT, url TEXT,
    published TEXT, language TEXT, text_sha256 TEXT NOT NULL, regions TEXT NOT NULL);
CREATE TABLE sightings (report_id TEXT NOT NULL REFERENCES reports (report_id), given_id TEXT, origin TEXT,
    raw_sha256 TEXT NOT NULL);
CREATE TABLE readings (report_id TEXT NOT NULL PRIMARY KEY REFERENCES reports (report_id), reader TEXT NOT NULL,
    account BLOB NOT NULL);
CREATE TABLE judgements (judgement_id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, subject TEXT NOT NULL,
    other TEXT, field TEXT, value TEXT, "by" TEXT NOT NULL, at TEXT NOT NULL, reason TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE incidents (incident_id TEXT NOT NULL PRIMARY KEY, date_start TEXT, date_end TEXT, event_type TEXT,
    sub_event_type TEXT, country TEXT, place TEXT, title TEXT NOT NULL, killed_best INTEGER, wounded_best INTEGER,
    reports INTEGER NOT NULL, body BLOB NOT NULL);
CREATE TABLE aliases (alias TEXT NOT NULL, incident_id TEXT NOT NULL, PRIMARY KEY (alias, incident_id)) WITHOUT ROWID;
CREATE TABLE incident_ids (incident_id TEXT NOT NULL PRIMARY KEY, title TEXT NOT NULL, date TEXT) WITHOUT ROWID;
CREATE TABLE runs (run_id INTEGER NOT NULL PRIMARY KEY, started TEXT NOT NULL, ended TEXT, annals TEXT NOT NULL,
    reader TEXT NOT NULL, read INTEGER NOT NULL, already_there INTEGER NOT NULL, read_again INTEGER NOT NULL,
    refused INTEGER NOT NULL, incidents INTEGER);
CREATE TABLE refusals (run_id INTEGER NOT NULL REFERENCES runs (run_id), number INTEGER NOT NULL,
    origin TEXT NOT NULL, field TEXT, reason TEXT NOT NULL, PRIMARY KEY (run_id, number));
INSERT INTO reports VALUES ('r1', 'Old words.', 'Old', NULL, NULL, '2020-01-02', NULL, 'aa',
    '[{"start": 0, "end": 3, "kind": "title"}]');
INSERT INTO sightings VALUES ('r1', 'B', 'b.txt', 'bb');
INSERT INTO sightings VALUES ('r1', 'A', 'a.txt', 'bb');
INSERT INTO readings VALUES ('r1', 'lines 1', '{"report_id": "r1", "reader": "lines 1", "note": "nothing"}');
INSERT INTO judgements VALUES ('j1', 'unsure', 'm1', 'm2', NULL, NULL, 'ana', '2020-01-03T00:00:00Z', 'too vague');
PRAGMA user_version = 1;
"""


def test_a_ledger_of_version_1_opens_with_all_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old = sqlite3.connect(path)
    old.executescript(VERSION_1)
    old.close()
    with Store.open(path) as store:
        (report,) = store.reports()
        assert (report.text, report.title, report.published) == ("Old words.", "Old", "2020-01-02")
        assert [region.kind for region in report.regions] == ["title"]
        assert (report.given_id, report.origin) == ("A", "a.txt"), "of two sightings the first in alphabet"
        account = store.account("r1")
        assert account is not None
        assert account.note == "nothing"
        assert [judgement.reason for judgement in store.judgements()] == ["too vague"]
        assert version_of(store._engine) == NEWEST
        (row,) = store.browse.reports(text="old words").rows
        assert row.report_id == "r1", "reports that were there before can be searched"
        assert store.stale(), "what is derived with the incidents is derived anew"
        assert store.browse.log().entries[0].judgement.by == "ana"


def test_the_tables_are_those_that_the_queries_name(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        found = inspect(store._engine)
        made = [name for name in found.get_table_names() if not name.startswith("report_words")]
        assert sorted(made) == sorted(metadata.tables), "but for the full-text table and its parts"
        for table in metadata.sorted_tables:
            assert [(c["name"], c["nullable"]) for c in found.get_columns(table.name)] == [
                (c.name, c.nullable) for c in table.columns
            ], table.name
            assert found.get_pk_constraint(table.name)["constrained_columns"] == [c.name for c in table.primary_key]


def second(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE reports ADD COLUMN author TEXT")


def failing(connection: Connection) -> None:
    second(connection)
    connection.exec_driver_sql("CREATE TABLE reports (a TEXT)")


def test_missing_steps_are_taken_once(tmp_path: Path) -> None:
    opened = open_engine(tmp_path / "a.db", create=True, newest=1)
    migrate(opened.engine)
    migrate(opened.engine, (*MIGRATIONS, second))
    migrate(opened.engine, (*MIGRATIONS, second))
    assert version_of(opened.engine) == NEWEST + 1
    assert "author" in {column["name"] for column in inspect(opened.engine).get_columns("reports")}
    opened.engine.dispose()


def test_a_step_that_fails_leaves_the_version_before(tmp_path: Path) -> None:
    opened = open_engine(tmp_path / "a.db", create=True, newest=1)
    migrate(opened.engine)
    with pytest.raises(LedgerError, match="already exists"):
        migrate(opened.engine, (*MIGRATIONS, failing))
    assert version_of(opened.engine) == NEWEST
    assert "author" not in {column["name"] for column in inspect(opened.engine).get_columns("reports")}
    opened.engine.dispose()


def test_a_creation_that_fails_leaves_an_empty_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.db"
    monkeypatch.setattr(migrations.migrate, "__defaults__", ((*MIGRATIONS, failing),))
    with pytest.raises(LedgerError, match="already exists"):
        Store.open(path)
    assert path.read_bytes() == b""


def test_two_that_create_at_once_make_one_ledger(tmp_path: Path) -> None:
    one = open_engine(tmp_path / "a.db", create=True, newest=1)
    two = open_engine(tmp_path / "a.db", create=True, newest=1)
    migrate(one.engine)
    migrate(two.engine)
    with snapshot(two.engine) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM reports").scalar_one() == 0
    one.engine.dispose()
    two.engine.dispose()


def test_a_file_that_became_anothers_in_between_is_left_alone(tmp_path: Path) -> None:
    opened = open_engine(tmp_path / "a.db", create=True, newest=1)
    with sqlite3.connect(tmp_path / "a.db") as other:
        other.execute("CREATE TABLE contacts (name TEXT)")
    other.close()
    with pytest.raises(LedgerError, match="another program's database"):
        migrate(opened.engine)
    opened.engine.dispose()
