"""Who denies in a sentence, by the frames of denying: the subject, the one behind "by", or whose denial it is."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import msgspec

from annals.english.folding import name_key
from annals.extract.antecedents import party_named, stands_for
from annals.extract.attributed import StanceFinding, finding_of, made, people_meant, speaker_words, speaking, who_is
from annals.extract.cleared import could_deny
from annals.extract.denials import (
    CALLED_FALSE,
    DENIAL_FROM,
    DENIED_BY,
    DENYING,
    IS_FALSE,
    NOT_US,
    OF_DETAIL,
    OWN_CLAIM,
    REJECTS_CHARGE,
    REJECTS_PART,
    RETRACTS,
    STORY,
    WHICH_CALLED,
    WHOSE_DENIAL,
)
from annals.extract.page import Sentence
from annals.extract.parties import Party, kin, land_ids, land_party, listed, parties_in
from annals.extract.said import Said, voice_at
from annals.extract.silence import is_nobody
from annals.extract.speakers import speaker_named
from annals.extract.standing import answers_for
from annals.extract.subjects import subject_of
from annals.model import Finding, Stance
from annals.reference.nations import seats

_AT_FIRST = re.compile(r"\b(?:first|initially|originally|earlier|previously)\s+$", re.IGNORECASE)
_SOME_GROUP = re.compile(
    r"(?:(?:an?|another|one)\s+)?(?:second|third|new|other|different|rival|little[- ]known|unknown|obscure)?\s*"
    r"(?:group|organi[sz]ation|faction|militia|outfit)",
    re.IGNORECASE,
)
_BEFORE = 24
# "It is backed by Rwanda, which Kigali denies".
_BACKED = re.compile(
    r"\b(?:backed|supported|armed|funded|financed|trained|sponsored|controlled|sheltered|harbou?red)\s+by\s+(?:the\s+)?[^,.;:]{2,40},\s+"
    r"(?:which|something|a\s+(?:charge|claim|link|tie))\s+(?:that\s+)?(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,2}\s+(?:den|reject|dismiss|disput)"
)
_LEAD = len("the spokesman of ")


def denials_of(sentence: Sentence, said: list[Said], text: str, earlier: Sequence[Sentence]) -> Iterator[StanceFinding]:
    """The denials of a sentence that stand in a frame of their own, each with the party that denies."""
    told: set[int] = set()
    for pattern in (CALLED_FALSE, REJECTS_CHARGE, REJECTS_PART, DENYING):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if match.start() in told or _own_claim(match):
                continue
            told.add(match.start())
            yield from _by_subject(match, sentence, said, text, earlier)
    for match in WHICH_CALLED.finditer(text, sentence.start, sentence.end):
        yield from _by(match, sentence, text, earlier, whole=True)
    for pattern in (DENIED_BY, DENIAL_FROM, WHOSE_DENIAL):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            yield from _by(match, sentence, text, earlier, whole=False)
    for match in RETRACTS.finditer(text, sentence.start, sentence.end):
        yield from _by_subject(match, sentence, said, text, earlier, "retracts")
    yield from _quoted(sentence, said, text)


def _own_claim(match: re.Match[str]) -> bool:
    charge = match.groupdict().get("charge")
    return charge is not None and OWN_CLAIM.match(charge) is not None


def _by_subject(
    match: re.Match[str],
    sentence: Sentence,
    said: list[Said],
    text: str,
    earlier: Sequence[Sentence],
    stance: Stance = "denies",
) -> Iterator[StanceFinding]:
    subject = subject_of(sentence, sentence.word_at(match.start()), text)
    if subject is None or subject.passive or subject.negated or is_nobody(text[subject.start : subject.end]):
        return
    named = speaker_named(sentence, subject, text)
    parties = who_is(sentence, subject, text, said, earlier)[:1]
    for party in parties or (people_meant(subject, text) if stance == "denies" else []):
        speaker = speaker_words(named, said, match.start()) or party.anchor
        finding = finding_of(stance, match.start(), match.end(), party, speaker, text)
        charge = match.groupdict().get("charge")
        doubtful = charge is not None and STORY.search(charge) is not None
        yield replace(made(finding, match.start(), sentence, text), doubtful=doubtful)


def accused_only(stances: Sequence[tuple[Sentence, StanceFinding]]) -> list[tuple[Sentence, StanceFinding]]:
    """The stances without the denials that deny no deed: nothing in the report is laid at that party's door."""
    accused = {
        key
        for sentence, s in stances
        if s.finding.stance in ("blames", "suspects", "states")
        for key in _keys(sentence, s.finding)
    }
    kept = [
        (sentence, s)
        for sentence, s in stances
        if not s.doubtful or _keys(sentence, s.finding) & accused or (accused and not _for_himself(sentence, s.finding))
    ]
    by_name = any(s.finding.stance == "claims" and not _SOME_GROUP.fullmatch(s.finding.words) for _, s in kept)
    return [(n, s) for n, s in kept if not (by_name and _called_some(s.finding))]


