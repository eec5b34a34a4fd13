import hashlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from annals.collect import report_of
from annals.errors import InputError
from annals.model import Report
from tests.cases import cases

# What pages are made of, so that chance puts headlines, datelines, credits and furniture next to each other.
PIECES = (
    "Two hurt in harbour blast", "By Jane Roe", "KANO, Nigeria (AP) - Two men",
    "Lima: A bomb went off in the old town.",
    "Follow us on X", "Related:", "- Who are they?", "(Photo: Jane Roe)", "21 March 2021 | World | Africa", "•", "|",
    "A crowd gathered at the gate - AP", "A crowd gathered at the gateReuters", "\n", "\n\n", "\r\n", "\r", "\x00",
    "\ufeff", "…", "\ud800", " ", "\t", "İ", "ß", "“", "”", "'",
    "Two people were hurt on Friday, the police said in the evening.",
)  # fmt: skip
PAGES = st.one_of(
    st.text(), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=12).map("".join)
)


def check_regions(report: Report) -> None:
    at = 0
    for region in report.regions:
        assert at <= region.start < region.end <= len(report.text), (region, report.text)
        at = region.end


@given(text=PAGES, title=st.none() | PAGES)
@example(text="", title=None)
@example(text="\ufeff\r", title="\x00")
@cases(300)
def test_any_text_becomes_a_report_with_sound_regions(text: str, title: str | None) -> None:
    report = report_of(text=text, raw=b"", title=title)
    check_regions(report)
    assert "\r" not in report.text
    assert report.text_sha256 == hashlib.sha256(report.text.encode("utf-8")).hexdigest()


@given(text=PAGES, title=st.none() | PAGES)
@example(text="A \ufeff\n0", title=None)
@cases(200)
def test_reading_a_stored_report_again_changes_nothing(text: str, title: str | None) -> None:
    once = report_of(text=text, raw=b"", title=title)
    again = report_of(text=once.text, raw=b"", title=once.title)
    assert again == once


def test_the_id_is_of_the_content_and_not_of_where_it_came_from() -> None:
    one = report_of(text="Two people were hurt.\r\n", raw=b"1", origin="a.txt:1", given_id="7")
    other = report_of(text="Two people were hurt.\n", raw=b"2", origin="b.txt:9")
    assert one.report_id == other.report_id
    assert one.raw_sha256 != other.raw_sha256
    assert one.report_id != report_of(text="Two people were hurt.\n", raw=b"1", publisher="The Example").report_id


def test_blank_values_count_as_not_given() -> None:
    assert report_of(text="Words.", raw=b"", publisher=" ", url="", language="\n") == report_of(text="Words.", raw=b"")


def test_text_is_cleaned_but_its_letters_are_kept() -> None:
    report = report_of(text="\ufeffCafe\u0301\r\nNUL\x00 and \ud83d half\rend", raw=b"")
    assert report.text == "Cafe\u0301\nNUL\ufffd and \ufffd half\nend"


def test_a_date_that_is_none_is_refused_with_what_to_write() -> None:
    with pytest.raises(InputError, match=r"a\.txt: published: '9 March 2021' is not .* 2019-12-09") as refused:
        report_of(text="Words.", raw=b"", published="9 March 2021", origin="a.txt")
    assert refused.value.field == "published"


@pytest.mark.parametrize(
    "text",
    [
        "(" * 300_000,
        "A " * 150_000,
        "By " * 99_000,
        "A, " * 99_000 + "-",
        "a\n" * 20_000,
        "- - " * 40_000,
        "[photo:" * 40_000,
    ],
)
def test_hostile_texts_are_read_to_the_end(text: str) -> None:
    check_regions(report_of(text=text, raw=b""))
