"""How news English says that nobody has claimed an attack, and which words are nobody."""

import re

_NOBODY = r"\b(?:no(?:body|[ -]one)?|none|neither|not (?:one|a single))\b"
# One more word and what parts it from those before; in one way only, so that a line of dashes is read at once.
_WORD = r"(?:[\s-]+(?>[\w’']+(?:-[\w’']+)*))"
_EVENTS = (
    r"attacks?|bombings?|killings?|strikes?|raids?|shootings?|blasts?|kidnappings?|ambush|incidents?|assassination|"
    r"explosions?|murders?|abductions?"
)
NOBODY_CLAIMED = re.compile(
    rf"{_NOBODY}{_WORD}{{0,7}}?\s+(?:claimed|taken|took|"
    r"accepted|admitted|assumed|acknowledged|come forward to claim|came forward to claim|claiming|"
    r"claims)"
    r"\s+(?:(?:the|any|full|direct|this|that|both|immediate|public)\s+)*(?:responsibility|credit|it|"
    rf"{_EVENTS})\b"
    rf"|{_NOBODY}{_WORD}{{0,9}}?\s+(?:admitted|acknowledged|admits|confirmed)\s+(?:to\s+)?"
    r"(?:firing|carrying out|planting|launching|ordering|staging|shooting|shelling|bombing|killing|attacking|striking|"
    r"starting|setting|sending|being behind|having)\b"
    rf"|{_NOBODY}{_WORD}{{0,9}}?\s+(?:owned up|owns up|put its name|put their name|laid claim)\b"
    r"|\b(?:which|that) no(?:body|ne|[ -]one)?\b(?: [\w’'-]+){0,4}? (?:has|have|had) (?:yet |so far |ever )?"
    r"(?:claimed|admitted)\b"
    rf"|\bno(?:body|[ -]one)\b{_WORD}{{0,4}}?\s+(?:put|raised|stuck) (?:their|its|a|up a) hands? up\b"
    rf"|\bno\b{_WORD}{{0,3}}?\s+(?:claims?|word|admission|statement) (?:of|on|about|claiming) "
    r"(?:responsibility|who was)\b"
    r"|\bno(?:body|[ -]one)\b(?:\s+[\w’'-]+){0,3}?\s+(?:came|come) out to (?:say|claim)\b"
    r"|\bno (?:[\w’'-]+ ){0,2}(?:claims?|responsibility) (?:has|have|had|was|were)\b(?: yet| so "
    r"far)?(?: been)? ?(?:made|issued|claimed|received)?"
    rf"|{_NOBODY}{_WORD}{{0,6}}?\s+(?:said|says|saying|say)\s+(?:that\s+)?"
    r"(?:it|they|he)\s+(?:(?:was|were|is|are|had been)\s+(?:behind|responsible|its work|their work)|"
    r"(?:had\s+|has\s+|have\s+)?"
    r"(?:fired|launched|planted|carried|done|did|staged|shot|struck|set|sent|laid|placed|detonated|put|ordered|hit|bombed|attacked|killed|shelled))\b"
    r"|\bresponsibility (?:was|has|had) (?:not|never)(?: yet| immediately)?(?: been)? claimed\b"
    r"|\b(?:has|have|had|was|were|did|does|been)\s?(?:not|n[’']t|never)(?: yet| immediately| so far| "
    r"publicly| officially)?(?: been)? (?:claimed?|taken|take|claiming) (?:any |full |the "
    r")?(?:responsibility|credit|it\b|attacks?|bombings?)"
    r"|\b(?:has|have|had|was|were|been) (?:not|never)(?: yet| immediately)? (?:been )?claimed\b(?! "
    r"(?:the lives|by the))"
    r"|\byet to (?:be claimed|claim (?:responsibility|it)|take responsibility)"
    r"|\bwithout (?:ever |any |anyone |a )?(?:claim(?:ing)?(?: of)? responsibility|claim\b)"
    r"|\b(?:remain(?:s|ed)?|went|gone|go(?:es)?|is|was|are|were) (?:so far |still )?unclaimed\b"
    r"|\bthere (?:was|were|has been|have been|had been|is) no (?:[\w’'-]+ ){0,2}claims?\b",
    re.IGNORECASE,
)
"""Finds each such statement; the stretch matched is its quote."""

_NO_PARTY = re.compile(
    r"(?:no(?:body|[ -]one)?|none|neither|nor|nothing|not (?:one|a single|any)|few|hardly any\w*)\b(?!\.?\s+\d)",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\b(?:no(?!\s+(?:doubt|question)\b)(?:body|[ -]one)?|none|neither|not (?:one|a single))\b(?!\.?\s+"
    r"\d)[^,.;:!?“”\"]{0,60}$",
    re.IGNORECASE,
)


def is_nobody(words: str) -> bool:
    """Whether words that open a noun phrase leave nobody: "no faction", "none of the groups", "nobody".

    >>> is_nobody("No faction"), is_nobody("No. 10 Downing Street"), is_nobody("Northern rebels")
    (True, False, False)
    """
    return _NO_PARTY.match(words.lstrip()) is not None


def of_nobody(text: str, start: int, at: int) -> bool:
    """Whether the noun phrase before offset `at` is one of nobody, within the stretch from `start`.

    >>> of_nobody("None of the armed factions in the camp", 0, 38)
    True
    """
    return _WITHIN.search(text, start, at) is not None
