"""Times that are said outright to be those of an event."""

import pytest

from annals.english.happening import says_when, stands_by_event


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Four men were hurt. It happened around 9 p.m. Friday at a mill.", "9 p.m. Friday"),
        ("The incident was reported at the depot near Ibadan on 4 May.", "on 4 May"),
        ("The blast occurred at the gate of a mill, on Monday.", "on Monday"),
        ("Medics were called to the corner of Hill Street and Vine Avenue late Tuesday.", "late Tuesday"),
        ("They arrived at the dam at 3 a.m. Thursday.", "at 3 a.m. Thursday"),
        ("At noon on Sunday, the county's emergency centre received a call from a farm.", "At noon on Sunday"),
        ("A man was held over Sunday night's deadly raid.", "Sunday night"),
        ("He faces trial for the 4 May attack.", "4 May"),
        ("Officers were called to a home on Oak Court on Friday.", "on Friday"),
        ("Officers answered after deputies responded to a noise complaint Friday.", "Friday"),
    ],
)
def test_days_of_happening_of_calls_and_before_an_event_are_its_own(text: str, time: str) -> None:
    at = text.index(time)
    assert says_when(text, at, at + len(time))


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("It happened at a mill, and the mayor spoke on Friday.", "on Friday"),
        ("Police were called by a neighbour who had last seen her on Monday.", "on Monday"),
        ("The blast occurred at a mill. On Friday the mayor spoke.", "On Friday"),
        ("A man was charged with murder Friday.", "Friday"),
        ("He was released on Friday from the clinic after the raid.", "on Friday"),
        ("A vigil for the victims of the shooting took place on Friday.", "on Friday"),
        ("The trial over the bombing began on Monday.", "on Monday"),
        ("It started to rain on Monday.", "on Monday"),
        ("A strike by nurses began after the talks; Friday's strike by doctors closed wards.", "Friday"),
        ("Monday's murder trial heard two guards.", "Monday"),
        ("Detectives received a tip on Thursday.", "on Thursday"),
        ("They arrived in court on Thursday.", "on Thursday"),
        ("The agents were sent home on Thursday.", "on Thursday"),
        ("On Wednesday, police responded to criticism of the raid.", "On Wednesday"),
        ("The mayor condemned the attack on Friday.", "on Friday"),
        ("Relatives of those killed gathered on Friday.", "on Friday"),
    ],
)
def test_days_of_what_came_after_are_not(text: str, time: str) -> None:
    at = text.index(time)
    assert not says_when(text, at, at + len(time))
    assert not stands_by_event(text, at, at + len(time))


def test_a_day_behind_a_word_for_the_event_stands_by_it() -> None:
    text = "Two men were charged over an ambush outside Jos on 4 May."
    at = text.index("on 4 May")
    assert stands_by_event(text, at, at + len("on 4 May"))
    assert not says_when(text, at, at + len("on 4 May"))
