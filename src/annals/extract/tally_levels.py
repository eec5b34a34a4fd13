"""Numbers that events come to, or came to at another time: "murders: 61", "from 31 to 57", "in 2018 there were four".

The noun stands before the number, in its sentence or in that of the count before it.
"""

import re

from annals.extract import tally_periods as periods
from annals.extract import tally_words as words

_BETWEEN = r"[^.;]{0,60}?"
_CHANGED = (
    r"rose|risen|fell|fallen|dropped|jumped|climbed|soared|grew|grown|increased|declined|doubled|tripled|quadrupled|"
    r"surged|halved|gone (?:up|down)|(?:are|were|is|was) (?:up|down)"
)
_LEVEL = re.compile(
    rf"\b{words.MANY_EVENTS}\b{_BETWEEN}\b(?:{_CHANGED}),?\s+(?:\w+,\s+|\w+ly\s+)?(?:in [^.;(]{{1,60}}\()?(?:from|"
    rf"to)\s+\Z"
    rf"|\b{words.MANY_EVENTS}\b{_BETWEEN}\b(?:{_CHANGED})\s+(?:by\s+)?[\w.]+\s?(?:%|per ?cent|percent),?\s+(?:to|"
    rf"at)\s+\Z"
    rf"|\b{words.MANY_EVENTS}\s+\((?=\Z)"
    rf"|\b(?:{words.EVENTS})\s+(?:count|tally|total|figure|toll)\b{_BETWEEN}\b(?:stands?|stood|is|was|rose|risen|rises|"
    r"reached|climbed|to)\s+(?:now\s+)?(?:(?:at|to)\s+)?\Z"
    rf"|\bput(?:s|ting)?\s+(?:the\s+)?{words.BETWEEN}(?:{words.EVENTS})\b{_BETWEEN}\bat\s+\Z"
    rf"|\b{words.MANY_EVENTS}\b{_BETWEEN}\b(?:(?:now\s+)?stands? at|(?:has |have |had )?reached|add up to)\s+\Z",
    re.IGNORECASE,
)
"""Before the number that events come to: "attacks have tripled to 21", "figures put murders at 204"."""
_LABEL = re.compile(
    rf"(?:\A|[.;:]\s+)[^.;:]{{0,40}}?\b(?:{words.EVENTS}|piracy|kidnap|hijacked)\b(?P<when>[^.;:]{{0,60}}):\s+\Z",
    re.IGNORECASE,
)
"""A heading of a list, before its number: "Attacks in November: 16"."""
_THEN = re.compile(
    r"\bfrom\s+[\d,]+(?:\s+[^.;]{1,40}?)?\s+to\s+\Z"
    r"|\b(?:figure|number|total|count|tally)\b[^.;]{0,50}\b(?:last|previous|same|before|earlier|(?:19|20)\d\d)\b"
    r"[^.;]{0,30}?\b(?:was|stood at|came to|reached)\s+\Z"
    r"|\b(?:as\s+)?against\s+(?:only\s+|just\s+|some\s+|the\s+)?\Z"
    r"|\b(?:compared|as opposed)\s+(?:with|to)\s+(?:only\s+|just\s+|some\s+|the\s+)?\Z"
    r"|\b(?:up|down)\s+(?:\w+ly\s+)?from\s+(?:only\s+|just\s+|some\s+|the\s+)?\Z"
    r"|\((?:(?:in|for)\s+)?(?:the\s+)?[\w ]{2,25}:\s+\Z",
    re.IGNORECASE,
)
"""Before the number with which a count is compared: "rose from 31 to 57", "the figure for last year was 187"."""
_THERE = re.compile(r"\bthere\s+(?:were|was|had been|have been)\s+(?:only\s+|just\s+)?\Z", re.IGNORECASE)
_HAD = re.compile(
    r"\b(?:had|saw|has seen|have seen|counted|recorded|logged|reported|registered)\s+(?:only\s+|just\s+)?\Z",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"(?:\A|[.;:]\s+|,\s+(?:and\s+)?)(?P<when>[^.;:]{3,40}?)\s*[:,]\s+\Z",
)
"""Before a number, only the period that it is for: "In January, eleven", "Sunday: five"."""
_SO_LONG = re.compile(r"\A\W*[\w-]+ (?:hours|days|nights|weeks|months|years),\s+\Z")
_NAMED_PERIOD = re.compile(
    r"\b(?:(?-i:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Febr)uary|March|April|May|June|July|August|"
    r"(?:Septem|Octo|Novem|Decem)ber)|(?:19|20)\d\d|(?:last|this|the previous|the same|previous) "
    r"(?:year|month|week|quarter|period|time)|(?:year|month|week) before|whole of|yesterday|today)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\s*(?:[.,;:()\]–—]|\Z|-\s|\b(?:in|last|this|the (?:year|month|week|previous|same)|a (?:year|month|week)|during|"
    r"for the|"
    r"over|so far|to date|since|on|at the|and|by|with|at this)\b)",
    re.IGNORECASE,
)
"""Behind a number without a noun."""
_CASES = re.compile(r"\s+(?:cases|incidents|reports)\b", re.IGNORECASE)
_PEOPLE_IN = re.compile(
    r"\b(?:toll|(?:number|total|count|tally) of (?:[\w-]+ ){0,3}?(?:people|civilians|troops|soldiers|officers|"
    r"members|residents|dead|deaths|"
    r"injured|wounded|victims|casualties|displaced|arrests|suspects|men|women|children))\b",
    re.IGNORECASE,
)
"""What comes to a number then is of people: "the number of soldiers hurt in the strikes rose to 40"."""
_OF_MURDERS = re.compile(r"\b(?:murder|homicide|femicide|killing)s?\s+toll\b", re.IGNORECASE)
_SHARE = re.compile(r"\s*(?:%|per ?cent\b|percent|times\b|points?\b)", re.IGNORECASE)
_SUMMED = re.compile(r"\b(?:killed|dead|wounded|injured|hurt|arrest\w*|lives)\b", re.IGNORECASE)


