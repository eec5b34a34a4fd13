"""What an attribution amounts to, by who makes it and in which words."""

import pytest

from annals.extract.silence import NOBODY_CLAIMED, is_nobody
from annals.model import Reading

from .conftest import Read

RAID = "Gunmen killed nine farmers in a raid near Gao on Monday. "


def heard(reading: Reading) -> set[tuple[str, str, str | None]]:
    """What is said of the single events; what is said of several together is left out."""
    return {
        (f.stance, f.anchor or f.words, f.speaker)
        for t in reading.tellings
        if not t.aggregate
        for f in t.findings
        if f.field == "perpetrator" and f.stance != "states"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The governor attributed the raid to JNIM.", ("blames", "JNIM", "The governor")),
        ("The governor laid the deaths at the door of JNIM.", ("blames", "JNIM", "The governor")),
        ("It was JNIM again, a survivor said.", ("blames", "JNIM", "a survivor")),
        ("It was not JNIM, a survivor said.", ("denies", "JNIM", "a survivor")),
        ("The raid was ordered by JNIM, the mayor said.", ("blames", "JNIM", "the mayor")),
        ("The mayor said there was JNIM involvement in the raid.", ("blames", "JNIM", "The mayor")),
        ("Police named the gunman as Adama Keita.", ("blames", "Adama Keita", "Police")),
        ("A caller said he spoke for JNIM.", ("claims", "JNIM", "A caller")),
        ("JNIM called the charge a lie.", ("denies", "JNIM", "JNIM")),
        ("The mayor accused JNIM, a charge that JNIM calls absurd.", ("denies", "JNIM", "JNIM")),
        (
            "Farmers blamed herders from a neighbouring valley.",
            ("blames", "herders", "Farmers"),
        ),
        ("JNIM has in turn accused Mali of the killings.", ("blames", "Mali", "JNIM")),
    ],
)
def test_constructions_that_no_cue_tells(read: Read, text: str, expected: tuple[str, str, str | None]) -> None:
    assert expected in heard(read(RAID + text))


def test_two_that_blame_each_other_are_both_blamed(read: Read) -> None:
    told = heard(read(RAID + "Mali and Niger blamed each other."))
    assert {("blames", "Mali", "Niger"), ("blames", "Niger", "Mali")} <= told


@pytest.mark.parametrize(
    "text",
    [
        "No faction has said it carried out the raid.",
        "None of the armed groups in the valley has owned up to it.",
        "Neither side has admitted firing the shots.",
        "Not one of the militias claimed the killings.",
        "Nobody claimed the attack.",
    ],
)
def test_nobody_is_no_speaker_and_no_party(read: Read, text: str) -> None:
    told = heard(read(RAID + text))
    assert {stance for stance, _, _ in told} == {"unclaimed"}
    assert NOBODY_CLAIMED.search(text)
    assert not any(speaker is not None and is_nobody(speaker) for _, _, speaker in told)


@pytest.mark.parametrize(
    "text",
    [
        "The general acknowledged attacks were growing more frequent.",
        "A boat believed to have sunk was found.",
        "The mayor blamed bad weather for the delay.",
        "The army and JNIM have traded accusations for years.",
        "The mayor blamed JNIM for a string of explosions last year.",
    ],
)
def test_what_only_looks_like_an_attribution_is_none(read: Read, text: str) -> None:
    assert heard(read(RAID + text)) == set()


def test_an_attribution_in_the_lead_reaches_what_is_told_after_it(read: Read) -> None:
    reading = read("The mayor of Gao believes JNIM is behind a series of raids. " + RAID)
    assert ("blames", "JNIM", "The mayor of Gao") in heard(reading)


def test_own_forces_are_claimed_and_proxies_are_another(read: Read) -> None:
    own = heard(read("Shells killed six in Gao on Monday. Mali's army said its men had fired on a camp."))
    assert {stance for stance, _, _ in own} == {"claims"}
    proxies = heard(read(RAID + "Mali's interior ministry accused militias funded by the Malian government."))
    assert {stance for stance, _, _ in proxies} == {"blames"}
