"""What a report's own words say of the day on which it was published."""

from datetime import date

import pytest

from annals.collect.report import report_of
from annals.harmonise.clues import clues_of
from annals.harmonise.day_ranges import merged
from annals.model.dating import Clue


def clues(text: str, kind: str) -> list[Clue]:
    return [clue for clue in clues_of(report_of(text=text, raw=text.encode())) if clue.kind == kind]


def holds(clue: Clue, day: str) -> bool:
    return any((start or "") <= day <= (end or "9999") for start, end in clue.spans)


def test_every_clue_quotes_its_words() -> None:
    text = "Guards were shot on Monday, 9 December, President Barack Obama said. It is the worst attack since 2012."
    for clue in clues_of(report_of(text=text, raw=text.encode())):
        assert clue.quote.verify(text)


def test_a_line_that_is_a_date_is_the_pages_own() -> None:
    (stamp,) = clues("Fire at the depot\n\n21 March 2014\n\nTwo guards died on Friday.", "stamp")
    assert stamp.spans == (("2014-03-21", "2014-03-21"),)


def test_a_line_of_a_change_is_no_stamp() -> None:
    assert clues("Fire at the depot\n\nUpdated 21 March 2014\n\nTwo guards died on Friday.", "stamp") == []


def test_a_weekday_with_a_day_of_the_month_leaves_few_years() -> None:
    (clue,) = clues("The convoy was hit on Tuesday, 3 December, the army said.", "weekday")
    assert all(date.fromisoformat(start or "").weekday() == 1 for start, _ in clue.spans)
    assert holds(clue, "2019-12-05")
    assert not holds(clue, "2018-12-05")


def test_days_to_come_bound_nothing() -> None:
    assert clues("The trial will open on 3 May 2031. It was set for 2030.", "day") == []


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("Defense Secretary Leon Panetta condemned the raid.", "2012-06-01", "2014-06-01"),
        ("President Trump was briefed.", "2018-06-01", "2022-06-01"),
        ("President Trump was briefed.", "2025-06-01", "2022-06-01"),
    ],
)
def test_somebody_in_office_bounds_the_day(text: str, inside: str, outside: str) -> None:
    (clue,) = clues(text, "office")
    assert holds(clue, inside)
    assert not holds(clue, outside)


def test_a_former_office_bounds_nothing() -> None:
    assert clues("Former President Trump was briefed. The late President Yasser Arafat had said so.", "office") == []


def test_a_known_event_is_behind_the_report() -> None:
    (clue,) = clues("It recalled the bombing of the Boston Marathon.", "event")
    assert clue.spans == (("2013-04-15", None),)


def test_last_year_beside_a_known_event_gives_the_year() -> None:
    (clue,) = clues("The Boston Marathon bombing last year led to new rules.", "event")
    assert holds(clue, "2014-02-01")
    assert not holds(clue, "2013-12-01")
    assert not holds(clue, "2015-02-01")


def test_an_anniversary_gives_the_days_around_it() -> None:
    (clue,) = clues("On the second anniversary of the Boston Marathon bombing crowds fell silent.", "anniversary")
    assert holds(clue, "2015-04-15")
    assert not holds(clue, "2015-05-15")


def test_an_anniversary_of_a_day_that_is_told_in_full_gives_the_days_around_it() -> None:
    text = "The third anniversary of the flood was kept on Sunday. The dam had burst on 4 June 2011, a Saturday."
    (clue,) = clues(text, "anniversary")
    assert holds(clue, "2014-06-04")
    assert not holds(clue, "2013-06-04")


def test_a_feast_with_its_weekday_leaves_few_years() -> None:
    (clue,) = clues("Two men were shot late on Tuesday, Christmas Day, in Tamale.", "weekday")
    assert holds(clue, "2018-12-26")
    assert not holds(clue, "2019-12-26")


def test_news_of_a_feast_is_told_within_days() -> None:
    (clue,) = clues("A barber was stabbed on Thanksgiving night in Toledo, the sheriff said.", "day")
    assert holds(clue, "2016-11-25")
    assert not holds(clue, "2016-12-25")
    (recalled,) = clues("The two had not spoken since Thanksgiving, the sheriff said.", "day")
    assert holds(recalled, "2016-12-25")


def test_headings_of_a_chronology_are_no_stamp() -> None:
    assert clues("The long march\n\n3 May 2012\n\nThey set out.\n\n9 May 2012\n\nThey arrived.", "stamp") == []


def test_what_counts_up_to_now_names_its_year() -> None:
    (clue,) = clues("The ministry counted 61 raids the year before and 14 so far in 2016.", "year")[:1]
    assert holds(clue, "2016-08-01")
    assert not holds(clue, "2017-08-01")


