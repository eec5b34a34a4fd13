"""The lexicon of people: which nouns count people, and which population each one names."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec

from annals.english.inflect import noun_forms

_OPEN = -1


class Noun(msgspec.Struct, frozen=True, kw_only=True):
    """A noun, or a phrase of up to five words, for people."""

    population: str | None
    """None for people of no particular population ("victim")."""
    low: int
    """How many people it stands for without a number, at least."""
    high: int | None
    """At most; None for an open end."""


class PeopleWords(msgspec.Struct, frozen=True, kw_only=True):
    """The lexicon, read from `data/people.toml`."""

    nouns: dict[tuple[str, ...], Noun]
    longest: int
    """Words of the longest phrase."""
    nobody: tuple[str, ...]
    """Phrases that say that nobody was harmed."""

    def at(self, words: list[str], index: int) -> tuple[Noun, int] | None:
        """Find the longest noun that starts at a word, and the index past it; None where none does."""
        for size in range(min(self.longest, len(words) - index), 0, -1):
            noun = self.nouns.get(tuple(words[index : index + size]))
            if noun is not None:
                return noun, index + size
        return None

    def head(self, words: list[str], start: int = 0) -> tuple[Noun, int] | None:
        """Find the first noun from `start` on; of nouns in a row the last one, the head ("student protesters")."""
        index = start
        while index < len(words):
            found = self.at(words, index)
            if found is None:
                index += 1
                continue
            while found[1] < len(words) and (after := self.at(words, found[1])) is not None:
                found = after
            return found
        return None


@lru_cache(maxsize=1)
def people_words() -> PeopleWords:
    """Read the lexicon, once."""
    table: dict[str, Any] = tomllib.loads(
        (files("annals.harmonise") / "data" / "people.toml").read_text(encoding="utf-8")
    )
    nouns: dict[tuple[str, ...], Noun] = {}
    for population, singulars in [*table["population"].items(), (None, table["anyone"]["nouns"])]:
        for singular in singulars:
            one, many = (_words(form) for form, _ in noun_forms(singular))
            nouns.setdefault(many, Noun(population=population, low=2, high=None))
            nouns.setdefault(one, Noun(population=population, low=1, high=1))
    for phrase, population in table["plural_only"].items():
        nouns[_words(phrase)] = Noun(population=population or None, low=2, high=None)
    for phrase, (low, high) in table["collective"].items():
        known = nouns.get(_words(phrase))
        nouns[_words(phrase)] = Noun(
            population=known.population if known else None, low=low, high=None if high == _OPEN else high
        )
    return PeopleWords(
        nouns=nouns, longest=max(len(phrase) for phrase in nouns), nobody=tuple(table["nobody"]["phrases"])
    )


def _words(phrase: str) -> tuple[str, ...]:
    """Cut as tokens.tokenise does: a hyphen is a word of its own."""
    return tuple(phrase.replace("-", " - ").replace("'s", " 's").split())
