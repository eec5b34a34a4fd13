import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annals.errors import AnnalsError, LedgerError, NotFoundError, UsageError
from annals.ledger import Filter, Ledger
from annals.model import Judgement, Refusal, Report
from annals.model.derived import Derived
from annals.pipeline import SERIAL, Pipeline
from annals.store.store import Store
from tests.cases import cases
from tests.small_world import derive, lines, plain, report, some_reports

FOUR = report(
    "Zorn\nBomb in Zorn on 2021-05-03 killed 4.", given_id="A1", origin="a.jsonl:1", url="https://example.org/1"
)
FIVE = report("Bomb in Zorn on 2021-05-03 killed 5.", given_id="A2", origin="a.jsonl:2")
LATER = report("Bomb in Velmar on 2021-06-01 killed 0.", given_id="A3", origin="b.txt")


def opened(path: Path, stages: Pipeline | None = None, *, jobs: int = 1) -> Ledger:
    return Ledger(Store.open(path), stages or lines(), jobs=jobs)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.db"


def test_reports_in_incidents_out(path: Path) -> None:
    with opened(path) as ledger:
        summary = ledger.add([LATER, FOUR, FIVE])
        assert (summary.read, summary.already_there, summary.refused, summary.incidents) == (3, 0, 0, 2)
        first, second = ledger.incidents()
        assert (first.date.start, first.killed.low, first.killed.high) == ("2021-05-03", 4, 5)
        assert second.place.name == "Velmar"
        assert ledger.incidents(Filter(min_reports=2)) == [first]
        assert ledger.reports() == sorted([FOUR, FIVE, LATER], key=lambda one: one.report_id)
        assert ledger.account(FOUR.report_id).mentions[0].trigger.exact == "Bomb"
    with Ledger.open(path, create=False) as ledger:
        assert ledger.incidents() == [first, second]


def test_the_same_report_twice_is_one(path: Path) -> None:
    again = msgspec.structs.replace(FOUR, given_id="B9", origin="copy.txt")
    with opened(path) as ledger:
        summary = ledger.add([FOUR, again, FIVE, FOUR])
        assert (summary.read, summary.already_there) == (2, 2)
        summary = ledger.add([again, LATER])
        assert (summary.read, summary.already_there) == (1, 1)
        assert len(ledger.reports()) == 3
        assert ledger.report("B9") == ledger.report("A1") == FOUR


def test_refusals_are_counted_and_kept_and_the_rest_goes_on(path: Path) -> None:
    refusal = Refusal(origin="a.jsonl:7", field="text", reason="There is no text.")
    odd_name = Refusal(origin="caf\udce9.txt", reason="It is empty.")
    with opened(path) as ledger:
        summary = ledger.add([refusal, odd_name, FOUR, report("unreadable", origin="c.txt"), FIVE])
        assert (summary.read, summary.refused) == (2, 3)
        assert summary.refusals[0] == refusal
        assert summary.refusals[1].origin == r"caf\udce9.txt"
        assert summary.refusals[2].origin == "c.txt"
        assert ledger.status().refusals == summary.refusals
        note = ledger.account(ledger.report("c.txt").report_id).note
        assert note is not None
        assert "a line that no one can read" in note
        assert ledger.verify().holds
        assert ledger.add([]).refused == 0


def test_half_a_character_is_refused_and_the_rest_goes_on(path: Path) -> None:
    broken = msgspec.structs.replace(FOUR, text="half \ud800", origin="d.jsonl:3")
    with opened(path) as ledger:
        summary = ledger.add([broken, FIVE])
        assert (summary.read, summary.refused) == (1, 1)
        assert summary.refusals[0].origin == "d.jsonl:3"
        assert "half of a Unicode character" in summary.refusals[0].reason


