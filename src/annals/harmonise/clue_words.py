"""What all kinds of clue to a day of publication share: the days that can be, and how a time of a text is looked at."""

import re
from collections.abc import Iterable
from datetime import date

from annals.english.times import TimeExpression, TimePart
from annals.model import Quote
from annals.model.dating import Clue, ClueKind, DaySpan

FIRST, HORIZON = date(1970, 1, 1), date(2027, 12, 31)
"""No report is dated outside of these days by what leaves the year open: the tables know nothing of others."""
TOP = 1500
OPENING = 900
GRACE = 3
"""Days for which an office is told after its end, and around an anniversary on which it is kept."""
BESIDE = 60
LATE = 6
"""Days after its news on which a report still opens with it, at most."""
SOON = 3
"""Days after the last day that it names by its weekday, or by its feast, on which a report comes out, at most: of 404
reports of shootings in the United States whose day is known, 393 did."""
TODAY = frozenset({"today", "overnight", "yesterday"})
AHEAD = re.compile(
    r"\b(?:until|till|by|before|through|from|will|would|shall|due|scheduled|set for|planned|expected|deadline|next"
    r"|ahead of|election|elections|olympics|world cup|target|budget|goal)\b[^.;]{0,40}$",
    re.IGNORECASE,
)


def clue_at(kind: ClueKind, text: str, start: int, end: int, spans: Iterable[DaySpan], reason: str) -> Clue:
    """Make a clue of the words from `start` to `end`."""
    return Clue(kind=kind, quote=Quote.of(text, start, end), spans=tuple(spans), reason=reason)


def weekday_of(time: TimeExpression) -> int | None:
    """The weekday that an expression names, Monday is 0; None where it names none."""
    return next((p.weekday for p in time.parts if p.weekday is not None), None)


def is_ahead(parts: Iterable[TimePart]) -> bool:
    """Whether a time is told as one to come ("until May", "next Friday")."""
    return any(p.bound in ("until", "to") or (p.shift or 0) > 0 for p in parts)


def today_of(time: TimeExpression) -> str | None:
    """The word by which an expression counts from the day of publication ("today", "overnight", "yesterday"), if any.

    "This morning" is today.
    """
    return next((p.word for p in time.parts if p.kind == "dayword" and p.word in TODAY), None)
