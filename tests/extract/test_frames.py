"""Further ways to claim, to blame, to deny and to take back."""

import pytest

from .conftest import Read
from .test_stances import BOMB, heard

DINE = "Ansar Dine"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ansar Dine later released photographs of what it called its raid.", ("claims", DINE, DINE)),
        ("Ansar Dine called the bomber one of its soldiers.", ("claims", DINE, DINE)),
        ("Ansar Dine announced the bombing of a den of spies.", ("claims", DINE, DINE)),
        ("Ansar Dine's claim came two days later.", ("claims", DINE, DINE)),
        ("In its claim, Ansar Dine named the bomber.", ("claims", DINE, DINE)),
        ("Credit for the blast was taken by Ansar Dine.", ("claims", DINE, DINE)),
        ("The claim, made by Ansar Dine on Sunday, was not checked.", ("claims", DINE, DINE)),
        ('"We did it," a commander of Ansar Dine said.', ("claims", DINE, "a commander of Ansar Dine")),
        ("Ansar Dine said that it was its bomb.", ("claims", DINE, DINE)),
        ("A notice purporting to come from Ansar Dine was left there.", ("claims", DINE, "notice")),
        ("Ansar Dine said it had left the bomb at the door.", ("claims", DINE, DINE)),
        ("Residents said Ansar Dine had left the bomb at the door.", ("blames", DINE, "Residents")),
        ("Traders said Ansar Dine sent two boys with explosives.", ("blames", DINE, "Traders")),
        ("A survivor recognised the attackers as men of Ansar Dine.", ("blames", DINE, "A survivor")),
        ("The mayor spoke of an Ansar Dine plot.", ("blames", DINE, "The mayor")),
        ("The army will hunt Ansar Dine, which the mayor said was behind it.", ("blames", DINE, "the mayor")),
        ("Officers see Ansar Dine as the likely culprit.", ("blames", DINE, "Officers")),
        ("The mayor accused Ansar Dine of a war crime.", ("blames", DINE, "The mayor")),
        ("There is no doubt that Ansar Dine is responsible, the mayor said.", ("blames", DINE, "the mayor")),
        ("Ansar Dine, the main suspect, has fled.", ("suspects", DINE, None)),
        ("Ansar Dine has washed its hands of the bombing.", ("denies", DINE, DINE)),
        ("Ansar Dine said the bomb was none of its doing.", ("denies", DINE, DINE)),
        ("Ansar Dine said none of its men had been in the town.", ("denies", DINE, DINE)),
        ("Ansar Dine said it does not attack markets.", ("denies", DINE, DINE)),
        ("The junta says reports of the bombing are fake news.", ("denies", "junta", "The junta")),
        ("The army has dropped its charge against Ansar Dine.", ("retracts", DINE, "The army")),
        ("The mayor said he had been wrong to blame Ansar Dine.", ("retracts", DINE, "The mayor")),
        ("Police no longer believe that Ansar Dine was involved.", ("retracts", DINE, "Police")),
        ("Ansar Dine deleted its claim from its channel.", ("retracts", DINE, DINE)),
        ("Ansar Dine backtracked on Sunday.", ("retracts", DINE, DINE)),
        ("The army said it could not yet say who had done it.", ("declines", "The army", "The army")),
    ],
)
def test_each_frame_has_its_party(read: Read, text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in heard(read(BOMB + text))


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has put their hand up for it.",
        "None of the town's factions has said that it laid the bomb.",
        "The bombing, which no group has claimed, was the third.",
    ],
)
def test_nobody_claimed_it_in_other_words(read: Read, text: str) -> None:
    assert [h[0] for h in heard(read(BOMB + text))] == ["unclaimed"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The army did not dispute that its men had been there.", "denies"),
        ("The mayor said he had been wrong to blame Ansar Dine.", "blames"),
        ("Ansar Dine deleted its claim from its channel.", "claims"),
        ("The bomb was placed by Ansar Dine, the army said.", "claims"),
        ("Village leaders said the army started it.", "claims"),
        ("Ansar Dine said none of its men was hurt.", "denies"),
    ],
)
def test_what_no_frame_tells(read: Read, text: str, stance: str) -> None:
    assert stance not in {h[0] for h in heard(read(BOMB + text))}


def test_who_may_have_done_it_is_suspected(read: Read) -> None:
    told = heard(read(BOMB + "Police said it could have been planned by Ansar Dine."))
    assert ("suspects", "Ansar Dine", "Police") in told


def test_a_bomb_that_goes_off_is_nobody_s_claim(read: Read) -> None:
    assert heard(read(BOMB + "Police said that it exploded near a bank.")) == []


def test_a_group_s_own_commandos_are_not_blamed_by_it(read: Read) -> None:
    told = heard(read(BOMB + "Ansar Dine said that urban commandos had staged the attack."))
    assert [(stance, name) for stance, name, _ in told] == [("claims", "Ansar Dine")]
