"""The weapon of a finding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.harmonise.weapons import read_weapon
from annals.model import WeaponValue
from annals.reference.weapons import WeaponTable
from tests.cases import cases

TABLE = WeaponTable.load()


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("107mm Katyusha rockets", WeaponValue(kind="rocket", name="Katyusha", calibre_mm=107.0)),
        ("three mortars", WeaponValue(kind="mortar")),
        ("a blast caused by a roadside bomb", WeaponValue(kind="roadside_bomb")),
        ("of the 122-mm type", WeaponValue(calibre_mm=122.0)),
        ("a spoon", WeaponValue()),
        ("", WeaponValue()),
    ],
)
def test_words_become_kind_model_and_calibre(words: str, value: WeaponValue) -> None:
    assert read_weapon(words, TABLE) == value


def test_a_calibre_is_never_concluded_from_a_model() -> None:
    assert read_weapon("a Grad rocket", TABLE).calibre_mm is None


@given(st.text(max_size=80))
@cases(200)
def test_any_words_can_be_read(words: str) -> None:
    value = read_weapon(words, TABLE)
    assert value.kind is None or TABLE.get(value.kind) is not None
