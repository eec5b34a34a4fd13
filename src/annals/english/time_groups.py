"""The words that a rule of the grammar of times matched, and what the same groups mean in every rule."""

import re
from typing import Literal

from annals.english.number_words import ORDINALS, cardinal, figure
from annals.english.time_parts import Edge
from annals.english.tokens import Tokens


class Groups:
    """The words that a rule's groups matched."""

    def __init__(self, tokens: Tokens, match: re.Match[str]) -> None:
        """Look at one match over the tokens of a text."""
        self._tokens, self._words, self._match = tokens, tokens.words, match
        self._names = match.re.groupindex

    def words(self, name: str) -> list[str]:
        """Give a group's words, none where it did not match."""
        if name not in self._names or self._match[name] is None:
            return []
        return self._words[self._match.start(name) : self._match.end(name)]

    def first(self, name: str) -> str:
        """Give a group's first word, "" where it did not match."""
        words = self.words(name)
        return words[0] if words else ""

    def capitals(self, name: str) -> bool:
        """Whether a group's word is written in capitals."""
        return self._tokens.raw[self._match.start(name)].isupper()

    def capital(self, name: str) -> bool:
        """Whether a group's first word begins with a capital."""
        return self._tokens.raw[self._match.start(name)][:1].isupper()

    def plain(self, word: str) -> bool:
        """Whether a word is among all that the rule matched."""
        return word in self._words[self._match.start() : self._match.end()]

    def number(self, name: str) -> int | None:
        """Give a group's figure or ordinal as a number."""
        word = self.first(name)
        if word in ORDINALS:
            return ORDINALS[word]
        read = figure(word) if word[:1].isdigit() else None
        return int(read[0]) if read else None


def hedge_of(groups: Groups) -> Literal["more", "less"] | None:
    """Read "more than", "under"; None where neither is told."""
    word = groups.first("hedge") or {"over": "more", "under": "less"}.get(groups.first("hedged"), "")
    return None if not word else "more" if word == "more" else "less"


def edge_of(groups: Groups) -> Edge | None:
    """Read which part of a stretch is told ("early", "the end of"); None for the whole of it."""
    word = groups.first("edge")
    if word:
        return "early" if word.startswith("early") or word == "earlier" else "mid" if word.startswith("mid") else "late"
    words = groups.words("edge_of")
    if not words:
        return None
    word = words[0]
    if words[-1] == "half":
        return "first half" if word == "first" else "second half"
    if words[-1] == "week" and word not in ("last", "final", "closing", "dying"):
        return "start"
    if words[-1] == "months":
        return "late" if word in ("last", "final", "closing", "dying") else "early"
    if word in ("turn", "middle", "mid"):
        return "turn" if word == "turn" else "mid"
    return "start" if word in ("start", "beginning", "outset", "opening", "first", "early") else "end"


def days_of_edge(groups: Groups) -> int | None:
    """Read how many days "the last ten days of" has; None where that is not told."""
    words = groups.words("edge_of")
    if not words or words[-1] not in ("days", "weeks"):
        return None
    read = next((found for n in range(len(words)) if (found := cardinal(words, n))), None)
    return read[0] * (7 if words[-1] == "weeks" else 1) if read else None


def week_of_edge(groups: Groups) -> int | None:
    """Read which week "the second week of" names; None where it is none, or the first or last."""
    words = groups.words("edge_of")
    if not words or words[-1] != "week":
        return None
    count = groups.number("edge_of")
    return count if count is not None and 2 <= count <= 5 else None  # noqa: PLR2004


def shift_of(groups: Groups) -> int | None:
    """Read "last" as -1, "this" as 0, "next" as 1, "before last" as -2; None where none is told."""
    words = groups.words("shift")
    if not words:
        return None
    if words[0] == "before":
        return -2
    if words[-1] in ("last", "past"):
        return -1
    return 0 if words[-1] == "this" else 1


def amount_of(groups: Groups, kind: str) -> tuple[int | None, int | None]:
    """How many units: low and high; (None, None) where the words have no number and need one."""
    words = groups.words("amount")
    unit = groups.first("unit")
    if not words:
        # A bare plural: "hours later", "days ago".
        return (2, None) if unit.endswith("s") or kind == "within" else (None, None)
    if "few" in words:
        return 2, 6
    if words[0] in ("several", "many"):
        return 3, 8 if words[0] == "several" else None
    if "couple" in words or "handful" in words:
        return 2, 3 if "couple" in words else 6
    if "dozen" in words:
        return (6, 6) if words[0] == "half" else (12, 12)
    if words in (["a"], ["an"]):
        return 1, 1
    read = cardinal(words, 0)
    return (read[0], read[0]) if read else (None, None)
