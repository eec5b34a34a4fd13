"""The words of a text that can tell one event from another: folded, with ages, street numbers and times of day."""

import re
from collections.abc import Iterator

from annals.english.folding import fold, words_of

AGED = "-year-old"
"""The end of the word for an age, be it told so or after a name ("Tamas, 34,")."""
_SHORTEST = 3
_AGE = re.compile(r"\b(\d{1,2})[- ]years?[- ]old\b|(?<=[a-z.]), (\d{1,2})(?=,)")
_BLOCK = re.compile(r"\b(\d{2,5})[- ]block\b")
_CLOCK = re.compile(r"\b(\d{1,2})[:.](\d\d) ?(?:[ap]\.?m\b|hrs\b|hours\b|gmt\b)")


def content_words(text: str) -> Iterator[str]:
    """Each word of three or more characters as often as it stands there, numbers only where they say what they count.

    >>> sorted(content_words("A 17-year-old was hit at 7:30 p.m. in the 1200 block of Orsa Lane; 4 fled"))
    ['1200-block', '17-year-old', '7:30', 'block', 'fled', 'hit', 'lane', 'old', 'orsa', 'the', 'was', 'year']
    """
    plain = fold(text)
    for word in words_of(plain):
        if len(word) >= _SHORTEST and not word.isnumeric():
            yield word
    for told, appended in _AGE.findall(plain):
        yield f"{told or appended}{AGED}"
    for number in _BLOCK.findall(plain):
        yield f"{number}-block"
    for hour, minute in _CLOCK.findall(plain):
        yield f"{hour}:{minute}"
