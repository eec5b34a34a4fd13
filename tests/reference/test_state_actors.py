"""States and their arms, made by rule."""

import pytest

from annals.reference.actors import ActorTable
from annals.reference.state_actors import find_state, state_entry


@pytest.mark.parametrize(
    ("words", "actor_id"),
    [
        ("Turkish air force", "state:TR:military"),
        ("Russian Defense Ministry", "state:RU:military"),
        ("the Ministry of Defence of Ukraine", "state:UA:military"),
        ("Sri Lankan navy", "state:LK:military"),
        ("US special operations forces", "state:US:military"),
        ("Mexican marines", "state:MX:military"),
        ("Kenya Police", "state:KE:police"),
        ("French gendarmes", "state:FR:police"),
        ("Pakistani intelligence agency", "state:PK:intelligence"),
        ("Colombia's government", "state:CO:government"),
        ("South Korean coast guard", "state:KR:border"),
        ("Palestinian security forces", "state:PS:security"),
        ("New Zealand troops", "state:NZ:military"),
        ("Papua New Guinea police", "state:PG:police"),
        ("South Sudanese army", "state:SS:military"),
        ("Moscow", "state:RU"),
        ("the United States", "state:US"),
    ],
)
def test_a_country_and_an_arm_make_an_id(words: str, actor_id: str) -> None:
    assert find_state(words) == actor_id


@pytest.mark.parametrize(
    "words",
    [
        "us troops",
        "Syrian rebels",
        "Kurdish forces",
        "the army",
        "Iranian-backed forces",
        "Northern Ireland police",
        "chad",
    ],
)
def test_what_is_no_state_makes_none(words: str) -> None:
    assert find_state(words) is None


@pytest.mark.parametrize(
    ("actor_id", "name"),
    [
        ("state:US:military", "US military"),
        ("state:GB:police", "British police"),
        ("state:MM:government", "Myanmar government"),
        ("state:TR", "Turkey"),
        ("state:AE:security", "Emirati security forces"),
    ],
)
def test_an_entry_is_named_in_usual_english(actor_id: str, name: str) -> None:
    entry = state_entry(actor_id)
    assert entry is not None
    assert entry.name == name


@pytest.mark.parametrize("actor_id", ["hamas", "state:", "state:XX", "state:us:military", "state:US:choir", ""])
def test_other_ids_have_no_state(actor_id: str) -> None:
    assert state_entry(actor_id) is None


@pytest.mark.parametrize("words", ["Car bombs explode", "CAR BOMB KILLS NINE", "car bombs"])
def test_a_car_is_no_republic(words: str) -> None:
    assert ActorTable.load().scan(words) == []
    assert [m.entry.actor_id for m in ActorTable.load().scan("CAR troops left")] == ["state:CF:military"]
