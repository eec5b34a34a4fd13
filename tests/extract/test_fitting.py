"""Whether the spots of two tellings can be one."""

import pytest

from annals.extract.fitting import same_spot
from annals.reference.tables import References


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Katsina", "Borno", False),
        ("Borno", "Borno", None),
        ("Nigeria", "Borno", None),
        ("Maiduguri", "Katsina", False),
        ("Maiduguri", "Borno", None),
        ("Maiduguri", "Maiduguri", True),
    ],
)
def test_two_regions_of_one_country_are_two_spots(
    one: str, other: str, same: bool | None, references: References
) -> None:
    known, told = (tuple(references.gazetteer.lookup(name)) for name in (one, other))
    assert same_spot([known], told) is same
