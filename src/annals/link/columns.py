"""The blocks of very many mentions at once: which stand near each other in one, in columns of numbers.

What `blocks.pairs_of_block` finds block by block is found here for all of them in a few passes over arrays, each of
which drops pairs that `blocks.comparable` surely refuses. What is left is put to that, so that both find the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from annals.english.rarity import rarity
from annals.link.blocks import MANY, NEAR_KM, ONE, REACH, SEVERAL, WEEKS, block_keys, comparable, rank
from annals.link.compare.when import FAR_DAYS
from annals.link.profile import MOST_MARKS, Profile
from annals.model.geo import EARTH_DIAMETER_KM, km_between
from annals.model.ids import number_of

Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]

_FIRST, _LAST = -(10**8), 10**8
"""Stand for an open end of an interval of days."""
_UNKNOWN = 0
_UNPLACED, _POINTS, _REGION, _MIXED_PLACES = range(4)
_SLACK_KM = 0.01
"""What reckoning in arrays may differ from reckoning one by one."""
ROW = np.dtype(
    [
        ("place", ">u8", (2,)),
        ("number", "i8"),
        ("report", "i8"),
        ("origin", "i8"),
        ("low", "i4"),
        ("high", "i4"),
        ("firm_low", "i4"),
        ("firm_high", "i4"),
        ("published", "i4"),
        ("lat", "f8"),
        ("lon", "f8"),
        ("spread_km", "f4"),
        ("country", "u4"),
        ("placed", "u1"),
        ("marks", "u2", (MOST_MARKS,)),
        ("bits", "u1", (MOST_MARKS,)),
    ]
)
"""What `comparable` asks of a mention. A word that has another one's number only lets more through."""
_NONE = np.empty(0, dtype=np.int64)
_CHUNK = 10_000
"""Members of blocks that are looked at together: few, so that their columns stay in the processor's cache."""
_RUN = 4_096


class Portion(NamedTuple):
    """A stretch of the members of blocks."""

    rows: NDArray[Any]
    """Of `ROW`: those of its members."""
    blocks: Numbers
    members: Numbers
    """Places in `rows`."""
    own: int
    """How many of them, from the beginning, are asked for as the first of a pair."""


class Columns(NamedTuple):
    """Some mentions: a row each, and the blocks of all, those of the first mention first."""

    rows: NDArray[Any]
    """Of `ROW`."""
    blocks: Numbers
    sizes: Numbers
    """How many of the blocks are each mention's."""


def columns_of(profiles: Iterable[Profile]) -> Columns:
    """The columns of mentions, in their order."""
    rows: list[tuple[Any, ...]] = []
    blocks: list[int] = []
    sizes: list[int] = []
    for profile in profiles:
        keys = block_keys(profile)
        blocks += keys
        sizes.append(len(keys))
        rows.append(_row(profile))
    return Columns(np.array(rows, dtype=ROW), np.array(blocks, dtype=np.int64), np.array(sizes, dtype=np.int64))


def joined(parts: Iterable[Columns]) -> Columns:
    """The columns of all parts, in their order."""
    known = [*parts]
    if not known:
        return columns_of(())
    return Columns(*(np.concatenate(column) for column in zip(*known, strict=True)))


class Blocks:
    """The blocks of mentions, each in the order of its members."""

    def __init__(self, columns: Columns) -> None:
        """Put them in order."""
        rows, self._blocks, sizes = columns
        self.order: Numbers = np.lexsort((rows["number"], rows["place"][:, 1], rows["place"][:, 0]))
        """The places of all mentions in the columns, in the order in which they stand in blocks."""
        self._rows = rows[self.order]
        stands = np.empty(len(rows), dtype=np.int64)
        stands[self.order] = np.arange(len(rows))
        self._members = np.repeat(stands, sizes)
        self._by_block: Numbers = np.lexsort((self._members, self._blocks))

    def portions(self) -> Iterator[tuple[Numbers, Portion]]:
        """The members, block by block, in portions; with each where its rows stand in `order`.

        Portions reach into each other, so that each pair that is near is near in one of them.
        """
        for at in range(0, len(self._blocks), _CHUNK):
            part = self._by_block[at : at + _CHUNK + REACH]
            stands, local = np.unique(self._members[part], return_inverse=True)
            yield stands, Portion(self._rows[stands], self._blocks[part], local, min(_CHUNK, len(part)))