def test_a_known_event_is_news_where_its_weekday_is_told() -> None:
    text = "KALAMAZOO - A gunman went from a car park to a restaurant on {} and killed six, the mayor said."
    (clue,) = clues(text.format("Saturday"), "event")
    assert clue.spans == (("2016-02-20", "2016-02-26"),)
    assert clues(text.format("Thursday"), "event") == []


def test_a_known_event_of_today_is_of_that_day() -> None:
    (clue,) = clues("Saleh al-Arouri was killed this evening when a drone hit a flat, an agency said.", "event")
    assert clue.spans == (("2024-01-02", "2024-01-03"),)


def test_every_other_weekday_that_is_past_is_told_once() -> None:
    text = "Shops were looted on Monday. Police came on Tuesday. The mayor said on Tuesday he would resign on Friday."
    assert [clue.weekday for clue in clues(text, "told")] == [0]


def test_the_weekday_of_the_news_is_not_that_of_an_older_attack() -> None:
    (opening,) = clues("Mourners gathered after Sunday's raid. Two men were held on Tuesday, police said.", "opening")
    assert opening.weekday == 1


def test_spans_that_touch_are_one() -> None:
    spans = [("2020-01-01", "2020-01-02"), ("2020-01-03", "2020-01-04"), ("2020-02-01", None)]
    assert merged(spans) == (("2020-01-01", "2020-01-04"), ("2020-02-01", None))


def test_a_dateline_may_lie_two_days_after_its_news() -> None:
    text = "Dormitory hit\n\nTRIPOLI, July 4 (Agency) - An air strike on a dormitory on Tuesday night killed fifty."
    (clue,) = clues(text, "dateline")
    assert holds(clue, "2019-07-04")  # a Thursday
    assert not holds(clue, "2020-07-04")  # a Saturday


LONG = "Ferries ran as usual and the price of onions fell. " * 20


def test_a_weekday_beside_a_known_event_anywhere_is_that_of_its_week() -> None:
    (clue,) = clues(LONG + "Flags flew low for Monday's bombing of the Boston Marathon.", "event")
    assert clue.spans == (("2013-04-15", "2013-04-21"),)
    (later,) = clues(LONG + "The bombing of the Boston Marathon last Monday had shaken them.", "event")
    assert later.spans == (("2013-04-16", "2013-04-27"),)


@pytest.mark.parametrize(
    "text",
    [
        "Flags flew low on Tuesday for the bombing of the Boston Marathon.",
        "A man was found guilty on Monday of the bombing of the Boston Marathon.",
        "A court met on Monday. The bombing of the Boston Marathon on 15 April 2013, a Monday, was told again.",
        "A vigil on Monday was for the bombing of the Boston Marathon.",
    ],
)
def test_a_weekday_of_something_else_says_nothing_of_a_known_event(text: str) -> None:
    assert [clue.spans for clue in clues(LONG + text, "event")] == [(("2013-04-15", None),)]


def test_a_day_without_its_year_is_told_of_a_known_event_for_a_year() -> None:
    (clue,) = clues("The bombing of the Boston Marathon on April 15 had closed the road.", "event")
    assert clue.spans == (("2013-04-15", "2014-03-11"),)
    (carried,) = clues("In 2013, on April 15, came the bombing of the Boston Marathon.", "event")
    assert carried.spans == (("2013-04-15", None),)


def test_days_of_this_month_give_the_month() -> None:
    (clue, *_) = [
        c
        for c in clues("It was the third raid this month. On 4 May a mill burned; on 9 May a bridge fell.", "day")
        if "this one" in c.reason
    ]
    assert holds(clue, "2016-05-09")
    assert holds(clue, "2016-05-31")
    assert not holds(clue, "2016-06-02")
    assert not holds(clue, "2016-05-08")
    other = clues("Raids go on this month. On 4 May a mill burned; on 9 June a bridge fell.", "day")
    assert not any("this one" in c.reason for c in other)


def test_the_day_of_an_update_lies_up_to_a_week_after_the_report() -> None:
    text = "Two men died when a mill burned in Jos.\n\nUPDATE, Monday 12 October: A third has died."
    (clue,) = clues(text, "weekday")
    assert holds(clue, "2015-10-06")
    assert holds(clue, "2015-10-12")
    assert not holds(clue, "2015-10-13")


def test_a_weekday_that_a_day_has_given_its_name_is_of_one_week() -> None:
    text = "The mill burned on Sunday, 12 May. Smoke hung over the town all Sunday."
    (clue,) = clues(text, "weekday")
    assert holds(clue, "2019-05-18")
    assert not holds(clue, "2019-05-20")
    (long,) = clues("The mill burned on Sunday, 12 May. Smoke hung over the town all that Sunday.", "weekday")
    assert holds(long, "2019-05-20")
