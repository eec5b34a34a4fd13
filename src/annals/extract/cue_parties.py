"""Whom the words of a stance are about, before or behind them, and who says so."""

import re
from collections.abc import Sequence
from dataclasses import replace

from annals.english.phrases import Match
from annals.extract.accused import SAID_BY, behind_hand_of, object_of_blame
from annals.extract.antecedents import party_named, stands_for
from annals.extract.apposed import by_name
from annals.extract.attributed import leads_accused, of_nobody_at, people_meant, speaker_words, who_is
from annals.extract.charges import QUARREL
from annals.extract.disputed import cleared_of_it
from annals.extract.lexicon import StanceCue
from annals.extract.openings import person_opening
from annals.extract.page import Sentence
from annals.extract.parties import Party, listed, party_of, right_behind
from annals.extract.partners import joined_aside
from annals.extract.said import Said, single_voice, voice_at
from annals.extract.speakers import speaker_named
from annals.extract.subjects import Subject, subject_of
from annals.reference.descriptions import describe

_WINDOW = 110
_LEAD = 12
_ABOUT = 150
_MOST = 3
_DENYING = frozenset("deny denied dispute disputed reject rejected contest contested".split())
# What is said of somebody, not what he says: "was not involved", "had no hand in it".
_STATE_OF = frozenset("was were is are had has have played took did bore bears not been".split())
# Verbs whose subject accuses; that of "was the work of" or "bears the hallmarks of" is the deed.
ACCUSES = re.compile(
    r"(?:blam|accus|pin|put|lay|laid|plac|cast|point|attribut|ascrib|implicat|finger|suspect)\w*\b", re.IGNORECASE
)
# Where what somebody is accused of ends, and something else that the accuser does begins.
_CHARGED = re.compile(r",?\s+(?:and|but)\s+(?:said|says|called|vowed|demanded|warned|urged|promised|added)\b|;")
_CHARGE = re.compile(r"\b(?:of|for|over)\s+")
# "Accused the rebels of firing on the town": the town is not whom they blame.
_FOR_DOING = re.compile(r"\b(?:(?:of|for|over)\s+\w+ing|(?<!responsibility )(?:for|over))\b")
_ASIDE = re.compile(r",\s+(?:which|who|whose|whom|where|when)\b")
_DEED_NOUNS = re.compile(
    r"\b(?:being|it|this|involvement|complicity|orchestrat\w+|behind|responsib\w+|plotting|"
    r"masterminding|plots?|directing|instigating|staging|planning|fomenting|deaths?|ordering|helping|backing|supporting|arming|funding|financing|inciting|harbou?ring|sponsoring|target\w+|"
    r"escalat\w+|crimes?|atrocit\w+|aggression|terror\w*|genocide|carnage|bloodshed|outrage|provocation)\b",
    re.IGNORECASE,
)
_ON = re.compile(
    r"\s+(?:it|this|them|responsibility|(?:the|that|this|these|those|both|all|each|some|its|last|a|an|monday|"
    r"tuesday|wednesday|thursday|friday|saturday|sunday)\b[^,.;:]{0,60}?)\s+(?:on|to)\s+",
    re.IGNORECASE,
)
_BY = re.compile(r"\s+(?:for|over|of)?[^,.;]{0,50}?\bby\s+", re.IGNORECASE)
_THAT = re.compile(r"\s+(?:that\s+|reports that\s+|claims that\s+)?(?=[A-Z])")
_OWN_STANCES = ("claims", "denies", "praises", "declines", "retracts")


