"""Words that tell one event from another, and how rare they are in a batch."""

from collections import Counter
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files
from math import log

from annals.english.folding import words_of

_SHORTEST = 4


@cache
def _common() -> frozenset[str]:
    lines = files("annals.link").joinpath("common_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def telling_words(text: str) -> set[str]:
    """The folded words of a text that may tell one event from another.

    >>> sorted(telling_words("Rockets hit the Harrow refinery, officials said"))
    ['harrow', 'refinery']
    """
    return set(telling(words_of(text)))


def telling(words: Iterable[str]) -> Iterator[str]:
    """Those of some folded words that may tell one event from another, in their order."""
    common = _common()
    return (word for word in words if len(word) >= _SHORTEST and word not in common and not word.isnumeric())


class Rarity:
    """How rare words are over the reports of a batch: 0 in all of them, towards 1 in one of very many."""

    # A batch of five reports says little about what is rare in the world, so that its counts are read as if it were
    # part of this many reports more, none of which has the word.
    _UNSEEN = 50

    def __init__(self, reports: Iterable[AbstractSet[str]]) -> None:
        """Count, for each word, the reports that have it; `reports` are their sets of words."""
        self._counts: Counter[str] = Counter()
        size = 0
        for words in reports:
            self._counts.update(words)
            size += 1
        self._total = size + self._UNSEEN
        self._scale = log(self._total)
        self._norms: dict[AbstractSet[str], float] = {}

    def of(self, word: str) -> float:
        """The rarity of a word, 0 to 1."""
        return log(self._total / max(1, self._counts[word])) / self._scale

    def reports(self, word: str) -> int:
        """The number of reports that have the word."""
        return self._counts[word]

    def norm(self, words: frozenset[str]) -> float:
        """The sum of the rarities to the fourth: the squared length of the words as a vector of squared rarities."""
        found = self._norms.get(words)
        if found is None:
            # Summed in order, so that the result does not depend on how the set is laid out.
            found = self._norms[words] = sum(self.of(word) ** 4 for word in sorted(words))
        return found
