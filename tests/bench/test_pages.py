import platform
import sys
from pathlib import Path

import pytest

from annals.model import Account, Mention, Quote
from annals.model.incident import Figure
from annals.pipeline import load_reader
from bench.gold_lists import COUNTS, DATES, PLACES, STYLES, marked, rows, wrong_count, wrong_date
from bench.outside import airwars_record, count, main_mention
from bench.page import between, head, percent, table
from bench.running import timed
from bench.whole_records import labelled


def test_a_table_says_what_stands_left_and_right() -> None:
    made = table(["a", "b", "c"], [["x | y", "1", "why"]], right=1)

    assert made.splitlines() == ["| a | b | c |", "| --- | ---: | --- |", "| x \\| y | 1 | why |"]


def test_unknown_is_a_dash_and_not_zero() -> None:
    assert (percent(None), percent(0.0), percent(0.1234)) == ("-", "0.0", "12.3")
    assert (between(None), between((0.0, 0.504))) == ("", "0-50")


def test_the_head_names_the_command_and_no_path_or_host() -> None:
    opening = head("Speed")
    assert "make bench" in opening
    assert str(Path.cwd()) not in opening
    assert platform.node() not in opening


def test_rows_of_the_evaluator_are_told_apart_by_what_stands_above() -> None:
    text = """\
                    set_a
claims: pairs scored  1/2
  killed right        5.0 (1/2)
    figures P/R       1/2
  wounded right       -
    figures P/R       3/4
records: place 5 km   7.0
  date right          8.0"""
    names = [name for name, _, _ in labelled(text)]

    assert names[2] == "claims, killed: figures P/R"
    assert names[4] == "claims, wounded: figures P/R"
    assert names[-1] == "records, date right"
    assert len(set(names)) == len(names)


def test_the_lists_are_marked_case_by_case() -> None:
    lists = list(marked())

    assert [one.name for one in lists] == ["times", "times in many styles", "numbers of people", "places"]
    for one, path in zip(lists, (DATES, STYLES, COUNTS, PLACES), strict=True):
        right, whole = (sum(part[end] for part in one.parts.values()) for end in (0, 1))
        assert whole == len(rows(path))
        assert whole - right == len(one.wrong)
        assert one.about


def test_a_wrong_case_is_told_in_words() -> None:
    fault = wrong_count({"words": "a dozen", "low": "13", "high": "13"})
    assert fault == "“a dozen”: read as 12, is 13"
    assert wrong_count({"words": "a dozen", "low": "12", "high": "12"}) is None
    row = {"words": "on Monday", "context": "It rained on Monday.", "published": "2014-08-20", "anchor": ""}
    assert wrong_date(row | {"start": "2014-08-18", "end": "2014-08-18"}) is None
    fault = wrong_date(row | {"start": "2014-08-19", "end": "2014-08-19"})
    assert fault is not None
    assert "2014-08-18" in fault


def mention(name: str, at: int, *, realis: str = "actual", prominence: str = "reported") -> Mention:
    quote = Quote(start=at, end=at + 4, exact="shot")
    return Mention(
        mention_id=name,
        report_id="r",
        trigger=quote,
        sentence=quote,
        sub_event_type="Attack",
        realis=realis,
        prominence=prominence,
    )


def test_a_report_is_about_the_first_event_that_it_tells_as_news() -> None:
    planned = mention("planned", 0, realis="planned")
    recalled = mention("recalled", 10, prominence="recalled")
    first, second = mention("first", 20), mention("second", 40)

    def about(*mentions: Mention) -> str | None:
        found = main_mention(Account(report_id="r", reader="test", mentions=mentions))
        return found.mention_id if found else None

    assert about(second, planned, recalled, first) == "first"
    assert about(recalled, planned) == "recalled"
    assert about(planned) is None


def test_a_toll_that_nobody_gives_is_none_and_zero_is_zero() -> None:
    assert count(Figure()) is None
    assert count(Figure(low=0, best=0, high=0, state="reported")) == {"min": 0, "max": 0, "best": 0}
    assert count(Figure(low=3, best=3, high=None, state="reported")) == {"min": 3, "max": 3, "best": 3}


def test_a_command_is_timed_and_its_failure_noticed() -> None:
    ran = timed(sys.executable, "-c", "x = bytearray(64 * 2**20)")
    assert ran.seconds > 0
    assert ran.peak_mib > 64
    with pytest.raises(RuntimeError, match="ended with 3"):
        timed(sys.executable, "-c", "raise SystemExit(3)")


def test_an_assessment_becomes_one_record() -> None:
    text = "On 3 May 2021 an air strike on a house in Taiz killed seven people and wounded four, a doctor said."
    made = airwars_record("x1", [text], load_reader("rules"))

    assert (made["id"], made["date"]) == ("x1", "2021-05-03")
    assert made["killed"]["best"] == 7
    assert airwars_record("x2", [], load_reader("rules")) == {"id": "x2"}
