"""The time that "two days after" or "hours later" is told against."""

import re
from bisect import bisect_right

from annals.english.times import TimeExpression
from annals.extract.page import Page, Sentence

_DATING = frozenset(["date", "weekday", "dayword", "holiday"])
_SPANS = _DATING | {"month", "year", "season", "period", "ago"}
_COARSE = frozenset({"month", "year", "decade"})
_BACK = 3
_REACH, _NEXT = 90, 3
_COUNTED = re.compile(r"\b(?:after|before|following|since)\Z", re.IGNORECASE)
_BREAK = re.compile(r"[,;:.!?\n]")


def is_chained(time: TimeExpression) -> bool:
    """Whether a time is told from another one of the report ("two days later", "on Christmas Day of that year")."""
    return any(part.kind == "chain" for part in time.parts)


def _steps(time: TimeExpression, dating: frozenset[str]) -> bool:
    """Whether it leads to a month or year away from that told before it, where such are what is counted from."""
    moved = (part.direction for part in time.parts if part.kind == "chain" and part.unit in _COARSE)
    return dating is _SPANS and any(moved)


def anchor_of(time: TimeExpression, page: Page, *, backwards: bool = False) -> str | None:
    """The words of the day that `time` is told against; None where there is none.

    That is the last day named before it, in its sentence or the few before; for steps of months and years ("the
    previous July", "that year") also the last month or year. For what "two days after" stands before
    it is first the next one of the sentence: "Two days after a bomb killed nine, gunmen shot an elder on Friday".
    """
    dating: frozenset[str] = (
        _SPANS if any(part.unit in _COARSE for part in time.parts if part.kind == "chain") else _DATING
    )
    here = bisect_right(page.sentences, time.start, key=lambda sentence: sentence.start) - 1
    if backwards and here >= 0:
        later = [t for t in page.sentences[here].times if t.start >= time.end and t.kind in _DATING]
        if later:
            return page.text[later[0].start : later[0].end]
    for sentence in reversed(page.sentences[max(0, here - _BACK) : here + 1]):
        # "In 1982 a bomb killed nine, and two days later": in one sentence the days count from the year.
        told = _SPANS if sentence is page.sentences[here] else dating
        earlier = [t for t in sentence.times if t.end <= time.start and (t.kind in told or _steps(t, dating))]
        # "Of that year" needs an anchor itself, which is the one told before it.
        earlier = [t for t in earlier if not is_chained(t) or _steps(t, dating)]
        if earlier:
            if _steps(earlier[-1], dating):
                # "The following year ...; in June of that year": a step of a step, which no words of one time tell.
                return None
            return page.text[earlier[-1].start : earlier[-1].end]
    return None


def dates_backwards(time: TimeExpression, at: int, sentence: Sentence, text: str) -> bool:
    """Whether the event whose word stands at `at` is what "two days after" counts from, and so came before."""
    if time.kind != "chain" or not _COUNTED.search(time.words) or not 0 <= at - time.end < _REACH:
        return False
    if _BREAK.search(text, time.end, at):
        return False
    told = [(m.start, m.end) for m in sentence.triggers] + [(m.start, m.end) for m in sentence.harm]
    between = [end for start, end in told if time.end <= start and end <= at]
    # "After a car bomb killed nine" tells one event, "after the raid gunmen shot nine" may tell two.
    return all(at - end < _NEXT for end in between)
