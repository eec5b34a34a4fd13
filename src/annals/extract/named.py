"""Persons of public office or command killed, who are the event's subject ("a strike killed General X and Y").

The dead are counted, not named; only a name that a public role stands beside is read.
"""

import re

from annals.english.phrases import Match
from annals.extract.clauses import Clause
from annals.extract.lexicon import Harm
from annals.model import Finding, Quote

_NAME = r"[A-Z][\w’'-]+(?:\s+(?:(?:al|el|de|da|dos|bin|ibn|von|van|bint)[\s-])?[A-Z][\w’'-]*(?:-[A-Z]\w+)?){1,4}"
_ROLE = r"(?:(?:[A-Z][\w’'-]+|[a-z]+)\s+){0,7}?"
_OBJECT = re.compile(rf"\s+(?P<all>{_ROLE}(?P<first>{_NAME})(?:\s*,?\s+and\s+{_ROLE}(?P<second>{_NAME}))?)")
_SUBJECT = re.compile(rf"(?P<first>{_NAME})(?:\s*,[^,.;]{{1,80}},)?\s+(?:was|were|has been|had been)\s+(?:\w+ly\s+)?$")
_PUBLIC = re.compile(
    r"\b(?:commander|leader|chief|head|general|colonel|admiral|marshal|president|minister|premier|governor|mayor|senator|"
    r"lawmaker|mp|ambassador|envoy|diplomat|cleric|imam|ayatollah|sheikh|mullah|bishop|archbishop|cardinal|warlord|"
    r"spokesman|spokeswoman|scientist|prosecutor|judge|candidate|king|prince|sultan|emir|founder|kingpin|boss|mastermind|"
    r"adviser|politician|dissident|official)\b",
    re.IGNORECASE,
)
_BESIDE = 70
_OF = re.compile(r"\s+of\b")
_MONTHS = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|"
    r"Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


def named_victims(clause: Clause, cue: Match[Harm], text: str) -> Finding | None:
    """The named persons that a verb of killing harms; None where none, or where a place or group bears the name."""
    if cue.payload.field != "killed" or cue.payload.role != "active":
        return None
    of = _OF.match(text, cue.end, clause.end)
    ahead = _OBJECT.match(text, of.end() if of else cue.end, clause.end)
    if ahead is not None and cue.payload.form in ("past", "ing", "s", "participle"):
        names = [ahead.span(group) for group in ("first", "second") if ahead.group(group)]
        start, end = names[0][0], names[-1][1]
        if _public(text, cue.end, start, end, clause.end) and all(_person(clause, *span, text) for span in names):
            return Finding(field="killed", words=text[start:end], quote=Quote.of(text, cue.start, end))
    behind = _SUBJECT.search(text, max(clause.start, cue.start - 160), cue.start)
    if (
        behind is not None
        and cue.payload.form in ("past", "participle")
        and _person(clause, *behind.span("first"), text)
        and _public(text, max(clause.start, behind.start() - _BESIDE), behind.start(), behind.end("first"), cue.start)
    ):
        start, end = behind.span("first")
        return Finding(field="killed", words=text[start:end], quote=Quote.of(text, start, cue.end))
    return None


def _public(text: str, floor: int, start: int, end: int, ceiling: int) -> bool:
    """Whether a public role stands before the name (from `floor`), in it ("General X") or right behind it."""
    return bool(_PUBLIC.search(text, max(floor, start - _BESIDE), min(ceiling, end + _BESIDE)))


def _person(clause: Clause, start: int, end: int, text: str) -> bool:
    sentence = clause.sentence
    taken = [(a.start, a.end) for a in sentence.actors] + [(p.start, p.end) for p in sentence.places]
    return not any(a < end and start < b for a, b in taken) and not _MONTHS.search(text, start, end)
