"""Words of a text and the phrases of a table among them."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.reference.phrases import PhraseTable, fold, loosen, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hezbollah", "Hizbullah"),
        ("Kata'ib", "Kataeb"),
        ("Haq", "Haqq"),
        ("Mujahideen", "Mujahidin"),
        ("Shabaab", "Shabab"),
        ("Nusrah", "Nusra"),
        ("Organisation", "Organization"),
        ("Bosnië", "Bosnie"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert loosen(one) == loosen(other)


@pytest.mark.parametrize(("one", "other"), [("Hamas", "Homs"), ("IRA", "IRE"), ("Fatah", "Fatihah"), ("M23", "M24")])
def test_different_names_keep_their_keys(one: str, other: str) -> None:
    assert loosen(one) != loosen(other)


def test_words_know_what_they_hang_on() -> None:
    words = words_of("Al-Qaeda’s men, who fled U.S. fire")
    assert words.raw == ("Al", "Qaeda", "men", "who", "fled", "U.S.", "fire")
    assert words.joined == (False, True, True, False, True, True, True)
    assert [words.hyphened(index) for index in (0, 1, 2)] == [False, True, False]


def test_a_phrase_does_not_reach_across_a_comma() -> None:
    table: PhraseTable[int] = PhraseTable()
    table.add("security forces", 1)
    assert table.longest(words_of("security forces"), 0) == (2, [1])
    assert table.longest(words_of("security, forces"), 0) is None


def test_the_longest_phrase_wins_and_one_phrase_may_mean_two_things() -> None:
    table: PhraseTable[str] = PhraseTable()
    table.add("red army", "army")
    table.add("Red Army Faction", "Germany")
    table.add("red army faction", "Japan")
    assert table.longest(words_of("the Red Army Faction of old"), 1) == (4, ["Germany", "Japan"])


@given(st.text(max_size=120))
def test_words_lie_in_the_text_in_order(text: str) -> None:
    words = words_of(text)
    spans = list(zip(words.starts, words.ends, strict=True))
    assert all(text[start:end] == raw for (start, end), raw in zip(spans, words.raw, strict=True))
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))


@given(st.text(max_size=20))
def test_folding_twice_changes_nothing_more(word: str) -> None:
    assert fold(fold(word)) == fold(word) or "'" in word
