"""Who is meant: the party that a finding's words name or describe, and the speaker of a claim."""

from annals.model import ActorValue, Speaker
from annals.reference.actor_entry import ActorEntry
from annals.reference.actors import ActorMatch, ActorTable
from annals.reference.descriptions import (
    describe,
    generic,
    institutions,
    noun_end,
    offices,
    outsiders,
    persons,
    relations,
    tells_of_party,
    titles,
    trimmed,
    withholding,
)
from annals.reference.nations import nation_names
from annals.reference.phrases import Words, words_of

_LONGEST = 400
_EDGES = ' \t\r\n.,;:"“”()[]'
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "his", "her", "their", "who"})
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "abu", "de", "la", "del", "da", "van", "von", "der", "den", "ben"})
_PLACING = frozenset({"in", "of", "from", "at", "near", "to", "on", "across", "around"})
_FULL_NAME = 2
_SPLIT_OFF = frozenset(
    "dissident dissidents splinter breakaway renegade defectors deserters rival former offshoot".split()
)


def name_actor(words: str, table: ActorTable) -> ActorValue:
    """Return the actor that the words name, else the words themselves without articles and numbers.

    A description around one name is that actor ("fighters from Hamas"); a party told only by its tie to another is
    not the other ("militants linked to al-Qaeda", "Iranian-backed militias") and has no id.

    >>> name_actor("suspected Taleban insurgents", ActorTable.load())
    ActorValue(actor_id='taliban', name='Taliban')
    >>> name_actor("several Iranian-backed militias", ActorTable.load())
    ActorValue(actor_id=None, name='Iranian-backed militias')
    """
    entry = table.find(words[:_LONGEST]) or _named_within(trimmed(words[:_LONGEST]), table)
    if entry is not None:
        return ActorValue(actor_id=entry.actor_id, name=entry.name)
    return ActorValue(name=trimmed(words) or None)


def speaker_of(words: str, table: ActorTable) -> Speaker:
    """Return the speaker that the words tell; without words, the report's own voice.

    `anonymous` is True where the report withholds the name ("officials said"), False where a person, an office or an
    institution is named, None for a pronoun. `actor_id` is that of the actor for whom the speaker speaks.

    >>> speaker_of("a senior US military official", ActorTable.load())
    Speaker(name='a senior US military official', actor_id='state:US:military', anonymous=True)
    """
    name = words[:_LONGEST].strip(_EDGES)
    if not name:
        return Speaker()
    if name.casefold() in _PRONOUNS:
        return Speaker(name=name)
    split = words_of(name)
    matches = table.scan(name)
    entry = table.find(name) or (None if outsiders() & set(split.folded) else _spoken_for(matches))
    return Speaker(
        name=name,
        actor_id=entry.actor_id if entry else None,
        anonymous=_withheld(split, matches, named=entry is not None),
    )


def _named_within(words: str, table: ActorTable) -> ActorEntry | None:
    """Return the one actor that the words name where all the rest is description."""
    matches = table.scan(words, caseless=words == words.lower())
    if not matches or len({match.entry.actor_id for match in matches}) > 1:
        return None
    split = words_of(words)
    if any(word in _SPLIT_OFF for word in split.folded):
        # "FARC dissidents" and "a breakaway faction of the front" are no longer the party.
        return None
    for index in range(len(split)):
        inside = [match for match in matches if match.start <= split.starts[index] < match.end]
        if not inside and not tells_of_party(split, index):
            return None
        tied = (
            index + 1 < len(split)
            and split.folded[index] in relations()
            and split.folded[index + 1] in {"to", "by", "with"}
        )
        if tied and split.starts[index] < matches[-1].start:
            return None
    return matches[0].entry


def _spoken_for(matches: list[ActorMatch]) -> ActorEntry | None:
    return matches[0].entry if matches else None


def _withheld(words: Words, matches: list[ActorMatch], *, named: bool) -> bool:
    """Whether the report withholds the speaker's name; the strongest sign first."""
    if any(withholding().longest(words, index) for index in range(len(words))):
        return True
    if _personal_name(words, matches):
        return False
    end = noun_end(words, 0)
    if any(offices().longest(words, index) for index in range(end)) and words.folded[end - 1] not in {
        "officials",
        "sources",
        "aides",
    }:
        return words.folded[0] in {"a", "an"} and words.folded[end - 1] in {
            "minister",
            "governor",
            "ambassador",
            "mayor",
        }
    heads = words.folded[:end]
    if heads and heads[-1] in persons():
        return True
    if named or any(word in institutions() for word in heads):
        return False
    kind = describe(words.text).kind
    if kind is not None:
        return kind in {"residents", "sources", "attackers"} or describe(words.text).head in persons()
    return not any(raw[0].isupper() for raw in words.raw)


def _personal_name(words: Words, matches: list[ActorMatch]) -> bool:
    """Whether the words give a personal name: two capitalised words of no known name, or one after a title."""
    run = 0
    start = 0
    for index in range(len(words) + 1):
        if index < len(words) and _could_be_name(words, index, matches) and (run == 0 or words.joined[index]):
            start = index if run == 0 else start
            run += words.folded[index] not in _PARTICLES
            continue
        if run and _is_name(words, start, index, run):
            return True
        run = 0
        if index < len(words) and _could_be_name(words, index, matches):
            start, run = index, int(words.folded[index] not in _PARTICLES)
    return False


def _is_name(words: Words, start: int, after: int, length: int) -> bool:
    before = words.folded[start - 1] if start else ""
    titled = before in titles() or before in persons()
    if before in _PLACING:
        return False
    follows = words.folded[after] if after < len(words) and words.joined[after] else ""
    if follows and follows not in titles() and (follows in persons() or bool(describe(follows).kind)):
        return False
    if follows in persons():
        return False
    return titled or length >= _FULL_NAME or (start == 0 and after == len(words))


def _could_be_name(words: Words, index: int, matches: list[ActorMatch]) -> bool:
    raw, folded = words.raw[index], words.folded[index]
    if any(match.start <= words.starts[index] < match.end for match in matches):
        return False
    if folded in _PARTICLES:
        return True
    if not raw[0].isupper() or raw[0].isdigit():
        return False
    return not (
        generic(words, index) or folded in persons() or folded in titles() or bool(nation_names().get((folded,)))
    )