def is_level(before: str, after: str, *, follows: bool, beside: bool) -> bool:
    """Whether a number is what events come to or came to before, and no share of them.

    Args:
        before: the words of the sentence before the number, as far as they bear on it.
        after: those behind it.
        follows: whether the number before it in the sentence is a count of events.
        beside: whether the sentence before states one.
    """
    if _SHARE.match(after) or periods.RATE.match(after):
        return False
    if _PEOPLE_IN.search(before) and not _OF_MURDERS.search(before):
        return False
    label = _LABEL.search(before)
    if label is not None:
        return bool(_CASES.match(after) or (_ALONE.match(after) and not _SUMMED.search(label["when"])))
    found = _LEVEL.search(before)
    if found is not None and not words.PEOPLE.search(found.group()):
        return not found.group().endswith("(") or after.startswith(")")
    if not _ALONE.match(after):
        return False
    if follows and (then := _THEN.search(before)) is not None and not words.PEOPLE.search(then.group()):
        return not then.group().startswith("(") or bool(_NAMED_PERIOD.search(then.group()))
    return (follows or beside) and _at_another_time(before, after)


def _at_another_time(before: str, after: str) -> bool:
    """Whether a number is said of another period alone: "in 2018 there were eleven", "Sunday: five"."""
    if _SUMMED.search(before) or words.PEOPLE.search(before):
        return False
    there = _THERE.search(before) or _HAD.search(before)
    if there is not None:
        when = f"{before[: there.start()]} {after}"
        return bool(_NAMED_PERIOD.search(when)) or periods.windowed(when)
    entry = _ENTRY.search(before)
    return entry is not None and _NAMED_PERIOD.search(entry["when"]) is not None


def is_entry(before: str) -> bool:
    """Whether only a period stands before a number: "Saturday: three attacks", "Eight days, eight murders"."""
    if _SO_LONG.search(before):
        return True
    entry = _ENTRY.search(before)
    return entry is not None and entry.group().rstrip().endswith(":") and bool(_NAMED_PERIOD.search(entry["when"]))
