"""Two events that a report counts as one series: "the second such attack in a week", "part of the same offensive"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from annals.extract.page import Sentence
from annals.extract.returns import by_one_hand
from annals.extract.tie_cues import only_threatened
from annals.extract.tie_members import Member, stem
from annals.model import Quote, Tie
from annals.reference.event_families import compatible_types

_SERIES = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest)\s+(?:(?:such|similar|"
    r"known|reported|deadly|major|suspected|drone|rocket|missile|bomb|suicide|mass|fatal|"
    r"[\w-]+)\s+){0,4}?(?:attacks?|strikes?|bombings?|raids?|incidents?|shootings?|time|"
    r"killings?|kidnappings?|assaults?|ambush|massacre)\b|\b(?:the latest|the newest) in a (?:series|"
    r"string|wave|spate) of\s+(?:[\w-]+\s+){0,2}?(?:attacks?|strikes?|bombings?|raids?|shootings?)\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten)\s+(?:such|similar)\s+(?:[\w-]+\s+)?"
    r"(?:attacks|strikes|bombings|raids|shootings|killings|massacres|assaults)\b",
    re.IGNORECASE,
)
_MANY = re.compile(r"\b(?:such|similar|time|in a)\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"\b(?:since|in (?:as many|the (?:past|last)|less than|under|a|one|two|three|four|five|six|seven|"
    r"\d+) ?(?:\w+ ){0,2}(?:hours?|days?|weeks?|months?|years?)?|this (?:week|month|year)|within)\b",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\b(?:part of the|in the) same (?:[\w-]+ ){0,2}?(?:offensive|campaign|operation|wave|series|spree|assault|plot)\b",
    re.IGNORECASE,
)
_OBJECT = re.compile(r"\s+(?:on|against|targeting|at|upon)\s+(?P<what>[^,.;:]{2,60})", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Course:
    """What a report tells in a sentence, before it and shortly behind it, and what is known of each event."""

    here: Sequence[Member]
    told: Sequence[Member]
    near: Sequence[Member]
    called: Mapping[int, Counter[str]]
    """Telling -> the words by which its event may be called again."""
    answered: frozenset[frozenset[int]]
    """Pairs of tellings of which one answered the other: no series."""


def series(sentence: Sentence, course: Course, text: str) -> list[Tie]:
    """One series with the other event told beside it, where both are of one kind."""
    quote = Quote.of(text, sentence.start, sentence.end)
    pair = _same(sentence, course, text) or _counted(sentence, course, text)
    if pair is None:
        pair = by_one_hand(sentence, course.here, course.told, course.near, text)
        pair = None if pair is not None and frozenset(pair) in course.answered else pair
    return [Tie(relation="same_campaign", source=pair[0], target=pair[1], quote=quote)] if pair is not None else []


def _same(sentence: Sentence, course: Course, text: str) -> tuple[int, int] | None:
    """An event of the same offensive as the one told last."""
    cue = _SAME.search(text, sentence.start, sentence.end)
    if cue is None or only_threatened(text, sentence.start, cue.start()):
        return None
    here = [m for m in course.here if not cue.start() <= m.start < cue.end()] or list(course.here)
    others = [m for m in reversed(course.told) if here and m.telling != here[0].telling]
    return (here[0].telling, others[0].telling) if others else None


def _counted(sentence: Sentence, course: Course, text: str) -> tuple[int, int] | None:
    """An event and the one beside which it is counted; both of the kind, and on the target, that the count names."""
    cue = _SERIES.search(text, sentence.start, sentence.end)
    if cue is None or only_threatened(text, sentence.start, cue.start()):
        return None
    if not (_MANY.search(cue.group()) or _PERIOD.search(text, cue.end(), sentence.end)):
        return None
    one = course.here[0] if course.here else (course.told[-1] if course.told else None)
    if one is None:
        return None
    kinds = {t.payload.type for t in sentence.triggers if cue.start() <= t.start < cue.end() and t.payload.type}
    what = _OBJECT.match(text, cue.end(), sentence.end)
    hit = {
        stem(text[t.start : t.end])
        for t in sentence.targets
        if what is not None and what.start("what") <= t.start < what.end("what")
    }
    for member in (*course.here, *course.near[:1], *reversed(course.told), *course.near):
        if (
            member.telling != one.telling
            and frozenset((member.telling, one.telling)) not in course.answered
            and _alike(member.types, one.types)
            and (not kinds or compatible_types(set(member.types), kinds))
            and (not hit or hit & set(course.called.get(member.telling, ())))
        ):
            return one.telling, member.telling
    return None


def _alike(a: set[str] | frozenset[str], b: set[str] | frozenset[str]) -> bool:
    """Whether both may be one kind of event; words that name no kind may be any."""
    return not a or not b or compatible_types(set(a), set(b))
