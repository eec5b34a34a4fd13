"""Words of time to days: an interval, how exact it is, and what it rests on.

Nothing is guessed: a weekday without a publication date, or "two days after" without the day that it follows, is an
unknown date, and its words are kept in the claim.
"""

import re
from collections.abc import Sequence
from datetime import date

import msgspec

from annals.english.times import TimeExpression, TimePart, find_times
from annals.harmonise.calendar_days import bare_weekday, day_span, dayword_days, month_span, weekday_span, without_year
from annals.harmonise.chains import chain_days
from annals.harmonise.day_spans import latest_local_day, published_days, shifted, span_of, value_of
from annals.harmonise.periods import frame_days
from annals.harmonise.reference_days import Reference, Tense, intersection, narrowed
from annals.model import DateValue

_MAX_WORDS = 400
_OPEN_CHAIN = re.compile(r"(?:after|before|following|since|of|to)\Z", re.IGNORECASE)
_YEAR = re.compile(r"\s*(?:1[89]|20)\d\d\s*")
_NEAR = 40
"""Code points between "two days after" and the day that it is counted from, at most."""


def resolve_date(
    words: str,
    *,
    published: str | None,
    anchor: DateValue | None = None,
    tense: Tense = "past",
    inverse: bool = False,
) -> DateValue:
    """Work out the days that words of time mean.

    In the past tense a weekday is the latest such day on or before publication, "last Friday" the latest before it,
    and a day without a year the latest on or before publication, a day's grace given for time zones. Where only the
    month of publication is known, the result is the interval that holds for every day of it. Without publication
    date, full dates are still read; "December 3" becomes "XXXX-12-03" (EDTF level 2, the only case of it).

    Args:
        words: the report's words; their expressions are read together ("Friday", "at 9 p.m.", "last week").
        published: date, date-time with zone, or month (ISO 8601); None where unknown.
        anchor: the day that "two days after" and the like are counted from.
        tense: whether the words tell of what was or what is to come.
        inverse: True where the words stand between the anchor and the event that they date the other way round:
            "the warning came two days after the raid", asked for the raid with the warning as anchor.

    Returns:
        The interval, with basis "stated" where the words name the date in full, "relative" where it was worked out,
        "unknown" (and no ends) where it cannot be known.

    >>> resolve_date("on Monday", published="2019-12-11").edtf
    '2019-12-09'
    >>> resolve_date("late December", published="2009-03-13").edtf
    '2008-12-20/2008-12-31'
    >>> resolve_date("two days after", published="2019-12-11").basis
    'unknown'
    """
    expressions = find_times(f"in {words}" if _YEAR.fullmatch(words) else words[:_MAX_WORDS])
    days = published_days(published)
    latest = latest_local_day(published, days[1]) if days else None
    reference = Reference(days=days, latest=latest, anchor=span_of(anchor), tense=tense)
    counted = _counted_from(expressions)
    if counted is not None:
        expressions, against = counted
        if reference.anchor is None:
            told = span_of(_resolve_parts(against.parts, reference))
            reference = msgspec.structs.replace(reference, anchor=told)
    parts = [part for expression in expressions for part in expression.parts]
    if inverse:
        parts = [_inverted(part) for part in parts]
    return _resolve_parts(parts, reference)


def _counted_from(
    expressions: Sequence[TimeExpression],
) -> tuple[list[TimeExpression], TimeExpression] | None:
    """Tell the day that a chain is counted from ("two days after Monday's raid") from the rest; None without one."""
    for index, expression in enumerate(expressions[:-1]):
        told = expressions[index + 1]
        if expression.kind == "chain" and _OPEN_CHAIN.search(expression.words) and told.start - expression.end <= _NEAR:
            return [*expressions[: index + 1], *expressions[index + 2 :]], told
    return None


def resolve_window(words: str, published: str | None) -> tuple[str | None, str | None]:
    """Work out the stretch of time that a tally covers ("in the past five weeks", "since October").

    Returns first and last day, YYYY-MM-DD, inclusive; None for an end that is open or unknown.

    >>> resolve_window("since late October", "2019-12-11")
    ('2019-10-20', '2019-12-11')
    """
    value = resolve_date(words, published=published)
    return value.start, value.end


def weekday_of(words: str) -> int | None:
    """Read the first weekday that words name, Monday 0 to Sunday 6; None where they name none.

    >>> weekday_of("late on Friday")
    4
    """
    parts = (part for expression in find_times(words[:_MAX_WORDS]) for part in expression.parts)
    return next((part.weekday for part in parts if part.weekday is not None), None)


def _inverted(part: TimePart) -> TimePart:
    if part.kind != "chain" or part.direction is None:
        return part
    return msgspec.structs.replace(part, direction=-part.direction)


