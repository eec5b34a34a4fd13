"""Things and people that a sentence on an attack names without their being what was hit, or who did it."""

import re

from annals.extract.lexicon import table
from annals.extract.page import Sentence

_CARE = re.compile(r"(?:hospitals?|clinics?|ambulances?|mortuary|morgue|infirmary)\Z", re.IGNORECASE)
_TO_CARE = re.compile(
    r"\b(?:in|to|at|by|from|reach\w*|into|through|inside|an|via)\s+(?:(?:a|an|the|two|three|four|several|various|different|nearby|local|area|"
    r"city|[A-Z][\w’'-]+|[a-z]+al)\s+){0,4}\Z"
)
_CARED_FOR = re.compile(
    r"\b(?:died|dead|dying|treat\w*|taken|took|rushed|brought|carried|airlifted|flown|driven|transported|transferred|admitted|evacuated|"
    r"hospitali[sz]ed|remain\w*|recover\w*|wounded|injur\w+|hurt|condition|bod(?:y|ies)|patients?|surgery|stable|critical|there|"
    r"(?:is|are|was|were|still|people|men|women|soldiers|five|four|three|two|others?|more|\d+))\b",
    re.IGNORECASE,
)
_VEHICLE = re.compile(
    r"(?:cars?|trucks?|pick-?ups?(?: trucks?)?|vans?|lorr(?:y|ies)|motor(?:bikes?|cycles?)|scooters?|bikes?|boats?|"
    r"skiffs?|dhows?|SUVs?|"
    r"vehicles?|jeeps?|sedans?|taxis?|minivans?|tractors?)\Z",
    re.IGNORECASE,
)
_RIDDEN = re.compile(
    r"\b(?:from|on|in|by|aboard|riding|drove|driving|drive|fled in|away in|off in|transporting|carrying|used)\s+"
    r"(?:(?:a|an|the|their|his|two|three|four|five|several|parked|passing|moving|stolen|speeding|black|white|red|blue|silver|grey|gray|dark|"
    r"waiting|getaway|[a-z]+-?colou?red|second)\s+){0,3}\Z",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"\b(?:gunm[ae]n|attackers?|assailants?|bandits?|militants?|killers?|shooters?|suspects?|robbers?|fighters?|riders?|m[ae]n|fired|"
    r"shot|shots|opened fire|fled|escaped|sped|launched|stormed|arriv\w+|came|rode|raid\w*)\b",
    re.IGNORECASE,
)
_ARMED = re.compile(r"[\s-]+(?:bomb\w*|borne|mine|rockets?|missiles?|guns?|shells?|fire|attack)\b", re.IGNORECASE)
_OF_OFFICE = re.compile(
    r"\s+(?:minist\w+|secretary|department|office|affairs|front|page|run|master|town)\b", re.IGNORECASE
)
_GOING = re.compile(
    r"\b(?:go(?:es|ing|ne)?|went|c[oa]m(?:e|ing)|return\w*|walk\w*|driv\w+|drove|head\w*|back|way|t(?:ook|aken|ake)|sent|escort\w*|"
    r"bring|brought|at|from|arriv\w+|stay\w*)\s+\Z",
    re.IGNORECASE,
)
_EMPTY = frozenset(
    (
        "the a an this that these those it its her his their our she he they them there one some any other such same "
        "which who of in on at to by with for from and or was were"
    ).split()
)
_PERSONAL = frozenset("he she they we i you them him one some who".split())
_BEFORE, _AROUND = 48, 90


def names_nothing(sentence: Sentence, start: int, end: int) -> bool:
    """Whether [start, end) holds articles, pronouns, prepositions and the like alone."""
    return all(w.folded in _EMPTY for w in sentence.words if start <= w.start < end)


def no_target(sentence: Sentence, start: int, end: int, text: str) -> bool:
    """Whether a thing in [start, end) is where the hurt were taken, what the attackers came in, or a part of a word.

    So are articles and pronouns, which name no thing.
    """
    if names_nothing(sentence, start, end):
        return True
    words = text[start:end]
    names = [w.folded for w in sentence.words if start <= w.start < end]
    if text[max(0, start - 1) : start] == "-" or _ARMED.match(text, end) or _OF_OFFICE.match(text, end):
        return True
    before = text[max(sentence.start, start - _BEFORE) : start]
    around = text[max(sentence.start, start - _AROUND) : start]
    if _CARE.search(words):
        return bool(_TO_CARE.search(before) and _CARED_FOR.search(around))
    if names[-1] in ("home", "homes") and len(names) == 1:
        return bool(_GOING.search(before))
    if _VEHICLE.search(words):
        return bool(_RIDDEN.search(before) and _THEIRS.search(around))
    return False


