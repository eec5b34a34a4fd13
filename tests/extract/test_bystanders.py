"""Who and what stands by: carers, getaway cars, those who suffer."""

import pytest

from annals.collect.report import report_of
from annals.extract.bystanders import names_nothing, no_doer, no_target, nobody
from annals.extract.page import lay_out
from annals.reference.tables import References

from .conftest import Read


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Six of the wounded died in hospital after the blast in Kano.", "hospital", True),
        ("Shells hit a hospital in Kassala, killing a nurse.", "hospital", False),
        ("Gunmen on a motorcycle shot the mayor dead in Tumaco.", "motorcycle", True),
        ("The bomb was hidden in a motorcycle that blew up beside a bank.", "motorcycle", False),
        ("A car bomb went off outside the court in Mersin.", "car", True),
        ("A rocket struck a car outside the court in Mersin.", "car", False),
        ("She was walking home when a shell fell.", "home", True),
        ("The shell destroyed her home.", "home", False),
        ("Mortars fell near the base.", "the", True),
    ],
)
def test_what_is_hit(references: References, text: str, words: str, expected: bool) -> None:
    sentence = lay_out(report_of(text=text, raw=text.encode()), references).sentences[0]
    start = text.rindex(words) if words != "the" else text.index("the base")
    assert no_target(sentence, start, start + len(words), text) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A foot patrolman was rammed by a stolen van.", "A foot patrolman", True),
        ("Two men attacked a clerk with a machete.", "a clerk", True),
        ("Two men attacked a clerk with a machete.", "Two men", False),
        ("Three recruits lost their lives in the raid.", "Three recruits", True),
    ],
)
def test_who_did_it(references: References, text: str, words: str, expected: bool) -> None:
    sentence = lay_out(report_of(text=text, raw=text.encode()), references).sentences[0]
    start = text.index(words)
    assert no_doer(sentence, start, start + len(words), text) is expected


@pytest.mark.parametrize(
    ("words", "expected"), [("K", True), ("the bridge", True), ("10", True), ("a crowd", False), ("Dahalo", False)]
)
def test_who_is_nobody(references: References, words: str, expected: bool) -> None:
    text = f"On Monday {words} attacked the market."
    sentence = lay_out(report_of(text=text, raw=text.encode()), references).sentences[0]
    start = text.index(words)
    assert nobody(sentence, start, start + len(words), text) is expected


@pytest.mark.parametrize(("words", "expected"), [("of the", True), ("of the barracks", False), ("was", True)])
def test_particles_name_nothing(references: References, words: str, expected: bool) -> None:
    text = "A part of the barracks was burned in Gao."
    sentence = lay_out(report_of(text=text, raw=text.encode()), references).sentences[0]
    start = text.index(words)
    assert names_nothing(sentence, start, start + len(words)) is expected


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("A bomb at a market in central Iraq killed nine people on Monday.", []),
        ("An air strike on a village in southern Lebanon killed a teacher.", []),
        ("A shell that fell near the border with northern Syria killed two boys.", []),
        ("A strike by Israel on southern Lebanon killed three people on Friday.", ["Israel"]),
    ],
)
def test_a_land_where_it_was_done_is_no_doer(read: Read, text: str, parties: list[str]) -> None:
    told = read(text).tellings
    assert [f.words for t in told for f in t.findings if f.field == "perpetrator"] == parties
