"""What somebody did or said about an event."""

import pytest

from .conftest import Read

SHOOTING = "Gunmen killed four people in Cotabato on Friday. "


@pytest.mark.parametrize(
    ("text", "category", "actor"),
    [
        ("France condemned the attack.", "ACCUSE-disapprove", "France"),
        ("The attack was condemned by France.", "ACCUSE-disapprove", "France"),
        ("The army vowed to retaliate.", "THREATEN", "The army"),
        ("The governor said police had arrested two men.", "COERCE", "police"),
    ],
)
def test_a_response_has_its_actor(read: Read, text: str, category: str, actor: str) -> None:
    assert [(r.category, r.actor) for r in read(SHOOTING + text).responses] == [(category, actor)]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, who has resigned over a tax affair, visited the scene.",
        "The council failed to agree on a statement condemning the attack.",
        "The pilot vowed to finish the race.",
        "The sanctions had been lifted in May.",
    ],
)
def test_what_is_told_only_in_passing_is_no_response(read: Read, text: str) -> None:
    assert read(SHOOTING + text).responses == ()
