"""Whom a denial clears, and what it implies: the accused for whom another answers, the charge, those who do so too."""

import pytest

from .conftest import Read
from .test_stances import BOMB, heard

Told = tuple[str, str, str | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army blamed herdsmen for the killing. The chairman of the cattle breeders rejected that.",
            ("denies", "herdsmen", "The chairman of the cattle breeders"),
        ),
        (
            "The governor accused Rwandan infantry of the killing. Kigali dismissed the charge as a fantasy.",
            ("denies", "Rwandan infantry", "Kigali"),
        ),
        (
            "The ministry blamed the Red Tigers for the killing. The Tigers' office in Lyon rejected the allegation.",
            ("denies", "Red Tigers", "The Tigers' office in Lyon"),
        ),
        ("Police accused Ansar Dine of the attack. Ansar Dine denied it.", ("denies", "Ansar Dine", "Ansar Dine")),
    ],
)
def test_a_denial_is_the_accused_ones(read: Read, text: str, expected: Told) -> None:
    assert expected in heard(read(BOMB + text))


@pytest.mark.parametrize(
    "text",
    [
        "The governor blamed Ansar Dine for the attack. The bishop denied that anyone had been warned.",
        "The governor blamed Ansar Dine for the attack. The union's chairman rejected suggestions of a shortage.",
        "The federal minister denied that this was an answer to the raid.",
    ],
)
def test_whoever_answers_for_nobody_denies_nothing(read: Read, text: str) -> None:
    assert not [s for s, *_ in heard(read(BOMB + text)) if s == "denies"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ansar Dine denied any part in it, and so did JNIM.", ("denies", "JNIM", "JNIM")),
        ("Ansar Dine claimed the attack, as did the Red Tigers.", ("claims", "Red Tigers", "Red Tigers")),
        ("Ansar Dine rejected the army's accusation that it was behind it.", ("blames", "Ansar Dine", "the army")),
        ("Ansar Dine rejected the accusations made by Niger.", ("blames", "Ansar Dine", "Niger")),
        ("Ansar Dine said it had killed no civilians.", ("denies", "Ansar Dine", "Ansar Dine")),
        ("A colonel said the shells had come from rebel-held hills.", ("blames", "rebels", "A colonel")),
        ("Officers said the shells were fired from the Rojan side.", ("blames", "Rojan", "Officers")),
        ("A Chadian couple had planted it, the minister said.", ("blames", "Chadian couple", "the minister")),
    ],
)
def test_what_is_implied_is_heard(read: Read, text: str, expected: Told) -> None:
    assert expected in heard(read(BOMB + text))


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("Ansar Dine rejected its own earlier account.", "blames"),
        ("The mayor promised that every killer would be put behind bars.", "blames"),
        ("A senate inquiry found the army not to blame for it.", "blames"),
        ('A colonel of Ansar Dine told reporters: "They have killed a shepherd."', "claims"),
        ("The general denied that his troops had fired and said that he was sorry.", "claims"),
    ],
)
def test_what_is_not_implied_is_not_heard(read: Read, text: str, unwanted: str) -> None:
    assert unwanted not in [s for s, *_ in heard(read(BOMB + text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "An anonymous caller said it was carried out by the Free Star Movement.",
            ("claims", "Free Star Movement", "An anonymous caller"),
        ),
        ("Ansar Dine said that the bomber was one of its fighters.", ("claims", "Ansar Dine", "Ansar Dine")),
        ("The minister said that the evidence pointed in the direction of Libya.", ("blames", "Libya", "The minister")),
    ],
)
def test_claims_by_others_words(read: Read, text: str, expected: Told) -> None:
    assert expected in heard(read(BOMB + text))


@pytest.mark.parametrize(
    ("text", "unwanted"),
    [
        ("The army says Ansar Dine is backed by Libya, which Tripoli denies.", "denies"),
        ("An anonymous caller said that the army was behind it.", "claims"),
        ("Ansar Dine said that two of the dead were its fighters.", "claims"),
    ],
)
def test_what_others_words_are_no_stance(read: Read, text: str, unwanted: str) -> None:
    assert unwanted not in [s for s, *_ in heard(read(BOMB + text))]