def parties_at(
    sentence: Sentence, cue: Match[StanceCue], said: list[Said], text: str, earlier: Sequence[Sentence]
) -> list[tuple[Party, str | None]]:
    """The parties of which the words speak, each with who says so; None is whoever tells the report."""
    if cue.payload.side == "none":
        # "Traded blame": said of both, and of nobody in particular.
        return []
    if cue.payload.side == "after":
        return _behind(sentence, cue, said, text, earlier)
    subject = subject_of(sentence, cue.first, text)
    if subject is None or of_nobody_at(sentence, subject, text):
        return []
    parties = who_is(sentence, subject, text, said, earlier)
    if not parties and cue.payload.stance in ("blames", "suspects", "declines", "praises"):
        parties = people_meant(subject, text)
    if not parties and not subject.pronoun and cue.payload.stance == "denies":
        # Whoever speaks for the accused; that is settled when all is read.
        parties = leads_accused(sentence, cue.end, subject, text) or people_meant(subject, text)
    if not parties and subject.pronoun and cue.payload.stance in ("declines", "denies", "claims"):
        parties = _speaking(said, subject, text)
    if subject.pronoun and cue.payload.side == "before" and cue.payload.stance in ("blames", "suspects"):
        return []
    named = speaker_named(sentence, subject, text)
    if cue.payload.stance == "denies" and subject.negated and sentence.words[cue.first].folded in _DENYING:
        # "Did not deny that it had fired".
        return []
    if cue.payload.stance in _OWN_STANCES:
        others = _denied_for(sentence, cue, text)
        own = named.words if named is not None and not subject.pronoun else None
        if others:
            return [(party, own) for party in others]
        other = _cleared_by(sentence, cue, said, subject, text)
        return [(p, other or _own_voice(own, p, text)) for p in parties[:_MOST]]
    parties = by_name(parties[:_MOST], sentence, sentence.end, text)
    return [(party, _accuser(sentence, cue, said, text, party)) for party in parties]


def _cleared_by(sentence: Sentence, cue: Match[StanceCue], said: list[Said], subject: Subject, text: str) -> str | None:
    """Who says of another that he did not do it: "the front was not involved, the governor said"."""
    if cue.payload.stance != "denies" or sentence.words[cue.first].folded not in _STATE_OF or subject.pronoun:
        return None
    voice = voice_at(said, cue.start)
    own = voice is None or (
        voice.start <= subject.start < voice.end and text[subject.start : subject.end] in voice.words
    )
    return None if own or voice is None or stands_for(text[subject.start : subject.end]) is not None else voice.words


def _speaking(said: list[Said], subject: Subject, text: str) -> list[Party]:
    """Whoever speaks, as the party that "it" is in what he says ("police say it is too early to name anyone")."""
    voice = voice_at(said, subject.start)
    if voice is None or single_voice(voice.words):
        return []
    at = text.find(voice.words, voice.start, voice.end)
    return [Party(start=at, end=at + len(voice.words))] if at >= 0 else []


def _own_voice(own: str | None, party: Party, text: str) -> str:
    """The words of a party that speaks for itself, with its name where they lack it."""
    if own is None or stands_for(own) is not None:
        return party.anchor or own or text[party.start : party.end]
    return (
        f"{own} ({party.anchor})"
        if party.anchor is not None and re.match(r"(?:its|their)\s", own, re.IGNORECASE)
        else own
    )


def _behind(
    sentence: Sentence, cue: Match[StanceCue], said: list[Said], text: str, earlier: Sequence[Sentence]
) -> list[tuple[Party, str | None]]:
    """The parties after the cue, and whoever claims, blames or suspects."""
    start, stop = cue.end, min(sentence.end, cue.end + _WINDOW)
    on = _ON.match(text, cue.end, stop)
    accuses = sentence.words[cue.first].folded.startswith("accus")
    if on is not None and cue.payload.stance == "blames" and not (accuses or _FOR_DOING.search(on.group())):
        start = on.end()
    start = behind_hand_of(text, start, stop)
    for voice in said:
        at = text.find(voice.words, start, stop)
        if at > start and text[start:at].rstrip().endswith(","):
            # "Suspicion fell on the gang, police said."
            stop = at
    whole = stop
    cut = re.search(r"[;.!?](?:\s|$)|\b(?:of|for|over)\s+\w+ing\b", text[start:stop])
    stop = start + cut.start() if cut else stop
    whole = stop if cut and not cut.group().strip()[-1:].isalnum() else whole
    parties = listed(sentence, start, stop, text)[:_MOST]
    if parties and QUARREL.search(text, start, parties[0].start):
        # "Blamed a war between two gangs".
        return []
    if not parties or not right_behind(parties[0], start, text, within=len("a member of the ")):
        parties = object_of_blame(sentence, start, stop, text) or parties
    if not parties or parties[0].start - start > _WINDOW // 2:
        return []
    parties = parties + joined_aside(sentence, parties[-1].end, text)
    parties = [_stood_for(p, sentence, text, earlier) for p in by_name(parties, sentence, sentence.end, text)]
    behind = parties[-1].end
    aside = _ASIDE.search(text, behind, whole)
    accusing = ACCUSES.match(text, cue.start) is not None
    charge = _CHARGE.search(text, behind, aside.start() if aside is not None else whole) if accusing else None
    if charge is not None and cue.payload.stance == "blames" and not of_deed(sentence, charge.end(), text):
        return []
    if cue.payload.stance == "claims":
        parties = [p for p in parties if p.named or describe(text[p.start : p.end]).kind not in ("press", "sources")]
        return [(p, p.anchor or text[p.start : p.end]) for p in parties]
    subject = subject_of(sentence, cue.first, text)
    if subject is not None and of_nobody_at(sentence, subject, text):
        return []
    if subject is not None and (subject.passive or not accusing):
        subject = None
    accuser = speaker_named(sentence, subject, text) if subject is not None else None
    speaker = speaker_words(accuser, said, cue.start)
    if speaker is None and subject is not None:
        kinds = stands_for(text[subject.start : subject.end])
        named = party_named(kinds, earlier, sentence.index, subject.start, text) if kinds and earlier else None
        speaker = named.words if named is not None else None
    by = SAID_BY.match(text, behind, sentence.end) if not accusing or text[: cue.end].endswith((" on", " to")) else None
    if by is not None and cue.payload.stance == "blames":
        # "Blamed on the rebels by the governor".
        speaker = by["who"]
    if speaker is None and subject is not None and not subject.pronoun and party_of(sentence, subject, text):
        speaker = text[subject.start : subject.end]
    return [(p, speaker) for p in parties]


