"""Tolls, parts and munitions as news of any style puts them."""

import pytest

from annals.model import Finding, Reading

from .conftest import Read

PEOPLE = ("killed", "wounded", "missing", "abducted")
MUNITIONS = ("fired", "hit", "intercepted")


def told(reading: Reading, fields: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(f.field, f.words) for t in reading.tellings for f in t.findings if f.field in fields]


def finding(reading: Reading, words: str) -> Finding:
    return next(f for t in reading.tellings for f in t.findings if f.words == words and f.field in PEOPLE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Officials put the deaths from the bombing at 31 and the wounded at 77.",
            [("killed", "31"), ("wounded", "77")],
        ),
        ("The dead in the market now number 19, doctors said after the air strike.", [("killed", "19")]),
        ("The number of wounded in the bombing is given as 63.", [("wounded", "63")]),
        ("The toll of the shelling rose from 14 to 17.", [("killed", "14"), ("killed", "17")]),
        (
            "The toll of the shelling was revised to 22 from 25.",
            [("killed", "22"), ("killed", "25")],
        ),
        ("The nurses counted first 40, then 44 dead in the air strike.", [("killed", "44"), ("killed", "40")]),
        (
            "The bombing was the third on a church this year; the first two killed nine people.",
            [],
        ),
        ("They lowered the toll of the attack on the shot-down plane to 21.", [("killed", "21")]),
        (
            "The toll of the bombing was put at 26, down from the 31 given on local radio.",
            [("killed", "26"), ("killed", "31")],
        ),
        ("Grenade attack in Gitega: 15 hurt", [("wounded", "15")]),
        ("The bombing claimed 23 lives.", [("killed", "23")]),
        ("Eleven lives were lost in the bombing.", [("killed", "Eleven")]),
        ("A sentry was slightly hurt when gunmen attacked the barracks.", [("wounded", "A sentry")]),
        ("No one was reported hurt in the rocket attack.", [("wounded", "No one was reported hurt")]),
        ("The air strike killed a family of six.", [("killed", "a family of six")]),
        (
            "The bombing left three persons dead and injured 27 at a checkpoint.",
            [("killed", "three"), ("wounded", "27")],
        ),
        ("Her brother, 18, was killed in the shelling.", [("killed", "Her brother")]),
        ("Some 40 dead and wounded were counted after the raid.", []),
        ("Gunmen of the group have killed 900 people this year in raids.", []),
    ],
)
def test_the_toll_however_it_is_put(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(read(text), PEOPLE) == expected


def test_those_shot_are_wounded_where_nobody_is_told_to_have_died(read: Read) -> None:
    reading = read("Three men were shot by a gunman outside a bar in Tulsa on Friday night.")
    assert told(reading, PEOPLE) == [("wounded", "Three")]


def test_those_shot_are_no_wounded_where_the_report_tells_a_death(read: Read) -> None:
    reading = read("A man was shot by a gunman outside a bar in Tulsa. He was pronounced dead at the scene.")
    assert "wounded" not in [field for field, _ in told(reading, PEOPLE)]


def test_one_shot_fatally_is_killed_and_the_rest_wounded(read: Read) -> None:
    reading = read("Two people were shot, one fatally, by a gunman at a bar in Tulsa on Friday.")
    assert told(reading, PEOPLE) == [("killed", "one"), ("wounded", "Two people were shot, one fatally")]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("The shelling killed nine people, four of them children.", "four", "nine"),
        ("The toll of the bombing has risen to 21, three of them children.", "three", "21"),
        ("Two children among 13 killed in shelling of Kharkiv", "Two", "13"),
        ("The bombing left 20 people dead, among them eight soldiers, and dozens more hurt.", "eight", "dozens"),
    ],
)
def test_a_part_is_told_from_its_whole(read: Read, text: str, part: str, whole: str) -> None:
    reading = read(text)
    assert finding(reading, part).part
    assert not finding(reading, whole).part


def test_six_others_wounded_beside_the_dead_are_all_the_wounded(read: Read) -> None:
    assert not finding(read("The bombing killed three. Six others received light injuries."), "Six").part


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The army said it had intercepted eight drones launched at the city.",
            [("intercepted", "eight"), ("fired", "eight")],
        ),
        (
            "Two ballistic missiles fired by the rebels at Riyadh were shot down.",
            [("intercepted", "Two"), ("fired", "Two")],
        ),
        (
            "The militia launched 90 drones and more than 20 cruise missiles at the port; 71 were shot down.",
            [("fired", "90"), ("fired", "more than 20"), ("intercepted", "71")],
        ),
        (
            "Militants fired six rockets at the base; two of the rockets landed inside and one was intercepted.",
            [("fired", "six"), ("hit", "two"), ("intercepted", "one")],
        ),
        ("The tanker was hit by two missiles off Hodeidah.", [("hit", "two")]),
        ("There were three drones over the base, all of them shot down.", [("intercepted", "three")]),
        ("A drone hit the tanker off Hodeidah.", []),
        ("Six missile strikes hit the city.", []),
        ("More than 20 people were wounded when shells struck the village.", []),
    ],
)
def test_what_became_of_the_munitions(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert told(read(text), MUNITIONS) == expected


def test_air_defences_that_shoot_drones_down_use_no_gun_on_the_victims(read: Read) -> None:
    reading = read("Air defences shot four drones down over the refinery at Ras Tanura.")
    assert [f.words for t in reading.tellings for f in t.findings if f.field == "weapon"] == ["drones"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A corporal who was hurt in the ambush at the dam died on Friday, they said, bringing the toll to five.",
            "A corporal",
        ),
        ("Gunmen attacked the fort. Enemy losses in the attack: 24 killed.", "24"),
        ("The death toll of the bombing has risen to 26 after five people died in hospital.", "five"),
    ],
)
def test_who_died_since_is_a_part_of_the_toll(read: Read, text: str, words: str) -> None:
    assert finding(read(text), words).part
