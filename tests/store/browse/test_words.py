from pathlib import Path

import pytest

from annals.errors import UsageError
from annals.store.browse import Query
from annals.store.browse.words import match_of
from annals.store.store import Store
from tests.small_world import LineReader, derive, report

TEXTS = (
    "Bomb in Zorn on 2021-05-03 killed 4. Rockets fell on the Café Évora \U0001f680 near the bridge.",
    "Bomb in Zorn on 2021-05-03 killed 5. The café was shut. A null \x00 byte stood here.",
    "Bomb in Alma on 2021-06-01 killed 1. The bridge of Alma burnt; انفجار في المدينة.",
    "Nothing happened at the bridge of Dorn.",
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    opened = Store.open(tmp_path / "a.db")
    made = [report(text) for text in TEXTS]
    for one in made:
        opened.add_report(one, LineReader().read(one), "lines 1")
    basis = opened.basis()
    assert opened.replace_incidents(derive(basis.reports, basis.accounts, basis.judgements), basis.fingerprint)
    return opened


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("rocket", ["Bomb, Zorn"]),
        ("CAFE", ["Bomb, Zorn"]),
        ("bridge", ["Bomb, Alma", "Bomb, Zorn"]),
        ("bridge burnt", ["Bomb, Alma"]),
        ("rockets shut", []),
        ('"bridge of Alma"', ["Bomb, Alma"]),
        ('"Alma of bridge"', []),
        ("roc*", ["Bomb, Zorn"]),
        ("انفجار", ["Bomb, Alma"]),
        ("null byte", ["Bomb, Zorn"]),
        ("Dorn", []),
        ('" ', []),
        ("* - ^ ( NEAR", ["Bomb, Zorn"]),
        ("bridge AND zorn", []),
        ("\x00", []),
        ("   ", ["Bomb, Alma", "Bomb, Zorn"]),
    ],
)
def test_words_are_found_in_one_report_of_an_incident(store: Store, words: str, titles: list[str]) -> None:
    page = store.browse.page(Query(text=words))
    assert [row.title for row in page.rows] == titles
    assert page.total == len(titles)


def test_a_list_shows_the_words_where_they_stand(store: Store) -> None:
    (row,) = store.browse.page(Query(text="cafe rocket")).rows
    assert row.found_in is not None
    assert [row.found_in[start:end] for start, end in row.found] == ["Rockets", "Café"]


def test_reports_in_no_incident_are_found_among_the_reports(store: Store) -> None:
    found = store.browse.reports(text="bridge")
    assert [row.incidents for row in found.rows] == [0, 1, 1]
    assert found.total is None
    first = store.browse.reports(size=3)
    assert first.total == 4
    rest = store.browse.reports(size=3, cursor=first.next)
    assert [row.report_id for row in (*first.rows, *rest.rows)] == [report(text).report_id for text in TEXTS[::-1]]


def test_a_question_of_a_whole_page_is_refused(store: Store) -> None:
    with pytest.raises(UsageError, match="too many to search for"):
        store.browse.count(Query(text="word " * 100))


def test_nothing_in_a_question_is_syntax() -> None:
    assert match_of('a OR "b c* -d:') == '"a" "OR" "b c d"'
    assert match_of("()") is None
