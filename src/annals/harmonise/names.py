"""The names that a report uses: what tells its story from others where dates and places do not."""

import re

from annals.english.folding import words_of
from annals.model import Report

_TEXT = 40_000
_MOST = 150
_SHORTEST = 4
_NAME = re.compile(r"(?<![\w'\u2019])[^\W\d_a-z][\w'\u2019]{2,40}")
_LOWER = re.compile(r"(?<![\w'\u2019])[a-z][\w'\u2019]{2,40}")
_UNREAD = ("caption", "byline", "furniture")


def names_of(report: Report) -> tuple[str, ...]:
    """The folded words that the report writes with a capital only, first told first, at most 150, each once.

    A word that also stands in small letters is no name but the first of a sentence. Bylines, captions and the furniture
    of the page are left out, for they are those of the outlet.
    """
    text = report.text[:_TEXT]
    unread = [(r.start, r.end) for r in report.regions if r.kind in _UNREAD]
    common = set(words_of(" ".join(_LOWER.findall(text))))
    found: dict[str, None] = {}
    for match in _NAME.finditer(text):
        if any(start <= match.start() < end for start, end in unread):
            continue
        for word in words_of(match.group()):
            if len(word) >= _SHORTEST and word not in common:
                found[word] = None
        if len(found) >= _MOST:
            break
    return tuple(found)