def test_progress_counts_every_input_once(path: Path) -> None:
    told: list[tuple[int, str]] = []
    with opened(path) as ledger:
        ledger.add([FOUR], progress=lambda done, origin: told.append((done, origin)))
        ledger.add(
            [FOUR, Refusal(origin="x", reason="No."), FIVE, FIVE, report("unreadable", origin="u")],
            progress=lambda done, origin: told.append((done, origin)),
        )
    assert told[0] == (1, "a.jsonl:1")
    assert [done for done, _ in told[1:]] == [1, 2, 3, 4, 5]
    assert sorted(origin for _, origin in told[1:]) == ["a.jsonl:1", "a.jsonl:2", "a.jsonl:2", "u", "x"]


def test_another_reader_reads_all_reports_again(path: Path) -> None:
    with opened(path) as ledger:
        ledger.add([FOUR, FIVE])
    with opened(path, lines("lines 2")) as ledger:
        summary = ledger.add([FOUR, LATER])
        assert (summary.read, summary.read_again, summary.already_there) == (1, 2, 0)
        assert {ledger.account(one.report_id).reader for one in ledger.reports()} == {"lines 2"}
        assert not ledger.status().stale


def test_many_reports_are_read_by_several_processes_to_the_same_end(path: Path, tmp_path: Path) -> None:
    reports = some_reports(SERIAL + 40)
    with opened(path, jobs=2) as ledger, opened(tmp_path / "b.db", jobs=1) as other:
        assert ledger.add(reports) == other.add(reports)
        assert plain(ledger.incidents()) == plain(other.incidents())


def test_a_process_that_dies_keeps_what_was_read_and_a_rerun_does_the_rest(path: Path) -> None:
    reports = [*some_reports(SERIAL + 20), report("deadly")]
    with opened(path, lines(worker="die"), jobs=2) as ledger:
        with pytest.raises(AnnalsError, match="--jobs 1"):
            ledger.add(reports)
        kept = len(ledger.reports())
        assert kept >= SERIAL
        assert ledger.status().stale
    with opened(path, lines(worker="die"), jobs=1) as ledger:
        summary = ledger.add(reports)
        assert (summary.already_there, summary.read) == (kept, len(reports) - kept)
        assert not ledger.status().stale


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_interrupted_run_keeps_what_was_read_and_a_rerun_does_the_rest(path: Path, jobs: int) -> None:
    reports = some_reports(SERIAL + 40)

    def interrupt(done: int, _: str) -> None:
        if done == 31:
            raise KeyboardInterrupt

    with opened(path, jobs=jobs) as ledger:
        with pytest.raises(KeyboardInterrupt):
            ledger.add(reports, progress=interrupt)
        assert len(ledger.reports()) == 31
        assert ledger.status().stale
        summary = ledger.add(reports)
        assert (summary.already_there, summary.read) == (31, len(reports) - 31)


words = st.sampled_from(["Zorn", "Velmar", "Kesh"])
line = st.builds("Bomb in {} on 2021-05-{:02} killed {}.".format, words, st.integers(1, 3), st.integers(0, 3))
texts = st.lists(st.lists(line, max_size=3).map("\n".join), max_size=8)


@cases(25)
@given(texts=texts, data=st.data())
def test_order_and_number_of_calls_do_not_change_the_incidents(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], data: st.DataObject
) -> None:
    reports = [report(text, given_id=str(place)) for place, text in enumerate(texts)]
    folder = tmp_path_factory.mktemp("ledgers")
    with opened(folder / "at_once.db") as ledger:
        ledger.add(reports)
        expected = plain(ledger.incidents()), ledger.reports()
    shuffled = data.draw(st.permutations(reports))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(reports)), max_size=3)))
    with opened(folder / "bit_by_bit.db") as ledger:
        for start, end in zip([0, *cuts], [*cuts, len(reports)], strict=True):
            ledger.add(shuffled[start:end])
        assert (plain(ledger.incidents()), ledger.reports()) == expected
        assert ledger.verify().faults == ()


def test_what_changes_while_incidents_are_derived_is_derived_too(path: Path) -> None:
    calls: list[int] = []

    def slow(reports: Sequence[Report], *rest: object) -> list[object]:
        calls.append(len(reports))
        if len(calls) == 1:
            with opened(path) as other:
                other.add([LATER])
        return derive(reports, *rest)  # type: ignore[arg-type, return-value]

    with opened(path, msgspec.structs.replace(lines(), derive=slow)) as ledger:
        assert ledger.add([FOUR]).incidents == 2
        assert calls == [1, 2]
        assert ledger.verify().holds


