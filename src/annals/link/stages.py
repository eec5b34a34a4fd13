"""The stages of linking over all mentions, in portions that some processes share; what comes out does not hang on how.

described -> near -> weighed -> components -> clusters -> doubts
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

import numpy as np

from annals.link.columns import Blocks, Numbers, joined, unpacked
from annals.link.components import Component, parted
from annals.link.crowd import Crowd
from annals.link.doubts import doubtful
from annals.link.pairs import Pairs
from annals.link.tasks import (
    COMMAND,
    Describe,
    Explain,
    Group,
    Near,
    Task,
    Weigh,
    clusters_in,
    columns_in,
    evidence_in,
    near_in,
    packed_task,
    weighed_in,
)
from annals.link.weights import shipped
from annals.model.cluster import Cluster, PairEvidence
from annals.model.rulings import Rulings
from annals.model.traces import Weighed
from annals.workers import Processes, cores

SERIAL = 20_000
"""Up to so many mentions are linked in this process: starting others would take longer."""
_MENTIONS, _PAIRS, _COMPONENTS, _DOUBTS = 2_000, 10_000, 1_000, 1_000
"""How much is one portion."""

Do = Callable[[Iterable[Task]], Iterator[bytes]]
"""Has tasks done, and gives their answers in the order of the tasks."""
T = TypeVar("T")


@contextmanager
def hands(mentions: int, jobs: int | None) -> Generator[Do]:
    """What does the tasks: this process, or others. `jobs` as in `linking.gathered`."""
    count = jobs or (cores() if mentions > SERIAL else 1)
    if count == 1:
        yield lambda tasks: (task.answer() for task in tasks)
        return
    with Processes(COMMAND, count) as processes:
        yield lambda tasks: processes.in_turn(processes.exchange, map(packed_task, tasks))


def compared(crowd: Crowd, do: Do) -> list[Weighed]:
    """The pairs of mentions that may be one event, sorted."""
    first, second = _near(crowd, do)
    slices = list(_slices(len(first), _PAIRS))
    kept, odds = [np.empty(0, dtype=np.int64)], [np.empty(0)]
    for some, answer in zip(slices, do(_weigh(crowd, first, second, some) for some in slices), strict=True):
        places, found = weighed_in(answer)
        kept.append(places + some.start)
        odds.append(found)
    chosen, worth = np.concatenate(kept), np.concatenate(odds)
    left, right = np.minimum(first[chosen], second[chosen]), np.maximum(first[chosen], second[chosen])
    order = np.lexsort((right, left))
    join, ids = shipped().decision["join"], crowd.ids
    return [
        Weighed(left=ids[a], right=ids[b], odds=found, joins=found >= join)
        for a, b, found in zip(left[order].tolist(), right[order].tolist(), worth[order].tolist(), strict=True)
    ]


def clustered(crowd: Crowd, weighed: Iterable[Weighed], rulings: Rulings, do: Do) -> list[Cluster]:
    """The clusters, sorted by their mention ids; every mention in exactly one."""
    edges = ((pair.left, pair.right) for pair in weighed if pair.joins)
    found, open_parts, decided = [], [], []
    ruled = {name for pair in (*rulings.by_pair, *rulings.same) for name in pair}
    for part in parted(crowd.ids, edges, rulings.same):
        if len(part.members) == 1:
            found.append(Cluster(mention_ids=part.members))
        elif ruled.isdisjoint(part.members):
            open_parts.append(part)
        else:
            decided.append(part)
    pairs = Pairs(crowd.some(name for part in decided for name in part.members), rulings, shipped())
    found += [pairs.cluster(group) for part in decided for group in pairs.groups(part)]
    tasks = (_group(crowd, some) for some in _portions(open_parts, _COMPONENTS))
    found += [cluster for answer in do(tasks) for cluster in clusters_in(answer)]
    return sorted(found, key=lambda cluster: cluster.mention_ids)


def doubted(
    crowd: Crowd, clusters: Sequence[Cluster], weighed: Sequence[Weighed], rulings: Rulings, do: Do
) -> list[PairEvidence]:
    """See `doubts.doubtful`."""
    within, between = doubtful(clusters, weighed, rulings, shipped())
    decided = [pair for pair in between if pair in rulings.by_pair]
    pairs = Pairs(crowd.some(name for pair in decided for name in pair), rulings, shipped())
    found = [*within, *(pairs.explain(*pair) for pair in decided)]
    tasks = (
        Explain(crowd.raw(crowd.places(name for pair in some for name in pair)), some)
        for some in _portions([pair for pair in between if pair not in rulings.by_pair], _DOUBTS)
    )
    found += [evidence for answer in do(tasks) for evidence in evidence_in(answer)]
    return sorted(found, key=lambda pair: (pair.left, pair.right))


def _near(crowd: Crowd, do: Do) -> tuple[Numbers, Numbers]:
    """The pairs that may be comparable, each once, as places; pairs of one time stand near each other."""
    blocks = Blocks(joined(map(columns_in, do(Describe(crowd.raw(some)) for some in _slices(len(crowd), _MENTIONS)))))
    sent: deque[Numbers] = deque()

    def tasks() -> Iterator[Near]:
        for stands, portion in blocks.portions():
            sent.append(stands)
            rows, numbers, members, own = portion
            yield Near(rows.tobytes(), numbers.tobytes(), members.tobytes(), own)

    found = [np.empty(0, dtype=np.int64)]
    for answer in do(tasks()):
        stands = sent.popleft()
        first, second = unpacked(near_in(answer), len(stands))
        found.append(stands[first] * len(crowd) + stands[second])
    first, second = unpacked(np.unique(np.concatenate(found)), len(crowd))
    return blocks.order[first], blocks.order[second]


def _weigh(crowd: Crowd, first: Numbers, second: Numbers, some: range) -> Weigh:
    pairs = slice(some.start, some.stop)
    places, local = np.unique(np.concatenate((first[pairs], second[pairs])), return_inverse=True)
    lefts, rights = local[: len(some)], local[len(some) :]
    return Weigh(crowd.raw(places.tolist()), lefts.tobytes(), rights.tobytes())


def _group(crowd: Crowd, parts: list[Component]) -> Group:
    return Group(crowd.raw(crowd.places(name for part in parts for name in part.members)), parts)


def _slices(count: int, size: int) -> Iterator[range]:
    return (range(at, min(count, at + size)) for at in range(0, count, size))


def _portions(items: Sequence[T], size: int) -> Iterator[list[T]]:
    rest = iter(items)
    while some := list(islice(rest, size)):
        yield some
