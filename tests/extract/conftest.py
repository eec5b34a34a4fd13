"""The rule reader, loaded once."""

from collections.abc import Callable

import pytest

from annals.collect import report_of
from annals.extract import Extractor, reader
from annals.model import Reading
from annals.reference.tables import References

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def references() -> References:
    return References.load()


@pytest.fixture(scope="session")
def rules(references: References) -> Extractor:
    return reader("rules", references)


@pytest.fixture(scope="session")
def read(rules: Extractor) -> Read:
    def read(text: str, published: str | None = None, language: str | None = None) -> Reading:
        return rules.read(report_of(text=text, raw=text.encode(), published=published, language=language))

    return read
