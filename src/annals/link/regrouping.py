"""Changed mentions among known ones: which clusters and doubts become what, without looking at all.

The outcome is that of `linking.linked` over all mentions. A mention that comes or goes changes its own pairs, and those
of mentions that stand `REACH` apart around it in a block; only the components that changed edges are in are clustered
anew; and only the doubts of clusters that these touch are looked at again.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from annals.link.blocks import REACH, block_keys, comparable, rank
from annals.link.components import parted
from annals.link.doubting import Doubting
from annals.link.pairs import Pairs
from annals.link.profile import Profile
from annals.link.remembering import Fetched, Memory, Pair
from annals.link.weights import Weights, shipped
from annals.model.cluster import PairEvidence
from annals.model.rulings import Rulings
from annals.model.traces import Weighed


class Regrouped(msgspec.Struct, frozen=True, kw_only=True):
    """What is not as it was."""

    gone: tuple[str, ...]
    """Mentions that are no more, sorted."""
    clusters: tuple[tuple[str, ...], ...]
    """The clusters whose mentions are others than before, each sorted, sorted."""
    doubts: tuple[PairEvidence, ...]
    """New or changed."""
    doubts_gone: tuple[Pair, ...]


def regrouped(changed: Mapping[str, Sequence[Profile]], before: Rulings, after: Rulings, memory: Memory) -> Regrouped:
    """Take changes in.

    Args:
        changed: report_id -> all that is to be known of its mentions now; empty where it tells of none.
        before: what people had decided.
        after: what they have decided now.
        memory: what is known; it is brought up to date, but for clusters and doubts.
    """
    weights = shipped()
    known = Fetched(memory)
    old = {profile.mention_id: profile for profile in memory.profiles_of_reports(changed)}
    new = {profile.mention_id: profile for profiles in changed.values() for profile in profiles}
    leaving = {name: profile for name, profile in old.items() if new.get(name) != profile}
    coming = {name: profile for name, profile in new.items() if old.get(name) != profile}
    gone = leaving.keys() - new.keys()
    touched = _Weighing(known, memory, weights).take_in(leaving, coming)
    ruled = {name for name in before.differing(after) if known.get(name) is not None}
    touched.mentions.update(ruled)
    left_behind = memory.members_of(set(memory.clusters_of(gone).values())).values()
    seeds = (touched.joined | coming.keys() | ruled).union(*left_behind) - gone
    reached, edges = _reached(seeds, after, memory, known)
    pairs = Pairs(known.of(reached), after, weights)
    groups = [group for part in parted(sorted(reached), edges, after.same) for group in pairs.groups(part)]
    names = memory.clusters_of([*reached, *gone])
    were = set(memory.members_of(set(names.values())).values())
    moved = tuple(sorted(group for group in groups if group not in were))
    doubting = Doubting(groups, gone, known, memory, after)
    doubts, doubts_gone = doubting.looked_at_again(moved, touched.mentions - gone, coming.keys() | ruled)
    return Regrouped(gone=tuple(sorted(gone)), clusters=moved, doubts=doubts, doubts_gone=doubts_gone)


class _Touched:
    """Mentions of which a pair changed."""

    def __init__(self) -> None:
        self.mentions: set[str] = set()
        self.joined: set[str] = set()
        """Those of which an edge did."""

    def by(self, pairs: Iterable[Weighed]) -> None:
        for pair in pairs:
            self.mentions |= {pair.left, pair.right}
            if pair.joins:
                self.joined |= {pair.left, pair.right}


class _Weighing:
    """Brings blocks and pairs up to date."""

    def __init__(self, known: Fetched, memory: Memory, weights: Weights) -> None:
        self._known = known
        self._memory = memory
        self._weights = weights
        self._gained: set[Pair] = set()
        self._lost: set[Pair] = set()

    def take_in(self, leaving: Mapping[str, Profile], coming: Mapping[str, Profile]) -> _Touched:
        memory, touched = self._memory, _Touched()
        dropped = memory.weighed(leaving)
        memory.drop_weighed((pair.left, pair.right) for pair in dropped)
        touched.by(dropped)
        touched.mentions |= leaving.keys() | coming.keys()
        for name in sorted(leaving):
            self._take_out(leaving[name])
            memory.drop_profile(name)
        self._known.forget(leaving)
        self._gained = {pair for pair in self._gained if leaving.keys().isdisjoint(pair)}
        for name in sorted(coming):
            self._put_in(coming[name])
            memory.put_profile(coming[name])
        stored = {(p.left, p.right): p for p in memory.weighed_pairs(sorted(self._lost))}
        self._known.fetch({m for pair in self._gained for m in pair})
        lost = [pair for pair in self._lost if pair in stored or pair in self._gained]
        self._known.fetch({m for pair in lost for m in pair})
        apart = {pair for pair in lost if not self._meet(*pair)}
        dropped = [stored[pair] for pair in apart if pair in stored]
        memory.drop_weighed((pair.left, pair.right) for pair in dropped)
        touched.by(dropped)
        found = list(self._weighed(self._gained - apart))
        memory.put_weighed(found)
        touched.by(found)
        return touched

    def _take_out(self, profile: Profile) -> None:
        blocks, place = sorted(block_keys(profile)), rank(profile)
        self._memory.leave(blocks, place)
        for block in blocks:
            self._gained |= _straddling(*self._memory.around(block, place, REACH))

    def _put_in(self, profile: Profile) -> None:
        blocks, place = sorted(block_keys(profile)), rank(profile)
        for block in blocks:
            before, after = self._memory.around(block, place, REACH)
            self._gained |= {_ordered(profile.mention_id, other) for other in (*before, *after)}
            self._lost |= _straddling(before, after)
        self._memory.enter(blocks, place)

    def _meet(self, left: str, right: str) -> bool:
        """Whether two mentions stand near each other in some block."""
        one, other = self._known.get(left), self._known.get(right)
        if one is None or other is None:
            return False
        first, second = sorted((rank(one), rank(other)))
        shared = block_keys(one) & block_keys(other)
        return any(self._memory.apart(block, first, second, REACH) < REACH for block in sorted(shared))

    def _weighed(self, pairs: Iterable[Pair]) -> Iterator[Weighed]:
        """Those of the pairs that are worth keeping."""
        mentions = self._known.of({m for pair in pairs for m in pair})
        compared = Pairs(mentions, Rulings(()), self._weights)
        for left, right in sorted(pairs):
            if left in mentions and right in mentions and comparable(mentions[left], mentions[right]):
                found = compared.weighed(left, right)
                if found is not None:
                    yield found


def _ordered(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _straddling(before: Sequence[str], after: Sequence[str]) -> set[Pair]:
    """The pairs around a place that are within REACH of each other exactly where nothing stands at that place."""
    return {_ordered(one, after[REACH - 1 - n]) for n, one in enumerate(before[:REACH]) if REACH - 1 - n < len(after)}


def _reached(seeds: set[str], rulings: Rulings, memory: Memory, known: Fetched) -> tuple[set[str], list[Pair]]:
    """All mentions that edges, or a person's "same", connect with the seeds; and the edges between them."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for left, right in rulings.same:
        held[left].add(right)
        held[right].add(left)
    reached, new, edges = set(seeds), set(seeds), set[Pair]()
    while new:
        found = {(pair.left, pair.right) for pair in memory.weighed(new) if pair.joins}
        edges |= found
        beside = {m for name in new for m in held.get(name, ())}
        new = {m for pair in found for m in pair} | {m for m in beside if known.get(m) is not None}
        new -= reached
        reached |= new
    return reached, sorted(edges)
