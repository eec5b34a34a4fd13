"""Ties that a report asserts, within a sentence and back to the one before."""

import pytest

from .conftest import Read

AMBUSH = "Rebels ambushed a convoy near Gao on Monday, killing five soldiers. "


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("On Wednesday the army shelled a camp near Kidal in retaliation, killing nine.", "retaliation_for"),
        ("On Wednesday the army shelled a camp near Kidal in response, killing nine.", "response_to"),
        ("On Wednesday the army shelled a camp near Kidal to avenge the ambush near Gao.", "retaliation_for"),
    ],
)
def test_an_answer_is_tied_to_what_it_answers(read: Read, text: str, relation: str) -> None:
    reading = read(AMBUSH + text)
    ties = [(t.relation, reading.tellings[t.source].trigger.exact) for t in reading.ties]
    assert (relation, "shelled") in ties


@pytest.mark.parametrize(
    "text", ["The army vowed revenge for the ambush.", "The army warned that it would shell Kidal in retaliation."]
)
def test_a_threat_ties_nothing(read: Read, text: str) -> None:
    assert read(AMBUSH + text).ties == ()
