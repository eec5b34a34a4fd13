"""Entries of lists, and sentences that set their event off: which stretches of a report tell one event each."""

import pytest

from annals.collect import report_of
from annals.extract.page import lay_out
from annals.extract.rules import notes_of
from annals.extract.stretches import stretches_of
from annals.reference.tables import References

CHRONOLOGY = """Three weeks on the lake road

What a health worker of the district saw, in the order in which she wrote it down.

{}

Boats are to stay in harbour until the end of the month.
"""
DATED_LAST = """Kiwira, 3 March. Armed men raided a dispensary and killed a nurse.

Mbamba, 9 March. A grenade was thrown into a bar. Four people were hurt.

Liuli, 14 March. Soldiers shot dead two fishermen."""
DATED_FIRST = """3 March: armed men raided a dispensary in Kiwira and killed a nurse.

9 March, Mbamba - a grenade was thrown into a bar. Four people were hurt.

14 March, near Liuli: soldiers shot dead two fishermen."""
BULLETS = """- 3 March. Armed men raided a dispensary in Kiwira and killed a nurse.
- 9 March. A grenade was thrown into a bar. Four people were hurt.
- 14 March. Soldiers shot dead two fishermen."""

PLACED = """- In Kiwira, armed men raided a dispensary and killed a nurse.

- In Mbamba district, a grenade was thrown into a bar. Four people were hurt.

- Near Liuli, soldiers shot dead two fishermen."""
NUMBERED = """1. Kiwira, March 2021. Armed men raided a dispensary and killed a nurse.

2. Mbamba, April 2021. A grenade was thrown into a bar. Four people were hurt.

3. Liuli, April 2021. Soldiers shot dead two fishermen."""
BY_REGION = """Lindi region. Armed men raided a dispensary in Kiwira and killed a nurse.

Mtwara: a grenade was thrown into a bar. Four people were hurt.

Ruvuma. Soldiers shot dead two fishermen off Liuli."""
LITTLE_KNOWN = """Lindi: armed men raided a dispensary and killed a nurse.

Nyangamara: a grenade was thrown into a bar. Four people were hurt.

Mchinga-Dule: soldiers shot dead two fishermen."""
FACTS = """Deed: armed men raided a dispensary in the hills on Friday.

Dead: a nurse and her driver, who was shot dead at the wheel.

Arms: two rifles and a grenade that did not go off."""
SPEAKERS = """Nyerere: Armed men raided the dispensary and killed a nurse.

Kawawa: A grenade was thrown into a bar. Four people were hurt.

Washington: Soldiers shot dead two fishermen."""
UNNUMBERED = """Kiwira, March 2021. Armed men raided a dispensary and killed a nurse.

Mbamba, April 2021. A grenade was thrown into a bar. Four people were hurt.

Liuli, April 2021. Soldiers shot dead two fishermen."""


def opened(text: str, references: References) -> list[tuple[str, bool]]:
    """The first words of each stretch, and whether it is an entry."""
    page = lay_out(report_of(text=text, raw=text.encode(), published="2021-04-02"), references)
    starts = {s.index: s.start for s in page.sentences}
    return [(text[starts[s.first] :][:7], s.entry) for s in stretches_of(page, notes_of(page).found)]


@pytest.mark.parametrize("entries", [DATED_LAST, DATED_FIRST, BULLETS, NUMBERED, PLACED])
def test_paragraphs_headed_by_days_are_entries(entries: str, references: References) -> None:
    found = opened(CHRONOLOGY.format(entries), references)
    assert [words for words, _ in found] == [line[:7] for line in entries.split("\n") if line]
    assert all(entry for _, entry in found)


def test_names_and_a_month_head_an_entry_only_behind_a_number(references: References) -> None:
    assert opened(CHRONOLOGY.format(UNNUMBERED), references) == []


def test_the_first_entry_may_open_the_report(references: References) -> None:
    found = opened("Three weeks on the lake road\n\n" + DATED_LAST + "\n", references)
    assert [words for words, _ in found] == ["Armed m", "Mbamba,", "Liuli, "], "the first heading is a dateline"


def test_what_follows_the_last_entry_is_in_none(references: References) -> None:
    text = CHRONOLOGY.format(DATED_LAST)
    page = lay_out(report_of(text=text, raw=text.encode(), published=None), references)
    last = stretches_of(page, notes_of(page).found)[-1].last
    assert text[page.sentences[last].start :].startswith("Soldiers shot dead")


