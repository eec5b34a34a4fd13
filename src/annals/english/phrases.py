"""Finding many phrases in a text at once, by whole words."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
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


@lru_cache(maxsize=65_536)
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
        self._begun: dict[str, dict[str, list[tuple[tuple[str, ...], T]]]] = {}
        """First word -> second word, "" for none -> the phrases that begin so, longest first."""
        seen: set[tuple[str, ...]] = set()
        for phrase, payload in entries:
            key = tuple(word.folded for word in words_of(phrase))
            if key and key not in seen:
                seen.add(key)
                second = key[1] if len(key) > 1 else ""
                self._begun.setdefault(key[0], {}).setdefault(second, []).append((key, payload))
        for seconds in self._begun.values():
            for options in seconds.values():
                options.sort(key=lambda option: -len(option[0]))

    def first_words(self) -> frozenset[str]:
        """The folded first words of all phrases."""
        return frozenset(self._begun)

    def find(self, words: list[Word]) -> Iterator[Match[T]]:
        """The longest phrases in `words`, left to right, not overlapping."""
        begun = self._begun
        past = 0
        # Most words begin no phrase, and every sentence is looked through for dozens of sets.
        for at in [at for at, (_, _, folded) in enumerate(words) if folded in begun]:
            found = _longest(begun[words[at].folded], words, at) if at >= past else None
            if found is not None:
                yield found
                past = found.last


def _longest(seconds: dict[str, list[tuple[tuple[str, ...], T]]], words: list[Word], at: int) -> Match[T] | None:
    """The longest of the phrases that stands in `words` from `at`."""
    second = words[at + 1].folded if at + 1 < len(words) else ""
    for key, payload in (*seconds.get(second, ()), *(seconds.get("", ()) if second else ())):
        last = at + len(key)
        if tuple([word.folded for word in words[at:last]]) == key:
            return Match(words[at].start, words[last - 1].end, at, last, payload)
    return None
