from collections.abc import Callable

import pytest

from annals.collect.report import report_of
from annals.extract.mishaps import accidental, rehearsed
from annals.extract.page import Page, lay_out
from annals.reference.tables import References


@pytest.fixture
def page(references: References) -> Callable[[str], Page]:
    return lambda text: lay_out(report_of(text=text, raw=text.encode()), references)


@pytest.mark.parametrize(
    "text",
    [
        "Gas blast kills six in Lodz\n\nA flat in Lodz was destroyed on Monday.",
        "A blast killed nine at a mill in Izmir. A tank had ruptured, and police ruled out sabotage.",
        "The explosion killed two in Oran. It was the third such accident; the owner faces a charge of negligence.",
    ],
)
def test_a_report_may_put_a_blast_to_an_accident(page: Callable[[str], Page], text: str) -> None:
    assert accidental(page(text))


@pytest.mark.parametrize(
    "text",
    [
        "A car bomb killed six in Lodz on Monday. Nobody has claimed it.",
        "A blast killed nine in Izmir. Police first thought of a gas leak, then found a detonator.",
    ],
)
def test_one_word_of_mishap_makes_no_accident(page: Callable[[str], Page], text: str) -> None:
    assert not accidental(page(text))


@pytest.mark.parametrize(
    "text",
    [
        "Police rule out gas leak in blast\n\nA blast killed six in Lodz on Monday.",
        "Blast was not an accident, says mayor\n\nSix died in Lodz on Monday.",
        "A van packed with gas cylinders blew up in Lodz. The gas cylinders killed six; police found a detonator.",
        "A tank exploded when it was hit by a missile. A second tank blew up, and the fuel tank burst; four died.",
    ],
)
def test_a_cause_denied_or_made_is_no_accident(page: Callable[[str], Page], text: str) -> None:
    assert not accidental(page(text))


def test_an_attack_during_an_exercise_is_no_drill(page: Callable[[str], Page]) -> None:
    text = (
        "The North shelled an island as the South held an annual exercise. The exercise simulates an invasion, "
        "and the drill had been announced."
    )
    assert not rehearsed(page(text))


def test_a_drill_is_known_by_what_is_played(page: Callable[[str], Page]) -> None:
    drill = (
        "A gunman killed ten in a school. Pupils played the wounded, the rounds were blanks; the drill took an hour."
    )
    assert rehearsed(page(drill))
    assert not rehearsed(page("Rockets hit a base in Gao where troops had held an exercise last week."))
