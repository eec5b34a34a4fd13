"""Two events by one hand: "the raiders returned", "claimed both attacks", "the two bombings are connected"."""

import re
from collections.abc import Sequence

from annals.extract.page import Sentence
from annals.extract.tie_cues import only_threatened
from annals.extract.tie_members import Member
from annals.reference.event_families import compatible_types

_RETURNED = re.compile(
    r"\b(?:the|these|those|same)\s+(?:same\s+)?(?:[\w-]+\s+)?(?:raiders|gunm[ae]n|attackers?|militants|assailants?|killers?|bombers?|"
    r"fighters|insurgents|rebels|bandits|jihadists|gang|group|snipers?|arsonists?)\s+(?:had\s+|have\s+|has\s+)?(?:then\s+|later\s+)?"
    r"(?:(?:returned|came back|come back)(?!\s+(?:fire|home|to\s+(?:(?:their|its|his)\s+)?"
    r"(?:bases?|camps?|hideouts?|barracks|positions|forest|bush|mountains|jungle|border)))"
    r"|(?:struck|attacked|hit|killed|raided|fired) again)\b",
    re.IGNORECASE,
)
_DEEDS = (
    r"(?:attacks|bombings|raids|killings|massacres|shootings|strikes|explosions|blasts|ambushes|assaults|murders|kidnappings|"
    r"abductions|hijackings)"
)
_BOTH = re.compile(
    r"\b(?:claim(?:ed|s|ing)?|carried out|carry out|behind|staged|committed|admitted|ordered|planned|"
    r"responsib\w+\s+for)\s+(?:(?:responsibility\s+for|to)\s+)?both(?:\s+(?:of\s+(?:the|them)|the))?"
    rf"(?=\s+(?:[\w-]+\s+)?{_DEEDS}|\s*[.,;])",
    re.IGNORECASE,
)
_CONNECTED = re.compile(
    rf"\b(?:the\s+two|both|the)\s+(?:[\w-]+\s+)?{_DEEDS}\s+(?:were|are|had been|have been|may be|"
    rf"appear(?:ed)? to be)\s+"
    r"(?:(?:believed|thought|understood|clearly|probably|likely|also)\s+(?:to\s+be\s+)?)?(?:connected|linked|related|"
    r"the work of (?:one|the same))\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|no|whether|if|never|den(?:y|ies|ied)|nothing|none|nobody|unclear)\b|n[’']t\b", re.IGNORECASE
)
_AHEAD = 2
_TWO = 2


def by_one_hand(
    sentence: Sentence, here: Sequence[Member], told: Sequence[Member], near: Sequence[Member], text: str
) -> tuple[int, int] | None:
    """The tellings of two events of which the sentence says that the same people did them; None where it says none.

    `here`, `told` and `near` are the words of events in it, before it and shortly behind it.
    """
    cue = _RETURNED.search(text, sentence.start, sentence.end)
    if cue is not None and not _left_out(sentence, cue, text):
        ahead = [m for m in here if m.start >= cue.start()]
        ahead += [m for m in near if m.sentence - sentence.index <= _AHEAD]
        for later in ahead[:1]:
            for earlier in reversed([*told, *(m for m in here if m.start < cue.start())]):
                if earlier.telling != later.telling:
                    return (later.telling, earlier.telling) if _alike(earlier, later) else None
    for pattern in (_BOTH, _CONNECTED):
        cue = pattern.search(text, sentence.start, sentence.end)
        both = list(dict.fromkeys(m.telling for m in (*told, *here)))
        if cue is not None and len(both) == _TWO and not _left_out(sentence, cue, text):
            return both[1], both[0]
    return None


def returned(sentence: Sentence, here: Sequence[Member], behind: Sequence[Member], text: str) -> Member | None:
    """The words behind "the raiders returned" that tell what they did then; None where the sentence says no such."""
    cue = _RETURNED.search(text, sentence.start, sentence.end)
    if cue is None or _left_out(sentence, cue, text):
        return None
    ahead = [m for m in here if m.start >= cue.start()]
    ahead += [m for m in behind if m.sentence - sentence.index <= _AHEAD]
    return next(iter(ahead), None)


def _left_out(sentence: Sentence, cue: re.Match[str], text: str) -> bool:
    return only_threatened(text, sentence.start, cue.start()) or bool(_NOT.search(text, sentence.start, cue.end()))


def _alike(one: Member, other: Member) -> bool:
    return not one.types or not other.types or compatible_types(set(one.types), set(other.types))
