"""Weekday names in a report's words."""

import re

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# Abbreviations count only with a capital: "sat" and "sun" are words of their own.
_NAME = re.compile(
    r"\b(?:((?i:monday)|Mon)|((?i:tuesday)|Tue|Tues)|((?i:wednesday)|Wed|Weds)|((?i:thursday)|Thu|Thur|Thurs)"
    r"|((?i:friday)|Fri)|((?i:saturday)|Sat)|((?i:sunday)|Sun))\b"
)
_RELATION = re.compile(r"\b(?:after|before|since|until|till|from|following|earlier|later)\b", re.IGNORECASE)


def stated_weekday(words: str) -> int | None:
    """The weekday that date words name, Monday is 0.

    None where they name none or several, and where the weekday is that of another time ("a day after Monday").

    >>> stated_weekday("late on Wednesday"), stated_weekday("Monday or Friday"), stated_weekday("since Monday")
    (2, None, None)
    """
    words = words[:200]
    if _RELATION.search(words):
        return None
    found = {(match.lastindex or 1) - 1 for match in _NAME.finditer(words)}
    return found.pop() if len(found) == 1 else None
