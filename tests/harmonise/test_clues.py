"""What a report's own words say of the day on which it was published."""

from datetime import date

import pytest

from annals.collect.report import report_of
from annals.harmonise.clues import clues_of, merged
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


def test_the_weekday_of_the_news_is_not_that_of_an_older_attack() -> None:
    (opening,) = clues("Mourners gathered after Sunday's raid. Two men were held on Tuesday, police said.", "opening")
    assert opening.weekday == 1


def test_spans_that_touch_are_one() -> None:
    spans = [("2020-01-01", "2020-01-02"), ("2020-01-03", "2020-01-04"), ("2020-02-01", None)]
    assert merged(spans) == (("2020-01-01", "2020-01-04"), ("2020-02-01", None))
