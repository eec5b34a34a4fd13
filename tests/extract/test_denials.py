"""Who denies: whoever speaks, never the one whose charge he rejects."""

import pytest

from .conftest import Read
from .test_stances import heard

SHELLS = (
    "Shells killed three farmers near Tadamun on Friday, and the Syrian army accused Ahrar al-Sham of firing them. "
)


def denied(read: Read, text: str) -> list[tuple[str, str | None]]:
    return [(party, speaker) for stance, party, speaker in heard(read(text)) if stance == "denies"]


@pytest.mark.parametrize(
    ("text", "party", "speaker"),
    [
        ('Ahrar al-Sham called the army’s charge "a lie".', "Ahrar al-Sham", "Ahrar al-Sham"),
        ("Ahrar al-Sham dismissed the accusation as nonsense.", "Ahrar al-Sham", "Ahrar al-Sham"),
        ("Ahrar al-Sham rejected the army's claim.", "Ahrar al-Sham", "Ahrar al-Sham"),
        ("A spokesman for Ahrar al-Sham brushed aside Damascus's allegations.", "Ahrar al-Sham",
         "A spokesman for Ahrar al-Sham"),
        ("The accusation was denied by Ahrar al-Sham.", "Ahrar al-Sham", "Ahrar al-Sham"),
        ("It is a charge that Ahrar al-Sham has repeatedly rejected.", "Ahrar al-Sham", "Ahrar al-Sham"),
        ("The army repeated it in the face of denials from Ahrar al-Sham.", "Ahrar al-Sham", "Ahrar al-Sham"),
        ("Ahrar al-Sham's denial came within hours.", "Ahrar al-Sham", "Ahrar al-Sham"),
        ("Ankara rejected the army's insinuation.", "Ankara", "Ankara"),
    ],
)  # fmt: skip
def test_whoever_rejects_a_charge_denies_it(read: Read, text: str, party: str, speaker: str) -> None:
    assert denied(read, SHELLS + text) == [(party, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "The army rejected the group's claim of responsibility.",
        "Ahrar al-Sham later dismissed its own report.",
        "No faction rejected the army's claim.",
        "Turkey's denial of visas to the wounded was criticised.",
        "Ahrar al-Sham rejected a truce.",
    ],
)
def test_what_is_no_denial_of_the_deed(read: Read, text: str) -> None:
    assert denied(read, SHELLS + text) == []


def test_a_story_about_nobody_in_particular_is_no_charge(read: Read) -> None:
    raid = "Indian jets bombed a camp near Bahawalpur on Tuesday and killed 300 people, Delhi said. "
    assert denied(read, raid + "Pakistan rejected the claim.") == []
    assert denied(read, raid + "Delhi blamed Pakistan for the bombs. Islamabad rejected the claim.") == [
        ("Islamabad", "Islamabad")
    ]


BUS = "A bus was bombed in Karachi on Monday, killing five. "


@pytest.mark.parametrize(
    "text",
    [
        "The Balochistan Liberation Front claimed the attack. A day later it retracted the claim.",
        "The Balochistan Liberation Front first claimed the bombing and on Thursday withdrew its statement.",
        "The Balochistan Liberation Front, which had claimed the attack, later said the claim was a mistake.",
        "The Balochistan Liberation Front, which had first claimed it, now says it was not behind the attack.",
    ],
)
def test_a_claim_taken_back(read: Read, text: str) -> None:
    stances = {stance for stance, party, _ in heard(read(BUS + text)) if party == "Balochistan Liberation Front"}
    assert stances == {"claims", "retracts"}


def test_who_claims_one_target_and_denies_another_takes_nothing_back(read: Read) -> None:
    text = "Jets hit a clinic in Sanaa on Friday, killing seven. The coalition said it had struck a weapons store and "
    assert {h[0] for h in heard(read(text + "denied hitting the clinic."))} >= {"claims", "denies"}
    assert "retracts" not in {h[0] for h in heard(read(text + "denied hitting the clinic."))}


def test_a_denial_in_a_headline_is_of_the_deed_told_below(read: Read) -> None:
    text = (
        "Army denies bombing school in Tigray\n\nAn air raid on a school in Adwa killed fourteen pupils on Wednesday."
    )
    told = [t for t in read(text).tellings if t.realis == "actual"]
    assert [[f.stance for f in t.findings if f.field == "perpetrator"] for t in told] == [["denies"]]


@pytest.mark.parametrize(
    "text",
    [
        "Ahrar al-Sham denied the toll.",
        "Ahrar al-Sham denied any casualties.",
        "Ahrar al-Sham denied reports of heavy losses.",
        "Ahrar al-Sham denied that the bridge had been destroyed.",
        "Ahrar al-Sham denied that any vehicle had been lost.",
    ],
)
def test_who_denies_the_harm_does_not_deny_the_deed(read: Read, text: str) -> None:
    assert denied(read, SHELLS + text) == []


def test_who_denies_a_report_that_he_did_it_denies_the_deed(read: Read) -> None:
    assert denied(read, SHELLS + "Ahrar al-Sham denied reports that it had shelled the farm.") != []
