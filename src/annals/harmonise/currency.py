"""Does a report tell a figure as the one that stands, or as one that was told before and was replaced?

Tolls are told with their history: "first 12, then 14 dead", "revised down from 30", "the ministry withdrew the figure
of 110". Only the words around the number say which of them still stands. Three kinds of words do: a second number to
which the first one moves; words that set it in the past of the telling ("an earlier count of 12", "had put it at
12"); and words that take it back.

That an event is "earlier" says nothing of its figures ("earlier on Tuesday a bomb killed 12"), so that each cue needs
a word of counting or of telling beside it.
"""

import re

from annals.english.numbers import find_numbers
from annals.model.claim import Currency

_WINDOW = 160
"""Characters looked at on either side of the number, never beyond its sentence."""
_SENTENCE_END = re.compile(r"[.!?][\"')\u201d\u2019]*\s|\n")

_COUNT = r"(?:counts?|figures?|tolls?|tall(?:y|ies)|estimates?|numbers?|death tolls?|body counts?|totals?)"
_REPORT = rf"(?:{_COUNT}|reports?|statements?|accounts?|versions?|announcements?|bulletins?|assessments?|information)"
_BEFORE_NOW = r"(?:earlier|initial|previous|preliminary|early|original|provisional|first|older|outdated)"
_BEFORE_NOW_LY = r"(?:earlier|initially|previously|originally|at first|at the outset|first)"
_SAID = (
    r"(?:said|put|reported|given|gave|announced|counted|spoke|spoken|estimated|told|listed|confirmed|claimed|stated|"
    r"set|thought|believed|feared|recorded|published|issued|released|mentioned|cited)"
)
_MOVED = (
    r"(?:rose|risen|rising|rises|rise|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|increas(?:ed|es|ing)|grew|grown|grows|"
    r"growing|went|gone|go(?:es|ing)|revis(?:ed|es|ing)|rais(?:ed|es|ing)|lower(?:ed|s|ing)|cut|reduc(?:ed|es|ing)|"
    r"correct(?:ed|s|ing)|updat(?:ed|es|ing)|fell|fallen|falls|dropped|drops|moved|chang(?:ed|es|ing)|up|down)"
)
_LOOSE = r"(?:\s+(?:at least|about|some|around|nearly|more than|over|almost|up to|just|fewer than))?"
_PEOPLE = (
    r"(?:\s+(?:people|persons|dead|killed|deaths|wounded|injured|hurt|missing|casualties|fatalities|victims|"
    r"civilians|bodies))?"
)

