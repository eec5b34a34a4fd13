"""The rule reader as a whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.collect import report_of
from annals.extract import Extractor
from annals.model import Quote, Reading, Telling
from tests.cases import cases

from .conftest import Read


def events(reading: Reading) -> list[Telling]:
    return [t for t in reading.tellings if t.realis == "actual" and not t.aggregate]


def quotes(reading: Reading) -> list[Quote]:
    told = [q for t in reading.tellings for q in (t.trigger, t.sentence, *(f.quote for f in t.findings))]
    told += [response.quote for response in reading.responses]
    told += [tie.quote for tie in reading.ties]
    return told + [tally.quote for tally in reading.tallies]


@pytest.mark.parametrize(
    ("text", "sub_type"),
    [
        ("Warplanes carried out an air strike on a market in Idlib on Tuesday, killing nine.", "Air/drone strike"),
        ("A volley of mortar shells hit the barracks outside Goma on Sunday.", "Shelling/artillery/missile attack"),
        ("A suicide bombing at a wedding in Kabul killed 60 people.", "Suicide bomb"),
        ("A roadside bomb killed two police officers in Narathiwat on Monday.", "Remote explosive/landmine/IED"),
        ("Somebody threw a grenade into a bar in Bujumbura on Friday, killing one man.", "Grenade"),
        ("Soldiers and rebels fought a gun battle in Buenaventura that left four dead.", "Armed clash"),
        ("Gunmen shot dead a mayor in Veracruz on Saturday.", "Attack"),
        ("Bandits kidnapped 30 pupils from a school in Zamfara.", "Abduction/forced disappearance"),
        ("A mass rape by militiamen in Fizi left 30 women injured.", "Sexual violence"),
        ("A chemical attack on Khan Shaykhun killed dozens of people.", "Chemical weapon"),
        ("Communal clashes in Jos left eleven dead on Sunday.", "Mob violence"),
    ],
)
def test_types_follow_acled(read: Read, text: str, sub_type: str) -> None:
    assert [t.sub_event_type for t in events(read(text))] == [sub_type]


@pytest.mark.parametrize(
    "text",
    [
        "The general warned that his forces would attack the port if the blockade went on.",
        "Police said they had foiled a plot to bomb the railway station in Lyon.",
        "The militia threatened to strike the airport next week.",
        "Officials fear a rocket attack on the embassy.",
        "Troops fired missiles at a mock village during the exercise.",
        "Bus drivers went on strike on Monday over wages, the union said.",
        "The striker shot from thirty metres and the goalkeeper was beaten: the match ended 2-1.",
        "Survivors laid wreaths on the tenth anniversary of the bombing, and a minute of silence was held.",
    ],
)
def test_what_did_not_happen_is_no_event(read: Read, text: str) -> None:
    assert events(read(text)) == []


def test_two_incidents_of_one_report_stay_two(read: Read) -> None:
    reading = read(
        "Gunmen killed five herders in a village near Mopti on Monday.\n\n"
        "In a separate attack on Wednesday, a roadside bomb killed two soldiers near Gao."
    )
    told = events(reading)
    assert len(told) == 2
    assert [[f.words for f in t.findings if f.field == "killed"] for t in told] == [["five"], ["two"]]


def test_a_second_paragraph_on_one_incident_makes_no_second(read: Read) -> None:
    reading = read(
        "Rocket attack kills four at Mogadishu airport\n\n"
        "Four people were killed on Sunday when rockets hit Mogadishu airport, police said.\n\n"
        "The attack wounded nine others. Two of the dead were airport guards."
    )
    assert len(events(reading)) == 1


def test_a_round_up_gives_an_event_for_each_entry(read: Read) -> None:
    reading = read(
        "A week of attacks in the north\n\n"
        "3 May: Maiduguri. Two suicide bombers killed six people at a market.\n\n"
        "5 May: Damboa. Gunmen ambushed an army patrol, killing three soldiers.\n\n"
        "8 May: Bama. A landmine killed a farmer.",
        published="2017-05-09",
    )
    assert [t.sub_event_type for t in events(reading)] == [
        "Suicide bomb",
        "Armed clash",
        "Remote explosive/landmine/IED",
    ]


def test_an_entry_has_the_day_of_its_heading_though_it_tells_how_long_after_a_truce_it_was(read: Read) -> None:
    reading = read(
        "Four nights in Hodeidah\n\n3 May: Port. A mortar shell killed a docker.\n\n"
        "5 May: Old town. A day after the truce began, shells destroyed a bakery and killed nine people.",
        published="2019-05-09",
    )
    dates = [[f.words for f in t.findings if f.field == "date"] for t in events(reading)]
    assert "5 May" in dates[-1]


def test_a_death_in_hospital_the_next_day_dates_no_event(read: Read) -> None:
    reading = read(
        "Mortar shells killed nine people in Taiz on Monday, among them a boy who died in hospital on Friday."
    )
    assert [f.words for t in events(reading) for f in t.findings if f.field == "date"] == ["on Monday"]


def test_the_anchor_of_a_sentence_that_opens_with_hours_after_is_another_event(read: Read) -> None:
    reading = read(
        "Hours after a mortar attack on the port of Hodeidah, jets bombed a barracks in Sanaa, killing ten soldiers."
    )
    killing = [t for t in events(reading) if any(f.field == "killed" for f in t.findings)]
    assert [t.sub_event_type for t in killing] == ["Air/drone strike"]


def test_several_attacks_told_as_one_are_an_aggregate_and_a_tally(read: Read) -> None:
    reading = read("There have been seven rocket attacks on the base since March.")
    assert [t.aggregate for t in reading.tellings] == [True]
    assert [(t.words, t.window) for t in reading.tallies] == [("seven", "since March")]


def test_an_ordinal_is_a_tally_of_the_event_it_counts(read: Read) -> None:
    reading = read(
        "A car bomb killed six people in Kirkuk on Monday. It was the fifth such attack in the city this year."
    )
    assert [t.words for t in reading.tallies] == ["fifth"]
    assert reading.tallies[0].tellings == (0,)


@pytest.mark.parametrize(
    ("text", "stance", "words", "speaker"),
    [
        (
            "A bomb killed three in Kidal on Friday. Ansar Dine claimed responsibility for the bombing.",
            "claims",
            "Ansar Dine",
            "Ansar Dine",
        ),
        ("Rockets hit the depot on Monday. Ukraine denied involvement.", "denies", "Ukraine", "Ukraine"),
        (
            "A blast killed two in Suruc on Monday. The government blamed the PKK for the attack.",
            "blames",
            "PKK",
            "government",
        ),
        ("Gunmen killed a judge in Medan on Friday. No group has claimed responsibility.", "unclaimed", "", None),
    ],
)
def test_stances_with_party_and_speaker(read: Read, text: str, stance: str, words: str, speaker: str | None) -> None:
    found = [f for t in read(text).tellings for f in t.findings if f.stance == stance]
    assert [f.words for f in found] == [words]
    assert speaker is None or (found[0].speaker or "").endswith(speaker)


def test_retaliation_is_a_tie_with_its_sentence(read: Read) -> None:
    reading = read(
        "Jets bombed a camp near Qaim on Sunday in retaliation for a rocket attack on Kirkuk two days earlier."
    )
    assert [t.relation for t in reading.ties] == ["retaliation_for"]


def test_a_condemnation_is_a_response(read: Read) -> None:
    reading = read(
        "A bomb killed three worshippers in Jolo on Sunday. The Philippine government condemned the bombing."
    )
    assert [r.category for r in reading.responses] == ["ACCUSE-disapprove"]


def test_another_language_is_not_read_and_says_so(read: Read) -> None:
    reading = read("قتل خمسة أشخاص في هجوم صاروخي على القاعدة يوم الاثنين.", language="ar")
    assert reading.tellings == ()
    assert reading.note == "not read: language ar"


def test_foreign_text_without_a_language_is_noticed(read: Read) -> None:
    text = "Al menos cinco personas murieron el lunes cuando una bomba explotó en un mercado de la ciudad. " * 5
    assert read(text).note == "not read: language unknown"


WORDS = st.sampled_from(
    (
        "the a bomb killed three rockets hit Baghdad airport on Monday , . \n said after in retaliation for "
        "blamed Israel no casualties two of the dead and 24 since March Gunmen “ ” Army's — claimed "
        "responsibility wounded at least near 1. • U.S. soldiers another attack"
    ).split()
)


@given(st.one_of(st.text(max_size=400), st.lists(WORDS, max_size=60).map(" ".join)))
@cases(150)
def test_any_text_is_read_and_every_quote_stands_in_it(rules: Extractor, text: str) -> None:
    report = report_of(text=text, raw=text.encode("utf-8", "surrogatepass"), published="2020-03-12")
    reading = rules.read(report)
    assert all(quote.verify(report.text) for quote in quotes(reading))
    assert all(f.words in f.quote.exact for t in reading.tellings for f in t.findings)
    assert rules.read(report) == reading


def test_the_day_of_a_statement_dates_no_attack(read: Read) -> None:
    text = "Rebels shelled Gao on Sunday. A statement by the army on Tuesday called it a massacre."
    dates = {f.words for telling in read(text).tellings for f in telling.findings if f.field == "date"}
    assert dates == {"on Sunday"}


def test_a_day_that_opens_the_sentence_dates_what_follows_an_aside(read: Read) -> None:
    text = "On 4 May 2019, nine people \u2013 two of them children \u2013 were killed in an air strike on Saada."
    dates = {f.words for telling in read(text).tellings for f in telling.findings if f.field == "date"}
    assert dates == {"On 4 May 2019"}