def speaks_again(
    sentence: Sentence, first: int, earlier: Sequence[Sentence], last: Said | None, text: str
) -> str | None:
    """Whoever spoke in the sentence before, or whom it opens with, where "it" or "he" goes on to accuse."""
    subject = subject_of(sentence, first, text)
    goes_on = subject is not None and subject.pronoun and not subject.passive and subject.start - sentence.start < _LEAD
    if subject is None or not goes_on or not 0 < sentence.index <= len(earlier):
        return None
    before = earlier[sentence.index - 1]
    if last is not None and last.start >= before.start:
        return last.words
    return person_opening(before, text) if text[subject.start : subject.end].lower() in ("he", "she") else None


def _stood_for(party: Party, sentence: Sentence, text: str, earlier: Sequence[Sentence]) -> Party:
    """The party with the name that it stands for: "a claim by the group"."""
    kinds = (
        stands_for(text[party.start : party.end]) if text[: party.start].lower().endswith(("the ", "that ")) else None
    )
    named = party_named(kinds, earlier, sentence.index, party.start, text) if kinds and earlier else None
    return replace(party, anchor=named.words) if named is not None else party


def of_deed(sentence: Sentence, at: int, text: str) -> bool:
    """Whether the charge that begins here is about violence."""
    stop = min(sentence.end, at + _ABOUT)
    after = _CHARGED.search(text, at, stop)
    stop = after.start() if after is not None else stop
    violent = any(at <= t.start < stop for t in sentence.triggers) or any(at <= h.start < stop for h in sentence.harm)
    return violent or bool(_DEED_NOUNS.search(text, at, stop))


def _accuser(sentence: Sentence, cue: Match[StanceCue], said: list[Said], text: str, party: Party) -> str | None:
    """Who blames in the passive: behind "by", else whoever speaks; never the accused."""
    by = _BY.match(text, cue.end, min(sentence.end, cue.end + _WINDOW))
    if (by is not None and "blamed" in text[cue.start : cue.end]) or (
        by is not None and "accused" in text[cue.start : cue.end]
    ):
        behind = listed(sentence, by.end(), min(sentence.end, by.end() + _WINDOW), text)
        if behind and behind[0].start - by.end() <= len("the senior "):
            return text[by.end() : behind[0].end]
        office = re.match(r"(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,3}", text[by.end() : sentence.end])
        return office.group() if office else None
    voice = voice_at(said, cue.start)
    if voice is None or (
        voice.start <= party.start < voice.end
        and voice.party == text[party.start : party.end]
        and text[party.start : cue.start].count("said") == 0
        and voice.words == text[party.start : party.end]
    ):
        return None
    return voice.words


def _denied_for(sentence: Sentence, cue: Match[StanceCue], text: str) -> list[Party]:
    """Of whom it is denied where that is another: "Paris denied that Chad had struck"."""
    if cue.payload.stance != "denies":
        return []
    another = cleared_of_it(sentence, cue, text)
    if another is not None:
        return [another]
    that = _THAT.match(text, cue.end, sentence.end)
    if that is None:
        return []
    parties = listed(sentence, that.end(), min(sentence.end, that.end() + _WINDOW // 2), text)
    return parties[:1] if parties and parties[0].start - that.end() <= len("the ") else []