_AFTER_MOVES_ON = (
    # "12 and then 14", "30, later revised down to 26", "12, rising to 15", "70, then 82"
    re.compile(
        rf"{_PEOPLE}\s*[,;(\u2013\u2014-]?\s*(?:and|but|before|or)?\s*"
        rf"(?:(?:then|later|finally|eventually|afterwards|now|soon|subsequently)"
        rf"(?:\s+(?:it was|they were|was|were|it))?|(?:it\s+|this\s+|that\s+|which\s+|a figure\s+)?"
        rf"(?:was\s+|were\s+|has\s+|had\s+|since\s+|later\s+|then\s+)*{_MOVED})"
        rf"(?:\s+(?:up|down|to|at|as|by|of|the|figure|number|toll|count|said|put|given|{_SAID}|{_MOVED}))*{_LOOSE}\s*",
        re.IGNORECASE,
    ),
)
_FROM = re.compile(
    rf"\b{_MOVED}\b[^.;]{{0,40}}?\bfrom\s+(?:an?\s+|the\s+|its\s+|their\s+|his\s+)?"
    rf"(?:(?:{_BEFORE_NOW}|{_REPORT}|official|reported|of)\s+)*{_LOOSE.replace(chr(92) + 's+', '', 1)}\s*$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\b(?:(?:more|higher|lower|fewer|less) than|instead of|rather than|not|against|compared (?:with|to)|"
    r"replac(?:es|ed|ing)|supersed(?:es|ed|ing)|correct(?:s|ed|ing))\s+(?:the|an?|its|their|his)\s+"
    rf"(?:(?:{_BEFORE_NOW}|{_REPORT}|official|reported|one|of)\s+)*$",
    re.IGNORECASE,
)
_TOLD_BEFORE = (
    re.compile(rf"\b{_BEFORE_NOW}\s+(?:[\w'\u2019-]+\s+){{0,3}}?{_REPORT}\b[^.;]{{0,60}}$", re.IGNORECASE),
    re.compile(rf"\b{_BEFORE_NOW_LY}\s+(?:had\s+|been\s+|was\s+|were\s+)*{_SAID}\b[^.;]{{0,60}}$", re.IGNORECASE),
    re.compile(rf"\b{_SAID}\s+(?:earlier|initially|at first|previously|originally)\b[^.;]{{0,50}}$", re.IGNORECASE),
    re.compile(r"\bhad\s+(?:first\s+|initially\s+)?(?:put|given|spoken of|counted)\b[^.;]{0,50}$", re.IGNORECASE),
    re.compile(r"(?:^|[,;:]\s*)\W*(?:at first|initially|originally)\b[^.;]{0,80}$", re.IGNORECASE),
)
_TOLD_BEFORE_AFTER = (
    re.compile(
        rf"[^.;,]{{0,40}}?\b{_SAID}\s+(?:earlier|initially|at first|before|previously|originally|first|"
        r"the day before|(?:on )?the (?:first|previous) day)\b",
        re.IGNORECASE,
    ),
    re.compile(rf"[^.;]{{0,40}}?\b(?:in|by|according to)\s+(?:an?|the)\s+{_BEFORE_NOW}\s+{_REPORT}\b", re.IGNORECASE),
)
_TAKEN_BACK = re.compile(
    r"\b(?:withdr[ae]w\w*|retract\w*|took back|takes? back|tak(?:en|ing) back|disown\w*|rescind\w*|scrapp\w+|"
    rf"walk(?:ed|s|ing) back|delet\w+|disavow\w*)\b[^.;]{{0,50}}\b(?:{_COUNT}|claims?)\b[^.;]{{0,25}}$",
    re.IGNORECASE,
)
_TAKEN_BACK_AFTER = re.compile(
    r"[^.;]{0,60}?\b(?:was|were|has been|had been|is)\s+(?:(?:later|since|then|soon|quickly)\s+)*"
    r"(?:withdrawn|retracted|taken back|disowned|rescinded|wrong|mistaken|an error|a mistake|an overcount|"
    r"too high|too low|inflated|overstated|incorrect|inaccurate)\b",
    re.IGNORECASE,
)


def currency(text: str, start: int, end: int) -> Currency:
    """Say how the report tells the number whose words stand at text[start:end].

    Returns:
        `former` where another figure replaced it, `withdrawn` where it was taken back, else `current`.

    >>> text = "Officials first put the toll at 12, then 14."
    >>> currency(text, 32, 34), currency(text, 41, 43)
    ('former', 'current')
    """
    before, after = _around(text, start, end)
    if _TAKEN_BACK.search(before) or _TAKEN_BACK_AFTER.match(after):
        return "withdrawn"
    if _moves_on(after) or _moved_from(before) or _COMPARED.search(before):
        return "former"
    if _after_move(before):
        return "current"
    if any(cue.search(before) for cue in _TOLD_BEFORE) or any(cue.match(after) for cue in _TOLD_BEFORE_AFTER):
        return "former"
    return "current"


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words of the sentence before and after the number."""
    floor = max(0, start - _WINDOW)
    before = text[floor:start]
    for found in _SENTENCE_END.finditer(before):
        floor = start - len(before) + found.end()
    after = text[end : end + _WINDOW]
    stop = _SENTENCE_END.search(after)
    return text[floor:start], after[: stop.start()] if stop else after


def _moves_on(after: str) -> bool:
    """Whether the next number of the sentence is what this one became."""
    following = next((n for n in find_numbers(after) if n.unit_kind == "plain" and n.kind == "cardinal"), None)
    if following is None:
        return False
    return any(cue.fullmatch(after, 0, following.start) for cue in _AFTER_MOVES_ON)


def _moved_from(before: str) -> bool:
    """Whether the toll is told to have moved from this number: "rose from 12 to 14", "14, up from 12"."""
    return _FROM.search(before) is not None


def _after_move(before: str) -> bool:
    """Whether this number is what an earlier one of the sentence became, so that words of the past are that one's."""
    earlier = [n for n in find_numbers(before) if n.unit_kind == "plain" and n.kind == "cardinal"]
    if not earlier:
        return False
    last = earlier[-1]
    return any(cue.fullmatch(before, last.end) for cue in _AFTER_MOVES_ON)
