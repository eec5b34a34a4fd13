"""Marks in a text: overlapping quotes as segments, cut by code points as the quotes count them."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A quote to be marked: `text[start:end]`."""

    key: str
    """Names the mark within the page: a claim's id."""
    start: int
    """First code point."""
    end: int
    """One past the last."""
    kind: str
    """What colours it: a claim field, "trigger", "response", "link" or "tally"."""
    label: str
    """What it is, in words."""


class Segment(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of text under the same marks."""

    text: str
    marks: tuple[Mark, ...] = ()
    """The shortest first: its colour is the one that shows."""
    opens: tuple[str, ...] = ()
    """Keys of the marks that begin here, for anchors."""
    region: str | None = None
    """Kind of the region that is not running news text, None for running text."""


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """A region: `text[start:end]` is a title, a caption, furniture, ..."""

    start: int
    end: int
    kind: str


def segments(
    text: str,
    marks: Iterable[Mark],
    regions: Sequence[Stretch] = (),
    *,
    start: int = 0,
    end: int | None = None,
) -> list[Segment]:
    """Cut `text[start:end]` where marks or regions begin or end. Joined again, the segments are that text.

    Marks that do not fit the text are left out; offsets count code points.

    >>> [(s.text, [m.key for m in s.marks]) for s in segments("abcd", [
    ...     Mark(key="x", start=1, end=3, kind="date", label="date"),
    ...     Mark(key="y", start=2, end=4, kind="place", label="place")])]
    [('a', []), ('b', ['x']), ('c', ['x', 'y']), ('d', ['y'])]
    """
    last = len(text) if end is None else min(end, len(text))
    kept = sorted(
        (m for m in marks if 0 <= m.start < m.end <= len(text) and m.start < last and m.end > start),
        key=lambda m: (m.start, m.end, m.key),
    )
    inner = [r for r in regions if r.start < last and r.end > start]
    cuts = {start, last}
    ends = [at for mark in kept for at in (mark.start, mark.end)] + [at for r in inner for at in (r.start, r.end)]
    cuts.update(at for at in ends if start < at < last)
    ordered = sorted(cuts)
    found = []
    active: list[Mark] = []
    coming = iter(kept)
    upcoming = next(coming, None)
    for low, high in pairwise(ordered):
        active = [m for m in active if m.end > low]
        opens = []
        while upcoming is not None and upcoming.start <= low:
            if upcoming.end > low:
                active.append(upcoming)
                opens.append(upcoming.key)
            upcoming = next(coming, None)
        region = next((r.kind for r in inner if r.start <= low < r.end), None)
        shortest = tuple(sorted(active, key=lambda m: (m.end - m.start, m.key)))
        found.append(Segment(text=text[low:high], marks=shortest, opens=tuple(opens), region=region))
    return found


def around(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """Return a stretch of about `reach` code points on either side, widened to the ends of words."""
    low, high = max(0, start - reach), min(len(text), end + reach)
    while low > 0 and start - low < reach + 40 and not text[low - 1].isspace():
        low -= 1
    while high < len(text) and high - end < reach + 40 and not text[high].isspace():
        high += 1
    return low, high
