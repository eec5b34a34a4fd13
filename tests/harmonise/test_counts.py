import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.harmonise.counts import population, read_people

PEOPLEISH = st.lists(
    st.sampled_from(
        [
            "a",
            "an",
            "the",
            "two",
            "twelve",
            "dozen",
            "dozens",
            "at",
            "least",
            "up",
            "to",
            "some",
            "no",
            "none",
            "soldier",
            "soldiers",
            "couple",
            "family",
            "and",
            ",",
            "including",
            "of",
            "them",
            "children",
            "his",
            "wife",
            "12-year-old",
            "aged",
            "7",
            "-",
            "(",
            ")",
            "more",
            "others",
            "police",
            "unharmed",
            "between",
            "5",
            "Iraqis",
        ]
    ),
    max_size=20,
).map(" ".join)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("a second", (1, 1)),
        ("the seventh", (1, 1)),
        ("the elder", (1, 1)),
        ("her batman", (1, 1)),
        ("his belongings", (None, None)),
        ("a medic, a sapper and a contractor", (3, 3)),
        ("two soldiers, a priest and a nurse", (4, 4)),
        ("two police officers, a man and a woman", (2, 2)),
        ("two civilians, a nurse and a driver", (2, 2)),
        ("a couple and their two sons", (4, 4)),
        ("a family of five", (5, 5)),
        ("his wife and two daughters", (3, 3)),
        ("a 12-year-old boy and his 9-year-old sister", (2, 2)),
        ("two brothers, aged 4 and 6", (2, 2)),
        ("one hundred and five people", (105, 105)),
        ("dozens of rebels and six villagers", (18, None)),
        ("up to 5 soldiers and 3 villagers", (3, 8)),
        ("five (5) officers", (5, 5)),
        ("both drivers", (2, 2)),
        ("two couples", (4, 4)),
        ("a third soldier", (1, 1)),
        ("the bishop", (1, 1)),
        ("villagers", (2, None)),
        ("some villagers", (2, None)),
    ],
)
def test_people_are_counted(words: str, count: tuple[int | None, int | None]) -> None:
    assert read_people(words) == count


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("six people, including two children", (6, 6)),
        ("six people, two of them soldiers", (6, 6)),
        ("12 people, five soldiers and seven villagers", (12, 12)),
        ("nine people - four men and five women", (9, 9)),
    ],
)
def test_parts_are_not_added_to_the_whole(words: str, count: tuple[int, int]) -> None:
    assert read_people(words) == count


def test_a_list_of_different_people_is_no_breakdown() -> None:
    assert read_people("four police officers, three soldiers and a villager") == (8, 8)


@pytest.mark.parametrize("words", ["no casualties", "nobody", "unharmed", "not a single person", "without casualties"])
def test_nobody_is_zero(words: str) -> None:
    assert read_people(words) == (0, 0)


def test_what_counts_nobody_is_unknown_and_not_zero() -> None:
    assert read_people("the airport") == read_people("") == (None, None)


def test_the_group_counts_where_the_words_do_not() -> None:
    assert read_people("wounded", group="three nurses") == (3, 3)
    assert read_people("four", group="three nurses") == (4, 4)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("three police officers", "police"),
        ("student protesters", "protesters"),
        ("a woman soldier", "soldiers"),
        ("prison guards", "guards"),
        ("five schoolchildren", "children"),
        ("members of the security forces", "security_forces"),
        ("aid workers", "aid_workers"),
        ("two nuns", "clergy"),
        ("people, including three children", None),
        ("a medic and a soldier", None),
        ("the airport", None),
    ],
)
def test_the_population_is_the_head_noun(words: str, name: str | None) -> None:
    assert population(words) == name


@given(st.one_of(st.text(max_size=200), PEOPLEISH), st.one_of(st.none(), PEOPLEISH))
def test_any_words_are_counted_without_error_and_low_is_never_above_high(words: str, group: str | None) -> None:
    low, high = read_people(words, group=group)

    assert low is None or high is None or 0 <= low <= high
    population(words)
