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


def test_a_street_may_have_several_words_and_a_house_a_towns_name(gazetteer: Gazetteer) -> None:
    assert names(gazetteer, "A teen was shot on Turkey Run Road in Gallia County.") == ["Gallia County"]
    assert names(gazetteer, "He died at the Lexington Park Apartments in Norfolk.") == ["Norfolk"]
    assert names(gazetteer, "It was near the intersection of Palm and Geraldine in Reno.") == ["Reno"]


def test_two_streets_may_share_their_noun(gazetteer: Gazetteer) -> None:
    assert names(gazetteer, "A man was hurt near Ogden and Lexington avenues in Chicago.") == ["Chicago"]
    assert names(gazetteer, "In Aleppo and Homs streets were empty.") == ["Aleppo", "Homs"]
    assert names(gazetteer, "Bombs went off on Baghdad streets.") == ["Baghdad"]


def test_a_river_is_not_the_country_of_its_name(gazetteer: Gazetteer) -> None:
    assert names(gazetteer, "Gunmen shot at a boat on the Niger River near Timbuktu.") == ["Timbuktu"]
    assert names(gazetteer, "Gunmen shot at a boat in Niger.") == ["Niger"]


def test_a_dateline_in_capitals_before_a_state_is_a_town(gazetteer: Gazetteer) -> None:
    assert names(gazetteer, "APOPKA, Fla. - A man was shot.") == ["APOPKA", "Fla"]
    assert names(gazetteer, "ST. LOUIS, Mo. - A man was shot.") == ["ST. LOUIS", "Mo"]


def test_a_name_that_goes_on_with_a_fathers_is_a_persons(gazetteer: Gazetteer) -> None:
    assert names(gazetteer, "A house near the Omar bin al-Khattab mosque in Rafah was hit.") == ["Rafah"]


def test_a_small_town_may_stand_before_the_word_for_its_district(gazetteer: Gazetteer) -> None:
    assert names(gazetteer, "Jets bombed a village in Kanbalu township.") == ["Kanbalu"]
    assert names(gazetteer, "Jets bombed a village; Kanbalu township officials fled.") == ["Kanbalu"]


def test_a_name_with_a_number_is_a_place_where_it_is_struck(gazetteer: Gazetteer) -> None:
    assert names(gazetteer, "More than 30 rockets had hit K-1 on Friday.") == ["K-1"]
    assert names(gazetteer, "She came on a K-1 visa.") == []


def test_a_body_of_troops_called_after_a_town_is_no_place(gazetteer: Gazetteer) -> None:
    assert names(gazetteer, "A base of the Azov battalion in Mariupol.") == ["Mariupol"]
    assert names(gazetteer, "The Medellin cartel bombed Bogota under the Minsk accords.") == ["Bogota"]
    assert names(gazetteer, "In Tripoli militias fought each other.") == ["Tripoli"]
