"""The weapon that a finding's words tell."""

from annals.model import WeaponValue
from annals.reference.calibres import lone_calibre
from annals.reference.weapons import WeaponTable


def read_weapon(words: str, table: WeaponTable) -> WeaponValue:
    """Return kind, model and calibre (millimetres) as far as the words tell them; all None for words without a weapon.

    Of several weapons in the words the one told most exactly is taken. Nothing is concluded from a model: a
    calibre is only that which the words state.

    >>> value = read_weapon("107mm Katyusha rockets", WeaponTable.load())
    >>> value.kind, value.name, value.calibre_mm
    ('rocket', 'Katyusha', 107.0)
    """
    found = table.best(words)
    if found is None:
        return WeaponValue(calibre_mm=lone_calibre(words))
    return WeaponValue(kind=found.kind, name=found.name, calibre_mm=found.calibre_mm or lone_calibre(words))
