"""Times that say when a page was put up or changed ("Posted: Friday, 3 May 2019"), which date no event."""

import re

from annals.english.times import find_times

_HEAD = re.compile(
    r"(?<!\w)(?:(?:first|last|originally)\s+)?"
    r"(?:posted|published|updated|modified|uploaded|edited|amended|created|filed under|date|added"
    r"|corrected|update|correction|clarification|addendum|(?:editor[\u2019']?s?|reader[\u2019']?s?) note)"
    r"(?:\s+(?:on|at|by|of))?\s*[:,]?\s*[|(]?\s*$",
    re.IGNORECASE,
)
_MARKED = re.compile(r"[:|]\s*[|(]?\s*$")
_REACH = 32
_FIRST = re.compile(r"(?:posted|published|created)[^.\n]{0,12}$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def is_page_stamp(text: str, start: int, end: int) -> bool:
    """Whether the time at `start` to `end` of a text says when its page was put up or changed.

    So does the day of what was added later ("Correction, 4 May"). "Updated Friday" may be a page's line or a verb's
    object, so that without a colon it counts only where it opens a sentence or the time has a year.

    >>> is_page_stamp("Posted: Friday, 3 May 2019", 8, 26), is_page_stamp("He posted a threat on Friday.", 19, 28)
    (True, False)
    """
    before = text[max(0, start - _REACH) : start]
    found = _HEAD.search(before)
    if found is None:
        return False
    if _MARKED.search(before) or _YEAR.search(text, start, end + 8):
        return True
    lead = text[: max(0, start - len(before) + found.start())].rstrip(" \t")
    return not lead or lead[-1] in "\n.!?|"


def first_put_up(text: str) -> list[tuple[int, int]]:
    """Find the times that say when the page was first put up ("Posted:", "Created:"), each as start and end.

    >>> first_put_up("Created: 3 May 2019")
    [(9, 19)]
    """
    return [
        (time.start, time.end)
        for time in find_times(text)
        if time.kind == "date"
        and is_page_stamp(text, time.start, time.end)
        and _FIRST.search(text, max(0, time.start - _REACH), time.start)
    ]
