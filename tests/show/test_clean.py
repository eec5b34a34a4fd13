import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.show.clean import escaped_json, printable


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b]0;owned\x07", "␛]0;owned␇"),
        ("\x9b31m", "<U+009B>31m"),
        ("five\x08\x08\x08\x08six", "five␈␈␈␈six"),
        ("\u202etxt.exe\u2066", "<U+202E>txt.exe<U+2066>"),
        ("a\U000e0041b", "a<U+E0041>b"),
        ("half \ud83d", "half <U+D83D>"),
        ("one\r\ntwo\tthree\u2028four", "one  two three four"),
        ("\x7f", "␡"),
    ],
)
def test_what_steers_a_terminal_is_made_visible(hostile: str, shown: str) -> None:
    assert printable(hostile) == shown


@pytest.mark.parametrize("text", ["plain", "Kraków – “ąę”", "می‌خواهم", "👩‍👩‍👧", "قُتل خمسة"])
def test_ordinary_text_of_any_script_stays(text: str) -> None:
    assert printable(text) == text


@given(st.text(st.characters(exclude_categories=())))
def test_nothing_printable_controls_or_breaks_the_output(text: str) -> None:
    shown = printable(text)

    assert not {unicodedata.category(char) for char in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(shown) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
    assert printable(shown) == shown
    shown.encode("utf-8")


def test_line_ends_stay_where_they_are_asked_for() -> None:
    assert printable("a\nb\x1b", line_ends=True) == "a\nb␛"


@given(st.text())
def test_escaped_json_is_the_same_value_and_safe(text: str) -> None:
    escaped = escaped_json(json.dumps([text], ensure_ascii=False))

    assert json.loads(escaped) == [text]
    assert printable(escaped) == escaped
