"""Lists of people: which are one phrase, and which spell out a sum."""

import pytest

from .conftest import Read


@pytest.mark.parametrize(
    "text",
    [
        "Police said 18 people died in the attack on Taji: 12 civilians and six policemen.",
        "Eleven people were shot dead in Gao on Monday - seven soldiers, two teachers and two farmers.",
        "Nine were killed in the raid: one of them, a driver, and eight guards, a cook among them.",
    ],
)
def test_what_spells_out_a_sum_is_no_second_toll(read: Read, text: str) -> None:
    wholes = [f.words for t in read(text).tellings for f in t.findings if f.field == "killed" and not f.part]
    assert wholes
    assert all(words.split()[0] in ("18", "Eleven", "Nine") for words in wholes)


def test_people_with_a_fate_of_their_own_spell_out_nothing(read: Read) -> None:
    text = "Gunmen killed five soldiers in Gao on Monday: three policemen and two nurses were wounded."
    found = [(f.field, f.part) for t in read(text).tellings for f in t.findings if f.field in ("killed", "wounded")]
    assert ("killed", False) in found
    assert ("wounded", True) not in found
