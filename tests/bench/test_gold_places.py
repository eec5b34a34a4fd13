"""The bars of the list of places in context."""

import pytest

from annals.reference.tables import References
from bench.gold_lists import rows
from bench.gold_places import PLACES, marked


def test_the_list_is_as_large_as_it_should_be() -> None:
    cases = rows(PLACES)
    assert len(cases) >= 400
    assert len({row["country"] for row in cases}) >= 60
    assert 0.45 <= sum(row["half"] == "held back" for row in cases) / len(cases) <= 0.55
    assert all(row["words"] in row["context"] for row in cases)


@pytest.mark.parametrize("half", ["tuning", "held back"])
def test_places_in_context(half: str) -> None:
    told = marked(References.load()).parts
    for part, bar in (("point claimed, within 25 km", 0.88), ("country told", 0.97), ("all", 0.88)):
        right, whole = told[f"{half}: {part}"]
        assert right / whole >= bar, part
