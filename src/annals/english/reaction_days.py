"""Days on which somebody spoke of an event, was arrested for it or went to court, rather than those of the event."""

import re
from collections.abc import Iterable

from annals.english.reaction_words import HELD, SPOKE, TRIED

_SAID = (
    f"{SPOKE}|denounced|praised|hailed|reiterated|unveiled|warned|vowed|pledged|promised|urged|asked|demanded|"
    "apologi[sz]ed|testified|described|blamed|accused|thanked|expressed|addressed|convened|summoned"
)
_LAW = f"{HELD}|{TRIED}|acquitted|jailed|appeared|faced|appealed|ruled|remanded"
_VISIT = (
    "visited|toured|buried|mourned|attended|gathered|marched|rallied|protested|imposed|ordered|approved|adopted|"
    "investigated"
)
_DONE = f"(?:{_SAID}|{_LAW}|{_VISIT})"
_PHRASES = (
    "taken into custody|turned (?:him|her|them)sel(?:f|ves) in|in custody|laid to rest|laid flowers|laid a wreath|"
    "made (?:his|her|their) first (?:court )?appearance|began emerging|visiting|attending|speaking|appearing|"
    "remembering|mourning|reporting|remain(?:s|ed)?|in (?:\\w+\\s+){0,2}condition|(?:un|not )(?:clear|known|certain)"
)
_PRESENT = (
    "says|say|(?:is|are|was|were)\\s+(?:still\\s+)?(?:investigating|searching|looking|seeking|trying|working|hunting|expected|"
    "scheduled|due)"
)
_TO_COME = (
    "will|would|to be|expected to|scheduled (?:to|for)|set to|due to|due in|due for|plans? to|planned for|to appear|"
    "to face|turns|turning"
)
_NEXT = r"(?:(?!(?:after|when|where|who|whom|which|that|while|and|but|as|since|before|by)\b)[\w\u2019'-]+\s+)"
_BESIDE = re.compile(rf"\b(?!reported\b)(?:{_DONE}|{_PHRASES})\s+{_NEXT}{{0,4}}(?:on\s+)?\Z", re.IGNORECASE)
_FOLLOWED = re.compile(rf"\s*,?\s+(?:\w+ly\s+)?(?:{_DONE}|named|{_PRESENT})\b", re.IGNORECASE)
_OFFENCE = re.compile(
    r"\b(?:charged|indicted|arraigned|booked|convicted|sentenced|jailed)\s+(?:\w+\s+){0,2}?(?:with|on|of|for)\s+"
    r"(?:(?:[\w-]+|,|counts? of|charges? of)\s+){0,5}?(?:murder|manslaughter|homicide|assault|terrorism|"
    r"robbery|battery|kidnapping|arson|charges?|counts?|shooting|killing)\s+(?:on\s+)?\Z",
    re.IGNORECASE,
)
_AHEAD = re.compile(rf"\b(?:{_TO_COME})\s+[^.;:,]{{0,60}}\Z", re.IGNORECASE)
_OPENED = re.compile(r"[,;:\u2013\u2014(]|\b(?:who|which|that|after|when|where|while|and|but)\b", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\s+(?:[\w-]+\s+){0,2}")
_ARTICLE = re.compile(r"\b(?:an?|the|this|another)\s+\Z", re.IGNORECASE)
_REACH = 120


def is_reaction(text: str, low: int, start: int, end: int, events: Iterable[tuple[int, int]]) -> bool:
    """Whether the day at `start` to `end` is that of a statement, an arrest, a court or a visit, or is still to come.

    Args:
        text: the report's text.
        low: where the sentence begins.
        start: first code point of the words of time.
        end: one past their last.
        events: where words of events and harm stand in the sentence; a day beside one is the event's.

    >>> is_reaction("Police on Tuesday said a man was shot.", 0, 7, 17, [(34, 38)])
    True
    >>> is_reaction("A man shot on Tuesday said he was well.", 0, 11, 21, [(6, 10)])
    False
    """
    told = [(at, to) for at, to in events if not text.endswith("without ", low, at)]
    low = max(low, start - _REACH)
    if any(end < at and _ATTRIBUTE.fullmatch(text, end, at) for at, _ in told) and _ARTICLE.search(text, low, start):
        return False  # "arrested over a Sunday afternoon shooting"
    for found in (_BESIDE.search(text, low, start), _AHEAD.search(text, low, start)):
        if found is not None and not _between(told, found.start(), start):
            return True
    if _OFFENCE.search(text, low, start):
        return True
    followed = _FOLLOWED.match(text, end, end + _REACH)
    if followed is None:
        return False
    # "They attacked a camp, in the hills, on Tuesday, said its head": what was said stands before.
    attributed = "," in followed.group()
    opened = low if attributed else max((m.end() for m in _OPENED.finditer(text, low, start)), default=low)
    return not _between(told, opened, start)


def _between(events: Iterable[tuple[int, int]], low: int, high: int) -> bool:
    return any(low <= start < high for start, _ in events)
