"""Which counted people a word of harm speaks of: object, subject, or neighbour."""

import re

from annals.english.phrases import Match
from annals.extract.lexicon import Harm
from annals.extract.page import Sentence
from annals.extract.people_lists import People

_BE = frozenset("was were been being be is are get got gets getting".split())
_LEFT_SPAN = 14
_RIGHT_SPAN = 3
_NOUN_REACH = 4
_INVARIABLE = frozenset({"hurt", "cut", "beat", "burst"})
"""First words of verbs whose past looks like their base."""
_OTHER_VERB = re.compile(
    r"\b(?:said|told|attacked|opened fire|announced|claimed|fired|says|believe[sd]?|"
    r"(?<!was )(?<!were )(?<!been )(?<!is )(?<!are )reported|"
    r"stormed|killed|wounded|injured|shot dead|raided|ambushed|arrested|when|after|because|but|"
    r"and (?:he|she) (?:himself |herself )?(?:was|is|has))\b|[;.]",
    re.IGNORECASE,
)
_BUT = re.compile(
    r",?\s+but\s+(?:(?:later|then|soon|all|both|also|shortly afterwards|eventually)\s+)?\Z", re.IGNORECASE
)
"""Before a verb that goes on with the same subject: "was shot but died"."""
_OTHER_SHOT = re.compile(r"(?:\s+|-)(?:down|up|off|from|his|her|out|rings?|was|were)\b", re.IGNORECASE)
_SHOT_AT = re.compile(r"\s+at\b", re.IGNORECASE)
_MISSED = re.compile(r"\s+at\b(?!\s+(?:an?|the|about|around|close|point|least|his|her|their|\d|[A-Z]))")
"""Behind "were shot": aimed at, and not hit, unless a place, an hour or a range follows."""
_SHOOTING = re.compile(r"\s+(?:from|into|through|towards?|out|over|across|with)\b", re.IGNORECASE)
"""Behind a "shot" whose subject shoots."""
_VERB_END = re.compile(r"\b(?:injured|wounded|hurt|maimed)\Z", re.IGNORECASE)
_PRONOUN = re.compile(r"(?<!\bof )\b(?:him|her|them|it)\s+\Z", re.IGNORECASE)
"""Before a state: of whom it is said, whoever else stands before ("his kin called him missing")."""
_BACK = 10
_APART = re.compile(r"[,;:.()—–]|\b(?:and|or|in|with|on|at|from|by)\b")
HARMED_BEFORE = re.compile(
    r"\s+(?:who\s+(?:was|were|had been|has been)\s+)?(?:\w+ly\s+)?(?:wounded|injured|hurt|shot|stabbed|beaten|burned|"
    r"hit|struck|kidnapped|abducted|poisoned)\s+(?:in|by|during|at|on|when|last|earlier|outside|near)\b",
    re.IGNORECASE,
)
_NO_CORPSE = re.compile(
    r"body\s+(?:armou?r|cam(?:era)?s?|part|parts|language|shop|work|bags?|guards?|politic)\b", re.IGNORECASE
)
_NO_OBJECT = re.compile(
    r"[,.;:)—–-]|(?:in|by|when|after|as|during|on|at|near|and|or|while|since|following|outside|inside|from|with|"
    r"so|there|here|across|around|throughout)\b"
)
_OF = re.compile(r"\s+(?:of|from|with|guarding|protecting|working for|loyal to)\s+", re.IGNORECASE)
_PREPOSITION = re.compile(r"\s*(?:to|of|among|for)\b")


def counted(sentence: Sentence, cue: Match[Harm], people: list[People], text: str, *, headline: bool) -> People | None:
    """The people whom the cue harms, by its role and form; None where none are counted."""
    role = cue.payload.role
    if role == "nouns":
        if _NO_CORPSE.match(text, cue.start):
            return None
        numbered = [p for p in people if not p.definite]
        return adjacent_before(numbered, cue, text, reach=_NOUN_REACH) or _preposition_after(people, cue, text)
    if role == "states":
        hit = _object(sentence, cue, people, text)
        if hit is not None or _PRONOUN.search(text, max(sentence.start, cue.start - _BACK), cue.start):
            return hit
        return adjacent_before(people, cue, text, reach=1) or subject(cue, people, text)
    if role in ("suffered", "shot"):
        return _harmed_or_shot(sentence, cue, people, text, headline=headline)
    return _by_verb(sentence, cue, people, text, headline=headline)


def _harmed_or_shot(
    sentence: Sentence, cue: Match[Harm], people: list[People], text: str, *, headline: bool
) -> People | None:
    bare = text[cue.start : cue.end].lower() == "shot"
    if not bare:
        return subject(cue, people, text)
    if _OTHER_SHOT.match(text, cue.end) or (not _passive(sentence, cue) and _SHOT_AT.match(text, cue.end)):
        return None
    if _passive(sentence, cue) and _MISSED.match(text, cue.end):
        return None
    near = adjacent_before(people, cue, text, reach=1)
    if _passive(sentence, cue):
        return subject(cue, people, text)
    if near is not None and (headline or _clipped(near, cue, text)):
        return near
    return None if headline else _after(people, cue, text)


