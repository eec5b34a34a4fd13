"""Finding many phrases in a text at once, by whole words."""

import re
from collections.abc import Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")

T = TypeVar("T")


class Word(NamedTuple):
    """A word of a text: its offsets (end exclusive) and its folded form."""

    start: int
    end: int
    folded: str


class Match(NamedTuple, Generic[T]):
    """A phrase found: offsets of the text, indexes of its words (end exclusive), and what it stands for."""

    start: int
    end: int
    first: int
    last: int
    payload: T


def fold(word: str) -> str:
    """Lower case, without the points of "U.S." and without a possessive.

    >>> fold("U.S."), fold("army’s")
    ('us', 'army')
    """
    folded = word.lower().replace("’", "'").replace(".", "")
    return folded[:-2] if folded.endswith("'s") else folded.removesuffix("'")


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of `text[start:end]`; hyphens part words, so that "air-strike" and "air strike" are alike."""
    stop = len(text) if end is None else end
    return [Word(m.start(), m.end(), fold(m.group())) for m in WORD.finditer(text, start, stop)]


class Phrases(Generic[T]):
    """A set of phrases, each with a payload, looked up longest first."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """Take (phrase, payload) pairs; the first payload of equal phrases stays."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        seen: set[tuple[str, ...]] = set()
        for phrase, payload in entries:
            key = tuple(word.folded for word in words_of(phrase))
            if key and key not in seen:
                seen.add(key)
                self._by_first.setdefault(key[0], []).append((key, payload))
        for options in self._by_first.values():
            options.sort(key=lambda option: -len(option[0]))

    def find(self, words: list[Word]) -> Iterator[Match[T]]:
        """The longest phrases in `words`, left to right, not overlapping."""
        at = 0
        while at < len(words):
            found = self._at(words, at)
            if found is None:
                at += 1
            else:
                yield found
                at = found.last

    def _at(self, words: list[Word], at: int) -> Match[T] | None:
        for key, payload in self._by_first.get(words[at].folded, ()):
            last = at + len(key)
            if last <= len(words) and all(words[at + n].folded == part for n, part in enumerate(key)):
                return Match(words[at].start, words[last - 1].end, at, last, payload)
        return None
