import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.harmonise.place_choice import apart_km
from annals.harmonise.places import PlaceContext, context_of, resolve_place
from annals.model.values import PlaceValue
from annals.reference.gazetteer import Gazetteer

GOLD = Path(__file__).with_name("places.csv")


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open() as opened:
        yield opened


def gold() -> list[dict[str, str]]:
    with GOLD.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


@pytest.mark.parametrize("row", gold(), ids=lambda row: f"{row['phrase']} [{row['names']}]")
def test_phrases_of_many_countries(gazetteer: Gazetteer, row: dict[str, str]) -> None:
    context = PlaceContext(names=split(row["names"]), countries=split(row["countries"]))
    value = resolve_place(row["phrase"], context=context, gazetteer=gazetteer)
    assert (value.country or "") == row["country"]
    if not row["lat"]:
        assert value.lat is None
        assert value.lon is None
        assert value.radius_m is None
        return
    assert value.lat is not None
    assert value.lon is not None
    assert apart_km(value.lat, value.lon, float(row["lat"]), float(row["lon"])) <= float(row["tolerance_km"])


def read(gazetteer: Gazetteer, words: str, *names: str, countries: tuple[str, ...] = ()) -> PlaceValue:
    return resolve_place(words, context=PlaceContext(names=names, countries=countries), gazetteer=gazetteer)


def test_precision_is_as_the_words_have_it(gazetteer: Gazetteer) -> None:
    told = {
        "the Green Zone in Baghdad": "site",
        "Mosul": "town",
        "near Mosul": "near_town",
        "20 km north of Mosul": "near_town",
        "Anbar province": "adm1",
        "northern Iraq": "country",
        "the Strait of Hormuz": "sea",
        "somewhere else": "unknown",
    }
    seen = {words: read(gazetteer, words, "Baghdad", countries=("IQ",)).precision for words in told}
    assert seen == told


def test_near_is_wider_than_in(gazetteer: Gazetteer) -> None:
    within = read(gazetteer, "Mosul", countries=("IQ",)).radius_m or 0
    near = read(gazetteer, "a village near Mosul", countries=("IQ",)).radius_m or 0
    assert near >= within + 10_000


def test_disputed_land_follows_the_words(gazetteer: Gazetteer) -> None:
    assert read(gazetteer, "Sevastopol, Crimea").country == "UA"
    assert read(gazetteer, "Sevastopol, Russia").country == "RU"


def test_a_name_that_no_evidence_decides_stays_open(gazetteer: Gazetteer) -> None:
    same_country = read(gazetteer, "Springfield", countries=("US",))
    assert (same_country.country, same_country.precision, same_country.lat) == ("US", "country", None)
    foreign_hamlet = read(gazetteer, "Zapote", "Baghdad", "Mosul", countries=("IQ",))
    assert (foreign_hamlet.name, foreign_hamlet.country, foreign_hamlet.precision) == ("Zapote", None, "unknown")


def test_troops_do_not_place_a_base(gazetteer: Gazetteer) -> None:
    assert (
        read(gazetteer, "a base that houses American soldiers", "Baghdad", countries=("IQ", "US")).precision
        == "unknown"
    )
    assert read(gazetteer, "a US base in Syria", countries=("US", "SY")).country == "SY"


def test_a_dateline_decides(gazetteer: Gazetteer) -> None:
    context = PlaceContext(dateline="BEIRUT, Lebanon")
    assert resolve_place("Tripoli", context=context, gazetteer=gazetteer).country == "LB"


def test_context_counts_names_and_demonyms(gazetteer: Gazetteer) -> None:
    context = context_of(["Iraqi", "Baghdad", "Iraq", "Syria", "Iraqi"], gazetteer=gazetteer, dateline="BAGHDAD")
    assert context.countries == ("IQ", "SY")
    assert context.names == ("Baghdad", "Iraq", "Syria")


@given(st.text(max_size=400), st.lists(st.text(max_size=20), max_size=4))
def test_any_words_give_a_value(gazetteer: Gazetteer, words: str, names: list[str]) -> None:
    value = resolve_place(words, context=PlaceContext(names=tuple(names)), gazetteer=gazetteer)
    assert (value.lat is None) == (value.lon is None) == (value.radius_m is None)
    assert value.precision not in {"country", "adm1", "unknown"} or value.lat is None


_PIECES = st.sampled_from(
    ["20 km", "north of", "near", "off the coast of", "the", "Iraqi", "border", "between", "and", "Mosul", "Syria's",
     ",",
     "province", "of", "in", "US", "base", "capital", "(12 miles)", "Tripoli", "'s", "Georgia", "suburb", "Gulf", "-"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=9))
def test_any_order_of_place_words_gives_a_value(gazetteer: Gazetteer, pieces: list[str]) -> None:
    value = read(gazetteer, " ".join(pieces), "Baghdad", countries=("IQ",))
    assert (value.lat is None) == (value.radius_m is None)


