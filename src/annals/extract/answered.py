"""What an answer is said to answer: the words behind "in revenge for", and the event that they tell or call again."""

import re
from collections.abc import Iterator, Sequence

from annals.extract.page import Sentence
from annals.extract.provoked import provoked_pairs
from annals.extract.tie_cues import cues_in, only_doubted, only_threatened, takes_object
from annals.extract.tie_members import Member, names_in

# "Reprisals are to be expected": nothing that happened.
_TO_COME = re.compile(
    r"[^,.;]{0,60}?\b(?:(?:is|are|was|were) (?:to be )?(?:expected|feared|likely|planned|possible|inevitable)|will|"
    r"would|may|might|could|attacks? (?:numbered|rose|fell))\b|"
    r"\s+(?:is|isn[’']t|are)\s+(?:not|never|no|what|always|a)\b|"
    r"\s+(?:killings|attacks|murders|raids)\b",
    re.IGNORECASE,
)
# "To avenge its leader, killed on Monday": the harm behind the comma belongs to what is answered, as
# that of "our men of Mangochar, where police shot four" does.
_ENDS = re.compile(
    r"[;.!?](?:\s|$)|,[”\"]?\s+(?!(?:where|in which|when)\s|"
    r"(?:which|that)\s+(?:had\s+)?(?:killed|left|wounded|injured|claimed|cost|destroyed|took)\b|"
    r"(?:who\s+)?(?:(?:was|were|had been|itself|himself)\s+)*"
    r"(?:killed|shot|assassinated|slain|murdered|executed|lynched|blown up|abducted|gunned down|stabbed|beheaded)\b)"
)


def answered_pairs(members: Sequence[Member], sentences: Sequence[Sentence], text: str) -> list[tuple[Member, Member]]:
    """Pairs of words that are two events: (the answer, what it answered); each member has a telling of its own.

    Denied or open answers are among them: "it was no revenge for Monday's raid" tells two events as well.
    """
    by_sentence: dict[int, list[Member]] = {}
    for member in members:
        by_sentence.setdefault(member.sentence, []).append(member)
    found = []
    told: list[Member] = []
    for sentence in sentences:
        here = by_sentence.get(sentence.index, [])
        for cue in cues_in(text, sentence.start, sentence.end):
            if here and takes_object(cue) and (happened(sentence, cue, text) or _doubted(sentence, cue, text)):
                found += _answered(sentence, cue, here, told, text)
        before = by_sentence.get(sentence.index - 1, [])
        found += provoked_pairs(sentence, here, before, text)
        told += here
    return found


def _answered(
    sentence: Sentence, cue: re.Match[str], here: Sequence[Member], told: Sequence[Member], text: str
) -> list[tuple[Member, Member]]:
    """The event that answers, and the one right behind the words."""
    end = object_end(sentence, cue, text)
    inside = next((m for m in here if cue.end() <= m.start < end), None)
    if inside is None:
        return []
    source = next((m for m in reversed(here) if m.start < cue.start()), None)
    if source is None and not text[sentence.start : cue.start()].strip(' “"'):
        # "To avenge the ambush, soldiers shot dead ...".
        source = next((m for m in here if m.start >= end), None)
    if source is None and told and _new(sentence, cue.end(), inside, end, told, text):
        # "It is seen as a reply to the slaying of a landlord at Belaur": "it" was told before.
        source = told[-1]
    return [(source, inside)] if source is not None else []


def first_told(
    members: Sequence[Member], sentences: Sequence[Sentence], text: str
) -> Iterator[tuple[Member, list[Member]]]:
    """Words for what is answered that tell it for the first time, each with the words before, which tell others.

    That goes for an answer to come as well: who vows "to avenge the death of its leader in Idlib on Monday" does so
    for something that happened.
    """
    told: list[Member] = []
    for sentence in sentences:
        here = [m for m in members if m.sentence == sentence.index]
        for cue in cues_in(text, sentence.start, sentence.end):
            if not here or not takes_object(cue):
                continue
            end = object_end(sentence, cue, text)
            inside = next((m for m in here if cue.end() <= m.start < end), None)
            if inside is None or not _new(sentence, cue.end(), inside, end, told, text):
                continue
            given = happened(sentence, cue, text) or _doubted(sentence, cue, text)
            if given or _placed(sentence, cue.end(), end):
                yield inside, told
        told = [*told, *here]


