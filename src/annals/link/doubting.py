"""The doubts of a neighbourhood: those of some clusters, looked at again without looking at all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet

from annals.link.doubts import Strength, doubtful_odds, doubts_within, other_of, strength_of, strongest
from annals.link.pairs import Pairs
from annals.link.profile import Profile
from annals.link.remembering import Fetched, Memory, Pair
from annals.link.weights import shipped
from annals.model.cluster import PairEvidence
from annals.model.rulings import Rulings

Members = tuple[str, ...]
"""A cluster: its mentions, sorted."""


class _Lazily(Mapping[str, Profile]):
    """Profiles that are fetched when they are asked for."""

    def __init__(self, known: Fetched) -> None:
        self._known = known

    def __getitem__(self, mention_id: str) -> Profile:
        found = self._known.get(mention_id)
        if found is None:
            raise KeyError(mention_id)
        return found

    def __iter__(self) -> Iterator[str]:
        raise NotImplementedError

    def __len__(self) -> int:
        raise NotImplementedError


class Doubting:
    """The doubts of some clusters and of those beside them."""

    def __init__(
        self, groups: Iterable[Members], gone: AbstractSet[str], known: Fetched, memory: Memory, rulings: Rulings
    ) -> None:
        """Look at clusters that were formed anew, `groups`, and at others as they are known; `gone` are in none."""
        self._gone = gone
        self._home: dict[str, Members] = {name: group for group in groups for name in group}
        self._known = known
        self._memory = memory
        self._rulings = rulings
        self._weights = shipped()
        self._strongest: dict[Members, list[Strength]] = {}

    def looked_at_again(
        self,
        moved: Iterable[Members],
        touched: Iterable[str],
        read_anew: AbstractSet[str],
    ) -> tuple[tuple[PairEvidence, ...], tuple[Pair, ...]]:
        """The doubts that are new or changed, and those that are none any more.

        Args:
            moved: the clusters whose mentions are others than before; what lies beside them has other neighbours now.
            touched: mentions of which a pair changed.
            read_anew: mentions that are new or changed, or on which another decision holds now.
        """
        moved = set(moved)
        self._find(touched)
        asked = moved | {self._home[name] for name in touched if name in self._home}
        asked |= self._beside(moved)
        chosen = self._chosen(asked)
        redone = moved | {self._home[name] for name in read_anew if name in self._home}
        pairs = Pairs(_Lazily(self._known), self._rulings, self._weights)
        within = {
            (pair.left, pair.right): pair for group in sorted(redone) for pair in doubts_within(pairs.cluster(group))
        }
        chosen -= within.keys()
        old = {
            (d.left, d.right): d for d in self._memory.doubts_of({*(m for group in asked for m in group), *self._gone})
        }
        self._find({m for pair in old for m in pair})
        kept = {pair for pair in old if self._stays_within(pair, redone)}
        new = within | {
            pair: old[pair] if pair in old and read_anew.isdisjoint(pair) else pairs.explain(*pair)
            for pair in sorted(chosen)
        }
        put = tuple(new[pair] for pair in sorted(new) if old.get(pair) != new[pair])
        return put, tuple(sorted(old.keys() - new.keys() - kept))

    def _stays_within(self, pair: Pair, redone: set[Members]) -> bool:
        """Whether it is a doubt within a cluster of which nothing changed, and that nobody decided."""
        left, right = self._home.get(pair[0]), self._home.get(pair[1])
        return left is not None and left == right and left not in redone and pair not in self._rulings.by_pair

    def _chosen(self, asked: set[Members]) -> set[Pair]:
        """Pairs that people decided, and the strongest between two clusters, where one is among those asked for."""
        members = {m for group in asked for m in group}
        ruled = {pair for pair in self._rulings.by_pair if members.intersection(pair)}
        self._find({m for pair in ruled for m in pair})
        ruled = {pair for pair in ruled if pair[0] in self._home and pair[1] in self._home}
        decided = {frozenset((self._home[left], self._home[right])) for left, right in ruled}
        self._weigh(asked)
        ends = [(found, own, other_of(own, found, self._at)) for own in asked for found in self._strongest[own]]
        self._weigh({other for _, _, other in ends})
        return ruled | {
            (found[1], found[2])
            for found, own, other in ends
            if found in self._strongest[other] and frozenset((own, other)) not in decided
        }

    def _beside(self, groups: set[Members]) -> set[Members]:
        """The clusters between which and one of these there is a pair worth a doubt."""
        rows = self._memory.weighed({m for group in groups for m in group})
        doubtful = [pair for pair in rows if doubtful_odds(pair.odds, self._weights)]
        names = {name for pair in doubtful for name in (pair.left, pair.right)}
        self._find(names)
        return {self._home[name] for name in names} - groups

    def _at(self, mention_id: str) -> Members:
        return self._home[mention_id]

    def _weigh(self, groups: set[Members]) -> None:
        """Find the strongest pairs of clusters."""
        new = groups - self._strongest.keys()
        rows = self._memory.weighed({m for group in new for m in group})
        self._find({name for pair in rows for name in (pair.left, pair.right)})
        beside: defaultdict[Members, list[Strength]] = defaultdict(list)
        for pair in rows:
            if doubtful_odds(pair.odds, self._weights):
                for group in {self._home[pair.left], self._home[pair.right]}:
                    beside[group].append(strength_of(pair.left, pair.right, pair.odds))
        for group in new:
            self._strongest[group] = strongest(group, beside[group], self._at)

    def _find(self, mention_ids: Iterable[str]) -> None:
        """Learn in which clusters mentions are; those that are in none stay unknown."""
        missing = [name for name in mention_ids if name not in self._home and name not in self._gone]
        names = self._memory.clusters_of(missing)
        members = self._memory.members_of(set(names.values()))
        self._home |= {name: members[cluster] for name, cluster in names.items()}
