"""Values that a person types: JSON where it is JSON, else the words themselves."""

from typing import Any

import msgspec


def value_of(words: str) -> Any:
    """Read a typed value.

    >>> value_of("7"), value_of("Shelling"), value_of('{"low": 5}')
    (7, 'Shelling', {'low': 5})
    """
    try:
        return msgspec.json.decode(words)
    except msgspec.DecodeError:
        return words
