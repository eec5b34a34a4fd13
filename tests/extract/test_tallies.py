"""Counts of events that a report states."""

import pytest

from .conftest import Read

BOMB = "A car bomb killed six people in Mogadishu on Monday. "


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It was the third attack in a week and the ninth this year.", ["third", "ninth"]),
        ("Dozens of bombings have hit the city since January.", ["Dozens"]),
        ("It was the first time since 2011 that the harbour had been attacked.", ["first"]),
        ("That brings to six the number of ships attacked off the coast since May.", ["six"]),
        ("Militants have struck the harbour at least 12 times this year.", ["at least 12"]),
        ("The command has disclosed 63 strikes in Somalia last year, 47 the year before.", ["63", "47"]),
        ("The second attack killed a guard.", []),
        ("Attacks have killed 90 people since January.", []),
        ("Of the 20 wounded, four of them were children.", []),
    ],
)
def test_what_counts_events_is_a_tally(read: Read, text: str, words: list[str]) -> None:
    assert [t.words for t in read(BOMB + text).tallies] == words


def test_the_window_is_kept_in_the_report_s_words(read: Read) -> None:
    assert [t.window for t in read(BOMB + "It was the fourth such attack in three days.").tallies] == ["in three days"]
