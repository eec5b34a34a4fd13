"""Mentions become events by average link, and by what the report says of which are one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from annals.collect.report import report_of
from annals.extract.page import lay_out
from annals.extract.trained.counting import group_features
from annals.extract.trained.events import SAME, Event, groups_of
from annals.extract.trained.reader import TrainedReader
from annals.extract.trained.spans import Span
from annals.extract.trained.telling import _own
from annals.extract.words import Words
from annals.model import Finding, Quote
from annals.pipeline import load_reader
from annals.reference.tables import References


@given(st.integers(2, 12), st.integers(0, 10_000))
def test_groups_are_those_of_a_known_library(count: int, seed: int) -> None:
    chance = np.random.default_rng(seed)
    same = chance.uniform(0, 1, size=(count, count)).astype(np.float32)
    both = (same + same.T) / 2
    apart = 1 - both
    np.fill_diagonal(apart, 0)
    labels = fcluster(linkage(squareform(apart, checks=False), "average"), 1 - SAME, "distance")
    wanted = sorted(sorted(np.flatnonzero(labels == label).tolist()) for label in set(labels))
    assert groups_of(same) == wanted


def test_one_mention_is_one_event() -> None:
    assert groups_of(np.zeros((1, 1), dtype=np.float32)) == [[0]]


def events(text: str) -> list[tuple[str, set[str]]]:
    """The first word of each event's trigger in a report, with the words of its days."""
    report = report_of(text=text, raw=text.encode(), published="2021-04-02")
    reading = load_reader("trained").extractor.read(report)
    return [
        (telling.trigger.exact, {f.words for f in telling.findings if f.field == "date"})
        for telling in reading.tellings
        if telling.realis == "actual" and not telling.aggregate
    ]


def test_each_entry_of_a_chronology_is_an_event_with_its_day() -> None:
    text = """The lake road in March

What a health worker of the district saw, in the order in which she wrote it down.

Kiwira, 3 March. Armed men raided a dispensary and killed a nurse. They took the vaccines.

Mbamba, 9 March. A grenade was thrown into a bar. Two people died and four were hurt.

Liuli, 14 March. Soldiers shot dead two fishermen. One boy was wounded.
"""
    assert [days for _, days in events(text)] == [{"3 March"}, {"9 March"}, {"14 March"}]


def test_an_attack_told_to_be_another_is_another() -> None:
    text = """Eight soldiers killed in ambush near Kidal

BAMAKO - Gunmen ambushed a convoy near Kidal on Saturday and killed eight soldiers, the army said.

A second convoy, on its way from Gao, struck a mine near Bourem. Two soldiers were killed and three wounded.
"""
    assert len(events(text)) == 2


def test_what_was_answered_is_the_event_called_again() -> None:
    text = """Jets bomb Nabatieh after rocket attack on Metula

A rocket attack on the town of Metula wounded two people on Monday.

Jets bombed a camp near Nabatieh on Wednesday, killing three. The army called it a response to the attack on Metula.
"""
    assert [days for _, days in events(text)] == [{"on Monday"}, {"on Wednesday"}]


def test_a_day_before_a_colon_is_that_of_what_follows() -> None:
    text = (
        "Drones over Tver\n\n"
        "On 30 July the ministry counted three drones: two were shot down over Tver and one hit a depot.\n"
    )
    assert [days for _, days in events(text)] == [{"On 30 July"}]


@pytest.mark.parametrize(("when", "several"), [("on Wednesday", False), ("since January", True), ("last year", True)])
def test_raids_with_one_toll_on_one_day_count_as_one(when: str, several: bool) -> None:
    text = f"Raids on villages\n\nArmed men killed 31 people in raids on four villages in Mozambique {when}.\n"
    asked = TrainedReader(References.load()).asked_nodes(
        report_of(text=text, raw=text.encode(), published="2021-04-02")
    )
    every = list(range(len(asked.nodes)))
    links = np.zeros((len(every), len(every)))
    features = group_features(every, [every], asked.nodes, links, asked.around)
    assert (features["plural"] > 0) is several


