import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annals.english.times import TimeExpression, find_times

TIMEISH = st.lists(
    st.sampled_from(
        [
            "on",
            "in",
            "at",
            "the",
            "a",
            "of",
            ",",
            ".",
            "-",
            "/",
            "last",
            "past",
            "this",
            "next",
            "Monday",
            "Friday",
            "night",
            "morning",
            "early",
            "late",
            "mid-",
            "December",
            "Dec",
            "May",
            "march",
            "3",
            "13",
            "2019",
            "2019-12-03",
            "3/12/2019",
            "29th",
            "two",
            "few",
            "hours",
            "days",
            "weeks",
            "after",
            "before",
            "later",
            "earlier",
            "ago",
            "since",
            "from",
            "to",
            "between",
            "and",
            "until",
            "yesterday",
            "today",
            "overnight",
            "eve",
            "Christmas",
            "New",
            "Year",
            "'s",
            "9",
            "p.m.",
            "18:30",
            "local",
            "time",
            "within",
            "following",
            "same",
            "that",
            "recent",
            "so",
            "far",
            "anniversary",
            "21",
            "MAR",
            "90",
            "\n\n",
            "killed",
        ]
    ),
    max_size=25,
).map(" ".join)


def only(text: str) -> TimeExpression:
    found = find_times(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on Wednesday", "weekday"),
        ("late on Friday", "weekday"),
        ("Wednesday night", "weekday"),
        ("on Wednesday afternoon last week", "weekday"),
        ("at about four in the morning on Friday", "weekday"),
        ("Dec. 3, 2019", "date"),
        ("the 3rd of December", "date"),
        ("on Sunday, 12 May", "date"),
        ("on the night of 13-14 April", "date"),
        ("the night of the 29th", "date"),
        ("shortly before midnight on 2 July 2019", "date"),
        ("21 MAR 90", "date"),
        ("overnight", "dayword"),
        ("this morning", "dayword"),
        ("today, June 13", "dayword"),
        ("in mid-March", "month"),
        ("in January last year", "period"),
        ("earlier this month", "period"),
        ("at the end of 2017", "year"),
        ("two weeks ago", "ago"),
        ("two days after", "chain"),
        ("a day and a half after", "chain"),
        ("hours later", "chain"),
        ("the following day", "chain"),
        ("within hours of", "chain"),
        ("that evening", "chain"),
        ("in the past five weeks", "window"),
        ("since late October", "window"),
        ("so far this year", "window"),
        ("in recent days", "window"),
        ("between October and December", "window"),
        ("first anniversary of", "anniversary"),
        ("on New Year's Eve", "holiday"),
        ("just before 9 p.m.", "clock"),
        ("before dawn", "daypart"),
    ],
)
def test_an_expression_is_found_whole(text: str, kind: str) -> None:
    found = only(f"They came {text} and left")

    if kind != "dayword":
        assert found.kind == kind
    assert text.endswith(found.words)
    assert len(found.words) >= len(text) - len("at ")


@pytest.mark.parametrize(
    "text",
    [
        "They may march on the capital",
        "He sat in the sun",
        "the second attack",
        "a night club",
        "every Friday",
        "Mark 3 may be used",
        "the day centre",
        "a minute detail",
    ],
)
def test_words_that_only_look_like_times_are_left_out(text: str) -> None:
    assert find_times(text) == []


def test_two_days_of_a_list_stay_two() -> None:
    assert [t.words for t in find_times("on Monday and Tuesday")] == ["on Monday", "Tuesday"]


def test_a_chain_beside_a_weekday_stays_its_own() -> None:
    assert [t.kind for t in find_times("On Tuesday, a day after the raid")] == ["weekday", "chain"]


def test_the_day_that_a_chain_is_counted_from_stays_its_own() -> None:
    assert [t.kind for t in find_times("within hours of Wednesday's raid")] == ["chain", "weekday"]
    assert [t.words for t in find_times("The next day, Tuesday, they left")] == ["The next day, Tuesday"]


def test_years_on_a_base_is_no_time() -> None:
    assert find_times("the worst in years on a base") == []
    assert only("Five years on, the town is empty").kind == "chain"


def test_no_expression_crosses_a_blank_line() -> None:
    assert [t.words for t in find_times("on Sunday\n\n12 May")] == ["on Sunday", "12 May"]


def test_parts_carry_what_the_words_say() -> None:
    part = only("less than three weeks after").parts[0]

    assert (part.unit, part.low, part.high, part.direction, part.hedge) == ("week", 3, 3, 1, "less")


@given(st.one_of(st.text(max_size=200), TIMEISH))
@example("HOURS SINCE DEC")
def test_any_text_is_read_without_error_and_in_order(text: str) -> None:
    past = 0
    for found in find_times(text):
        assert found.start >= past
        assert text[found.start : found.end] == found.words
        assert found.parts
        past = found.end


def test_a_long_text_of_nothing_but_time_words_is_read() -> None:
    text = "since the last few days of on Monday the night of 13-14 April gmt gmt before late early " * 2000

    # A pattern that tries all partitions would not come back.
    assert find_times(text)


def test_the_number_of_a_block_is_no_year() -> None:
    assert [t.words for t in find_times("robbed on Friday by the 1900 block of Elm Avenue")] == ["on Friday"]
    assert [t.words for t in find_times("shot in 1994")] == ["in 1994"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In June 20 miners were shot at a pit.", ["In June"]),
        ("In September 13 and 14 farmers died in two raids.", ["In September"]),
        ("On June 20 miners were shot at a pit.", ["On June 20"]),
        ("In June 20, 2003, miners were shot.", ["In June 20, 2003"]),
        ("The June 20 raid was the first.", ["June 20"]),
        ("In July of the following year a van blew up.", ["In July of the following year"]),
        ("On Boxing Day of that year a van blew up.", ["On Boxing Day of that year"]),
        ("The previous July rebels burned a ferry.", ["The previous July"]),
        ("It was worse than in 2001. On 3 May men fired.", ["in 2001", "On 3 May"]),
    ],
)
def test_a_month_a_day_and_a_year_that_are_one_time(text: str, words: list[str]) -> None:
    assert [time.words for time in find_times(text)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jolo, Fri. 22. Armed men came.", ["Fri. 22."]),
        ("Fri. 22 people were killed.", ["Fri."]),
        ("It burnt Sun. night.", ["Sun. night"]),
    ],
)
def test_short_weekdays_of_lists(text: str, words: list[str]) -> None:
    assert [time.words for time in find_times(text)] == words
