"""New reports among known ones: which reports become reprints of which by them, without looking at all.

The outcome is that of `copies.originals` over all reports. A new report changes the ties of itself; of shorter reports
that share marks with it, which may repeat it; and of those that repeat a report which it pushed out of the `HEADS`
longest of a mark. Only the components that these ties are in are grouped anew.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from annals.collect.grouping import Node, grouped, original_of
from annals.collect.likeness import HEADS, Entry, akin, copied, likely, rank_of, shared_from
from annals.model import Report
from annals.model.traces import Card, Marked, Place, Tied


class Shelf(Protocol):
    """What is kept of the reports that are known."""

    def heads(self, marks: Iterable[int], most: int) -> Mapping[int, list[Place]]:
        """Mark -> the first `most` of the reports that have it, in order; marks that no report has may be missing."""

    def behind(self, mark: int, place: Place) -> list[Place]:
        """The reports that have a mark and stand after a place, in order."""

    def ties(self, places: Iterable[Place]) -> list[Tied]:
        """The ties of which one of these reports is the copy, or the longer one."""

    def cards_at(self, places: Iterable[Place]) -> Mapping[Place, Card]:
        """The cards of the reports at these places."""

    def reports_at(self, places: Iterable[Place]) -> Mapping[Place, Report]:
        """The reports at these places."""

    def originals_of(self, report_ids: Iterable[str]) -> Mapping[str, str]:
        """Of those that are reprints the original."""

    def add_marked(self, marked: Marked) -> None:
        """Keep a further report."""

    def put_ties(self, ties: Iterable[Tied]) -> None:
        """Keep further ties."""

    def drop_ties(self, ties: Iterable[Tied]) -> None:
        """Forget ties."""


def placed(new: Iterable[Report], shelf: Shelf) -> dict[str, str | None]:
    """Add reports to the shelf, one after the other.

    Returns:
        The id of each report, new or known, that is now a reprint of another than before -> its original; None where it
        was a reprint and is none any more.
    """
    entries = _Entries(shelf)
    touched: set[Place] = set()
    for report in new:
        touched |= _add(entries.made(report), entries, shelf)
    return _regrouped(touched, entries, shelf)


class _Entries:
    """Reports as they are compared, each read and cut up once."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._known: dict[Place, Entry] = {}

    def made(self, report: Report) -> Entry:
        entry = Entry(report)
        return self._known.setdefault(entry.place, entry)

    def at(self, places: Iterable[Place]) -> list[Entry]:
        asked = list(places)
        missing = [place for place in asked if place not in self._known]
        if missing:
            for report in self._shelf.reports_at(missing).values():
                self.made(report)
        return [self._known[place] for place in asked]


def _add(entry: Entry, entries: _Entries, shelf: Shelf) -> set[Place]:
    """Keep a report and its ties; returns where ties came or went: a report of each component, and of each old one."""
    before = shelf.heads(entry.marks, HEADS)
    shelf.add_marked(Marked(card=entry.card, marks=entry.marks))
    longer = entries.at(likely(entry, before))
    ties = [Tied(copy=entry.place, of=o.place, share=share) for o in longer if (share := copied(entry, o))]
    first_of = [mark for mark in entry.marks if sum(other < entry.place for other in before.get(mark, ())) < HEADS]
    for shorter in _shorter(entry, first_of, entries, shelf):
        share = copied(shorter, entry)
        if share:
            ties.append(Tied(copy=shorter.place, of=entry.place, share=share))
    shelf.put_ties(ties)
    lost = _lost({before[mark][-1] for mark in first_of if len(before.get(mark, ())) == HEADS}, entries, shelf)
    shelf.drop_ties(lost)
    return {entry.place, *(tie.copy for tie in ties), *(place for tie in lost for place in (tie.copy, tie.of))}


def _shorter(entry: Entry, marks: Sequence[int], entries: _Entries, shelf: Shelf) -> list[Entry]:
    """The shorter reports that share enough marks, of those of which the entry is among the first, to be compared."""
    seen: Counter[Place] = Counter()
    same: set[Place] = set()
    for mark in marks:
        others = shelf.behind(mark, entry.place)
        if mark == entry.exact:
            same.update(others)
        else:
            seen.update(others)
    cards = shelf.cards_at(seen.keys() - same)
    found = {place for place, card in cards.items() if seen[place] >= shared_from(card, entry.place)}
    return entries.at(sorted(found | same))


def _lost(pushed: Iterable[Place], entries: _Entries, shelf: Shelf) -> list[Tied]:
    """The ties to reports that were pushed out of the heads of some marks, where too few marks are left to see them."""
    lost = []
    for place in sorted(pushed):
        ties = [tie for tie in shelf.ties([place]) if tie.of == place]
        if not ties:
            continue
        (longer,) = entries.at([place])
        heads = shelf.heads(longer.marks, HEADS)
        for tie, entry in zip(ties, entries.at(tie.copy for tie in ties), strict=True):
            if place not in likely(entry, {mark: heads.get(mark, []) for mark in entry.marks if mark in heads}):
                lost.append(tie)
    return lost


def _regrouped(touched: set[Place], entries: _Entries, shelf: Shelf) -> dict[str, str | None]:
    """Group the components of these reports anew, and say what differs from what is known."""
    ties: dict[tuple[Place, Place], Tied] = {}
    reached, new = set(touched), set(touched)
    while new:
        found = {(tie.copy, tie.of): tie for tie in shelf.ties(new)}
        ties |= found
        new = {place for pair in found for place in pair} - reached
        reached |= new
    cards = shelf.cards_at(reached)
    own: defaultdict[Place, dict[str, float]] = defaultdict(dict)
    for tie in ties.values():
        own[tie.copy][cards[tie.of].report_id] = tie.share
    ranks = {card.report_id: rank_of(card) for card in cards.values()}
    place_of = {card.report_id: card.place for card in cards.values()}
    before = shelf.originals_of(ranks)
    members: defaultdict[str, set[str]] = defaultdict(set)
    for copy, original in before.items():
        members[original] |= {copy, original}

    def are_akin(one: str, other: str) -> bool:
        return akin(*entries.at((place_of[one], place_of[other])))

    after: dict[str, str] = {}
    for group in grouped(Node(card=card, ties=own[card.place]) for card in cards.values()):
        known = next(((o, frozenset(members[o])) for o in sorted(members) if o in group), None)
        first = original_of(group, ranks, are_akin, known)
        after.update({name: first for name in group if name != first})
    return {name: after.get(name) for name in sorted({*before, *after}) if before.get(name) != after.get(name)}
