"""States as parties: every country's military, police and government, made by rule and not listed by hand."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from annals.reference.actor_entry import ActorEntry, ActorKind
from annals.reference.nations import (
    Nation,
    acts,
    arms,
    beside,
    country_names,
    nation_names,
    nations,
    openers,
    seats,
    words_between,
)
from annals.reference.phrases import PhraseTable, Words, words_of

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
# "Prosecutor General of Chad" is no soldier.
_OTHER_GENERALS = frozenset({"prosecutor", "attorney", "secretary", "director", "consul", "inspector", "governor"})
# After these a country is a place, or one whom something befalls.
_PLACING = frozenset(
    {"in", "from", "near", "at", "inside", "across", "to", "against", "around", "outside", "over", "with", "into"}
)
_SOURCE = "made by rule from the country's name and its arm"
_MOST_BETWEEN = 3
_COMMON = frozenset({"us", "uk", "car"})
_OF_CARS = ("bomb", "blast", "explosi", "crash", "park", "chase", "jack", "ramming", "attack", "fire")
"""After "CAR", in a headline of capitals: no republic is meant."""
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
        country = _bare(words, first)
        if country and country[0] == len(words):
            return f"state:{country[1]}"
    return None


def may_begin(words: Words, first: int) -> bool:
    """Whether the word at `first` can begin a country's name or that of a state's arm; where not, no `match_` matches.

    Much faster than trying them.
    """
    return words.folded[first] in _first_words()


@cache
def _first_words() -> frozenset[str]:
    return frozenset().union(*(table.first_words() for table in (nation_names(), country_names(), seats(), arms())))


def match_arm(words: Words, first: int, joined: int = 0, *, caseless: bool = False) -> StateMatch | None:
    """Match "Iraqi federal police", or the "US" of "US and Iraqi troops", at the word `first`."""
    country = country_at(words, first, caseless=caseless)
    if not country or _negated(words, first):
        return None
    after, code = country
    arm = _arm_from(words, after)
    if arm:
        return StateMatch(first, arm[0], f"state:{code}:{arm[1]}")
    if _act_follows(words, after) and code not in _NOT_STATES:
        return StateMatch(first, after, f"state:{code}:military")
    if joined < _MOST_JOINED and after + 1 < len(words) and words.folded[after] in {"and", "or"}:
        second = match_arm(words, after + 1, joined + 1, caseless=caseless)
        if second and second.actor_id.count(":") > 1:
            return StateMatch(first, after, f"state:{code}:{second.actor_id.rpartition(':')[2]}")
    return None


def match_arm_of(words: Words, first: int, *, caseless: bool = False) -> StateMatch | None:
    """Match "army of Chad", "ministry of defence of the Republic of the Congo" at the word `first`."""
    if not arms().begins(words, first):
        return None
    if first and words.joined[first] and words.folded[first - 1] in _OTHER_GENERALS:
        return None
    for after, found in arms().ends_at(words, first):
        place = after + 1
        if place >= len(words) or words.folded[after] != "of" or not words.joined[after]:
            continue
        if words.folded[place] == "the":
            place += 1
        country = _land(country_names(), words, place, caseless=caseless)
        if country and not words.hyphened(country[0]):
            return StateMatch(first, country[0], f"state:{country[1]}:{found[0]}")
    return None


def match_bare(words: Words, first: int, *, caseless: bool = False) -> StateMatch | None:
    """Match a bare country or seat of government that acts, says or is blamed: "Israel denied", "blamed on Tehran"."""
    country = _bare(words, first, caseless=caseless)
    if not country or words.hyphened(first) or words.hyphened(country[0]):
        return None
    after_words, before_words, pairs = beside()
    follows = country[0] < len(words) and words.joined[country[0]] and words.folded[country[0]] in after_words
    at = first - 1 if first and words.joined[first] else -1
    if at >= 0 and words.folded[at] == "the":
        at -= 1
    before = words.folded[at] if at >= 0 else ""
    second = words.folded[at - 1] if at > 0 and words.joined[at] else ""
    if before in _PLACING or (before and words.raw[at][0].isupper() and before not in openers()):
        return None
    if follows or before in before_words or (second, before) in pairs:
        return StateMatch(first, country[0], f"state:{country[1]}")
    return None


def country_at(words: Words, first: int, *, caseless: bool = False) -> tuple[int, str] | None:
    """Return (index after, code) of the country or people named at the word `first`."""
    return _land(nation_names(), words, first, caseless=caseless)


def _bare(words: Words, first: int, *, caseless: bool = False) -> tuple[int, str] | None:
    return _land(country_names(), words, first, caseless=caseless) or _land(seats(), words, first, caseless=caseless)


def _land(names: PhraseTable[str], words: Words, first: int, *, caseless: bool = False) -> tuple[int, str] | None:
    if first >= len(words) or not names.begins(words, first) or not (caseless or words.raw[first][0].isupper()):
        return None
    # "us" and "car" are common words even in a text without capitals, "u.s." is not.
    raw = words.raw[first]
    if words.folded[first] in _COMMON and not raw.replace(".", "").isupper() and not (caseless and "." in raw):
        return None
    if words.folded[first] == "car" and first + 1 < len(words) and words.folded[first + 1].startswith(_OF_CARS):
        return None
    if first and words.joined[first] and words.folded[first - 1] in _OTHER_LANDS:
        return None
    found = names.longest(words, first)
    return (found[0], found[1][0]) if found else None


def _negated(words: Words, first: int) -> bool:
    """Whether the word is the end of "anti-X", "pro-X", "non-X"."""
    return words.hyphened(first) and words.folded[first - 1] in {"anti", "pro", "non", "un"}


def _arm_from(words: Words, first: int) -> tuple[int, str] | None:
    """Return (index after, arm) of the arm that begins after at most three words that may stand between.

    Where a second arm follows the first it only lengthens the words ("military spokesman"), but "government" gives way.
    """
    best: tuple[int, str] | None = None
    allowed = words_between()
    for start in range(first, min(first + _MOST_BETWEEN + 1, len(words))):
        if not words.joined[start]:
            return best
        found = arms().longest(words, start)
        if found and (best is None or found[0] > best[0]):
            best = (found[0], found[1][0] if best is None or best[1] == "government" else best[1])
        if words.folded[start] not in allowed:
            return best
    return best


def _act_follows(words: Words, first: int) -> bool:
    return first < len(words) and words.joined[first] and acts().longest(words, first) is not None


def _name(nation: Nation, arm: str | None) -> str:
    return f"{nation.adjective} {_ENDINGS[arm]}" if arm else nation.name
