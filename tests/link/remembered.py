"""A memory of mentions in dictionaries, for tests of taking changes in."""

from collections.abc import Iterable, Sequence

from annals.link.linking import Linked
from annals.link.profile import Profile
from annals.link.regrouping import Regrouped
from annals.model.cluster import PairEvidence
from annals.model.ids import number_of
from annals.model.traces import Rank, Weighed


class Remembered:
    """Knows what it was told, and the clusters and doubts that came of it."""

    def __init__(self) -> None:
        self.known: dict[str, Profile] = {}
        self.blocks: dict[int, set[Rank]] = {}
        self.names: dict[int, str] = {}
        self.pairs: dict[tuple[str, str], Weighed] = {}
        self.clusters: set[tuple[str, ...]] = set()
        self.doubts: dict[tuple[str, str], PairEvidence] = {}

    def profiles_of_reports(self, report_ids: Iterable[str]) -> list[Profile]:
        asked = set(report_ids)
        return [profile for profile in self.known.values() if profile.report_id in asked]

    def profiles(self, mention_ids: Iterable[str]) -> list[Profile]:
        return [self.known[name] for name in mention_ids if name in self.known]

    def put_profile(self, profile: Profile) -> None:
        self.known[profile.mention_id] = profile

    def drop_profile(self, mention_id: str) -> None:
        del self.known[mention_id]

    def enter(self, blocks: Iterable[int], rank: Rank) -> None:
        for block in blocks:
            self.blocks.setdefault(block, set()).add(rank)

    def leave(self, blocks: Iterable[int], rank: Rank) -> None:
        for block in blocks:
            self.blocks[block].remove(rank)

    def around(self, block: int, rank: Rank, most: int) -> tuple[list[str], list[str]]:
        order = sorted(self.blocks.get(block, ()))
        before = [self._name(other) for other in order if other < rank][::-1]
        after = [self._name(other) for other in order if other > rank]
        return before[:most], after[:most]

    def apart(self, block: int, one: Rank, other: Rank, most: int) -> int:
        return min(most, sum(one < between < other for between in self.blocks[block]))

    def weighed(self, mention_ids: Iterable[str]) -> list[Weighed]:
        asked = set(mention_ids)
        return [pair for pair in self.pairs.values() if pair.left in asked or pair.right in asked]

    def weighed_pairs(self, pairs: Iterable[tuple[str, str]]) -> list[Weighed]:
        return [self.pairs[pair] for pair in pairs if pair in self.pairs]

    def put_weighed(self, pairs: Iterable[Weighed]) -> None:
        self.pairs |= {(pair.left, pair.right): pair for pair in pairs}

    def drop_weighed(self, pairs: Iterable[tuple[str, str]]) -> None:
        for pair in pairs:
            del self.pairs[pair]

    def clusters_of(self, mention_ids: Iterable[str]) -> dict[str, str]:
        home = {name: cluster[0] for cluster in self.clusters for name in cluster}
        return {name: home[name] for name in mention_ids if name in home}

    def members_of(self, clusters: Iterable[str]) -> dict[str, tuple[str, ...]]:
        asked = set(clusters)
        return {cluster[0]: cluster for cluster in self.clusters if cluster[0] in asked}

    def doubts_of(self, mention_ids: Iterable[str]) -> list[PairEvidence]:
        asked = set(mention_ids)
        return [doubt for pair, doubt in self.doubts.items() if asked.intersection(pair)]

    def follow(self, found: Regrouped) -> None:
        """Keep the clusters and doubts that came of a change."""
        moved = {name for cluster in found.clusters for name in cluster} | set(found.gone)
        self.clusters = {cluster for cluster in self.clusters if moved.isdisjoint(cluster)} | set(found.clusters)
        for pair in found.doubts_gone:
            del self.doubts[pair]
        self.doubts |= {(doubt.left, doubt.right): doubt for doubt in found.doubts}

    def agrees_with(self, linked: Linked) -> bool:
        """Whether it knows what linking everything at once gives."""
        assert self.known == {profile.mention_id: profile for profile in linked.profiles}
        assert self.pairs == {(pair.left, pair.right): pair for pair in linked.weighed}
        assert sorted(self.clusters) == [cluster.mention_ids for cluster in linked.clusters]
        assert [self.doubts[pair] for pair in sorted(self.doubts)] == linked.doubts
        return True

    def _name(self, rank: Rank) -> str:
        numbers = {number_of(name.encode()): name for name in self.known}
        return self.names.setdefault(rank[1], numbers.get(rank[1], ""))


def numbered(mention_ids: Sequence[str]) -> dict[int, str]:
    """Their ids by their numbers."""
    return {number_of(name.encode()): name for name in mention_ids}
