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
_LATER_ON = (
    r"(?:trials?|hearings?|funerals?|vigils?|memorials?|burials?|services?|inquests?|inquir(?:y|ies)|probes?|reviews?"
    r"|investigations?|talks|negotiations|debates?|protests?|march(?:es)?|rall(?:y|ies)|ceremon(?:y|ies)|anniversary"
    r"|search(?:es)?|hunts?|manhunts?|mourning|prosecutions?|appeals?)"
)
"""What comes after an event, and may be called by it: "the trial over the bombing", "Monday's murder trial"."""
_LABOUR = (
    r"(?:teachers|nurses|doctors|workers|miners|drivers|students|staff|unions?|pilots|lecturers|labou?r|general|hunger)"
)
"""Whose strikes are of work."""
_ON = rf"(?:\s+(?!(?:{_TURNS})\b)[^\s;]+)"
"""A word of the same clause."""
_CAME = (
    r"(?:happened|occurred|took place|unfolded|broke out|erupted|began|started|came in|reportedly (?:happened|occurred)"
    r"|(?:was|were) (?:first )?reported|(?:is|are|was|were) (?:believed|thought|said|reported) to have "
    r"(?:happened|occurred|taken place|begun|started))"
)
_HAPPENED = re.compile(
    rf"\b(?:it|this|that|events?|(?:emergency |911 |999 |112 |first )?calls?|{_EVENT})\s+(?:all\s+)?(?:\w+ly\s+)?"
    rf"{_CAME}(?!\s+(?:to\s|\w+ing\b)){_ON}{{0,12}}?\s*\Z",
    re.IGNORECASE,
)
_AFTER_IT = re.compile(
    rf"\b{_LATER_ON}\s+(?:for|over|into|of|on|about|after|against|to)\b[^.,;]{{0,60}}\Z"
    rf"|\b{_LABOUR}['\u2019]?s?['\u2019]?\s+\Z",
    re.IGNORECASE,
)
"""Before a word for an event that is not what happened then."""
_POINTS = re.compile(r"(?:it|this|that)\b", re.IGNORECASE)
_CALLED = re.compile(
    r"\b(?:officers?|police|deput(?:y|ies)|troopers?|constables?|gendarmes|firefighters|paramedics|medics|ambulances?"
    r"|crews?|responders|rescuers|authorities|personnel|units|emergency services|detectives|agents|dispatch\w*"
    r"|(?:sheriff['\u2019]s office|department)|they)\b[^.;\n]{0,40}?"
    r"\b(?:called|dispatched|summoned|responded|alerted|notified|arrived|received|rushed|were sent"
    rf"|got (?:an?|the|several|multiple|\d+))\b(?P<whither>{_ON}{{0,16}}?)\s*\Z",
    re.IGNORECASE,
)
_CALL = re.compile(
    rf"[\s,]+(?:(?!(?:{_TURNS})\b)[\w'\u2019.-]+\s+){{0,8}}?(?:(?:was|were) (?:called|dispatched|summoned|alerted|sent)"
    r"|responded to|(?:received|got) (?:an?|the|several|multiple|\d+)\s+(?:[\w-]+\s+){0,3}(?:calls?|reports?))\b",
    re.IGNORECASE,
)
"""Behind a time that opens its sentence."""
_ERRAND = re.compile(
    r"\A\s+home\b|\b(?:in|to|at|before) (?:a |the )?court(?:room|house)?\b"
    r"|\b(?:meetings?|ceremon(?:y|ies)|criticism|questions?|comments?|requests?|allegations?|accusations?|claims|tips?"
    r"|warrants?|results?|grants?|awards?|statements?|letters?|emails?|permission|approval|autops(?:y|ies))\b",
    re.IGNORECASE,
)
"""What the police are called to, answer or get that is no event."""
_PART = (
    rf"(?:(?!(?:in|of|on|at|for|to|against|over|after|by|with|from|about|near|an?|the|his|her|their|is|was|were|are|had|has"
    rf"|have|following|{_TURNS})\b)[\w'\u2019-]+\s+)"
)
"""A word between the article and the noun of one phrase."""
_OWN = re.compile(
    rf"(?:['\u2019]s?)?\s+(?!(?:[\w-]+\s+)?{_LABOUR}['\u2019]?\s+strikes?\b){_PART}{{0,3}}"
    rf"(?!strikes?\s+(?:by|of)\s+(?:\w+\s+)?{_LABOUR}\b){_EVENT}\b"
    rf"(?!\s+{_LATER_ON}\b)",
    re.IGNORECASE,
)
_BESIDE = re.compile(
    rf"\b(?:an?|the|this|that|another|two|three|four|several|multiple)\s+(?P<what>{_PART}{{0,4}}{_EVENT})"
    r"(?:\s+(?:in|at|on|outside|inside|near|of)\s+(?:[\w'\u2019.&-]+\s+){1,6}?)?\s*,?\s*(?:on\s+)?\Z",
    re.IGNORECASE,
)
_HURT = re.compile(
    r"\b(?:shot|killed|wounded|injured|stabbed|struck|gunned down|hit|grazed|opened fire|opening fire|fired|ambushed"
    r"|attacked|bombed|shelled|exploded|slain|murdered)\b"
    rf"(?:\s+(?!(?:was|were|is|has|have|had|died|arrested|charged|buried|gathered|marched|mourned|prayed"
    rf"|protested|rallied|met|found|returned|{_TURNS})\b)[^\s,;]+){{0,9}}?\s*\Z",
    re.IGNORECASE,
)
_SPOKEN_OF = re.compile(
    r"\b(?:(?:condemn|denounc|deplor|decri|discuss|mourn|address|remember|commemorat|investigat|prob|review|visit|claim"
    r"|protest|mark)(?:e?[sd]?|ing)|(?:speak|spoke|react|respond|comment)\w* (?:of|about|on|to|over|against))"
    r"\s+(?:the|this|that)\s+\Z",
    re.IGNORECASE,
)
"""Before an event that is known, with a day behind that is as likely the day of the saying."""
_ENDS = re.compile(r"[.!?]['\"\u201d\u2019)]?\s+(?=[A-Z\"\u201c'\u2018(])|\n")
_REACH = 170
_NEXT = 40


