import pytest

from annals.english.phrases import words_of
from annals.extract.seizures import seizures

from .conftest import Read


def seized(text: str) -> list[str]:
    return [text[m.start : m.end] for m in seizures(words_of(text, 0, len(text)), text)]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Pirates have captured a laden gas carrier off Bosaso.", "captured"),
        ("Two skiffs overpowered the Blue Heron, a yacht from Cork.", "overpowered"),
        ("The trawler, flying the flag of Panama, was seized on Monday.", "seized"),
        ("Gunmen took over a school bus near Katsina.", "took over"),
        ("Armed men boarded the tug at dawn.", "boarded"),
        ("Commandos came down on ropes and boarded the tanker.", "boarded"),
        ("The freighter was boarded by masked pirates.", "boarded"),
    ],
)
def test_a_vessel_that_is_taken_by_force_is_seized(text: str, verb: str) -> None:
    assert seized(text) == [verb]


@pytest.mark.parametrize(
    "text",
    [
        "Passengers boarded the plane at noon.",
        "Customs officers seized a yacht with a tonne of cocaine.",
        "The rebels captured the town and its port.",
        "The photographer captured the moment on a ferry.",
        "Bailiffs seized the ferry over unpaid wages.",
        "Rebels captured two armoured personnel carriers and a helicopter.",
        "A camera captured the ship as it sank.",
        "The navy seized a dhow carrying rifles.",
        "The victims had boarded a bus when gunmen opened fire.",
        "The plane was boarded by passengers as armed police looked on.",
        "The army captured the bus terminal.",
    ],
)
def test_what_the_law_takes_and_other_things_taken_are_none(text: str) -> None:
    assert seized(text) == []


def test_a_ship_seized_is_an_abduction(read: Read) -> None:
    [telling] = read("Somali pirates captured a Greek tanker off Eyl on Monday, its owner said.").tellings
    assert telling.sub_event_type == "Abduction/forced disappearance"
    assert any(f.field == "perpetrator" and "pirates" in f.words for f in telling.findings)


def test_people_who_are_seized_are_abducted(read: Read) -> None:
    [telling] = read("Gunmen seized two doctors in Goma on Monday.").tellings
    assert telling.sub_event_type == "Abduction/forced disappearance"
