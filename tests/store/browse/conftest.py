from collections.abc import Iterator
from pathlib import Path

import pytest

from annals.model import Incident
from annals.store.browse import Browse
from annals.store.store import Store
from bench import made_ledger


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A made-up ledger of 400 incidents in 1,500 reports."""
    path = tmp_path_factory.mktemp("made") / "made.db"
    made_ledger.make(path, 400, 1500)
    return path


@pytest.fixture(scope="session")
def store(made: Path) -> Iterator[Store]:
    with Store.open(made, create=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def browse(store: Store) -> Browse:
    return store.browse


@pytest.fixture(scope="session")
def incidents(store: Store) -> list[Incident]:
    """All of them, by first possible day, the undated last, then by id."""
    return store.incidents()
