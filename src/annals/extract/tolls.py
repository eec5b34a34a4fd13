"""Tolls told as numbers: "the dead now number 59", "the wounded at 108", "first 70, then 82 dead", "from 56 to 59"."""

import re
from bisect import bisect_left

from annals.english.phrases import Match
from annals.extract.lexicon import Harm
from annals.extract.page import Sentence
from annals.extract.people_lists import People

_TOLL_SPAN = 12
_LABELLED = re.compile(r"\s*:\s*(?:at least |about |some |over )?\d")
"""Behind a word of harm that stands as a label: "Dead: 4"."""
_NOMINAL = frozenset(
    "dead wounded injured killed missing hurt kidnapped abducted deaths fatalities injuries martyrs casualties".split()
)
_BEFORE = frozenset("the of total its their confirmed official".split())
_NUMBERS_OF = re.compile(
    r"\b(?:number|numbers|total|tally|toll|count)\s+of\s+(?:the\s+|those\s+|people\s+)?$", re.IGNORECASE
)
_AMONG_LEAD = re.compile(r"\b(?:among|amongst)\s+(?:those\s+|\w+\s+)?$", re.IGNORECASE)
_LINK = re.compile(
    r"(?:\b(?:at|to|as|of|number(?:s|ed)?|total(?:s|led|ed)?|reache[sd]|hit|hits|pass(?:es|ed)|topp?(?:s|ed)|"
    r"exceed(?:s|ed)|is|was|are|were|"
    r"stands?|now|became|from|made|makes|comes?|came|rose|rises|climbs?|be)|:)\s+(?:now\s+|currently\s+|"
    r"already\s+|still\s+|given as\s+|put at\s+|nearly\s+)*$",
    re.IGNORECASE,
)
_INCLUDE = re.compile(r"\s+(?:[^.;,]{0,40}?\b)?(?:include[sd]?|were|are|was|is)\s+(?:at least\s+)?$", re.IGNORECASE)
_BREAK = re.compile(r"[;.]")
_PEOPLE_NOUN = re.compile(
    r"\s+(?:people|persons|civilians|men|women|children|soldiers|officers|police)\b", re.IGNORECASE
)
_AMONG = re.compile(
    r"[^.;]{0,40}?\b(?:among|amongst)\s+(?:the|those|its|their)?\s*(?:(?:at least|about)\s+)?(?:\w+\s+)?", re.IGNORECASE
)
_CHAIN_JOINT = re.compile(
    r"\s*(?:,\s*)?(?:(?:and|or|but)?\s*(?:then|later|finally|now|afterwards|eventually)(?:\s+(?:to|at|of))?|to|,)\s*",
    re.IGNORECASE,
)
_CHAIN_THEN = re.compile(r"\b(?:then|later|finally|afterwards|eventually|now)\b", re.IGNORECASE)
_FROM_BEHIND = re.compile(
    r"\s*(?:[a-z]+\s+){0,2}?,?\s*(?:up |down )?(?:from|more than the|against the|and not the)\s+(?:the |an |a )?"
    r"(?:(?:previous|previously|earlier|initial|first|preliminary|original|reported|announced|figure|toll|count|"
    r"of)\s+){0,4}$",
    re.IGNORECASE,
)
_TO_BEHIND = re.compile(r"\s*(?:people|dead|deaths)?\s*to\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_MOST_LINKS = 3


def is_nominal(cue: Match[Harm], sentence: Sentence, text: str) -> bool:
    """Whether the cue names those harmed, or their number, not the harm: "the dead", "the number of wounded"."""
    if cue.payload.role == "tolls":
        return True
    verb = cue.payload.role in ("active", "suffered") and text[cue.start : cue.end].lower() not in _NOMINAL
    if not verb and _LABELLED.match(text, cue.end):
        return True
    if cue.first == 0 or text[cue.start : cue.end].lower() not in _NOMINAL:
        return False
    lead = text[max(sentence.start, cue.start - 40) : cue.start]
    if _NUMBERS_OF.search(lead):
        return True
    if sentence.words[cue.first - 1].folded not in _BEFORE and not _AMONG_LEAD.search(lead):
        return False
    return not _PEOPLE_NOUN.match(text, cue.end)


def next_harm(sentence: Sentence, cue: Match[Harm]) -> int:
    """Where the next word of harm stands in the sentence; its end where there is none."""
    after = bisect_left(sentence.harm, cue.end, key=lambda m: m.start)
    return sentence.harm[after].start if after < len(sentence.harm) else sentence.end


def put_at(people: list[People], cue: Match[Harm], text: str, limit: int) -> tuple[People, bool] | None:
    """The number that a nominal cue is said to have, and whether it counts a part only ("the dead included ...").

    None where the sentence gives it none; `limit` is where the next word of harm stands, whose number it would be.
    """
    for candidate in people:
        if candidate.start < cue.end or candidate.first - cue.last > _TOLL_SPAN or candidate.start > limit:
            continue
        between = text[cue.end : candidate.start]
        if _BREAK.search(between):
            return None
        if cue.payload.role != "tolls" and _INCLUDE.fullmatch(between) and candidate.last - candidate.first > 1:
            return candidate, True
        if _LINK.search(between):
            return candidate, False
        if cue.payload.role == "tolls" and candidate.first - cue.last <= 1:
            return candidate, False
    return None


def among(people: list[People], cue: Match[Harm], text: str) -> People | None:
    """The people of "two nurses were among the dead", "a guard, among those killed": a part."""
    behind = [p for p in people if p.part and p.end <= cue.start]
    return next((p for p in reversed(behind) if _AMONG.fullmatch(text, p.end, cue.start)), None)


def chain(counted: People, people: list[People], text: str) -> list[People]:
    """Bare numbers told of the same toll: those before it ("first 70, then 82") and those after ("59, up from 56")."""
    found: list[People] = []
    head = counted
    before = [p for p in people if p.end <= counted.start]
    for other in reversed(before[-_MOST_LINKS:]):
        joint = text[other.end : head.start]
        bare = other.number_end == other.end and not other.none
        if not bare or not _CHAIN_JOINT.fullmatch(joint):
            break
        if joint.strip().lower() == "," and not any(_CHAIN_THEN.search(text, other.end, counted.start) for _ in (0,)):
            break
        if joint.strip().lower() == "to" and not _FROM.search(text[max(0, other.start - 12) : other.start]):
            break
        found.insert(0, other)
        head = other
    tail = counted
    for other in [p for p in people if p.start >= counted.end][:_MOST_LINKS]:
        joint = text[tail.end : other.start]
        started = _FROM.search(text[max(0, tail.start - 12) : tail.start])
        if other.none or not (
            _FROM_BEHIND.fullmatch(joint)
            or (started and _TO_BEHIND.fullmatch(joint))
            or (other.number_end == other.end and _CHAIN_THEN.search(joint) and _CHAIN_JOINT.fullmatch(joint))
        ):
            break
        found.append(other)
        tail = other
    return found
