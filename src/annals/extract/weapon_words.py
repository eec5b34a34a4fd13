"""Of the weapons told of one event, those that tell more: a general word gives way to a specific one.

"A blast" is what the car bomb did, "the strike" is that of the drone: neither is a second weapon. What a general word
gives way to stands in `reference/data/weapons.toml`, under `general`.
"""

import re

import msgspec

from annals.model import Finding, Reading, Telling
from annals.reference.weapons import WeaponMatch, WeaponTable

_EMPTY = re.compile(
    r"(?:a|an|the|its|their|his|her|this|that|these|those|it|one|some|other|another|and|of|\W|\d)*", re.IGNORECASE
)


def specific(reading: Reading, weapons: WeaponTable) -> Reading:
    """Return the reading without weapon words that only repeat another one of their event in a more general way.

    Words that the table does not know stay where they are all that is told of a weapon; mere articles go.
    """
    return msgspec.structs.replace(reading, tellings=tuple(_settled(telling, weapons) for telling in reading.tellings))


def _settled(telling: Telling, weapons: WeaponTable) -> Telling:
    told = {n: weapons.best(f.words) for n, f in enumerate(telling.findings) if f.field == "weapon"}
    if not told:
        return telling
    kinds = {match.kind for match in told.values() if match is not None}
    kept = tuple(f for n, f in enumerate(telling.findings) if n not in told or _tells(f, told[n], kinds, weapons))
    return msgspec.structs.replace(telling, findings=kept)


def _tells(finding: Finding, match: WeaponMatch | None, kinds: set[str], weapons: WeaponTable) -> bool:
    if match is None:
        return not kinds and not _EMPTY.fullmatch(finding.words)
    return not weapons.gives_way(match.words, match.kind, kinds)
