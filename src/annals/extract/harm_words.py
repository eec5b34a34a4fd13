"""Words of harm in a sentence: those of the lexicon, and phrases too many to list ("with splinter injuries")."""

import re
from collections.abc import Iterator
from itertools import chain

from annals.english.phrases import Match, Word
from annals.extract.lexicon import Harm, table

_PART = (
    r"(?:head|face|neck|throat|chest|torso|back|stomach|abdomen|belly|groin|pelvis|hip|thigh|leg|legs|knee|knees|calf|shin|"
    r"ankle|foot|feet|toe|heel|arm|arms|shoulder|shoulders|elbow|forearm|wrist|hand|hands|finger|fingers|thumb|jaw|cheek|eye|"
    r"eyes|ear|forehead|temple|buttocks?|ribs|spine|side|lung|body|extremities)"
)
LIMB = (
    r"(?:thigh|legs?|knees?|calf|shin|ankle|foot|feet|toe|heel|arms?|shoulders?|elbow|forearm|wrist|hands?|fingers?|thumb|"
    r"buttocks?|hip)"
)
"""Where a shot seldom kills."""
_LOST_PART = r"(?:legs?|arms?|hands?|f(?:oo|ee)t|eyes?|fingers?|thumb|toes?|limbs?|eyesight|sight|hearing)"
_WOUND = r"(?:wounds?|injur(?:y|ies)|lacerations?|fractures?|burns|bruises|cuts|concussions?|broken (?:\w+ )?bones)"
_KIND = r"(?:(?!(?:fatal|mortal|no|without|and|or|the)\b)[\w’'-]+\s+(?:and\s+|or\s+)?){0,4}?"
_DOWN = re.compile(r"-(?:down|up|out)\b", re.IGNORECASE)
"""Behind a "shot" of "the shot-down plane"."""
_WEAPON_WOUND = re.compile(r"\b(?:gun-?shot|bullet|shotgun|stab|knife|pellet|shot)\b", re.IGNORECASE)
_FROM = r"(?:was|were|is|are|been|being|got)"
_PHRASES: tuple[tuple[re.Pattern[str], Harm], ...] = (
    (re.compile(rf"\bwith\s+{_KIND}{_WOUND}\b", re.IGNORECASE), Harm("wounded", "states", "base")),
    (
        re.compile(
            rf"\b(?:suffer(?:s|ed|ing)?|sustain(?:s|ed|ing)?|receiv(?:es|ed|ing)|nurs(?:es|ed|ing))\s+(?:from\s+)?{_KIND}"
            rf"{_WOUND}\b",
            re.IGNORECASE,
        ),
        Harm("wounded", "suffered", "past"),
    ),
    (
        re.compile(
            rf"\b(?:hit|struck|grazed|caught|clipped)\s+(?:\w+\s+)?(?:in|on|across)\s+(?:the|his|her|their|both|an?)\s+"
            rf"(?:\w+\s+){{0,2}}?{_PART}\b",
            re.IGNORECASE,
        ),
        Harm("wounded", "shot", "past"),
    ),
    (
        re.compile(
            rf"\b(?:treated for|diagnosed with) {_KIND}(?:{_WOUND}|(?:brain|head|blast) trauma|blast lung)\b",
            re.IGNORECASE,
        ),
        Harm("wounded", "suffered", "participle"),
    ),
    (
        re.compile(
            rf"\b(?:shot|stabbed|cut|slashed)\s+in\s+(?:the|his|her|their|both|an?)\s+(?:\w+\s+)?{LIMB}\b",
            re.IGNORECASE,
        ),
        Harm("wounded", "suffered", "participle"),
    ),
    (
        re.compile(
            rf"\b(?:los(?:es|t|ing))\s+(?:an?|his|her|their|both|one|two|the use of (?:an?|his|her|both))\s+(?:\w+\s+)?"
            rf"{_LOST_PART}\b",
            re.IGNORECASE,
        ),
        Harm("wounded", "suffered", "past"),
    ),
    (
        re.compile(
            rf"\b{_FROM}\s+(?:\w+ly\s+)?(?:hit|struck|cut|lacerated|showered|peppered|injured|wounded|burned|burnt)\s+by\s+"
            r"(?:[\w’'-]+\s+){0,2}?(?:shrapnel|splinters?|fragments?|glass|debris|pellets|stones|shards|flames)\b",
            re.IGNORECASE,
        ),
        Harm("wounded", "suffered", "participle"),
    ),
)
"""Wounds named by their kind, and what was hit or lost of a body."""