@pytest.mark.parametrize(
    "text",
    [
        # Two dated paragraphs are no list, and a day in the run of a sentence heads nothing.
        CHRONOLOGY.format(DATED_FIRST.rpartition("\n\n")[0]),
        "Three days\n\nOn 3 March gunmen killed a nurse.\n\nOn 4 March police came.\n\nOn 5 March the army came.\n",
    ],
)
def test_dated_sentences_are_no_entries(text: str, references: References) -> None:
    assert opened(text, references) == []


FIRST = "Gunmen killed six people at a wedding in Kano on Saturday, police said. "


@pytest.mark.parametrize(
    "then",
    [
        "In a separate attack, a farmer was shot dead.",
        "Elsewhere, a bomb wounded three soldiers.",
        "Hours later a trader was gunned down outside a bakery at Fifth and Grand.",
        "A second convoy struck a mine near Wudil.",
        "The same night a grenade killed a guard in Zaria.",
        "Also on Saturday, two traders died when their cart struck a mine near Wudil.",
        "Earlier on Saturday, gunmen with rockets destroyed a police post.",
    ],
)
def test_words_that_open_another_event_set_it_off(then: str, references: References) -> None:
    assert opened(FIRST + then + " Nobody has been arrested.\n", references) == [(then[:7], False)]


@pytest.mark.parametrize(
    "then",
    [
        "A second gunman shot at the guests from the roof in Kano.",
        "Another victim died in hospital in Kano.",
        "Hours later the shooting was still going on.",
        "The fourth shooting victim was found near Gwale and died.",
        "The same day the attack was condemned in Abuja.",
        "In Kano, the gunmen shot at a hotel.",
        "In the evening, gunmen fired at a hotel.",
        "In the attack, a child was killed in Kano.",
    ],
)
def test_more_on_the_same_event_is_not_set_off(then: str, references: References) -> None:
    assert opened(FIRST + then + "\n", references) == []


@pytest.mark.parametrize(("then", "length"), [("Two days later", 2), ("Two days earlier", 1)])
def test_only_what_came_later_is_gone_on_with(then: str, length: int, references: References) -> None:
    text = f"{FIRST}{then} a guard was shot dead in Zaria. Nobody has been arrested.\n"
    page = lay_out(report_of(text=text, raw=text.encode(), published="2021-04-02"), references)
    (stretch,) = stretches_of(page, notes_of(page).found)
    assert stretch.last - stretch.first + 1 == length


def test_paragraphs_headed_by_places_are_entries_that_may_tell_several(references: References) -> None:
    text = CHRONOLOGY.format(BY_REGION)
    page = lay_out(report_of(text=text, raw=text.encode(), published="2021-04-02"), references)
    found = stretches_of(page, notes_of(page).found)
    assert [(s.entry, s.single) for s in found] == [(True, False)] * 3


def test_the_names_of_speakers_head_no_entries(references: References) -> None:
    assert opened(CHRONOLOGY.format(SPEAKERS), references) == []


ROUND_UP = """Four killed in shootings across the city

Four people were killed and six wounded in shootings between Friday evening and Sunday, police said.

A man of 30 was shot in the chest in a parked car at 11:10 p.m. on Sunday and died in the ambulance.

At 3:30 p.m. on Saturday two brothers were shot dead in a hallway on Elm Street.

On Friday about 9 p.m. a bullet killed a girl in her bath on East 71st Place.

{}
"""


def test_the_paragraphs_of_a_round_up_are_told_apart(references: References) -> None:
    found = opened(ROUND_UP.format("The mayor asked for calm."), references)
    assert [words for words, _ in found] == ["A man o", "At 3:30", "On Frid"]


def test_an_opening_that_tells_one_event_makes_no_round_up(references: References) -> None:
    text = ROUND_UP.format("").replace("Four people were killed and six wounded in shootings", "A man was shot dead")
    assert opened(text.replace("Four killed in shootings across the city", "Man shot dead"), references) == []


def test_a_long_word_at_the_head_of_a_paragraph_is_read_at_once(references: References) -> None:
    text = CHRONOLOGY.format("A" * 2000 + " was shot.")
    assert opened(text, references) == []


def test_headings_that_run_on_need_one_known_place(references: References) -> None:
    assert [words for words, _ in opened(CHRONOLOGY.format(LITTLE_KNOWN), references)] == [
        "Lindi: ",
        "Nyangam",
        "Mchinga",
    ]
    assert opened(CHRONOLOGY.format(FACTS), references) == []
