"""Offices, events and names with their days."""

from datetime import date

import pytest

from annals.reference.history import events, holders, names, offices, recalled


def test_every_term_and_event_ends_on_or_after_its_first_day() -> None:
    for terms in offices().values():
        for term in terms:
            assert date.fromisoformat(term.start) <= date.fromisoformat(term.end or "9999-12-31")
            assert term.office
    for known in events():
        for event in known:
            assert date.fromisoformat(event.start) <= date.fromisoformat(event.end)
            assert all(phrase == phrase.lower() for group in event.words for phrase in group)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Defence Secretary Ben Wallace said so.", ["Ben Wallace"]),
        ("Prime Minister Modi and Mr Modi", ["Narendra Modi"]),
        ("President Bush", ["George H.W. Bush", "George W. Bush"]),
        ("A farmer, Ben Wallace, said so.", []),
        ("Modi said so.", []),
        ("the movement's leader Qassem Omar said so", []),
        ("the movement's leader Qassem said so", ["Naim Qassem"]),
        ("after President Moise was assassinated", []),
    ],
)
def test_people_are_found_in_their_offices(text: str, people: list[str]) -> None:
    assert sorted({term.person for holder in holders(text) for term in holder.terms}) == people


def test_the_death_of_somebody_is_not_whatever_he_says_of_killing() -> None:
    said = "Hassan Nasrallah said that the killing of two men would be answered."
    assert [hit.events[0].name for hit in recalled(said)] == []
    told = "It was the first raid since the killing of Hezbollah's leader Hassan Nasrallah."
    assert [hit.events[0].name for hit in recalled(told)] == ["Killing of Hassan Nasrallah"]
    article = "It came after the killing of Saleh al-Arouri."
    assert [hit.events[0].name for hit in recalled(article)] == ["Killing of Saleh al-Arouri"]


def test_names_bound_on_both_sides() -> None:
    (name,) = names("Troops of AMISOM were attacked.")
    assert (name.since, name.until) == ("2007-01-19", "2022-03-31")


def test_a_president_elect_is_not_yet_in_office() -> None:
    (holder,) = holders("President-elect Joe Biden spoke of empty chairs.")
    assert [(term.start, term.end) for term in holder.terms] == [("2020-11-07", "2021-01-20")]
    assert list(holders("Donald Trump was elected president a few hours later.")) == []


def test_a_word_of_attack_stands_for_all() -> None:
    (hit,) = recalled("Rescuers dug on where lorries blew up in Nairobi and Dar es Salaam; 100 people were injured.")
    assert hit.events[0].start == "1998-08-07"
    assert recalled("The flight from Nairobi to Dar es Salaam was late.") == []
