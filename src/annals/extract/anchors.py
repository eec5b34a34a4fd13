"""The time that "two days after" or "hours later" is told against."""

from annals.english.times import TimeExpression
from annals.extract.page import Page

_DATING = frozenset(["date", "weekday", "dayword", "holiday"])
_BACK = 3


def anchor_of(time: TimeExpression, page: Page) -> str | None:
    """The words of the last day named before `time`, in its sentence or the few before; None where there is none."""
    here = next((s.index for s in page.sentences if s.start <= time.start < s.end), None)
    if here is None:
        return None
    for sentence in reversed(page.sentences[max(0, here - _BACK) : here + 1]):
        earlier = [t for t in sentence.times if t.end <= time.start and t.kind in _DATING]
        if earlier:
            return page.text[earlier[-1].start : earlier[-1].end]
    return None
