"""The readers by name."""

from collections.abc import Callable

from annals.errors import UsageError
from annals.extract.base import Extractor
from annals.extract.rules import RuleReader
from annals.reference.tables import References


def _trained(references: References) -> Extractor:
    # Its run time is loaded only where it is used, so that every other command starts at once.
    from annals.extract.trained.reader import TrainedReader  # noqa: PLC0415

    return TrainedReader(references)


READERS: dict[str, Callable[[References], Extractor]] = {"rules": RuleReader, "trained": _trained}


def reader(name: str, references: References) -> Extractor:
    """Make the reader of that name. Raises UsageError for a name that is not in READERS."""
    make = READERS.get(name)
    if make is None:
        raise UsageError(f"reader {name!r} is not one of: {', '.join(sorted(READERS))}")
    return make(references)