def test_an_older_attack_on_the_same_place_is_another() -> None:
    text = """Car bomb kills 14 in Baidoa

BAIDOA - A car bomb outside a hotel in Baidoa killed at least 14 people and wounded 10 on Thursday, police said.

In October more than 100 people were killed in a truck bombing in Baidoa.
"""
    told = events(text)
    assert all({"on Thursday", "In October"} - days for _, days in told), "never two days in one"


@pytest.mark.parametrize(
    "aside",
    [
        "The alliance said it had killed 218 rebels in strikes around the town in the past three days.",
        "Separate bombings in three provinces killed at least eight people and wounded several, officials said.",
        "Hundreds of people have been killed and tens of thousands have fled their homes.",
        "Over the past week, shelling has killed 31 villagers in the district, an aid group said.",
    ],
)
def test_the_toll_of_a_period_is_no_claim_of_the_news(aside: str) -> None:
    text = (
        "Mortar strike on clinic kills 29\n\nAt least 29 people were killed when two mortar shells hit a clinic in "
        f"Taiz late on Sunday, the mayor said.\n\n{aside}\n"
    )
    report = report_of(text=text, raw=text.encode(), published="2021-04-05")
    (telling,) = [
        t for t in load_reader("trained").extractor.read(report).tellings if t.realis == "actual" and not t.aggregate
    ]
    assert {f.words for f in telling.findings if f.field == "killed"} <= {"29", "At least 29"}


def tolls(text: str) -> list[list[str]]:
    """The words of the dead of each event of a report, parts left aside."""
    report = report_of(text=text, raw=text.encode(), published="2021-04-02")
    reading = load_reader("trained").extractor.read(report)
    return [[f.words for f in t.findings if f.field == "killed" and not f.part] for t in reading.tellings]


def test_harm_in_another_town_is_another_event() -> None:
    text = (
        "Three attacks killed 19 people in eastern Afghanistan on Tuesday.\n\n"
        "In Khost city a suicide bomber blew himself up outside a bank, killing 11 people, the governor said.\n\n"
        "In Gardez, gunmen on a motorcycle shot dead five policemen at a checkpoint.\n\n"
        "Hours later a roadside bomb in Zurmat killed three shepherds."
    )
    assert tolls(text) == [["11"], ["five"], ["three"]]


def test_a_region_that_opens_a_sentence_is_another_place_and_its_dead_are_counted_once() -> None:
    text = (
        "Russian drones struck a dormitory in Sumy overnight, killing two students, Ukrainian officials said.\n\n"
        "Separately, a missile hit a warehouse in Odesa, wounding a guard. In the Donetsk region shelling killed three "
        "civilians in Kostiantynivka."
    )
    assert sorted(filter(None, tolls(text))) == [["three"], ["two"]]


def test_what_is_told_of_the_place_of_the_event_stays_with_it() -> None:
    text = (
        "A bomb at a market in Maiduguri killed six people on Monday, police said.\n\n"
        "In Borno state, of which Maiduguri is the capital, gunmen wounded a witness of the bombing as he fled."
    )
    assert len(tolls(text)) == 1


def test_what_happened_in_a_year_told_before_it_is_no_part_of_the_event() -> None:
    text = (
        "A car bomb killed seven people outside a courthouse in Cali on Monday, police said.\n\n"
        "It was the worst attack in the city since 2011, when a bomb in a market killed 32."
    )
    assert tolls(text)[0] == ["seven"]


def test_a_death_told_by_a_pronoun_counts_where_no_other_is_told() -> None:
    text = (
        "Officers were called to a shooting on Elm Street and found a man suffering from gunshot wounds. "
        "He was pronounced dead at the scene."
    )
    assert tolls(text) == [["He"]]


