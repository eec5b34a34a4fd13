"""Many phrases at once."""

from hypothesis import given
from hypothesis import strategies as st

from annals.english.phrases import Phrases, words_of

WORDS = st.lists(st.sampled_from(["car", "bomb", "blast", "the"]), min_size=1, max_size=4).map(" ".join)


def test_the_longest_phrase_wins_and_none_overlap() -> None:
    table = Phrases([("car", 1), ("car bomb", 2), ("bomb blast", 3), ("car bomb blast", 4), ("car", 5)])
    text = "A car, a car bomb; the car bomb blast of a bomb"
    found = [(text[m.start : m.end], m.payload) for m in table.find(words_of(text))]
    assert found == [("car", 1), ("car bomb", 2), ("car bomb blast", 4)]


def test_a_phrase_that_the_text_cuts_off_is_none() -> None:
    assert list(Phrases([("car bomb blast", 1)]).find(words_of("a car bomb"))) == []


@given(st.lists(WORDS, max_size=6), st.lists(WORDS, max_size=4).map(" ".join))
def test_it_finds_what_trying_every_phrase_everywhere_finds(phrases: list[str], text: str) -> None:
    words = text.split()
    wanted, at = [], 0
    while at < len(words):
        fitting = [p for p in phrases if words[at : at + len(p.split())] == p.split()]
        longest = max(fitting, key=lambda p: len(p.split()), default="")
        if longest:
            wanted.append((at, longest))
        at += len(longest.split()) or 1
    table = Phrases((phrase, phrase) for phrase in phrases)
    assert [(m.first, m.payload) for m in table.find(words_of(text))] == wanted