def _clipped(near: People, cue: Match[Harm], text: str) -> bool:
    """Whether "five shot, one fatally" leaves the "were" out: those before it are hit, nobody is behind it."""
    if near.definite or near.offenders or _SHOOTING.match(text, cue.end):
        return False
    return _reduced(text, cue)


def _object(sentence: Sentence, cue: Match[Harm], people: list[People], text: str) -> People | None:
    """The object of "critically injured his guard", which stands as "critically injured" does behind a "was"."""
    if not _VERB_END.search(text, cue.start, cue.end) or _passive(sentence, cue):
        return None
    ahead = _after(people, cue, text)
    return ahead if ahead is not None and distance(ahead, cue) == 0 else None


def _by_verb(sentence: Sentence, cue: Match[Harm], people: list[People], text: str, *, headline: bool) -> People | None:
    form = cue.payload.form
    invariable = form == "base" and sentence.words[cue.first].folded in _INVARIABLE
    if form in ("past", "participle") or invariable:
        if _passive(sentence, cue):
            return subject(cue, people, text)
        ahead = _after(people, cue, text)
        behind = adjacent_before(people, cue, text, reach=2)
        if ahead is not None and not (behind is not None and not behind.definite and _reduced(text, cue)):
            return ahead
        return behind or (subject(cue, people, text) if headline else None)
    if form in ("ing", "s") or (form == "base" and (headline or _auxiliary(sentence, cue))):
        return _after(people, cue, text)
    return None


def distance(people: People, cue: Match[Harm]) -> int:
    """Words between the phrase and the cue."""
    return cue.first - people.last if people.end <= cue.start else people.first - cue.last


def adjacent_before(people: list[People], cue: Match[Harm], text: str, *, reach: int) -> People | None:
    """The people right before the cue, or around it ("14 dead bodies")."""
    near = [
        p
        for p in people
        if p.end <= cue.start and distance(p, cue) <= reach and not _APART.search(text, p.end, cue.start)
    ]
    inside = [p for p in people if p.start < cue.start < p.end]
    found = inside or near
    return found[-1] if found else None


def subject(cue: Match[Harm], people: list[People], text: str) -> People | None:
    """The counted people that are the subject of the cue: the nearest to the left, skipping "including ..." asides."""
    behind = [p for p in people if p.end <= cue.start and distance(p, cue) <= _LEFT_SPAN]
    whole = [p for p in behind if not p.part]
    nearest = behind[-1] if behind else None
    if nearest is not None and nearest.part and not re.search(r"[,)—–]", text[nearest.end : cue.start]):
        return nearest
    candidate = whole[-1] if whole else nearest
    if (
        candidate is not None
        and candidate.definite
        and len(whole) > 1
        and _OF.fullmatch(text, whole[-2].end, candidate.start)
    ):
        # "Four guards of the governor were killed": the first is the head.
        candidate = whole[-2]
    if candidate is not None and (aside := HARMED_BEFORE.match(text, candidate.end, cue.start)) is not None:
        # "A man wounded in the bombing has died": of whom the sentence speaks, before it says what befell them.
        return None if _OTHER_VERB.search(text, aside.end(), cue.start) else candidate
    # Another verb's subject or object in between means that the phrase belongs elsewhere.
    if candidate is None:
        return None
    goes_on = _BUT.search(text, candidate.end, cue.start)
    if _OTHER_VERB.search(text, candidate.end, goes_on.start() if goes_on is not None else cue.start):
        return None
    return candidate


def _after(people: list[People], cue: Match[Harm], text: str) -> People | None:
    for candidate in people:
        if candidate.start >= cue.end and distance(candidate, cue) <= _RIGHT_SPAN:
            between = text[cue.end : candidate.start]
            blocked = re.search(r"[;.,—–]|\b(?:in|on|at|by|when|after|near|with|from)\b", between)
            return None if blocked else candidate
    return None


def _preposition_after(people: list[People], cue: Match[Harm], text: str) -> People | None:
    ahead = _after(people, cue, text)
    return ahead if ahead is not None and _PREPOSITION.match(text[cue.end : ahead.start]) else None


def _passive(sentence: Sentence, cue: Match[Harm]) -> bool:
    before = [w.folded for w in sentence.words[max(0, cue.first - 4) : cue.first]]
    return any(w in _BE for w in before) and not any(w in ("who", "that", "which") for w in before[-1:])


def _reduced(text: str, cue: Match[Harm]) -> bool:
    """Whether what follows a participle shows that it has no object: the end, a comma, a preposition."""
    rest = text[cue.end : cue.end + 16].lstrip()
    return not rest or bool(_NO_OBJECT.match(rest))


def _auxiliary(sentence: Sentence, cue: Match[Harm]) -> bool:
    before = [w.folded for w in sentence.words[max(0, cue.first - 2) : cue.first]]
    return any(w in ("to", "did", "would", "could", "may", "might", "will") for w in before)
