"""Words of one country's police and administration, which say where a report plays that names no country."""

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files

_LONGEST = 20_000
"""Characters that are looked at; a report has told by then where it plays."""


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    table = tomllib.loads((files("annals.reference") / "data" / "institutions.toml").read_text(encoding="utf-8"))
    country_of = {word: country for country, words in table.items() for word in words}
    listed = "|".join(re.escape(word) for word in sorted(country_of, key=len, reverse=True))
    return re.compile(rf"\b(?:{listed})\b"), country_of


def countries_of(text: str) -> dict[str, int]:
    """Return countries by ISO 3166-1 alpha-2 code, with how many different words of theirs a text has.

    >>> countries_of("A county sheriff and the district attorney spoke.")
    {'US': 2}
    """
    pattern, country_of = _words()
    told = {found.group() for found in pattern.finditer(text[:_LONGEST].lower().replace("\u2019", "'"))}
    return dict(Counter(country_of[word] for word in sorted(told)))
