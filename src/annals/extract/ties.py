"""Ties between two events that a report asserts: in one sentence, or in one that looks back at the event before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from annals.extract.page import Sentence
from annals.model import Quote, Tie

# What answers what; behind the words stands what is answered where they take an object.
_CUES = re.compile(
    r"\b(?:(?P<revenge>(?:in (?:\w+ )?(?:retaliation|reprisal|revenge|vengeance)|as (?:an? )?(?:\w+ "
    r")?(?:retaliation|reprisal|revenge)|(?:an? |the (?:first )?|its |their )?(?:apparent |direct |"
    r"swift )*(?:retaliation|revenge|reprisals?|retribution|punishment|payback|retaliatory (?:attack|"
    r"strike|raid)s?)"
    r"|to avenge|avenging|(?:which |that )?avenged|retaliat(?:ed|ing|es)|retaliatory|tit[- ]for[- "
    r"]tat|(?:struck|hit|strikes|hits|fired|shot) back|took revenge|taking revenge)(?P<for>\s+(?:for|"
    r"against|over|after)\b)?)"
    r"|(?P<answer>(?:in (?:\w+ )?(?:response|reply|answer|reaction)|as an? (?:\w+ )?(?:response|"
    r"answer|reply)|(?:an?|its|their|the) (?:\w+ )?(?:response|answer|reply)(?= to| for)|respond(?:ed|"
    r"ing|s)|answer(?:ed|ing|s)|in the wake of|prompted by|provoked by|triggered by)(?P<to>\s+(?:to|"
    r"for|with)\b)?))",
    re.IGNORECASE,
)
_TAKES_OBJECT = re.compile(
    r"(?:avenge|avenging|avenged|answered|answering|answers|in the wake of|prompted by|provoked by|triggered by)$",
    re.IGNORECASE,
)
_THREAT = re.compile(
    r"\b(?:vow\w*|threat\w*|promis\w+|warn\w*|pledg\w+|swore|sworn|will|would|could|may|might|shall|"
    r"should|fear\w*|if|call(?:s|ed|ing)? for|not|n[’']t|no|never|denied|denies|without|rather than|"
    r"plan\w*|prepar\w+|expect\w*|ready|right to|risk\w*|possible|"
    r"potential|await\w*|urg\w+|demand\w*|against|consider\w*|weigh\w*|restrain\w*|brac\w+)\b[^.;]{0,50}$",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(
    r"\b(?:hours|days|weeks|a day|a week|minutes)\s+(?:after|later)\b|\bwithin (?:\w+ )?hours of\b", re.IGNORECASE
)
_SERIES = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest)\s+(?:(?:such|similar|"
    r"known|reported|deadly|major|suspected|drone|rocket|missile|bomb|suicide|mass|fatal|"
    r"[\w-]+)\s+){0,4}?(?:attacks?|strikes?|bombings?|raids?|incidents?|shootings?|time|"
    r"killings?|kidnappings?|assaults?|ambush|massacre)\b|\b(?:the latest|the newest) in a (?:series|"
    r"string|wave|spate) of\s+(?:[\w-]+\s+){0,2}?(?:attacks?|strikes?|bombings?|raids?|shootings?)\b",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(?:as )?part of (?:the|a|an|its|their)\s+(?:[\w-]+\s+){0,3}?(?:offensive|operation|attack|"
    r"campaign|assault|siege|raid|battle)\b",
    re.IGNORECASE,
)
_MANY = re.compile(r"\b(?:such|similar|time|in a)\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:since|in (?:as many|the (?:past|last)|less than|under|a|one|two|three|four|five|six|seven|"
    r"\d+) ?(?:\w+ ){0,2}(?:hours?|days?|weeks?|months?|years?)?|this (?:week|month|year)|within)\b",
    re.IGNORECASE,
)
_BACK = 80


@dataclass(frozen=True, kw_only=True)
class Member:
    """A word that tells an event: its sentence's index, where it stands, and the index of its telling."""

    sentence: int
    start: int
    end: int
    telling: int


