"""The words of a report that tell an event, as the ends of ties."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from annals.extract.candidates import Candidate
from annals.extract.page import Sentence
from annals.extract.when import When, when_of

_HAD = re.compile(r"\bhad (?:\w+ ){0,2}$")
_ENDING = re.compile(r"(?<=\w{3})(?:ings?|ers?|ed|es|s)$")
_SHORT = 2
_NO_NAMES = frozenset("the attack strike strik its their mr mrs president government minister".split())


@dataclass(frozen=True, kw_only=True)
class Member:
    """A word that tells an event: its sentence's index, where it stands, and the index of its telling."""

    sentence: int
    start: int
    end: int
    telling: int
    when: When = field(default_factory=When)
    """What its words say of its day."""
    back: bool = False
    """Told as what had happened before: "had killed", "two days earlier"."""
    names: frozenset[str] = frozenset()
    """Folded words of its clause by which the event may be called again: names, days, what was hit."""
    doers: frozenset[str] = frozenset()
    """Folded words of those who its words say did it; empty where they name nobody."""
    types: frozenset[str] = frozenset()
    """ACLED sub-types that its words name, its weapons stand for, or its words may mean; empty where none do."""


def member_of(candidate: Candidate, telling: int, text: str) -> Member:
    """The word of a candidate as that of the event with the index `telling`."""
    clause = candidate.clause
    when = when_of(candidate.times)
    back = when.back or _HAD.search(text, clause.start, candidate.at) is not None
    return Member(
        sentence=clause.sentence.index,
        start=candidate.at,
        end=candidate.trigger.end,
        telling=telling,
        when=when,
        back=back,
        names=names_in(clause.sentence, clause.start, clause.end, text),
        doers=frozenset(
            w.folded
            for f in candidate.findings
            if f.field == "perpetrator"
            for w in clause.sentence.words
            if f.quote.start <= w.start < f.quote.end and text[w.start : w.end] in f.words
        ),
        types=frozenset(candidate.types or candidate.arms or candidate.hints),
    )


def names_in(sentence: Sentence, start: int, end: int, text: str) -> frozenset[str]:
    """Words of a stretch by which an event may be called again: names, days, what was hit, the words for the event."""
    found = {
        w.folded
        for w in sentence.words
        if start <= w.start < end and text[w.start].isupper() and w.start > sentence.start and len(w.folded) > _SHORT
    }
    found |= {w.folded for w in sentence.words if start <= w.start < end and w.folded.isdigit()}
    for things in (sentence.targets, sentence.triggers):
        found |= {stem(text[t.start : t.end]) for t in things if start <= t.start < end}
    return frozenset(found - _NO_NAMES)


def stem(words: str) -> str:
    """The words without an ending, so that "raided", "raids" and "the raid" are one."""
    return _ENDING.sub("", words.lower())


def other(members: Sequence[Member], than: Member) -> Member | None:
    """The first of another event than `than`; None where all are of that one."""
    return next((m for m in members if m.telling != than.telling), None)
