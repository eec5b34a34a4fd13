import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from annals.errors import LedgerError
from annals.model import Judgement
from annals.store.store import Store

SAME = Judgement(
    judgement_id="j2", kind="same", subject="m1", other="m2", by="ana", at="2020-01-01T00:00:00Z", reason="one volley"
)
UNDO = Judgement(judgement_id="j1", kind="undo", subject="j2", by="ana", at="2020-01-02T00:00:00Z", reason="two")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store.open(tmp_path / "a.db") as store:
        store.judge(SAME)
        store.judge(UNDO)
    return tmp_path / "a.db"


@pytest.fixture
def sql(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE judgements SET reason = 'other' WHERE judgement_id = 'j2'",
        "DELETE FROM judgements WHERE judgement_id = 'j2'",
        "DELETE FROM judgements",
        "REPLACE INTO judgements SELECT judgement_id, kind, subject, '', '', '', 'eve', at, '', NULL FROM judgements",
        "INSERT INTO judgements SELECT * FROM judgements WHERE true ON CONFLICT DO UPDATE SET \"by\" = 'eve'",
    ],
)
def test_a_judgement_cannot_be_changed_or_erased(path: Path, sql: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="a judgement"):
        sql.execute(statement)
    sql.rollback()
    with Store.open(path) as store:
        assert store.judgements() == [UNDO, SAME], "both stand as they were, by id"


def test_the_same_judgement_again_is_one(path: Path) -> None:
    with Store.open(path) as store:
        store.judge(SAME)
        assert store.judgements() == [UNDO, SAME]


def test_another_judgement_of_the_same_id_is_refused(path: Path) -> None:
    with Store.open(path) as store:
        with pytest.raises(LedgerError, match="never replaced"):
            store.judge(msgspec.structs.replace(SAME, kind="different"))
        assert store.judgements() == [UNDO, SAME]
