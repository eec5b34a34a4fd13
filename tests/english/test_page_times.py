"""Times of a page that are none of its news."""

import pytest

from annals.english.page_times import is_page_time
from annals.english.times import find_times


@pytest.mark.parametrize(
    ("text", "of_page"),
    [
        ("Posted: Friday, 4 July 2014. Two men were shot.", True),
        ("One killed at the mill. \u2014 Jo Tal (@jotal) July 4, 2014", True),
        ("Read or share this: http://example.org/news/2014/07/04/mill", True),
        ("Watch the whole interview on Friday.", True),
        ("We will have more tonight on Channel 9 News.", True),
        ("We will have more tonight at 6 on KXYZ News.", True),
        ("He was in custody as of Friday.", True),
        ("A photo taken Friday shows the mill.", True),
        ("Two men were shot on Friday.", False),
        ("Footage taken on Friday shows the strike.", False),
        ("A channel of the river was mined on Friday on both banks.", False),
        ("Human Rights Watch said gunmen killed nine on Friday.", False),
        ("Watch towers were burnt on Friday.", False),
        ("He told Sky News at the scene on Friday that two were shot.", False),
        ("A driver was killed on Friday on Radio Road.", False),
        ("Rockets fell on Friday on Radio Shabelle's yard.", False),
    ],
)
def test_whose_time_it_is(text: str, of_page: bool) -> None:
    time = next(t for t in find_times(text) if t.kind in ("date", "weekday", "dayword"))
    assert is_page_time(text, time.start, time.end) is of_page