def test_incidents_are_derived_anew_only_where_something_changed(path: Path) -> None:
    calls: list[int] = []

    def counting(reports: Sequence[Report], *rest: object) -> list[object]:
        calls.append(len(reports))
        return derive(reports, *rest)  # type: ignore[arg-type, return-value]

    with opened(path, msgspec.structs.replace(lines(), derive=counting)) as ledger:
        ledger.add([FOUR, LATER])
        derived = plain(ledger.incidents())
        assert [ledger.add([FOUR]).incidents, ledger.add().incidents] == [2, 2]
        assert (calls, plain(ledger.incidents())) == ([2], derived)
        ledger.add([FIVE])
        ledger.judge(Judgement(judgement_id="j1", kind="withdraw", subject="m1", by="ana", at="2020-01-01", reason="-"))
        assert calls == [2, 3, 3]


def test_an_incident_is_found_by_id_alias_and_beginning(path: Path) -> None:
    with opened(path) as ledger:
        ledger.add([FOUR, FIVE, LATER])
        incident = ledger.incidents()[0]
        (alias,) = incident.aliases
        for name in (
            incident.incident_id,
            alias,
            incident.incident_id[:9],
            incident.incident_id[1:6].upper(),
            alias[:9],
        ):
            assert ledger.incident(name) == incident
        with pytest.raises(NotFoundError, match="There is no incident"):
            ledger.incident(incident.incident_id[:4])
        typing_error = incident.incident_id[:-1] + "x"
        with pytest.raises(NotFoundError, match=f"There is no incident .*near it: {incident.incident_id}"):
            ledger.incident(typing_error)


def test_a_beginning_of_several_incidents_names_them(path: Path) -> None:
    def same_beginning(*basis: object) -> Derived:
        found = derive(*basis).incidents  # type: ignore[arg-type]
        renamed = (msgspec.structs.replace(one, incident_id=f"iabcd{n}", aliases=()) for n, one in enumerate(found))
        return Derived(incidents=tuple(renamed))

    with opened(path, msgspec.structs.replace(lines(), derive=same_beginning)) as ledger:
        ledger.add([FOUR, LATER])
        with pytest.raises(NotFoundError, match="Several incidents begin with 'abcd': iabcd0, iabcd1"):
            ledger.incident("abcd")
        assert ledger.incident("iabcd1").incident_id == "iabcd1"


def test_an_incident_that_is_no_more_says_what_it_was(path: Path) -> None:
    with opened(path) as ledger:
        ledger.add([FOUR])
        (incident,) = ledger.incidents()
    nothing = msgspec.structs.replace(lines("none 1"), derive=lambda *_: Derived(incidents=()))
    with opened(path, nothing) as ledger:
        ledger.add()
        for name in (incident.incident_id, incident.incident_id[1:8]):
            with pytest.raises(NotFoundError, match=r"is no more: Bomb, Zorn \(2021-05-03\)"):
                ledger.incident(name)


def test_a_report_is_found_by_any_of_its_names(path: Path) -> None:
    with opened(path) as ledger:
        ledger.add([FOUR, FIVE, LATER])
        for name in (FOUR.report_id, FOUR.report_id[1:7], "A1", "https://example.org/1", "a.jsonl:1"):
            assert ledger.report(name) == FOUR
        with pytest.raises(NotFoundError, match="There is no report 'A11'; near it: A1"):
            ledger.report("A11")
        ledger.add([msgspec.structs.replace(report("other"), given_id="A1")])
        with pytest.raises(NotFoundError, match=f"Several reports are named 'A1': .*{FOUR.report_id}"):
            ledger.report("A1")
        with pytest.raises(NotFoundError, match="There is no report 'r0'"):
            ledger.account("r0")


