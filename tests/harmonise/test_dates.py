from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.harmonise.dates import resolve_date, resolve_window, weekday_of
from annals.model import DateValue

WEDNESDAY = "2014-08-20"
RAID = DateValue(edtf="2014-08-12", start="2014-08-12", end="2014-08-12", precision="day", basis="relative")

DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))
BACKWARD = st.sampled_from(
    [
        *("on Monday", "last Friday", "Sunday night", "late Tuesday", "on Thursday last week", "this past Saturday"),
        *("yesterday", "overnight", "this morning", "last night", "3 December", "on Feb. 29", "31 December"),
        *("late December", "in March", "last month", "earlier this week", "this year", "late last year", "last summer"),
        *("two days ago", "a week ago", "three months ago", "years ago", "in the past five weeks", "in recent days"),
        *("since October", "since last Monday", "so far this year", "on the 31st", "the night of 30-31 December"),
        *("from Friday to Sunday", "between October and February", "over the weekend", "on New Year's Eve"),
        *("on Monday, 3 December", "on Easter Sunday", "more than a year ago", "the turn of the year"),
    ]
)


@pytest.mark.parametrize(
    ("words", "edtf", "precision"),
    [
        ("on Monday", "2014-08-18", "day"),
        ("on Wednesday", "2014-08-20", "day"),
        ("last Wednesday", "2014-08-13", "day"),
        ("late Friday", "2014-08-15", "day"),
        ("December 3", "2013-12-03", "day"),
        ("the night of 13-14 April", "2014-04-13/2014-04-14", "few_days"),
        ("last week", "2014-08-11/2014-08-17", "week"),
        ("last month", "2014-07", "month"),
        ("last year", "2013", "year"),
        ("late December", "2013-12-20/2013-12-31", "month"),
        ("a week ago", "2014-08-12/2014-08-14", "few_days"),
    ],
)
def test_words_are_read_against_the_publication_date(words: str, edtf: str, precision: str) -> None:
    value = resolve_date(words, published=WEDNESDAY)

    assert (value.edtf, value.precision, value.basis) == (edtf, precision, "relative")


@pytest.mark.parametrize(
    ("words", "edtf"),
    [("4 June 1989", "1989-06-04"), ("in March 1985", "1985-03"), ("in 2011", "2011"), ("21 MAR 90", "1990-03-21")],
)
def test_a_full_date_is_stated_and_needs_no_publication_date(words: str, edtf: str) -> None:
    value = resolve_date(words, published=None)

    assert (value.edtf, value.basis) == (edtf, "stated")


@pytest.mark.parametrize(
    "words", ["on Monday", "yesterday", "last month", "two days after", "", "the harbour", "at 9 p.m."]
)
def test_what_cannot_be_known_stays_unknown(words: str) -> None:
    assert resolve_date(words, published=None) == DateValue()


def test_a_day_without_its_year_keeps_day_and_month() -> None:
    assert resolve_date("on December 3", published=None) == DateValue(edtf="XXXX-12-03", basis="stated")
    assert resolve_date("on February 30", published=None) == DateValue()


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("two days later", "2014-08-14"),
        ("the next day", "2014-08-13"),
        ("that evening", "2014-08-12"),
        ("a day earlier", "2014-08-11"),
        ("hours later", "2014-08-12/2014-08-13"),
        ("days later", "2014-08-14/2014-08-18"),
        ("the following Friday", "2014-08-15"),
        ("the previous Friday", "2014-08-08"),
        ("the following week", "2014-08-18/2014-08-20"),
        ("that month", "2014-08-01/2014-08-20"),
        ("less than a week after", "2014-08-12/2014-08-19"),
        ("a day and a half after", "2014-08-13/2014-08-14"),
        ("in May of that year", "2014-05"),
        ("in July of the year before", "2013-07"),
        ("on New Year's Day of the same year", "2014-01-01"),
        ("the previous July", "2014-07"),
        ("the previous October", "2013-10"),
        ("in that March", "2014-03"),
    ],
)
def test_chains_count_from_the_anchor(words: str, edtf: str) -> None:
    assert resolve_date(words, published=WEDNESDAY, anchor=RAID).edtf == edtf
    assert resolve_date(words, published=WEDNESDAY).edtf is None


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("in 1987, on 19 June", "1987-06-19"),
        ("In 1994, in March", "1994-03"),
        ("2003", "2003"),
        ("on December 27 to 14", "2013-12-27"),
    ],
)
def test_a_year_told_beside_a_day_is_its_year(words: str, edtf: str) -> None:
    assert resolve_date(words, published=WEDNESDAY).edtf == edtf


def test_a_chain_can_date_the_other_end() -> None:
    value = resolve_date("two days after", published=WEDNESDAY, anchor=RAID, inverse=True)

    assert value.edtf == "2014-08-10"


def test_words_can_hold_the_anchor_themselves() -> None:
    assert resolve_date("two days after Friday's raid", published=WEDNESDAY).edtf == "2014-08-17"
    assert resolve_date("the day before the attack of 12 August", published=WEDNESDAY).edtf == "2014-08-11"
    assert resolve_date("the next day, Tuesday", published=WEDNESDAY).edtf == "2014-08-19"
    assert resolve_date("on Tuesday, a day after the raid", published=WEDNESDAY).edtf == "2014-08-19"


def test_an_uncertain_anchor_gives_an_uncertain_date() -> None:
    anchor = DateValue(edtf="2014-08-01/2014-08-03", start="2014-08-01", end="2014-08-03", precision="few_days")

    assert resolve_date("two days later", published=WEDNESDAY, anchor=anchor).edtf == "2014-08-03/2014-08-05"


