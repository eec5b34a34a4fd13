"""Descriptions of parties that give no name: "Iranian-backed militias", "two police officers", "gunmen"."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache

import msgspec

from annals.reference.nations import DATA, nation_names
from annals.reference.phrases import PhraseTable, Words, words_of

_LEADING = re.compile(
    r"(?:(?:the|an?|some|several|many|few|any|these|those|this|that|his|her|its|their|one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|dozens of|scores of|hundreds of|thousands of|a number of|a group of|at least|about|"
    r"around|up to|more than|as many as|both|all|another|\d[\d,.]*)\s+)+",
    re.IGNORECASE,
)
_EDGES = ' \t\r\n.,;:"“”()[]'
_LONGEST = 400
# Kinds of people around a party who are not the party.
_ONLOOKERS = frozenset({"residents", "protesters", "medics", "press", "monitors", "sources", "rioters"})


class Description(msgspec.Struct, frozen=True, kw_only=True):
    """A party told without a name."""

    kind: str | None = None
    """A kind of `data/descriptions.toml` (attackers, militia, police, government, residents, ...); None unknown."""
    head: str | None = None
    """The noun, folded ("police officers"); None where none is known."""
    modifiers: tuple[str, ...] = ()
    """Folded words before it, "iranian backed" as one."""
    name: str
    """The words without leading articles and numbers."""


def trimmed(words: str) -> str:
    """Return the words without leading articles and numbers and without marks at the ends.

    >>> trimmed("two unidentified gunmen"), trimmed("The 3rd Brigade"), trimmed("the")
    ('unidentified gunmen', '3rd Brigade', 'the')
    """
    bare = words.strip(_EDGES)
    lead = _LEADING.match(bare)
    return bare[lead.end() :].strip(_EDGES) or bare if lead else bare


def describe(words: str) -> Description:
    """Return what kind of party the words describe, in whatever words they name it. Reads the first 400 characters.

    >>> describe("suspected Iranian-backed militiamen").kind, describe("two US officials").kind
    ('militia', 'government')
    >>> describe("members of an armed gang").head
    'gang'
    """
    name = trimmed(words[:_LONGEST])
    split = words_of(name)
    first = 0
    while True:
        stop = noun_end(split, first)
        found = _head(split, first, stop)
        carried = found is not None and split.folded[found[1] - 1] in carriers()
        passes = stop < len(split) and split.folded[stop] in {"of", "from"} and stop + 1 < len(split)
        if not passes or (found is not None and not carried):
            break
        if found is None and not (stop > first and split.folded[stop - 1] in carriers()):
            break
        after = stop + 1
        while after < len(split) and split.folded[after] in {"the", "a", "an", "its", "their"}:
            after += 1
        if _head(split, after, noun_end(split, after)) is None:
            break
        first = after
    if found is None:
        return Description(name=name)
    start, end, kind = found
    return Description(
        kind=kind,
        head=" ".join(split.folded[start:end]),
        modifiers=_modifiers(split, first, start),
        name=name,
    )


def generic(words: Words, index: int) -> bool:
    """Whether the word at `index` is one that descriptions are made of: it names nobody in particular."""
    folded = words.folded[index]
    return tells_of_party(words, index) or bool(_kinds_of_word(folded)) or folded in carriers()


def tells_of_party(words: Words, index: int) -> bool:
    """Whether the word at `index` may stand with a party's name and mean the party: "fighters", not "supporters"."""
    folded = words.folded[index]
    return (
        folded in modifiers()
        or folded in stops()
        or folded in _small()
        or any(kind not in _ONLOOKERS for kind in _kinds_of_word(folded))
        or folded in carriers()
        or bool(nation_names().get((folded,)))
    )


def _kinds_of_word(folded: str) -> Sequence[str]:
    return heads().get((folded,)) or heads().get((_singular(folded),))


