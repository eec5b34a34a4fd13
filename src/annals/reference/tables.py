"""All reference tables together."""

from dataclasses import dataclass
from pathlib import Path

from annals.reference.actors import ActorTable
from annals.reference.gazetteer import Gazetteer
from annals.reference.weapons import WeaponTable


@dataclass(frozen=True, kw_only=True)
class References:
    """What readers recognise and the harmoniser resolves: places, actors, weapons."""

    gazetteer: Gazetteer
    actors: ActorTable
    weapons: WeaponTable

    @classmethod
    def load(
        cls, *, gazetteer: Path | None = None, places: Path | None = None, actors: Path | None = None
    ) -> "References":
        """Open the shipped tables, or a `gazetteer` file of your own, with your `places` and `actors` added to them.

        Raises AnnalsError where a file is missing or malformed.
        """
        return cls(
            gazetteer=Gazetteer.open(gazetteer, extra=places),
            actors=ActorTable.load(extra=actors),
            weapons=WeaponTable.load(),
        )
