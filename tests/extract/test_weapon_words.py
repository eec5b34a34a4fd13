"""Of the weapons told of one event those that tell more stay."""

import pytest

from annals.extract.weapon_words import specific
from annals.model import Finding, Quote, Reading, Telling
from annals.reference.weapons import WeaponTable

QUOTE = Quote(start=0, end=1, exact="x")


def kept(*words: str) -> list[str]:
    found = tuple(Finding(field="weapon", words=said, quote=QUOTE) for said in words)
    telling = Telling(trigger=QUOTE, sentence=QUOTE, sub_event_type="Attack", findings=found)
    reading = specific(Reading(report_id="r1", reader="test", tellings=(telling,)), WeaponTable.load())
    return [finding.words for finding in reading.tellings[0].findings]


@pytest.mark.parametrize(
    ("told", "stays"),
    [
        (("blast", "car bomb", "exploded"), ["car bomb"]),
        (("air strike", "bombs"), ["air strike"]),
        (("bombed", "missiles"), ["missiles"]),
        (("deadly strike", "drones"), ["drones"]),
        (("a", "missile"), ["missile"]),
        (("the", "an"), []),
        (("propane tank", "drone"), ["drone"]),
        (("a heavy piece of metal",), ["a heavy piece of metal"]),
        (("explosion",), ["explosion"]),
        (("rockets", "mortars"), ["rockets", "mortars"]),
        (("bomb", "gunfire"), ["bomb", "gunfire"]),
        (("explosion", "gunfire"), ["explosion", "gunfire"]),
    ],
)
def test_a_general_word_gives_way(told: tuple[str, ...], stays: list[str]) -> None:
    assert kept(*told) == stays


def test_words_of_other_fields_stay() -> None:
    found = Finding(field="damage", words="blast", quote=QUOTE)
    telling = Telling(trigger=QUOTE, sentence=QUOTE, sub_event_type="Attack", findings=(found,))
    reading = Reading(report_id="r1", reader="test", tellings=(telling,))
    assert specific(reading, WeaponTable.load()) == reading
