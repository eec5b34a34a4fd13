"""Tolls that a report tells of several of its events at once."""

import pytest

from annals.extract.shared_tolls import own_tolls
from annals.model import Finding, Quote, Reading, Telling


def kept(text: str, *tellings: list[tuple[str, str]]) -> list[list[str]]:
    """The words of the figures that stay, of events told by (field, words), the words standing once in `text`."""
    made = []
    for figures in tellings:
        findings = []
        for field, words in figures:
            at = text.index(words)
            quote = Quote.of(text, at, at + len(words))
            findings.append(Finding(field=field, words=words, quote=quote))  # type: ignore[arg-type]
        start = Quote.of(text, 0, 1)
        made.append(Telling(trigger=start, sentence=start, sub_event_type="Attack", findings=tuple(findings)))
    reading = own_tolls(Reading(report_id="r1", reader="test", tellings=tuple(made)), text)
    return [[f.words for f in t.findings] for t in reading.tellings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three attacks killed 19. A bomb killed 11. Gunmen killed five. A mine killed three.", ["11"]),
        # One attack, and what others add to it.
        ("The attack killed 19. A bomb killed 11. Gunmen killed five. A mine killed three.", ["19", "11"]),
        # It is the sum of no others.
        ("Three attacks killed 20. A bomb killed 11. Gunmen killed five. A mine killed three.", ["20", "11"]),
    ],
)
def test_the_sum_of_several_events_is_the_toll_of_none(text: str, expected: list[str]) -> None:
    total = "20" if "20" in text else "19"
    told = kept(text, [("killed", total), ("killed", "11")], [("killed", "five")], [("killed", "three")])
    assert told == [expected, ["five"], ["three"]]


def test_separate_events_share_no_toll() -> None:
    text = "Two separate shootings left one dead and six hurt. A man died in Gary. Hours later six were shot at a bar."
    first = [("killed", "one"), ("wounded", "six"), ("killed", "A man")]
    assert kept(text, first, [("wounded", "six were")]) == [["A man"], ["six were"]]


def test_separate_events_told_one_by_one_keep_their_tolls() -> None:
    text = "In separate attacks gunmen killed nine in Gao and a mine killed four in Kidal."
    assert kept(text, [("killed", "nine")], [("killed", "four")]) == [["nine"], ["four"]]


def test_a_report_of_one_event_keeps_all() -> None:
    text = "Two separate shootings left one dead."
    assert kept(text, [("killed", "one")]) == [["one"]]
