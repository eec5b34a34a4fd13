"""What kind of voice a claim comes from, and what its counting is worth against another's.

Casualty recorders ask who counted: those who hold the bodies or the lists (hospitals, rescuers, registries), those who
answer for the place (ministries, police), those who watch (monitors, aid organisations, the UN), those who were there,
those who fight, and those whom a report does not name. The kinds of speakers come from the actor table and from
`reference/data/descriptions.toml`; the order is that of the rule "official over unnamed, own count over hearsay".
"""

import re
from functools import lru_cache
from typing import Literal

from annals.model.claim import Speaker
from annals.reference.actor_files import shipped_entries
from annals.reference.descriptions import describe

Voice = Literal["report", "rescuers", "officials", "monitors", "press", "witnesses", "fighters", "others", "unnamed"]
"""report: the report's own voice; rescuers: hospitals, medics, civil defence; officials: governments, police, armies;
monitors: rights groups, the UN, aid organisations; press: another outlet; witnesses: residents, relatives; fighters:
armed groups; others: people whose office is not told; unnamed: sources that the report does not name."""

VOICE_WORDS: dict[Voice, str] = {
    "report": "reports in their own voice",
    "rescuers": "hospitals and rescuers",
    "officials": "officials",
    "monitors": "monitors and aid organisations",
    "press": "other media",
    "witnesses": "witnesses",
    "fighters": "armed groups",
    "others": "people whose office is not told",
    "unnamed": "sources not named",
}

_OF_DESCRIPTION: dict[str, Voice] = {
    "medics": "rescuers",
    "government": "officials",
    "police": "officials",
    "military": "officials",
    "security": "officials",
    "intelligence": "officials",
    "monitors": "monitors",
    "press": "press",
    "residents": "witnesses",
    "protesters": "witnesses",
    "attackers": "fighters",
    "militants": "fighters",
    "rebels": "fighters",
    "militia": "fighters",
    "gang": "fighters",
    "communal": "fighters",
    "pirates": "fighters",
    "sources": "unnamed",
}
_OF_ACTOR: dict[str, Voice] = {
    "media": "press",
    "monitor": "monitors",
    "ngo": "monitors",
    "igo": "monitors",
    "government": "officials",
    "police": "officials",
    "state_forces": "officials",
    "coalition": "officials",
    "intelligence": "officials",
    "armed_group": "fighters",
    "political_militia": "fighters",
    "cartel": "fighters",
    "gang": "fighters",
    "party": "fighters",
    "private_military": "fighters",
}
_WORTH: dict[Voice, int] = {
    "report": 3,
    "rescuers": 3,
    "officials": 3,
    "monitors": 3,
    "press": 2,
    "others": 2,
    "witnesses": 1,
    "fighters": 1,
    "unnamed": 0,
}
_OF = re.compile(r"\s(?:of|at|for|from)\s", re.IGNORECASE)
_HEARSAY = re.compile(
    r"\b(?:quoting|citing|who (?:said|heard)|was told|were told|had been told|by hearsay)\b", re.IGNORECASE
)


def voice_of(speaker: Speaker) -> Voice:
    """The kind of voice; a known actor's kind beats the words by which a report describes it.

    >>> voice_of(Speaker()), voice_of(Speaker(name="two hospital officials", anonymous=True))
    ('report', 'rescuers')
    """
    if speaker.name is None and speaker.actor_id is None:
        return "report"
    return _voice(speaker.name or "", speaker.actor_id, speaker.anonymous)


def worth_of(speaker: Speaker) -> int:
    """What the voice's counting is worth, 0 to 3; one that only passes on what others said is worth 1 at most."""
    worth = _WORTH[voice_of(speaker)]
    return min(worth, 1) if speaker.name and _HEARSAY.search(speaker.name) else worth


@lru_cache(maxsize=4096)
def _voice(name: str, actor_id: str | None, anonymous: bool | None) -> Voice:
    kind = _kinds().get(actor_id or "")
    described = _described(name)
    if described in ("rescuers", "witnesses", "press") and kind is not None:
        # A hospital or a newspaper of some party is a hospital or a newspaper.
        return described
    if kind in _OF_ACTOR:
        return _OF_ACTOR[kind]
    if actor_id is not None and actor_id.startswith("state:"):
        return "officials"
    return described or ("unnamed" if anonymous else "others")


def _described(name: str) -> Voice | None:
    """By the noun that the words name, else by that after an "of" or "at": "the director of the hospital"."""
    for words in (name, *_OF.split(name)[1:]):
        voice = _OF_DESCRIPTION.get(describe(words).kind or "")
        if voice is not None:
            return voice
    return None


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {name: entry.kind for name, entry in shipped_entries().items()}


def same_voice(a: Speaker, b: Speaker) -> bool:
    """Whether both are told to be one speaker by a name: one actor, or one description that withholds no name.

    "Officials" of two reports may be two officials; "the health ministry" of one incident is one ministry.
    """
    if a.anonymous is not False or b.anonymous is not False:
        return False
    if a.actor_id and b.actor_id:
        return a.actor_id == b.actor_id
    return bool(a.name and b.name) and describe(a.name or "").name.casefold() == describe(b.name or "").name.casefold()
