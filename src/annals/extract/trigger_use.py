"""Whether a word of violence tells an event where it stands, or is part of a name, a noun's attribute, an idiom."""

import re

from annals.english.phrases import Match
from annals.extract.clauses import Clause
from annals.extract.lexicon import Trigger

_JOINED = re.compile(r"(?:,|\band|\bby)\s*$")
_HAS_OBJECT = re.compile(r"\s+(?!(?:of|in|on|at|by|and|or|was|were|is|had|has|that|which|near|outside|when|as)\b)\w")
_NOUN_BEFORE = re.compile(r"\b(?:a|an|the|after|before|of|by|in|with|from|over|amid|car|no|any|for)\s+$", re.IGNORECASE)
# Behind the noun of an event: what makes it the attribute of a thing ("kidnapping gang").
_ATTRIBUTE = re.compile(
    r"[ -](?:gangs?|rings?|squads?|helicopters?|dogs?|planes?|aircraft|drills?|laws?|bills?|control|ranges?|plots?|"
    r"threats?|fears?|warnings?|alerts?|rates?|statistics|figures|weapons?|rifles?|police|insurance|prevention|training|"
    r"exercises?|hoax(?:es)?|scares?|games?|films?|scenes?|charges?|convictions?|conspiracy)\b"
)
_NOT_VIOLENT = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,3}?with\s+(?:\w+\s+){0,2}(?:sanctions|tariffs|charges|lawsuits?|fines?|taxes)\b"
)


def tells_event(clause: Clause, match: Match[Trigger], text: str, *, headline: bool) -> bool:
    """Whether a word for an event tells one here: not as a base form outside headlines, nor in "strike a deal"."""
    if _time_within(clause, match):
        return False
    payload = match.payload
    if payload.noun and not payload.sure and not headline and _part_of_name(clause, match, text):
        return False
    if payload.noun and _gerund(clause, match, text):
        return False
    if payload.noun or payload.form in ("past", "participle", "ing"):
        return not _nominal_use(payload, match, text)
    if headline:
        # "Jets bomb camp", but "after bomb hoax": behind a preposition or an article the word is a noun.
        return not _NOUN_BEFORE.search(text[max(clause.start, match.start - 12) : match.start])
    before = text[max(clause.start, match.start - 12) : match.start].lower()
    return (
        bool(re.search(r"\b(?:to|would|could|might|may|will|did|saw|can|and|that)\s+$", before)) or payload.form == "s"
    )


def _gerund(clause: Clause, match: Match[Trigger], text: str) -> bool:
    """Whether a noun in -ing is a verb here: ", killing six people", where the harm is read by itself."""
    return text[match.start : match.end].endswith("ing") and bool(
        _JOINED.search(text[max(clause.start, match.start - 8) : match.start])
        and _HAS_OBJECT.match(text[match.end : match.end + 24])
    )


def _part_of_name(clause: Clause, match: Match[Trigger], text: str) -> bool:
    """Whether a capital in mid-sentence makes the word part of a name ("Maritime Trade Operations")."""
    return text[match.start].isupper() and match.start > clause.sentence.start and text[match.start - 1] == " "


def _time_within(clause: Clause, match: Match[Trigger]) -> bool:
    """Whether the last word of "fired on" belongs to "on Tuesday"."""
    return not match.payload.noun and any(match.start < t.start < match.end for t in clause.sentence.times)


def _nominal_use(payload: Trigger, match: Match[Trigger], text: str) -> bool:
    after = text[match.end : match.end + 14].lower()
    if (
        payload.form == "ing"
        and match.payload.type == ""
        and text[match.start : match.end].lower() in ("landing", "hitting", "targeting", "launching", "firing")
    ):
        return False
    if payload.noun and _ATTRIBUTE.match(text, match.end):
        return True
    return after.startswith((" a deal", " a balance", " a chord", " out at", " off the")) or bool(
        _NOT_VIOLENT.match(text[match.end : match.end + 60])
    )
