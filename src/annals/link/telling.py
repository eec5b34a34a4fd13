"""Words that tell one event from another."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

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
