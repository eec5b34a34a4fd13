"""Which of a place's many names can stand in an English report."""

import re
import unicodedata

_LOWER_START = re.compile(r"(?:al|el|ad|an|ar|as|at|az|ash|ath|de|la|le|les|los|las|den|the|'s)[ -]", re.IGNORECASE)
_CODES = re.compile(r"[\d,;()/=]| - |^[A-Z]{2}-[A-Z]{1,3}$")
_SHORTEST, _LONGEST, _INITIALS = 3, 60, 4
SIDES = re.compile(
    r"(?:(?:far|upper|lower|central|capital|national|[a-z]*(?:north|south|east|west)(?:ern)?|centre|center|coast|islands?"
    r"|midlands?|mountains?|plains?|highlands?|other|outer|inner)\W*)+",
    re.IGNORECASE,
)
"""Names that are but words of direction: only with a noun are they names ("Western Region")."""
_PART = re.compile(r"[ -](?:side|end|bank|part)$", re.IGNORECASE)


def latin(name: str) -> bool:
    """Say whether all letters are Latin."""
    return all(not ch.isalpha() or "LATIN" in unicodedata.name(ch, "") or ch in "ʻʼʿʾ" for ch in name)


def useful(name: str) -> bool:
    """Say whether an alternate name can stand in an English report: no codes, no letter-by-letter romanisation.

    >>> [useful(name) for name in ("Al Anbar", "IQ-AN", "الأنبار", "South Side")]
    [True, False, False, False]
    """
    if not _SHORTEST <= len(name) <= _LONGEST or not latin(name) or _CODES.search(name):
        return False
    if (name.isupper() and len(name) <= _INITIALS) or SIDES.fullmatch(_PART.sub("", name)):
        return False
    return name[0].isupper() or (bool(_LOWER_START.match(name)) and re.split(r"[- ]", name)[-1][:1].isupper())
