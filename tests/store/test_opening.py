"""What may be opened as a ledger, and that everything else stays as it was."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from annals.errors import LedgerError, LedgerLockedError, NotFoundError
from annals.store import engines
from annals.store.engines import APPLICATION_ID
from annals.store.store import Store
from tests.small_world import LineReader, report


def filled(path: Path) -> Path:
    """A ledger with one report."""
    made = report("Bomb in Zorn on 2021-05-03 killed 4.")
    with Store.open(path) as store:
        store.add_report(made, LineReader().read(made), "lines 1")
    return path


def all_bytes(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def refused(path: Path, words: str) -> None:
    """Both ways to open must fail with the words, and leave the folder as it was."""
    before = all_bytes(path.parent)
    for create in (True, False):
        with pytest.raises(LedgerError, match=words):
            Store.open(path, create=create)
    assert all_bytes(path.parent) == before


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_the_database_of_another_program_is_left_as_it_is(tmp_path: Path, journal: str) -> None:
    path = tmp_path / "contacts.db"
    with sqlite3.connect(path) as other:
        other.execute(f"PRAGMA journal_mode = {journal}")
        other.execute("CREATE TABLE contacts (name TEXT)")
        other.execute("INSERT INTO contacts VALUES ('Ana')")
    other.close()
    refused(path, "contacts.db is a SQLite database of another program")


@pytest.mark.parametrize("content", [b"Dear diary,\n", b"SQLite format 3\x00", os.urandom(5000), b"\x00"])
def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "diary.txt"
    path.write_bytes(content)
    refused(path, "is not a ledger of annals")


def test_a_ledger_of_a_newer_annals_is_left_as_it_is(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.db")
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    refused(path, r"written by a newer annals \(schema 99")


def test_a_damaged_ledger_says_so(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.db")
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * 20_000)
    with pytest.raises(LedgerError, match="is damaged"):
        Store.open(path)


def test_a_folder_or_a_device_is_no_ledger(tmp_path: Path) -> None:
    for path in (tmp_path, Path(os.devnull)):
        with pytest.raises(LedgerError, match="is a folder or a device"):
            Store.open(path)


def test_a_ledger_in_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="There is no folder"):
        Store.open(tmp_path / "nowhere" / "a.db")


def test_a_missing_ledger_is_not_made_for_reading(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"There is no ledger at .*a.db; run `annals build` first"):
        Store.open(tmp_path / "a.db", create=False)
    assert not list(tmp_path.iterdir())


def test_an_empty_file_is_what_a_killed_creation_leaves_and_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.touch()
    with pytest.raises(NotFoundError, match="is empty"):
        Store.open(path, create=False)
    with Store.open(path) as store:
        assert store.reports() == []


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://host/db",
        "mysql+pymysql://h/d",
        "https://example.org/a.db",
        "sqlite://",
        "sqlite:///",
        ":memory:",
        "",
    ],
)
def test_what_names_no_file_is_refused(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LedgerError):
        Store.open(url)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["a b?.db", "100%.db", "späť#1.db", "a&immutable=1.db"])
def test_any_file_name_and_its_url_open_the_same_ledger(tmp_path: Path, name: str) -> None:
    filled(tmp_path / name)
    assert [file.name for file in tmp_path.iterdir()] == [name]
    url = f"sqlite:///{(tmp_path / name).as_uri().removeprefix('file://')}"
    with Store.open(url, create=False) as store:
        assert len(store.reports()) == 1


def test_a_new_ledger_bears_our_mark_and_keeps_every_commit(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.db")
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()
    with Store.open(path) as store, engines.snapshot(store._engine) as opened:
        assert opened.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2  # FULL
        assert opened.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1


def test_reading_changes_nothing(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.db")
    before = all_bytes(tmp_path)
    with Store.open(path, create=False) as store:
        assert len(store.reports()) == 1
    assert all_bytes(tmp_path) == before


def test_a_ledger_that_another_process_is_writing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "BUSY_SECONDS", 0.05)
    path = filled(tmp_path / "a.db")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Store.open(path) as store:
        with pytest.raises(LedgerLockedError, match=r"Another process is writing to .*a.db") as caught:
            store.add_report(report("new"), LineReader().read(report("new")), "lines 1")
        assert caught.value.exit_code == 5
        assert len(store.reports()) == 1, "reading goes on"
        other.execute("ROLLBACK")
        store.add_report(report("new"), LineReader().read(report("new")), "lines 1")
        assert len(store.reports()) == 2
    other.close()


READ_ONLY = """
import sys
from annals.errors import LedgerError
from annals.store.store import Store
with Store.open(sys.argv[1], create=False) as store:
    print(store.writable, len(store.reports()))
    try:
        store.start_run("lines 1")
    except LedgerError as error:
        print(error)
try:
    Store.open(sys.argv[1])
except LedgerError as error:
    print(error)
"""


def test_a_ledger_on_read_only_media_can_be_read_but_not_written(tmp_path: Path) -> None:
    path = filled(tmp_path / "a.db")
    command = [sys.executable, "-c", READ_ONLY, str(path)]
    if os.geteuid() == 0:  # root writes whatever the permissions are, so mount the folder anew for this process alone
        mount = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
        command = ["unshare", "--mount", "sh", "-c", mount, str(tmp_path), *command]
        if subprocess.run([*command[:6], "true"], check=False, capture_output=True).returncode != 0:
            pytest.skip("root, without the right to mount")
    tmp_path.chmod(0o555)
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    tmp_path.chmod(0o755)
    first, writing, opening = done.stdout.splitlines()
    assert first == "False 1"
    assert "is read-only here" in writing
    assert "is read-only; give a ledger in a folder where you may write" in opening
