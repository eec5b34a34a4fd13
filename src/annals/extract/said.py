"""A speaker, and the stretch of a sentence for which he speaks."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Said:
    """A speaker and the stretch for which he speaks."""

    words: str
    start: int
    end: int
    parties: frozenset[str] = frozenset()
    """Ids of the actors for which the speaker may speak."""
    party: str | None = None
    """The words that name the first of them."""


def speaker_at(said: list[Said], at: int) -> str | None:
    """Who speaks at offset `at`; None is the report's own voice."""
    return next((s.words for s in said if s.start <= at < s.end), None)


def voice_at(said: list[Said], at: int) -> Said | None:
    """The speaker at offset `at` with the parties for which he speaks."""
    return next((s for s in said if s.start <= at < s.end), None)


def single_voice(words: str) -> bool:
    """Whether one person speaks who is no spokesman, so that "it" is hardly his own side ("an official")."""
    head = re.split(r",|\b(?:of|for|in|from|at)\b", words)[0].strip().lower()
    return head.endswith(
        (
            "official",
            "officials",
            "source",
            "sources",
            "resident",
            "witness",
            "analyst",
            "minister",
            "officer",
            "secretary",
        )
    )


def within(said: Said, start: int, end: int) -> Said:
    """The same speaker for another stretch."""
    return Said(words=said.words, start=start, end=end, parties=said.parties, party=said.party)


def in_speech(text: str, at: int, start: int) -> bool:
    """Whether offset `at` stands in direct speech that opened behind offset `start`, where its sentence begins.

    >>> in_speech('"They fired," he said, and it was', 1, 0), in_speech('"They fired," he said, and it was', 27, 0)
    (True, False)
    """
    before = text[start:at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1
