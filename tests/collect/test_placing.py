"""Reports that come one after the other, or in some batches, are grouped as they are all at once."""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annals.collect import copies, placing
from annals.collect.copies import originals
from annals.collect.likeness import Entry
from annals.collect.placing import placed
from annals.model import Report
from annals.model.traces import Card, Marked, Place, Tied
from tests.collect.test_copies import OTHER, STATEMENT, WIRE, make


class Dicts:
    """A shelf in memory."""

    def __init__(self) -> None:
        self.marks: dict[int, set[Place]] = defaultdict(set)
        self.cards: dict[Place, Card] = {}
        self.tied: dict[tuple[Place, Place], Tied] = {}
        self.reports: dict[Place, Report] = {}
        self.originals: dict[str, str] = {}

    def heads(self, marks: Iterable[int], most: int) -> dict[int, list[Place]]:
        return {mark: sorted(self.marks[mark])[:most] for mark in marks if mark in self.marks}

    def behind(self, mark: int, place: Place) -> list[Place]:
        return sorted(other for other in self.marks.get(mark, ()) if other > place)

    def ties(self, places: Iterable[Place]) -> list[Tied]:
        asked = set(places)
        return [tie for tie in self.tied.values() if tie.copy in asked or tie.of in asked]

    def cards_at(self, places: Iterable[Place]) -> dict[Place, Card]:
        return {place: self.cards[place] for place in places}

    def reports_at(self, places: Iterable[Place]) -> dict[Place, Report]:
        return {place: self.reports[place] for place in places}

    def originals_of(self, report_ids: Iterable[str]) -> dict[str, str]:
        return {name: self.originals[name] for name in report_ids if name in self.originals}

    def add_marked(self, marked: Marked) -> None:
        self.cards[marked.card.place] = marked.card
        for mark in marked.marks:
            self.marks[mark].add(marked.card.place)

    def put_ties(self, ties: Iterable[Tied]) -> None:
        self.tied |= {(tie.copy, tie.of): tie for tie in ties}

    def drop_ties(self, ties: Iterable[Tied]) -> None:
        for tie in ties:
            del self.tied[tie.copy, tie.of]

    def place(self, reports: Iterable[Report]) -> Mapping[str, str | None]:
        some = list(reports)
        self.reports |= {Entry(report).place: report for report in some}
        found = placed(some, self)
        for name, original in found.items():
            if original is None:
                del self.originals[name]
            else:
                self.originals[name] = original
        return found


def batches(reports: list[Report], seed: int) -> Iterable[list[Report]]:
    drawn = random.Random(seed)
    shuffled = drawn.sample(reports, len(reports))
    while shuffled:
        size = drawn.randint(1, 3)
        yield shuffled[:size]
        shuffled = shuffled[size:]


paragraphs = st.lists(st.sampled_from([*WIRE, *OTHER, STATEMENT, "Read more."]), min_size=1, max_size=7)
published = st.sampled_from([None, "2021-03", "2021-03-05", "2021-03-06T09:00", "2021-03-06T09:00:00+05:00"])


@given(
    chosen=st.lists(st.tuples(paragraphs, published), max_size=12), seed=st.integers(0, 1000), heads=st.integers(1, 3)
)
@settings(deadline=None)
def test_bit_by_bit_gives_what_all_at_once_gives(
    chosen: list[tuple[list[str], str | None]], seed: int, heads: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        for module in (copies, placing):
            patch.setattr(module, "HEADS", heads)
        reports = [make(*words, published=when, publisher=str(n)) for n, (words, when) in enumerate(chosen)]
        shelf = Dicts()
        for batch in batches(reports, seed):
            shelf.place(batch)
        assert shelf.originals == originals(reports)


def test_a_story_that_many_reprint_takes_its_reprints_one_by_one() -> None:
    reports = [make(*WIRE, f"Printed by the example number {n}.", publisher=str(n)) for n in range(60)]
    shelf = Dicts()
    for batch in batches(reports, 7):
        shelf.place(batch)
    assert shelf.originals == originals(reports)
    assert len(shelf.originals) == 59


def test_a_report_that_shares_nothing_changes_nothing() -> None:
    shelf = Dicts()
    shelf.place([make(*WIRE), make(*WIRE, publisher="B")])
    assert shelf.place([make(*OTHER, publisher="C")]) == {}
