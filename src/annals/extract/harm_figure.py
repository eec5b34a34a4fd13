"""A figure of harm, with the place of the word that says so."""

from dataclasses import dataclass

from annals.model import Finding


@dataclass(frozen=True, kw_only=True)
class HarmFigure:
    """A figure with the place of its harm word, so that it can be given to the event told there."""

    finding: Finding
    at: int
    counted: bool = True
    """False where the harmed are told without a number ("the bishop")."""
