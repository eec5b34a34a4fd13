from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annals.model import Account, Judgement, Report
from annals.model.derived import Derived
from annals.store import records
from annals.store.store import Store
from tests.small_world import LineReader, derive, plain, report

if TYPE_CHECKING:
    from collections.abc import Callable

FOUR = report("Bomb in Zorn on 2021-05-03 killed 4.")
FIVE = report("Again. Bomb in Zorn on 2021-05-03 killed 5.")
LATER = report("Bomb in Velmar on 2021-06-01 killed 0.")


def add(store: Store, *reports: Report, reader: str = "lines 1") -> None:
    for one in reports:
        store.add_report(one, LineReader(name=reader).read(one), reader)


def derive_all(store: Store) -> bool:
    basis = store.basis()
    return store.replace_incidents(derive(basis.reports, basis.accounts, basis.judgements), basis.fingerprint)


def test_incidents_come_back_as_they_went_in_by_date(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        add(store, LATER, FIVE, FOUR)
        assert derive_all(store)
        basis = store.basis()
        expected = list(derive(basis.reports, basis.accounts, basis.judgements).incidents)
        assert [incident.date.start for incident in expected] == ["2021-05-03", "2021-06-01"]
        assert store.incidents() == expected
        assert b"[" + b",".join(store.bodies()) + b"]" == plain(expected)


def test_incidents_are_stale_until_they_are_derived_from_what_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    judgement = Judgement(
        judgement_id="j1", kind="withdraw", subject="m1", by="ana", at="2020-01-01T00:00:00Z", reason="a drill"
    )
    with Store.open(tmp_path / "a.db") as store:
        assert store.stale(), "never derived"
        changes: list[Callable[[], None]] = [
            lambda: add(store, FOUR),
            lambda: add(store, FOUR, reader="lines 2"),
            lambda: store.judge(judgement),
            lambda: monkeypatch.setattr(records, "__version__", "99"),
        ]
        for change in changes:
            assert derive_all(store)
            assert not store.stale()
            change()
            assert store.stale()
        assert derive_all(store)
        store.add_sighting(FOUR)
        assert not store.stale(), "where a report came from is nothing that incidents are derived from"


def test_incidents_of_what_the_ledger_no_longer_is_are_not_stored(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        add(store, FOUR)
        basis = store.basis()
        add(store, LATER)
        old = derive(basis.reports, basis.accounts, basis.judgements)
        assert not store.replace_incidents(old, basis.fingerprint)
        assert store.incidents() == []


def test_every_id_ever_used_leads_on_or_says_what_it_was(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        add(store, FOUR)
        derive_all(store)
        (alone,) = store.incidents()
        add(store, FIVE)
        derive_all(store)
        (both,) = store.incidents()
        assert both.corroboration.reports == 2
        assert store.incident(alone.incident_id) == both, "its own id or an alias, the old id leads to it"
        for name in both.aliases:
            assert store.incident(name) == both
        for one in (FOUR, FIVE):
            store.add_report(one, Account(report_id=one.report_id, reader="none"), "none")
        derive_all(store)
        assert store.incident(both.incident_id) is None
        left = store.tombstone(both.incident_id)
        assert left is not None
        assert str(left).endswith("Bomb, Zorn (2021-05-03). No report of the ledger tells it as an incident now.")
        assert store.tombstone("i0000") is None
        assert both.incident_id in store.ids_that_lead_on()


def test_a_failure_in_the_middle_keeps_the_incidents_before(tmp_path: Path) -> None:
    with Store.open(tmp_path / "a.db") as store:
        add(store, FOUR)
        derive_all(store)
        before = store.bodies()
        (incident,) = store.incidents()
        add(store, LATER)
        with pytest.raises(Exception, match="UNIQUE"):
            store.replace_incidents(Derived(incidents=(incident, incident)), store.basis().fingerprint)
        assert store.bodies() == before
        assert store.stale()
