"""Known events that a report names, and what they tell of the day on which it was published."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from annals.english.sentences import split
from annals.english.times import TimeExpression
from annals.harmonise.clue_words import (
    BESIDE,
    GRACE,
    HORIZON,
    LATE,
    OPENING,
    TOP,
    clue_at,
    is_ahead,
    today_of,
    weekday_of,
)
from annals.harmonise.dates import resolve_date
from annals.harmonise.day_ranges import merged
from annals.harmonise.day_spans import calendar_day, shifted
from annals.model import DateValue, Quote
from annals.model.dating import Clue, DaySpan
from annals.reference.history import Memory, PastEvent, Recalled

_YEARLESS, _MONTHLESS_DAYS = 330, 31
"""Days after which a day of the month is no longer told without its year, or without its month."""
_CARRIED = 700
_COUNTED = 800
"""Days after a known event within which "last year" and the like still tell of it."""
_STEP = 7
"""Days of publication tried at a time for words of months and years."""
_OLD = re.compile(
    r"\b(?:anniversary|years? (?:ago|after|later|since|on)|months? (?:ago|after|later|since)|trial|sentenced|court"
    r"|convicted|verdicts?|guilty|acquitt\w+|jailed|memorial|commemorat\w+|remember\w*|inquiry|last year)\b",
    re.IGNORECASE,
)
_AFTERMATH = re.compile(
    r"\b(?:arrest\w*|charged|accus\w+|suspect\w*|wanted|extradit\w+|surviv\w+|indict\w*|after|since|similar|like"
    r"|condemn\w*|visit\w*|vigil\w*|funerals?|mourn\w*|buried|tributes?)\b",
    re.IGNORECASE,
)
_KEPT_UP = re.compile(
    r"\b(?:vigils?|funerals?|mourn\w*|buried|tributes?|arrest\w*|charged|indict\w*|extradit\w+|hearing)\b",
    re.IGNORECASE,
)
"""Words for what is done about an event on another day."""
_BACK = 160
_LEAD = 700
"""Code points of an opening whose sentences together name its news."""
_CLOSE = 25
_LEADS = 2
"""Weekdays of an opening, of which one may be that of its news: the other is that on which somebody spoke of it."""
_MONTHLESS = frozenset({"period", "ago", "month", "season"})
_KEPT = 250
"""Code points between an anniversary and the day whose anniversary it is."""
_ALL = ("year", "month", "day")


def recalled_in(text: str, times: list[TimeExpression]) -> Iterator[Clue]:
    """Known events that it names, with the words of time beside them; of one named twice the closest telling.

    The words of an event stand in one sentence, or in the opening where that names it as its news.
    """
    best: dict[str, Clue] = {}
    memory = Memory(text)
    for start, end in split(text):
        here = [t for t in times if start <= t.start < end]
        for hit in memory.recalled(start, end):
            clue = _of_event(hit, text, times, here, start)
            known = best.get(hit.events[0].name)
            if clue is not None and (known is None or _length(clue) < _length(known)):
                best[hit.events[0].name] = clue
    for hit in memory.recalled(0, _LEAD):
        known = best.get(hit.events[0].name)
        if (known is None or _length(known) > LATE) and not hit.events[0].series and not hit.events[0].meeting:
            clue = _of_event(hit, text, times, [t for t in times if t.start < _LEAD], 0)
            if clue is not None and _length(clue) <= LATE:
                best[hit.events[0].name] = clue
    yield from best.values()


def _length(clue: Clue) -> int:
    """How many days the clue leaves, 0 for a series, where the first telling is as good as any."""
    if clue.kind == "series":
        return 0
    ends = [
        (date.fromisoformat(first or ""), date.fromisoformat(last) if last else HORIZON) for first, last in clue.spans
    ]
    return sum((last - first).days for first, last in ends)


def _of_event(
    hit: Recalled, text: str, times: list[TimeExpression], here: list[TimeExpression], opening: int
) -> Clue | None:
    event, at, to = hit.events[0], hit.start, hit.end
    if event.series:
        weekday = _weekday_before(text, times, opening, at)
        if weekday is None:
            return None
        return Clue(
            kind="series",
            quote=Quote.of(text, at, to),
            spans=tuple((e.start, e.end) for e in hit.events),
            weekday=weekday_of(weekday),
            reason=f"it names a weekday with one of the {event.name[0].lower()}{event.name[1:]}",
        )
    if event.meeting and (told := _at_meeting(event, times, text, at)):
        spans: list[DaySpan] = [(event.start, shifted(date.fromisoformat(event.end), LATE).isoformat())]
        day = " ".join(told.words.split())
        return clue_at("event", text, at, to, spans, f"it tells of a meeting of known days ({event.name}) {day}")
    anniversary = next((p.low for t in here for p in t.parts if p.kind == "anniversary" and p.low), None)
    if anniversary is not None:
        reason = f"it is {anniversary} years after a known event ({event.name}, {event.start})"
        return clue_at("anniversary", text, at, to, _years_after(date.fromisoformat(event.start), anniversary), reason)
    reason = f"it tells of a known event ({event.name}, {event.start})"
    beside = _beside(here, at, to, opening)
    spans = _counted(event, beside) if beside is not None else []
    if not spans and at < TOP and (beside := _after(here, at, to)):
        spans = _since(event, beside)
    dated = any(p.year is not None for t in here for p in t.parts)
    if not spans and not dated and (news := _news_of(event, text, times, at, opening)):
        spans, beside = _from_weekday(event, weekday_of(news)), news
    if not spans and (now := _today(event, text, here, hit)):
        spans, beside = [(event.start, shifted(date.fromisoformat(event.end), 1).isoformat())], now
    if not spans and (told := _on_its_day(event, here, times)):
        spans, beside = _after_day(event, told), told
    if not spans and not dated and (told := _on_its_weekday(event, text, here, hit, opening)):
        spans, beside = _from_weekday(event, weekday_of(told), last=_is_last(told)), told
    if spans and beside is not None:
        reason += f" as of “{' '.join(beside.words.split())}”"
    if not spans and event.doubtful:
        return None
    return clue_at("event", text, at, to, spans or [(event.start, None)], reason)


def _weekday_before(text: str, times: list[TimeExpression], opening: int, at: int) -> TimeExpression | None:
    """The weekday of the sentence of a known event, else the last one told shortly before it."""
    end = min((n for n in (text.find(". ", at), text.find("\n", at)) if n >= 0), default=len(text))
    if any(t.kind == "date" and opening <= t.start < end for t in times):
        return None
    told = [t for t in times if opening - _BACK <= t.start < end and t.kind == "weekday" and not is_ahead(t.parts)]
    inside = [t for t in told if t.start >= opening]
    return inside[0] if inside else told[-1] if told else None


def _news_of(event: PastEvent, text: str, times: list[TimeExpression], at: int, opening: int) -> TimeExpression | None:
    """The words by which a report's opening names a known event as its news.

    They are the weekday on which it happened, the first or second that the opening names, or the report where the
    opening names none.
    """
    if at > OPENING or _OLD.search(text, opening, at + OPENING):
        return None
    first, last = date.fromisoformat(event.start), date.fromisoformat(event.end)
    if (last - first).days > LATE:
        return None
    days = {shifted(first, n).weekday() for n in range((last - first).days + 1)}
    named = [t for t in times if t.start <= TOP and t.kind == "weekday" and not is_ahead(t.parts)]
    told = [t for t in named if t.start <= OPENING] or named
    return next((time for time in told[:_LEADS] if weekday_of(time) in days), None)


def _from_weekday(event: PastEvent, weekday: int | None, *, last: bool = False) -> list[DaySpan]:
    """The week from each of an event's days that is that weekday; of "last Friday" the fortnight after it."""
    days = [day for day in _days_of(event) if day.weekday() == weekday]
    if last:
        return [(shifted(day, 1).isoformat(), shifted(day, 2 * LATE).isoformat()) for day in days]
    return [(day.isoformat(), shifted(day, LATE).isoformat()) for day in days]


