from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.errors import UsageError
from annals.model import Incident
from annals.store.browse import FACETS, NONE, Browse, Query
from tests.cases import cases
from tests.store.browse import naive

DAYS = st.one_of(
    st.dates().map(str),
    st.integers(1990, 2030).map(str),
    st.tuples(st.integers(1990, 2030), st.integers(1, 12)).map(lambda pair: f"{pair[0]}-{pair[1]:02}"),
    st.just("2020-02-31"),
)
DEGREES = st.tuples(st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90)).map(
    lambda b: (b[0], min(b[1], b[3]), b[2], max(b[1], b[3]))
)


@st.composite
def queries(draw: Any, known: dict[str, list[str]]) -> Query:
    """A query that asks for one to three things, mostly for values that there are."""
    asked: dict[str, Any] = {}
    for name in draw(
        st.lists(st.sampled_from([*FACETS, "since", "until", "mapped", "min_reports", "bounds"]), max_size=3)
    ):
        if name in FACETS:
            asked[name] = tuple(
                draw(st.lists(st.sampled_from([*known[name], NONE, "nonsense"]), min_size=1, max_size=3))
            )
        elif name in {"since", "until"}:
            asked[name] = draw(DAYS)
        elif name == "bounds":
            asked[name] = draw(DEGREES)
        else:
            asked[name] = draw(st.booleans()) if name == "mapped" else draw(st.integers(1, 40))
    if "actor" in asked and draw(st.booleans()):
        asked["standing"] = ("blamed", "perpetrator/denied")
    return Query(**asked)


@pytest.fixture(scope="module")
def known(incidents: list[Incident]) -> dict[str, list[str]]:
    return {f: sorted({value for i in incidents for value in naive.values(f, i)}) for f in FACETS}


@given(data=st.data())
@cases(150)
def test_a_query_picks_what_it_says_in_words(
    browse: Browse, incidents: list[Incident], known: dict[str, list[str]], data: st.DataObject
) -> None:
    query = data.draw(queries(known))
    expected = [incident for incident in incidents if naive.picks(query, incident)]
    assert [i.incident_id for i in browse.each(query)] == [i.incident_id for i in expected]
    assert browse.count(query) == len(expected)


@given(data=st.data())
@cases(40)
def test_each_facet_is_counted_under_all_choices_but_its_own(
    browse: Browse, incidents: list[Incident], known: dict[str, list[str]], data: st.DataObject
) -> None:
    query = data.draw(queries(known))
    for facet in browse.facets(query, most=1000):
        others = query.without(facet.name)
        left = [incident for incident in incidents if naive.picks(others, incident)]
        counts = {value.value: value.count for value in facet.values}
        expected = {v: sum(v in naive.values(facet.name, i) for i in left) for v in known[facet.name]}
        chosen = getattr(query, facet.name)
        assert counts == {v: n for v, n in expected.items() if n} | {v: expected.get(v, 0) for v in chosen}
        assert {value.value for value in facet.values if value.chosen} == set(chosen)


def test_a_facet_shows_its_commonest_values_and_all_that_are_chosen(
    browse: Browse, known: dict[str, list[str]]
) -> None:
    rare = min(known["country"], key=lambda code: (browse.count(Query(country=(code,))), code))
    (facet,) = browse.facets(Query(country=(rare,)), most=3, names=["country"])
    assert rare in [value.value for value in facet.values]
    assert len(facet.values) == 4
    assert facet.more == len(known["country"]) - 4


def test_days_at_the_ends_of_the_calendar_are_no_fault(browse: Browse) -> None:
    for day in ("0000", "0001", "9999", "9999-12-31", "0000-02-30"):
        assert browse.count(Query(since=day)) + browse.count(Query(until=day)) >= 0


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ({"since": "yesterday"}, "is not a day"),
        ({"bounds": (0.0, 50.0, 10.0, 40.0)}, "south 50.0 is north"),
        ({"bounds": (0.0, 0.0, 500.0, 40.0)}, "are not degrees"),
        ({"standing": ("blamed",)}, "give actor too"),
    ],
)
def test_a_question_that_makes_no_sense_is_a_sentence(asked: dict[str, Any], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        Query(**asked)


def test_the_same_question_is_the_same_value() -> None:
    assert Query().asks_nothing
    assert not Query(text="fire").asks_nothing
    assert msgspec.convert({"country": ["IQ"]}, Query) == Query(country=("IQ",))