def noun_end(words: Words, first: int) -> int:
    """Return the index of the first word of what follows the noun ("of ...", "who ..."), or the number of words."""
    for index in range(first, len(words)):
        if index > first and (not words.joined[index] and not _list_comma(words, index)):
            return index
        if words.folded[index] in stops() and not words.hyphened(index):
            return index
    return len(words)


def _list_comma(words: Words, index: int) -> bool:
    """Whether the comma before the word joins adjectives ("masked, armed men")."""
    return words.folded[index - 1] in modifiers() and words.text[words.ends[index - 1] : words.starts[index]] == ", "


def _head(words: Words, first: int, stop: int) -> tuple[int, int, str] | None:
    """(first word, word after, kind) of the last noun that the table knows before `stop`; the longest wins."""
    for end in range(stop, first, -1):
        for start in range(max(first, end - 4), end):
            keys = words.folded[start:end]
            kinds = heads().get(keys) or heads().get((*keys[:-1], _singular(keys[-1])))
            if kinds:
                return start, end, kinds[0]
    return None


def _modifiers(words: Words, first: int, stop: int) -> tuple[str, ...]:
    kept: list[str] = []
    for index in range(first, stop):
        word = words.folded[index]
        if kept and words.hyphened(index) and word in relations():
            kept[-1] += f" {word}"
        elif word not in _small():
            kept.append(word)
    return tuple(kept)


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def _small() -> frozenset[str]:
    return frozenset(["the", "a", "an", "and", "or", "of", "in", "his", "her", "its", "their", "s", "group's"])


@cache
def heads() -> PhraseTable[str]:
    """Return the nouns for parties, each with its kind; nouns in -s are found by their singular too."""
    table: PhraseTable[str] = PhraseTable(loose=False)
    for kind, nouns in _table()["heads"].items():
        for noun in nouns:
            table.add(noun, kind)
    return table


@cache
def carriers() -> frozenset[str]:
    """Return the nouns that pass on to what follows "of"."""
    return frozenset(_table()["carriers"]["words"])


@cache
def modifiers() -> frozenset[str]:
    """Return the adjectives and nouns that stand before a noun for a party, each word on its own."""
    return frozenset(word for phrase in _table()["modifiers"]["words"] for word in words_of(phrase).folded)


@cache
def stops() -> frozenset[str]:
    """Return the words with which a description's tail begins."""
    return frozenset(_table()["stops"]["words"])


@cache
def relations() -> frozenset[str]:
    """Return the words that tie a party to another and so tell the two apart ("militants linked to al-Qaeda")."""
    return frozenset(_table()["ties"]["relations"])


@cache
def ties() -> frozenset[str]:
    """Return the words that, joined to a party by a hyphen, tell of something else ("Houthi-controlled port")."""
    return relations() | frozenset(_table()["ties"]["hyphened"])


@cache
def outsiders() -> frozenset[str]:
    """Return the words for those who do not speak for the party that they are told of with ("former", "analyst")."""
    return frozenset(_table()["speaking"]["outsiders"])


@cache
def institutions() -> frozenset[str]:
    """Return the nouns for what speaks without being a person ("statement", "court")."""
    return frozenset(_table()["speaking"]["institutions"])


@cache
def withholding() -> PhraseTable[str]:
    """Return the phrases by which a report withholds a speaker's name."""
    return _phrases("anonymity", "phrases")


@cache
def persons() -> frozenset[str]:
    """Return the nouns for single persons."""
    return frozenset(_table()["persons"]["words"])


@cache
def offices() -> PhraseTable[str]:
    """Return the offices that one known person holds ("defence minister")."""
    return _phrases("offices", "words")


@cache
def titles() -> frozenset[str]:
    """Return the words that stand before a personal name."""
    return frozenset(_table()["titles"]["words"])


def _phrases(section: str, key: str) -> PhraseTable[str]:
    table: PhraseTable[str] = PhraseTable(loose=False)
    for phrase in _table()[section][key]:
        table.add(phrase, phrase)
    return table


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((DATA / "descriptions.toml").read_text("utf-8"))
