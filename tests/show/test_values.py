import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.model import (
    ActorValue,
    CountValue,
    DateValue,
    EventTypeValue,
    Figure,
    MunitionValue,
    PlaceValue,
    ThingValue,
    Value,
    WeaponValue,
)
from annals.show.values import (
    date_note,
    date_words,
    figure_words,
    place_note,
    place_words,
    published_words,
    range_words,
    value_words,
)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure(state="reported", low=5, best=5, high=6), "5–6"),
        (Figure(state="reported", low=12, best=12), "≥12"),
        (Figure(state="reported", high=3), "≤3"),
        (Figure(state="reported", low=4, best=4, high=4), "4"),
        (Figure(state="reported", low=0, best=0, high=0), "0"),
        (Figure(state="unknown"), "?"),
        (Figure(), "–"),
    ],
)
def test_a_toll_never_says_more_than_is_known(figure: Figure, words: str) -> None:
    assert figure_words(figure) == words


@given(st.one_of(st.none(), st.integers(0, 9)), st.one_of(st.none(), st.integers(0, 9)))
def test_every_range_reads_differently(low: int | None, high: int | None) -> None:
    others = [(a, b) for a in (None, *range(10)) for b in (None, *range(10)) if (a, b) != (low, high)]

    assert range_words(low, high) not in {range_words(a, b) for a, b in others}


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2019-12-09", "2019-12-09", "9 Dec 2019"),
        ("2019-12-07", "2019-12-09", "7–9 Dec 2019"),
        ("2019-11-30", "2019-12-02", "30 Nov – 2 Dec 2019"),
        ("2019-12-30", "2020-01-02", "30 Dec 2019 – 2 Jan 2020"),
        ("2019-12-01", "2019-12-10", "early Dec 2019"),
        ("2019-12-11", "2019-12-20", "mid Dec 2019"),
        ("2020-02-21", "2020-02-29", "late Feb 2020"),
        ("2019-12-01", "2019-12-31", "Dec 2019"),
        ("2019-04-01", "2019-06-30", "Apr – Jun 2019"),
        ("2019-01-01", "2019-12-31", "2019"),
        ("2018-01-01", "2019-12-31", "2018–2019"),
        ("2019-10-27", None, "since 27 Oct 2019"),
        (None, "2019-10-27", "until 27 Oct 2019"),
        (None, None, "date unknown"),
        ("not a day", None, "date unknown"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(start: str | None, end: str | None, words: str) -> None:
    assert date_words(DateValue(start=start, end=end)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [("XXXX-03-17", "17 Mar, no year"), ("XXXX-03", "Mar, no year"), ("XXXX", "XXXX")],
)
def test_a_day_of_an_unknown_year_is_a_day_all_the_same(edtf: str, words: str) -> None:
    assert date_words(DateValue(edtf=edtf)) == words


def test_a_date_that_rests_on_the_publication_alone_says_so() -> None:
    value = DateValue(start="2019-12-09", end="2019-12-09", precision="day", basis="publication")

    assert date_words(value) == "by 9 Dec 2019"
    assert "publication date" in date_note(value)


def test_an_approximate_date_says_about() -> None:
    value = DateValue(edtf="2019-12-09~", start="2019-12-09", end="2019-12-09", precision="day")

    assert date_words(value) == "about 9 Dec 2019"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (PlaceValue(name="Taji", country="IQ", precision="town"), "Taji, Iraq"),
        (PlaceValue(name="Taji", country="IQ", precision="near_town"), "near Taji, Iraq"),
        (PlaceValue(name="Iraq", country="IQ", precision="country"), "Iraq"),
        (PlaceValue(country="IQ", precision="country"), "Iraq"),
        (PlaceValue(name="the old mill"), "the old mill"),
        (PlaceValue(), "place unknown"),
    ],
)
def test_a_place_comes_with_its_country(place: PlaceValue, words: str) -> None:
    assert place_words(place) == words


def test_a_places_note_says_how_far_it_can_be_trusted() -> None:
    assert place_note(PlaceValue(precision="town", radius_m=2500)) == "the town, within 2.5 km"
    assert place_note(PlaceValue(precision="country")) == "the country only"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (CountValue(low=0, high=0), "none"),
        (CountValue(low=5, high=5, group="soldiers"), "5 soldiers"),
        (CountValue(low=2, high=2, population="children", part=True), "2 (children) (a part)"),
        (CountValue(), "?"),
        (MunitionValue(low=24, high=24, weapon="rocket"), "24 rocket"),
        (WeaponValue(kind="roadside_bomb"), "roadside bomb"),
        (WeaponValue(kind="rocket", name="Grad", calibre_mm=122.0), "rocket (Grad, 122 mm)"),
        (WeaponValue(), "weapon unknown"),
        (ThingValue(name="a checkpoint", kind="military"), "a checkpoint (military)"),
        (EventTypeValue(event_type="Battles", sub_event_type="Armed clash"), "Armed clash"),
        (ActorValue(name="Northern Front"), "Northern Front"),
        (None, "nobody claimed it"),
    ],
)
def test_a_claims_value_in_words(value: Value | None, words: str) -> None:
    assert value_words(value) == words


def test_values_from_reports_cannot_steer_the_terminal() -> None:
    hostile = "\x1b[2J\u202ebase"
    for value in (
        PlaceValue(name=hostile),
        ThingValue(name=hostile, kind=hostile),
        ActorValue(name=hostile),
        CountValue(low=1, group=hostile),
        WeaponValue(kind="rocket", name=hostile),
        MunitionValue(low=1, weapon=hostile),
        EventTypeValue(sub_event_type=hostile),
    ):
        assert "\x1b" not in value_words(value)
        assert "\u202e" not in value_words(value)


@pytest.mark.parametrize(
    ("published", "words"),
    [
        ("2019-12-09", "9 Dec 2019"),
        ("2019-12-09T18:30:00+03:00", "9 Dec 2019"),
        ("2019-12", "Dec 2019"),
        ("2019-99", "2019-99"),
        ("yesterday", "yesterday"),
        (None, "undated"),
    ],
)
def test_a_publication_date_is_as_given(published: str | None, words: str) -> None:
    assert published_words(published) == words
