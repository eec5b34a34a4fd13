"""Nouns for what is attacked or damaged, and their kinds."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from annals.english.inflect import Form, noun_forms, verb_forms
from annals.english.phrases import Phrases, words_of


class ThingWord(NamedTuple):
    """A noun for a thing: its kind (military, police, residential, ...) and whether it is plural."""

    kind: str
    plural: bool


class ThingTable(NamedTuple):
    """Things that can be attacked, and verbs of damage."""

    targets: Phrases[ThingWord]
    damage: Phrases[Form]

    def kind(self, words: str) -> str | None:
        """The kind of the last thing that the words name; None where they name none.

        >>> things().kind("a joint military base")
        'military'
        """
        found = list(self.targets.find(words_of(words)))
        return found[-1].payload.kind if found else None


@cache
def things() -> ThingTable:
    """The table of `data/things.toml`; read on first use."""
    rows = tomllib.loads(files("annals.reference").joinpath("data", "things.toml").read_text("utf-8"))
    return ThingTable(
        targets=Phrases(
            [
                (form, ThingWord(kind, number == "plural"))
                for kind, nouns in rows["targets"].items()
                for noun in nouns
                for form, number in noun_forms(noun)
            ]
        ),
        damage=Phrases([pair for verb in rows["damage"]["verbs"] for pair in verb_forms(verb)]),
    )
