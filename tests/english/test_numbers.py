import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.english.numbers import Number, find_numbers, read_number

NUMBERISH = st.lists(
    st.sampled_from(
        [
            "a",
            "an",
            "one",
            "two",
            "twenty",
            "hundred",
            "thousand",
            "million",
            "dozen",
            "and",
            "or",
            "to",
            "-",
            "–",
            "between",
            "from",
            "at",
            "least",
            "more",
            "than",
            "up",
            "some",
            "few",
            "several",
            "couple",
            "of",
            "tens",
            "dozens",
            "5",
            "7",
            "1,200",
            "2018",
            "22nd",
            "third",
            "no",
            "none",
            "both",
            ",",
            ".",
            "$",
            "%",
            "km",
            "years",
            "old",
            "aged",
            "AK",
            "47",
            "p.m.",
            "December",
            "May",
            "block",
            "Street",
            "half",
            "odd",
            "plus",
            "+",
            "9999999999999999999",
            "\n\n",
            "(",
            ")",
        ]
    ),
    max_size=25,
).map(" ".join)


def only(text: str) -> Number:
    found = find_numbers(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "low", "high", "kind"),
    [
        ("1,200 people", 1200, 1200, "cardinal"),
        ("4,000-7,000 troops", 4000, 7000, "cardinal"),
        ("5–7 rockets", 5, 7, "cardinal"),
        ("between five and seven rockets", 5, 7, "cardinal"),
        ("two to three hundred men", 200, 300, "cardinal"),
        ("five or six men", 5, 6, "cardinal"),
        ("two dozen men", 24, 24, "cardinal"),
        ("half a dozen men", 6, 6, "cardinal"),
        ("tens of thousands of men", 10_000, None, "vague"),
        ("several hundred men", 300, None, "vague"),
        ("a handful of men", 3, None, "vague"),
        ("many men", None, None, "vague"),
        ("a couple of dozen men", 24, 24, "cardinal"),
        ("twin blasts", 2, 2, "cardinal"),
        ("the 22nd attack", 22, 22, "ordinal"),
        ("the twenty-second attack", 22, 22, "ordinal"),
        ("no casualties", 0, 0, "none"),
        ("no one", 0, 0, "none"),
        ("an officer", 1, 1, "indefinite"),
    ],
)
def test_numbers_have_their_value_and_kind(text: str, low: int | None, high: int | None, kind: str) -> None:
    number = only(text)

    assert (number.low, number.high, number.kind, number.unit_kind) == (low, high, kind, "plain")


@pytest.mark.parametrize(
    ("text", "low", "high", "hedge"),
    [
        ("at least 12", 12, None, "at least"),
        ("No fewer than 12", 12, None, "No fewer than"),
        ("more than a dozen", 13, None, "more than"),
        ("as many as 40", None, 40, "as many as"),
        ("no more than six", None, 6, "no more than"),
        ("fewer than ten", None, 9, "fewer than"),
        ("some 40", 40, 40, "some"),
        ("nearly two dozen", 24, 24, "nearly"),
        ("an estimated 3,000", 3000, 3000, "an estimated"),
        ("at least some 40", 40, None, "at least some"),
        ("at least 15, and perhaps as many as 20,", 15, 20, "at least"),
        ("no fewer than nine and possibly up to a dozen", 9, 12, "no fewer than"),
        ("40 or more", 40, None, "or more"),
        ("40-odd", 40, 40, "odd"),
        ("100+", 100, None, "+"),
    ],
)
def test_modifiers_bound_the_number_and_belong_to_it(text: str, low: int | None, high: int | None, hedge: str) -> None:
    number = only(f"{text} people")

    assert (number.words, number.low, number.high, number.hedge) == (text, low, high, hedge)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("in 2018", "year"),
        ("the 2003 invasion", "year"),
        ("at 9 p.m.", "time"),
        ("at 9 in the morning", "time"),
        ("on December 3", "date"),
        ("on Jan. 17", "date"),
        ("on 17 May", "date"),
        ("the 25-year-old", "age"),
        ("aged 25", "age"),
        ("Sami Haddad, 34, was hit", "age"),
        ("122 mm", "measure"),
        ("240-millimetre", "measure"),
        ("107mm", "measure"),
        ("20 km away", "measure"),
        ("two days", "measure"),
        ("shot four times", "measure"),
        ("$5m", "money"),
        ("300 euros", "money"),
        ("5 percent", "percent"),
        ("an AK-47"[3:], "model"),
        ("S-300", "model"),
        ("Flight 302", "model"),
        ("No. 5", "model"),
        ("the 3200 block", "block"),
        ("1234 Elm Street", "block"),
    ],
)
def test_figures_that_count_nothing_are_told_apart(text: str, unit: str) -> None:
    assert only(text).unit_kind == unit


@pytest.mark.parametrize(
    "text", ["the 1990s", "no longer", "two-thirds of it", "at 18:30", "on 3/12/2019", "one another"]
)
def test_what_is_no_number_is_left_out(text: str) -> None:
    assert find_numbers(text) == []


def test_a_bare_year_is_flagged_even_where_it_counts() -> None:
    assert only("some 2000 people").year
    assert only("some 2000 people").unit_kind == "plain"
    assert not only("2,000 people").year


def test_a_change_is_not_a_range() -> None:
    assert [n.words for n in find_numbers("The toll rose from 5 to 7.")] == ["5", "7"]
    assert [n.words for n in find_numbers("Officials say 5 to 7 died.")] == ["5 to 7"]


def test_read_number_prefers_a_figure_to_an_article() -> None:
    number = read_number("a family of five")

    assert number is not None
    assert number.low == 5
    assert read_number("the sea") is None


@given(st.one_of(st.text(max_size=200), NUMBERISH))
def test_any_text_is_read_without_error_in_order_and_with_low_not_above_high(text: str) -> None:
    past = 0
    for number in find_numbers(text):
        assert number.start >= past
        assert text[number.start : number.end] == number.words
        assert number.low is None or number.high is None or 0 <= number.low <= number.high
        past = number.end


def test_a_long_text_of_nothing_but_number_words_is_read() -> None:
    text = "between one hundred and at least some more than a dozen hundred of tens of 5-7 " * 4000

    # A pattern that tries all partitions would not come back.
    assert find_numbers(text)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("a daughter of about 20 was killed", ["about 20"]),
        ("their grandmother, who is around 70, was hurt", ["around 70"]),
        ("the sons of two farmers", []),
        ("Adam Hale, 32, of Leeds was hurt.", ["32"]),
        ("A father shot his sons, 10 and 12, police said.", ["10", "12"]),
        ("He shot his 12- and 10-year-old sons.", ["12", "10"]),
        ("The bomb in the market killed 12, of whom three were soldiers.", []),
        ("It killed ten men, 3 and 4 of them in the yard.", []),
    ],
)
def test_ages_behind_names_and_kin(text: str, ages: list[str]) -> None:
    assert [number.words for number in find_numbers(text) if number.unit_kind == "age"] == ages
