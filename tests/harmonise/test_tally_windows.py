"""The days that a stated count covers."""

import pytest

from annals.harmonise.tally_windows import told_time, window_days

PUBLISHED = "2024-05-17"


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("in as many weeks", "2024-04-26", PUBLISHED),
        ("in a fortnight", "2024-05-03", PUBLISHED),
        ("in more than a decade", "2014-05-18", PUBLISHED),
        ("in years", None, PUBLISHED),
        ("since October", "2023-10-01", PUBLISHED),
        ("since 2021", "2021-01-01", PUBLISHED),
        ("since it was founded in 2021", "2021-01-01", PUBLISHED),
        ("since the war began in April", "2024-04-01", PUBLISHED),
        ("since the fall of the government", None, PUBLISHED),
        ("between June and August", "2023-06-01", "2023-08-31"),
        ("between October and January", "2023-10-01", "2024-01-31"),
        ("in the first quarter of the year", "2024-01-01", "2024-03-31"),
        ("in the second half of 2022", "2022-07-01", "2022-12-31"),
        ("of the month", "2024-05-01", PUBLISHED),
        ("the year before", "2022-01-01", "2022-12-31"),
        ("last quarter", "2024-01-01", "2024-03-31"),
        ("this quarter", "2024-04-01", PUBLISHED),
        ("during the current month", "2024-05-01", PUBLISHED),
        ("for the month so far", "2024-05-01", PUBLISHED),
        ("the same period last year", "2023-01-01", "2023-05-18"),
        ("third straight day", "2024-05-15", PUBLISHED),
        ("sixth night running", "2024-05-12", PUBLISHED),
    ],
)
def test_a_period_against_the_day_of_publication(words: str, start: str | None, end: str) -> None:
    assert window_days(words, PUBLISHED, number=3) == (start, end)


def test_since_a_weekday_is_since_the_last_one() -> None:
    assert window_days("since Friday", PUBLISHED) == ("2024-05-10", PUBLISHED)


def test_the_quarter_before_the_first_lies_in_the_year_before() -> None:
    assert window_days("last quarter", "2024-02-03") == ("2023-10-01", "2023-12-31")


def test_without_a_day_of_publication_only_full_dates_are_read() -> None:
    assert window_days("since October", None) == (None, None)
    assert window_days("since October 2021", None)[0] == "2021-10-01"


def test_the_time_that_since_names() -> None:
    assert told_time("since 2011", PUBLISHED) == ("2011-01-01", "2011-12-31")
    assert told_time("in years", PUBLISHED) == (None, None)
