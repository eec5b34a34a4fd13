"""Who claims, blames and denies where the words stand far apart, or the party is told by its men or described."""

import pytest

from .conftest import Read
from .test_stances import BOMB, heard

Told = tuple[str, str, str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Blame for it has been laid on Ansar Dine by residents.", ("blames", "Ansar Dine", "residents")),
        ("The finger of suspicion was pointed at Ansar Dine by the mayor.", ("blames", "Ansar Dine", "the mayor")),
        ("The mayor called it a terrorist attack by Ansar Dine.", ("blames", "Ansar Dine", "The mayor")),
        ("The shells were Libyan, the governor said.", ("blames", "Libyan", "the governor")),
        ("Niamey saw Ansar Dine behind it.", ("suspects", "Ansar Dine", "Niamey")),
        ("Responsible are the Red Tigers, the governor said.", ("blames", "Red Tigers", "the governor")),
        ("Ansar Dine, whom the army suspects, has no base there.", ("suspects", "Ansar Dine", "the army")),
        (
            "Police accused members of a vigilante group, the Night Watch, of the killings.",
            ("blames", "Night Watch", "Police"),
        ),
        (
            "The army blamed a little-known militia, the Sons of the Lake, for the raid.",
            ("blames", "Sons of the Lake", "The army"),
        ),
        ("Niger accused Ansar Dine of the attack on the market.", ("blames", "Ansar Dine", "Niger")),
        ("The prosecutor has charged a member of the Tigers.", ("blames", "member of the Tigers", "The prosecutor")),
        ('"It was the Northside posse," a neighbour said.', ("blames", "Northside posse", "a neighbour")),
        ("Ansar Dine listed the attack among its operations.", ("claims", "Ansar Dine", "Ansar Dine")),
        ("Ansar Dine owned up two days later.", ("claims", "Ansar Dine", "Ansar Dine")),
        (
            "Credit for the raid, in which nine died, was taken by the Red Tigers.",
            ("claims", "Red Tigers", "Red Tigers"),
        ),
        ("It was claimed first by Ansar Dine.", ("claims", "Ansar Dine", "Ansar Dine")),
        ("Claims came in from two groups, Ansar Dine and JNIM.", ("claims", "JNIM", "JNIM")),
        ("Ansar Dine's radio said mujahideen had laid it.", ("claims", "Ansar Dine", "Ansar Dine's radio")),
        ("The police say they have no part in it.", ("denies", "police", "The police")),
        ("Ansar Dine says it has no knowledge of any attack there.", ("denies", "Ansar Dine", "Ansar Dine")),
        (
            "Ansar Dine claimed it on Tuesday, only to withdraw the statement.",
            ("retracts", "Ansar Dine", "Ansar Dine"),
        ),
        ("The archbishop would not say whom he suspected.", ("declines", "archbishop", "The archbishop")),
    ],
)
def test_words_that_stand_apart(read: Read, text: str, expected: Told) -> None:
    assert (expected[0], expected[1], expected[2]) in [
        (s, w.removeprefix("The "), by) for s, w, by in heard(read(BOMB + text))
    ]


def test_each_side_blames_the_other_in_half_a_clause(read: Read) -> None:
    told = heard(read(BOMB + "The army said Ansar Dine had fired it, Ansar Dine that the army had."))
    assert {("blames", "Ansar Dine", "The army"), ("blames", "army", "Ansar Dine")} <= set(told)


@pytest.mark.parametrize(
    "text",
    [
        "Ansar Dine said on its website that its men had carried out the attack.",
        "Ansar Dine said two of its fighters had planted the device.",
    ],
)
def test_a_claim_for_its_own_men_is_told_once(read: Read, text: str) -> None:
    assert [s for s, *_ in heard(read(BOMB + text))].count("claims") == 1


@pytest.mark.parametrize(
    ("text", "party", "speaker"),
    [
        (
            "A local chief, Moussa Ag Intalla, said his people had nothing to do with it.",
            "A local chief, Moussa Ag Intalla",
            "A local chief, Moussa Ag Intalla",
        ),
        (
            "The chief of the next village denied that his youths had taken part.",
            "The chief of the next village",
            "The chief of the next village",
        ),
    ],
)
def test_a_chief_denies_for_his_own(read: Read, text: str, party: str, speaker: str) -> None:
    assert ("denies", party, speaker) in heard(read(BOMB + text))


@pytest.mark.parametrize(
    "text",
    [
        "Detectives have no suspect, Captain Amara Sow said.",
        "The shells were Libyan-made, the governor said.",
        "The rebels of Ansar Dine never claim attacks.",
        "The mayor called it the worst attack since independence, by any measure.",
        "Responsibility for security was placed with the army last year.",
        "Accusations of vote rigging were levelled at the army.",
        "The mayor called this the worst year for crimes by the police.",
        "The mayor condemned the arrest of a man after an operation by the police.",
        "The helicopters that brought the wounded out were Libyan, the governor said.",
        "A witness saw soldiers behind the wall.",
        "Ansar Dine, which the army accuses of smuggling cigarettes, met on Sunday.",
        "The police counted the weapons among their successes.",
        "The prosecutor has charged a member of the Senate.",
        "Witnesses spoke of Libyan planes in the sky.",
    ],
)
def test_words_that_accuse_nobody(read: Read, text: str) -> None:
    assert [h for h in heard(read(BOMB + text)) if h[0] in ("claims", "blames", "suspects", "unclaimed")] == []


def test_an_armed_group_does_not_speak_of_the_army_as_its_own(read: Read) -> None:
    told = heard(read(BOMB + "The Arakan Army says the junta's planes dropped the bombs."))
    assert ("blames", "junta", "The Arakan Army") in told


def test_who_denied_goes_on_to_speak(read: Read) -> None:
    text = (
        "Police said Ansar Dine had done it. The governor denied that Ansar Dine was behind it. He suggested bandits."
    )
    assert ("suspects", "bandits", "The governor") in heard(read(BOMB + text))


@pytest.mark.parametrize(
    "text",
    [
        "Ansar Dine knew nothing of any ceasefire.",
        "A village chief denied that his herders had lost cattle.",
        "The Police claimed success before denying entry to the mayor.",
        "The Army admitted the raid and then denied it had hit a school.",
    ],
)
def test_words_that_take_nothing_back_and_deny_no_deed(read: Read, text: str) -> None:
    assert not {"retracts"} & {s for s, *_ in heard(read(BOMB + text))}
    assert not {("denies", "Ansar Dine"), ("denies", "A village chief")} & {h[:2] for h in heard(read(BOMB + text))}
