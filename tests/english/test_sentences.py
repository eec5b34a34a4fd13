"""Sentence boundaries of news English."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.english.sentences import split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two died. Three were hurt.", ["Two died.", "Three were hurt."]),
        ("Gen. Adams spoke in St. Louis. He left.", ["Gen. Adams spoke in St. Louis.", "He left."]),
        ("The U.S. denied it. The U.S. The end.", ["The U.S. denied it.", "The U.S.", "The end."]),
        ("“We saw it.” She wept.", ["“We saw it.”", "She wept."]),
        ("It hit at 9 p.m. on Monday.", ["It hit at 9 p.m. on Monday."]),
        ("3. Port Said, May 2019. A mine blew up.", ["3. Port Said, May 2019.", "A mine blew up."]),
        (
            "2. Tijuana, Sun. 24. Thirteen died. He sat. 22 left.",
            ["2. Tijuana, Sun. 24.", "Thirteen died.", "He sat.", "22 left."],
        ),
        ("A headline\n\nThe text.", ["A headline", "The text."]),
        ("Short line\nNext line", ["Short line", "Next line"]),
        ("Mr. Omar, of Dec. 3 fame, won 2.5 points.", ["Mr. Omar, of Dec. 3 fame, won 2.5 points."]),
    ],
)
def test_cuts_where_sentences_end(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in split(text)] == expected


def test_a_hard_wrapped_line_runs_on() -> None:
    text = "The convoy was hit by three rockets as it left the base on the main road\nto the border, the army said."
    assert len(split(text)) == 1


def test_a_stretch_without_stops_is_cut() -> None:
    text = "bombs fell and " * 1000
    assert max(b - a for a, b in split(text)) <= 1500
    assert "".join("".join(text[a:b].split()) for a, b in split(text)) == "".join(text.split())


@given(st.text(max_size=300))
def test_spans_are_ordered_apart_and_trimmed(text: str) -> None:
    spans = split(text)
    assert all(a < b and not text[a].isspace() and not text[b - 1].isspace() for a, b in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    kept = "".join("".join(text[a:b].split()) for a, b in spans)
    assert kept == "".join(text.split())
