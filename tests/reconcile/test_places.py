"""Where: the most precise of those that agree."""

from annals.model import PlaceValue
from annals.model.rules import RuleSet
from annals.reconcile.case import open_case
from annals.reconcile.places import PlaceRuling, rule_place
from tests.mentions import Said, mention, nation, region, site

HARROW = site("Camp Harrow", 10.0, 20.0)


def ruled(*told: tuple[str, Said], rules: RuleSet = "representative") -> PlaceRuling:
    mentions = [mention(name, said, start=100 * n) for n, (name, said) in enumerate(told)]
    return rule_place(list(open_case(mentions, {}, {}).heard), rules)


def states(ruling: PlaceRuling) -> list[str]:
    return sorted(r.state for r in ruling.rulings.values())


def test_a_country_and_a_region_agree_with_the_site_inside() -> None:
    told = ruled(("a", nation("Arden", "XA")), ("b", region("North")), ("c", HARROW))
    assert (told.place.name, told.place.precision, told.disagrees) == ("Camp Harrow", "site", False)
    assert states(told) == ["supports"] * 3


def test_most_origins_win() -> None:
    told = ruled(("a", site("Oxley", 15.0, 20.0)), ("b", HARROW), ("c", HARROW))
    assert (told.place.name, told.disagrees) == ("Camp Harrow", True)
    assert states(told) == ["dissents", "supports", "supports"]


def test_a_name_that_is_not_on_the_map_counts_where_nothing_better_is_told() -> None:
    unknown = Said("place", PlaceValue(name="the old tannery"), "the old tannery")
    assert ruled(("a", unknown)).place.name == "the old tannery"
    beside = ruled(("a", unknown), ("b", HARROW))
    assert (beside.place.name, states(beside), beside.disagrees) == ("Camp Harrow", ["set_aside", "supports"], False)


def test_a_country_is_never_given_a_point() -> None:
    place = ruled(("a", nation("Arden", "XA"))).place
    assert (place.lat, place.lon, place.precision) == (None, None, "country")


def test_a_conservative_place_is_one_that_nobody_contradicts() -> None:
    towns = ("a", site("Oxley", 15.0, 20.0)), ("b", HARROW), ("c", HARROW)
    common = ruled(*towns, rules="conservative")
    assert (common.place.name, common.place.precision, common.place.lat) == ("North", "adm1", None)
    assert (common.disagrees, states(common)) == (True, ["supports"] * 3)
    agreed = ruled(("a", nation("Arden", "XA")), ("b", HARROW), rules="conservative")
    assert agreed.place.name == "Camp Harrow"
    abroad = ruled(("a", nation("Arden", "XA")), ("b", nation("Boria", "XB")), rules="conservative")
    assert abroad.place == PlaceValue()


def test_an_informative_place_is_the_most_precise_told() -> None:
    told = ("a", region("South")), ("b", region("South")), ("c", HARROW)
    assert ruled(*told).place.name == "South"
    assert ruled(*told, rules="informative").place.name == "Camp Harrow"


def test_a_spot_at_sea_goes_before_the_sea_around_it() -> None:
    sea = Said("place", PlaceValue(name="Grey Sea", kind="sea", precision="sea"), "the Grey Sea")
    spot = Said("place", PlaceValue(name="off Oxley", kind="sea", precision="sea", lat=14.0, lon=42.0), "off Oxley")
    told = ruled(("a", sea), ("b", spot))
    assert (told.place.name, told.disagrees) == ("off Oxley", False)
