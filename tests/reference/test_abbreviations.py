import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.reference.abbreviations import spelled_out, stands_alone, state_of


@pytest.mark.parametrize(
    ("form", "name"), [("Ga.", "Georgia"), ("GA", "Georgia"), ("W.Va.", "West Virginia"), ("N.C", "North Carolina")]
)
def test_short_forms_of_states(form: str, name: str) -> None:
    state = state_of(form)
    assert state is not None
    assert state.name == name


def test_words_that_are_no_states_stay() -> None:
    assert state_of("ga") is None
    assert spelled_out("He was shot in Ore, they said") == "He was shot in Ore, they said"
    assert not stands_alone("IN")


def test_a_state_is_spelled_out_after_a_comma_alone() -> None:
    assert spelled_out("a bar in Macon, Ga., on Monday") == "a bar in Macon, Georgia state, United States, on Monday"
    assert spelled_out("LA") == "LA"
    assert spelled_out("D.C.") == "District of Columbia, United States"


@given(st.text(max_size=80))
def test_any_words_are_answered(words: str) -> None:
    assert isinstance(spelled_out(words), str)
