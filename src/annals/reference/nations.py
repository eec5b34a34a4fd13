"""Countries as parties: what English calls them, and what their forces are called."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from annals.reference.phrases import PhraseTable

DATA = files("annals.reference") / "data"


class Nation(msgspec.Struct, frozen=True, kw_only=True):
    """One country."""

    code: str
    """ISO 3166-1 alpha-2."""
    name: str
    adjective: str
    """What goes before "army" and "police" ("Iraqi", "US")."""


@cache
def nations() -> dict[str, Nation]:
    """Return the countries by code, from `data/countries.toml`."""
    adjectives = _forces()["adjectives"]
    table = tomllib.loads((DATA / "countries.toml").read_text("utf-8"))
    return {
        code: Nation(
            code=code,
            name=row["name"],
            adjective=adjectives.get(code) or next(iter(row.get("people") or ()), row["name"]),
        )
        for code, row in table.items()
    }


@cache
def nation_names() -> PhraseTable[str]:
    """Return the names and adjectives of countries, each with the code of the country it means first.

    "Congolese" belongs to two countries: the first in the table is meant.
    """
    return _names(people=True)


@cache
def country_names() -> PhraseTable[str]:
    """Return the names of countries without the words for their people, as `nation_names` does."""
    return _names(people=False)


def _names(*, people: bool) -> PhraseTable[str]:
    taken: set[str] = set()
    names: PhraseTable[str] = PhraseTable(loose=False)
    for code, row in tomllib.loads((DATA / "countries.toml").read_text("utf-8")).items():
        for name in (row["name"], *row.get("also", ()), *(row.get("people", ()) if people else ())):
            if name.casefold() not in taken:
                taken.add(name.casefold())
                names.add(name, code)
    return names


@cache
def seats() -> PhraseTable[str]:
    """Return the capitals that English uses for a government ("Ankara denied"), each with its country's code."""
    table: PhraseTable[str] = PhraseTable(loose=False)
    for code, names in tomllib.loads((DATA / "seats.toml").read_text("utf-8")).items():
        for name in names:
            table.add(name, code)
    return table


@cache
def arms() -> PhraseTable[str]:
    """Return the words for a state's arms ("federal police"), each with the arm (military, police, ...)."""
    table: PhraseTable[str] = PhraseTable(loose=False)
    for arm, phrases in _forces()["arms"].items():
        for phrase in phrases:
            table.add(phrase, arm)
    return table


@cache
def acts() -> PhraseTable[str]:
    """Return the acts that only a state's forces do ("air strike")."""
    table: PhraseTable[str] = PhraseTable(loose=False)
    for phrase in _forces()["acts"]["words"]:
        table.add(phrase, "military")
    return table


@cache
def words_between() -> frozenset[str]:
    """Return the words that may stand between a country and its arm."""
    return frozenset(_forces()["between"]["words"])


@cache
def beside() -> tuple[frozenset[str], frozenset[str], frozenset[tuple[str, str]]]:
    """Return the words after, the words before and the pairs of words before a country that make it a party."""
    table = _forces()["beside"]
    return (
        frozenset(table["after"]),
        frozenset(table["before"]),
        frozenset((first, second) for first, second in table["before_pairs"]),
    )


@cache
def openers() -> frozenset[str]:
    """Return the words whose capital, before a bare country, begins a sentence and no personal name."""
    return frozenset(_forces()["beside"]["openers"])


@cache
def _forces() -> dict[str, dict[str, Any]]:
    return tomllib.loads((DATA / "forces.toml").read_text("utf-8"))
