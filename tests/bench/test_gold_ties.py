"""The lists of ties and responses: large enough, sound, and read well."""

import pytest

from bench.gold_lists import Marked
from bench.gold_ties import RESPONSES, TIES, cases, marked


@pytest.fixture(scope="module")
def lists() -> dict[str, Marked]:
    return {one.name.partition(" ")[0]: one for one in marked()}


def f1(one: Marked, half: str) -> float:
    """Harmonic mean of right of what is wanted and right of what was read."""
    right, whole = one.parts[half]
    invented = one.parts[f"{half}, invented"][1]
    return 2 * right / (whole + right + invented)


def test_the_lists_are_large_and_half_of_each_is_held_back() -> None:
    ties, responses = cases(TIES), cases(RESPONSES)
    assert len(ties) >= 40
    assert sum(not case["links"] for case in ties) >= len(ties) * 0.3
    assert sum(len(case["responses"]) for case in responses) >= 60
    for some in (ties, responses):
        assert sum(case["half"] == "held back" for case in some) * 2 == len(some)
    for case in ties:
        assert all(case["reports"][r][s:e].strip() for spans in case["events"].values() for r, s, e in spans)


def test_ties_are_found(lists: dict[str, Marked]) -> None:
    assert f1(lists["ties"], "tuning") >= 0.6
    assert f1(lists["ties"], "held back") >= 0.4


def test_responses_are_found(lists: dict[str, Marked]) -> None:
    assert f1(lists["responses"], "tuning") >= 0.9
    assert f1(lists["responses"], "held back") >= 0.72