def test_a_region_may_have_a_direction_in_its_name(gazetteer: Gazetteer) -> None:
    told = {
        "West Bengal state": "West Bengal",
        "the volatile North Kivu province": "North Kivu",
        "Sudan's South Kordofan state": "South Kordofan",
        "East Java province": "East Java",
        "northern Kaduna state": "Kaduna",
        "Wash.": "Washington",
    }
    seen = {words: read(gazetteer, words) for words in told}
    assert {words: value.name for words, value in seen.items()} == told
    assert {value.precision for value in seen.values()} == {"adm1"}


def test_nautical_miles_lead_to_sea(gazetteer: Gazetteer) -> None:
    value = read(gazetteer, "67 nautical miles southwest of Hodeidah", "Yemen", countries=("YE",))
    assert (value.kind, value.precision, value.country) == ("sea", "sea", None)
    assert value.lat is not None
    assert value.lon is not None
    assert 110 < apart_km(value.lat, value.lon, 14.80, 42.95) < 140


def test_streets_are_named_after_other_places(gazetteer: Gazetteer) -> None:
    assert read(gazetteer, "Baltimore Avenue", "Cincinnati", countries=("US",)).precision == "unknown"
    assert read(gazetteer, "Baltimore Avenue in Cincinnati", countries=("US",)).name == "Cincinnati"


def test_the_outlet_tells_namesakes_apart(gazetteer: Gazetteer) -> None:
    at_home = PlaceContext(countries=("US",), url="https://www.ledger-enquirer.com/news/1")
    assert resolve_place("Columbus", context=at_home, gazetteer=gazetteer).admin1 == "Georgia"
    abroad = PlaceContext(countries=("US",), publisher="The Columbus Dispatch", url="https://www.dispatch.com/1")
    assert resolve_place("Columbus", context=abroad, gazetteer=gazetteer).admin1 == "Ohio"


@given(st.lists(_PIECES, max_size=5), st.sampled_from(["Kyiv", "Maiduguri", "Taji air base", "Smith County, Texas"]))
def test_more_of_the_same_report_moves_no_right_place(gazetteer: Gazetteer, pieces: list[str], words: str) -> None:
    """Monotone: what else a report of the same country says leaves a place that was found where it was."""
    countries = {"Kyiv": "UA", "Maiduguri": "NG", "Taji air base": "IQ"}
    home = countries.get(words, "US")
    alone = read(gazetteer, words, countries=(home,))
    more = PlaceContext(names=(*pieces, words), countries=(home,))
    found = resolve_place(words, context=more, gazetteer=gazetteer)
    assert (found.name, found.lat, found.lon) == (alone.name, alone.lat, alone.lon)


def test_the_gulf_is_the_one_that_english_means(gazetteer: Gazetteer) -> None:
    value = resolve_place("the Gulf", context=PlaceContext(), gazetteer=gazetteer)
    assert (value.name, value.precision, value.country) == ("Persian Gulf", "sea", None)


def test_a_large_towns_own_name_goes_before_an_old_name_of_another(gazetteer: Gazetteer) -> None:
    value = resolve_place("Islamabad", context=PlaceContext(), gazetteer=gazetteer)
    assert (value.country, value.precision) == ("PK", "town")


@pytest.mark.parametrize(
    "words", ["the Kaduna-Abuja highway", "Kaduna to Abuja road", "highway linking Kaduna and Abuja"]
)
def test_a_road_is_a_stretch_between_its_ends(gazetteer: Gazetteer, words: str) -> None:
    value = resolve_place(words, context=PlaceContext(), gazetteer=gazetteer)
    assert value.country == "NG"
    assert value.precision == "adm2"
    assert value.radius_m is not None
    assert value.radius_m > 80_000


def test_new_is_a_part_of_a_name(gazetteer: Gazetteer) -> None:
    context = context_of(["Roswell", "N.M."], gazetteer=gazetteer)
    value = resolve_place("New Mexico State", context=context, gazetteer=gazetteer)
    assert (value.admin1, value.country, value.precision) == ("New Mexico", "US", "adm1")


def test_a_street_that_only_a_foreign_town_bears_does_not_move_a_local_report(gazetteer: Gazetteer) -> None:
    told = ["Los Angeles", "Calif.", "Pacoima", "Dronfield"]
    value = resolve_place("Dronfield", context=context_of(told, gazetteer=gazetteer), gazetteer=gazetteer)
    assert value.country != "GB"


def test_a_quarter_is_not_the_small_town_of_another_state(gazetteer: Gazetteer) -> None:
    told = ["Chattanooga", "Tenn.", "East Lake"]
    value = resolve_place("East Lake", context=context_of(told, gazetteer=gazetteer), gazetteer=gazetteer)
    assert value.admin1 != "Florida"


