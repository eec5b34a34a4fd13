"""Forms of verbs and nouns."""

import pytest

from annals.english.inflect import verb_forms


@pytest.mark.parametrize(
    ("phrase", "past"),
    [
        ("admit carrying out", {"admitted carrying out"}),
        ("commit", {"committed"}),
        ("rip through", {"ripped through"}),
        ("overrun", {"overran"}),
        ("order", {"ordered"}),
        ("pummel", {"pummeled", "pummelled"}),
    ],
)
def test_the_last_letter_doubles_where_english_doubles_it(phrase: str, past: set[str]) -> None:
    assert {form for form, kind in verb_forms(phrase) if kind == "past"} == past
