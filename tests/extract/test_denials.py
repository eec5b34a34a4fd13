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
