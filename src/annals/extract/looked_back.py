"""What a sentence answers that was told before it: "youths burned the quarter in retaliation", "to avenge them"."""

import re
from collections.abc import Callable, Sequence

from annals.extract.page import Sentence
from annals.extract.tie_cues import cues_in, only_threatened, takes_object, undergone
from annals.extract.tie_members import Member, stem

_BACK = 1
"""Sentences."""
PRONOUN_BEHIND = re.compile(r"\s+(?:it|them|him|her|that|this|those)\b(?!\s+\w+ed\b)", re.IGNORECASE)
"""Behind a cue that takes an object: what is answered was told before."""
_CALLS_AGAIN = re.compile(r"\b(?:the|that|this|these|those|its|their|his|her)\s+(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
# "Its men had fired them in return": the deed was told before, and what is told here is answered.
DID_IT = re.compile(
    r"\b(?:fired|launched|done|did|carried|struck|hit|killed|shelled|staged|planted|bombed|burned|shot|sent)\s+"
    r"(?:it|them|this|that|him|her)(?:\s+out)?\b[^.;:]{0,24}\Z",
    re.IGNORECASE,
)


def looked_back(
    members: Sequence[Member],
    sentences: Sequence[Sentence],
    text: str,
    happened: Callable[[Sentence, re.Match[str], str], bool],
) -> list[tuple[Member, Member]]:
    """Pairs of words, an answer told in a sentence and what was told last before it; each member has its own telling.

    A noun that calls an event again ("the raid was revenge") may be what was told before, and makes no pair.
    """
    found = []
    for sentence in sentences:
        here = [m for m in members if m.sentence == sentence.index]
        before = [m for m in members if 0 < sentence.index - m.sentence <= _BACK]
        for cue in cues_in(text, sentence.start, sentence.end):
            bare = not takes_object(cue) or PRONOUN_BEHIND.match(text, cue.end(), sentence.end)
            if not (bare and before and happened(sentence, cue, text)) or undergone(cue, text, sentence.start):
                continue
            beside = [m for m in here if m.start < cue.start()]
            if beside and DID_IT.search(text, beside[-1].end, cue.start()):
                found.append((before[-1], beside[-1]))
                continue
            itself = [m for m in here if cue.start() <= m.start < cue.end()]
            source = next(iter([*itself, *reversed(beside), *[m for m in here if m.start >= cue.end()]]), None)
            if source is not None and not _CALLS_AGAIN.search(text, sentence.start, source.start):
                found.append((source, before[-1]))
    return found


def came_after(members: Sequence[Member], sentences: Sequence[Sentence], text: str) -> list[tuple[Member, Member]]:
    """Pairs of words of which a sentence says that the first, told before it, came after the second, told in it."""
    found = []
    for sentence in sentences:
        cue = _CAME_AFTER.match(text, sentence.start, sentence.end)
        if cue is None or only_threatened(text, sentence.start, cue.end()):
            continue
        behind = next((m for m in members if m.sentence == sentence.index and m.start >= cue.end()), None)
        if cue["noun"] is not None:
            # "The shelling came a day after": the event last told by that word.
            before = [
                m for m in members if m.sentence < sentence.index and stem(text[m.start : m.end]) == stem(cue["noun"])
            ][-1:]
        else:
            before = [m for m in members if m.sentence == sentence.index - 1][:1]
        if behind is not None and before:
            found.append((before[0], behind))
    return found


_CAME_AFTER = re.compile(
    r"[\s“\"]*(?:it|that|this|(?:the|this|that)\s+(?:[\w-]+\s+){0,2}(?P<noun>[\w-]+))\s+"
    r"(?:came|comes|happened|occurred|took place)\s+"
    r"(?:(?:just|only|barely|less than|more than|about|some)\s+)?(?:[\w-]+\s+)?"
    r"(?:hours?|days?|weeks?|months?|minutes)\s+after\s+",
    re.IGNORECASE,
)
