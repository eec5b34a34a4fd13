"""Ties told from what came first: "the killing prompted raids", "it was answered with the burning of a village"."""

import re
from collections.abc import Iterator, Sequence

from annals.extract.page import Sentence
from annals.extract.tie_cues import PROVOKES, REVENGE, only_threatened
from annals.extract.tie_members import Member
from annals.model import Quote, Tie

_RETURNS = re.compile(
    r"\b(?:retaliat|respond|repli|answer|counter|hit back|struck back|fired back)\w*\s+(?:\w+ly\s+)?(?:with|by)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"[\s“\"]*(?:it|that|this|they|(?:the|this|that|these|those|their|his)\s+(?:[\w-]+\s+){0,3}[\w-]+)\s*",
    re.IGNORECASE,
)
_STOP = re.compile(r"[;:.!?]\s")
_DAYS = frozenset({"date", "weekday", "dayword", "ago", "chain"})
_NEAR = 80


def provoked(sentence: Sentence, here: Sequence[Member], told: Sequence[Member], text: str) -> Iterator[Tie]:
    """The answers that the sentence tells from what they answered; `told` are the events told before it."""
    for cue in PROVOKES.finditer(text, sentence.start, sentence.end):
        if only_threatened(text, sentence.start, cue.start()):
            continue
        first = _first(sentence, cue, here, told, text)
        answer = _answer(cue, here, first, text)
        if first is not None and answer is not None and answer.telling != first.telling:
            revenge = REVENGE.search(text, cue.start(), max(answer.end, cue.end()))
            quote = Quote.of(text, sentence.start, sentence.end)
            yield Tie(
                relation="retaliation_for" if revenge else "response_to",
                source=answer.telling,
                target=first.telling,
                quote=quote,
            )


def provoked_pairs(
    sentence: Sentence, here: Sequence[Member], before: Sequence[Member], text: str
) -> Iterator[tuple[Member, Member]]:
    """Words that must be two events: (the answer, what it answered); `before` are those of the sentence before."""
    for cue in PROVOKES.finditer(text, sentence.start, sentence.end):
        first = _first(sentence, cue, here, before, text)
        answer = _answer(cue, here, None, text)
        if first is None or answer is None or only_threatened(text, sentence.start, cue.start()):
            continue
        dated = any(t.kind in _DAYS and cue.end() <= t.start <= answer.end + _NEAR for t in sentence.times)
        if cue["sure"] or dated or REVENGE.search(text, cue.end(), answer.end):
            yield answer, first
    for cue in _RETURNS.finditer(text, sentence.start, sentence.end):
        answer = _answer(cue, here, None, text)
        if answer is not None and before and not only_threatened(text, sentence.start, cue.start()):
            yield answer, before[-1]


def _first(
    sentence: Sentence, cue: re.Match[str], here: Sequence[Member], told: Sequence[Member], text: str
) -> Member | None:
    """What was answered: the event before the verb, else the one told last where "it" or "the raid" calls it again."""
    beside = [m for m in here if m.end <= cue.start() and not _STOP.search(text, m.end, cue.start())]
    if beside:
        return beside[-1]
    return told[-1] if told and _AGAIN.fullmatch(text, sentence.start, cue.start()) else None


def _answer(cue: re.Match[str], here: Sequence[Member], first: Member | None, text: str) -> Member | None:
    """The event right behind the verb, of another telling than what it answers."""
    for member in here:
        if member.start < cue.end() or (first is not None and member.telling == first.telling):
            continue
        reach = 2 * _NEAR if REVENGE.search(text, cue.end(), member.start) else _NEAR
        near = member.start - cue.end() <= reach and not re.search(r"[.!?]\s", text[cue.end() : member.start])
        return member if near else None
    return None
