"""Places told by their bare names as what was struck, or as where a headline plays.

"Kandahar was struck by rockets", "Mogadishu rocked by blast", "Gao: suicide bomber
kills five", "Lahore market bombing".
"""

import re

from annals.extract.page import Sentence
from annals.reference.nations import seats

_STRUCK = (
    r"(?:hit|struck|rocked|shaken|jolted|rattled|bombed|shelled|pounded|battered|targeted|attacked|raided|stormed|mortared|"
    r"overrun|sacked|torched)"
)
_SUFFERS = re.compile(
    rf"\s+(?:(?:was|were|is|has been|have been|had been|being|again)\s+){{1,2}}(?:\w+ly\s+|again\s+)?{_STRUCK}\b"
    r"|\s+(?:came|comes|was|were|is|remained)\s+under\s+(?:\w+\s+)?(?:fire|attack|bombardment|siege)\b",
    re.IGNORECASE,
)
_IN_HEADLINE = re.compile(
    rf"\s+{_STRUCK}\s+(?:by|in|with|again|after|as)\b|\s+{_STRUCK}\s*(?:[:;,]|\Z)|\s+(?:under\s+(?:fire|attack)|reels)\b",
    re.IGNORECASE,
)
_COLON = re.compile(r":\s+(?![\"“‘'])")
_OPENING = 2
_BETWEEN = re.compile(r"\s+(?:[\w-]+\s+){0,2}")
_PEOPLE = re.compile(
    r"\b(?:police|man|woman|men|women|boy|girl|teen|court|judge|mayor|army|govt|government|officials?|ministers?|president|"
    r"says?|vows?|calls?|warns?|blames?|condemns?|slams?|denies|after|over|on|for|to)\b",
    re.IGNORECASE,
)


def is_stricken(sentence: Sentence, start: int, end: int, text: str) -> bool:
    """Whether the place named at [start, end) is told as where it happened, with no word of place before it."""
    if _SUFFERS.match(text, end, sentence.end):
        return True
    if not sentence.title or start - sentence.start > _OPENING:
        return False
    if _IN_HEADLINE.match(text, end, sentence.end):
        return True
    if _COLON.match(text, end, sentence.end):
        # "Moscow: we did not shell Kharkiv": a capital may speak.
        return not seats().get(tuple(w.folded for w in sentence.words if start <= w.start < end))
    nouns = (m.start for m in sentence.triggers if m.payload.noun and m.start > end)
    first = next(nouns, None)
    if first is None or _BETWEEN.fullmatch(text, end, first) is None:
        return False
    return _PEOPLE.search(text, end, first) is None
