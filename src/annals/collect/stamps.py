"""Lines that are nothing but a date or a time: when a page was published or changed."""

import re

_MONTHS = frozenset(
    (
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    )
)
_DAYS = frozenset(
    (
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "weds",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
    )
)
_ZONES = frozenset(
    (
        "am",
        "pm",
        "a.m",
        "p.m",
        "gmt",
        "utc",
        "bst",
        "est",
        "edt",
        "cst",
        "cdt",
        "mst",
        "mdt",
        "pst",
        "pdt",
        "ist",
        "pkt",
        "cet",
        "cest",
        "eet",
        "eest",
        "msk",
        "local",
        "time",
        "z",
    )
)
_SMALL = frozenset(
    (
        "on",
        "at",
        "by",
        "and",
        "the",
        "of",
        "last",
        "first",
        "ago",
        "hours",
        "hour",
        "minutes",
        "minute",
        "mins",
        "min",
        "hrs",
        "hr",
        "days",
        "day",
        "about",
    )
)
_HEADS = frozenset(
    ("published", "updated", "posted", "modified", "edited", "created", "uploaded", "issued", "originally", "date")
)
_WORDS = _MONTHS | _DAYS | _ZONES | _SMALL | _HEADS
_NUMBER = re.compile(
    r"\d{1,4}(?:st|nd|rd|th|am|pm|h|z)?|\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:am|pm|z)?|\d+[-/.]\d+[-/.]\d+t?[\d:.+z-]*"
)
_SPLIT = re.compile(r"[\s,;()|@•·\u2013\u2014]+")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def is_stamp(folded: str) -> bool:
    """Whether a folded line holds only words of date and time, with a number among them.

    >>> is_stamp("first published 18:52. updated 20:10."), is_stamp("21 january 2022"), is_stamp("may 2021 attack")
    (True, True, False)
    """
    if len(folded) > 160:  # noqa: PLR2004 - longer than any stamp
        return False
    if not _DIGIT.search(folded):
        return False
    tokens = [token.strip(".:") for token in _SPLIT.split(folded)]
    tokens = [token for token in tokens if token.strip("-")]
    numbers = [bool(_NUMBER.fullmatch(token)) for token in tokens]
    plain = any(numbers) and all(number or token in _WORDS for number, token in zip(numbers, tokens, strict=True))
    return plain and (len(tokens) > 1 or ":" in folded or _dated(tokens))


def is_change_stamp(folded: str) -> bool:
    """Whether a stamp tells when a page was put up or changed, rather than a bare date.

    >>> is_change_stamp("updated at 19:30"), is_change_stamp("19 june 2024")
    (True, False)
    """
    return any(token.strip(".:") in _HEADS for token in _SPLIT.split(folded))


def names_day(folded: str) -> bool:
    """Whether a stamp names a date, at least a month and a year.

    >>> names_day("january 2024"), names_day("19:30")
    (True, False)
    """
    return _dated([token.strip(".:") for token in _SPLIT.split(folded)])


def _dated(tokens: list[str]) -> bool:
    month = any(token in _MONTHS for token in tokens)
    return any(re.fullmatch(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}.*", token) for token in tokens) or (
        month and (len(tokens) > 1 or bool(_YEAR.search(" ".join(tokens))))
    )
