"""The words by which a report's story is known from others, where dates and places do not tell them apart."""

from collections import Counter
from collections.abc import Mapping

from annals.english.content import AGED, content_words
from annals.english.rarity import rarity
from annals.model import Report

_TEXT = 4_000
"""Characters: what a report tells further down is mostly background."""
_MOST = 80
_AGES = 10
_LEAST = 5
"""Rarity below which a word says nothing of the story."""
_UNREAD = ("caption", "byline", "furniture")


def story_of(report: Report) -> Mapping[str, int]:
    """The most telling content words of a report, each with how often it is told; the most telling first.

    At most 80, and ten ages beyond that. Bylines, captions and the furniture of the page are left out, for they are
    those of the outlet.
    """
    counts = Counter(content_words(f"{_title(report)}\n{_read(report)[:_TEXT]}"))
    ranked = sorted((-weight(word, told), word) for word, told in counts.items() if rarity(word) >= _LEAST)
    kept = [*ranked[:_MOST], *[entry for entry in ranked[_MOST:] if entry[1].endswith(AGED)][:_AGES]]
    return {word: counts[word] for _, word in kept}


def weight(word: str, told: int) -> int:
    """What a word that is told so often weighs: the square of its rarity, and more for what is told again."""
    return min(told + 1, 5) * rarity(word) ** 2


def _title(report: Report) -> str:
    """The headline, where it does not stand in the text."""
    return "" if report.title is None or any(r.kind == "title" for r in report.regions) else report.title


def _read(report: Report) -> str:
    """The text without its unread regions."""
    parts, at = [], 0
    for region in report.regions:
        if region.kind in _UNREAD:
            parts.append(report.text[at : region.start])
            at = region.end
    return " ".join((*parts, report.text[at:]))
