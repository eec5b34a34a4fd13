"""Who says who did it: claims, denials, blame, silence, and the doers that a report names itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.model import Finding, Reading
from tests.cases import cases

from .conftest import Read


def said(reading: Reading) -> list[Finding]:
    return [f for t in reading.tellings for f in t.findings if f.field == "perpetrator"]


def heard(reading: Reading) -> list[tuple[str, str, str | None]]:
    return [(f.stance, f.anchor or f.words, f.speaker) for f in said(reading)]


BOMB = "A bomb killed three people in Kidal on Friday. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ansar Dine claimed responsibility.", ("claims", "Ansar Dine", "Ansar Dine")),
        ("The attack was claimed by Ansar Dine.", ("claims", "Ansar Dine", "Ansar Dine")),
        ("Ansar Dine had claimed a similar attack in June.", ("claims", "Ansar Dine", "Ansar Dine")),
        ("The bombing, which Ansar Dine claimed, was the first there.", ("claims", "Ansar Dine", "Ansar Dine")),
        (
            "Ansar Dine, an offshoot of another group, denied involvement.",
            ("denies", "Ansar Dine", "Ansar Dine"),
        ),
        ("Ansar Dine called the accusation baseless.", ("denies", "Ansar Dine", "Ansar Dine")),
        ("Mali blamed Ansar Dine for the bombing.", ("blames", "Ansar Dine", "Mali")),
        ("The governor accused Ansar Dine of planting the bomb.", ("blames", "Ansar Dine", "The governor")),
        ("Mali held Ansar Dine responsible.", ("blames", "Ansar Dine", "Mali")),
        ("Police suspect Ansar Dine.", ("suspects", "Ansar Dine", "Police")),
        ("Ansar Dine is believed to be behind the blast.", ("suspects", "Ansar Dine", None)),
    ],
)
def test_each_stance_has_its_party_and_its_speaker(
    read: Read, text: str, expected: tuple[str, str, str | None]
) -> None:
    assert expected in heard(read(BOMB + text))


@pytest.mark.parametrize(
    "text",
    [
        "Mali accused Ansar Dine of smuggling cigarettes.",
        "Ansar Dine denied journalists access to the town.",
        "Nobody asked whether Ansar Dine was behind it.",
    ],
)
def test_a_charge_about_something_else_is_no_stance(read: Read, text: str) -> None:
    assert [h for h in heard(read(BOMB + text)) if h[1] == "Ansar Dine"] == []


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility.",
        "Nobody immediately claimed the attack.",
        "There was no claim of responsibility.",
        "No militant organisation had taken responsibility by Sunday.",
        "The bombing went unclaimed.",
        "Responsibility has not been claimed.",
    ],
)
def test_nobody_claimed_it(read: Read, text: str) -> None:
    assert [h[0] for h in heard(read(BOMB + text))] == ["unclaimed"]


def test_what_a_party_tells_of_its_own_deed_is_a_claim(read: Read) -> None:
    reading = read("The Turkish defence ministry said it had bombed a camp near Duhok on Monday, killing four people.")
    assert [h[:2] for h in heard(reading)] == [("claims", "Turkish defence ministry")]


def test_another_party_told_by_a_speaker_is_blamed(read: Read) -> None:
    reading = read("Boko Haram fighters killed 20 farmers near Maiduguri on Monday, a police spokesman said.")
    assert heard(reading) == [("blames", "Boko Haram fighters", "a police spokesman")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gunmen shot dead a mayor in Veracruz on Saturday.", ["Gunmen"]),
        ("A Taliban ambush in Ghazni killed six soldiers on Monday.", ["Taliban"]),
        ("Three teachers were killed in Niger on Monday by militants from Boko Haram.", ["militants from Boko Haram"]),
        ("Kenyan jets bombed a camp near Kismayo on Monday, killing six.", ["Kenyan jets"]),
        ("Six soldiers were killed in an attack on a base near Gao on Monday.", []),
        ("Five policemen killed in the bombing were buried on Monday in Quetta.", []),
        ("A bombing hit a base used by Kenyan troops near Kismayo on Monday, killing six.", []),
    ],
)
def test_doers_in_the_report_s_own_voice(read: Read, text: str, words: list[str]) -> None:
    assert [f.words for f in said(read(text)) if f.stance == "states"] == words


def test_a_pronoun_and_the_group_stand_for_the_party_named_before(read: Read) -> None:
    reading = read(
        "Two bombs exploded in Quetta on Tuesday, killing six people. The Baloch Liberation Army is the oldest of "
        "the separatist groups. The group claimed the attack."
    )
    assert [h[:2] for h in heard(reading)] == [("claims", "Baloch Liberation Army")]
    assert said(reading)[0].words == "The group"


def test_an_apposition_belongs_to_the_speaker(read: Read) -> None:
    reading = read(
        "Shells killed two in Goma on Monday. Jean Bahati, a spokesman for the army, said M23 had shelled the town."
    )
    assert [h[1:] for h in heard(reading)] == [("M23", "Jean Bahati, a spokesman for the army")]


@given(
    st.text(max_size=300)
    | st.lists(
        st.sampled_from(
            "who which claimed denied blamed , the group said it Hamas by of and was “ ” not attack killed . )".split()
        )
    ).map(" ".join)
)
@cases(60)
def test_no_text_raises_and_every_quote_stands_in_it(read: Read, text: str) -> None:
    reading = read(text)
    assert all(f.words in f.quote.exact for f in said(reading) if f.words)
