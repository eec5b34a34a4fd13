from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import delete

from annals.errors import LedgerError, NotFoundError, UsageError
from annals.ledger import Ledger
from annals.model import Account
from annals.store.engines import writing
from annals.store.store import Store
from annals.store.tables import changes
from tests.small_world import LineReader, lines, report

FOUR = report("Bomb in Zorn on 2021-05-03 killed 4.")
FIVE = report("Again. Bomb in Zorn on 2021-05-03 killed 5.")
LATER = report("Bomb in Velmar on 2021-06-01 killed 0.")


def opened(path: Path) -> Ledger:
    return Ledger(Store.open(path), lines(worker=""), jobs=1)


def kinds(ledger: Ledger, since: str | int | None = None) -> list[str]:
    return [change.kind for change in ledger.changes(since).rows]


def test_each_derivation_adds_what_it_changed(tmp_path: Path) -> None:
    with opened(tmp_path / "a.db") as ledger:
        assert ledger.changes().rows == ()
        ledger.add([FOUR, LATER])
        ledger.add([FOUR])
        assert kinds(ledger) == ["created", "created"], "nothing new came in the second time"
        known = ledger.changes().next
        ledger.add([FIVE])
        (change,) = ledger.changes(known).rows
        assert change.kind in {"updated", "renamed"}, "the smaller of the two ids names it"
        assert change.number == known + 1
        assert {"killed", "reports"} <= set(change.fields)
        assert ledger.changes(ledger.changes(known).next).rows == ()


def test_a_page_ends_where_the_next_begins(tmp_path: Path) -> None:
    with opened(tmp_path / "a.db") as ledger:
        ledger.add([report(f"Bomb in Town{n} on 2021-05-03 killed {n}.") for n in range(7)])
        page = ledger.changes(0, size=3)
        read = [*page.rows]
        while page.more:
            page = ledger.changes(page.next, size=3)
            read += page.rows
        assert [change.number for change in read] == list(range(1, 8))
        latest = ledger.changes(size=3)
        assert [change.number for change in latest.rows] == [5, 6, 7]
        assert latest.earlier == 5
        earlier = ledger.browse.changes(before=latest.earlier, size=3)
        assert [change.number for change in earlier.rows] == [2, 3, 4]


def test_the_feed_is_asked_by_moment_too(tmp_path: Path) -> None:
    with opened(tmp_path / "a.db") as ledger:
        ledger.add([FOUR])
        (change,) = ledger.changes().rows
        assert ledger.changes(change.at).rows == (change,), "at or after"
        assert ledger.changes(str(datetime.now(UTC).date())).rows == (change,)
        assert ledger.changes("2999-01-01T00:00:00+02:00").rows == ()
        with pytest.raises(UsageError, match="last week"):
            ledger.changes("last week")


def test_the_feed_of_one_incident_names_it_on_either_side(tmp_path: Path) -> None:
    with opened(tmp_path / "a.db") as ledger:
        ledger.add([FOUR, LATER])
        ledger.add([FIVE])
        (incident,) = (i for i in ledger.incidents() if i.place.name == "Zorn")
        found = ledger.browse.changes(incident_id=incident.incident_id).rows
        assert found
        assert all(incident.incident_id in (c.incident_id, *c.became, *c.of) for c in found)
        assert len(found) < ledger.changes().latest


def test_an_incident_that_was_split_leaves_a_tombstone_that_names_its_parts(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    texts = [report(f"{n}. Bomb in Zorn on 2021-05-03 killed {n}.") for n in range(3)]
    first, moved, stays = sorted(texts, key=lambda one: LineReader().read(one).mentions[0].mention_id)
    with opened(path) as ledger:
        ledger.add(texts)
        (one,) = ledger.incidents()
    (mention,) = LineReader().read(moved).mentions
    _, *claims = mention.claims
    (elsewhere,) = LineReader().read(report("Bomb in Kesh on 2021-05-03 killed 1.")).mentions
    mention = msgspec.structs.replace(mention, claims=(elsewhere.claims[0], *claims))
    with Store.open(path) as store:
        store.add_report(first, Account(report_id=first.report_id, reader="2"), "2")
        store.add_report(moved, Account(report_id=moved.report_id, reader="2", mentions=(mention,)), "2")
    with opened(path) as ledger:
        ledger.refresh()
        parts = sorted(incident.incident_id for incident in ledger.incidents())
        assert len(parts) == 2
        assert one.incident_id not in parts
        (split,) = (change for change in ledger.changes().rows if change.kind == "split")
        assert (split.incident_id, split.became) == (one.incident_id, tuple(parts))
        with pytest.raises(NotFoundError, match=f"split into {parts[0]} and {parts[1]}"):
            ledger.incident(one.incident_id)
        gone = ledger.browse.find(one.incident_id).gone
        assert gone is not None
        assert gone.became == tuple(parts)
    with Store.open(path) as store:
        store.add_report(stays, Account(report_id=stays.report_id, reader="2"), "2")
    with opened(path) as ledger:
        ledger.refresh()
        (left,) = ledger.incidents()
        assert ledger.incident(one.incident_id) == left, "of its parts only one is left"


def test_the_feed_is_only_added_to(tmp_path: Path) -> None:
    with opened(tmp_path / "a.db") as ledger:
        ledger.add([FOUR])
        with pytest.raises(LedgerError, match="only ever added to"), writing(ledger._store._engine) as connection:
            connection.execute(delete(changes))
        assert kinds(ledger) == ["created"]
        with pytest.raises(NotFoundError):
            ledger.incident("i0000000000000000")
