from collections.abc import Iterator

import pytest

from annals.reference.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open() as opened:
        yield opened


def names(gazetteer: Gazetteer, text: str) -> list[str]:
    return [match.words for match in gazetteer.scan(text)]


def test_streets_are_no_places(gazetteer: Gazetteer) -> None:
    assert names(gazetteer, "Two men were shot on Baltimore Avenue near Ogden Street in Cincinnati.") == ["Cincinnati"]
    assert names(gazetteer, "The car left Alabama Highway 69.") == ["Alabama"]


def test_states_in_short_follow_a_town_or_are_dotted(gazetteer: Gazetteer) -> None:
    assert names(gazetteer, "MACON, Ga. - A bar in Macon, Ga., closed.") == ["MACON", "Ga", "Macon", "Ga"]
    assert names(gazetteer, "Police in N.C. said so.") == ["N.C."]
    assert names(gazetteer, "It was OR nothing. Miss Ore left.") == []


def test_counties_are_places(gazetteer: Gazetteer) -> None:
    assert names(gazetteer, "Smith County deputies said a man died.") == ["Smith County"]


def test_a_town_may_stand_before_its_people(gazetteer: Gazetteer) -> None:
    assert names(gazetteer, "A Hopkinsville teen was hurt.") == ["Hopkinsville"]
    assert names(gazetteer, "The White House denied it.") == []
