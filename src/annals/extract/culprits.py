"""Persons named for the deed: "the gunman, Amara Sow,", "Amara Sow was charged with murder", "named him as X"."""

import re
from collections.abc import Iterator

from annals.extract.bystanders import no_doer
from annals.extract.doers import deed_subject
from annals.extract.lexicon import table
from annals.extract.page import Sentence
from annals.extract.parties import Party
from annals.extract.subjects import Subject, subject_of
from annals.model import Stance
from annals.reference.descriptions import describe

_DOER = (
    r"(?:attackers?|gunm[ae]n|shooters?|bombers?|suspects?|killers?|assailants?|perpetrators?|culprits?|masterminds?|"
    r"ringleaders?|hijackers?|arsonists?|knifem[ae]n|snipers?|kidnappers?|assassins?)"
)
_PARTICLE = r"(?:al|el|bin|ibn|de|da|del|van|von|abu|ould|ag|la)\b"
_NAME = rf"[A-Z][\w’'.-]*[\w](?:\s+(?:{_PARTICLE}[ -]?)?(?:[A-Z]\.(?=\s[A-Z])|[A-Z][\w’'.-]*\b)){{1,4}}"
_AGED = r"(?:\d+[- ]year[- ]old\s+)?"
PERSON = re.compile(rf"(?:{_NAME})")
_APPOSED = re.compile(
    rf"\b(?P<doer>(?i:(?:(?:suspected|alleged|accused|lone|the|a|an|one|its|main|prime|chief|"
    rf"\w+[- ]year[- ]old)\s+){{0,6}}{_DOER}))"
    rf"(?:,\s+(?:named\s+|identified\s+(?:by\s+[\w ]{{2,30}}\s+)?as\s+)?|\s+){_AGED}(?P<who>{_NAME})"
)
# "Detectives have no suspect, Captain Amara Sow said": he speaks.
_SPEAKS = re.compile(r",?\s+(?:said|says|told|added|confirmed|announced)\b")
_SHORT = r"[A-Z]\w+\s+[A-Z]\b\.?"
_NAMED_ONLY = re.compile(
    rf"\b(?:the\s+)?(?:m[ae]n|woman|youth|teenager|boy|suspect|attacker|gunman|shooter|bomber|\d+[- ]year[- ]old)"
    r"(?:,\s+|\s+)"
    rf"(?:named|identified|known)\s+(?:only\s+)?(?:by\s+[\w ]{{2,30}}\s+)?(?:only\s+)?as\s+"
    rf"{_AGED}(?P<who>{_NAME}|{_SHORT})"
)
_CRIME = (
    r"(?:murders?|murdering|manslaughter|homicides?|killings?|killing|shootings?|shooting|stabbings?|stabbing|bombings?|bombing|"
    r"terror(?:ism|ist)?\b[\w ]*|attack\w*|arson|kidnapp\w+|abduct\w+|assault\w*|massacre|slaughter|"
    r"deaths?|hate crimes?|"
    r"genocide|war crimes)"
)
_BEHIND_IT = re.compile(
    r"\b(?:m[ae]n|woman|fighters?|commanders?|militants?|leaders?|brains?|people|terrorists?|jihadists?|suspects?)\s+"
    r"(?:(?:believed|thought|suspected|said|alleged)\s+to\s+(?:be|have\s+been)\s+)?"
    r"(?:behind|responsible\s+for|who\s+(?:had\s+)?(?:ordered|planned|led|carried\s+out|directed|organi[sz]ed))\s+"
    rf"(?:the|this|that|those|both)\s+(?=[^,.;:]{{0,50}}\b(?:{_CRIME}|raids?|ambush|strikes?|explosions?|blasts?|plots?))"
    rf"[^,.;:]{{3,50}},\s+{_AGED}(?P<who>{_NAME})(?!\s+(?:said|says|told|added))"
)
_SUSPECT = re.compile(r"suspect|alleged|accused", re.IGNORECASE)
_NAMED_HIM = re.compile(
    rf"\b(?:identified|named|names|identifies)\s+"
    r"(?P<whom>him|her|them|the\s+(?:two|pair|couple|trio|man|woman|men|brothers))\s+"
    rf"(?:only\s+)?as\s+{_AGED}(?P<who>{_NAME}|[A-Z]\w+ [A-Z]\b)"
    rf"(?:(?:,\s+(?:aged\s+)?\d+,?)?\s+and\s+{_AGED}(?P<too>{_NAME}))?"
)
_CHARGED = re.compile(
    r"\b(?:(?P<held>arrested|detained|held|wanted|sought|questioned)\s+(?:[\w-]+\s+){0,4}?"
    r"(?:on suspicion of|in connection with|over|for)"
    r"|(?:charged|indicted|convicted|arraigned|accused|jailed|sentenced|prosecuted|tried|found guilty|on trial|"
    r"(?:(?:is|was) )?(?:facing|faces|faced) (?:[\w-]+\s+){0,3}?(?:charges?|counts?|trial))\s+(?:[\w-]+\s+){0,6}?"
    rf"(?:with|of|on|over|for|in))\s+(?:[\w’'-]+\s+){{0,7}}?{_CRIME}",
    re.IGNORECASE,
)
_OF_BEFORE = re.compile(r"\b(?:similar|previous|earlier|past|other)\s", re.IGNORECASE)
_OPENS = re.compile(
    rf"{_NAME}(?:,\s+\d+,?)?\s+(?P<verb>was|is|has been|had been)\b[^,.;:]*\b"
    r"and\s+(?:(?:was|is|has been)\s+)?(?:\w+ly\s+)?\Z"
)
_HELD_FOR = re.compile(
    r"\bthe\s+(?:lone\s+)?(?:gunman|shooter|attacker|assailant|killer|bomber|suspect)\b|"
    r"\b(?:m[ae]n|woman|teenager|boy|youth|suspects?|couple|brothers|soldier|officer|pupil|student)\s+"
    r"(?:suspected|accused|charged|arrested|held|wanted)\b",
    re.IGNORECASE,
)
_ACTIVE = re.compile(
    r"(?:accused|charged|indicted|convicted|arrested|detained|sentenced|jailed|tried|prosecuted)\s+(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))(?:the|an?|its|their|his|her|both|two|three|four|[A-Z])"
)
_LAST_NAME = re.compile(rf"(?P<who>{_NAME})\Z")
_NEXT_NAME = re.compile(rf",\s+{_AGED}(?P<who>{_NAME})")
_SOME = re.compile(r"(?:an?|the|one|two|three)\s", re.IGNORECASE)
_ONE = re.compile(r"\b(?:an?|one|the|his|her|their|another)\s+(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
_MANY = re.compile(
    r"(?:two|three)\s|the\s+(?:[\w-]+\s+)?(?:two|pair|couple|trio|brothers|\w+men|\w+ers)\b", re.IGNORECASE
)
_SEVERAL = re.compile(r"\b(?:them|two|pair|couple|trio|men|brothers)\Z")
_PLURAL = ("s", "men", "couple")
_SHE = ("her", "woman")
_MEN = frozenset("man boy father son husband brother policeman serviceman fisherman".split())
_WOMEN = frozenset("woman girl mother daughter wife sister policewoman".split())
_BACK = 40
_SOMEBODY = re.compile(r"(?:an?|the|one|another)\s+\d+[- ]year[- ]old(?:\s+[\w-]+){0,2}", re.IGNORECASE)


def culprits(
    sentence: Sentence, before: Sentence | None, text: str
) -> Iterator[tuple[Stance, re.Match[str], Party, Subject | None]]:
    """Whom the sentence names for a deed, with the words that do; `before` is the sentence before it.

    The subject is that of a verb of naming, where there is one. A person who is arrested is suspected, one who is
    charged is blamed.
    """
    for match in _APPOSED.finditer(text, sentence.start, sentence.end):
        if match[0][len(match["doer"])] == "," and _SPEAKS.match(text, match.end()):
            continue
        stance: Stance = "suspects" if _SUSPECT.search(match["doer"]) else "states"
        yield stance, match, _person(match, "who"), None
    for match in _BEHIND_IT.finditer(text, sentence.start, sentence.end):
        yield "blames", match, _person(match, "who"), None
    for match in _NAMED_ONLY.finditer(text, sentence.start, sentence.end):
        if no_doer(sentence, match.start(), match.end(), text):
            # "Shot a man named as X", "a man named as X was shot".
            continue
        if _did_it(sentence, match.start(), text) or (before is not None and _did_it(before, before.end, text)):
            yield "blames", match, _person(match, "who"), None
    earlier = [(before, before.end)] if before is not None else []
    for match in _NAMED_HIM.finditer(text, sentence.start, sentence.end):
        if any(_meant(match["whom"], told, stop, text) for told, stop in ((sentence, match.start()), *earlier)):
            subject = subject_of(sentence, sentence.word_at(match.start()), text)
            yield "blames", match, _person(match, "who"), subject
            if match["too"]:
                yield "blames", match, _person(match, "too"), subject
    for match in _CHARGED.finditer(text, sentence.start, sentence.end):
        if _ACTIVE.match(text, match.start()):
            # "Villagers accused the army of the massacre".
            continue
        if _OF_BEFORE.search(match.group()):
            # "Has been accused of similar attacks".
            continue
        subject = subject_of(sentence, sentence.word_at(match.start()), text) or _opening(sentence, match.start(), text)
        party = _charged(sentence, subject, text) if subject is not None and not subject.negated else None
        if party is not None:
            yield "suspects" if match["held"] else "blames", match, party, None


def personal(sentence: Sentence, subject: Subject, text: str) -> bool:
    """Whether the subject is no more than a person's name."""
    return bool(PERSON.fullmatch(text, subject.start, subject.end)) and not (
        any(p.start < subject.end and subject.start < p.end for p in sentence.places)
        or any(a.start < subject.end and subject.start < a.end for a in sentence.actors)
    )


def _opening(sentence: Sentence, at: int, text: str) -> Subject | None:
    """The person with whom the sentence opens and of whom all its verbs are: "X, 20, was arrested and faces trial"."""
    found = _OPENS.match(text, sentence.start, at)
    return subject_of(sentence, sentence.word_at(found.start("verb")), text) if found is not None else None


def _person(match: re.Match[str], key: str) -> Party:
    start = match.start(key)
    return Party(start=start, end=start + len(match[key].rstrip(".’'-")), named=True)


def _charged(sentence: Sentence, subject: Subject, text: str) -> Party | None:
    if personal(sentence, subject, text):
        return Party(start=subject.start, end=subject.end, named=True)
    words = text[subject.start : subject.end]
    found = _LAST_NAME.search(text, subject.start, subject.end) or _NEXT_NAME.match(
        text, subject.end, subject.whole_end
    )
    if found is not None and describe(text[subject.start : found.start("who")]).kind is not None:
        return _person(found, "who")
    known = _SOMEBODY.fullmatch(words) is not None or describe(words).kind in ("attackers", "residents")
    return Party(start=subject.start, end=subject.end) if known and not subject.pronoun else None


def _did_it(sentence: Sentence, stop: int, text: str) -> bool:
    """Whether one person, or two or three, do something violent in the sentence before offset `stop`."""
    return _HELD_FOR.search(text, sentence.start, stop) is not None or any(
        _SOME.match(doer) for doer in _doers(sentence, stop, text)
    )


def _doers(sentence: Sentence, stop: int, text: str) -> list[str]:
    found = [
        deed_subject(sentence, trigger, text)
        for trigger in sentence.triggers
        if trigger.start < stop and not trigger.payload.noun
    ]
    return [text[subject.start : subject.end] for subject in found if subject is not None]


def _meant(whom: str, sentence: Sentence, stop: int, text: str) -> bool:
    """Whether "him", "her" or "the two" are surely who did it in the sentence before offset `stop`.

    Behind "a man shot a clerk" either may be named.
    """
    several = _SEVERAL.search(whom) is not None
    held = _HELD_FOR.search(text, sentence.start, stop)
    doers = [doer for doer in _doers(sentence, stop, text) if _SOME.match(doer)]
    fits = [doer for doer in doers if several == (_MANY.match(doer) is not None)]
    if not fits and (held is None or doers or several != held.group().endswith(_PLURAL)):
        return False
    return several or not any(
        _ONE.search(text, max(sentence.start, person.start - _BACK), person.start)
        for person in table().people.find(sentence.words)
        if person.start < stop
        and no_doer(sentence, person.start, person.end, text)
        and text[person.start : person.end].lower() not in (_MEN if whom.endswith(_SHE) else _WOMEN)
    )
