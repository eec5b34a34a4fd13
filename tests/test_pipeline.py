import time
from collections.abc import Iterator

import pytest

from annals.errors import AnnalsError
from annals.model import Account, Refusal, Report
from annals.pipeline import SERIAL, read_all, read_batch
from tests.small_world import LineReader, lines, report, some_reports


def read_with(
    reports: list[Report], *, jobs: int | None, worker: str = "serve"
) -> list[tuple[Report, Account | Refusal]]:
    return list(read_all(reports, lines(worker=worker), LineReader(), jobs))


def test_a_report_that_fails_is_refused_by_name_and_the_others_go_on() -> None:
    good, bad = report("Bomb in Zorn on 2021-05-03 killed 4."), report("unreadable", origin="b.txt")
    outcome = read_batch([bad, good], LineReader())
    assert isinstance(outcome[0], Refusal)
    assert outcome[0].origin == "b.txt"
    assert "a line that no one can read" in outcome[0].reason
    assert isinstance(outcome[1], Account)
    assert len(outcome[1].mentions) == 1


def test_want_of_memory_is_not_one_reports_fault() -> None:
    class Greedy:
        name = "greedy"

        def read(self, report: Report) -> Account:
            raise MemoryError(report.report_id)

    with pytest.raises(MemoryError):
        read_batch([report("any")], Greedy())


def test_processes_give_what_one_process_gives_in_the_same_order() -> None:
    reports = some_reports(SERIAL + 30)
    reports[57] = report("unreadable")
    assert read_with(reports, jobs=2) == read_with(reports, jobs=1)


def test_few_reports_need_no_other_process() -> None:
    assert len(read_with(some_reports(SERIAL), jobs=2, worker="leave")) == SERIAL


def test_what_a_library_prints_does_not_run_into_the_answers(capfd: pytest.CaptureFixture[str]) -> None:
    reports = some_reports(SERIAL + 1)
    assert [made.report_id for made, _ in read_with(reports, jobs=2, worker="noisy")] == [r.report_id for r in reports]
    assert "a library says hello" in capfd.readouterr().err


def test_a_process_that_dies_is_named_with_what_it_read_and_what_to_do() -> None:
    reports = some_reports(SERIAL + 120)
    reports[90] = report("deadly", origin="deadly.txt")
    reports[88] = report("before it", origin="before.txt")
    read: list[Report] = []
    outcomes = read_all(reports, lines(worker="die"), LineReader(), 2)
    with pytest.raises(AnnalsError, match=r"was killed \(signal 9.*while reading before.txt to .*--jobs 1"):
        read.extend(made for made, _ in outcomes)
    assert [r.report_id for r in read] == [r.report_id for r in reports[: len(read)]]
    assert len(read) == 88


def test_processes_that_all_die_at_once_end_the_run() -> None:
    started = time.monotonic()
    with pytest.raises(AnnalsError, match=r"ended \(exit code 7\)"):
        read_with(some_reports(SERIAL + 50), jobs=3, worker="leave")
    assert time.monotonic() - started < 30


def test_reports_are_taken_as_they_come_where_one_process_reads() -> None:
    def endless() -> Iterator[Report]:
        while True:
            yield from some_reports(5)

    outcomes = read_all(endless(), lines(), LineReader(), 1)
    assert isinstance(next(outcomes)[1], Account)
