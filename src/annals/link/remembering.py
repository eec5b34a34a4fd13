"""What is kept of the mentions that are known, so that later ones need their neighbourhood alone."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from annals.link.profile import Profile
from annals.model.cluster import PairEvidence
from annals.model.traces import Rank, Weighed

Pair = tuple[str, str]
"""Two mention ids, the smaller first."""


class Memory(Protocol):
    """What is kept of the mentions that are known. Clusters go by names, which say nothing."""

    def profiles_of_reports(self, report_ids: Iterable[str]) -> list[Profile]:
        """The mentions of these reports."""

    def profiles(self, mention_ids: Iterable[str]) -> list[Profile]:
        """The mentions of these ids; unknown ones are left out."""

    def put_profile(self, profile: Profile) -> None:
        """Keep a mention."""

    def drop_profile(self, mention_id: str) -> None:
        """Forget a mention."""

    def enter(self, blocks: Iterable[int], rank: Rank) -> None:
        """Put a mention into blocks, at its place."""

    def leave(self, blocks: Iterable[int], rank: Rank) -> None:
        """Take a mention out of blocks."""

    def around(self, block: int, rank: Rank, most: int) -> tuple[list[str], list[str]]:
        """The nearest `most` mentions before and after a place in a block, the nearest first."""

    def apart(self, block: int, one: Rank, other: Rank, most: int) -> int:
        """How many mentions stand between two places in a block, `most` where they are more."""

    def weighed(self, mention_ids: Iterable[str]) -> list[Weighed]:
        """The pairs that are kept of which one of these mentions is a part."""

    def weighed_pairs(self, pairs: Iterable[Pair]) -> list[Weighed]:
        """Those of the pairs that are kept."""

    def put_weighed(self, pairs: Iterable[Weighed]) -> None:
        """Keep pairs."""

    def drop_weighed(self, pairs: Iterable[Pair]) -> None:
        """Forget pairs."""

    def clusters_of(self, mention_ids: Iterable[str]) -> Mapping[str, str]:
        """mention_id -> the cluster that it is known to be in; unknown ones are left out."""

    def members_of(self, clusters: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """Cluster -> its mentions, sorted."""

    def doubts_of(self, mention_ids: Iterable[str]) -> list[PairEvidence]:
        """The doubts that are kept of which one of these mentions is a part."""


class Fetched:
    """Profiles of a memory, each fetched once."""

    def __init__(self, memory: Memory) -> None:
        """Fetch nothing yet."""
        self._memory = memory
        self._profiles: dict[str, Profile | None] = {}

    def fetch(self, mention_ids: Iterable[str]) -> None:
        """Fetch these at once."""
        missing = [name for name in mention_ids if name not in self._profiles]
        if missing:
            self._profiles |= dict.fromkeys(missing)
            self._profiles |= {profile.mention_id: profile for profile in self._memory.profiles(missing)}

    def get(self, mention_id: str) -> Profile | None:
        """The mention; None where it is unknown."""
        self.fetch((mention_id,))
        return self._profiles[mention_id]

    def of(self, mention_ids: Iterable[str]) -> dict[str, Profile]:
        """Those of the mentions that are known, by id."""
        asked = list(mention_ids)
        self.fetch(asked)
        return {name: profile for name in asked if (profile := self._profiles[name]) is not None}

    def forget(self, mention_ids: Iterable[str]) -> None:
        """Fetch these anew when they are asked for next."""
        for name in mention_ids:
            self._profiles.pop(name, None)
