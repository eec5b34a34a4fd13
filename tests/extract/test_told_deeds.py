"""What somebody says that he or another did, in sentences that tell no event of their own."""

import pytest

from annals.model import Reading

from .conftest import Read

SHELLING = "Shells hit a village near Gao on Monday, killing four people. "


def heard(reading: Reading) -> set[tuple[str, str, str | None]]:
    return {
        (f.stance, f.anchor or f.words, f.speaker)
        for t in reading.tellings
        for f in t.findings
        if f.field == "perpetrator" and f.stance != "states"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JNIM announced that its men had mounted the operation.", ("claims", "JNIM", "JNIM")),
        ("JNIM said it had released two rockets at a barracks.", ("claims", "JNIM", "JNIM")),
        ("JNIM said it had aimed at a camp of soldiers.", ("claims", "JNIM", "JNIM")),
        ("JNIM said its men had not fired the shells.", ("denies", "JNIM", "JNIM")),
        (
            "The Houthis' channel said the movement had shelled the village.",
            ("claims", "Houthis", "The Houthis' channel"),
        ),
        ("The mayor said JNIM had launched the rockets.", ("blames", "JNIM", "The mayor")),
        ("Residents say the fire came from positions of JNIM.", ("blames", "JNIM", "Residents")),
        ("A caller claimed it on behalf of the Sons of the River.", ("claims", "Sons of the River", "A caller")),
    ],
)
def test_a_deed_by_somebody_s_word_is_a_claim_a_denial_or_blame(
    read: Read, text: str, expected: tuple[str, str, str | None]
) -> None:
    assert expected in heard(read(SHELLING + text))


def test_it_stands_for_the_land_that_acted_in_the_sentence_before(read: Read) -> None:
    reading = read("Kenya fired rockets at a village near Dhobley on Monday. It said it had aimed at smugglers.")
    assert ("claims", "Kenya", "Kenya") in heard(reading)


def test_an_army_named_once_in_the_report_is_the_army(read: Read) -> None:
    reading = read(SHELLING + "The army said it had struck a camp of rebels. The Malian army has stepped up its raids.")
    assert any(stance == "claims" and party == "Malian army" for stance, party, _ in heard(reading))


@pytest.mark.parametrize(
    "text",
    [
        "JNIM said it would fire rockets at Gao.",
        "JNIM said it had intercepted a drone.",
        "The mayor asked whether JNIM had launched the rockets.",
        "The mayor said it was possible that JNIM had launched the rockets.",
    ],
)
def test_what_was_threatened_stopped_or_asked_is_no_deed(read: Read, text: str) -> None:
    assert [h for h in heard(read(SHELLING + text)) if h[1] == "JNIM"] == []


def test_a_claim_goes_to_the_attack_that_it_names(read: Read) -> None:
    reading = read(
        "An air strike killed nine people in Gao on Tuesday, as the army bombed the town a day after JNIM had claimed "
        "a deadly attack on a barracks in Kati."
    )
    claimed = [t.trigger.exact for t in reading.tellings for f in t.findings if f.stance == "claims"]
    assert claimed == ["deadly attack"]
