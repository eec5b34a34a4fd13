"""What a second sentence adds to an event: who is blamed, who else was hurt, and who merely speaks."""

import pytest

from annals.collect.report import report_of
from annals.extract.rules import RuleReader
from annals.model import Finding
from annals.reference.tables import References

READER = RuleReader(References.load())
SHELLING = "Nineteen people died when shells hit the market of El Obeid on Wednesday."


def found(text: str, field: str) -> list[Finding]:
    reading = READER.read(report_of(text=text, raw=b""))
    return [f for telling in reading.tellings for f in telling.findings if f.field == field]


@pytest.mark.parametrize(
    "blame",
    [
        "The ministry blamed the Rapid Support Forces, which besieged the city for almost two years.",
        "The doctors accused the Rapid Support Forces of firing on the town from the east.",
    ],
)
def test_blame_is_read_whatever_else_the_sentence_says(blame: str) -> None:
    parties = found(f"{SHELLING}\n\n{blame}", "perpetrator")

    assert [(f.words, f.stance) for f in parties] == [("Rapid Support Forces", "blames")]


def test_another_38_are_the_wounded_and_not_a_part_of_the_dead() -> None:
    (wounded,) = found(f"{SHELLING} Another 38 were wounded.", "wounded")

    assert (wounded.words, wounded.part) == ("38", False)


@pytest.mark.parametrize("denial", ["No group has said it was behind the raid.", "No group has claimed the raid."])
def test_nobody_is_no_claimant(denial: str) -> None:
    parties = found(f"A raid on a village near Gao killed 11 herders on Saturday. {denial}", "perpetrator")

    assert [(f.words, f.stance) for f in parties] == [("", "unclaimed")]


def test_a_place_is_not_where_the_mayor_holds_office_nor_hedged_by_a_figure() -> None:
    text = (
        "Armed men on motorbikes stormed a village in Mali's Gao region on Saturday, shot dead 11 herders and took "
        "some 300 cattle, the mayor of Ansongo told reporters."
    )

    assert all("Ansongo" not in place.words and place.hedge is None for place in found(text, "place"))
    assert "Armed men" in [party.words for party in found(text, "perpetrator")]


def test_the_ministry_that_speaks_is_no_target() -> None:
    text = "A bomb hit a patrol in Quetta on Monday, killing four soldiers, the defence ministry said."

    assert "ministry" not in " ".join(target.words for target in found(text, "target"))


def test_their_relatives_are_not_the_groups() -> None:
    text = "Islamic State fighters raided a village near Gao on Monday. Two women were abducted, their relatives said."
    (abducted,) = found(text, "abducted")

    assert abducted.speaker == "their relatives"
