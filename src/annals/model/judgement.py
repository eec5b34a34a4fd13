"""What a person decided."""

from typing import Literal

import msgspec


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """Same, different or unsure on two mentions, an override of one field of an incident, or an actor's further name.

    Never erased.
    """

    judgement_id: str
    kind: Literal["same", "different", "unsure", "override", "withdraw", "alias", "undo"]
    subject: str
    """A mention's id; for `undo` the judgement's id; for `alias` the words of the name."""
    other: str | None = None
    """The other mention of `same`, `different` and `unsure`."""
    field: str | None = None
    """The field of an `override`."""
    value: str | None = None
    """As JSON: the value of an `override`; for `alias` whom the words mean, as an ActorValue."""
    by: str
    """Who decided."""
    at: str
    """When, ISO 8601 with zone."""
    reason: str
    seen: tuple[str, ...] | None = None
    """Ids of the claims that it was decided on (`model.matter`), sorted; None for an undo and where it is not known."""
