"""Two reports' counts from their words to the list: read, counted, checked against each other, whatever the order."""

import json
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from annals.cli import app
from annals.errors import NotFoundError, UsageError
from annals.ledger import Ledger
from annals.model.checked import CheckedTally

EARLIER = {
    "id": "earlier",
    "title": "Mortars hit peacekeepers' camp in Kidal",
    "published": "2015-03-09",
    "text": "Mortar shells hit a camp of UN peacekeepers in Kidal, Mali, on Monday, wounding two soldiers, the mission "
    "said.\n\nThere have been seven mortar attacks on camps in Mali in the last four weeks, a spokesman said.",
}
LATER = {
    "id": "later",
    "title": "Mortars strike camp at Tessalit",
    "published": "2015-03-12",
    "text": "Attackers fired mortars at a camp in Tessalit, Mali, on Thursday, killing one peacekeeper, the mission "
    "said.\n\nThe attack was the eighth of its kind since early February, it said.",
}
LOWER = {
    "id": "lower",
    "title": "Camp shelled at Gao",
    "published": "2015-03-14",
    "text": "Mortar shells fell on a camp at Gao in Mali on Saturday. Nobody was hurt.\n\nIt was one of five mortar "
    "attacks on camps in Mali since early February, the mission said.",
}


def listed(path: Path, *given: dict[str, str]) -> list[CheckedTally]:
    """The stated counts of a ledger of these reports, added one by one."""
    with Ledger.open(path, reader="rules", jobs=1) as ledger:
        for report in given:
            ledger.add([report])
        return list(ledger.tallies().rows)


def of(rows: list[CheckedTally], words: str) -> CheckedTally:
    return next(row for row in rows if row.tally.words == words)


def test_seven_by_the_9th_and_eight_by_the_12th_are_consistent(tmp_path: Path) -> None:
    rows = listed(tmp_path / "a.db", EARLIER, LATER)
    assert [row.tally.words for row in rows] == ["eighth", "seven"]
    for row in rows:
        scope = row.tally.scope
        assert (scope.place, scope.weapons) == ("ML", ("mortar",))
        assert row.tally.verdict == "ledger_has_fewer"
        (other,) = row.against
        assert (other.verdict, other.between, other.counted_between) == ("consistent", {"low": 1, "high": 1}, 1)
    seven = of(rows, "seven").tally
    assert (seven.scope.window.start, seven.scope.window.end) == ("2015-02-09", "2015-03-09")
    assert (seven.counted, seven.missing) == (1, 6)
    assert of(rows, "eighth").tally.scope.implied == ("kind",) or "kind" in of(rows, "eighth").tally.scope.implied


def test_fewer_later_contradicts_only_what_surely_counts_the_same(tmp_path: Path) -> None:
    rows = listed(tmp_path / "a.db", EARLIER, LATER, LOWER)
    five = {other.words: other.verdict for other in of(rows, "five").against}
    assert five == {"seven": "contradicts", "eighth": "cannot_tell"}


def test_the_order_and_the_steps_change_nothing(tmp_path: Path) -> None:
    told = {
        json.dumps([_plain(row) for row in listed(tmp_path / f"{number}.db", *given)])
        for number, given in enumerate(permutations((EARLIER, LATER, LOWER)))
    }
    with Ledger.open(tmp_path / "once.db", reader="rules", jobs=1) as ledger:
        ledger.add([EARLIER, LATER, LOWER])
        told.add(json.dumps([_plain(row) for row in ledger.tallies().rows]))
    assert len(told) == 1


def _plain(row: CheckedTally) -> Any:
    import msgspec  # noqa: PLC0415

    return msgspec.to_builtins(row)


def test_a_reprint_is_no_second_count(tmp_path: Path) -> None:
    reprint = EARLIER | {"id": "reprint", "publisher": "The Marlow Standard"}
    rows = listed(tmp_path / "a.db", EARLIER, reprint)
    assert len(rows) == 2
    assert all(row.against == () for row in rows)


def test_those_of_one_incident_report_or_verdict(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "a.db", reader="rules", jobs=1) as ledger:
        ledger.add([EARLIER, LATER])
        rows = ledger.tallies().rows
        report = of(list(rows), "seven").tally.report_id
        assert [row.tally.words for row in ledger.tallies(report).rows] == ["seven"]
        incident = of(list(rows), "seven").tally.incidents[0]
        assert {row.tally.words for row in ledger.tallies(incident).rows} == {"seven", "eighth"}
        assert ledger.tallies(verdict="agrees").rows == ()
        page = ledger.tallies(size=1)
        assert page.total == 2
        assert page.next is not None
        assert ledger.tallies(size=1, cursor=page.next).rows == rows[1:]
        with pytest.raises(UsageError, match="no 'true'; give one of: agrees"):
            ledger.tallies(verdict="true")
        with pytest.raises(NotFoundError, match="There is no incident"):
            ledger.tallies("i0000000000000000")


def test_the_command_lists_them_and_says_what_to_do_where_there_are_none(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    listed(path, EARLIER, LATER)
    run = CliRunner().invoke(app, ["tallies", "--ledger", str(path)])
    assert run.exit_code == 0
    said = " ".join(run.stdout.split())
    assert "eighth of its kind since early February the ledger has fewer" in said
    assert "There have been «seven mortar attacks on camps in Mali in the last four weeks»" in said
    assert "at least 6 unreported here" in said
    assert "2 stated counts" in run.stderr
    told = json.loads(CliRunner().invoke(app, ["tallies", "--json", "--ledger", str(path)]).stdout)
    assert (told["count"], told["verdicts"]["ledger_has_fewer"], len(told["tallies"])) == (2, 2, 2)
    with Ledger.open(tmp_path / "empty.db"):
        pass
    empty = CliRunner().invoke(app, ["tallies", "--ledger", str(tmp_path / "empty.db")])
    assert "No reports yet: run `annals build reports/ --ledger" in " ".join(empty.stderr.split())


def test_no_count_reaches_beyond_the_day_of_its_report(tmp_path: Path) -> None:
    told = EARLIER | {"text": EARLIER["text"].replace("in the last four weeks", "so far in 2015")}
    (row,) = listed(tmp_path / "a.db", told)
    window = row.tally.scope.window
    assert (window.start, window.end) == ("2015-01-01", "2015-03-09")
