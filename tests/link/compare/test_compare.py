"""One comparison at a time: score and reason."""

import pytest

from annals.link.compare.toll import compare_tolls
from annals.link.compare.what import compare_calibres, compare_munitions, compare_types, compare_weapons
from annals.link.compare.when import compare_dates
from annals.link.compare.where import compare_places
from annals.link.compare.who import compare_targets, compare_words
from annals.link.profile import Profile, profile_of
from annals.link.weights import shipped
from tests.mentions import (
    Said,
    day,
    days,
    mention,
    munition,
    nation,
    region,
    site,
    target,
    toll,
    undated,
    weapon,
)

WORTH = shipped().campaign


def profile(
    *said: Said, name: str = "a", published: str | None = None, sub: str = "Attack", text: str = "x"
) -> Profile:
    return profile_of(mention(name, *said, sub=sub, text=text), origin=name, published=published)


@pytest.mark.parametrize(
    ("left", "right", "reason", "speaks_for"),
    [
        (day("2020-03-02"), day("2020-03-02"), "same day", True),
        (day("2020-03-02"), days("2020-03-01", "2020-03-04"), "the dates overlap", True),
        (day("2020-03-02"), days("2020-03-01", None), "the dates overlap", True),
        (day("2020-03-02"), day("2020-03-03"), "a day apart", False),
        (day("2020-03-02"), day("2020-03-30"), "28 days apart", False),
        (undated("on Monday"), undated("late Monday"), "both on a Monday", True),
        (undated("on Friday"), day("2020-03-02"), "Friday against Monday", False),
        (undated("3 March", "XXXX-03-03"), undated("March 3", "XXXX-03-03"), "same day of the month", True),
        (undated("3 March", "XXXX-03-03"), day("2020-03-09"), "another day of the month", False),
    ],
)
def test_dates(left: Said, right: Said, reason: str, speaks_for: bool) -> None:
    evidence = compare_dates(profile(left), profile(right))
    assert evidence.reason == reason
    assert (WORTH.of("date", evidence.level) > 0) == speaks_for


def test_an_unknown_date_speaks_a_little_against_one_event() -> None:
    evidence = compare_dates(profile(undated("recently")), profile(day("2020-03-02")))
    clash = compare_dates(profile(undated("on Friday")), profile(day("2020-03-02")))
    assert evidence.reason == "no date to compare"
    assert WORTH.of("date", clash.level) < WORTH.of("date", evidence.level) < 0


def test_stated_days_far_apart_exclude_each_other_and_publication_dates_do_not() -> None:
    stated = compare_dates(profile(day("2020-03-02")), profile(day("2020-03-30")))
    guessed = days("2020-03-30", "2020-03-30", basis="publication")
    published = compare_dates(profile(day("2020-03-02")), profile(guessed))
    assert stated.impossible
    assert not published.impossible


@pytest.mark.parametrize(
    ("left", "right", "reason", "impossible"),
    [
        (site("Camp Harrow", 10.0, 20.0), site("Camp Harrow", 10.01, 20.0), "same place", False),
        (site("Camp Harrow", 10.0, 20.0), site("The Mill", 10.01, 20.0), "within the radii", False),
        (site("Camp Harrow", 10.0, 20.0), site("The Mill", 10.1, 20.0), "7 km beyond the radii", False),
        (site("Camp Harrow", 10.0, 20.0), site("The Mill", 13.0, 20.0), "330 km beyond the radii", False),
        (site("Camp Harrow", 10.0, 20.0), region("North"), "within that region", False),
        (site("Camp Harrow", 10.0, 20.0), region("South"), "different regions", False),
        (site("Camp Harrow", 10.0, 20.0), nation("Arden", "XA"), "same country", False),
        (site("Camp Harrow", 10.0, 20.0), nation("Boria", "XB"), "different countries", True),
    ],
)
def test_places(left: Said, right: Said, reason: str, impossible: bool) -> None:
    evidence = compare_places(profile(left), profile(right))
    assert evidence is not None
    assert (evidence.reason, evidence.impossible) == (reason, impossible)


