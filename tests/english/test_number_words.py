import pytest

from annals.english.number_words import VAGUE, cardinal, figure
from annals.english.tokens import tokenise


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("seventeen", 17),
        ("twenty-six", 26),
        ("a hundred", 100),
        ("one hundred and five", 105),
        ("three hundred and twenty-two", 322),
        ("two thousand, three hundred and four", 2304),
        ("1,200", 1200),
        ("2.5 million", 2_500_000),
        ("two hundred thousand", 200_000),
        ("2 lakh", 200_000),
    ],
)
def test_a_whole_cardinal_is_read(words: str, value: int) -> None:
    tokens = tokenise(words).words

    assert cardinal(tokens, 0) == (value, len(tokens))


@pytest.mark.parametrize(
    ("words", "value", "used"), [("two and three", 2, 1), ("one two", 1, 1), ("forty, six", 40, 1)]
)
def test_two_numbers_are_not_run_together(words: str, value: int, used: int) -> None:
    assert cardinal(tokenise(words).words, 0) == (value, used)


def test_fractions_and_endless_figures_are_no_cardinals() -> None:
    assert cardinal(["2.5"], 0) is None
    assert cardinal(["9" * 5000], 0) is None
    assert figure("9" * 5000) is None


def test_conventions_for_vague_words_are_acleds() -> None:
    assert (VAGUE["several"], VAGUE["dozens"], VAGUE["hundreds"]) == ((3, None), (12, None), (100, None))
    assert all(low is None or high is None or low <= high for low, high in VAGUE.values())
