"""Times in news English: dates, weekdays, "two days after", "since late October", times of day.

`find_times` finds the expressions and reads their parts; what days they mean is worked out by `harmonise.dates`.
"""

import re

import msgspec

from annals.english.remembering import remembered
from annals.english.time_classes import GRAMMAR, figure_class
from annals.english.time_grammar import BARE_JOINT, JOINT, RULES, SEGMENT, TRIGGERS
from annals.english.time_parts import Bound, TimeKind, TimePart
from annals.english.time_reading import read_part
from annals.english.tokens import Tokens, tokenise

__all__ = ["TimeExpression", "TimeKind", "TimePart", "find_times", "names_hour"]


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True):
    """One expression of time in a text."""

    start: int
    """First code point, in the text given."""
    end: int
    """One past the last code point."""
    words: str
    kind: TimeKind
    """The part that says most. A `window` is a stretch that may hold many events, a `chain` is told from another
    time of the report, `clock` and `daypart` name no day; the rest can date an event."""
    parts: tuple[TimePart, ...]


class _Found(msgspec.Struct):
    """An expression as a run of tokens."""

    start: int
    end: int
    parts: list[TimePart]
    weak: bool = False
    """Stands only where it joins another part ("evening", "early on")."""


_MAX_PARTS = 5
_KINDS = "window date holiday hijri weekday dayword chain ago period month season year anniversary clock daypart"
_RANK: dict[str, int] = {kind: rank for rank, kind in enumerate(_KINDS.split())}
_ROLE: dict[str, str] = {
    "clock": "T",
    "daypart": "T",
    "weekday": "W",
    "date": "D",
    "dayword": "D",
    "holiday": "D",
    "hijri": "D",
    "season": "M",
    "period": "P",
    "ago": "P",
    "year": "P",
    "month": "M",
    "chain": "C",
}
_LOOSE = frozenset("TW TD TT WT DT TC CT TM TP PT".split())
"""Roles that join over any joint ("at 9 p.m. on Monday")."""
_APPOSED = frozenset("WD DW CD CW".split())
"""Roles that join in apposition ("Sunday, 12 May")."""
_TOLD_AGAIN = frozenset({"CD", "CW"})
"""Roles that join only after a comma ("the next day, Tuesday")."""
_CLOSE = frozenset("WP PW MP DP WM MW".split())
"""Roles that join without a comma ("Wednesday afternoon last week")."""


def find_times(text: str) -> list[TimeExpression]:
    """Find the expressions of time in a text, in order, not overlapping, each as long as it goes.

    Words that only sometimes are dates ("may", "march", "second") count where they stand like dates. No expression
    crosses a blank line. Linear in the text; never raises.

    >>> [(t.words, t.kind) for t in find_times("Late on Monday, two days after the raid; none since late October.")]
    [('Late on Monday', 'weekday'), ('two days after', 'chain'), ('since late October', 'window')]
    """
    return list(_times(text))


_PART_OF_DAY = re.compile(r"\b(?:early|late|before|after|around|about|at)\s+(?:on\s+)?(?:[a-z]+day|\d)", re.IGNORECASE)
_HOURS = frozenset({"clock", "daypart"})


def names_hour(words: str) -> bool:
    """Whether words of time name an hour or a part of the day.

    >>> names_hour("late on Friday"), names_hour("about 11:45 p.m."), names_hour("on Friday")
    (True, True, False)
    """
    return bool(_PART_OF_DAY.search(words)) or any(
        part.kind in _HOURS or part.daypart is not None or part.word == "overnight"
        for time in find_times(words)
        for part in time.parts
    )


@remembered
def _times(text: str) -> tuple[TimeExpression, ...]:
    tokens = tokenise(text)
    code = GRAMMAR.encode(tokens, figure_class)
    found: list[_Found] = []
    for segment in SEGMENT.finditer(code):
        if TRIGGERS.search(code, segment.start(), segment.end()):
            found.extend(_match(tokens, code, segment.start(), segment.end()))
    joined = _spans(tokens, _join(code, found))
    ends = [0, *(item.end for item in joined)]
    return tuple(
        _expression(tokens, item, floor)
        for item, floor in zip(joined, ends, strict=False)
        if not item.weak or len(item.parts) > 1
    )


def _match(tokens: Tokens, code: str, start: int, end: int) -> list[_Found]:
    """All parts of a stretch, leftmost and longest first."""
    hits: list[tuple[int, int, int, str, re.Match[str]]] = []
    for order, (kind, rule) in enumerate(RULES):
        hits.extend((match.start(), -match.end(), order, kind, match) for match in rule.finditer(code, start, end))
    hits.sort(key=lambda hit: hit[:3])
    found: list[_Found] = []
    past = start
    for first, _, _, kind, match in hits:
        if first < past:
            continue
        part, weak = read_part(tokens, kind, match)
        if part is not None:
            found.append(_Found(start=first, end=match.end(), parts=[part], weak=weak))
            past = match.end()
    return found


