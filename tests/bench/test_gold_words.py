"""The lists of parties, casualties and weapons in sentences: large enough, sound, and read well."""

import tomllib

import pytest

from annals.reference.actors import ActorTable
from annals.reference.nations import DATA
from annals.reference.weapons import WeaponTable
from bench.gold_lists import COUNTS as PHRASES
from bench.gold_lists import Marked, Row, rows
from bench.gold_words import ACTORS, COUNTS, WEAPONS, marked, wrong_counts, wrong_weapon

HALVES = ("tuning", "held back")


@pytest.fixture(scope="module")
def lists() -> dict[str, Marked]:
    return {one.name.partition(" ")[0]: one for one in marked()}


def f1(one: Marked, half: str) -> float:
    """Harmonic mean of right of the rows and right of what was read, where every row counts as read."""
    right, whole = one.parts[half]
    invented = one.parts.get(f"{half}, invented", (0, 0))[1]
    return 2 * right / (2 * whole + invented)


def test_the_lists_are_large_and_their_words_stand_in_their_contexts() -> None:
    assert len(rows(ACTORS)) >= 300
    assert len(rows(COUNTS)) + len(rows(PHRASES)) >= 400
    assert len(rows(WEAPONS)) >= 200
    for path in (ACTORS, COUNTS, WEAPONS):
        assert all(
            row["words"] in row["context"] and row["half"].removeprefix("second ").removeprefix("third ") in HALVES
            for row in rows(path)
        )


def test_what_is_labelled_is_known() -> None:
    table, weapons = ActorTable.load(), WeaponTable.load()
    kinds = tomllib.loads((DATA / "descriptions.toml").read_text("utf-8"))["heads"]
    for row in rows(ACTORS):
        actor = row["actor"]
        assert actor == "=" or table.get(actor) or actor.removeprefix("~") in kinds, row
    assert all(row["kind"] == "none" or weapons.get(row["kind"]) for row in rows(WEAPONS))


@pytest.mark.parametrize("half", HALVES)
def test_they_are_read_well(lists: dict[str, Marked], half: str) -> None:
    assert f1(lists["parties"], half) >= 0.92
    assert f1(lists["weapons"], half) >= 0.95
    assert f1(lists["casualties"], half) >= 0.8


def test_a_wrong_case_is_told_in_words() -> None:
    row: Row = {"context": "A car bomb went off.", "words": "car bomb", "kind": "rocket", "calibre_mm": "107"}
    assert wrong_weapon(row) == "“car bomb” in “A car bomb went off.”: read as car_bomb, is rocket 107"
    told: Row = {
        "context": "A car bomb killed four.",
        "words": "four",
        "field": "killed",
        "low": "5",
        "high": "5",
        "part": "",
    }
    first, *more = wrong_counts([told])
    assert first == "“four” in “A car bomb killed four.”: read as killed 4, is killed 5"
    assert more == ["“A car bomb killed four.”: read as killed 4 too, which it does not tell"]