def test_what_was_answered_in_passing_takes_nothing_that_is_told_later() -> None:
    text = (
        "Rebels fired rockets at an army base in Goma on Monday in retaliation for the killing of a commander in "
        "Bukavu last Friday. The army counted 22 rockets. Fourteen were aimed at the runway. Two soldiers died. "
        "The rebels claimed responsibility.\n"
    )
    report = report_of(text=text, raw=text.encode(), published="2022-03-02")
    told = load_reader("trained").extractor.read(report).tellings
    killing = [f for t in told if t.trigger.exact == "killing" for f in t.findings]
    firing = [f for t in told if t.trigger.exact != "killing" for f in t.findings]
    assert not {"22", "Fourteen", "Two"} & {f.words for f in killing}
    assert {f.stance for f in firing if f.field == "perpetrator"} >= {"claims"}


def test_a_cause_that_nothing_tells_apart_calls_no_event_again() -> None:
    text = (
        "Gunmen killed at least 134 herders in Duma on Saturday. They ringed the village before dawn. The mission said "
        "that 55 people were wounded. A mayor gave the number of dead as 157.\n\nRebels had said two days before that "
        "a raid on an army post at Lore, in which 23 soldiers died, was revenge for abuses against herders.\n"
    )
    report = report_of(text=text, raw=text.encode(), published="2019-03-25")
    told = load_reader("trained").extractor.read(report).tellings
    main = next(t for t in told if t.realis == "actual")
    assert {f.words for f in main.findings if f.field == "wounded"} == {"55"}


@pytest.mark.parametrize(
    "recalled",
    [
        "Inspector Cole would not say whether it is payback for Tuesday's execution of a barber on Water Street.",
        "The army promised to answer the attack of last weekend on a bus in Hangu, which killed nine.",
    ],
)
def test_what_is_answered_is_another_event_though_the_answer_is_open_or_to_come(recalled: str) -> None:
    text = (
        f"Gunmen shot dead three policemen at a checkpoint in Kohat on Thursday, officials said.\n\n{recalled}\n\n"
        "The dead men were aged 24, 29 and 40.\n"
    )
    report = report_of(text=text, raw=text.encode(), published="2024-03-08")
    told = load_reader("trained").extractor.read(report).tellings
    main = told[0]
    assert not {"nine", "Tuesday's", "last weekend"} & {f.words for f in main.findings}


def test_minutes_later_in_another_town_is_another_event() -> None:
    text = (
        "Four men opened fire at a check-in counter in Rome on Friday and killed 13 people. Minutes later three men "
        "threw grenades at a queue in Vienna; three people died there and 39 were wounded."
    )
    assert tolls(text) == [["13"], ["three"]]


def test_a_place_that_the_network_knows_for_none_of_the_events_goes() -> None:
    words = Words(lay_out(report_of(text=HOSPITAL, raw=HOSPITAL.encode()), References.load()))

    def place(name: str) -> Finding:
        quote = Quote.of(HOSPITAL, HOSPITAL.index(name), HOSPITAL.index(name) + len(name))
        return Finding(field="place", words=name, quote=quote)

    def likely(name: str, value: float) -> dict[Span, float]:
        start = HOSPITAL.index(name)
        return {
            Span(layer="place", label="place", start=start, end=start + len(name), first=0, last=0, score=1.0): value
        }

    odds = np.zeros(1, dtype=np.float32)
    event = Event(mentions=[], type_odds=odds, realis="actual", prominence="reported", aggregate=False)
    event.likely = likely("Aleppo", 0.9) | likely("Idlib", 0.1)
    assert _own([place("Idlib")], [place("Aleppo")], event, words) == ([], False)
    assert _own([place("Idlib")], [], event, words) == ([place("Idlib")], False)
    assert _own([place("Aleppo")], [place("Aleppo")], event, words) == ([place("Aleppo")], False)
    # No map has the network's place: that of the rules stays beside it.
    assert _own([place("Idlib")], [place("Xyrbagh")], event, words) == ([place("Idlib")], True)


HOSPITAL = "Officials in Idlib said that shells hit a market in Aleppo and a mill at Xyrbagh."