def _join(code: str, found: list[_Found]) -> list[_Found]:
    """Join neighbours that tell one time ("Wednesday afternoon last week")."""
    joined: list[_Found] = []
    for item in found:
        if joined and len(joined[-1].parts) < _MAX_PARTS and _one_time(code, joined[-1], item):
            joined[-1].parts.extend(item.parts)
            joined[-1].end = item.end
            joined[-1].weak = False
        else:
            joined.append(item)
    return joined


def _one_time(code: str, left: _Found, right: _Found) -> bool:
    roles = _ROLE.get(left.parts[-1].kind, "") + _ROLE.get(right.parts[0].kind, "")
    told = {_ROLE.get(part.kind) for part in left.parts}
    if roles[1:] not in ("T", "") and roles[1:] in told:
        return roles == "DD" and left.parts[-1].kind == "dayword" and _between(JOINT, code, left, right)
    if roles in _TOLD_AGAIN and not _comma(code, left, right):
        # "two days after Monday's raid": Monday is what the days are counted from.
        return False
    if roles in _LOOSE or roles in _APPOSED:
        return _between(JOINT, code, left, right)
    if roles == "DP" and right.parts[0].kind == "ago" and right.parts[0].unit == "year":
        # "On 17 August, two years ago".
        return _between(JOINT, code, left, right)
    if _of_year(left.parts[-1], right.parts[0]):
        # "On Christmas Day of that year", "in 1987, on 19 June".
        return _between(JOINT, code, left, right)
    if roles in _CLOSE:
        return _between(BARE_JOINT, code, left, right) and not _comma(code, left, right)
    return False


def _of_year(left: TimePart, right: TimePart) -> bool:
    """Whether one is a day or month without its year, and the other a year that is told by itself."""
    for day, year in ((left, right), (right, left)):
        chained = year.kind == "chain" and year.word == "calendar" and year.unit == "year"
        # "July, 1987" has rules of its own.
        told = year.kind == "year" and year is left and year.year_to is None
        if (chained or told) and day.kind in ("date", "month", "holiday") and day.year is None and day.shift is None:
            return True
    return False


def _between(joint: re.Pattern[str], code: str, left: _Found, right: _Found) -> bool:
    return joint.fullmatch(code, left.end, right.start) is not None


_COMMA = GRAMMAR.compile("{comma}")


def _comma(code: str, left: _Found, right: _Found) -> bool:
    return _COMMA.search(code, left.end, right.start) is not None


_SPANNED = frozenset({"date", "weekday", "month", "year", "holiday", "hijri", "dayword", "period"})


def _spans(tokens: Tokens, found: list[_Found]) -> list[_Found]:
    """Read "since X", "until X", "from X to Y" and "between X and Y"."""
    words = tokens.words
    out: list[_Found] = []
    for item in found:
        before = words[item.start - 1] if item.start else ""
        bound = all(part.kind in _SPANNED and part.weekday_to is None and part.day_to is None for part in item.parts)
        last = out[-1] if out else None
        if bound and last is not None and last.end == item.start - 1 and last.parts[0].bound == "from":
            opener = words[last.start]
            if (opener == "between" and before == "and") or (
                opener == "from" and before in ("to", "until", "till", "through", "-", "\u2013")
            ):
                last.parts.extend(msgspec.structs.replace(part, bound="to") for part in item.parts)
                last.end = item.end
                continue
        possessed = words[item.end - 1] == "'s" or words[item.end : item.end + 1] == ["'s"]
        if bound and before in ("since", "until", "till", "from", "between") and not possessed:
            name: Bound = "since" if before == "since" else "until" if before in ("until", "till") else "from"
            item.parts = [msgspec.structs.replace(part, bound=name) for part in item.parts]
            item.start -= 1
            if last is not None and last.end > item.start:
                # "The hours since December": one word opens no two expressions.
                last.end = item.start
        out.append(item)
    for item in out:
        # "from Monday" and "between" without their other end are no span.
        bounds = {part.bound for part in item.parts}
        if bounds == {"from"}:
            if words[item.start] == "between":
                item.start += 1
                item.parts = [msgspec.structs.replace(part, bound=None) for part in item.parts]
            else:
                item.parts = [msgspec.structs.replace(part, bound="since") for part in item.parts]
    return out


def _expression(tokens: Tokens, item: _Found, floor: int) -> TimeExpression:
    first = item.start
    if item.parts[0].kind in _SPANNED and first > floor and tokens.words[first - 1] in ("on", "in", "during"):
        first -= 1
    start, end = tokens.starts[first], tokens.ends[item.end - 1]
    kind: TimeKind = min((part.kind for part in item.parts), key=_RANK.__getitem__)
    if any(part.bound for part in item.parts):
        kind = "window"
    return TimeExpression(start=start, end=end, words=tokens.text[start:end], kind=kind, parts=tuple(item.parts))