def _days_of(event: PastEvent) -> list[date]:
    first, last = date.fromisoformat(event.start), date.fromisoformat(event.end)
    return [shifted(first, n) for n in range((last - first).days + 1)]


def _on_its_day(
    event: PastEvent, here: Sequence[TimeExpression], times: Sequence[TimeExpression]
) -> TimeExpression | None:
    """The day of the month, without a year, that the sentence of an event names and on which it happened.

    None where a year told shortly before carries on to it, so that it says nothing of how long ago it was.
    """
    for time in here:
        if any(0 <= time.start - t.end <= _CARRIED and any(p.year for p in t.parts) for t in times):
            continue
        part = next((p for p in time.parts if p.kind == "date" and p.day and not p.day_to and p.bound is None), None)
        if part is None or any(p.year for p in time.parts) or is_ahead(time.parts) or (last := _lasting(event)) is None:
            continue
        days = [day for day in last if day.day == part.day and part.month in (None, day.month)]
        if days and (weekday_of(time) == days[0].weekday() or (part.month and weekday_of(time) is None)):
            return time
    return None


def _lasting(event: PastEvent) -> list[date] | None:
    """The days of an event of at most a week."""
    days = _days_of(event)
    return days if len(days) <= LATE + 1 else None


def _after_day(event: PastEvent, time: TimeExpression) -> list[DaySpan]:
    """The days after an event from which its day is told without a year, or without month and year."""
    month = any(part.month for part in time.parts)
    return [(event.start, shifted(date.fromisoformat(event.end), _YEARLESS if month else _MONTHLESS_DAYS).isoformat())]


def _on_its_weekday(
    event: PastEvent, text: str, here: Sequence[TimeExpression], hit: Recalled, opening: int
) -> TimeExpression | None:
    """The weekday beside the words of an event, on which it happened: "Thursday's bombing at Abbey Gate".

    None where the words are of what came of it later, or where another weekday stands as near.
    """
    days = _lasting(event)
    line = text.find("\n", hit.end)
    sentence = text[opening : min(hit.end + BESIDE, line if line >= 0 else len(text))]
    if days is None or _OLD.search(sentence) or _KEPT_UP.search(sentence):
        return None
    near = [
        time
        for time in here
        if time.kind == "weekday"
        and not is_ahead(time.parts)
        and max(time.start - hit.end, hit.start - time.end) <= BESIDE
    ]
    told = [time for time in near if weekday_of(time) in {day.weekday() for day in days}]
    if len(near) != len(told) or not told:
        return None
    first = told[0]
    between = text[min(hit.start, first.start) : max(hit.end, first.end)]
    return None if _AFTERMATH.search(between) or any(p.back for p in first.parts) else first


