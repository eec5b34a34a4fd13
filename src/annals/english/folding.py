"""Words in a form in which spellings meet: no case, no accents, no punctuation."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)?")

ARTICLES = frozenset(("a", "an", "the", "this", "that", "these", "those", "its", "their", "his", "her", "our"))


def fold(text: str) -> str:
    """Lower case without accents.

    >>> fold("Áden Sør")
    'aden sør'
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def words_of(text: str) -> list[str]:
    """The words of a text, folded, without possessive endings.

    >>> words_of("The Army's base-camp")
    ['the', 'army', 'base', 'camp']
    """
    folded = fold(text)
    if "'" not in folded and "\u2019" not in folded:
        return _WORD.findall(folded)
    found = []
    for match in _WORD.finditer(folded):
        word = match.group()
        for mark in ("'", "\u2019"):
            head, _, tail = word.partition(mark)
            if tail == "s":
                word = head
            elif tail:
                word = head + tail
        found.append(word)
    return found


@lru_cache(maxsize=16_384)
def name_key(text: str) -> tuple[str, ...]:
    """The words of a name without articles, in order: equal keys are one spelling.

    >>> name_key("The Al-Noor Brigade") == name_key("al-noor brigade")
    True
    """
    return tuple(word for word in words_of(text) if word not in ARTICLES)
