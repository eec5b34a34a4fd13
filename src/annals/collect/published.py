"""Publication dates as the input gives them."""

import re
from datetime import datetime

_SHAPE = re.compile(
    r"(\d{4})-(\d{2})(?:-(\d{2})(?:[Tt ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?([Zz]|[+-]\d{2}(?::?\d{2})?)?)?)?"
)
HINT = "Write it as 2019-12-09, as 2019-12-09T18:30:00+03:00 or, for a month, as 2019-12; or leave it out."
"""What to write instead, for a sentence that refuses one."""


def read_published(words: str) -> str | None:
    """An ISO 8601 date, date-time or month, with "T" before the time; None where the words are none.

    Nothing is guessed: "9 December 2019" and 2019-13-01 are refused.

    >>> read_published("2019-12-09 18:30Z"), read_published(" 2019-12 "), read_published("9/12/2019")
    ('2019-12-09T18:30Z', '2019-12', None)
    """
    found = _SHAPE.fullmatch(words.strip()) if words.isascii() else None
    if not found:
        return None
    year, month, day, time, zone = found.groups()
    zone = (zone or "").upper()
    try:
        datetime.fromisoformat(f"{year}-{month}-{day or '01'}T{time or '00:00'}{zone}")
    except ValueError:
        return None
    date = f"{year}-{month}" + (f"-{day}" if day else "")
    return f"{date}T{time}{zone}" if time else date