def says_when(text: str, start: int, end: int) -> bool:
    """Whether the time at `start` to `end` of a text is said to be that of the event.

    That is behind words for its happening or for who was called to it, or before a word for it ("Sunday's attack").

    >>> says_when("Police said it happened about 9 p.m. Friday.", 24, 43)
    True
    >>> says_when("A man was held on Friday over the attack.", 15, 24)
    False
    """
    lead = _clause(text, start)
    called = _CALL.match(text, end, end + _REACH) if not lead.strip() else None
    if called is not None:
        return _ERRAND.search(text, called.end(), min(len(text), called.end() + _NEXT)) is None
    return _happened(lead) or _sent(lead) or _OWN.match(text, end, end + _REACH) is not None


def stands_by_event(text: str, start: int, end: int) -> bool:
    """Whether the time at `start` to `end` is said to be that of the event, or stands right behind a word for it.

    >>> stands_by_event("Police charged a man over a shooting in Elm Park on Friday.", 49, 58)
    True
    """
    lead = _clause(text, start)
    beside = _BESIDE.search(lead)
    return (
        says_when(text, start, end)
        or _HURT.search(lead) is not None
        or (beside is not None and not _SPOKEN_OF.search(lead, 0, beside.start("what")))
    )


def _happened(lead: str) -> bool:
    """Whether a clause up to a time says that its event happened, and not its trial or a strike of work."""
    found = _HAPPENED.search(lead)
    return found is not None and (
        _POINTS.match(found.group()) is not None or _AFTER_IT.search(lead, 0, found.start()) is None
    )


def _sent(lead: str) -> bool:
    """Whether a clause up to a time says that somebody was called out to an event."""
    found = _CALLED.search(lead)
    return found is not None and _ERRAND.search(found["whither"]) is None


def _clause(text: str, start: int) -> str:
    """The words of the sentence before a time, at most so many as bear on it."""
    low = max(0, start - _REACH)
    last = max((found.end() for found in _ENDS.finditer(text[low : start + 1])), default=0)
    return text[low + last : start]
