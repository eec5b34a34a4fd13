"""Descriptions of parties: their kind, their noun, what is told of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.reference.descriptions import describe, trimmed
from tests.cases import cases

CASES = [
    ("gunmen", "attackers", "gunmen"),
    ("two unidentified attackers", "attackers", "attackers"),
    ("masked, armed men on motorcycles", "attackers", "armed men"),
    ("Iranian-backed militias", "militia", "militias"),
    ("a right-wing death squad", "militia", "death squad"),
    ("suspected jihadists", "militants", "jihadists"),
    ("leftist guerrillas", "rebels", "guerrillas"),
    ("separatist rebels", "rebels", "rebels"),
    ("police", "police", "police"),
    ("three police officers", "police", "police officers"),
    ("government soldiers", "military", "soldiers"),
    ("a senior military official", "military", "military official"),
    ("members of the security forces", "security", "security forces"),
    ("two US officials speaking on condition of anonymity", "government", "officials"),
    ("the interior ministry", "government", "interior ministry"),
    ("armed drug traffickers", "gang", "drug traffickers"),
    ("a group of cattle rustlers", "gang", "cattle rustlers"),
    ("Fulani herdsmen", "communal", "herdsmen"),
    ("residents of the town", "residents", "residents"),
    ("a doctor at the hospital", "medics", "doctor"),
    ("local media", "press", "local media"),
    ("angry mob", "rioters", "mob"),
    ("sources close to the group", "sources", "sources"),
    ("a human rights group", "monitors", "human rights group"),
    ("Somali pirates", "pirates", "pirates"),
    ("Ludwig van Beethoven", None, None),
]


@pytest.mark.parametrize(("words", "kind", "head"), CASES)
def test_a_description_has_a_kind_and_a_noun(words: str, kind: str | None, head: str | None) -> None:
    found = describe(words)
    assert (found.kind, found.head) == (kind, head)


def test_modifiers_keep_ties_together() -> None:
    assert describe("suspected Iranian-backed militiamen").modifiers == ("suspected", "iranian backed")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the gunmen", "gunmen"),
        ("At least three masked men,", "masked men"),
        ("“some militants”", "militants"),
        ("an", "an"),
        ("12 soldiers", "soldiers"),
        ("The 3rd Brigade", "3rd Brigade"),
        ("members of the guard", "members of the guard"),
    ],
)
def test_articles_and_numbers_are_trimmed(words: str, name: str) -> None:
    assert trimmed(words) == name


@given(st.text(max_size=80))
@cases(200)
def test_any_words_can_be_described(words: str) -> None:
    assert describe(words).name in words
