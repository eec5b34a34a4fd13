import pytest

from annals.collect.report import report_of
from annals.model import Report

STORY = "A grenade hurt two shoppers in the covered market on Sunday, the guard said."
HEAD = "Grenade in market\n\n"


def report(text: str, published: str | None = None) -> Report:
    return report_of(text=text, raw=text.encode(), title="Grenade in market", published=published)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "June 12, 2023. " + STORY,
        HEAD + "MULTAN, 12 June 2023 - " + STORY,
        HEAD + "MULTAN (Agency, June 12 2023) - " + STORY,
        HEAD + "MULTAN (Agency) - June 12, 2023: " + STORY,
        HEAD + "Multan: 12 June 2023: " + STORY,
        HEAD + "MULTAN, 2023-06-12 (Agency) - " + STORY,
        HEAD + "[12 June 2023] " + STORY,
        HEAD + "Posted: 12 Jun 2023\nLast updated: 19 Jun 2023\n\n" + STORY,
        HEAD + "Monday 12 June 2023\n\n" + STORY,
        HEAD + "By Ann Example | Updated 12 June 2023 14:05 GMT\n\n" + STORY,
        HEAD + "By Ann Example June 12, 2023\n\n" + STORY,
        HEAD + "Example News, 12 June 2023, 14:20 BST\n\n" + STORY,
        HEAD + STORY + "\n\nPublished in The Example, June 12th, 2023",
        HEAD + "2023-06-12T14:20:00Z\n\n" + STORY,
        HEAD + "MULTAN, Pakistan \u2014 June 12, 2023 \u2014 " + STORY,
        HEAD + "MULTAN, 12 June 2023 - " + STORY + "\n\nKARACHI, 10 June 2023 - Nobody was hurt in a second blast.",
    ],
)
def test_a_day_told_in_full_at_the_head_is_the_day_of_publication(text: str) -> None:
    found = report(text)
    assert found.published == "2023-06-12"
    (region,) = [r for r in found.regions if r.published]
    assert region.published == "2023-06-12"
    assert "12" in found.text[region.start : region.end]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "MULTAN, June 12 - " + STORY,
        HEAD + "Published: 04/11/2023\n\n" + STORY,
        HEAD + "Tuesday 12 June 2023\n\n" + STORY,
        HEAD + "12 June 2023 was a black day for the town. " + STORY,
        HEAD + "The grenade of 12 June 2023\n\n" + STORY,
        HEAD + "A study, published on 12 June 2023, counts the dead. " + STORY,
        HEAD + "12 June 2023\n\n" + STORY + "\n\n19 June 2023\n\nGunmen shot at a bus.",
        HEAD + "MULTAN, 12 June 2023 - " + STORY + "\n\nKARACHI, 10 May 2023 - Nobody was hurt in a second blast.",
        HEAD + STORY,
    ],
)
def test_other_days_are_not(text: str) -> None:
    found = report(text)
    assert found.published is None
    assert not [r for r in found.regions if r.published]


@pytest.mark.parametrize("given", ["2023-06-14", "2023-06", "2023-06-14T08:00Z"])
def test_a_day_that_was_given_wins(given: str) -> None:
    found = report(HEAD + "MULTAN, 12 June 2023 - " + STORY, published=given)
    assert found.published == given
    assert not [r for r in found.regions if r.published]


def test_regions_stay_in_order_and_the_id_is_that_of_what_was_given() -> None:
    text = HEAD + STORY + "\n\nPublished in The Example, June 12th, 2023\n\nFollow us on X"
    found = report(text)
    ends = [0, *(r.end for r in found.regions)]
    assert all(end <= region.start for end, region in zip(ends, found.regions, strict=False))
    assert found.report_id != report(text, published="2023-06-12").report_id


@pytest.mark.parametrize(
    ("title", "published"),
    [
        ("DAILY UPDATE - RED SEA - 12 JUNE 2023", "2023-06-12"),
        ("Situation report no. 3, 12 June 2023", "2023-06-12"),
        ("The day of 12 June 2023 remembered", None),
    ],
)
def test_the_headline_of_an_issue_bears_its_day(title: str, published: str | None) -> None:
    text = f"{title}\n\n{STORY}"
    assert report_of(text=text, raw=text.encode(), title=title).published == published
