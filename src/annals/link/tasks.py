"""What linking does to very many mentions in portions, each a function of its own mentions: on this core or on others.

Mentions travel packed (MessagePack), and so do the answers; a task names its mentions by their places in its list.
"""

import gc
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
import numpy as np

from annals.link.blocks import comparable
from annals.link.columns import ROW, Columns, Numbers, Portion, columns_of, near
from annals.link.components import Component
from annals.link.pairs import Pairs
from annals.link.profile import Profile
from annals.link.weights import shipped
from annals.model.cluster import Cluster, PairEvidence
from annals.model.rulings import Rulings
from annals.workers import answering

COMMAND = (sys.executable, "-P", "-c", "from annals.link.tasks import work; work()")

_profile = msgspec.msgpack.Decoder(Profile)


class Describe(msgspec.Struct, frozen=True, tag=True):
    """Asks for the columns of some mentions: answered by the bytes of rows, blocks and sizes."""

    profiles: list[msgspec.Raw]

    def answer(self) -> bytes:
        """The columns."""
        return msgspec.msgpack.encode([part.tobytes() for part in columns_of(map(_profile.decode, self.profiles))])


class Near(msgspec.Struct, frozen=True, tag=True):
    """Asks which members of some blocks may be comparable; see `columns.near`."""

    rows: bytes
    blocks: bytes
    members: bytes
    own: int

    def answer(self) -> bytes:
        """Pairs of rows, each packed in one number: first times the number of rows, plus second."""
        rows = np.frombuffer(self.rows, dtype=ROW)
        return near(Portion(rows, _numbers(self.blocks), _numbers(self.members), self.own)).tobytes()


class Weigh(msgspec.Struct, frozen=True, tag=True):
    """Asks which pairs of mentions may be one event."""

    profiles: list[msgspec.Raw]
    lefts: bytes
    rights: bytes

    def answer(self) -> bytes:
        """For each of these pairs its place in the list and its log-odds, as two arrays."""
        profiles = [_profile.decode(packed) for packed in self.profiles]
        places, odds = weighed(profiles, _numbers(self.lefts).tolist(), _numbers(self.rights).tolist())
        return msgspec.msgpack.encode([np.array(places, dtype=np.int64).tobytes(), np.array(odds).tobytes()])


class Group(msgspec.Struct, frozen=True, tag=True):
    """Asks for the clusters of components on which nobody decided anything."""

    profiles: list[msgspec.Raw]
    components: list[Component]

    def answer(self) -> bytes:
        """The clusters, component by component."""
        pairs = _pairs(self.profiles)
        return msgspec.msgpack.encode(
            [pairs.cluster(found) for part in self.components for found in pairs.groups(part)]
        )


class Explain(msgspec.Struct, frozen=True, tag=True):
    """Asks what is known of pairs on which nobody decided anything."""

    profiles: list[msgspec.Raw]
    pairs: list[tuple[str, str]]

    def answer(self) -> bytes:
        """The evidence of each."""
        known = _pairs(self.profiles)
        return msgspec.msgpack.encode([known.explain(left, right) for left, right in self.pairs])


Task = Describe | Near | Weigh | Group | Explain
_task = msgspec.msgpack.Decoder(Task)


def packed_task(task: Task) -> bytes:
    """A task as it travels."""
    return msgspec.msgpack.encode(task)


def weighed(profiles: Sequence[Profile], lefts: Sequence[int], rights: Sequence[int]) -> tuple[list[int], list[float]]:
    """Those of the pairs that are worth comparing and may be one event: their places in the lists, and their odds."""
    places, odds = [], []
    known = Pairs({profile.mention_id: profile for profile in profiles}, Rulings(()), shipped())
    for place, (left, right) in enumerate(zip(lefts, rights, strict=True)):
        one, other = profiles[left], profiles[right]
        if comparable(one, other) and (found := known.weighed(one.mention_id, other.mention_id)) is not None:
            places.append(place)
            odds.append(found.odds)
    return places, odds


def columns_in(answer: bytes) -> Columns:
    """The columns that a `Describe` was answered by."""
    rows, blocks, sizes = msgspec.msgpack.decode(answer, type=list[bytes])
    return Columns(np.frombuffer(rows, dtype=ROW), _numbers(blocks), _numbers(sizes))


def near_in(answer: bytes) -> Numbers:
    """The pairs that a `Near` was answered by."""
    return _numbers(answer)


def weighed_in(answer: bytes) -> tuple[Numbers, Any]:
    """The places and odds that a `Weigh` was answered by."""
    places, odds = msgspec.msgpack.decode(answer, type=list[bytes])
    return _numbers(places), np.frombuffer(odds, dtype=np.float64)


_clusters = msgspec.msgpack.Decoder(list[Cluster])


def clusters_in(answer: bytes) -> list[Cluster]:
    """The clusters that a `Group` was answered by."""
    return _clusters.decode(answer)


_evidence = msgspec.msgpack.Decoder(list[PairEvidence])


def evidence_in(answer: bytes) -> list[PairEvidence]:
    """The evidence that an `Explain` was answered by."""
    return _evidence.decode(answer)


def answer(question: bytes) -> bytes:
    """Do a task as it travels."""
    task: Task = _task.decode(question)
    return task.answer()


def work() -> None:
    """The life of a working process. No task makes cycles, and looking for them would take a third of its time."""
    gc.disable()
    answering(answer)


def _numbers(raw: bytes) -> Numbers:
    return np.frombuffer(raw, dtype=np.int64)


def _pairs(packed: Iterable[msgspec.Raw]) -> Pairs:
    profiles = map(_profile.decode, packed)
    return Pairs({profile.mention_id: profile for profile in profiles}, Rulings(()), shipped())