def _placed(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a stretch names both a day or month and a place: such words seldom tell the report's own news again."""
    return any(start <= t.start < end for t in sentence.times) and any(start <= p.start < end for p in sentence.places)


def _new(sentence: Sentence, start: int, inside: Member, end: int, told: Sequence[Member], text: str) -> bool:
    """Whether the words tell an event of their own, of which nothing was told before, and do not call one again."""
    if _CALLED.search(text, start, inside.start) is not None and not _OF_ITS_OWN.match(text, inside.end, end):
        return any(start <= t.start < end for t in sentence.times)
    words = names_in(sentence, start, end, text)
    return not any(words & m.names for m in told)


_OF_ITS_OWN = re.compile(r"\s+(?:of|in|on|at|near|by|outside|against|that|which)\b", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:the|that|this|its|their|his|her|[\w-]+[\u2019']s)\s+(?:[\w-]+\s+){0,3}\Z", re.IGNORECASE)


def called_again(
    members: Sequence[Member], sentences: Sequence[Sentence], text: str
) -> Iterator[tuple[Member, Member, list[Member]]]:
    """Words for what was answered that call again an event told before: (they, that event, the others told before).

    "A response to the raid" is about the event before that is told as a raid, and none of the others; "revenge for
    abuses" is about none.
    """
    for sentence in sentences:
        here = [m for m in members if m.sentence == sentence.index]
        before = [m for m in members if m.sentence < sentence.index]
        for cue in cues_in(text, sentence.start, sentence.end):
            if not (here and before and takes_object(cue) and happened(sentence, cue, text)):
                continue
            end = object_end(sentence, cue, text)
            inside = next((m for m in here if cue.end() <= m.start < end), None)
            words = names_in(sentence, cue.end(), end, text)
            alike = [m for m in before if words & m.names]
            calls = inside is not None and _CALLED.search(text, cue.end(), inside.start) is not None
            if inside is not None and calls and alike and len(alike) < len(before):
                yield inside, alike[-1], [m for m in before if not words & m.names]


def of_another(sentence: Sentence, cue: re.Match[str], here: Sequence[Member], text: str) -> bool:
    """Whether the words are about another deed than `here`: that of "to answer the raid, which Iran called revenge"."""
    relative = _RELATIVE.search(text, sentence.start, cue.start())
    if relative is None:
        return False
    last = next((t for t in reversed(sentence.triggers) if t.end <= relative.start()), None)
    near = last is not None and relative.start() - last.end <= _NEAR
    return last is not None and near and not any(m.start < last.end and last.start < m.end for m in here)


def calls_last(sentence: Sentence, start: int, end: int, text: str) -> bool:
    """Whether the words of an object only call again what was told: "the attack", "this latest outrage"."""
    return _CALLS_LAST.match(text, start, min(end, sentence.end)) is not None


_CALLS_LAST = re.compile(
    r"\s*(?:the|this|that|these|those)\s+(?:[\w-]+\s+){0,2}?(?:attacks?|raids?|launch(?:es)?|strikes?|assaults?|"
    r"provocations?|incidents?|crimes?|massacres?|killings?|aggression|shelling|loss(?:es)?|violence|ambush(?:es)?|"
    r"bombings?|blasts?|outrages?|atrocit(?:y|ies)|murders?|rockets?|salvo(?:es|s)?|fire)\b(?!\s+(?:of|in|on|at|by|near)\b)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",\s+which\s+[^,.;]{0,60}\b(?:call|term|describ|label|portray|present)\w*\s+(?:\w+\s+){0,3}\Z")
_NEAR = 40


def happened(sentence: Sentence, cue: re.Match[str], text: str) -> bool:
    """Whether the words speak of an answer that was given, not of one that is threatened or expected."""
    return not (only_threatened(text, sentence.start, cue.start()) or _TO_COME.match(text, cue.end(), sentence.end))


def _doubted(sentence: Sentence, cue: re.Match[str], text: str) -> bool:
    """Whether the words deny the answer, or leave it open: what is said not to be answered happened nevertheless."""
    return only_doubted(text, sentence.start, cue.start()) and not _TO_COME.match(text, cue.end(), sentence.end)


def object_end(sentence: Sentence, cue: re.Match[str], text: str) -> int:
    """Where the words end that tell what is answered by the words of `cue`."""
    stop = _ENDS.search(text, cue.end(), sentence.end)
    return stop.start() if stop is not None else sentence.end
