"""Mentions become events by average link, and by what the report says of which are one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from annals.collect.report import report_of
from annals.extract.trained.counting import group_features
from annals.extract.trained.events import SAME, groups_of
from annals.extract.trained.reader import TrainedReader
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
