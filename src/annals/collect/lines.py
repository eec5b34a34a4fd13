"""A page as lines: where each stands and how it looks to a comparison."""

from collections.abc import Iterable, Iterator
from functools import cached_property

_EDGES = " \t\u00a0\u200b\ufeff•·●▪■◆►▶▸›»«‹*|>#_=~-–—[](){}<.:;,…\u201c\u201d\"'"  # noqa: RUF001 - page ornaments
_LONG = 1200
"""Code points; what is longer is a paragraph, and is compared by its beginning alone."""


class Line:
    """One line that is not blank, without the white space around it."""

    def __init__(self, start: int, text: str, *, gap: bool) -> None:
        """Place a line.

        Args:
            start: Offset of its first code point.
            text: Its words.
            gap: True where a blank line, or nothing, stands before it.
        """
        self.start = start
        self.end = start + len(text)
        self.text = text
        self.gap = gap

    @cached_property
    def words(self) -> int:
        """Number of words; at most what fits into the first 1,200 code points."""
        return len(self.text[:_LONG].split())

    @cached_property
    def folded(self) -> str:
        """In lower case, with straight apostrophes and single spaces; at most 1,200 code points."""
        return fold_line(self.text[:_LONG])

    @cached_property
    def closed(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.text.rstrip("\"'\u201d\u2019)] \u00bb")[-1:] in (".", "!", "?", "\u2026", "\u061f", "\u3002")


def lines_of(text: str) -> Iterator[Line]:
    r"""Yield the lines that are not blank.

    >>> [(line.text, line.gap) for line in lines_of("One\n two \n\nthree")]
    [('One', True), ('two', False), ('three', True)]
    """
    at = 0
    gap = True
    for raw in text.split("\n"):
        shown = raw.strip()
        if shown:
            start = at + len(raw) - len(raw.lstrip())
            yield Line(start, shown, gap=gap)
        gap = not shown
        at += len(raw) + 1


def fold_line(text: str) -> str:
    r"""Lower case, straight apostrophes, single spaces.

    >>> fold_line("Editor\u2019s  Picks")
    "editor's picks"
    """
    return " ".join(text.lower().replace("\u2019", "'").replace("\u2018", "'").split())


def bare(folded: str) -> str:
    """A folded line without the bullets, brackets and punctuation at its ends.

    >>> bare("[ read more: ]")
    'read more'
    """
    return folded.strip(_EDGES)


def holds(folded: str, phrases: Iterable[str]) -> bool:
    """Whether a folded line holds one of the phrases, at the beginning of a word: "roadblock" holds no "adblock"."""
    for phrase in phrases:  # a plain loop is twice as fast as `any`, and runs for every line
        at = folded.find(phrase)
        while at >= 0:
            if at == 0 or not folded[at - 1].isalnum():
                return True
            at = folded.find(phrase, at + 1)
    return False
