"""Ties that a report asserts, within a sentence and back to the one before."""

import pytest

from .conftest import Read

AMBUSH = "Rebels ambushed a convoy near Gao on Monday, killing five soldiers. "


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("On Wednesday the army shelled a camp near Kidal in retaliation, killing nine.", "retaliation_for"),
        ("On Wednesday the army shelled a camp near Kidal in response, killing nine.", "response_to"),
        ("On Wednesday the army shelled a camp near Kidal to avenge the ambush near Gao.", "retaliation_for"),
    ],
)
def test_an_answer_is_tied_to_what_it_answers(read: Read, text: str, relation: str) -> None:
    reading = read(AMBUSH + text)
    ties = [(t.relation, reading.tellings[t.source].trigger.exact) for t in reading.ties]
    assert (relation, "shelled") in ties


@pytest.mark.parametrize(
    "text", ["The army vowed revenge for the ambush.", "The army warned that it would shell Kidal in retaliation."]
)
def test_a_threat_ties_nothing(read: Read, text: str) -> None:
    assert read(AMBUSH + text).ties == ()


def tied(read: Read, text: str) -> list[tuple[str, str, str]]:
    reading = read(text)
    called = [t.trigger.exact for t in reading.tellings]
    return [(t.relation, called[t.source], called[t.target]) for t in reading.ties]


SHELLED = "On Wednesday the army shelled a camp near Kidal, killing nine. "


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("It was read as punishment for the Gao convoy.", "retaliation_for"),
        ("It was an answer to the ambush near Gao.", "retaliation_for"),
        ("The move was widely read as tit for tat.", "retaliation_for"),
        ('"We have responded," a minister said.', "response_to"),
    ],
)
def test_a_sentence_without_an_event_ties_the_last_told_to_the_one_it_calls_again(
    read: Read, text: str, relation: str
) -> None:
    found = tied(read, AMBUSH + SHELLED + text)
    assert any(r == relation and a == "shelled" and b.startswith("ambush") for r, a, b in found)


def test_the_other_of_a_series_may_be_told_further_down(read: Read) -> None:
    text = (
        "Rebels ambushed a convoy near Gao on Wednesday, killing five soldiers. It was the second such attack in a "
        "week. The road was closed. Rebels bombed a barracks in Kidal on the Sunday before, killing two."
    )
    assert [relation for relation, _, _ in tied(read, text)] == ["same_campaign"]


@pytest.mark.parametrize(
    "text",
    ["Reprisals are to be expected within days.", "A minister answered that the camp had been empty."],
)
def test_what_is_expected_or_only_said_ties_nothing(read: Read, text: str) -> None:
    assert tied(read, AMBUSH + SHELLED + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The police ruled out that it was a reaction to the ambush near Gao.",
        "A court will decide whether it was in retaliation for the ambush near Gao.",
    ],
)
def test_what_is_ruled_out_or_open_ties_nothing(read: Read, text: str) -> None:
    assert [t for t in tied(read, AMBUSH + SHELLED + text) if t[0] in ("retaliation_for", "response_to")] == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The ambush prompted an air strike on Kidal on Wednesday that killed nine.", "response_to"),
        ("It was answered with the shelling of a camp near Kidal on Wednesday, in which nine died.", "response_to"),
        ("The army responded with the shelling of a camp near Kidal on Wednesday, killing nine.", "response_to"),
        ("To avenge the ambush, soldiers shot dead nine men in Kidal on Wednesday.", "retaliation_for"),
        ("The ambush sparked reprisals; nine men were hacked to death in Kidal on Wednesday.", "retaliation_for"),
    ],
)
def test_an_answer_told_from_what_it_answers_is_never_the_other_way_round(read: Read, text: str, relation: str) -> None:
    ties = [(r, b) for r, _, b in tied(read, AMBUSH + text) if r in ("response_to", "retaliation_for")]
    assert [r for r, _ in ties] == [relation]
    assert all(target.startswith("ambush") for _, target in ties)


def test_days_after_at_the_head_of_a_sentence_tells_which_came_first(read: Read) -> None:
    text = "Two days after a bomb killed twelve recruits in Aden, jets struck a camp in Abyan and killed six fighters."
    ties = read(text).ties
    assert [t.relation for t in ties] == ["follows"]
    assert ties[0].source > ties[0].target


def test_only_events_of_one_kind_are_a_series(read: Read) -> None:
    bomb = "A bomb exploded at a mosque in Quetta on Friday, killing ten people. "
    assert tied(read, bomb + "It was the second such attack in a week. On Monday a bomb exploded in Zhob, killing two.")
    assert not tied(
        read, bomb + "Gunmen abducted a nurse in Zhob on Monday. It was the fourth kidnapping in the city this month."
    )


def test_an_answer_is_no_series_with_what_it_answered(read: Read) -> None:
    text = AMBUSH + "On Wednesday the army ambushed rebels near Kidal in retaliation, killing nine. "
    found = tied(read, text + "It was the second attack in a week.")
    assert {relation for relation, _, _ in found} == {"retaliation_for"}


