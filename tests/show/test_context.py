import msgspec
from hypothesis import given
from hypothesis import strategies as st

from annals.model import Quote
from annals.show.clean import printable
from annals.show.context import quote_in_sentence
from tests.records import FIRST, quote


def test_the_quote_is_marked_in_its_sentence() -> None:
    shown = quote_in_sentence(FIRST, quote(FIRST, "wounded five dock workers")).plain

    assert shown == "The blasts «wounded five dock workers», a harbour official said on condition of anonymity."


def test_a_quote_over_two_sentences_gets_both() -> None:
    shown = quote_in_sentence(FIRST, quote(FIRST, "killed. The police chief")).plain

    assert shown == "Nobody was «killed. The police chief» blamed the Northern Front."


def test_without_the_text_the_quote_stands_alone() -> None:
    assert quote_in_sentence(None, quote(FIRST, "five")).plain == "«five»"


def test_a_quote_that_does_not_stand_in_the_text_says_so() -> None:
    shown = quote_in_sentence(FIRST, Quote(start=0, end=4, exact="nine")).plain

    assert "«nine»" in shown
    assert "annals verify" in shown


def test_an_endless_sentence_is_cut_around_the_quote() -> None:
    report = msgspec.structs.replace(FIRST, text="word " * 500 + "five hurt " + "word " * 500)

    shown = quote_in_sentence(report, quote(report, "five hurt")).plain

    assert len(shown) < 500
    assert shown.startswith("… word")
    assert shown.endswith("word …")
    assert "«five hurt»" in shown


@given(st.text(min_size=1, max_size=80), st.data())
def test_any_text_can_be_shown(body: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(body) - 1))
    end = data.draw(st.integers(start + 1, len(body)))
    report = msgspec.structs.replace(FIRST, text=body)

    shown = quote_in_sentence(report, Quote.of(body, start, end)).plain

    assert printable(shown) == shown
    assert "«" in shown
