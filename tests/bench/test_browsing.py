from pathlib import Path

import pytest

from annals.store.store import Store
from annals.store.verify import verify
from bench import browsing, made_ledger

SMALL = {"judgements", "questioned", "runs"}
"""Tables that are read whole: people decide and run thousands of times at most."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bench") / "made.db"
    made_ledger.make(path, 60, 200)
    return path


def test_a_made_up_ledger_keeps_its_promises(made: Path) -> None:
    with Store.open(made, create=False) as store:
        found = verify(
            reports=store.reports(), accounts=store.accounts(), incidents=store.incidents(), derived_matches=True
        )
        assert found.holds, found.faults[:3]
        assert (store.counts()["reports"], store.counts()["incidents"]) == (200, 60)


def test_the_same_seed_makes_the_same_ledger(made: Path, tmp_path: Path) -> None:
    made_ledger.make(tmp_path / "again.db", 60, 200)
    with Store.open(made) as first, Store.open(tmp_path / "again.db") as second:
        assert first.bodies() == second.bodies()


def test_every_question_finds_its_rows_by_an_index(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(browsing, "ROUNDS", 1)
    with Store.open(made, create=False) as store:
        asked = list(browsing.questions(store))
    assert len(asked) > 20
    for timed in asked:
        scans = {plan.removeprefix("scan of ") for plan in timed.plans if plan.startswith("scan of ")}
        assert scans <= SMALL, timed.name


def test_shares_of_times() -> None:
    timed = browsing.Timed(name="x", took=[float(n) for n in range(100)])
    assert (timed.at(0.5), timed.at(0.95), timed.at(1.0)) == (50.0, 95.0, 99.0)
