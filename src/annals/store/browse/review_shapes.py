"""What pages get of decisions and of what awaits one.

The values are frozen. Days are YYYY-MM-DD; None is unknown or open, 0 is none.
"""

from typing import Literal

import msgspec

from annals.model import Judgement
from annals.model.cluster import Evidence
from annals.model.values import Value
from annals.store.browse.party_shapes import ActorRow
from annals.store.browse.shapes import CountedIn, Row, Tie


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """Two incidents that may be one, or one incident whose parts may be two."""

    doubt_id: str
    left: Row
    """The incident of the left mention."""
    right: Row
    """The incident of the right mention; that of the left one where the two mentions are joined already."""
    left_mention: str
    right_mention: str
    probability: float
    """0 to 1, by the linker, that both tell one event."""
    joined: bool
    """Whether the two mentions are in one incident now."""
    verdict: Literal["same", "different", "unsure"]
    """By the linker, or by a person where `judged_by` is set."""
    judged_by: str | None
    """Id of the judgement that decided it, None where nobody did."""
    evidence: tuple[Evidence, ...]
    """For (score above 0) and against (below 0), the weightiest first."""


class Disputed(msgspec.Struct, frozen=True, kw_only=True):
    """A big disagreement: a field of an incident on which live claims differ."""

    incident: Row
    field: str
    weight: float
    """What orders the queue: the spread of a toll against its best figure, times how many are at stake."""


class NewName(msgspec.Struct, frozen=True, kw_only=True):
    """A name of a party that the actor table lacks."""

    name: str
    key: str
    """Key in the actor register."""
    incidents: int
    near: tuple[ActorRow, ...]
    """Known actors in the same incidents or with a like name."""


class NewClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that came after a decision, in what the decision is about."""

    claim_id: str
    incident_id: str
    field: str
    value: Value | None
    words: str
    report_id: str


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A decision in the log."""

    judgement: Judgement
    stands: bool
    """False where it was undone, or is an undo that was undone."""
    undone_by: str | None
    """Id of the judgement that undid it."""
    subject: str | None
    """Incident that its subject belongs to now; None where it is in none."""
    other: str | None
    """Incident that its other mention belongs to now."""
    applied: bool
    """False where the incidents were not derived anew since."""
    overruled_by: tuple[str, ...] = ()
    """Ids of later decisions that it contradicts and that hold in its place; it stands beside them all the same."""
    overrules: tuple[str, ...] = ()
    """Ids of earlier decisions that contradict it."""
    changed: int = 0
    """How many claims are in what it is about now that were not when it was made: "changed since you decided"."""
    new: tuple[NewClaim, ...] = ()
    """The first of these claims."""


class QueueItem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to review; exactly one of the four is set."""

    item_id: str
    kind: Literal["decision", "pair", "disagreement", "name"]
    decision: Entry | None = None
    """A decision that another person contradicted later, or on which new claims came since."""
    pair: Doubt | None = None
    disagreement: Disputed | None = None
    name: NewName | None = None


class Queue(msgspec.Struct, frozen=True, kw_only=True):
    """What awaits review, the most valuable first."""

    items: tuple[QueueItem, ...]
    totals: dict[str, int]
    """How many of each kind await review: decision, pair, disagreement, name."""
    next: str | None
    """Cursor: what comes after the last item; None at the end."""


class Log(msgspec.Struct, frozen=True, kw_only=True):
    """Some decisions, the latest first."""

    entries: tuple[Entry, ...]
    total: int
    next: str | None


class Around(msgspec.Struct, frozen=True, kw_only=True):
    """What stands around one incident."""

    answers: tuple[Tie, ...]
    """What it answers or belongs to: it is the source."""
    answered_by: tuple[Tie, ...]
    """What answers it: it is the target."""
    counted_in: tuple[CountedIn, ...]
    doubts: tuple[Doubt, ...]
    history: tuple[Entry, ...]
