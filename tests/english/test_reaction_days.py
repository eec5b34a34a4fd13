"""Days of statements, arrests, courts and visits, told from the day of what they are about."""

import re

import pytest

from annals.english.reaction_days import is_reaction

_EVENTS = re.compile(r"\b(?:shot|stabb\w+|killed|attack\w*|bomb\w*|blast|murder|gunfight|fire|struck|incident)\b")


def reaction(text: str, day: str) -> bool:
    start = text.index(day)
    events = [(m.start(), m.end()) for m in _EVENTS.finditer(text)]
    return is_reaction(text, 0, start, start + len(day), events)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Police in Manila on Wednesday said two robbers were shot dead.", "on Wednesday"),
        ("Officials Wednesday identified three people killed at a diner.", "Wednesday"),
        ("The army announced Thursday morning that six men had been killed.", "Thursday morning"),
        ("A man was charged with first-degree murder Friday after his brother was killed.", "Friday"),
        ("A suspect turned himself in to police on Tuesday over the attack.", "on Tuesday"),
        ("Three men were taken into custody without incident on Tuesday over the attack.", "on Tuesday"),
        ("The boy who was shot in Oakland turns seven on Sunday.", "on Sunday"),
        ("The soldier was killed in Kandahar; his funeral will be held on Sunday.", "on Sunday"),
        ("The governor condemned the attack, visiting the site on Tuesday.", "on Tuesday"),
        ("Police on Friday were investigating the blast.", "on Friday"),
        ("The premier on Thursday condemned the attack.", "on Thursday"),
        ("A guard shot at the mill was in stable condition on Friday.", "on Friday"),
        ("Reporting on this on Friday, an agency named nine who were killed.", "on Friday"),
        ("The road to the mill remained closed Friday.", "Friday"),
        ("It was unclear on Friday who had attacked the mill.", "on Friday"),
    ],
)
def test_a_day_beside_words_of_speech_arrest_or_court_is_theirs(text: str, day: str) -> None:
    assert reaction(text, day)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A man shot Tuesday in Chicago was identified as a teacher.", "Tuesday"),
        ("Rebels who attacked a barracks on Tuesday said they would go on.", "on Tuesday"),
        ("A bomb killed twelve people in a market on Tuesday.", "on Tuesday"),
        ("Gunmen struck on Tuesday, the mayor said.", "on Tuesday"),
        ("Gunmen attacked a camp, in the hills, on Tuesday night, said its head.", "on Tuesday night"),
        ("Men robbed and stabbed a guard named Omar Diallo on Tuesday.", "on Tuesday"),
        ("He was arrested after two clerks were killed on Tuesday.", "on Tuesday"),
        ("The arrest came after a gunfight on Tuesday.", "on Tuesday"),
        ("A blast was reported in the market late on Tuesday.", "late on Tuesday"),
        ("He was arrested in connection with a Sunday afternoon knife attack.", "Sunday afternoon"),
    ],
)
def test_a_day_beside_words_of_the_event_is_the_events(text: str, day: str) -> None:
    assert not reaction(text, day)