_SUFFERS = re.compile(
    r"(?:\s*,[^,.;]{1,40},|\s*\([^()]{1,20}\))?\s*,?\s*(?:who\s+|that\s+|which\s+)?(?:(?:was|were|is|are|"
    r"had been|has been|have been|being|been|got|gets)\s+)(?:\w+ly\s+|also\s+|then\s+|all\s+|later\s+|being\s+){0,2}",
    re.IGNORECASE,
)
_TAKEN = frozenset(
    "charged arrested detained suspected accused wanted identified held armed named jailed convicted".split()
)
_OBJECT = re.compile(
    r"\s+(?:(?:dead|down|up|at|on|to death|into)\s+)?(?:(?:the|a|an|his|her|their|its|"
    r"two|three|four|five|six|seven|eight|nine|ten|\d+|"
    r"several|dozens of|many|another|local|at least|more than|up to|one|some|of)\s+)*\Z",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:held|holds|holding|houses|housed|housing|detained|detaining|against|fighting|hunting|pursuing|targeting)\s+"
    r"(?:(?:the|some|several|many|suspected|alleged)\s+){0,2}(?:(?:members|fighters|leaders|inmates)\s+of\s+(?:the\s+)?)?\Z",
    re.IGNORECASE,
)
_GONE = re.compile(r"\s+(?:lost (?:their|his|her) li\w+|died|perished|fell dead|succumbed)\b", re.IGNORECASE)


# "An island where militants are active", "groups linked to two armies fight each other there".
_WONT = re.compile(
    r"\s+(?:(?:are|is|remains?|have been|has been|were|was)\s+(?:\w+ly\s+)?active\b|operates?\b(?! on)|roams?\b|"
    r"holds?\s+sway\b|fight\s+(?:each other|one another)\b|(?:has|have|had)\s+(?:long\s+)?"
    r"(?:bases?|camps?|a\s+presence|strongholds?)\b)"
)
_AND_DID = re.compile(r"(?:,|\band)\s+(?:have\s+|had\s+|\w+ly\s+|then\s+)?\Z")
_TIED_TO = re.compile(
    r"(?<!\bbeen)(?<!\bwas)(?<!\bwere)(?<!\bis)(?<!\bare)\s(?:linked|loyal|allied|tied|affiliated|close|sympathetic)\s+"
    r"(?:to|with)\s+(?:the\s+)?(?:[\w’'-]+\s+and\s+(?:to\s+)?)?\Z"
)


def tied_to(sentence: Sentence, start: int, text: str) -> bool:
    """Whether the words at offset `start` are only those to whom others are tied: "groups linked to al-Qaeda"."""
    return _TIED_TO.search(text, sentence.start, start) is not None


def is_wont(sentence: Sentence, end: int, text: str) -> bool:
    """Whether the people whose words end at `end` are told of for what they are wont to do there, and for no deed."""
    wont = _WONT.match(text, end, sentence.end)
    # "Militants operate in the area and killed six": who is wont to be there did it, too.
    return wont is not None and not any(
        _AND_DID.search(text, wont.end(), m.start) for m in sentence.triggers if m.start >= wont.end()
    )


def no_doer(sentence: Sentence, start: int, end: int, text: str) -> bool:
    """Whether the people in [start, end) suffer the attack, or are told of for what they are wont to do."""
    if is_wont(sentence, end, text):
        return True
    if _GONE.match(text, end) or _HOLDS.search(text, max(sentence.start, start - _BEFORE), start):
        return True
    passive = _SUFFERS.match(text, end, sentence.end)
    if passive is not None and _harm_at(sentence, passive.end()):
        return True
    return any(
        last <= start and _OBJECT.fullmatch(text, last, start) and not _noun(sentence, first)
        for first, last in _violence(sentence)
    )


def nobody(sentence: Sentence, start: int, end: int, text: str) -> bool:
    """Whether the words are no people: a thing that can be hit, a number, a single letter, a pronoun of things."""
    inside = [w for w in sentence.words if start <= w.start < end]
    telling = [w for w in inside if w.end - w.start > 1 and not w.folded.isdigit() and w.folded not in _EMPTY]
    if not telling:
        return bool(inside) and inside[-1].folded not in _PERSONAL
    thing = any(t.start <= telling[-1].start < t.end for t in sentence.targets)
    return thing and not any(True for _ in table().people.find(inside)) and not text[telling[0].start].isupper()


def _harm_at(sentence: Sentence, at: int) -> bool:
    word = next((w for w in sentence.words if w.start >= at), None)
    if word is None or word.folded in _TAKEN:
        return False
    return word.folded.endswith("ed") or any(first == word.start for first, _ in _violence(sentence))


def _violence(sentence: Sentence) -> list[tuple[int, int]]:
    """Where the sentence's words for violence and for harm stand."""
    return [(t.start, t.end) for t in sentence.triggers] + [(h.start, h.end) for h in sentence.harm]


def _noun(sentence: Sentence, start: int) -> bool:
    return any(t.start == start and t.payload.noun for t in sentence.triggers)
