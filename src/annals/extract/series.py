"""Two events that a report counts as one series: "the second such attack in a week", "part of the same offensive"."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from annals.extract.page import Sentence
from annals.extract.returns import by_one_hand, returned
from annals.extract.tie_cues import only_threatened
from annals.extract.tie_members import Member, stem
from annals.extract.when import When, agree
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
    r"\b(?:part of the|in the) same (?:[\w-]+ ){0,2}?"
    r"(?:offensive|campaign|operation|wave|series|spree|assault|plot|feud)\b"
    r"|\b(?:both|two|all)\b[^.;]{0,40}?\b(?:parts?|limbs?|arms?|acts?|phases?|stages?|pieces?) of "
    r"(?:one|a single|the same)\b"
    r"|\b(?:both|two)\b[^.;]{0,40}?\b(?:belong(?:ed|s)?) to (?:one|a single|the same)\b"
    r"|\bas one piece of work\b",
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
    sure = _ONE_OTHER.search(text, cue.start(), sentence.end) is not None
    others = (*course.here, *course.near[:1], *reversed(course.told), *course.near)
    for member in others if sure else _counted_with(sentence, one, course):
        if (
            member.telling != one.telling
            and frozenset((member.telling, one.telling)) not in course.answered
            and _alike(member.types, one.types)
            and (not kinds or compatible_types(set(member.types), kinds))
            and (not hit or hit & set(course.called.get(member.telling, ())))
        ):
            return one.telling, member.telling
    return None


def _counted_with(sentence: Sentence, one: Member, course: Course) -> list[Member]:
    """The words that may tell the others counted: those beside the count, right behind it, or recalled before it.

    A headline counts what the report tells further down. Another time must be told of them: what happened elsewhere
    on the same day is news of its own.
    """
    reach = _FURTHER if sentence.title else _BEHIND
    behind = [m for m in course.near if m.sentence - sentence.index <= reach]
    before = [m for m in reversed(course.told) if sentence.index - m.sentence <= _BEHIND]
    whens: dict[int, list[When]] = {}
    for member in (*course.told, *course.here, *course.near):
        whens.setdefault(member.telling, []).append(member.when)
    mine = whens[one.telling]
    return [m for m in (*course.here, *behind) if earlier(m, mine)] + [
        m for m in before if earlier(m, mine) or earlier(one, whens[m.telling])
    ]


def earlier(member: Member, others: Sequence[When]) -> bool:
    """Whether the words tell another time than each of `others`, as news tells one that was before."""
    if member.back:
        return True
    said = [when for when in others if when.said]
    if not member.when.said:
        return False
    if not said:
        return member.when.month is not None
    dated = member.when.month is not None
    fits = [agree(member.when, when, None) for when in said]
    return all(
        fit is False or (fit is None and dated and when.month is None) for fit, when in zip(fits, said, strict=True)
    )


def set_off(
    members: Sequence[Member], sentences: Sequence[Sentence], text: str
) -> Iterator[tuple[Member, list[Member]]]:
    """Words that must tell another event than all told before: (they, those before); each has a telling of its own.

    "It was the second such attack in a week. On Friday a bomb killed six at Nittambuwa"; "on Monday the raiders
    returned".
    """
    told: list[Member] = []
    for sentence in sentences:
        here = [m for m in members if m.sentence == sentence.index]
        if told:
            cue = _SERIES.search(text, sentence.start, sentence.end)
            ahead = next((m for m in members if m.sentence > sentence.index), None)
            if cue is not None and ahead is not None and not only_threatened(text, sentence.start, cue.start()):
                opens = _opens_with_time(sentences, ahead)
                before = [*told, *here]
                if ahead.sentence == sentence.index + 1 and opens and earlier(ahead, [m.when for m in before]):
                    yield ahead, before
            back = returned(sentence, here, [m for m in members if m.sentence > sentence.index], text)
            if back is not None:
                yield back, told
        told = [*told, *here]


def _opens_with_time(sentences: Sequence[Sentence], member: Member) -> bool:
    sentence = next(s for s in sentences if s.index == member.sentence)
    return any(t.start - sentence.start <= _LEAD for t in sentence.times)


# Of a second there is but one other, and what is "such" was just told.
_ONE_OTHER = re.compile(r"\b(?:second|two|such|as many)\b", re.IGNORECASE)
_LEAD = 4
_BEHIND = 2
_FURTHER = 8
"""Sentences."""


def _alike(a: set[str] | frozenset[str], b: set[str] | frozenset[str]) -> bool:
    """Whether both may be one kind of event; words that name no kind may be any."""
    return not a or not b or compatible_types(set(a), set(b))
