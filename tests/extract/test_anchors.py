"""What "two days after" counts from, and which of two events it dates."""

import pytest

from annals.collect import report_of
from annals.extract.anchors import anchor_of, dates_backwards, is_chained
from annals.extract.page import lay_out
from annals.reference.tables import References


@pytest.mark.parametrize(
    ("text", "word", "backwards"),
    [
        ("Two days after a mine killed nine porters in Kayes, men shot an elder on Friday.", "killed", True),
        ("Two days after a mine killed nine porters in Kayes, men shot an elder on Friday.", "shot", False),
        ("The warning came two days after rockets struck the dam.", "struck", True),
        ("Two days after the raid men shot dead an elder.", "raid", True),
        ("Two days after the raid men shot dead an elder.", "shot dead", False),
        ("Two days later men shot dead an elder.", "shot dead", False),
    ],
)
def test_what_stands_behind_after_is_dated_backwards(
    text: str, word: str, backwards: bool, references: References
) -> None:
    (sentence,) = lay_out(report_of(text=text, raw=b"", published="2022-05-14"), references).sentences
    time = next(t for t in sentence.times if t.kind == "chain")
    assert dates_backwards(time, text.index(word), sentence, text) is backwards


def test_the_day_counted_from_is_the_last_one_told_or_for_what_came_before_the_next(references: References) -> None:
    text = "The post was shelled on Monday. Two days after a mine killed nine porters, men shot an elder on Friday."
    page = lay_out(report_of(text=text, raw=b"", published="2022-05-14"), references)
    time = next(t for s in page.sentences for t in s.times if t.kind == "chain")
    assert anchor_of(time, page) == "on Monday"
    assert anchor_of(time, page, backwards=True) == "on Friday"


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("In August 2011 a van blew up, and on Christmas Day of that year a bus was shot at.", "In August 2011"),
        ("Last June men burned a ferry. The previous March a bus was shot at.", "Last June"),
        ("Men burned a ferry on Monday. In 2004 a bus was hit. Two days later a van blew up.", "on Monday"),
        ("Men burned a ferry on Monday. In 2004 a bus was hit, and two days later a van blew up.", "In 2004"),
        ("In 2004 a bus was hit. The following year a van blew up. In May of that year a ferry burned.", None),
    ],
)
def test_months_and_years_are_counted_from_months_and_years(
    text: str, anchor: str | None, references: References
) -> None:
    page = lay_out(report_of(text=text, raw=b"", published="2022-05-14"), references)
    time = [t for s in page.sentences for t in s.times if is_chained(t)][-1]
    assert anchor_of(time, page) == anchor
