"""Which clauses of a report tell one event."""

import pytest

from annals.model import Reading, Telling

from .conftest import Read


def events(reading: Reading) -> list[Telling]:
    return [t for t in reading.tellings if t.realis == "actual" and not t.aggregate]


def told(reading: Reading, field: str) -> list[list[str]]:
    """For each event, in order, the words of its findings of that field."""
    return [[f.words for f in t.findings if f.field == field] for t in events(reading)]


def test_two_days_of_one_week_are_two_events(read: Read) -> None:
    reading = read(
        "Mortars killed two soldiers at the barracks in Sirte on Tuesday. "
        "An attack on Friday saw rockets hit the same barracks, wounding nine."
    )
    assert told(reading, "killed") == [["two"], []]
    assert told(reading, "wounded") == [[], ["nine"]]


def test_another_attack_is_not_the_one_before(read: Read) -> None:
    reading = read("A car bomb killed six in Hilla. Another bombing killed four in Kut.")
    assert told(reading, "killed") == [["six"], ["four"]]


def test_what_is_remembered_of_earlier_does_not_join_the_news(read: Read) -> None:
    reading = read(
        "Gunmen shot dead five people in a bar in Cali on Sunday. A bombing in the city last year killed eleven.",
        published="2015-03-02",
    )
    assert told(reading, "killed") == [["five"], ["eleven"]]


def test_a_sentence_without_day_or_place_tells_more_of_the_event_before(read: Read) -> None:
    reading = read(
        "The first attack struck a market in Mopti on Monday. Eight people were killed.\n\n"
        "On Tuesday gunmen stormed a school in Segou. Three pupils were killed."
    )
    assert told(reading, "killed") == [["Eight"], ["Three"]]


def test_an_accusation_and_the_reprisal_in_one_sentence_are_two(read: Read) -> None:
    reading = read(
        "The army accused the rebels of killing a priest in Wau and carried out air strikes that killed 20 fighters."
    )
    assert told(reading, "killed") == [["a priest"], ["20"]]


def test_an_event_recalled_after_a_colon_is_another(read: Read) -> None:
    reading = read(
        "Inmates stabbed nine prisoners to death in Guayaquil on Monday. It was the second massacre there: "
        "on 3 May, 40 prisoners were killed.",
        published="2022-06-01",
    )
    assert told(reading, "killed") == [["nine"], ["40"]]


def test_twin_blasts_of_one_day_are_one_event(read: Read) -> None:
    reading = read("Two suicide bombings rocked the port of Mogadishu on Saturday. Twelve people were killed.")
    assert told(reading, "killed") == [["Twelve"]]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Officials met on Thursday after the fallout of a rocket attack on Tikrit.", []),
        ("The count came a day after Friday's strike on the port of Aden, which killed three.", ["Friday's"]),
        ("Rockets hit Tikrit on Monday, police said on Tuesday.", ["on Monday"]),
        ("Police said on Tuesday that rockets hit Tikrit.", []),
        ("Before dawn on Sunday militants attacked the barracks in Kidal.", ["Before dawn on Sunday"]),
    ],
)
def test_only_the_events_own_time_dates_it(read: Read, text: str, words: list[str]) -> None:
    assert told(read(text), "date")[0] == words


def test_backwards_from_a_statement(read: Read) -> None:
    reading = read("The minister spoke on Friday, two days after shells fell on Donetsk, killing four.")
    (date,) = [f for t in events(reading) for f in t.findings if f.field == "date"]
    assert (date.words, date.anchor, date.backwards) == ("two days after", "on Friday", True)


def test_the_airport_is_the_one_named_before(read: Read) -> None:
    reading = read(
        "Rockets hit Erbil airport on Monday. On Thursday mortar shells fell near the airport, wounding a guard."
    )
    (where,) = [f for f in events(reading)[1].findings if f.field == "place"]
    assert (where.words, where.anchor) == ("the airport", "Erbil airport")


def test_a_border_between_two_peoples_is_a_place(read: Read) -> None:
    reading = read("Jets bombed a convoy on the Sudanese-Libyan border on Monday, killing ten smugglers.")
    assert told(reading, "place") == [["Sudanese-Libyan border"]]


def test_where_a_speaker_sits_is_not_where_it_happened(read: Read) -> None:
    reading = read("Officials in Amman said that rockets hit a clinic in Daraa on Monday, killing two nurses.")
    assert told(reading, "place") == [["Daraa"]]
    assert told(read("A monitor in Britain said that 26 fighters died in the air raids."), "place") == [[]]


def test_what_another_state_did_is_another_event(read: Read) -> None:
    reading = read(
        "An Indian air strike killed four militants near Balakot. "
        "Pakistan then launched missiles of its own, leaving six soldiers wounded."
    )
    assert told(reading, "killed") == [["four"], []]
    assert told(reading, "wounded") == [[], ["six"]]


def test_what_somebody_is_accused_of_does_not_join_the_news(read: Read) -> None:
    reading = read(
        "Rockets hit the port of Latakia on Monday. Syria accused Israel of bombing its depots.", published="2021-12-08"
    )
    (port,) = [t for t in events(reading) if any(f.field == "place" for f in t.findings)]
    assert [f.words for f in port.findings if f.stance == "blames"] == []


def test_a_calendar_day_outweighs_how_long_after_another_it_was(read: Read) -> None:
    reading = read(
        "A bomb killed six people in a market in Hilla on 2 May. A month later, on 4 June, gunmen killed four in Kut. "
        "The four died in the town's bus station on 4 June, police said.",
        published="2009-06-06",
    )
    assert told(reading, "killed") == [["six"], ["four", "four"]]


def test_what_an_attack_answers_is_another_event(read: Read) -> None:
    reading = read(
        "Rebels fired rockets at the airport in Goma as a first reply to the killing of their chief in Butembo."
    )
    assert len(events(reading)) == 2


def test_what_happened_in_the_year_of_a_record_is_no_part_of_the_news(read: Read) -> None:
    reading = read(
        "Militants attacked a mine in Djibo on Sunday, killing 17 workers. It was the worst attack since 2019, when 38"
        " people died in an ambush on a convoy at Boungou."
    )
    assert told(reading, "killed") == [["17"], ["38"]]
