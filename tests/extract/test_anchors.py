"""What "two days after" counts from, and which of two events it dates."""

import pytest

from annals.collect import report_of
from annals.extract.anchors import anchor_of, dates_backwards
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
