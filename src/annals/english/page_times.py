"""Times that are the page's and not its news': its stamps, an embedded post's, a link's, a broadcast's, a picture's."""

import re

from annals.english.page_stamps import is_page_stamp

_REACH = 90
_BEHIND = 60
_LINK = re.compile(r"(?:https?:|www\.)\S*\Z", re.IGNORECASE)
_POST = re.compile(r"\(@\w{1,30}\)[\s,\u00b7|\u2013\u2014-]{0,4}\Z")
_TUNED = re.compile(
    r"(?<![\w,'\u2019] )\b(?:Tune in|Join us"
    r"|(?:Watch|Catch) (?:us|it|live|more|the|our|\d|[\"'\u2018\u201c]|[A-Z]+\b))\b[^.!?\n]{0,70}\Z"
    r"|\b(?:News|TV|Channel)(?: \d{1,2})? at (?:\d{1,2}|noon|midnight)(?::\d\d)?(?: ?[ap]\.?m\.?)?,? (?:on )?\Z"
)
_ON_AIR = re.compile(
    r"(?:,? (?:beginning |starting |live )?(?:at|from) [\d:apmAPM. ]{1,12})?,? (?:live |only )?on (?:the )?"
    r"(?:[A-Z\d][\w'\u2019&]* ){0,3}(?:News|TV|Television|Channel|Radio)\b(?! [A-Z]|['\u2019]s\b)"
)
"""To a viewer; no "Human Rights Watch said on Friday", and no street or station where something was done."""
_PICTURED = re.compile(
    r"\b(?:photo(?:graph)?|picture|image)s? (?:was |were )?(?:taken|provided|released)(?: on)? \Z", re.IGNORECASE
)
_CHECKED = re.compile(r"\bas of (?:on )?\Z", re.IGNORECASE)


def is_page_time(text: str, start: int, end: int) -> bool:
    """Whether the time at `start` to `end` of a text is one of its page, from which no event has its day.

    So are stamps (see `is_page_stamp`), the day in a link, the day of a post that the page shows, the hour at which a
    broadcast goes on with the news, the day of a picture, and the day as of which something is so.

    >>> text = "Two men were shot. (@annlee) 3 May 2019"
    >>> is_page_time(text, text.index("3 May"), len(text))
    True
    """
    low = max(0, start - _REACH)
    return (
        is_page_stamp(text, start, end)
        or any(before.search(text, low, start) for before in (_LINK, _POST, _TUNED, _PICTURED, _CHECKED))
        or _ON_AIR.match(text, end, end + _BEHIND) is not None
    )
