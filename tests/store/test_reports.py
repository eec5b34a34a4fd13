from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.errors import LedgerError
from annals.model import Account, Region, Report
from annals.model.ids import content_id
from annals.store.store import Store
from tests.cases import cases
from tests.small_world import LineReader, report

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
maybe = st.none() | words
hostile_reports = st.builds(
    Report,
    report_id=words.map(lambda text: content_id("r", text)),
    text=words,
    title=maybe,
    publisher=maybe,
    url=maybe,
    published=maybe,
    language=maybe,
    given_id=maybe,
    origin=maybe,
    raw_sha256=words,
    text_sha256=words,
    regions=st.lists(st.builds(Region, start=st.integers(0, 9), end=st.integers(0, 9), kind=st.just("title"))).map(
        tuple
    ),
)


@cases(30)
@given(reports=st.lists(hostile_reports, max_size=4, unique_by=lambda report: report.report_id))
def test_reports_come_back_as_they_went_in(tmp_path_factory: pytest.TempPathFactory, reports: list[Report]) -> None:
    with Store.open(tmp_path_factory.mktemp("ledger") / "a.db") as store:
        for one in reports:
            store.add_report(one, Account(report_id=one.report_id, reader="x"), "x")
        assert store.reports() == sorted(reports, key=lambda one: one.report_id)


def test_an_account_comes_back_with_the_shapes_of_its_values(tmp_path: Path) -> None:
    made = report("Bomb in Zorn on 2021-05-03 killed 4. Bomb in Velmar on 2021-05-04 killed 0.")
    account = LineReader().read(made)
    with Store.open(tmp_path / "a.db") as store:
        store.add_report(made, account, "lines 1")
        assert store.account(made.report_id) == account
        assert store.accounts() == [account]
        assert store.account("r0") is None


def test_a_report_and_its_account_are_stored_both_or_neither(tmp_path: Path) -> None:
    made = report("any")
    with Store.open(tmp_path / "a.db") as store:
        with pytest.raises(UnicodeEncodeError):
            store.add_report(made, Account(report_id=made.report_id, reader="x", note="half \ud800"), "x")
        assert store.reports() == []
        with pytest.raises(LedgerError, match="FOREIGN KEY"):
            store.add_sighting(made)


def test_a_new_reading_takes_the_place_of_the_old(tmp_path: Path) -> None:
    made = report("any")
    with Store.open(tmp_path / "a.db") as store:
        for reader in ("lines 1", "lines 2"):
            store.add_report(made, Account(report_id=made.report_id, reader=reader), reader)
        assert [account.reader for account in store.accounts()] == ["lines 2"]
        assert store.reader_of(made.report_id) == "lines 2"
        assert store.reports_read_otherwise("lines 2") == []
        assert store.reports_read_otherwise("lines 3") == [made]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_a_report_that_came_in_under_several_names_is_found_under_each(tmp_path: Path, order: tuple[int, ...]) -> None:
    names = [("B7", "b.jsonl:7"), (None, "loose.txt"), ("A1", "a.jsonl:1")]
    comings = [report("any", given_id=name, origin=origin) for name, origin in names]
    with Store.open(tmp_path / "a.db") as store:
        for place in order:
            store.add_report(comings[place], Account(report_id=comings[0].report_id, reader="x"), "x")
            store.add_sighting(comings[place])
        assert store.reports() == [comings[2]], "whichever came first, the first in alphabet is shown"
        for name in ("B7", "A1", "loose.txt", "b.jsonl:7", comings[0].report_id):
            assert store.reports_named(name) == [comings[2]]
        assert store.counts()["sightings"] == 3


def test_a_report_id_goes_before_a_given_id_of_the_same_letters(tmp_path: Path) -> None:
    first = report("first")
    second = msgspec.structs.replace(report("second"), given_id=first.report_id)
    with Store.open(tmp_path / "a.db") as store:
        for one in (first, second):
            store.add_report(one, Account(report_id=one.report_id, reader="x"), "x")
        assert store.reports_named(first.report_id) == [first]