def near(portion: Portion) -> Numbers:
    """The pairs of rows near each other in a block that may be comparable, packed: first * number of rows + second.

    Sorted, each once.
    """
    rows, blocks, members, own = portion
    known = _Known(rows)
    firsts, seconds = [_NONE], [_NONE]
    for apart in range(1, min(REACH + 1, len(blocks))):
        here = np.flatnonzero(blocks[:-apart][:own] == blocks[apart:][:own])
        firsts.append(members[here])
        seconds.append(members[here + apart])
    first, second = np.concatenate(firsts), np.concatenate(seconds)
    kept = known.days_allow(first, second)
    packed = np.unique(first[kept] * len(rows) + second[kept])
    return packed[known.may_be_comparable(*unpacked(packed, len(rows)))]


class _Known:
    """Some rows, column by column."""

    def __init__(self, rows: NDArray[Any]) -> None:
        self.of = {name: np.ascontiguousarray(rows[name]) for name in ROW.names or ()}
        self._lat, self._lon = np.radians(self.of["lat"]), np.radians(self.of["lon"])
        self._shrunk = np.cos(self._lat)

    def days_allow(self, first: Numbers, second: Numbers) -> Mask:
        """Whether the two are of two reports whose firm days do not exclude each other."""
        apart = self._gap("firm_low", "firm_high", first, second)
        report = self.of["report"]
        kept: Mask = (apart < FAR_DAYS) & (report[first] != report[second])
        return kept

    def may_be_comparable(self, first: Numbers, second: Numbers) -> Mask:
        """Whether `comparable` may say so of pairs whose days allow it."""
        origin, placed = self.of["origin"], self.of["placed"]
        apart = np.minimum(self._gap("low", "high", first, second), self._lag(first, second))
        near = self._near(first, second)
        both_placed = (placed[first] != _UNPLACED) & (placed[second] != _UNPLACED)
        found: Mask = (origin[first] == origin[second]) | ((apart < FAR_DAYS) & near & both_placed)
        rest = np.flatnonzero(~found)
        apart, near, bits = apart[rest], near[rest], self._shared_bits(first[rest], second[rest])
        at_once = apart < FAR_DAYS
        alike = (bits >= SEVERAL) | ((bits >= ONE) & (at_once | near)) | ((bits > 0) & at_once & near)
        found[rest] = (bits >= MANY) | ((apart <= WEEKS) & alike)
        return found

    def _gap(self, low: str, high: str, first: Numbers, second: Numbers) -> NDArray[np.int32]:
        lows, highs = self.of[low], self.of[high]
        gap: NDArray[np.int32] = np.maximum(lows[second] - highs[first], lows[first] - highs[second])
        return np.maximum(gap, 0)

    def _lag(self, first: Numbers, second: Numbers) -> NDArray[np.int32]:
        """Days between two reports, very many where one of their days is not known."""
        one, other = self.of["published"][first], self.of["published"][second]
        return np.where((one == _UNKNOWN) | (other == _UNKNOWN), _LAST, np.abs(one - other))

    def _near(self, first: Numbers, second: Numbers) -> Mask:
        kind, country = self.of["placed"], self.of["country"]
        one, other = kind[first], kind[second]
        points = (one == _POINTS) & (other == _POINTS)
        regions = ~points & np.isin(one, (_POINTS, _REGION)) & np.isin(other, (_POINTS, _REGION))
        a, b = country[first], country[second]
        near: Mask = ~regions | (a == 0) | (b == 0) | (a == b)
        at = np.flatnonzero(points)
        near[at] = self._within(first[at], second[at])
        return near

    def _within(self, first: Numbers, second: Numbers) -> Mask:
        lat, lon, shrunk = self._lat, self._lon, self._shrunk
        half = np.sin((lat[second] - lat[first]) / 2) ** 2
        half += shrunk[first] * shrunk[second] * np.sin((lon[second] - lon[first]) / 2) ** 2
        apart = EARTH_DIAMETER_KM * np.arcsin(np.sqrt(np.minimum(half, 1.0)))
        spread = self.of["spread_km"]
        within: Mask = apart <= NEAR_KM + spread[first] + spread[second] + _SLACK_KM
        return within

    def _shared_bits(self, first: Numbers, second: Numbers) -> NDArray[np.int32]:
        """The rarities of the marks that both have, added up."""
        found = np.zeros(len(first), dtype=np.int32)
        for at in range(0, len(first), _RUN):
            run = slice(at, at + _RUN)
            mine, others = (np.ascontiguousarray(self.of["marks"][some[run]].T) for some in (first, second))
            own = np.ascontiguousarray(self.of["bits"][first[run]].T)
            same, shared = np.empty(mine.shape[1], dtype=bool), np.empty(mine.shape[1], dtype=bool)
            for mark, bits in zip(mine, own, strict=True):
                np.equal(mark, others[0], out=shared)
                for other in others[1:]:
                    np.equal(mark, other, out=same)
                    np.logical_or(shared, same, out=shared)
                found[run] += bits * shared
        return found


