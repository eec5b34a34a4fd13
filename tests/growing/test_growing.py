"""A ledger to which reports and judgements come bit by bit holds, byte for byte, what deriving all at once gives."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from annals.growing import leave
from annals.growing.counted import counted_in, counting_in
from annals.ledger import Ledger
from annals.ledger import adding as taking_in
from annals.link import columns, regrouping
from annals.model.days import is_undated
from annals.model.derived import Derived
from annals.pipeline import Pipeline, dated, derive, trace
from annals.store import growth
from annals.store.engines import snapshot
from annals.store.kept.counts import CountedRow, stated_row
from annals.store.store import Basis, Store
from annals.store.tables import (
    copy_cards,
    copy_marks,
    copy_ties,
    counted_incidents,
    doubts,
    homes,
    mention_blocks,
    mention_names,
    mention_pairs,
    report_copies,
    stated_counts,
)
from tests.growing.worlds import World, worlds
from tests.small_world import LineReader

STAGES = Pipeline(load=LineReader, date=dated, derive=derive, trace=trace, worker=())
KEPT = (copy_cards, copy_marks, copy_ties, mention_blocks, mention_names, mention_pairs)


class Counting(Ledger):
    """Counts how often everything was derived anew."""

    anew = 0

    def _derived(self, basis: Basis) -> tuple[Derived, Callable[[Any], None] | None]:
        self.anew += 1
        return super()._derived(basis)


class Fresh:
    """A ledger's file that can be made empty at once, since opening many takes long."""

    def __init__(self, folder: Path, name: str) -> None:
        self.path = folder / name
        with Store.open(self.path), Store.open(self.path):
            pass
        self.empty = self.path.read_bytes()
        self.store = Store.open(self.path)

    def emptied(self) -> Store:
        self.store.close()
        for end in ("-wal", "-shm"):
            self.path.with_name(self.path.name + end).unlink(missing_ok=True)
        self.path.write_bytes(self.empty)
        return self.store


@pytest.fixture(scope="module")
def files() -> Iterator[tuple[Fresh, Fresh]]:
    memory = Path("/dev/shm")  # noqa: S108 - where there is such a place, nothing is written to a disk
    with TemporaryDirectory(prefix="annals", dir=memory if memory.is_dir() else None) as folder:
        yield Fresh(Path(folder), "a.db"), Fresh(Path(folder), "b.db")


def all_of(store: Store) -> dict[str, Any]:
    """What is derived and left behind, in a form that can be compared."""
    with snapshot(store._engine) as connection:
        found: dict[str, Any] = {
            table.name: sorted(tuple(row) for row in connection.execute(select(table))) for table in KEPT
        }
        found["homes"] = sorted(tuple(row) for row in connection.execute(select(homes)))
        found["copies"] = sorted(tuple(row) for row in connection.execute(select(report_copies)))
        found["doubts"] = sorted(connection.execute(select(doubts.c.pair)).scalars())
        rows = connection.execute(select(counted_incidents).order_by(counted_incidents.c.incident_id))
        found["counted"] = [
            counted_in(CountedRow(r.incident_id, r.country, (r.first, r.last), r.counted)) for r in rows
        ]
        counts = connection.execute(select(stated_counts).order_by(stated_counts.c.report_id, stated_counts.c.number))
        found["stated"] = [counting_in(stated_row(row)) for row in counts]
    return found | {"bodies": store.bodies()}


def is_as_if_derived_at_once(ledger: Ledger, other: Store) -> bool:
    store, basis = ledger._store, ledger._store.basis()
    traced = trace(basis.reports, basis.accounts, basis.judgements)
    expected = [msgspec.json.encode(incident) for incident in traced.derived.incidents]
    assert [msgspec.json.decode(body) for body in store.bodies()] == [msgspec.json.decode(body) for body in expected]
    assert store.bodies() == expected
    for report, account in zip(basis.reports, basis.accounts, strict=True):
        other.add_report(report, account, "test")
    for judgement in basis.judgements:
        other.judge(judgement)
    other.replace_incidents(traced.derived, other.basis().fingerprint, None, lambda left: leave(traced, left))
    told, anew = all_of(store), all_of(other)
    for name, rows in anew.items():
        assert told[name] == rows, name
    return True


@given(worlds(), st.randoms(), st.sampled_from([1, 2, 24]))
def test_bit_by_bit_gives_what_all_at_once_gives(
    files: tuple[Fresh, Fresh], world: World, random: Random, reach: int
) -> None:
    steps: list[Any] = [*world.tellings, *world.judgements]
    steps += random.sample(world.tellings, len(world.tellings) // 2)
    random.shuffle(steps)
    read: set[str] = set()
    ledger = Counting(files[0].emptied(), STAGES)
    ledger.refresh()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(growth, "_SHARE", 0)
        patch.setattr(taking_in, "_BATCH", random.randint(1, 3))
        patch.setattr(columns, "REACH", reach)
        patch.setattr(regrouping, "REACH", reach)
        store = ledger._store
        while steps:
            for _ in range(min(len(steps), random.randint(1, 3))):
                step = steps.pop()
                if step in world.judgements:
                    store.judge(step)
                else:
                    again = step.report.report_id in read
                    read.add(step.report.report_id)
                    store.add_report(step.report, step.readings[again], "test")
            ledger.refresh()
            assert not ledger.status().stale
        assert ledger.anew == 1 or any(is_undated(telling.report.published) for telling in world.tellings)
        assert is_as_if_derived_at_once(ledger, files[1].emptied())
