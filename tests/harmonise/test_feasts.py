"""Feasts by year, held against printed calendars."""

import pytest

from annals.english.feast_names import FEAST_NAMES
from annals.harmonise.feasts import feast_days


@pytest.mark.parametrize(
    ("key", "year", "day"),
    [
        ("easter", 2024, "2024-03-31"),
        ("orthodox_easter", 2024, "2024-05-05"),
        ("ash_wednesday", 2012, "2012-02-22"),
        ("whit_monday", 2018, "2018-05-21"),
        ("memorial_day", 2017, "2017-05-29"),
        ("labor_weekend", 2017, "2017-09-02"),
        ("thanksgiving_eve", 2016, "2016-11-23"),
        ("passover", 2021, "2021-03-28"),
        ("yom_kippur", 1973, "1973-10-06"),
        ("lunar_new_year_eve", 2017, "2017-01-27"),
    ],
)
def test_days_of_known_years(key: str, year: int, day: str) -> None:
    (first, _) = feast_days(key, year)[0]
    assert first.isoformat() == day


def test_an_islamic_feast_is_a_day_wider_on_each_side_and_may_fall_twice_in_a_year() -> None:
    assert [(a.isoformat(), b.isoformat()) for a, b in feast_days("eid_al_fitr", 2017)] == [
        ("2017-06-25", "2017-06-27")
    ]
    assert len(feast_days("arbaeen", 2013)) == 2


def test_the_third_day_of_a_feast() -> None:
    assert feast_days("christmas", 2010, 3)[0][0].isoformat() == "2010-12-27"


def test_a_year_that_a_table_lacks_has_no_such_feast() -> None:
    assert feast_days("diwali", 1950) == []


def test_every_name_leads_to_days() -> None:
    assert [key for key in set(FEAST_NAMES.values()) if not feast_days(key, 2019)] == []
