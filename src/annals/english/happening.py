"""Times that a report says outright to be those of its event: "it happened at 9 p.m.", "medics came on Friday"."""

import re

_EVENT = (
    r"(?:shootings?|gunfire|shoot-?outs?|shots|attacks?|killings?|murders?|murder-suicides?|homicides?|slayings?|deaths?"
    r"|bombings?|blasts?|explosions?|air ?strikes?|strikes?|raids?|shellings?|ambush(?:es)?|assaults?|clash(?:es)?"
    r"|firefights?|gunfights?|gun battles?|stabbings?|robber(?:y|ies)|massacres?|rampages?|abductions?|kidnappings?"
    r"|brawls?|standoffs?|violence|bloodshed|incidents?|crimes?|accidents?|tragedy)"
)
_TURNS = (
    r"(?-i:and(?=\s[a-z]))|but|who|whom|which|that|when|while|where|because|as|since|until|before|if|then"
    r"|said|says|told|announced"
)
"""Words behind which another thing is told than before them."""
_ON = rf"(?:\s+(?!(?:{_TURNS})\b)[^\s;]+)"
"""A word of the same clause."""
_CAME = (
    r"(?:happened|occurred|took place|unfolded|broke out|erupted|began|started|came in|reportedly (?:happened|occurred)"
    r"|(?:was|were) (?:first )?reported|(?:is|are|was|were) (?:believed|thought|said|reported) to have "
    r"(?:happened|occurred|taken place|begun|started))"
)
_HAPPENED = re.compile(
    rf"\b(?:it|this|that|events?|(?:emergency |911 |999 |112 |first )?calls?|{_EVENT})\s+(?:all\s+)?(?:\w+ly\s+)?"
    rf"{_CAME}{_ON}{{0,12}}?\s*\Z",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\b(?:officers?|police|deput(?:y|ies)|troopers?|constables?|gendarmes|firefighters|paramedics|medics|ambulances?"
    r"|crews?|responders|rescuers|authorities|personnel|units|emergency services|detectives|agents|dispatch\w*"
    r"|(?:sheriff['\u2019]s office|department)|they)\b[^.;\n]{0,40}?"
    r"\b(?:called|dispatched|summoned|responded|alerted|notified|arrived|received|rushed|were sent"
    rf"|got (?:an?|the|several|multiple|\d+))\b{_ON}{{0,16}}?\s*\Z",
    re.IGNORECASE,
)
_CALL = re.compile(
    rf"[\s,]+(?:(?!(?:{_TURNS})\b)[\w'\u2019.-]+\s+){{0,8}}?(?:(?:was|were) (?:called|dispatched|summoned|alerted|sent)"
    r"|responded to|(?:received|got) (?:an?|the|several|multiple|\d+)\s+(?:[\w-]+\s+){0,3}(?:calls?|reports?))\b",
    re.IGNORECASE,
)
"""Behind a time that opens its sentence."""
_PART = (
    rf"(?:(?!(?:in|of|on|at|for|to|against|over|after|by|with|from|about|near|an?|the|his|her|their|is|was|were|are|had|has"
    rf"|have|following|{_TURNS})\b)[\w'\u2019-]+\s+)"
)
"""A word between the article and the noun of one phrase."""
_OWN = re.compile(rf"(?:['\u2019]s?)?\s+{_PART}{{0,3}}{_EVENT}\b", re.IGNORECASE)
_BESIDE = re.compile(
    rf"\b(?:an?|the|this|that|another|two|three|four|several|multiple)\s+{_PART}{{0,4}}{_EVENT}"
    r"(?:\s+(?:in|at|on|outside|inside|near|of)\s+(?:[\w'\u2019.&-]+\s+){1,6}?)?\s*,?\s*(?:on\s+)?\Z",
    re.IGNORECASE,
)
_HURT = re.compile(
    r"\b(?:shot|killed|wounded|injured|stabbed|struck|gunned down|hit|grazed|opened fire|opening fire|fired|ambushed"
    r"|attacked|bombed|shelled|exploded|slain|murdered)\b"
    rf"(?:\s+(?!(?:was|were|is|has|have|had|died|arrested|charged|{_TURNS})\b)[^\s,;]+){{0,9}}?\s*\Z",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?]['\"\u201d\u2019)]?\s+(?=[A-Z\"\u201c'\u2018(])|\n")
_REACH = 170


def says_when(text: str, start: int, end: int) -> bool:
    """Whether the time at `start` to `end` of a text is said to be that of the event.

    That is behind words for its happening or for who was called to it, or before a word for it ("Sunday's attack").

    >>> says_when("Police said it happened about 9 p.m. Friday.", 24, 43)
    True
    >>> says_when("A man was held on Friday over the attack.", 15, 24)
    False
    """
    lead = _clause(text, start)
    if not lead.strip() and _CALL.match(text, end, end + _REACH):
        return True
    return bool(_HAPPENED.search(lead) or _CALLED.search(lead) or _OWN.match(text, end, end + _REACH))


def stands_by_event(text: str, start: int, end: int) -> bool:
    """Whether the time at `start` to `end` is said to be that of the event, or stands right behind a word for it.

    >>> stands_by_event("Police charged a man over a shooting in Elm Park on Friday.", 49, 58)
    True
    """
    lead = _clause(text, start)
    return says_when(text, start, end) or bool(_BESIDE.search(lead) or _HURT.search(lead))


def _clause(text: str, start: int) -> str:
    """The words of the sentence before a time, at most so many as bear on it."""
    low = max(0, start - _REACH)
    last = max((found.end() for found in _ENDS.finditer(text[low : start + 1])), default=0)
    return text[low + last : start]
