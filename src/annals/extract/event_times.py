"""Which of a clause's time expressions are the event's own."""

import re

import msgspec

from annals.english.page_times import is_page_time
from annals.english.reaction_days import is_reaction
from annals.english.times import TimeExpression, find_times
from annals.extract.clauses import Clause
from annals.extract.lexicon import table
from annals.extract.page import Sentence

EVENT_TIMES = frozenset("date weekday dayword holiday month season year period ago chain".split())
"""Kinds of time expression that can date an event."""

_DAYS = frozenset({"date", "weekday", "dayword"})
_SAYING_REACH = 4
_LEAD = 40
_RECURS = re.compile(r"\b(?:the|this|its|their)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_VERB_GAP = 6
_CHAINED = 40
_CLAUSE = 8
_DECIDED = frozenset(
    "ruled denied announced promised pledged vowed warned ordered declared signed agreed met released voted elected "
    "appealed called offered lifted imposed sworn took won resigned visited claimed blamed accused rejected".split()
)
_QUOTE_MARKS = 2
_PAST_VERB = re.compile(
    r"\b(?:\w+ed|said|met|held|came|began|went|sought|took|told|spoke|flew|sent|gave|made)(?:\s+on)?$", re.IGNORECASE
)
_BARE_SPAN = re.compile(r"\b(?:in|for|over)\s+$", re.IGNORECASE)
_OPEN_END = re.compile(r"\b(?:after|before|of|following)\Z", re.IGNORECASE)
_CHAIN_END = re.compile(r"\b(?:after|before|of|following)\b", re.IGNORECASE)
_DIED_LATER = re.compile(
    r"\b(?:died|dies|dying|succumbed|passed away)\b[^.;]{0,40}?\b"
    r"(?:hospital|clinic|wounds|injuries|burns)\b[^.;,]{0,12}$",
    re.IGNORECASE,
)
_OF_THE_HURT = re.compile(
    r"\bof (?:the|those|\w+[’']s)\s+(?:\w+\s+){0,2}(?:wounded|injured|burned|burnt|hurt)\s+(?:\w+\s+){0,3}"
    r"(?:died|succumbed)\b[^.;,]{0,12}$",
    re.IGNORECASE,
)
_THEN = re.compile(r"(?:that|the same)\s", re.IGNORECASE)
_POSSESSIVE = re.compile(
    r"(?:\b(?:early|late|last)\s+)?\b\w+(?:\s+(?:night|morning|afternoon|evening))?[’']s$", re.IGNORECASE
)
_ADJECTIVES = re.compile(r"\s+(?:[\w’'-]+\s+){0,4}")


def event_times(clause: Clause, text: str, *, at: int, noun: bool) -> list[TimeExpression]:
    """The times of a clause that can date the event whose word stands at `at`, in order.

    Left out are the times of statements ("said on Monday"), of other verbs, of deaths in hospital, of what the event is
    told against, and of the page itself ("Posted: Friday, 3 May 2019").
    """
    sentence = clause.sentence
    found = []
    for time in sentence.times:
        if time.kind not in EVENT_TIMES or not clause.holds(time.start, time.end):
            continue
        if is_page_time(text, time.start, time.end):
            continue
        own = _possessive(time, text, at) if noun else None
        if own is not None:
            found.append(own)
        elif not (
            _bare_span(time, text)
            or _time_of_saying(sentence, time, text)
            or reaction_time(sentence, time, text)
            or (noun and _time_of_other_verb(clause, time, text, at))
            or (noun and _told_then(sentence, time, text, at))
            or (clause.start == sentence.start and opens_sentence(sentence, time, text))
            or of_the_hurt(text, clause.start, time.start)
        ):
            found.append(time)
    # "A day after Friday's strike" dates something else; the strike has a day of its own.
    told = [t for t in found if t.kind != "chain" or t.start != clause.start or clause.link != "other"]
    return told or found


def of_the_hurt(text: str, start: int, at: int) -> bool:
    """Whether the time at `at` is that on which somebody died who had been hurt before; `start` opens its clause."""
    return any(said.search(text, start, at) for said in (_DIED_LATER, _OF_THE_HURT))


def opens_sentence(sentence: Sentence, time: TimeExpression, text: str) -> bool:
    """Whether "hours after" opens the sentence: then it dates the event of the main clause, by that of its own.

    "The month before, gunmen shot five" names no event that it counts from.
    """
    if time.kind != "chain" or time.start - sentence.start > _QUOTE_MARKS or text.startswith(",", time.end):
        return False
    return _OPEN_END.search(time.words) is not None


def _possessive(time: TimeExpression, text: str, at: int) -> TimeExpression | None:
    """The day in "Friday's strike", also where "a day after Friday's strike" dates something else by it."""
    tail = _POSSESSIVE.search(time.words)
    if tail is None or not _ADJECTIVES.fullmatch(text, time.end, max(time.end, at)):
        return None
    found = find_times(tail.group())
    if not found or found[0].kind not in EVENT_TIMES:
        return None
    shift = time.end - len(tail.group())
    return msgspec.structs.replace(found[0], start=found[0].start + shift, end=found[0].end + shift)


def _bare_span(time: TimeExpression, text: str) -> bool:
    """Whether "in years", "for months" says how long, not when."""
    before = text[max(0, time.start - 6) : time.start]
    return time.kind == "chain" and bool(_BARE_SPAN.search(before)) and time.words[:1].islower()


def _time_of_other_verb(clause: Clause, time: TimeExpression, text: str, at: int) -> bool:
    """Whether the time stands by another verb ("officials met Thursday after the fallout of the attack").

    So it is where a noun names the event, the time stands before it within the clause, and a past verb that is no
    event stands right before the time.
    """
    if time.start > at or time.kind == "chain":
        return False
    beside = any(end >= time.start - _VERB_GAP and start < time.start for start, end in _event_words(clause.sentence))
    return bool(_PAST_VERB.search(text[clause.start : time.start].rstrip())) and not beside


def _told_then(sentence: Sentence, time: TimeExpression, text: str, at: int) -> bool:
    """Whether somebody spoke then of an event told before ("On Friday he was quoted as saying the raid was")."""
    if time.end > at or not _RECURS.search(text, max(time.end, at - _LEAD), at):
        return False
    said = [m for m in table().saying.find(sentence.words) if time.end <= m.start < at and text[m.start].islower()]
    return bool(said) and not any(time.end <= start < said[0].start for start, _ in _event_words(sentence))


_STATEMENT = re.compile(
    r"\b(?:statement|communiqu[eé]|announcement|speech|address|post|tweet|message|letter|interview|briefing|broadcast|"
    r"declaration|press release|news conference|press conference)s?\b[^,.;:\"”]{0,60}$",
    re.IGNORECASE,
)


def _time_of_saying(sentence: Sentence, time: TimeExpression, text: str) -> bool:
    """Whether the time is that of a statement ("officials told reporters on Monday"), not of what is told."""
    statement = _STATEMENT.search(text, sentence.start, time.start)
    if statement is not None and not any(
        statement.start() <= start < time.start for start, _ in _event_words(sentence)
    ):
        # "A statement by the front on Tuesday called it a lie".
        return True
    at = sentence.word_at(time.start)
    window = sentence.words[max(0, at - _SAYING_REACH) : at]
    # "In the United States ... on Monday": a capital marks a name, not a verb.
    said = [m for m in table().saying.find(window) if text[m.start].islower() and ":" not in text[m.end : time.start]]
    if (time.kind == "chain" and not _THEN.match(time.words)) or not said:
        return False
    return not any(window[0].start <= start < time.start for start, _ in _event_words(sentence))


def reaction_time(sentence: Sentence, time: TimeExpression, text: str) -> bool:
    """Whether a day of the sentence is that of a statement, an arrest or a court, or is one to come."""
    if time.kind == "chain" and _counts_from_words(time, sentence):
        return True
    if time.kind not in _DAYS or any(_counts_from(chain, time) for chain in sentence.times):
        return False
    return is_reaction(text, sentence.start, time.start, time.end, _event_words(sentence))


def _counts_from_words(chain: TimeExpression, sentence: Sentence) -> bool:
    """Whether a step is counted from what somebody said or decided ("four days after the army ruled out an attack").

    Then it dates neither that attack nor, as nobody knows the day of the words, anything else.
    """
    if _CHAIN_END.search(chain.words) is None or any(
        _counts_from(chain, time) for time in sentence.times if time.kind in _DAYS
    ):
        return False
    behind = sentence.words[sentence.word_at(chain.end) :][:_CLAUSE]
    told = min((start for start, _ in _event_words(sentence) if start >= chain.end), default=sentence.end)
    said = (behind[m.first].start for m in table().saying.find(behind) if m.payload in ("past", "s"))
    decided = (w.start for w in behind if w.folded in _DECIDED)
    return any(start < told for start in (*said, *decided))


def _counts_from(chain: TimeExpression, time: TimeExpression) -> bool:
    """Whether a step is counted from that day ("hours after police on Thursday announced a reward")."""
    return chain.kind == "chain" and bool(_CHAIN_END.search(chain.words)) and 0 <= time.start - chain.end <= _CHAINED


def _event_words(sentence: Sentence) -> list[tuple[int, int]]:
    """Where words of events and of harm stand."""
    return [(m.start, m.end) for m in sentence.triggers] + [(m.start, m.end) for m in sentence.harm]
