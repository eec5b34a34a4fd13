"""The words of the periods that counts are stated for: "since March", "in as many weeks", "so far this year"."""

import re

_SINCE_DEED = (
    r"since\s+(?:[\w’'-]+\s+){1,6}?in\s+(?:early |mid-?|late )?(?:(?:19|20)\d\d|(?:(?:Jan|Febr)uary|March|April|May|"
    r"June|July|August|(?:Septem|Octo|Novem|Decem)ber)(?: (?:19|20)\d\d)?)"
)
"""A time told by what happened then: "since it was founded in 2021"."""
_DAY = (
    r"(?:the (?:start|beginning|end) of |(?:early|mid|late)[- ])?(?:\d{1,2} )?(?-i:(?:Jan|Febr)uary|March|April|May|"
    r"June|July|August|"
    r"(?:Septem|Octo|Novem|Decem)ber|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Christmas|Easter|Ramadan|New Year)"
    r"(?: \d{1,2}\b)?(?:,? (?:19|20)\d\d)?"
)
"""One end of a period: a month, a day of one or a weekday; "between Niger and Mali" is none."""
WINDOW = re.compile(
    rf"\b(?:{_SINCE_DEED}"
    r"|since\s+(?:the\s+)?[\w’'-]+(?:\s+(?!(?:have|has|had|were|was|said|and|but)\b)[\w’'-]+){0,6}"
    r"|in (?:the )?(?:past|last|previous|preceding|recent|less than|more than|under|"
    r"as many|just|only|barely|about|around|little more than|nearly|almost|a|an|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|\d+)\b\s*"
    r"[\w -]{0,18}?\b(?:hours?|days?|nights?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?)"
    r"|(?:so far )?this (?:(?:school|academic|calendar|current) )?(?:year|month|week|quarter|season|term|spring|"
    r"summer|autumn|fall|winter|decade|century)"
    r"|(?:(?:for|in) )?the (?:year|month|week|quarter) (?:so far|to date)|so far(?: this \w+| in \d{4})?|(?:over|"
    r"within|during|"
    r"inside) (?:the )?(?:past |last |previous |space of )?(?:\w+ ){0,3}?(?:hours?|days?|nights?|weeks?|"
    r"weekend|fortnight|months?|quarter|years?)|to date|last (?:year|month|week|quarter|weekend)|(?:in|of|"
    r"during) (?:19|20)\d\d|"
    r"(?:during|in|of) (?:this|the present|the current) (?:year|month|week|quarter)|"
    r"(?:during|in|of) (?:this|the present|the current) "
    r"(?:[\w-]+ )?(?:campaign|war|conflict|insurgency|uprising|crisis|unrest)|"
    r"in (?:the same|those|these) (?:[\w-]+ )?(?:hours|days|nights|weeks|months|years)|in that time|"
    r"(?:in|during|over) the (?:[\w-]+ )?(?:conflict|war|insurgency|uprising|unrest|siege|occupation)|"
    r"in the (?:year|month|week|quarter)|under (?:the (?:current|present) (?:administration|government|regime)|"
    r"(?:his|her|its) rule)|(?:yesterday|today) alone|"
    r"in (?-i:January|February|March|April|May|June|July|August|September|October|November|December)"
    r"(?: alone| (?:19|20)\d\d)?(?!\s+\d)|"
    r"of the (?:year|month|week|quarter|day)|in the (?:first|second|third|fourth|last) "
    r"(?:quarter|half|(?:\w+ )?months?)(?: of (?:the year|this year|last year|(?:19|20)\d\d))?"
    r"|the same (?:period|time|weeks|months) (?:of |in )?(?:the )?(?:last|previous) (?:year|month)"
    r"|(?:that|the same) (?:week|weekend|month|year|night|day)"
    r"|between\s+(?:19|20)\d\d and (?:19|20)\d\d"
    rf"|between\s+{_DAY} and {_DAY}|from\s+{_DAY} (?:to|until|through) {_DAY}"
    r"|in the (?:next|following|ensuing) (?:[\w-]+ )?(?:days?|weeks?|months?|years?)|overnight"
    r"|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day alone|the (?:year|month|week) before|the previous "
    r"(?:year|month|week)|a (?:year|month|week) (?:earlier|before))\b|(?<=\s)since(?=[,.;]|$)",
    re.IGNORECASE,
)
MOST_WINDOW = re.compile(
    rf"\b(?:{_SINCE_DEED}"
    r"|since\s+(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,6}|in (?:[\w’'-]+\s+){0,4}?(?:years?|months?|weeks?|decades?|"
    r"history|memory|days)|(?:so far )?this (?:year|month|week|century|decade)|"
    r"of the (?:year|month|war|conflict|campaign|invasion)|in the (?:[\w-]+\s+)?(?:war|conflict|"
    r"insurgency|uprising|campaign|rebellion|crisis)|on record|(?<=[a-z] )yet(?=[,.;]|$)|"
    r"ever|in (?:19|20)\d\d|to date|so far|for (?:[\w-]+\s+){0,3}?(?:years|months|decades|weeks))\b",
    re.IGNORECASE,
)
"""A superlative without such words compares with nothing that can be counted."""
LASTING = re.compile(
    r"\bsince\b|\bthis (?:year|month|quarter|season)|\b(?:years?|months?|weeks?|days?|decades?)\b|\bso far\b|"
    r"\bto date\b|\bbetween\b|"
    r"\blast (?:year|month|week)|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
"""A window that is long enough for several events."""
LONG = re.compile(r"\bbetween\b|\bfrom\b|\blast (?:year|month)\b|\b(?:19|20)\d\d\b|\bthis year\b", re.IGNORECASE)
"""A window that tells by itself that what was done within it was done at several times."""
_WITHIN = re.compile(r"\b(?:earlier|later|late|early)\s+\Z", re.IGNORECASE)
RATE = re.compile(r"\s+(?:a|an|per|each|every)\s+(?:day|night|week|month|year)\b", re.IGNORECASE)
"""Behind events: so many in each of several periods, and no count of any one."""


def lasting(phrase: str) -> bool:
    """Whether words tell a period that is long enough for several events."""
    return any(LASTING.search(found.group()) for found in WINDOW.finditer(phrase.split(";", 1)[0]))


def windowed(phrase: str) -> bool:
    """Whether words tell a period, in their first clause; "earlier this month" is a day in it."""
    clause = phrase.split(";", 1)[0]
    return any(not _WITHIN.search(clause[: found.start()]) for found in WINDOW.finditer(clause))
