"""Figures of harm of one event beside each other."""

import pytest

from annals.extract.harm_figures import together
from annals.model import Finding, Quote, Reading, Telling


def read(text: str, *figures: tuple[str, str, bool]) -> list[tuple[str, str, bool]]:
    """The figures (field, words, part) of one event that stay, told in `text`."""
    findings = []
    for field, words, part in figures:
        at = text.index(words)
        quote = Quote.of(text, at, at + len(words))
        findings.append(Finding(field=field, words=words, quote=quote, part=part))  # type: ignore[arg-type]
    start = Quote.of(text, 0, 1)
    telling = Telling(trigger=start, sentence=start, sub_event_type="Attack", findings=tuple(findings))
    reading = together(Reading(report_id="r1", reader="test", tellings=(telling,)), text)
    return [(f.field, f.words, f.part) for f in reading.tellings[0].findings]


@pytest.mark.parametrize(
    "text",
    [
        "Four people were shot and one person died.",
        "Four shot at a party; one person died.",
        "Four men hit by gunfire, one person died.",
    ],
)
def test_those_shot_are_not_the_wounded_where_some_died(text: str) -> None:
    figures = (("wounded", "Four", False), ("killed", "one person", False))
    assert read(text, *figures) == [("killed", "one person", False)]


@pytest.mark.parametrize(
    "text",
    ["Four people were shot and wounded; one person died.", "Four people were injured and one person died."],
)
def test_those_said_to_be_hurt_are_the_wounded(text: str) -> None:
    figures = (("wounded", "Four", False), ("killed", "one person", False))
    assert read(text, *figures) == list(figures)


def test_those_shot_are_the_wounded_where_nobody_died() -> None:
    assert read("Four people were shot. No deaths.", ("wounded", "Four", False), ("killed", "No deaths", False)) == [
        ("wounded", "Four", False),
        ("killed", "No deaths", False),
    ]


def test_attackers_are_the_toll_where_they_alone_came_to_harm() -> None:
    alone = read("Guards killed two gunmen.", ("killed", "two gunmen", True))
    assert alone == [("killed", "two gunmen", False)]
    text = "Guards killed two gunmen; three clerks were hurt."
    beside = read(text, ("killed", "two gunmen", True), ("wounded", "three clerks", False))
    assert beside == [("killed", "two gunmen", True), ("wounded", "three clerks", False)]
    part = read("Two of the dead were soldiers.", ("killed", "Two of the dead", True))
    assert part == [("killed", "Two of the dead", True)]


def test_who_died_of_the_event_later_is_a_part_of_its_toll() -> None:
    text = "A policeman hurt in the blast succumbed. It had killed two."
    figures = (("killed", "A policeman hurt in the blast succumbed", False), ("killed", "two", False))
    assert read(text, *figures) == [("killed", figures[0][1], True), ("killed", "two", False)]
    assert read(text, figures[0]) == [figures[0]]


def test_one_shot_in_the_leg_is_wounded_whoever_died() -> None:
    text = "A man was shot in the leg. Hours later a boy died."
    figures = (("wounded", "A man", False), ("killed", "a boy", False))
    assert read(text, *figures) == list(figures)


@pytest.mark.parametrize(
    ("text", "counted", "part"),
    [
        ("The clinic admitted five men and treated a sixth.", ("wounded", "five"), True),
        ("The clinic admitted two men and treated a sixth.", ("wounded", "two"), False),
        ("Five men died and a sixth was hurt.", ("killed", "Five"), False),
    ],
)
def test_one_counted_on_from_others_is_a_part_of_the_same_harm(
    text: str, counted: tuple[str, str], *, part: bool
) -> None:
    assert read(text, (*counted, False), ("wounded", "a sixth", False))[-1] == ("wounded", "a sixth", part)


def test_five_and_a_sixth_are_parts_of_the_six_that_are_told() -> None:
    text = "Six were hurt. The clinic admitted five men, while a sixth was treated on the spot."
    figures = (("wounded", "Six", False), ("wounded", "five", False), ("wounded", "a sixth", False))
    assert read(text, *figures) == [figures[0], ("wounded", "five", True), ("wounded", "a sixth", True)]