def test_two_blows_of_one_offensive(read: Read) -> None:
    text = (
        "Drones hit an oil depot in Samara on Monday. As part of the same offensive, missiles struck Kursk on Tuesday."
    )
    assert [r for r, _, _ in tied(read, text)] == ["same_campaign"]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The army shelled a camp near Kidal on Wednesday because of the ambush near Gao.", "response_to"),
        ("The army shelled a camp near Kidal on Wednesday in anger at the ambush near Gao.", "response_to"),
        ("The army shelled a camp near Kidal on Wednesday. It was Bamako's answer to the ambush.", "retaliation_for"),
        ("The army shelled a camp near Kidal on Wednesday, Bamako's revenge for the ambush.", "retaliation_for"),
    ],
)
def test_causes_and_whose_answer_it_was(read: Read, text: str, relation: str) -> None:
    found = tied(read, AMBUSH + text)
    assert any(r == relation and a == "shelled" and b.startswith("ambush") for r, a, b in found)


def test_the_harm_behind_a_comma_is_what_is_answered(read: Read) -> None:
    text = "Rockets hit a base in Palmyra on Wednesday to avenge a commander, killed in a raid in Homs on Monday."
    assert ("retaliation_for", "hit", "raid") in tied(read, text) or ("retaliation_for", "hit", "killed") in tied(
        read, text
    )


def test_what_was_retaliated_for_is_the_deed_and_not_the_word_for_its_answer(read: Read) -> None:
    found = tied(read, "Jets bombed a camp near Nabatieh on Tuesday in retaliation for the attack on Metula on Monday.")
    assert ("retaliation_for", "bombed", "attack") in found


TWO = "Gunmen attacked Ouro on Sunday night and killed nine people. "


@pytest.mark.parametrize(
    "text",
    [
        "On Monday night the raiders returned. In Kombe they shot seven villagers dead.",
        "On Monday gunmen shot seven villagers dead in Kombe. Ansar Dine claimed both.",
        "On Monday gunmen shot seven villagers dead in Kombe. The two attacks are connected, police said.",
        "In March gunmen shot seven villagers dead in Kombe. That makes two such attacks in a month.",
    ],
)
def test_two_events_by_one_hand_are_a_series(read: Read, text: str) -> None:
    assert "same_campaign" in [relation for relation, _, _ in tied(read, TWO + text)]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the raiders returned to their camp. In Kombe police shot seven villagers dead.",
        "On Monday gunmen shot seven villagers dead in Kombe. The two attacks are not connected, police said.",
    ],
)
def test_a_return_home_makes_no_series(read: Read, text: str) -> None:
    assert "same_campaign" not in [relation for relation, _, _ in tied(read, TWO + text)]


def test_one_that_came_after_answers_where_each_hit_the_other(read: Read) -> None:
    text = "Chad bombed a camp in Sudan on Friday, two days after Sudanese rockets killed five people in Chad."
    assert "response_to" in [relation for relation, _, _ in tied(read, text)]
    same = "Chad bombed a camp in Sudan on Friday, two days after Chadian rockets killed five people in Darfur."
    assert "response_to" not in [relation for relation, _, _ in tied(read, same)]


def test_raids_that_follow_an_attack_by_those_they_hit_answer_it(read: Read) -> None:
    text = (
        "An air strike on a Houthi barracks in Saada killed nine people on Friday. The coalition said nothing. "
        "The raids follow Monday's rocket attack on Jizan, which the Houthis said was theirs and which killed two."
    )
    assert "response_to" in [relation for relation, _, _ in tied(read, text)]
    other = text.replace("follow Monday's", "follow a similar")
    assert "response_to" not in [relation for relation, _, _ in tied(read, other)]


@pytest.mark.parametrize(
    "text",
    [
        "Reprisals were not long in coming. On Saturday herders burned a clinic at Ansongo and shot two nurses dead.",
        "The answer from the army came within hours. Helicopters bombed a camp near Menaka and killed six.",
        "The army hit back. Helicopters bombed a camp near Menaka and killed six.",
    ],
)
def test_an_answer_may_be_announced_a_sentence_before_it_is_told(read: Read, text: str) -> None:
    found = [(r, b.split()[0]) for r, _, b in tied(read, AMBUSH + text)]
    assert ("retaliation_for", "ambushed") in found


def test_what_is_only_named_is_told_right_behind(read: Read) -> None:
    text = (
        "Gunmen shot dead three men in a tavern in Lurgan on Friday. "
        "\u201cThis is for Mill Street,\u201d one of them shouted. "
        "On Tuesday a bomb had killed two women at a shop in Mill Street."
    )
    assert [(r, a, b) for r, a, b in tied(read, text)] == [("retaliation_for", "shot dead", "killed")]


def test_what_somebody_called_revenge_is_not_what_the_sentence_answers(read: Read) -> None:
    text = (
        "Jets bombed a depot near Tartus on Friday, killing four. "
        "The army had promised to answer the raid of last week, which the rebels called revenge for the shelling of a "
        "school in Hama."
    )
    assert all(a != "bombed" for r, a, _ in tied(read, text) if r == "retaliation_for")


def test_who_fires_back_in_a_fight_answers_nothing_else(read: Read) -> None:
    text = AMBUSH + "On Wednesday gunmen shot at a patrol near Kidal. The soldiers fired back and killed two."
    assert all(relation != "retaliation_for" for relation, _, _ in tied(read, text))


def test_what_happened_elsewhere_on_the_same_day_is_none_of_a_count(read: Read) -> None:
    text = (
        "A bomb killed four at a market in Baidoa on Monday. It was the third bombing in the region since March. "
        "In Afgooye, a bomb wounded two policemen on Monday."
    )
    assert [relation for relation, _, _ in tied(read, text) if relation == "same_campaign"] == []
