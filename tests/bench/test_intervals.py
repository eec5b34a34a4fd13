from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.intervals import bootstrap, scores, wilson


def mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


@pytest.mark.parametrize(
    ("right", "whole", "low", "high"),
    [(0, 10, 0.0, 0.278), (5, 10, 0.237, 0.763), (10, 10, 0.722, 1.0), (50, 100, 0.404, 0.596)],
)
def test_wilson_gives_the_known_values(right: int, whole: int, low: float, high: float) -> None:
    assert wilson(right, whole) == pytest.approx((low, high), abs=0.001)


def test_no_cases_have_no_interval() -> None:
    assert wilson(0, 0) is None
    assert bootstrap([], mean) is None


@given(st.integers(1, 200).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_the_share_lies_within_its_interval(case: tuple[int, int]) -> None:
    right, whole = case
    interval = wilson(right, whole)
    assert interval is not None
    assert -1e-9 <= interval[0] - 1e-9 <= right / whole <= interval[1] + 1e-9 <= 1 + 2e-9


def test_more_cases_make_a_bootstrap_interval_narrower() -> None:
    few, many = bootstrap([0.0, 1.0] * 10, mean), bootstrap([0.0, 1.0] * 200, mean)
    assert few is not None
    assert many is not None
    assert few[0] < many[0] < 0.5 < many[1] < few[1]


def test_the_same_units_give_the_same_interval() -> None:
    units = [0.0, 0.2, 0.9, 0.4]
    assert bootstrap(units, mean) == bootstrap(units, mean)


def test_rounds_without_a_value_are_left_out() -> None:
    assert bootstrap([1.0, 2.0], lambda drawn: None if min(drawn) == 1.0 else mean(drawn)) == (2.0, 2.0)
    assert bootstrap([1.0], lambda _: None) is None


def test_scores_of_nothing_are_unknown_not_zero() -> None:
    assert scores(0, 0, 0) == (None, None, None)
    assert scores(0, 3, 0) == (0.0, None, 0.0)
