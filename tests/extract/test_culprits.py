"""Persons named for a deed, and those who only suffered it."""

import pytest

from annals.collect.report import report_of
from annals.extract.culprits import culprits
from annals.extract.page import lay_out
from annals.reference.tables import References


def named(text: str, references: References) -> list[str]:
    sentences = lay_out(report_of(text=text, raw=text.encode()), references).sentences
    return [
        text[party.start : party.end]
        for before, sentence in zip([None, *sentences], sentences, strict=False)
        for _, _, party, _ in culprits(sentence, before, text)
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A gunman opened fire in Gao. Police identified him as Tom Arden.", ["Tom Arden"]),
        ("Two men bombed a bus. Police identified them as Amin Sow and Bob Arden.", ["Amin Sow", "Bob Arden"]),
        ("The suspect fled; police named him as Tom Arden.", ["Tom Arden"]),
        ("The man behind the attack on the bus, Tom Arden, fled.", ["Tom Arden"]),
    ],
)
def test_whoever_did_it_is_named(text: str, who: list[str], references: References) -> None:
    assert named(text, references) == who


@pytest.mark.parametrize(
    "text",
    [
        "A man shot a woman. Police identified her as Jane Ann Roe.",
        "A man shot a clerk. Police identified him as Tom Arden.",
        "Three gunmen opened fire. Police identified the man as Tom Arden, a father of two.",
        "The bomber struck a bus. Doctors identified the two as Amin Sow and Bob Arden.",
        "Two gunmen shot a man named as Tom Arden.",
        "The gunman killed a teacher, and a boy named as Adam Roe was hurt.",
        "The man behind the wheel, Tom Arden, died.",
        "The people responsible for the area, Tom Arden said, fled.",
    ],
)
def test_a_victim_who_is_named_did_nothing(text: str, references: References) -> None:
    assert named(text, references) == []
