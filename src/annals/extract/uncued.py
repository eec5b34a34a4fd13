"""Denials and accusations in constructions of their own, which no cue tells."""

from collections.abc import Iterator, Sequence

from annals.extract.accused import channel_of, each_other, named_as, spoken_for
from annals.extract.attributed import StanceFinding, finding_of, made, speaker_words
from annals.extract.blamed import blamed_in
from annals.extract.charges import charges_in
from annals.extract.culprits import culprits
from annals.extract.denied import denials_of
from annals.extract.framed import framed
from annals.extract.page import Sentence
from annals.extract.said import Said, voice_at
from annals.extract.silence import is_nobody
from annals.extract.speakers import speaker_named
from annals.extract.subjects import subject_of


def uncued(sentence: Sentence, said: list[Said], text: str, earlier: Sequence[Sentence]) -> Iterator[StanceFinding]:
    """Denials and accusations in constructions of their own."""
    yield from denials_of(sentence, said, text, earlier)
    yield from framed(sentence, said, text, earlier)
    yield from blamed_in(sentence, said, text)
    for match, party in named_as(sentence, text):
        active = match["who"] or match["called"]
        subject = subject_of(sentence, sentence.word_at(match.start()), text) if active else None
        named = speaker_named(sentence, subject, text) if subject is not None and not subject.passive else None
        finding = finding_of(
            "blames", match.start(), match.end(), party, match["by"] or speaker_words(named, said, match.start()), text
        )
        yield made(finding, match.start(), sentence, text)
    before = earlier[sentence.index - 1] if 0 < sentence.index <= len(earlier) else None
    for stance, match, party, subject in culprits(sentence, before, text):
        named = speaker_named(sentence, subject, text) if subject is not None and not subject.passive else None
        speaker = speaker_words(named, said, match.start())
        finding = finding_of(stance, match.start(), match.end(), party, speaker, text)
        yield made(finding, match.start(), sentence, text)
    for stance, match, party in charges_in(sentence, before, text):
        subject = subject_of(sentence, sentence.word_at(match.start()), text)
        named = speaker_named(sentence, subject, text) if subject is not None and not subject.passive else None
        own = match.re.groupindex.keys() & {"what", "who"}
        by = match.groupdict().get("by")
        speaker = by or speaker_words(named if own else None, said, match.start())
        if speaker is not None and text[party.start : party.end] in speaker and party.start > match.end() + len("the "):
            # "Placed by the front, the army said": the army speaks.
            continue
        if stance == "suspects" or (speaker is not None and not is_nobody(speaker)):
            yield made(
                finding_of(stance, match.start(), match.end(), party, speaker, text), match.start(), sentence, text
            )
    for match, by, party in each_other(sentence, text):
        finding = finding_of("blames", match.start(), match.end(), party, text[by.start : by.end], text)
        yield made(finding, match.start(), sentence, text)
    for match, party in spoken_for(sentence, text):
        voice = voice_at(said, match.start())
        noun = match.group().split(None, 1)[0]
        speaker = voice.words if voice is not None else (noun if noun.lower() != "in" else None)
        yield made(
            finding_of("claims", match.start(), match.end(), party, speaker, text), match.start(), sentence, text
        )
    for match, party in channel_of(sentence, text):
        yield made(
            finding_of("claims", match.start(), match.end(), party, match["voice"], text), match.start(), sentence, text
        )
