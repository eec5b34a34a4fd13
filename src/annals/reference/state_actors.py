"""States as parties: every country's military, police and government, made by rule and not listed by hand."""

import re
from functools import lru_cache
from typing import NamedTuple

from annals.reference.actor_entry import ActorEntry, ActorKind
from annals.reference.nations import Nation, acts, arms, beside, nation_names, nations, openers, seats, words_between
from annals.reference.phrases import Words, words_of

_ID = re.compile(r"state:([A-Z]{2})(?::([a-z]+))?")
_KINDS: dict[str, ActorKind] = {
    "military": "state_forces",
    "security": "state_forces",
    "border": "state_forces",
    "police": "police",
    "intelligence": "intelligence",
    "government": "government",
}
_ENDINGS = {
    "military": "military",
    "security": "security forces",
    "border": "border guards",
    "police": "police",
    "intelligence": "intelligence",
    "government": "government",
}
# "New Mexico police", "Northern Ireland police": another land than the country that the name ends with.
_OTHER_LANDS = frozenset({"new", "northern", "equatorial", "papua"})
_SOURCE = "made by rule from the country's name and its arm"
_MOST_BETWEEN = 3
_MOST_JOINED = 3
# "A Palestinian attack" is not that of a state's army.
_NOT_STATES = frozenset({"PS"})


class StateMatch(NamedTuple):
    """Words that name a state's arm: index of the first word and after the last, and the actor's id."""

    first: int
    after: int
    actor_id: str


@lru_cache(maxsize=2048)
def state_entry(actor_id: str) -> ActorEntry | None:
    """Return the entry of an id such as state:IQ:military or state:IL; None where the id has no such form.

    >>> state_entry("state:IQ:police").name
    'Iraqi police'
    """
    found = _ID.fullmatch(actor_id)
    nation = nations().get(found[1]) if found else None
    if not found or not nation:
        return None
    arm = found[2]
    if arm is not None and arm not in _KINDS:
        return None
    return ActorEntry(
        actor_id=actor_id,
        name=_name(nation, arm),
        kind=_KINDS[arm] if arm else "government",
        interaction=1,
        countries=(nation.code,),
        source=_SOURCE,
    )


def find_state(name: str) -> str | None:
    """Return the id of the state or arm that exactly these words name, None where they name none.

    >>> find_state("Iraqi army"), find_state("the government of Chad"), find_state("Israel")
    ('state:IQ:military', 'state:TD:government', 'state:IL')
    """
    words = words_of(name)
    for first in (0, 1) if words.folded[:1] == ("the",) else (0,):
        match = match_arm(words, first) or match_arm_of(words, first)
        if match and match.after == len(words) and match.first == first:
            return match.actor_id
        country = _country(words, first) or _seat(words, first)
        if country and country[0] == len(words):
            return f"state:{country[1]}"
    return None


def match_arm(words: Words, first: int, joined: int = 0) -> StateMatch | None:
    """Match "Iraqi federal police", or the "US" of "US and Iraqi troops", at the word `first`."""
    country = _country(words, first)
    if not country or _negated(words, first):
        return None
    after, code = country
    arm = _arm_from(words, after)
    if arm:
        return StateMatch(first, arm[0], f"state:{code}:{arm[1]}")
    act = _joined_phrase_end(words, after)
    if act and code not in _NOT_STATES:
        return StateMatch(first, after, f"state:{code}:military")
    if joined < _MOST_JOINED and after + 1 < len(words) and words.folded[after] in {"and", "or"}:
        second = match_arm(words, after + 1, joined + 1)
        if second and second.actor_id.count(":") > 1:
            return StateMatch(first, after, f"state:{code}:{second.actor_id.rpartition(':')[2]}")
    return None


def match_arm_of(words: Words, first: int) -> StateMatch | None:
    """Match "army of Chad", "ministry of defence of the Republic of the Congo" at the word `first`."""
    for after, found in arms().ends_at(words, first):
        place = after + 1
        if place >= len(words) or words.folded[after] != "of" or not words.joined[after]:
            continue
        if words.folded[place] == "the":
            place += 1
        country = _country(words, place)
        if country:
            return StateMatch(first, country[0], f"state:{country[1]}:{found[0]}")
    return None


def match_bare(words: Words, first: int) -> StateMatch | None:
    """Match a bare country or seat of government that acts, says or is blamed: "Israel denied", "blamed on Tehran"."""
    country = _country(words, first) or _seat(words, first)
    if not country or words.hyphened(first) or words.hyphened(country[0]):
        return None
    after_words, before_words, pairs = beside()
    follows = country[0] < len(words) and words.joined[country[0]] and words.folded[country[0]] in after_words
    before = words.folded[first - 1] if first and words.joined[first] else ""
    second = words.folded[first - 2] if first > 1 and words.joined[first - 1] else ""
    if before == "the":
        before, second = second, words.folded[first - 3] if first > 2 else ""  # noqa: PLR2004 - three words back
    if before in {"in", "from", "near", "at", "inside", "across", "to", "against", "around", "outside", "over", "with"}:
        return None
    if before and words.raw[first - 1][0].isupper() and before not in openers():
        return None
    if follows or before in before_words or (second, before) in pairs:
        return StateMatch(first, country[0], f"state:{country[1]}")
    return None


def country_at(words: Words, first: int) -> tuple[int, str] | None:
    """Return (index after, code) of the country or people named at the word `first`."""
    return _country(words, first)


def _country(words: Words, first: int) -> tuple[int, str] | None:
    if first >= len(words):
        return None
    raw = words.raw[first]
    if not raw[0].isupper() or (words.folded[first] in {"us", "uk"} and not raw.replace(".", "").isupper()):
        return None
    if first and words.joined[first] and words.folded[first - 1] in _OTHER_LANDS:
        return None
    found = nation_names().longest(words, first)
    return (found[0], found[1][0]) if found else None


def _seat(words: Words, first: int) -> tuple[int, str] | None:
    if first >= len(words) or not words.raw[first][0].isupper():
        return None
    found = seats().longest(words, first)
    return (found[0], found[1][0]) if found else None


def _negated(words: Words, first: int) -> bool:
    """Whether the word is the end of "anti-X", "pro-X", "non-X"."""
    return words.hyphened(first) and words.folded[first - 1] in {"anti", "pro", "non", "un"}


def _arm_from(words: Words, first: int) -> tuple[int, str] | None:
    """Return (index after, arm) of the longest arm that begins after at most three words that may stand between."""
    best = None
    allowed = words_between()
    for start in range(first, min(first + _MOST_BETWEEN + 1, len(words))):
        if not words.joined[start]:
            return best
        found = arms().longest(words, start)
        if found and (best is None or found[0] > best[0]):
            best = (found[0], found[1][0])
        if words.folded[start] not in allowed:
            return best
    return best


def _joined_phrase_end(words: Words, first: int) -> int | None:
    if first >= len(words) or not words.joined[first]:
        return None
    found = acts().longest(words, first)
    return found[0] if found else None


def _name(nation: Nation, arm: str | None) -> str:
    return f"{nation.adjective} {_ENDINGS[arm]}" if arm else nation.name