def test_the_nearest_of_several_places_decides() -> None:
    left = profile(site("Camp Harrow", 10.0, 20.0), site("Oxley", 15.0, 20.0))
    evidence = compare_places(left, profile(site("Oxley", 15.0, 20.0)))
    assert evidence is not None
    assert evidence.reason == "same place"


def test_a_country_beside_a_town_is_left_out() -> None:
    left = profile(site("Camp Harrow", 10.0, 20.0), nation("Arden", "XA"))
    evidence = compare_places(left, profile(site("Oxley", 15.0, 20.0), nation("Arden", "XA")))
    assert evidence is not None
    assert WORTH.of("place", evidence.level) < -3


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ((5, 5), (5, 5), "wounded: same figure"),
        ((12, None), (14, 14), "wounded: figures agree"),
        ((5, 5), (6, 6), "wounded: nearly the same figure"),
        ((0, 0), (6, 6), "wounded: none against some"),
        ((10, 10), (20, 20), "wounded: grew with the later report"),
        ((10, 10), (90, 90), "wounded: figures differ"),
    ],
)
def test_tolls(left: tuple[int, int | None], right: tuple[int, int | None], reason: str) -> None:
    a = profile(toll("wounded", *left), published="2020-03-02")
    b = profile(toll("wounded", *right), published="2020-03-03")
    evidence = compare_tolls("wounded", a, b)
    assert evidence is not None
    assert evidence.reason == reason


def test_a_large_toll_in_common_says_more_than_a_small_one() -> None:
    def score(number: int) -> float:
        found = compare_tolls("killed", profile(toll("killed", number)), profile(toll("killed", number)))
        assert found is not None
        return WORTH.of("killed", found.level)

    assert score(0) < score(1) < score(4) < score(34)


def test_figures_for_different_people_and_parts_are_not_compared() -> None:
    soldiers = profile(toll("killed", 5, population="soldiers"))
    assert compare_tolls("killed", soldiers, profile(toll("killed", 2, population="children"))) is None
    assert compare_tolls("killed", soldiers, profile(toll("killed", 2, part=True))) is None


def test_hits_are_not_held_against_the_number_fired_unless_they_are_more() -> None:
    fired = profile(munition("fired", 24))
    assert compare_munitions(fired, profile(munition("hit", 14))) is None
    more = compare_munitions(fired, profile(munition("hit", 30)))
    assert more is not None
    assert WORTH.of("munitions", more.level) < 0


def test_weapons_of_one_family_are_no_conflict() -> None:
    related = compare_weapons(profile(weapon("rocket")), profile(weapon("mortar")))
    other = compare_weapons(profile(weapon("rocket")), profile(weapon("knife")))
    assert related is not None
    assert other is not None
    assert WORTH.of("weapon", related.level) == 0.0 > WORTH.of("weapon", other.level)


def test_calibres() -> None:
    same = compare_calibres(profile(weapon("rocket", 122.0)), profile(weapon("rocket", 122.0)))
    other = compare_calibres(profile(weapon("rocket", 122.0)), profile(weapon("rocket", 107.0)))
    assert same is not None
    assert other is not None
    assert WORTH.of("calibre", same.level) > 0 > WORTH.of("calibre", other.level)


def test_a_protest_is_no_air_strike_and_a_general_attack_may_be_one() -> None:
    strike = profile(sub="Air/drone strike")
    protest = compare_types(profile(sub="Peaceful protest"), strike)
    general = compare_types(profile(sub="Attack"), strike)
    assert protest is not None
    assert general is not None
    assert WORTH.of("type", protest.level) < WORTH.of("type", general.level) == 0.0


def test_shared_telling_words_count_and_common_ones_do_not() -> None:
    a = profile(text="Rockets struck the tannery quarter, officials said")
    b = profile(text="The tannery quarter was struck by rockets")
    evidence = compare_words(a, b)
    assert evidence is not None
    assert evidence.reason == "both say tannery, quarter"
    none = compare_words(a, profile(text="Rockets struck the orchard"))
    assert none is not None
    assert WORTH.of("words", none.level) < 0


def test_targets() -> None:
    a, b = profile(target("the Harrow refinery")), profile(target("an oil refinery"))
    evidence = compare_targets(a, b)
    assert evidence is not None
    assert WORTH.of("target", evidence.level) > 0
