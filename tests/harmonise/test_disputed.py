"""The table of docs/places.md: what disputed land is called, and whom the words are followed to."""

from collections.abc import Iterator

import pytest

from annals.harmonise.places import PlaceContext, resolve_place
from annals.reference.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open() as opened:
        yield opened


@pytest.mark.parametrize(
    ("words", "country", "followed", "other"),
    [
        ("Simferopol", "UA", "Simferopol, Russia", "RU"),
        ("Donetsk", "UA", "Donetsk, Russia", "RU"),
        ("Hebron", "PS", "Hebron, Israel", "IL"),
        ("Golan Heights", "SY", "Golan Heights, Israel", "IL"),
        ("Stepanakert", "AZ", "Stepanakert, Armenia", "AM"),
        ("Pristina", "XK", "Pristina, Serbia", "RS"),
        ("Laayoune", "EH", "Laayoune, Morocco", "MA"),
        ("Taipei", "TW", "Taipei, China", "CN"),
        ("Sukhumi", "GE", "Sukhumi, Russia", "RU"),
        ("Abyei", "SD", "Abyei, South Sudan", "SS"),
        ("Hargeisa", "SO", "Hargeisa, Somalia", "SO"),
    ],
)
def test_the_words_are_followed(gazetteer: Gazetteer, words: str, country: str, followed: str, other: str) -> None:
    assert resolve_place(words, context=PlaceContext(), gazetteer=gazetteer).country == country
    assert resolve_place(followed, context=PlaceContext(), gazetteer=gazetteer).country == other