def test_verify_finds_a_text_that_was_changed_behind_its_back(path: Path) -> None:
    with opened(path) as ledger:
        ledger.add([FOUR, FIVE])
        assert ledger.verify().holds
        with ledger._store._writing() as connection:
            connection.exec_driver_sql("UPDATE reports SET text = replace(text, '4', '7')")
        found = ledger.verify()
        assert found.hashes == 2
        assert any("not the one that was hashed" in fault for fault in found.faults)
        assert any("does not stand at" in fault for fault in found.faults)


def test_verify_finds_an_incident_that_was_changed_behind_its_back(path: Path) -> None:
    with opened(path) as ledger:
        ledger.add([FOUR])
        with ledger._store._writing() as connection:
            connection.exec_driver_sql("UPDATE incidents SET body = CAST(replace(body, 'fair', 'good') AS BLOB)")
        assert not ledger.verify().derived_matches
        ledger.add()
        assert ledger.verify().holds, "building again mends it"


def test_a_judgement_is_kept_and_handed_to_what_derives(path: Path) -> None:
    judgement = Judgement(
        judgement_id="j1", kind="withdraw", subject="m1", by="ana", at="2020-01-01T00:00:00Z", reason="a drill"
    )
    seen: list[object] = []

    def note(*basis: object) -> Derived:
        seen.append(basis[2])
        return Derived(incidents=())

    with opened(path, msgspec.structs.replace(lines(), derive=note)) as ledger:
        ledger.judge(judgement)
        assert seen == [[judgement]]
        assert ledger.status().judgements == 1
        assert not ledger.status().stale


def test_a_data_frame_has_a_row_for_each_incident(path: Path) -> None:
    with opened(path) as ledger:
        ledger.add([FOUR, FIVE, LATER])
        frame = ledger.to_pandas()
        assert list(frame["place_name"]) == ["Zorn", "Velmar"]
        assert list(frame["killed_high"]) == [5, 0]
        assert len(ledger.to_pandas(Filter(country="ZZ", min_reports=9))) == 0
        assert list(ledger.to_pandas(Filter(min_reports=9)).columns) == list(frame.columns)


def test_without_pandas_a_data_frame_says_what_to_install(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with opened(path) as ledger, pytest.raises(AnnalsError, match=r"pip install 'annals\[pandas\]'"):
        ledger.to_pandas()


def test_mappings_are_read_like_lines_of_json(path: Path) -> None:
    with opened(path) as ledger:
        summary = ledger.add([{"text": LATER.text, "id": "M1"}, {"text": object()}])
        assert (summary.read, summary.refused) == (1, 1)
        assert ledger.report("M1").text == LATER.text
        assert ledger.report("M1").origin == "record 1"
        assert summary.refusals[0].origin == "record 2"


def test_what_is_neither_report_nor_mapping_nor_path_is_refused(path: Path) -> None:
    with opened(path) as ledger, pytest.raises(UsageError, match="record 1 is a int"):
        ledger.add([7])  # type: ignore[list-item]


def test_an_unknown_reader_is_refused_before_a_ledger_is_made(path: Path) -> None:
    with pytest.raises(UsageError, match=r"There is no reader 'psychic'; choose one of: .*rules"):
        Ledger.open(path, reader="psychic")
    assert not path.exists()


def test_a_missing_ledger_is_not_found(path: Path) -> None:
    with pytest.raises(NotFoundError, match="run `annals build` first"):
        Ledger.open(path, create=False)
    with pytest.raises(LedgerError, match="not an engine"):
        Ledger.open("oracle://host/db")


def test_importing_annals_loads_nothing_heavy_and_gives_the_names_on_first_use() -> None:
    code = (
        "import sys, annals;"
        "heavy = {'msgspec', 'sqlalchemy', 'trafilatura', 'pandas'} & set(sys.modules);"
        "print(heavy); from annals import Filter, Incident, Ledger, Report; print(Ledger.__module__)"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    first, second = done.stdout.splitlines()
    assert first.startswith("set()")
    assert second == "annals.ledger.ledger"
