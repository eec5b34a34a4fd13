"""Answers told a sentence away from what says so: "Reprisals were not long in coming", "it was for Scotch Street"."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from annals.extract.page import Sentence
from annals.extract.tie_cues import REVENGE_WORDS, only_threatened
from annals.extract.tie_members import Member

_COMES = re.compile(
    rf"\b(?:(?P<revenge>{REVENGE_WORDS}|answer|reply)|(?P<answer>response|reaction))(?:s|es)?"
    r"(?:\s+(?:from|of|by)\s+(?:[\w’'-]+\s*){1,5}?)?\s+(?:(?:has|had|have)\s+(?:already\s+|since\s+)?)?"
    r"(?:c[ao]me|arrived|followed|beg[au]n|started|"
    r"(?:was|were|been)\s+(?:not\s+(?:long|slow)|swift|quick|immediate|instant|already|given|prompt|brutal|bloody|"
    r"fierce|delivered)|did(?:\s+not|n[’']t)\s+take\s+long|(?:wasn|weren)[’']t\s+(?:long|slow))\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:(?P<revenge>retaliated|hit back|struck back|took\s+(?:(?:its|their|his)\s+)?(?:revenge|vengeance)|"
    r"answered|replied)|(?P<answer>responded))(?:\s+[\w-]+){0,3}\s*[.:]?\s*\Z",
    re.IGNORECASE,
)
# "Firefighters responded quickly", "the minister answered questions": no deed answers another.
_HELPERS = re.compile(
    r"\b(?:fire\w*|medics?|paramedics?|ambulances?|crews?|doctors?|nurses?|rescue\w*|emergency|volunteers?|residents?|"
    r"neighbou?rs?|ministers?|presidents?|spokes\w+|officials?|lawyers?|questions?|calls?|critics?|reporters?|letters?|appeals?|"
    r"prayers?|alarms?)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(
    rf"[^\w’']*(?:(?:the|their|its|then|came|and|\w[\w-]*[’']s)\s+){{0,3}}(?:(?P<revenge>{REVENGE_WORDS}|answer|reply)|"
    r"(?P<answer>response))(?:s|es)?\W*",
    re.IGNORECASE,
)
"""A sentence, or the heading of a paragraph, of the word alone."""
_QUOTED = re.compile(r"[“\"”]")
_NAMED_HERE = re.compile(
    r"\b(?:there|in that (?:street|town|village|place|city|quarter|camp|district)|meant|meaning|refer\w*|allusion|"
    r"recalls?)\b",
    re.IGNORECASE,
)
_EXPLAINED = 2
"""What is named is told within so many sentences."""


def announced(
    sentence: Sentence, here: Sequence[Member], told: Sequence[Member], behind: Sequence[Member], text: str
) -> tuple[str, Member, Member] | None:
    """The relation, what answers, told in the next sentence, and what it answers, told last.

    "The reply came within hours. Helicopters rocketed a post."
    """
    cue = _COMES.search(text, sentence.start, sentence.end) or _HEAD.fullmatch(text, sentence.start, sentence.end)
    if cue is None and not _QUOTED.search(text, sentence.start, sentence.end):
        cue = _DONE.search(text, sentence.start, sentence.end)
        cue = None if cue is not None and _HELPERS.search(text, sentence.start, sentence.end) else cue
    if cue is None or not told or only_threatened(text, sentence.start, cue.start()):
        return None
    ahead = next(iter(behind), None)
    if ahead is None or ahead.sentence != sentence.index + 1 or any(m.telling == ahead.telling for m in told):
        return None
    if any(m.end <= cue.start() or m.start >= cue.end() for m in here):
        return None
    # What is only recalled on the way is seldom what is answered: it is the event told most, and of several the last.
    counts = Counter(m.telling for m in told)
    answered = next(m for m in reversed(told) if counts[m.telling] == max(counts.values()))
    return "retaliation_for" if cue["revenge"] else "response_to", ahead, answered


def explained(
    sentence: Sentence,
    words: frozenset[str],
    behind: Sequence[Member],
    sentences: Mapping[int, Sentence],
    text: str,
) -> Member | None:
    """What is answered, only named by the `words` of an object, and told right behind its sentence.

    As what had happened before, or at the place that was named: "It was for Kopen. At Kopen, in May, raiders shot
    six".
    """
    for member in behind:
        if member.sentence - sentence.index > _EXPLAINED:
            return None
        place = sentences[member.sentence]
        named = words & member.names or _NAMED_HERE.search(text, place.start, place.end)
        if named or (member.back and member.sentence == sentence.index + 1):
            return member
    return None
