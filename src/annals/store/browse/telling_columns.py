"""Which report tells which incident, as columns: by them many reports are looked up at once.

Nearly every report tells one incident, or none; what it tells beyond the first stands beside, in pairs.
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

CHUNK = 4096
"""Reports that are stored together."""

NOTHING = -1
_KIND = np.dtype("<i4")
_NONE = np.array([], dtype=np.int32)


class Tellings(msgspec.Struct, frozen=True, kw_only=True):
    """All reports of a ledger by their numbers."""

    first: NDArray[np.int32]
    """An incident that the report of that number tells, or NOTHING."""
    further: Mapping[int, NDArray[np.int32]]
    """By chunk: pairs of a report and another incident that it tells, one after the other."""

    def incidents(self, reports: Sequence[int], size: int) -> NDArray[np.uint8]:
        """The incidents that any of these reports tells, as flags of the numbers below `size`."""
        flags = np.zeros(size + 1, dtype=np.uint8)  # the last is for reports that tell nothing: NOTHING is -1
        wanted = np.zeros(len(self.first), dtype=np.bool_)
        numbers = np.asarray(reports, dtype=np.int64)
        wanted[numbers[numbers < len(self.first)]] = True
        flags[self.first[wanted]] = 1
        for pairs in self.further.values():
            flags[pairs[1::2][wanted[pairs[::2]]]] = 1
        return flags[:-1]


def changed(
    number: int, stored: bytes | None, gone: Iterable[tuple[int, int]], come: Iterable[tuple[int, int]]
) -> bytes:
    """A chunk as stored, without some and with other reports and incidents, which are given by their numbers.

    Args:
        number: of the chunk.
        stored: as it was; None where there was none.
        gone: reports of the chunk and incidents that they tell no more.
        come: reports of the chunk and incidents that they tell now.
    """
    first, further = _read(stored) if stored is not None else (np.full(CHUNK, NOTHING, dtype=np.int32), _NONE)
    others: dict[int, list[int]] = {}
    for report, incident in further.reshape(-1, 2).tolist():
        others.setdefault(report, []).append(incident)
    first = first.copy()
    for report, incident in gone:
        at = report - number * CHUNK
        if first[at] == incident:
            first[at] = others[report].pop() if others.get(report) else NOTHING
        elif incident in others.get(report, ()):
            others[report].remove(incident)
    for report, incident in come:
        at = report - number * CHUNK
        if first[at] == NOTHING:
            first[at] = incident
        elif first[at] != incident and incident not in others.get(report, ()):
            others.setdefault(report, []).append(incident)
    pairs = [
        part for report, incidents in sorted(others.items()) for incident in incidents for part in (report, incident)
    ]
    return zlib.compress(first.astype(_KIND).tobytes() + np.array(pairs, dtype=_KIND).tobytes(), 1)


def put_together(chunks: Mapping[int, bytes], onto: Tellings | None = None) -> Tellings:
    """The columns with these chunks, by their numbers, in place of those in `onto`, which is left as it is."""
    size = max((max(chunks, default=-1) + 1) * CHUNK, 0 if onto is None else len(onto.first))
    first = np.full(size, NOTHING, dtype=np.int32)
    further = {} if onto is None else dict(onto.further)
    if onto is not None:
        first[: len(onto.first)] = onto.first
    for number, stored in chunks.items():
        first[number * CHUNK : (number + 1) * CHUNK], pairs = _read(stored)
        further[number] = pairs
        if not len(pairs):
            del further[number]
    return Tellings(first=first, further=further)


def _read(stored: bytes) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    raw = np.frombuffer(zlib.decompress(stored), dtype=_KIND).astype(np.int32)
    return raw[:CHUNK], raw[CHUNK:]