def harm_words(words: list[Word], text: str) -> list[Match[Harm]]:
    """The words of harm among the words of a sentence of `text`, in order, not overlapping; the longer one counts."""
    listed = [m for m in table().harm.find(words) if not _DOWN.match(text, m.end)]
    if not words:
        return listed
    found = list(listed)
    for match in _open(words, text):
        inside = [m for m in found if m.start < match.end and match.start < m.end]
        if any(m.last - m.first >= match.last - match.first or m.payload.field != "wounded" for m in inside):
            continue
        found = [m for m in found if m not in inside]
        found.append(match)
    return sorted(found, key=lambda m: m.start)


def _open(words: list[Word], text: str) -> Iterator[Match[Harm]]:
    start, end = words[0].start, words[-1].end
    at = {word.start: index for index, word in enumerate(words)}
    ends = {word.end: index + 1 for index, word in enumerate(words)}
    matches = chain.from_iterable(((m, harm) for m in pattern.finditer(text, start, end)) for pattern, harm in _PHRASES)
    for found, harm in matches:
        first, last = at.get(found.start()), ends.get(found.end())
        if first is None or last is None:
            continue
        # Whoever is found with a gunshot wound may die of it, as those who were shot may.
        role = "shot" if _WEAPON_WOUND.search(found.group()) else harm.role
        yield Match(found.start(), found.end(), first, last, harm._replace(role=role))


_SENTENCED = re.compile(r"\b(?:sentenc\w*|condemn\w*|doomed|bored|frighten\w*|scared|sick)\b[^.;]*$", re.IGNORECASE)
_LETTERS = frozenset({"kia", "wia", "mia"})
_NAMED_BEHIND = re.compile(r"\s+(?!(?:and|or|in|on|at|by|after|when|during|while|as|from|including|to|so)\b)[\w-]")
_CORPSES = re.compile(r"\b(?:bod(?:y|ies)|corpses?|remains)\s+of\s+(?:[\w’'-]+\s+){0,3}$", re.IGNORECASE)
_DIED = re.compile(r"\b(?:succumb\w*|died|dies|dying|dead)\b[^.;,]{0,30}\Z", re.IGNORECASE)
_DIED_OF = re.compile(
    r"\b(?:succumb\w*|died|dies|dying|dead|killed)\b[^.;]{0,12}\b(?:to|of|from)\s+(?:\w+\s+){0,3}\Z", re.IGNORECASE
)
_BACK = 40


def no_harm(cue: Match[Harm], text: str) -> bool:
    """Whether words of harm tell of none here.

    Those are a sentence "to death", letters that name a party or a car ("KIA fighters", "a Kia"), and what is told of
    the dead in passing ("the bodies of two missing miners", "succumbed to his injuries").
    """
    words = text[cue.start : cue.end]
    if words.lower() == "to death":
        return _SENTENCED.search(text, max(0, cue.start - 2 * _BACK), cue.start) is not None
    if words.lower() in _LETTERS:
        return not words.isupper() or _NAMED_BEHIND.match(text, cue.end) is not None
    if cue.payload.field == "wounded" and words.lower() in ("in hospital", "in the hospital"):
        return _DIED.search(text, max(0, cue.start - _BACK), cue.start) is not None
    if cue.payload.field == "wounded" and cue.payload.role == "nouns":
        return _DIED_OF.search(text, max(0, cue.start - _BACK), cue.start) is not None
    if cue.payload.field in ("missing", "abducted"):
        return _CORPSES.search(text, max(0, cue.start - _BACK), cue.start) is not None
    return False