def _resolve_parts(parts: Sequence[TimePart], reference: Reference) -> DateValue:
    since = [part for part in parts if part.bound in ("since", "from")]
    until = [part for part in parts if part.bound in ("until", "to")]
    if since or until:
        return _resolve_bounds(since, until, reference)
    telling = [part for part in parts if part.kind not in ("clock", "daypart", "anniversary")]
    if not telling:
        return DateValue()
    value = _resolve_days(telling, reference)
    days = span_of(value)
    if days is not None and any(part.word == "eve" for part in parts):
        return value_of((shifted(days[0], -1), shifted(days[1], -1)), value.basis)
    return value


def _resolve_bounds(since: Sequence[TimePart], until: Sequence[TimePart], reference: Reference) -> DateValue:
    plain = [msgspec.structs.replace(part, bound=None) for part in since]
    other = [msgspec.structs.replace(part, bound=None) for part in until]
    if plain and other and not any(part.year for part in plain) and all(part.kind != "weekday" for part in other):
        plain = _with_year(plain, other)
    first = _resolve_days(plain, reference) if plain else DateValue()
    last = _resolve_days(other, reference) if other else DateValue()
    start = date.fromisoformat(first.start) if first.start else None
    end = date.fromisoformat(last.end) if last.end else None
    if start and end and start > end:
        # "between November and January": the first end is the one before the second.
        earlier = _before(plain, end)
        start = earlier if earlier and earlier <= end else None
    if not until and reference.latest and start and start <= reference.latest:
        end = reference.latest
    if start is None and end is None:
        return DateValue()
    stated = "stated" in {first.basis, last.basis} and not {"relative"} & {first.basis, last.basis} and bool(until)
    return value_of((start, end), "stated" if stated else "relative")


def _with_year(first: list[TimePart], last: Sequence[TimePart]) -> list[TimePart]:
    year = next((part.year for part in last if part.year), None)
    if year is None:
        return first
    return [msgspec.structs.replace(part, year=year) if part.kind in ("month", "date") else part for part in first]


def _before(parts: Sequence[TimePart], end: date) -> date | None:
    reference = Reference(days=(end, end), latest=end, anchor=None, tense="past")
    bare = [msgspec.structs.replace(part, year=None) if part.kind != "year" else part for part in parts]
    value = _resolve_days(bare, reference)
    return date.fromisoformat(value.start) if value.start else None


def _resolve_days(parts: Sequence[TimePart], reference: Reference) -> DateValue:
    """Read parts that tell one time together: each narrows what the others leave open."""
    frames = [part for part in parts if part.kind in ("year", "period", "season", "ago", "window")]
    months = [part for part in parts if part.kind == "month"]
    dates = [part for part in parts if part.kind in ("date", "dayword", "holiday", "hijri")]
    years = [part for part in parts if part.kind == "chain" and part.unit == "year" and part.word == "calendar"]
    chains = [part for part in parts if part.kind == "chain" and (part not in years or len(parts) == 1)]
    weekdays = [part for part in parts if part.kind == "weekday"]
    weekday = weekdays[0] if weekdays else None

    frame = intersection([frame_days(part, reference) for part in frames])
    if len(parts) > 1 and years:
        # "In July of that year": without the year the month is one of any.
        told = chain_days(years[0], reference)
        if told is None:
            return DateValue()
        frame = narrowed(frame, told)
    stated = bool(frames) and all(part.kind in ("year", "season") and part.year for part in frames)
    for part in months:
        found = month_span(part, frame, reference)
        stated = part.year is not None or (stated and found is not None)
        frame = narrowed(frame, found)
    for part in dates:
        if part.kind == "dayword":
            frame, stated = narrowed(frame, dayword_days(part, reference)), False
            continue
        found = day_span(part, frame, weekday, reference)
        if found is None:
            if frame is None and part.month and part.day and not part.year:
                return without_year(part)
            continue
        stated = part.year is not None or (stated and frame is not None)
        frame = narrowed(frame, found) if part.year is None else found
    for part in chains:
        found = chain_days(part, reference)
        frame, stated = narrowed(frame, found), False
    if weekday is not None and frame is None:
        frame = bare_weekday(weekday, reference)
    elif weekday is not None and frame is not None and not any(part.day for part in dates):
        frame = weekday_span(weekday, frame, reference)
    if frame is None:
        return DateValue()
    first, last = frame
    if reference.tense == "past" and not stated and not _forward(parts):
        last = _no_later(first, last, reference)
    return value_of((first, last), "stated" if stated else "relative")


def _forward(parts: Sequence[TimePart]) -> bool:
    return any((part.shift or 0) > 0 or part.word in ("tomorrow", "after tomorrow") for part in parts)


def _no_later(first: date, last: date, reference: Reference) -> date:
    """Cut a span of the past at the day of publication; nothing is cut where it begins after that."""
    if reference.latest is None or first > reference.latest:
        return last
    return min(last, reference.latest)
