"""What a sentence answers, or came after, that was told before it."""

import pytest

from annals.collect.report import report_of
from annals.extract.page import lay_out
from annals.extract.rules import notes_of
from annals.extract.tie_members import member_of
from annals.extract.ties import looking_back
from annals.reference.tables import References

AMBUSH = "Rebels ambushed a convoy near Gao on Monday, killing five soldiers. "


def pairs(text: str, references: References) -> list[tuple[str, str]]:
    """The words of an answer, or of what came later, and those that it is tied to; each event told apart."""
    page = lay_out(report_of(text=text, raw=text.encode(), published="2022-05-14"), references)
    members = [member_of(candidate, n, text) for n, candidate in enumerate(notes_of(page).candidates)]
    found = looking_back(members, page.sentences, text)
    return [(text[a.start : a.end], text[b.start : b.end]) for a, b in found]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("On Wednesday soldiers shelled a camp near Kidal in retaliation.", ("shelled", "ambushed")),
        ("Soldiers shelled a camp near Kidal on Wednesday to avenge them.", ("shelled", "ambushed")),
        ("It came two days after soldiers shelled a camp near Kidal.", ("ambushed", "shelled")),
        ("The ambush came a day after soldiers shelled a camp near Kidal.", ("ambushed", "shelled")),
    ],
)
def test_an_answer_looks_back(text: str, pair: tuple[str, str], references: References) -> None:
    assert pair in pairs(AMBUSH + text, references)


@pytest.mark.parametrize(
    "text",
    [
        "On Wednesday soldiers shelled a camp near Kidal.",
        "The ambush was revenge, residents said.",
        "The army warned that it would shell Kidal in retaliation.",
        "The road was closed. The town slept. Soldiers shelled a camp near Kidal in retaliation.",
        "The vote came a day after soldiers shelled a camp near Kidal.",
    ],
)
def test_other_words_look_back_at_nothing(text: str, references: References) -> None:
    assert pairs(AMBUSH + text, references) == []
