"""A disk that fills up leaves the last good state and a sentence."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import event

from annals.errors import LedgerError
from annals.store.store import Store
from tests.small_world import LineReader, report, some_reports

FILL = """
import resource, sys
from annals.errors import LedgerError
from annals.store.store import Store
from tests.small_world import LineReader, report
resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
with Store.open(sys.argv[1]) as store:
    for number in range(1000):
        made = report(f"{number} " * 2000)
        try:
            store.add_report(made, LineReader().read(made), "lines 1")
        except LedgerError as error:
            print(number)
            print(error)
            break
"""


def test_a_database_that_may_not_grow(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        for made in some_reports(3):
            store.add_report(made, LineReader().read(made), "lines 1")

        @event.listens_for(store._engine, "begin")
        def limit(connection: object) -> None:
            connection.exec_driver_sql("PRAGMA max_page_count = 30")  # type: ignore[attr-defined]

        with pytest.raises(LedgerError, match=r"The disk is full: .*a.db keeps its last good state") as caught:
            store.add_report(report("long " * 100_000), LineReader().read(report("short")), "lines 1")
        assert caught.value.exit_code == 1
        assert sorted(made.text for made in store.reports()) == sorted(made.text for made in some_reports(3))
        store.add_report(report("small"), LineReader().read(report("small")), "lines 1")
        assert len(store.reports()) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files")
def test_a_file_that_may_not_grow(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(path)],
        check=True,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    number, sentence = done.stdout.splitlines()
    assert "last good state" in sentence
    assert int(number) > 0
    with Store.open(path) as store:
        texts = {made.text for made in store.reports()}
        assert texts == {f"{n} " * 2000 for n in range(int(number))}
        assert len(store.accounts()) == int(number)
        store.add_report(report("more"), LineReader().read(report("more")), "lines 1")
