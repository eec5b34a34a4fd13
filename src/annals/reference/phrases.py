"""Finding the phrases of a table in running text: folding of spelling, and one walk over the words."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from annals.english.remembering import remembered

Payload = TypeVar("Payload")

_WORD = re.compile(r"[^\W\d_](?:\.[^\W\d_]){1,6}\.?(?!\w)|[^\W_]+(?:['\u2019\u02bc\u02bb\u02bf`\u00b4][^\W_]+)*|&")
_APOSTROPHES = re.compile(r"['\u2019\u02bc\u02bb\u02bf`\u00b4.]")
_POSSESSIVE = re.compile(r"['\u2019][sS]$")
_SOFT_GAP = re.compile(
    r"[ \t\u00a0]{1,3}|[ \t]{0,3}\n[ \t]{0,3}|[ ]?[-\u2010\u2011\u2013/][ ]?"
    r"|['\u2019][ \n]|['\u2019]s[ \n]|['\u2019]?s? ?\("
)
_HYPHENS = frozenset("-\u2010\u2011")
_LONGEST_WORD = 40
_SHORTEST_LOOSE = 4

# Arabic's article as Latin letters write it before a sun letter or after a vowel; all read as "al".
_ARTICLES = frozenset({"al", "el", "ul", "ol", "as", "ash", "an", "ad", "ar", "az", "at", "ed", "ud"})
_ALWAYS_ARTICLES = frozenset({"al", "el", "ul"})
_AMERICAN = {
    "defense": "defence",
    "defenses": "defences",
    "armored": "armoured",
    "center": "centre",
    "labor": "labour",
    "program": "programme",
    "caliber": "calibre",
}
_SPELLINGS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"isation"), "ization"),
    (re.compile(r"ou|oo"), "u"),
    (re.compile(r"ee|ie"), "i"),
    (re.compile(r"[ey]"), "i"),
    (re.compile(r"o"), "u"),
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"(?<=a)h$"), ""),
)


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Return a word without case, accents, apostrophes, dots and possessive s, in British spelling.

    >>> fold("Kata'ib"), fold("U.S."), fold("Defense"), fold("Iraq's")
    ('kataib', 'us', 'defence', 'iraq')
    """
    bare = _APOSTROPHES.sub("", _POSSESSIVE.sub("", word))
    plain = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c)).casefold()
    return "and" if plain == "&" else _AMERICAN.get(plain, plain)


@lru_cache(maxsize=65_536)
def loosen(word: str) -> str:
    """Return a key that the usual ways to write one foreign name in Latin letters share.

    Words of up to three letters, and words with digits, are only folded.

    >>> loosen("Hizbullah") == loosen("Hezbollah"), loosen("Kataeb") == loosen("Kata'ib")
    (True, True)
    """
    plain = fold(word)
    if len(plain) < _SHORTEST_LOOSE or not plain.isalpha():
        return plain
    for pattern, to in _SPELLINGS:
        plain = pattern.sub(to, plain)
    return plain


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: where each stands, how it is written, its keys, and whether it runs on from the last."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    raw: tuple[str, ...]
    folded: tuple[str, ...]
    loose: tuple[str, ...]
    """The folded words, loosened."""
    joined: tuple[bool, ...]
    """Whether nothing but space, a hyphen or an apostrophe stands between a word and the one before."""

    def __len__(self) -> int:
        return len(self.starts)

    def hyphened(self, index: int) -> bool:
        """Whether the word at `index` hangs on the word before it by a hyphen alone."""
        return 0 < index < len(self.starts) and self.text[self.ends[index - 1] : self.starts[index]] in _HYPHENS


@remembered
def words_of(text: str) -> Words:
    """Split a text into words. Linear in the text's length.

    A possessive ending belongs to no word. A word too long for any language is its own key.
    """
    starts: list[int] = []
    ends: list[int] = []
    raws: list[str] = []
    folded: list[str] = []
    loose: list[str] = []
    joined: list[bool] = []
    last = -1
    size = len(text)
    for found in _WORD.finditer(text):
        raw, start, end = found[0], found.start(), found.end()
        if _POSSESSIVE.search(raw, 1):
            raw, end = raw[:-2], end - 2
        if len(raw) > _LONGEST_WORD:
            plain = key = raw
        else:
            plain = fold(raw)
            key = loosen(raw)
            if key in _ARTICLES and (key in _ALWAYS_ARTICLES or (end < size and text[end] in _HYPHENS)):
                key = "al"
        joined.append(last >= 0 and (text[last:start] == " " or bool(_SOFT_GAP.fullmatch(text, last, start))))
        starts.append(start)
        ends.append(end)
        raws.append(raw)
        folded.append(plain)
        loose.append(key)
        last = end
    return Words(text, tuple(starts), tuple(ends), tuple(raws), tuple(folded), tuple(loose), tuple(joined))


class _Node(Generic[Payload]):
    """What may follow the words so far, and what they stand for if nothing does."""

    __slots__ = ("following", "payloads")

    def __init__(self) -> None:
        self.following: dict[str, _Node[Payload]] = {}
        self.payloads: list[Payload] = []


class PhraseTable(Generic[Payload]):
    """Phrases with what they stand for, found by one walk of at most the longest phrase from each word."""

    def __init__(self, *, loose: bool = True) -> None:
        """`loose`: read the spellings of transliterated names alike."""
        self.loose = loose
        self._root: _Node[Payload] = _Node()

    def add(self, phrase: str, payload: Payload) -> None:
        """Add one phrase. The same phrase may stand for several things; one without words is left out."""
        words = words_of(phrase)
        self.add_keys(words.loose if self.loose else words.folded, payload)

    def add_keys(self, keys: tuple[str, ...], payload: Payload) -> None:
        """Add one phrase by its keys."""
        node = self._root
        for key in keys:
            node = node.following.setdefault(key, _Node())
        if keys and payload not in node.payloads:
            node.payloads.append(payload)

    def get(self, keys: tuple[str, ...]) -> Sequence[Payload]:
        """Return what exactly these keys stand for, () for nothing."""
        node: _Node[Payload] | None = self._root
        for key in keys:
            node = node.following.get(key) if node else None
        return node.payloads if node and keys else ()

    def first_words(self) -> frozenset[str]:
        """The keys with which phrases begin."""
        return frozenset(self._root.following)

    def begins(self, words: Words, index: int) -> bool:
        """Whether any phrase begins with the word at `index`."""
        keys = words.loose if self.loose else words.folded
        return index < len(keys) and keys[index] in self._root.following

    def ends_at(self, words: Words, start: int) -> Iterator[tuple[int, Sequence[Payload]]]:
        """Yield (index after the last word, payloads) of each phrase that begins at word `start`, shortest first."""
        keys, joined = words.loose if self.loose else words.folded, words.joined
        node = self._root
        for index in range(start, len(keys)):
            if index > start and not joined[index]:
                return
            following = node.following.get(keys[index])
            if following is None:
                return
            node = following
            if node.payloads:
                yield index + 1, node.payloads

    def longest(self, words: Words, start: int) -> tuple[int, Sequence[Payload]] | None:
        """Return the longest phrase that begins at word `start`, as `ends_at` does."""
        found = None
        for ending in self.ends_at(words, start):
            found = ending
        return found
