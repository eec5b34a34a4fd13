"""Who claims, is blamed, or takes back, by the frames of `frames.py`."""

import re
from collections.abc import Iterator, Sequence

from annals.extract.accused import object_of_blame
from annals.extract.attributed import StanceFinding, finding_of, made, of_nobody_at, speaker_words, speaking, who_is
from annals.extract.frames import GUILT, OF_OTHERS, OWN, OWN_PART, OWNS_UP, SAID_OF, WITHIN
from annals.extract.page import Sentence
from annals.extract.parties import Party, listed, parties_in, right_behind
from annals.extract.said import Said, voice_at
from annals.extract.silence import is_nobody
from annals.extract.speakers import speaker_named
from annals.extract.standing import answers_for
from annals.extract.subjects import subject_of

_REACH = 80
_NEAR = len("members of the ")
_BY = re.compile(r"\bby\b", re.IGNORECASE)


def framed(sentence: Sentence, said: list[Said], text: str, earlier: Sequence[Sentence]) -> Iterator[StanceFinding]:
    """The attributions of a sentence that stand in a frame."""
    yield from _own(sentence, said, text, earlier)
    yield from _of_others(sentence, said, text)
    yield from _within(sentence, text)
    yield from _said_of(sentence, text)
    for stance, pattern in (("claims", OWNS_UP), ("denies", OWN_PART)):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            voice = voice_at(said, match.start())
            own = answers_for(voice) if voice is not None else None
            if voice is not None and not is_nobody(voice.words) and (own is not None or match.group()[0] in '“"'):
                party = speaking(voice, own or voice.words, match, sentence, text)
                finding = finding_of(stance, match.start(), match.end(), party, voice.words, text)
                yield made(finding, match.start(), sentence, text)


def _own(sentence: Sentence, said: list[Said], text: str, earlier: Sequence[Sentence]) -> Iterator[StanceFinding]:
    for stance, pattern in OWN:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            subject = subject_of(sentence, sentence.word_at(match.start()), text)
            if subject is None or subject.passive or subject.negated or of_nobody_at(sentence, subject, text):
                continue
            named = speaker_named(sentence, subject, text)
            for party in who_is(sentence, subject, text, said, earlier)[:1]:
                speaker = speaker_words(named, said, match.start()) or party.anchor
                finding = finding_of(stance, match.start(), match.end(), party, speaker, text)
                yield made(finding, match.start(), sentence, text)


def _of_others(sentence: Sentence, said: list[Said], text: str) -> Iterator[StanceFinding]:
    for stance, pattern in OF_OTHERS:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            subject = subject_of(sentence, sentence.word_at(match.start()), text)
            named = speaker_named(sentence, subject, text) if subject is not None and not subject.passive else None
            for party in _behind(sentence, match.end(), text):
                speaker = speaker_words(named, said, match.start())
                finding = finding_of(stance, match.start(), match.end(), party, speaker, text)
                yield made(finding, match.start(), sentence, text)


def _behind(sentence: Sentence, at: int, text: str) -> list[Party]:
    stop = min(sentence.end, at + _REACH)
    parties = listed(sentence, at, stop, text)[:1]
    if parties and right_behind(parties[0], at, text, within=_NEAR):
        return parties
    return [p for p in object_of_blame(sentence, at, stop, text) if p.named]


def _within(sentence: Sentence, text: str) -> Iterator[StanceFinding]:
    for stance, pattern in WITHIN:
        for match in pattern.finditer(text, sentence.start, sentence.end):
            key = next(key for key in ("who", "whom", "from") if match.groupdict().get(key) is not None)
            start, end = match.span(key)
            parties = parties_in(sentence, start, end, text) or [
                p for p in object_of_blame(sentence, start, end, text) if p.named
            ]
            if is_nobody(text[start:end]) or not parties:
                continue
            # Behind a "by" the party comes first, before a "claim" of its own it comes last.
            meant = parties[:1] if stance == "claims" and _BY.search(match.group()) else parties[-1:]
            if key == "from":
                meant = [p for p in parties if p.named or text[p.start].isupper()] or parties[:1]
            for party in meant:
                speaker = text[party.start : party.end] if stance != "suspects" else None
                finding = finding_of(stance, match.start(), match.end(), party, speaker, text)
                yield made(finding, match.start(), sentence, text)


def _said_of(sentence: Sentence, text: str) -> Iterator[StanceFinding]:
    for match in SAID_OF.finditer(text, sentence.start, sentence.end):
        word = match["deed"].lower()
        deed = word in GUILT or any(match.end() == t.start and not t.payload.noun for t in sentence.triggers)
        armed = re.search(r"\w+ed\Z|\Alaid\Z|\Asent\Z", word) and any(
            match.end() < w.start < match.end() + _REACH for w in sentence.weapons
        )
        parties = parties_in(sentence, max(sentence.start, match.start() - _REACH), match.start(), text, countries=True)
        if (deed or armed) and parties and parties[-1].end == match.start():
            finding = finding_of("blames", match.start(), match.end(), parties[-1], match["by"], text)
            yield made(finding, match.start(), sentence, text)
