"""Lists of videos on a page: titles, each with its length before it ("1:16 Mayor speaks of the flood")."""

import re
from collections.abc import Sequence
from itertools import pairwise

from annals.collect.lines import Line

_TITLE = re.compile(r"(\d{1,2}):([0-5]\d)\s+(?![ap]\.?m\b)[^\W_].{5,}", re.IGNORECASE)
_LEAST = 3
_HALF_DAY = 12 * 60


def playlist(lines: Sequence[Line]) -> frozenset[int]:
    """The indexes of the lines that are titles of videos; none where they may be the hours of a chronicle.

    A chronicle goes forward or backward in time, and its entries end as sentences do; lengths come in any order.

    >>> page = [Line(0, text, gap=True) for text in ("0:45 A flood in Arden", "2:10 The mayor", "1:05 A dam is built")]
    >>> sorted(playlist(page))
    [0, 1, 2]
    """
    found = [
        (index, 60 * int(title[1]) + int(title[2]))
        for index, line in enumerate(lines)
        if not line.closed and (title := _TITLE.match(line.text))
    ]
    hours = [length for _, length in found]
    if len(found) < _LEAST or _goes_on(hours) or _goes_on(hours[::-1]):
        return frozenset()
    return frozenset(index for index, _ in found)


def _goes_on(hours: Sequence[int]) -> bool:
    """Whether hours, in minutes of their day, go forward, also past midnight."""
    return all(before <= after or before - after > _HALF_DAY for before, after in pairwise(hours))
