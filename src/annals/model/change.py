"""What became of an incident between two derivations: one entry of the changes feed."""

from typing import Literal

import msgspec

ChangeKind = Literal["created", "renamed", "split", "merged", "updated", "withdrawn"]

KINDS: tuple[ChangeKind, ...] = ("created", "renamed", "split", "merged", "updated", "withdrawn")
"""In the order in which the entries of one moment stand."""


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """What happened to one incident.

    `created`: there is an incident of this id now that was not there before. `updated`: its record says something else.
    `renamed`: the same incident goes by another id, since a report published earlier tells it too. `merged`: it is part
    of another one now. `split`: its tellings are in several incidents now; it may be one of them. `withdrawn`: a person
    withdrew it, or no report tells it as an incident any more.
    """

    kind: ChangeKind
    incident_id: str
    """The incident; for `renamed`, `merged` and `split` the id that it had."""
    became: tuple[str, ...] = ()
    """Where its tellings are now: one id for `renamed` and `merged`, two or more for `split`, else none."""
    of: tuple[str, ...] = ()
    """For `created`, the incidents whose tellings it is made of; empty where its tellings are all new."""
    title: str
    date: str | None
    """EDTF, None where unknown."""
    fields: tuple[str, ...] = ()
    """For an incident that goes on, the keys of its record that hold something else now, in the record's order."""


class Change(Happened, frozen=True, kw_only=True):
    """An entry of the feed."""

    number: int
    """Counted from 1, never given twice: a reader of the feed goes on after the last that it knows."""
    at: str
    """When the ledger changed, ISO 8601 in UTC, to the millisecond; entries of one moment belong together."""


class Tombstone(msgspec.Struct, frozen=True, kw_only=True):
    """What is left of an incident that is no more."""

    incident_id: str
    title: str
    date: str | None
    became: tuple[str, ...]
    """The incidents that hold its tellings now, two or more, sorted; empty where no report tells it any more."""

    def __str__(self) -> str:
        """Say it in two sentences."""
        told = f"Incident {self.incident_id} is no more: {self.title} ({self.date or 'undated'})."
        if self.became:
            return f"{told} It was split into {', '.join(self.became[:-1])} and {self.became[-1]}."
        return f"{told} No report of the ledger tells it as an incident now."