def ties_of(members: Sequence[Member], sentences: Sequence[Sentence], text: str) -> list[Tie]:
    """The ties of a report; `members` are the words of events that happened and are one event each, in order.

    A threat of revenge ties nothing. Where the sentence names one event only, "in retaliation" looks back at the
    event told before it.
    """
    by_sentence: dict[int, list[Member]] = {}
    for member in members:
        by_sentence.setdefault(member.sentence, []).append(member)
    found: list[Tie] = []
    told: list[Member] = []
    for sentence in sentences:
        here = by_sentence.get(sentence.index, [])
        found += _answers(sentence, here, told, text)
        found += _orders(sentence, here, text)
        found += _series(sentence, here, told, by_sentence.get(sentence.index + 1, []), text)
        told += here
    return list(dict.fromkeys(found))


def _answers(sentence: Sentence, here: list[Member], told: list[Member], text: str) -> list[Tie]:
    found = []
    for cue in _CUES.finditer(text, sentence.start, sentence.end):
        if _THREAT.search(text[max(sentence.start, cue.start() - _BACK) : cue.start()]):
            continue
        taking = bool(cue["for"] or cue["to"]) or bool(_TAKES_OBJECT.search(cue.group()))
        pair = _pair(here, told, cue.start(), cue.end(), taking=taking)
        if pair is not None:
            source, target = pair
            relation = "retaliation_for" if cue["revenge"] else "response_to"
            quote = Quote.of(text, sentence.start, sentence.end)
            found.append(Tie(relation=relation, source=source.telling, target=target.telling, quote=quote))
    return found


def _pair(
    here: list[Member], told: list[Member], start: int, end: int, *, taking: bool
) -> tuple[Member, Member] | None:
    """What answers, and what is answered."""
    before = [m for m in here if m.start < start]
    behind = [m for m in here if m.start >= start]
    if taking:
        target = next((m for m in behind if m.start >= end), None)
        if target is None:
            return None
        others = [*reversed(before), *(m for m in behind if m.start > target.start), *reversed(told)]
        source = _other(others, target)
        return (source, target) if source is not None else None
    nearest = before[-1:] or behind[:1]
    if not nearest:
        return None
    source = nearest[0]
    target = _other([*reversed([m for m in before if m is not source]), *reversed(told)], source)
    return (source, target) if target is not None else None


def _other(members: Sequence[Member], than: Member) -> Member | None:
    return next((m for m in members if m.telling != than.telling), None)


def _orders(sentence: Sentence, here: list[Member], text: str) -> list[Tie]:
    found = []
    for first, second in pairwise(here):
        if first.telling == second.telling:
            continue
        between = text[first.end : second.start]
        quote = Quote.of(text, sentence.start, sentence.end)
        if _FOLLOWS.search(between) and not _CUES.search(between):
            found.append(Tie(relation="follows", source=first.telling, target=second.telling, quote=quote))
        elif _PART.search(between):
            found.append(Tie(relation="part_of", source=first.telling, target=second.telling, quote=quote))
    return found


def _series(sentence: Sentence, here: list[Member], told: list[Member], behind: list[Member], text: str) -> list[Tie]:
    """One series with the other event told beside it: "It was the second such attack in a month"."""
    cue = _SERIES.search(text, sentence.start, sentence.end)
    if cue is None or _THREAT.search(text[max(sentence.start, cue.start() - _BACK) : cue.start()]):
        return []
    if not (_MANY.search(cue.group()) or _PERIOD.search(text, cue.end(), sentence.end)):
        return []
    one = here[0] if here else (told[-1] if told else None)
    if one is None:
        return []
    others = [*here, *behind, *reversed(told)] if here else [*behind, *reversed(told)]
    other = _other(others, one)
    if other is None:
        return []
    quote = Quote.of(text, sentence.start, sentence.end)
    return [Tie(relation="same_campaign", source=one.telling, target=other.telling, quote=quote)]
