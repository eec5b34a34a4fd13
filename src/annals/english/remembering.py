"""Remembering what was read in a text: the stages ask the same things of the same report and of the same phrases."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")

_PHRASE = 240
"""Characters; longer texts are taken to be whole reports."""
_PHRASES = 8192
_REPORTS = 2


def remembered(read: Callable[[str], T]) -> Callable[[str], T]:
    """Keep the latest answers of a pure function of a text: many for short texts, few for long ones.

    Memory stays bounded by that whatever the texts. The answers must be immutable, as callers share them.

    >>> lengths = []
    >>> @remembered
    ... def measure(text: str) -> int:
    ...     lengths.append(len(text))
    ...     return len(text)
    >>> measure("a phrase"), measure("a phrase"), lengths
    (8, 8, [8])
    """
    of_phrase, of_report = lru_cache(maxsize=_PHRASES)(read), lru_cache(maxsize=_REPORTS)(read)

    @wraps(read)
    def recall(text: str) -> T:
        return of_phrase(text) if len(text) <= _PHRASE else of_report(text)

    return recall
