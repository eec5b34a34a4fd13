"""The time that "two days after" or "hours later" is told against."""

from bisect import bisect_right

from annals.english.times import TimeExpression
from annals.extract.page import Page

_DATING = frozenset(["date", "weekday", "dayword", "holiday"])
_BACK = 3


def anchor_of(time: TimeExpression, page: Page) -> str | None:
    """The words of the last day named before `time`, in its sentence or the few before; None where there is none."""
    here = bisect_right(page.sentences, time.start, key=lambda sentence: sentence.start) - 1
    for sentence in reversed(page.sentences[max(0, here - _BACK) : here + 1]):
        earlier = [t for t in sentence.times if t.end <= time.start and t.kind in _DATING]
        if earlier:
            return page.text[earlier[-1].start : earlier[-1].end]
    return None
