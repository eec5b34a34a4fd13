"""Reports that are not about violence give no event, however violent their words."""

import pytest

from .conftest import Read

ACCIDENT = """An explosion tore through a block of flats in Lagos on Sunday, killing six people and injuring 19.
Firefighters said that a leaking gas cylinder in a kitchen had caused the blast. It was the third this year."""
FILM = """The ambush that opens the film kills every character whose name we have learned. The director shot it in one
take. Later a bomb goes off in a market, and the camera stays on a shoe. The cast are superb. In cinemas from Friday."""
MATCH = """A thunderous strike from a substitute killed off Rangers on Saturday as Athletic won the match 2-1. He fired
home from 25 yards after the visitors' defence had been under siege. Three players were injured in a bruising derby."""
VERDICT = """A court on Thursday sentenced a guard to life imprisonment for his part in the 2015 attack on a hotel in
which 20 people were killed. The judge said the defendant had driven two gunmen to it. Two others were acquitted."""
THREAT = """A spokesman for the militia threatened on Sunday to fire missiles at any ship that unloads at the port of
Aden. "We will strike every vessel," he said. Insurers raised their rates. No ship has been attacked so far."""
FOILED = """Police said on Wednesday that they had arrested two men who were planning to drive a lorry into a market in
Dortmund and to set off a bomb. No explosives had been bought. Nobody was hurt."""
QUAKE = """A strong earthquake killed at least 34 people and injured more than 200 in the mountains of Nepal on Friday.
Hundreds of houses collapsed. Soldiers searched the ruins. The epicentre was near Jajarkot; landslides blocked roads."""


@pytest.mark.parametrize(
    "text",
    [ACCIDENT, FILM, MATCH, VERDICT, THREAT, FOILED, QUAKE],
    ids=["accident", "film", "match", "verdict", "threat", "foiled", "quake"],
)
def test_no_event_of_the_day(read: Read, text: str) -> None:
    told = read(text, published="2021-05-10").tellings
    assert [
        t.trigger.exact for t in told if t.realis == "actual" and not t.aggregate and t.prominence == "reported"
    ] == []


def test_a_blast_with_a_weapon_or_an_armed_party_is_an_event(read: Read) -> None:
    told = read("A blast killed six soldiers in Lagos on Sunday. Militants had hidden explosives in a cart.").tellings
    assert [t.realis for t in told] == ["actual"]


def test_what_is_or_is_not_ruled_out_did_not_happen_for_that(read: Read) -> None:
    told = read("The bombing of the school in Kut killed nine people. A second blast was ruled out.").tellings
    assert [t.trigger.exact for t in told if t.realis == "actual"] == ["bombing"]
    assert not any(t.realis == "actual" for t in read("Arson could not yet be excluded, the mayor said.").tellings)