def _row(profile: Profile) -> tuple[Any, ...]:
    place, number = rank(profile)
    (low, high), (firm_low, firm_high) = profile.days, profile.firm_days
    marks = sorted(profile.marks)
    more = MOST_MARKS - len(marks)
    points = [(place.lat, place.lon) for place in profile.places if place.lat is not None and place.lon is not None]
    (lat, lon), *others = points or [(0.0, 0.0)]
    countries = {place.country for place in profile.places}
    country = countries.pop() if len(countries) == 1 else None
    return (
        (int.from_bytes(place[:8]), int.from_bytes(place[8:])),
        number,
        number_of(profile.report_id.encode()),
        number_of(profile.origin.encode()),
        _FIRST if low is None else low,
        _LAST if high is None else high,
        _FIRST if firm_low is None else firm_low,
        _LAST if firm_high is None else firm_high,
        _UNKNOWN if profile.published is None else profile.published,
        lat,
        lon,
        max((km_between(lat, lon, *other) for other in others), default=0.0),
        crc32(country.encode()) or 1 if country else 0,
        _placed(len(profile.places), len(points)),
        (*(crc32(word.encode("utf-8", "replace")) & 0xFFFF for word in marks), *(0,) * more),
        (*(rarity(word) for word in marks), *(0,) * more),
    )


def _placed(places: int, points: int) -> int:
    """How the places of a mention are known, of which so many have a point."""
    if not places:
        return _UNPLACED
    if points:
        return _POINTS if points == places else _MIXED_PLACES
    return _REGION


def candidates(profiles: Sequence[Profile]) -> list[tuple[str, str]]:
    """The pairs of mentions that are worth comparing: their ids, the smaller first, sorted, each once."""
    blocks = Blocks(columns_of(profiles))
    found = set()
    for stands, portion in blocks.portions():
        places = blocks.order[stands]
        for first, second in zip(*unpacked(near(portion), len(stands)), strict=True):
            one, other = profiles[places[first]], profiles[places[second]]
            if comparable(one, other):
                found.add((min(one.mention_id, other.mention_id), max(one.mention_id, other.mention_id)))
    return sorted(found)


def unpacked(pairs: Numbers, rows: int) -> tuple[Numbers, Numbers]:
    """The places of the first and the second of pairs that `near` found among so many rows."""
    first, second = np.divmod(pairs, max(1, rows))
    return first, second
