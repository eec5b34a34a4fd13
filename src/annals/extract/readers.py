"""The readers by name."""

from collections.abc import Callable

from annals.errors import UsageError
from annals.extract.base import Extractor
from annals.extract.rules import RuleReader
from annals.reference.tables import References

READERS: dict[str, Callable[[References], Extractor]] = {"rules": RuleReader}


def reader(name: str, references: References) -> Extractor:
    """Make the reader of that name. Raises UsageError for a name that is not in READERS."""
    make = READERS.get(name)
    if make is None:
        raise UsageError(f"reader {name!r} is not one of: {', '.join(sorted(READERS))}")
    return make(references)