def _is_last(time: TimeExpression) -> bool:
    return any(part.kind == "weekday" and part.shift == -1 for part in time.parts)


def _today(event: PastEvent, text: str, here: list[TimeExpression], hit: Recalled) -> TimeExpression | None:
    """The "today" or "overnight" beside a known event of one day in the opening, where nothing else is the news."""
    if hit.start > OPENING or event.start != event.end or _OLD.search(text, hit.start, hit.end + OPENING):
        return None
    beside = [t for t in here if today_of(t) and max(t.start - hit.end, hit.start - t.end) <= BESIDE]
    if not beside or _AFTERMATH.search(text, min(hit.start, here[0].start), max(hit.end, beside[0].end)):
        return None
    return beside[0]


def _after(times: list[TimeExpression], at: int, to: int) -> TimeExpression | None:
    """The words right before an event, or among its words, that count from it ("three months after")."""
    return next(
        (t for t in times if at - _CLOSE <= t.end < to and t.kind == "chain" and t.words.endswith("after")), None
    )


def _since(event: PastEvent, time: TimeExpression) -> list[DaySpan]:
    """The days of news that its opening counts from a known event."""
    anchor = DateValue(edtf=event.start, start=event.start, end=event.end, precision="day", basis="stated")
    value = resolve_date(time.words, published=None, anchor=anchor)
    if value.start is None or value.end is None:
        return []
    return [(value.start, shifted(date.fromisoformat(value.end), LATE).isoformat())]


def _at_meeting(event: PastEvent, times: list[TimeExpression], text: str, at: int) -> TimeExpression | None:
    """The weekday of a meeting, named in its paragraph."""
    low = text.rfind("\n\n", 0, text.rfind("\n\n", 0, at) if at else 0)
    high = text.find("\n\n", at)
    first, last = date.fromisoformat(event.start), date.fromisoformat(event.end)
    days = {shifted(first, n).weekday() for n in range((last - first).days + 1)}
    for time in times:
        if low <= time.start < (high if high >= 0 else len(text)) and weekday_of(time) in days:
            return time
    return None


def _beside(times: list[TimeExpression], at: int, to: int, opening: int) -> TimeExpression | None:
    """The time right beside the words of an event, or at the head of its sentence ("last year", "in January")."""
    near = sorted(
        (0 if time.start <= opening + 2 else gap, time.start, time)
        for time in times
        if (gap := max(time.start - to, at - time.end, 0)) <= BESIDE or time.start <= opening + 2
    )
    time = near[0][2] if near else None
    if time is None or any(part.bound for part in time.parts):
        return None
    kinds = {part.kind for part in time.parts}
    return (
        time if kinds & _MONTHLESS and kinds <= _MONTHLESS | {"year"} and not any(p.year for p in time.parts) else None
    )


def _counted(event: PastEvent, time: TimeExpression) -> list[DaySpan]:
    """The days of publication from which the words mean the days of the event."""
    first, last = date.fromisoformat(event.start), date.fromisoformat(event.end)
    days = []
    step = 1 if any(part.unit in ("day", "night", "week", "weekend") for part in time.parts) else _STEP
    for ahead in range(0, _COUNTED, step):
        day = shifted(first, ahead)
        value = resolve_date(time.words, published=day.isoformat())
        if value.start and value.end and value.start <= last.isoformat() and first.isoformat() <= value.end:
            days.append((day.isoformat(), shifted(day, step - 1).isoformat()))
    return list(merged(days))


def _years_after(first: date, years: int) -> list[DaySpan]:
    day = calendar_day(first.year + years, first.month, first.day) or shifted(first, 365 * years)
    return [(shifted(day, -GRACE).isoformat(), shifted(day, GRACE).isoformat())]


def anniversaries(text: str, times: list[TimeExpression]) -> Iterator[Clue]:
    """An anniversary with the day whose anniversary it is ("the first anniversary of the raid of 27 February 2019")."""
    whole = [(t, p) for t in times for p in t.parts if p.kind == "date" and all(getattr(p, name) for name in _ALL)]
    for time in times:
        years = next((p.low for p in time.parts if p.kind == "anniversary" and p.unit == "year"), None)
        if not years:
            continue
        near = [(gap, p) for t, p in whole if (gap := max(t.start - time.end, time.start - t.end)) <= _KEPT]
        part = min(near, key=lambda item: item[0])[1] if near else None
        first = calendar_day(part.year, part.month, part.day) if part is not None else None
        if first is not None:
            reason = f"it is {years} years after a day that it tells ({first.isoformat()})"
            yield clue_at("anniversary", text, time.start, time.end, _years_after(first, years), reason)
