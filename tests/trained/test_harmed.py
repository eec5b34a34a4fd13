"""A number that the network takes for dead or wounded passes only where the words around it allow that."""

import pytest

from annals.collect.report import report_of
from annals.extract.page import lay_out
from annals.extract.trained.harmed import may_be_harmed
from annals.extract.words import Words
from annals.model import Field, Finding, Quote
from annals.reference.tables import References


@pytest.fixture(scope="module")
def references() -> References:
    return References.load()


@pytest.mark.parametrize(
    ("text", "field", "words", "expected"),
    [
        ("The raid left nine dead.", "killed", "nine", True),
        ("The radio gave six.", "killed", "six", True),
        ("The army said 400 people have died in such blasts since 2020.", "killed", "400", False),
        ("Medics treated 31 for burns.", "wounded", "31", True),
        ("The bomb wounded 31 and a search is on.", "killed", "31", False),
        ("Rebels hit two freighters in two days.", "wounded", "two", False),
        ("The owner put the crew at 21.", "wounded", "21", False),
        ("The camp holds some 600.", "killed", "600", False),
        ("About 120 people were locked in the hall that was hit.", "wounded", "About 120", False),
        ("All 23 on board were rescued and a sailor was hurt.", "wounded", "23", False),
        ("Forty seamen abandoned the ship, and one was hurt.", "wounded", "Forty", False),
        ("Medics saw 60 people, none seriously hurt.", "wounded", "none", False),
        ("All 23 crew were picked up by a tug.", "abducted", "23", False),
        ("The clinic took 30 wounded and eleven were discharged.", "wounded", "eleven", False),
        ("A guard was hurt when five came down in the bay.", "wounded", "five", False),
        ("Nine people were killed, not twelve.", "killed", "twelve", False),
        ("It was the worst since a 2009 blast that killed 81.", "killed", "81", False),
        ("The blast slightly hurt a guard.", "wounded", "slightly", False),
        ("The blast killed Maryam Okoro at once.", "killed", "Maryam Okoro", True),
        ("The blast killed four men and others were injured.", "wounded", "others", True),
        ("Civilians were injured when a house was hit.", "wounded", "Civilians", True),
        ("In May three gunmen killed 26 people in a bank.", "killed", "three", False),
        ("Two men armed with knives had murdered a nun.", "killed", "Two men", False),
        ("Three gunmen killed in the raid were buried.", "killed", "Three", True),
        ("Three gunmen killed over the weekend were buried.", "killed", "Three", True),
        ("Five guards were hurt, two security officials said.", "wounded", "two", False),
        ("Five guards were hurt, two of them badly.", "wounded", "two", True),
        ("Armed men took 23 people with them.", "abducted", "23", True),
    ],
)
def test_what_was_no_harm_is_no_toll(
    references: References, text: str, field: Field, words: str, *, expected: bool
) -> None:
    start = text.index(words)
    end = start + len(words)
    finding = Finding(field=field, words=words, quote=Quote.of(text, start, end))
    page = Words(lay_out(report_of(text=text, raw=text.encode()), references))
    assert may_be_harmed(finding, start, end, page) is expected
