"""What words of time are read against: publication, anchor, tense."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

import msgspec

from annals.harmonise.day_spans import Days

Tense = Literal["past", "future"]


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """What words are read against."""

    days: Days | None
    """The days on which the report can have been published."""
    latest: date | None
    """The last day that its events can fall on."""
    anchor: Days | None
    tense: Tense


def over(reference: Reference, read: Callable[[date], Days | None]) -> Days | None:
    """Read against every day on which the report can have been published."""
    if reference.days is None:
        return None
    first, last = read(reference.days[0]), read(reference.days[1])
    if first is None or last is None:
        return None
    return min(first[0], last[0]), max(first[1], last[1])


def intersection(spans: Sequence[Days | None]) -> Days | None:
    """Intersect spans, leaving out the missing ones; None where all are."""
    frame: Days | None = None
    for span in spans:
        frame = narrowed(frame, span)
    return frame


def narrowed(frame: Days | None, span: Days | None) -> Days | None:
    """Intersect two spans; where they do not meet, the shorter one is what the words say best."""
    if frame is None or span is None:
        return frame or span
    first, last = max(frame[0], span[0]), min(frame[1], span[1])
    if first <= last:
        return first, last
    return min(frame, span, key=lambda days: days[1] - days[0])
