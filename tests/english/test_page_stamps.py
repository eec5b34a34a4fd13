"""Lines that say when a page was put up, told from times of events."""

import pytest

from annals.english.page_stamps import first_put_up, is_page_stamp
from annals.english.times import find_times


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("Shots at a market - KXYZ Posted: Friday, 4 July 2014 6:10 PM", True),
        ("Last updated: 3 May 2019", True),
        ("Updated May 3, 2019 at 10 a.m.", True),
        ("Two guards were hurt.\n\nADDED MAY 10: A third was found dead.", True),
        ("Correction (10 May): The guard was not hurt.", True),
        ("Update, May 10: a third guard has died.", True),
        ("The army added on Friday that a third guard had been shot.", False),
        ("He posted a threat on Friday.", False),
        ("The list, published on Friday, names forty dead.", False),
        ("A guard was shot on Friday, 4 July 2014.", False),
    ],
)
def test_a_stamp_of_the_page_dates_no_event(text: str, stamp: bool) -> None:
    time = next(t for t in find_times(text) if t.kind in ("date", "weekday"))
    assert is_page_stamp(text, time.start, time.end) is stamp


def test_when_a_page_was_first_put_up() -> None:
    text = "Created: 3 May 2019. Updated: 9 May 2019. Two men were shot on Thursday."
    assert [text[start:end] for start, end in first_put_up(text)] == ["3 May 2019"]
