"""What is kept of mentions for linking: profiles, blocks and pairs; and in which clusters they are known to be."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, Generic, Protocol, TypeVar

import msgspec
from sqlalchemy import Connection, Select, delete, func, insert, select, tuple_

from annals.model.cluster import PairEvidence
from annals.model.ids import number_of
from annals.model.traces import Rank, Weighed
from annals.store.kept.asking import asked
from annals.store.tables import doubts, homes, mention_blocks, mention_names, mention_pairs, mention_profiles


class Known(Protocol):
    """What is known of a mention; linking says what."""

    @property
    def mention_id(self) -> str:
        """Its id."""

    @property
    def report_id(self) -> str:
        """The report that tells it."""


P = TypeVar("P", bound=Known)
_pairs = msgspec.json.Decoder(PairEvidence)
_left, _right = mention_names.alias(), mention_names.alias()


class KeptMentions(Generic[P]):
    """The memory of `link.regrouping`, in a ledger. A cluster goes by the id of its incident."""

    def __init__(self, connection: Connection, shape: type[P]) -> None:
        """Use one transaction; mentions are values of `shape`."""
        self._connection = connection
        self._profiles = msgspec.msgpack.Decoder(shape)

    # Profiles

    def profiles_of_reports(self, report_ids: Iterable[str]) -> list[P]:
        """The mentions of these reports."""
        return list(self._decoded(mention_names.c.report_id, report_ids))

    def profiles(self, mention_ids: Iterable[str]) -> list[P]:
        """The mentions of these ids; unknown ones are left out."""
        return list(self._decoded(mention_names.c.number, map(_number, mention_ids)))

    def _decoded(self, column: Any, keys: Iterable[Any]) -> Iterator[P]:
        query = select(mention_profiles.c.profile).join(
            mention_names, mention_names.c.number == mention_profiles.c.number
        )
        return (self._profiles.decode(row.profile) for row in asked(self._connection, query, column, keys))

    def reports_of(self, mention_ids: Iterable[str]) -> dict[str, str]:
        """mention_id -> the report that tells it; unknown ones are left out."""
        numbers = map(_number, mention_ids)
        rows = asked(self._connection, select(mention_names), mention_names.c.number, numbers)
        return {row.mention_id: row.report_id for row in rows}

    def put_profile(self, profile: P) -> None:
        """Keep a mention."""
        self.put_profiles((profile,))

    def put_profiles(self, profiles: Iterable[P]) -> None:
        """Keep further mentions."""
        names, bodies = [], []
        for profile in profiles:
            number = _number(profile.mention_id)
            names.append({"number": number, "mention_id": profile.mention_id, "report_id": profile.report_id})
            bodies.append({"number": number, "profile": msgspec.msgpack.encode(profile)})
        if names:
            self._connection.execute(insert(mention_names), names)
            self._connection.execute(insert(mention_profiles), bodies)

    def drop_profile(self, mention_id: str) -> None:
        """Forget a mention."""
        for table in (mention_names, mention_profiles):
            self._connection.execute(delete(table).where(table.c.number == _number(mention_id)))

    # Blocks

    def enter(self, blocks: Iterable[int], rank: Rank) -> None:
        """Put a mention into blocks, at its place."""
        self.enter_all((block, rank) for block in blocks)

    def enter_all(self, places: Iterable[tuple[int, Rank]]) -> None:
        """Put mentions into blocks."""
        rows = [{"block": block, "place": place, "number": number} for block, (place, number) in places]
        if rows:
            self._connection.execute(insert(mention_blocks), rows)

    def leave(self, blocks: Iterable[int], rank: Rank) -> None:
        """Take a mention out of blocks."""
        for some in _some(blocks):
            at = (mention_blocks.c.place == rank[0], mention_blocks.c.number == rank[1])
            self._connection.execute(delete(mention_blocks).where(mention_blocks.c.block.in_(some), *at))

    def around(self, block: int, rank: Rank, most: int) -> tuple[list[str], list[str]]:
        """The nearest `most` mentions before and after a place in a block, the nearest first."""
        stands = tuple_(mention_blocks.c.place, mention_blocks.c.number)
        query = (
            select(mention_names.c.mention_id)
            .join(mention_blocks, mention_blocks.c.number == mention_names.c.number)
            .where(mention_blocks.c.block == block)
            .limit(most)
        )
        before = query.where(stands < rank).order_by(mention_blocks.c.place.desc(), mention_blocks.c.number.desc())
        after = query.where(stands > rank).order_by(mention_blocks.c.place, mention_blocks.c.number)
        return list(self._connection.execute(before).scalars()), list(self._connection.execute(after).scalars())

    def apart(self, block: int, one: Rank, other: Rank, most: int) -> int:
        """How many mentions stand between two places in a block, `most` where they are more."""
        stands = tuple_(mention_blocks.c.place, mention_blocks.c.number)
        within = select(mention_blocks.c.number).where(
            mention_blocks.c.block == block, stands > min(one, other), stands < max(one, other)
        )
        return self._connection.execute(select(func.count()).select_from(within.limit(most).subquery())).scalar_one()

    # Pairs

    def weighed(self, mention_ids: Iterable[str]) -> list[Weighed]:
        """The pairs that are kept of which one of these mentions is a part."""
        numbers = [_number(name) for name in mention_ids]
        rows = {}
        for column in (mention_pairs.c.left, mention_pairs.c.right):
            for row in asked(self._connection, _named_pairs(), column, numbers):
                rows[row.left, row.right] = row
        return [_weighed(row) for row in rows.values()]

    def weighed_pairs(self, pairs: Iterable[tuple[str, str]]) -> list[Weighed]:
        """Those of the pairs that are kept."""
        both = tuple_(mention_pairs.c.left, mention_pairs.c.right)
        numbers = ((_number(left), _number(right)) for left, right in pairs)
        return [_weighed(row) for row in asked(self._connection, _named_pairs(), both, numbers)]

    def put_weighed(self, pairs: Iterable[Weighed]) -> None:
        """Keep pairs, in place of what is kept of them."""
        some = list(pairs)
        self.drop_weighed((pair.left, pair.right) for pair in some)
        self.put_all_weighed(some)

    def put_all_weighed(self, pairs: Iterable[Weighed]) -> None:
        """Keep pairs of which nothing is kept yet."""
        rows = [
            {"left": _number(p.left), "right": _number(p.right), "odds": p.odds, "joins": int(p.joins)} for p in pairs
        ]
        if rows:
            self._connection.execute(insert(mention_pairs), rows)

    def drop_weighed(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Forget pairs."""
        both = tuple_(mention_pairs.c.left, mention_pairs.c.right)
        for some in _some((_number(left), _number(right)) for left, right in pairs):
            self._connection.execute(delete(mention_pairs).where(both.in_(some)))

    # Clusters and doubts, as they were derived last

    def clusters_of(self, mention_ids: Iterable[str]) -> dict[str, str]:
        """mention_id -> the cluster that it is known to be in; unknown ones are left out."""
        rows = asked(self._connection, select(homes.c.mention_id, homes.c.incident_id), homes.c.mention_id, mention_ids)
        return {row.mention_id: row.incident_id for row in rows}

    def members_of(self, clusters: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Cluster -> its mentions, sorted."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        query = select(homes.c.mention_id, homes.c.incident_id)
        for row in asked(self._connection, query, homes.c.incident_id, clusters):
            found[row.incident_id].append(row.mention_id)
        return {name: tuple(sorted(members)) for name, members in found.items()}

    def doubts_of(self, mention_ids: Iterable[str]) -> list[PairEvidence]:
        """The doubts that are kept of which one of these mentions is a part."""
        names = list(mention_ids)
        found = {}
        for column in (doubts.c.left_mention, doubts.c.right_mention):
            for row in asked(self._connection, select(doubts.c.doubt_id, doubts.c.pair), column, names):
                found[row.doubt_id] = row.pair
        return [_pairs.decode(pair) for pair in found.values()]

    def clear(self) -> None:
        """Forget all but clusters and doubts."""
        for table in (mention_names, mention_profiles, mention_blocks, mention_pairs):
            self._connection.execute(delete(table))


def _number(mention_id: str) -> int:
    return number_of(mention_id.encode())


def _some(keys: Iterable[Any], most: int = 500) -> Iterator[list[Any]]:
    given = list(keys)
    for start in range(0, len(given), most):
        yield given[start : start + most]


def _named_pairs() -> Select[Any]:
    return (
        select(
            mention_pairs,
            _left.c.mention_id.label("left_id"),
            _right.c.mention_id.label("right_id"),
        )
        .join(_left, _left.c.number == mention_pairs.c.left)
        .join(_right, _right.c.number == mention_pairs.c.right)
    )


def _weighed(row: Any) -> Weighed:
    return Weighed(left=row.left_id, right=row.right_id, odds=row.odds, joins=bool(row.joins))
