import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.english.tokens import BREAK, Grammar, tokenise


@given(st.text(max_size=300))
def test_tokens_stand_where_they_say_and_are_in_order(text: str) -> None:
    tokens = tokenise(text)

    for raw, start, end in zip(tokens.raw, tokens.starts, tokens.ends, strict=True):
        assert start < end
        assert raw == BREAK or text[start:end] == raw
    assert all(end <= start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False))


def test_dates_clock_times_and_grouped_figures_are_one_token_each() -> None:
    assert tokenise("2019-12-03 18:30 3/12/2019 1,200 p.m. 22nd").words == [
        "2019-12-03",
        "18:30",
        "3/12/2019",
        "1,200",
        "p.m.",
        "22nd",
    ]


def test_a_rule_matches_classes_and_a_word_may_be_in_several() -> None:
    grammar = Grammar({"unit": ["second", "hour"], "nth": ["second", "third"]}, figures={})
    code = grammar.encode(tokenise("the third second hour"), lambda _: "")

    found = grammar.compile("{nth} {unit}").findall(code)

    assert len(found) == 1
    assert grammar.compile("{nth}{nth}{unit}").search(code)


def test_a_capitalised_word_counts_only_with_its_capital() -> None:
    grammar = Grammar({"month": ["may"]}, figures={}, capitalised=["may"])
    month = grammar.compile("{month}")

    assert month.search(grammar.encode(tokenise("in May"), lambda _: ""))
    assert not month.search(grammar.encode(tokenise("he may"), lambda _: ""))


def test_a_rule_with_an_unknown_class_is_refused() -> None:
    with pytest.raises(KeyError):
        Grammar({}, figures={}).compile("{nothing}")
