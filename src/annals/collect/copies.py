"""Reprints: reports that carry one wire story under other headlines, with other furniture, or cut to a brief.

A report is compared with the longest of those that share marks with it (`likeness.py`); those that it repeats most of
are its ties; and what ties connect is grouped each component for itself (`grouping.py`). So everything follows from
neighbourhoods, and a new report is placed by looking at its own alone (`placing.py`).
"""

from collections.abc import Iterable, Mapping

import msgspec

from annals.collect.grouping import Node, grouped, original_of
from annals.collect.likeness import HEADS, Entry, akin, copied, likely, rank_of
from annals.model import Report
from annals.model.traces import Marked, Place, Tied


class Compared(msgspec.Struct, frozen=True, kw_only=True):
    """What comparing reports gives."""

    originals: Mapping[str, str]
    """The id of each reprint -> the id of its original. Originals and single reports are not in it."""
    marked: tuple[Marked, ...]
    """All reports."""
    tied: tuple[Tied, ...]
    """All ties."""


def originals(reports: Iterable[Report]) -> dict[str, str]:
    """Find reprints.

    A pure function of the set of reports: their order does not matter, and a report given twice counts once. Within
    each group of reprints the original is the earliest published (unknown last, then the longest, then the smallest
    id) that shares most of its text with every other one; it is never itself a copy.

    Args:
        reports: All reports to compare.

    Returns:
        The id of each reprint -> the id of its original. Originals and single reports are not in it.
    """
    return dict(compared(reports).originals)


def compared(reports: Iterable[Report]) -> Compared:
    """Find reprints, as `originals` does, and keep what placing further reports needs."""
    unique = {report.report_id: report for report in reports}
    entries = {entry.place: entry for entry in map(Entry, unique.values())}
    order = [entries[place] for place in sorted(entries)]
    heads = _heads(order)
    ties: dict[str, dict[str, float]] = {}
    tied = []
    for entry in order:
        own = ties[entry.name] = {}
        for place in likely(entry, heads):
            share = copied(entry, entries[place])
            if share:
                own[entries[place].name] = share
                tied.append(Tied(copy=entry.place, of=place, share=share))
    nodes = [Node(card=e.card, ties=ties[e.name]) for e in order]
    ranks = {entry.name: rank_of(entry.card) for entry in order}
    named = {entry.name: entry for entry in order}
    found = {}
    for group in grouped(nodes):
        first = original_of(group, ranks, lambda one, other: akin(named[one], named[other]))
        found.update({name: first for name in group if name != first})
    return Compared(
        originals=dict(sorted(found.items())),
        marked=tuple(Marked(card=e.card, marks=e.marks) for e in order),
        tied=tuple(tied),
    )


def _heads(order: Iterable[Entry]) -> Mapping[int, list[Place]]:
    """For each mark that several reports have the first `HEADS` of them, in order."""
    first: dict[int, Place] = {}
    heads: dict[int, list[Place]] = {}
    for entry in order:
        for mark in entry.marks:
            others = heads.get(mark)
            if others is not None:
                if len(others) < HEADS:
                    others.append(entry.place)
            elif mark in first:
                heads[mark] = [first.pop(mark), entry.place][:HEADS]
            else:
                first[mark] = entry.place
    return heads