def _for_himself(sentence: Sentence, finding: Finding) -> bool:
    """Whether the denier may be the accused; another answers for whoever is, which is settled when all is read."""
    return could_deny(finding, {a.words: a.entry.actor_id for a in sentence.actors})


def of_the_deed(stances: Sequence[tuple[Sentence, StanceFinding]], text: str) -> list[tuple[Sentence, StanceFinding]]:
    """The stances without the denials of a toll or of a loss, which say nothing of who did it."""
    return [
        (sentence, s)
        for sentence, s in stances
        if s.finding.stance != "denies"
        or not (denies_detail(text, sentence, s.at) or _BACKED.search(text, sentence.start, s.at + _BEFORE))
    ]


def denies_detail(text: str, sentence: Sentence, at: int) -> bool:
    """Whether what is denied at offset `at` of a sentence is how much harm was done."""
    return any(m.start() <= at < m.end() for m in OF_DETAIL.finditer(text, sentence.start, sentence.end))


def _called_some(finding: Finding) -> bool:
    """Whether it is a claim by "a second group", which is told by its name elsewhere."""
    return finding.stance == "claims" and finding.anchor is None and _SOME_GROUP.fullmatch(finding.words) is not None


def taken_back(stances: Sequence[tuple[Sentence, StanceFinding]], text: str) -> list[tuple[Sentence, StanceFinding]]:
    """The stances, a denial by one that had "first claimed" the deed as what it is: a claim taken back."""
    claimed = [
        (s.at, _keys(sentence, s.finding))
        for sentence, s in stances
        if s.finding.stance == "claims" and _AT_FIRST.search(text, max(sentence.start, s.at - _BEFORE), s.at)
    ]
    found = []
    for sentence, s in stances:
        turned = s.finding.stance == "denies" and any(
            at < s.at and keys & _keys(sentence, s.finding) for at, keys in claimed
        )
        finding = msgspec.structs.replace(s.finding, stance="retracts") if turned else s.finding
        found.append((sentence, replace(s, finding=finding)))
    return found


def _keys(sentence: Sentence, finding: Finding) -> set[str]:
    """By what a finding's party may be known again: ids of actors and of states, the words of its name."""
    told = finding.anchor or finding.words
    found = {kin(a.entry.actor_id) for a in sentence.actors if a.words in told} | land_ids(told)
    land = land_party(told, 0, len(told))
    if land is not None:
        found |= {f"state:{code}" for code in seats().get(tuple(name_key(told[land.start : land.end])))}
    return found | set(name_key(told))


def _by(
    match: re.Match[str], sentence: Sentence, text: str, earlier: Sequence[Sentence], *, whole: bool
) -> Iterator[StanceFinding]:
    """The denial of whoever is told as `who`; of any words where they are the `whole` phrase, else of a party alone."""
    start, end = match.span("who")
    if is_nobody(match["who"]):
        return
    party = _party(sentence, start, end, text, earlier)
    if party is None and whole and not parties_in(sentence, start, end, text):
        party = Party(start=start, end=end)
    if party is None:
        return
    speaker = match["who"] if whole else text[start : party.end]
    finding = finding_of("denies", min(start, match.start()), max(party.end, match.start()), party, speaker, text)
    yield made(finding, match.start(), sentence, text)


def _party(sentence: Sentence, start: int, end: int, text: str, earlier: Sequence[Sentence]) -> Party | None:
    found = listed(sentence, start, end, text)[:1]
    if found and found[0].start - start <= _LEAD:
        kinds = stands_for(text[start : found[0].end])
        named = party_named(kinds, earlier, sentence.index, start, text) if kinds and earlier else None
        return Party(start=found[0].start, end=found[0].end, anchor=named.words) if named is not None else found[0]
    return land_party(text, start, end)


def _quoted(sentence: Sentence, said: list[Said], text: str) -> Iterator[StanceFinding]:
    """What a speaker says of a charge, or in so many words: "the report was false", "it was not us"."""
    for pattern in (IS_FALSE, NOT_US):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            if text.endswith((" of ", " as ", " for "), sentence.start, match.start()) and match.group()[0] in '“"':
                # "Accused them of “lies”".
                continue
            voice = voice_at(said, match.start())
            own = answers_for(voice) if voice is not None else None
            if voice is None or (pattern is IS_FALSE and own is None):
                # A witness may call a report false; only one who is a party denies by it.
                continue
            name = own or voice.words
            party = speaking(voice, name, match, sentence, text)
            finding = finding_of("denies", match.start(), match.end(), party, voice.words, text)
            yield made(finding, match.start(), sentence, text)
