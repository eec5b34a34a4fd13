"""Which mentions are worth comparing."""

import pytest

from annals.link.blocks import comparable
from annals.link.profile import Profile, profile_of, story
from tests.mentions import Said, days, mention, site

HERE, FAR_OFF = site("Camp Harrow", 10.0, 20.0), site("Oxley", -30.0, 60.0)
NAMES = ("quillon", "vexworth", "zanderby")
"""Surnames that no table knows."""


def told(report: str, when: str, names: int, where: Said = HERE, published: str | None = None) -> Profile:
    """A mention of a day that was worked out, in a report with so many of the surnames."""
    words = story(dict.fromkeys((*NAMES[:names], "police", "killed", "house", "street", "harrow"), 1))
    said = mention(report, days(when, when), where)
    return profile_of(said, origin=report, published=published, words=words, news=True)


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (told("b", "2020-03-03", 0), True),
        (told("b", "2020-03-03", 0, FAR_OFF), False),
        (told("b", "2020-03-03", 1, FAR_OFF), True),
        (told("b", "2020-03-20", 1), True),
        (told("b", "2020-03-20", 1, FAR_OFF), False),
        (told("b", "2020-03-20", 0), False),
    ],
)
def test_days_places_and_a_rare_word_stand_in_for_each_other(other: Profile, found: bool) -> None:
    first = told("a", "2020-03-02", 1)
    assert comparable(first, other) == comparable(other, first) == found


@pytest.mark.parametrize(
    ("names", "published", "found"), [(1, "2020-09-04", False), (2, "2020-09-04", True), (1, "2020-03-09", True)]
)
def test_days_far_apart_ask_for_more_rare_words_or_for_reports_that_came_out_together(
    names: int, published: str, found: bool
) -> None:
    first = told("a", "2020-03-02", 3, published="2020-03-04")
    assert comparable(first, told("b", "2019-09-02", names, published=published)) == found


def test_a_mention_is_not_found_by_the_names_of_its_places() -> None:
    assert "harrow" not in told("a", "2020-03-02", 1).marks