def test_a_day_and_month_that_may_be_swapped_stay_an_interval() -> None:
    value = resolve_date("04/07/2014", published=WEDNESDAY)

    assert (value.start, value.end) == ("2014-04-07", "2014-07-04")
    assert resolve_date("25/07/2014", published=WEDNESDAY).edtf == "2014-07-25"


def test_a_weekday_fixes_the_year_or_shows_a_slip() -> None:
    assert resolve_date("Monday, 3 December", published=WEDNESDAY).edtf == "2012-12-03"
    assert resolve_date("Monday, 19 August", published=WEDNESDAY).edtf == "2014-08-18/2014-08-19"


def test_a_report_filed_in_the_west_can_tell_of_tomorrow_in_the_east() -> None:
    assert resolve_date("on Friday", published="2010-02-25T22:30:00-05:00").edtf == "2010-02-26"
    assert resolve_date("on Friday", published="2010-02-25T09:00:00Z").edtf == "2010-02-19"


def test_a_month_of_publication_gives_the_interval_that_holds_for_all_its_days() -> None:
    value = resolve_date("on Friday", published="2021-09")

    assert (value.start, value.end) == ("2021-08-27", "2021-09-24")
    assert resolve_date("last month", published="2021-09").edtf == "2021-08"
    assert resolve_date("on 2 September", published="2021-09").edtf == "2021-09-02"


def test_what_is_to_come_is_read_forward() -> None:
    assert resolve_date("on Friday", published=WEDNESDAY, tense="future").edtf == "2014-08-22"
    assert resolve_date("on 3 December", published=WEDNESDAY, tense="future").edtf == "2014-12-03"
    assert resolve_date("next Monday", published=WEDNESDAY).edtf == "2014-08-25"


def test_windows_give_first_and_last_day() -> None:
    assert resolve_window("in the past five weeks", WEDNESDAY) == ("2014-07-16", "2014-08-20")
    assert resolve_window("since late May", WEDNESDAY) == ("2014-05-20", "2014-08-20")
    assert resolve_window("between March and June", WEDNESDAY) == ("2014-03-01", "2014-06-30")
    assert resolve_window("since May", None) == (None, None)


def test_weekday_of_names_the_first_weekday() -> None:
    assert weekday_of("late on Friday, two days before Sunday") == 4
    assert weekday_of("in May") is None


@given(BACKWARD, DAYS)
def test_the_past_never_lies_after_publication(words: str, day: date) -> None:
    value = resolve_date(words, published=day.isoformat())

    if value.start is not None and value.end is not None:
        assert value.start <= value.end <= (day + timedelta(days=1)).isoformat()


@given(BACKWARD, DAYS)
def test_knowing_the_day_of_publication_never_widens_what_its_month_gave(words: str, day: date) -> None:
    vague = resolve_date(words, published=f"{day:%Y-%m}")
    exact = resolve_date(words, published=day.isoformat())

    if None not in (vague.start, vague.end, exact.start, exact.end):
        assert date.fromisoformat(exact.end or "") - date.fromisoformat(exact.start or "") <= (
            date.fromisoformat(vague.end or "") - date.fromisoformat(vague.start or "")
        )


@given(
    st.text(max_size=120),
    st.one_of(st.none(), st.text(max_size=30), DAYS.map(date.isoformat)),
    st.sampled_from([None, RAID, DateValue(start="x", end="y"), DateValue(start="0001-01-01", end="9999-12-31")]),
    st.sampled_from(["past", "future"]),
)
def test_any_words_are_resolved_or_left_unknown(
    words: str, published: str | None, anchor: DateValue | None, tense: str
) -> None:
    value = resolve_date(words, published=published, anchor=anchor, tense="past" if tense == "past" else "future")

    assert value.start is None or value.end is None or value.start <= value.end


@given(
    st.lists(
        st.sampled_from(
            [
                "on",
                "last",
                "next",
                "Monday",
                "Friday",
                "night",
                "late",
                "early",
                "December",
                "Dec.",
                "3",
                "31",
                "1",
                "0001-01-01",
                "9999-12-31",
                "in",
                "1800",
                "2100",
                "two",
                "999999999999",
                "days",
                "weeks",
                "years",
                "decades",
                "ago",
                "after",
                "before",
                "the",
                "same",
                "following",
                "since",
                "from",
                "to",
                "between",
                "and",
                "until",
                "eve",
                "of",
                "Easter",
                "so",
                "far",
                "this",
                "year",
                "month",
                "week",
                "weekend",
                "29th",
            ]
        ),
        max_size=9,
    ).map(" ".join),
    st.sampled_from(
        ["0001-01-01", "9999-12-31", "0001-01", "9999-12", "2020-02-29", "0001", "2021-01-03T23:59:00-12:00"]
    ),
    st.sampled_from([None, RAID, DateValue(start="0001-01-01", end="9999-12-31")]),
    st.booleans(),
)
def test_the_ends_of_the_calendar_raise_nothing(
    words: str, published: str, anchor: DateValue | None, inverse: bool
) -> None:
    value = resolve_date(words, published=published, anchor=anchor, inverse=inverse)

    assert value.start is None or value.end is None or value.start <= value.end
    assert (value.edtf is None) == (value == DateValue())


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on the first night of the year", "2024-01-01"),
        ("in the first hours of the year", "2024-01-01"),
        ("on the last day of the year", "2023-12-31"),
    ],
)
def test_the_first_and_the_last_day_of_the_year_are_days(words: str, day: str) -> None:
    assert resolve_date(words, published="2024-01-03").edtf == day


def test_a_date_in_figures_is_never_after_publication() -> None:
    assert resolve_date("on 03/08/2016", published="2016-03-09").edtf == "2016-03-08"
    assert resolve_date("on 03/08/2016", published="2016-12-09").edtf == "2016-03-08/2016-08-03"
