"""Countries by the names and demonyms of English news."""

import tomllib
from functools import lru_cache
from importlib.resources import files

from annals.reference.folding import fold


class Countries:
    """A table of country names and demonyms. Read-only; the table ships with the package (`data/countries.toml`)."""

    def __init__(self, table: dict[str, dict[str, str | list[str]]]) -> None:
        """Index `table`: ISO code -> {name, also, people}."""
        self._names: dict[str, str] = {}
        self._people: dict[str, str] = {}
        self._exact: dict[str, str] = {}
        self._title: dict[str, str] = {}
        for code, row in table.items():
            name = str(row["name"])
            self._title[code] = name
            for word in (name, *row.get("also", ())):
                self._names.setdefault(fold(word), code)
                if fold(word) in _CASED:
                    self._exact.setdefault(word, code)
            for word in row.get("people", ()):
                for form in (word, *_plurals(word)):
                    self._people.setdefault(fold(form), code)

    def named(self, words: str) -> str | None:
        """Return the code of the country that is called so ("the U.S.", "Burma"), or None.

        Short abbreviations must be in capitals: "US" is a country, "us" is not.
        """
        key = fold(words)
        if key.startswith("the "):
            key = key[4:]
            words = words.strip()[4:]
        if key in _CASED:
            return self._exact.get(words.strip())
        return self._names.get(key)

    def of_people(self, words: str) -> str | None:
        """Return the code of the country whose people or adjective this is ("Iraqi", "Britons"), or None."""
        return self._people.get(fold(words)) if words[:1].isupper() else None

    def find(self, words: str) -> str | None:
        """Return the code for a name or a demonym, or None.

        >>> table = countries()
        >>> table.find("the United States"), table.find("U.S."), table.find("us"), table.find("Salvadoran")
        ('US', 'US', None, 'SV')
        """
        return self.named(words) or self.of_people(words)

    def name(self, code: str) -> str | None:
        """Return the usual English name for an ISO code, None for an unknown code."""
        return self._title.get(code)

    def keys(self) -> frozenset[str]:
        """Return the strict keys of all names (not demonyms)."""
        return frozenset(self._names)


_CASED = frozenset({"us", "car", "roc", "rok", "png", "uk", "prc", "rsa", "ksa"})
"""Keys that are also English words or initials of other things; read only as written in the table, capitals and all."""


def _plurals(word: str) -> tuple[str, ...]:
    if word.endswith(("s", "sh", "ch", "ese", "x", "men")):
        return ()
    return (word + "s",)


@lru_cache(maxsize=1)
def countries() -> Countries:
    """Return the table that ships with the package."""
    text = (files("annals.reference") / "data" / "countries.toml").read_text(encoding="utf-8")
    return Countries(tomllib.loads(text))
