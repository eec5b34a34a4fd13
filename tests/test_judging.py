from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.errors import LedgerError, NotFoundError, UsageError
from annals.judging import MOST_BY, MOST_REASON
from annals.ledger import Ledger
from annals.model import Judgement
from tests.cases import cases
from tests.small_world import report

TEXTS = tuple(
    report(f"A rocket hit the market of {town}, Iraq, on {day} May 2021, killing {killed} people, police said.{more}")
    for town, day, killed, more in (
        ("Mosul", 3, "four", ""),
        ("Mosul", 3, "four", " The market was closed."),
        ("Basra", 9, "nine", ""),
        ("Kirkuk", 15, "two", ""),
        ("Ramadi", 21, "five", ""),
    )
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of four incidents, the first told twice."""
    path = tmp_path_factory.mktemp("judging") / "told.db"
    with Ledger.open(path, jobs=1) as ledger:
        ledger.add(TEXTS)
        assert len(ledger.incidents()) == 4
    return path


def copy_of(path: Path, folder: Path) -> Ledger:
    copied = folder / f"{len(list(folder.iterdir()))}.db"
    copied.write_bytes(path.read_bytes())
    return Ledger.open(copied, create=False, jobs=1)


def parts(ledger: Ledger) -> list[set[str]]:
    """The incidents as sets of their reports."""
    return [{told.report_id for told in incident.reports} for incident in ledger.incidents()]


def test_who_joins_two_incidents_joins_all_their_tellings(told: Path, tmp_path: Path) -> None:
    with copy_of(told, tmp_path) as ledger:
        first, second, *_ = ledger.incidents()
        assert first.aliases
        made = ledger.same(first.incident_id, second.incident_id, by="ana", reason="one day's work")
        joined = ledger.incident(made.incident_id or "")
        assert {r.report_id for r in joined.reports} == {r.report_id for r in (*first.reports, *second.reports)}
        assert joined.review.status == "reviewed"
        assert ledger.incident(second.incident_id) == joined, "the old id leads on"


@given(
    st.lists(
        st.tuples(st.sampled_from(["same", "different", "unsure"]), st.integers(0, 3), st.integers(0, 3)), max_size=4
    )
)
@cases(12)
def test_undoing_every_decision_gives_back_what_was(
    told: Path, tmp_path_factory: pytest.TempPathFactory, decisions: list[tuple[str, int, int]]
) -> None:
    with copy_of(told, tmp_path_factory.mktemp("undo")) as ledger:
        before = parts(ledger)
        ids = [incident.incident_id for incident in ledger.incidents()]
        made = [
            getattr(ledger, kind)(ids[a], ids[b], by="ana", reason="a try").judgement.judgement_id
            for kind, a, b in decisions
            if a != b
        ]
        for name in reversed(made):
            ledger.undo(name, by="ana", reason="back")
        assert parts(ledger) == before
        assert len(ledger.browse.log().entries) == 2 * len(made), "nothing is erased"
        ledger.add(TEXTS[:1])
        assert parts(ledger) == before


def test_the_later_decision_wins_and_an_undo_can_be_undone(told: Path, tmp_path: Path) -> None:
    with copy_of(told, tmp_path) as ledger:
        first, second, *_ = (incident.incident_id for incident in ledger.incidents())
        same = ledger.same(first, second, by="ana", reason="one").judgement
        ledger.different(first, second, by="bo", reason="two")
        assert len(ledger.incidents()) == 4
        third = ledger.same(first, second, by="ana", reason="one after all").judgement
        assert len(ledger.incidents()) == 3
        undo = ledger.undo(third.judgement_id, by="bo", reason="no").judgement
        assert len(ledger.incidents()) == 4
        ledger.undo(undo.judgement_id, by="ana", reason="yes")
        assert len(ledger.incidents()) == 3
        entries = {entry.judgement.judgement_id: entry for entry in ledger.browse.log().entries}
        assert entries[third.judgement_id].stands
        assert not entries[undo.judgement_id].stands
        assert entries[same.judgement_id].stands
        assert all(entry.applied for entry in entries.values())


def test_a_telling_is_parted_and_joined_again(told: Path, tmp_path: Path) -> None:
    with copy_of(told, tmp_path) as ledger:
        first = ledger.incidents()[0]
        ledger.different(first.incident_id, first.aliases[0], by="ana", reason="two rockets")
        assert len(ledger.incidents()) == 5
        assert ledger.incident(first.aliases[0]).incident_id == first.aliases[0]
        ledger.same(first.incident_id, first.aliases[0], by="ana", reason="one rocket")
        assert len(ledger.incidents()) == 4


def test_a_decision_that_waits_is_known_to_be_waiting(told: Path, tmp_path: Path) -> None:
    with copy_of(told, tmp_path) as ledger:
        first, second, *_ = ledger.incidents()
        made = ledger.same(first.incident_id, second.incident_id, by="ana", reason="one", derive=False)
        assert not made.derived
        assert ledger.browse.summary().stale
        (entry,) = ledger.browse.log().entries
        assert (entry.applied, entry.stands) == (False, True)
        assert len(ledger.incidents()) == 4
        assert ledger.refresh() > 0
        assert len(ledger.incidents()) == 3
        assert not ledger.browse.summary().stale
        assert ledger.browse.summary().derive_seconds is not None


def test_a_decision_is_always_later_than_those_before_it(told: Path, tmp_path: Path) -> None:
    """As where another machine's clock runs ahead, or two decisions fall into one moment."""
    ahead = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    with copy_of(told, tmp_path) as ledger:
        first, second, *_ = (incident.incident_id for incident in ledger.incidents())
        made = ledger.same(first, second, by="ana", reason="one", derive=False).judgement
        ledger.judge(msgspec.structs.replace(made, judgement_id="jahead", at=ahead))
        undone = ledger.undo("jahead", by="ana", reason="no").judgement
        assert undone.at > ahead
        assert "jahead" not in [e.judgement.judgement_id for e in ledger.browse.log().entries if e.stands]


def test_an_overridden_field_awaits_no_review(told: Path, tmp_path: Path) -> None:
    with copy_of(told, tmp_path) as ledger:
        first = ledger.incidents()[0].incident_id
        for value, shown in ((7, (7, 7, 7)), ({"low": 1, "best": 2, "high": None}, (1, 2, None))):
            ledger.override(first, "killed", value, by="ana", reason="a list")
            killed = ledger.incident(first).killed
            assert (killed.low, killed.best, killed.high) == shown
        ledger.withdraw(first, by="ana", reason="a drill")
        assert ledger.incident(first).review.status == "withdrawn"
        assert len(ledger.browse.log(first).entries) == 3


@pytest.mark.parametrize(
    ("by", "reason", "says"),
    [
        ("", "why", "by: it is empty"),
        ("ana", " \n", "reason: it is empty"),
        ("a" * (MOST_BY + 1), "why", "by: 201 characters are too many"),
        ("ana", "w" * (MOST_REASON + 1), "reason: 2001 characters"),
        ("ana", "\ud800", "half of a Unicode character"),
    ],
)
def test_who_and_why_must_be_said(told: Path, tmp_path: Path, by: str, reason: str, says: str) -> None:
    with copy_of(told, tmp_path) as ledger:
        first, second, *_ = (incident.incident_id for incident in ledger.incidents())
        with pytest.raises(UsageError, match=says):
            ledger.same(first, second, by=by, reason=reason)
        assert ledger.browse.log().total == 0


def test_what_is_not_there_cannot_be_decided_on(told: Path, tmp_path: Path) -> None:
    with copy_of(told, tmp_path) as ledger:
        first = ledger.incidents()[0].incident_id
        with pytest.raises(NotFoundError, match="There is no incident 'i000'"):
            ledger.same(first, "i000", by="ana", reason="one")
        with pytest.raises(NotFoundError, match="There is no judgement 'j000'"):
            ledger.undo("j000", by="ana", reason="back")
        with pytest.raises(UsageError, match="are the same telling"):
            ledger.same(first, first, by="ana", reason="one")
        made = ledger.withdraw(first, by="ana", reason="a drill").judgement
        ledger.undo(made.judgement_id[:7], by="ana", reason="no drill")
        with pytest.raises(UsageError, match="is undone already"):
            ledger.undo(made.judgement_id, by="ana", reason="again")


NEW = report("A rocket hit the market of Mosul, Iraq, on 3 May 2021, killing six people, a hospital clerk said.")


def test_a_decision_says_what_came_since(told: Path, tmp_path: Path) -> None:
    with copy_of(told, tmp_path) as ledger:
        first, second, *_ = (incident.incident_id for incident in ledger.incidents())
        toll = ledger.override(first, "killed", 4, by="ana", reason="the list").judgement
        parted = ledger.different(first, second, by="ana", reason="two towns").judgement
        place = ledger.override(second, "place", {"name": "Basra", "precision": "town"}, by="bo", reason="so").judgement
        assert all(entry.changed == 0 for entry in ledger.browse.log().entries), "nothing came since"
        assert ledger.browse.queue("decision").items == ()
        ledger.add([NEW])
        assert len(ledger.incidents()) == 4, "the new report tells the first incident"
        entries = {entry.judgement.judgement_id: entry for entry in ledger.browse.log().entries}
        assert entries[toll.judgement_id].changed == 1, "the other claims are not of that field"
        (new,) = entries[toll.judgement_id].new
        assert (new.field, new.report_id, new.incident_id) == (
            "killed",
            NEW.report_id,
            ledger.incident(first).incident_id,
        )
        assert entries[parted.judgement_id].changed > 1, "every claim of both sides counts"
        assert entries[place.judgement_id].changed == 0
        waiting = ledger.browse.queue("decision", size=9)
        assert {item.item_id for item in waiting.items} == {toll.judgement_id, parted.judgement_id}
        assert waiting.totals["decision"] == 2
        again = ledger.confirm(toll.judgement_id, by="bo", reason="six is a slip").judgement
        assert (again.subject, again.field, again.value) == (toll.subject, toll.field, toll.value)
        assert [item.item_id for item in ledger.browse.queue("decision", size=9).items] == [parted.judgement_id]
        ledger.undo(parted.judgement_id, by="bo", reason="one", derive=False)
        assert ledger.browse.queue("decision").items == (), "who took it back is not asked again"


def test_a_decision_does_not_change_by_being_made(told: Path, tmp_path: Path) -> None:
    with copy_of(told, tmp_path) as ledger:
        first, second, third, fourth = (incident.incident_id for incident in ledger.incidents())
        joined = ledger.same(first, second, by="ana", reason="one")
        both = ledger.incident(joined.incident_id or "")
        made = [
            joined.judgement,
            ledger.different(both.incident_id, both.aliases[0], by="ana", reason="two").judgement,
            ledger.unsure(third, fourth, by="ana", reason="who knows").judgement,
        ]
        assert all(judgement.seen for judgement in made)
        assert not any(entry.changed for entry in ledger.browse.log().entries)


def test_two_persons_contradict_each_other_and_both_stand(told: Path, tmp_path: Path) -> None:
    with copy_of(told, tmp_path) as ledger:
        first, second, third, *_ = (incident.incident_id for incident in ledger.incidents())
        same = ledger.same(first, second, by="ana", reason="one").judgement.judgement_id
        ours = ledger.browse.log().entries[0].judgement
        parted = ledger.different(ours.subject, ours.other or "", by="bo", reason="two").judgement.judgement_id
        low = ledger.override(third, "killed", 3, by="ana", reason="a list").judgement.judgement_id
        ledger.override(third, "killed", {"low": 3, "best": 3, "high": 3}, by="cy", reason="the same list")
        high = ledger.override(third, "killed", 5, by="bo", reason="another list").judgement.judgement_id
        entries = {entry.judgement.judgement_id: entry for entry in ledger.browse.log().entries}
        assert entries[same].stands
        assert (entries[same].overruled_by, entries[parted].overrules) == ((parted,), (same,))
        assert (entries[low].overruled_by, len(entries[high].overrules)) == ((high,), 2)
        assert ledger.incident(third).killed.best == 5
        assert same in {item.item_id for item in ledger.browse.queue("decision", size=9).items}
        around = ledger.browse.around(third)
        assert any(entry.overruled_by for entry in around.history), "the page of the incident has it"
        ledger.undo(high, by="bo", reason="ana was right")
        assert ledger.incident(third).killed.best == 3
        assert [item.item_id for item in ledger.browse.queue("decision", size=9).items] == [same]


def test_who_changes_his_mind_is_not_asked_about_it(told: Path, tmp_path: Path) -> None:
    with copy_of(told, tmp_path) as ledger:
        first = ledger.incidents()[0].incident_id
        for value in (3, 5):
            ledger.override(first, "killed", value, by="ana", reason="a list")
        assert ledger.browse.queue("decision").items == ()
        assert [bool(entry.overruled_by) for entry in ledger.browse.log().entries] == [False, True]


def test_a_judgement_of_another_tool_is_taken_too(told: Path, tmp_path: Path) -> None:
    with copy_of(told, tmp_path) as ledger:
        odd = Judgement(
            judgement_id="jodd", kind="same", subject="m0", other="m1", by="x", at="some time ago", reason="imported"
        )
        ledger.judge(odd)
        (entry,) = ledger.browse.log().entries
        assert (entry.subject, entry.other) == (None, None)
        with pytest.raises(LedgerError):
            ledger.judge(msgspec.structs.replace(odd, reason="another"))


CLAIMED = tuple(
    report(
        f"A rocket hit the market of {town}, Iraq, on {day} May 2021, killing {killed} people, police said. "
        f"{name} claimed responsibility for the attack."
    )
    for town, day, killed, name in (
        ("Mosul", 3, "four", "The Ninth Star Brigade"),
        ("Basra", 9, "nine", "The Brigade of the Ninth Star"),
    )
)


def claimants(ledger: Ledger) -> list[tuple[str | None, str | None]]:
    return [(a.actor_id, a.name) for i in ledger.incidents() for a in i.actors if a.status == "claimed"]


def test_a_name_means_an_actor_in_reports_that_are_there_and_that_come(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "named.db", jobs=1) as ledger:
        ledger.add(CLAIMED[:1])
        before = claimants(ledger)
        assert before == [(None, "Ninth Star Brigade")]
        made = ledger.alias("Ninth Star Brigade", "Kataeb Hezbollah", by="ana", reason="its own statement")
        assert claimants(ledger) == [("kataib-hezbollah", "Kataib Hezbollah")]
        assert not [item for item in ledger.browse.queue("name").items if item.name]
        other = ledger.alias("Brigade of the Ninth Star", "Ninth Star Brigade", by="ana", reason="a translation")
        ledger.add(CLAIMED[1:])
        assert claimants(ledger) == [("kataib-hezbollah", "Kataib Hezbollah")] * 2
        assert ledger.verify().holds
        ledger.undo(made.judgement.judgement_id, by="bo", reason="not theirs")
        ledger.undo(other.judgement.judgement_id, by="bo", reason="not sure")
        assert claimants(ledger) == [*before, (None, "Brigade of the Ninth Star")]
        assert ledger.browse.log().total == 4
        with pytest.raises(NotFoundError, match="Hezbollah"):
            ledger.alias("Star", "Hezbolla Kataibi", by="ana", reason="x")
        with pytest.raises(UsageError, match="already"):
            ledger.alias("Ninth Star Brigade", "Ninth Star Brigade", by="ana", reason="x")