@pytest.mark.parametrize("words", ["Rafah in Gaza", "Rafah, Gaza", "a house in Rafah in the Gaza Strip"])
def test_a_region_may_be_told_by_the_town_that_it_is_called_after(gazetteer: Gazetteer, words: str) -> None:
    value = resolve_place(words, context=PlaceContext(), gazetteer=gazetteer)
    assert (value.name, value.country, value.precision) == ("Rafah", "PS", "town")


def test_the_towns_name_is_the_regions_where_other_towns_of_it_are_told(gazetteer: Gazetteer) -> None:
    told = context_of(["Rafah", "the Gaza Strip", "Gaza"], gazetteer=gazetteer)
    assert resolve_place("Gaza", context=told, gazetteer=gazetteer).precision == "adm1"
    assert resolve_place("Gaza City", context=told, gazetteer=gazetteer).precision == "town"
    alone = context_of(["Palestinian", "Gaza"], gazetteer=gazetteer)
    assert resolve_place("Gaza", context=alone, gazetteer=gazetteer).precision == "town"


def test_a_region_of_another_land_holds_nothing(gazetteer: Gazetteer) -> None:
    words = "Deir al-Balah in the Central Governorate, in the Gaza Strip"
    value = resolve_place(words, context=PlaceContext(), gazetteer=gazetteer)
    assert (value.name, value.country) == ("Deir al-Balah", "PS")


def test_nautical_miles_from_a_coast_are_at_sea(gazetteer: Gazetteer) -> None:
    far = resolve_place("40 nautical miles south of Bayelsa", context=PlaceContext(), gazetteer=gazetteer)
    assert (far.precision, far.country, far.lat) == ("sea", None, None)
    near = resolve_place("5 nautical miles off Somalia", context=PlaceContext(), gazetteer=gazetteer)
    assert (near.precision, near.country) == ("sea", "SO")


def test_a_state_that_is_told_in_short_is_not_the_country_of_its_name(gazetteer: Gazetteer) -> None:
    told = context_of(["Waycross", "Ga.", "Georgia"], gazetteer=gazetteer)
    assert told.countries == ("US",)
    assert context_of(["Georgia"], gazetteer=gazetteer).countries == ("GE",)


@pytest.mark.parametrize(
    ("words", "around", "country", "kind"),
    [
        ("Singapore Strait", "Malaysia", None, "sea"),
        ("the Strait of Sicily", "Tunisia", None, "sea"),
        ("Basilan island", "Philippines", "PH", "island"),
        ("Sulawesi", "Indonesia", "ID", "island"),
        ("Djerba", "Tunisia", "TN", "island"),
    ],
)
def test_straits_and_islands_are_known(
    gazetteer: Gazetteer, words: str, around: str, country: str | None, kind: str
) -> None:
    value = read(gazetteer, words, around)
    assert (value.country, value.kind) == (country, kind)


def test_the_head_of_a_romance_name_is_no_place(gazetteer: Gazetteer) -> None:
    assert read(gazetteer, "Gare de Vaise", "France").precision == "unknown"
    assert read(gazetteer, "Hopital de Mopti", "Mali").name == "Mopti"


def test_a_town_of_the_state_named_is_not_its_namesake_across_the_river(gazetteer: Gazetteer) -> None:
    value = read(gazetteer, "Manchester, Ill.", "St. Louis", countries=("US",))
    assert (value.admin1, value.precision) == ("Illinois", "adm1")


def test_a_hamlet_on_no_map_has_the_region_that_the_report_is_about(gazetteer: Gazetteer) -> None:
    value = read(gazetteer, "Country Club", "Topeka", "Kansas", countries=("US",))
    assert (value.name, value.admin1, value.precision, value.lat) == ("Country Club", "Kansas", "adm1", None)


def test_the_home_of_the_outlet_alone_places_no_hamlet(gazetteer: Gazetteer) -> None:
    context = context_of(["Country Club"], gazetteer=gazetteer, url="http://www.wtvm.com/story/1")
    value = resolve_place("Country Club", context=context, gazetteer=gazetteer)
    assert value.admin1 != "Georgia"


@pytest.mark.parametrize(
    ("words", "name", "precision"),
    [
        ("Somalia's capital", "Mogadishu", "town"),
        ("capital of Nigeria", "Abuja", "town"),
        ("northern Indian Ocean", "Indian Ocean", "sea"),
        ("the Indian town of Leh", "Leh", "town"),
    ],
)
def test_capitals_and_seas_by_a_lands_name(gazetteer: Gazetteer, words: str, name: str, precision: str) -> None:
    value = resolve_place(words, context=context_of([], gazetteer=gazetteer), gazetteer=gazetteer)
    assert (value.name, value.precision) == (name, precision)
