"""Persons killed who are named as the event's subject ("a strike killed General X and his deputy Y")."""

import re

from annals.english.phrases import Match
from annals.extract.clauses import Clause
from annals.extract.lexicon import Harm
from annals.model import Finding, Quote

_NAME = r"[A-Z][\w’'-]+(?:\s+(?:(?:al|el|de|da|dos|bin|ibn|von|van|bint)[\s-])?[A-Z][\w’'-]*(?:-[A-Z]\w+)?){1,4}"
_ROLE = r"(?:(?:[A-Z][\w’'-]+|[a-z]+)\s+){0,7}?"
_OBJECT = re.compile(rf"\s+(?P<all>{_ROLE}(?P<first>{_NAME})(?:\s*,?\s+and\s+{_ROLE}(?P<second>{_NAME}))?)")
_SUBJECT = re.compile(rf"(?P<first>{_NAME})(?:\s*,[^,.;]{{1,80}},)?\s+(?:was|were|has been|had been)\s+(?:\w+ly\s+)?$")
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
        if all(_person(clause, *span, text) for span in names):
            start, end = names[0][0], names[-1][1]
            return Finding(field="killed", words=text[start:end], quote=Quote.of(text, cue.start, end))
    behind = _SUBJECT.search(text, max(clause.start, cue.start - 160), cue.start)
    if (
        behind is not None
        and cue.payload.form in ("past", "participle")
        and _person(clause, *behind.span("first"), text)
    ):
        start, end = behind.span("first")
        return Finding(field="killed", words=text[start:end], quote=Quote.of(text, start, cue.end))
    return None


def _person(clause: Clause, start: int, end: int, text: str) -> bool:
    sentence = clause.sentence
    taken = [(a.start, a.end) for a in sentence.actors] + [(p.start, p.end) for p in sentence.places]
    return not any(a < end and start < b for a, b in taken) and not _MONTHS.search(text, start, end)
