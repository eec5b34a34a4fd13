import pytest

from annals.collect.report import report_of
from annals.extract.page import lay_out
from annals.extract.whereabouts import Where, counted_from, likened_to, places_of, remember, stand_ins
from annals.reference.tables import References

from .conftest import Read


def places(references: References, text: str) -> list[str]:
    page = lay_out(report_of(text=text, raw=text.encode()), references)
    return [where.quote.exact for sentence in page.sentences for where in places_of(sentence, page.text)]


def test_where_the_hurt_were_brought_is_not_where_it_happened(references: References) -> None:
    assert places(references, "A man was shot in Laramie and flown to a hospital in Scottsbluff, Nebraska.") == [
        "Laramie"
    ]
    assert places(references, "A nurse shot in Kano succumbed to her wounds at a hospital in Abuja.") == ["Kano"]
    assert places(references, "Two were hurt in Basra and taken to Kuwait and to Amman in Jordan.") == ["Basra"]


def test_an_age_is_no_part_of_a_place(references: References) -> None:
    assert places(references, "A 27-year-old Adams County man died in Denver.") == ["Adams County", "Denver"]


def test_a_distance_may_be_in_words_or_nautical(references: References) -> None:
    told = places(
        references, "A ship was hit 67 nautical miles southwest of Hodeidah and a van ten miles east of Aden."
    )
    assert told == ["67 nautical miles southwest of Hodeidah", "ten miles east of Aden"]


def test_where_a_ministry_sits_or_somebody_spoke_is_not_where_it_happened(references: References) -> None:
    assert places(references, "A mine killed two near Tessalit, the defence ministry in Algiers said.") == [
        "near Tessalit"
    ]
    assert places(references, "The envoy said in Oslo that a clinic in Kutum was shelled.") == ["Kutum"]


def test_a_ministry_that_was_hit_is_where_it_happened(references: References) -> None:
    assert places(references, "A bomb hit the court in Quetta, police said.")
    assert places(references, "Rockets struck the foreign ministry in Sanaa.")


def test_a_place_from_which_days_are_counted_is_another_events(references: References) -> None:
    assert places(references, "Two weeks after Nairobi, jets struck a base near Kismayo.") == ["base near Kismayo"]


def _stands_for(references: References, text: str) -> list[str | None]:
    page = lay_out(report_of(text=text, raw=text.encode()), references)
    told: dict[str, Where] = {}
    found = []
    for sentence in page.sentences:
        named = places_of(sentence, text)
        found += [w.stands_for for w in stand_ins(sentence, text, told, named)]
        remember(told, named)
    return found


def test_there_is_the_place_named_last(references: References) -> None:
    assert _stands_for(references, "A bomb went off in Quetta. A mosque in Funtua was raided. Two men died there.") == [
        "mosque in Funtua"
    ]
    assert _stands_for(references, "Jets bombed a camp near Ariha, and four nurses died there, medics said.") == [
        "camp near Ariha"
    ]
    assert _stands_for(references, "Guns opened up in Quetta. There were no dead. Fire came from there.") == []


def test_the_dead_there_are_those_of_the_event_told_there(read: Read) -> None:
    reading = read(
        "Gunmen raided the market at Gamboru on Monday and killed two traders. On the same day a bomb was set off at a"
        " bus station in Biu. Nine people were killed there, the governor said."
    )
    dead = {t.trigger.exact: [f.words for f in t.findings if f.field == "killed"] for t in reading.tellings}
    assert ["two"] in dead.values()
    assert ["Nine"] in dead.values()


def test_a_road_is_told_by_its_ends(references: References) -> None:
    assert places(references, "Gunmen stopped a bus on the road from Kunduz to Baghlan.") == [
        "road from Kunduz to Baghlan"
    ]
    assert places(references, "They took 30 travellers on the Kaduna-Abuja highway.") == ["Kaduna-Abuja highway"]


def test_the_seat_of_a_firm_is_not_where_its_ship_was_hit(references: References) -> None:
    assert places(references, "The ship, of a firm based in Piraeus, was hit near Mocha.") == ["near Mocha"]
    assert places(references, "Delta Shipping of Athens said its tanker was hit near Mocha.") == ["near Mocha"]


def test_a_bomb_goes_off_on_land(references: References) -> None:
    assert places(references, "A bomb went off in the village of Tank.") == ["village of Tank"]
    assert places(references, "Pirates shot at a trawler off Eyl.") == ["off Eyl"]


def test_a_place_may_belong_to_another(references: References) -> None:
    assert places(references, "Militias clashed in Tripoli's Ain Zara district.") == ["Tripoli's Ain Zara district"]


def test_two_names_with_and_are_two_places(references: References) -> None:
    """What stands before "and" is another place, unless a line between the two is meant."""
    assert places(references, "Bombs at its airport and at the Mombasa wharf killed 38 people.") == ["Mombasa"]
    assert places(references, "Gunmen killed three people in Kolofata and Mora.") == ["Kolofata", "Mora"]


@pytest.mark.parametrize(
    ("text", "start", "likened"),
    [
        ("The ministry compared the raid to those in Syria.", "Syria", True),
        ("The ministry compared it to the bombings in the United States and Syria.", "Syria", True),
        ("It was similar to the one in Mumbai.", "Mumbai", True),
        ("The attacks in Mumbai were compared to a war.", "Mumbai", False),
        ("Similar raids hit a camp, and those in Syria fled.", "Syria", False),
        ("Men inspired by a preacher killed nine people in attacks in Kabul.", "Kabul", False),
        ("Police compared bullets from the killings in Lagos.", "Lagos", False),
    ],
)
def test_a_place_that_an_event_is_likened_to_is_not_its_own(text: str, start: str, *, likened: bool) -> None:
    assert likened_to(text, 0, text.index(start)) is likened


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Ten days after ", True),
        ("The minister said in ", True),
        ("A week before the ", True),
        ("Days after the attack, in ", False),
        ("Soldiers went after ", False),
    ],
)
def test_a_place_from_which_days_are_counted_is_known(before: str, *, expected: bool) -> None:
    assert counted_from(f"{before}Gwoza", 0, len(before)) is expected


def test_who_speaks_is_no_part_of_the_place_that_is_spoken_of(references: References) -> None:
    assert places(references, "Rockets hit a camp near Kirkuk, the Pentagon said.")[0].endswith("near Kirkuk")
    assert places(references, "Gunmen killed four herders in Wajir, Kenya, on Tuesday.") == ["Wajir, Kenya"]
