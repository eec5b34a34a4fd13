"""What was attacked and what was damaged, in the report's words."""

import re

from annals.extract.bystanders import no_target
from annals.extract.clauses import Clause
from annals.model import Finding, Quote
from annals.reference.things import things

_PER_CLAUSE = 3
_MODIFIERS = re.compile(
    r"(?:\b(?:[A-Z][\w’'-]*|military|army|police|residential|civilian|Shiite|Sunni|primary|secondary|main|crowded|"
    r"busy|local|oil|gas|joint|government|coalition|fuel|US|UN|cargo)\s+){1,4}$"
)
_REACH = 70


# "The defence ministry said" is a voice, not what was hit.
_SPEAKS = re.compile(
    r"(?:\s+(?:spokes\w+|officials?|sources?|statement))?\s+(?:said|says|told|added|confirmed|reported|announced|"
    r"stated|tweeted|wrote)\b"
)


def targets_of(clause: Clause, at: int, text: str) -> list[Finding]:
    """Things behind an event's word, or in front of it where it stands in the passive, in order."""
    found = []
    for match in clause.sentence.targets:
        if not clause.holds(match.start, match.end) or _SPEAKS.match(text, match.end):
            continue
        if no_target(clause.sentence, match.start, match.end, text):
            continue
        ahead = at <= match.start <= at + _REACH
        behind = (
            match.end <= at
            and at - match.end <= _REACH // 2
            and bool(re.search(r"\b(?:was|were|been|came under)\b", text[match.end : at + 12]))
        )
        if ahead or behind:
            start = _with_modifiers(clause, match.start, text)
            quote = Quote.of(text, start, match.end)
            found.append(Finding(field="target", words=quote.exact, quote=quote))
    return found[:_PER_CLAUSE]


def damage_of(clause: Clause, text: str) -> list[Finding]:
    """Things that a verb of damage takes as object ("destroyed two houses") or passive subject."""
    sentence = clause.sentence
    first, last = sentence.word_at(clause.start), sentence.word_at(clause.end)
    found: list[Finding] = []
    for verb in things().damage.find(sentence.words[first:last]):
        if verb.payload not in ("past", "participle", "ing"):
            continue
        for match in sentence.targets:
            gap = text[verb.end : match.start] if match.start >= verb.end else text[match.end : verb.start]
            after = verb.end <= match.start <= verb.end + _REACH and not re.search(r"[.;]|\b(?:when|after|by)\b", gap)
            passive = match.end <= verb.start <= match.end + _REACH // 2 and bool(
                re.fullmatch(r"\s+(?:was|were|had been|has been|have been|is|are)\s+(?:\w+ly\s+|also\s+)*", gap)
            )
            if after or passive:
                start = _with_modifiers(clause, match.start, text)
                quote = Quote.of(text, min(verb.start, start), max(verb.end, match.end))
                found.append(Finding(field="damage", words=text[start : match.end], quote=quote))
    return found[:_PER_CLAUSE]


def _with_modifiers(clause: Clause, start: int, text: str) -> int:
    lead = _MODIFIERS.search(text[max(clause.start, start - 50) : start])
    return start - len(lead.group()) if lead else start
