"""Whom "the group", "the military" or "it" stands for: the last fitting party named before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annals.extract.introduced import introduced
from annals.extract.page import Sentence
from annals.reference.actor_entry import VOICES
from annals.reference.actors import ActorMatch

REACH = 6
"""How many sentences back a name is looked for."""
_STATE = frozenset(("state_forces", "police", "government", "intelligence"))
_ARMED = frozenset(("armed_group", "political_militia", "cartel", "gang", "party", "private_military"))
# Whom a party fights is seldom whom the next sentence speaks of.
_AS_ENEMY = frozenset("fought fighting fights battled battling against combating".split())
_NEAR = 4
# A noun stands for a few kinds of party; a pronoun for almost any.
_FEW = 7
# The nouns that stand for a party named before, and the kinds of party they may stand for.
_NOUNS: dict[str, frozenset[str]] = (
    dict.fromkeys(
        (
            "group movement militia organisation organization faction militants rebels insurgents jihadists "
            "fighters guerrillas separatists gang cartel network outfit"
        ).split(),
        _ARMED,
    )
    | dict.fromkeys("army military command troops forces navy".split(), frozenset(("state_forces",)))
    | {
        "coalition": frozenset(("coalition",)),
        "alliance": frozenset(("coalition", "armed_group")),
        "government": frozenset(("government",)),
        "party": frozenset(("party", "political_militia")),
    }
)
# What may stand before the noun and still call again somebody known: adjectives of creed, cause and standing.
_KNOWN_AS = (
    r"armed|militant|militia|jihadist|jihadi|extremist|terrorist|terror|rebel|insurgent|guerrilla|paramilitary|separatist|"
    r"secessionist|dissident|radical|hardline|shadowy|obscure|little-known|previously unknown|banned|"
    r"outlawed|proscribed|"
    r"communist|marxist|maoist|leftist|left-wing|right-wing|far-right|far-left|nationalist|republican|loyalist|islamist|"
    r"(?:al[- ])?[\w’']+-(?:linked|affiliated|aligned|allied|inspired|backed|trained|led)|"
    r"islamic|sunni|shia|shiite|shi['’]ite|kurdish|tuareg|palestinian|drug|criminal"
)
_DEFINITE = re.compile(rf"(?:(?:the|this|that|same)\s+)*(?:(?:{_KNOWN_AS})\s+){{0,2}}(\w+)", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Named:
    """A party named before."""

    words: str
    actor_id: str | None
    """None for a group that no table knows."""


def stands_for(words: str) -> frozenset[str] | None:
    """The kinds of party that a bare "the group" or a pronoun may stand for; None for words that name somebody.

    >>> sorted(stands_for("The coalition"))
    ['coalition']
    >>> stands_for("the Red Brigades") is None
    True
    """
    folded = words.strip().lower()
    if folded in ("it", "they", "its", "their"):
        return _STATE | _ARMED | {"coalition"}
    found = _DEFINITE.fullmatch(words.strip())
    return _NOUNS.get(found.group(1).lower()) if found else None


def party_named(
    kinds: frozenset[str], sentences: Sequence[Sentence], index: int, before: int, text: str
) -> Named | None:
    """The last party of one of the `kinds` named before offset `before`, in sentence `index` or shortly above.

    Further up, or behind, where the whole report names but one of them and `kinds` are those of a noun. A group that
    no table knows counts where the report introduces it by a name ("a group calling itself X").
    """
    last = _last(kinds, sentences, index, before)
    new = _introduced(kinds, sentences, index, before, text)
    if new is not None and (last is None or last.end < new[0]):
        return Named(words=text[new[0] : new[1]], actor_id=None)
    actor = last or (_only(kinds, sentences) if len(kinds) <= _FEW else None)
    return Named(words=actor.words, actor_id=actor.entry.actor_id) if actor is not None else None


def _introduced(
    kinds: frozenset[str], sentences: Sequence[Sentence], index: int, before: int, text: str
) -> tuple[int, int] | None:
    if not kinds & _ARMED:
        return None
    start = sentences[max(0, index - REACH)].start
    return next((span for span in reversed(list(introduced(text, start, before)))), None)


def _only(kinds: frozenset[str], sentences: Sequence[Sentence]) -> ActorMatch | None:
    """The one party of one of the `kinds` that is named anywhere."""
    named: dict[str, ActorMatch] = {}
    for sentence in sentences:
        for actor in sentence.actors:
            if actor.entry.kind in kinds and actor.entry.kind not in VOICES:
                named.setdefault(actor.entry.actor_id, actor)
    return next(iter(named.values())) if len(named) == 1 else None


def _last(kinds: frozenset[str], sentences: Sequence[Sentence], index: int, before: int) -> ActorMatch | None:
    for sentence in reversed(sentences[max(0, index - REACH) : index + 1]):
        for actor in reversed(sentence.actors):
            if actor.end > before or actor.entry.kind not in kinds or actor.entry.kind in VOICES:
                continue
            # A name and its letters, "the Red Brigades (RB)", are one.
            full = next((a for a in sentence.actors if 0 < actor.start - a.end <= len(" (")), actor)
            at = sentence.word_at(full.start)
            if not any(word.folded in _AS_ENEMY for word in sentence.words[max(0, at - _NEAR) : at]):
                return actor
    return None
