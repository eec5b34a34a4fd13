"""What in a report's own text bounds the day on which it was published."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from annals.english.page_stamps import is_page_stamp
from annals.english.sentences import split
from annals.english.times import TimeExpression, TimePart, find_times
from annals.harmonise.dates import resolve_date
from annals.harmonise.day_spans import calendar_day, shifted
from annals.harmonise.timeline import SAYING
from annals.model import DateValue, Quote, Report
from annals.model.dating import Clue, ClueKind, DaySpan
from annals.reference.history import Memory, PastEvent, Recalled, holders, names

FIRST, HORIZON = date(1970, 1, 1), date(2027, 12, 31)
"""No report is dated outside of these days by what leaves the year open: the tables know nothing of others."""

_STAMP_LINE = 90
_STAMP_SHARE = 0.55
_TOP = 1500
_OPENING = 900
_RECENT = 330
"""A day of the month told without its year lies at most so many days back."""
_GRACE = 3
"""Days for which an office is told after its end."""
_COUNTED = 800
"""Days after a known event within which "last year" and the like still tell of it."""
_STEP = 7
"""Days of publication tried at a time for words of months and years."""
_BESIDE = 60
_AHEAD = re.compile(
    r"\b(?:until|till|by|before|through|from|will|would|shall|due|scheduled|set for|planned|expected|deadline|next"
    r"|ahead of|election|elections|olympics|world cup|target|budget|goal)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_CHANGED = re.compile(r"\b(?:updated?|amended|corrected|modified|edited|next|until|by)\b", re.IGNORECASE)
_OLD = re.compile(
    r"\b(?:anniversary|years? (?:ago|after|later|since|on)|months? (?:ago|after|later|since)|trial|sentenced|court"
    r"|convicted|memorial|commemorat\w+|remember\w*|inquiry|last year)\b",
    re.IGNORECASE,
)
_BOUNDED = re.compile(r"\b(?:since|until|till|by|before|from|next|every|each)\s+(?:\w+\s+)?$", re.IGNORECASE)
_BACK = 160
_SPOKEN = 3
_LEAD = 350
"""Code points behind a dateline within which a weekday is that of the lead."""
_CLOSE = 25
_LATE = 7
"""Days after its news on which a report still opens with it, at most."""
_MONTHLESS = frozenset({"period", "ago", "month", "season"})
_UNREAD = ("caption", "byline", "furniture")


def clues_of(report: Report) -> tuple[Clue, ...]:
    """Everything in the text that bounds the day of publication, the surest kinds first; for reports given none."""
    text = report.text
    times = [time for time in find_times(text) if time.kind not in ("clock", "daypart")]
    furniture = [(r.start, r.end) for r in report.regions if r.kind in _UNREAD]
    read = [time for time in times if not any(start <= time.start < end for start, end in furniture)]
    opening = list(_opening(report, read))
    found = [*_stamps(text), *(_of_weekday(clue, opening) for clue in _datelines(report))]
    found += _days(text, read)
    found += _recalled(text, read)
    found += _offices(text)
    found += _names(text)
    found += opening
    return tuple(found)


def _clue(kind: ClueKind, text: str, start: int, end: int, spans: Iterable[DaySpan], reason: str) -> Clue:
    return Clue(kind=kind, quote=Quote.of(text, start, end), spans=tuple(spans), reason=reason)


def _stamps(text: str) -> Iterator[Clue]:
    """A line near the top that is hardly more than a date, or the page's own "Posted:"; the first of them."""
    offset = 0
    for line in text.split("\n"):
        start, offset = offset, offset + len(line) + 1
        if start > _TOP:
            break
        times = [t for t in find_times(line) if t.kind == "date" or (t.kind == "month" and t.parts[0].year)]
        if not times or (len(line) > _STAMP_LINE and not is_page_stamp(line, times[0].start, times[0].end)):
            continue
        time = times[0]
        letters = sum(c.isalnum() for c in line)
        covered = sum(c.isalnum() for t in find_times(line) for c in t.words)
        plain = len(line) <= _STAMP_LINE and covered >= _STAMP_SHARE * letters and not _CHANGED.search(line)
        put_up = is_page_stamp(line, time.start, time.end) and not _CHANGED.search(line[: time.start])
        spans = _exact(time, slack=0) if plain or put_up else []
        if spans:
            yield _clue("stamp", text, start + time.start, start + time.end, spans, "a line of the page gives its date")
            return


def _datelines(report: Report) -> Iterator[Clue]:
    """The day in a dateline, and "today, 13 June"."""
    text = report.text
    for region in report.regions:
        if region.kind == "dateline":
            for time in find_times(text[region.start : region.end]):
                spans = _exact(time, slack=1)
                if spans:
                    at = region.start + time.start
                    yield _clue("dateline", text, at, at + len(time.words), spans, "its dateline gives the day")
                    return
    for time in find_times(text[:_TOP]):
        if any(part.word == "today" for part in time.parts) and (spans := _exact(time, slack=0)):
            yield _clue("dateline", text, time.start, time.end, spans, "it calls that day today")
            return


def _of_weekday(dateline: Clue, opening: Sequence[Clue]) -> Clue:
    """A dateline without its year, in the years in which it is the weekday that its news names, or the day after."""
    news = opening[0] if opening else None
    if news is None or news.weekday is None or len(dateline.spans) == 1:
        return dateline
    if not 0 <= news.quote.start - dateline.quote.end <= _LEAD:
        return dateline
    fitting = tuple(
        (start, end)
        for start, end in dateline.spans
        if (date.fromisoformat(start or "").weekday() - news.weekday) % 7 <= 1
    )
    reason = f"{dateline.reason}, and its news names a weekday"
    return msgspec.structs.replace(dateline, spans=fitting, reason=reason)


def _exact(time: TimeExpression, *, slack: int) -> list[DaySpan]:
    """The days that a date told with or without its year, or a month with its year, can be."""
    part = next((p for p in time.parts if p.kind in ("date", "month") and p.bound is None), None)
    if part is None or part.month is None or part.day_to is not None or (part.kind == "month" and part.edge):
        return []
    if part.kind == "month" or part.year is not None:
        value = resolve_date(time.words, published=None)
        if value.start is None or value.end is None:
            return []
        return [(value.start, shifted(date.fromisoformat(value.end), slack).isoformat())]
    weekday = _weekday(time)
    return [
        (day.isoformat(), shifted(day, slack).isoformat())
        for year in range(FIRST.year, HORIZON.year + 1)
        if (day := calendar_day(year, part.month, part.day)) and (weekday is None or day.weekday() == weekday)
    ]


def _weekday(time: TimeExpression) -> int | None:
    return next((p.weekday for p in time.parts if p.weekday is not None), None)


def _days(text: str, times: list[TimeExpression]) -> Iterator[Clue]:
    """Days told in full, years, and days of the month: the report came after them."""
    latest: tuple[date, TimeExpression] | None = None
    for time in times:
        part = next((p for p in time.parts if p.kind in ("date", "month", "year", "season", "holiday")), None)
        if part is None or _AHEAD.search(text, max(0, time.start - _BESIDE), time.start) or _ahead(time.parts):
            continue
        if part.year is not None:
            value = resolve_date(time.words, published=None)
            first = date.fromisoformat(value.start) if value.start else None
            if first is not None and first <= HORIZON and (latest is None or first > latest[0]):
                latest = first, time
        elif part.kind == "date" and part.month is None and part.day is not None and _weekday(time) is not None:
            spans = _of_some_month(part.day, _weekday(time))
            yield _clue("weekday", text, time.start, time.end, spans, "it names a day of the month with its weekday")
        elif part.kind == "date" and part.month is not None and part.day is not None:
            weekday = _weekday(time)
            spans = _recent(part, weekday)
            if spans:
                told = "a day of the month with its weekday" if weekday is not None else "a day of the month"
                kind: ClueKind = "weekday" if weekday is not None else "day"
                yield _clue(kind, text, time.start, time.end, spans, f"it names {told}, which lay behind it")
    if latest is not None:
        day, time = latest
        kind = "day" if time.kind == "date" else "year"
        spans = [(day.isoformat(), None)]
        yield _clue(kind, text, time.start, time.end, spans, f"it looks back on {day.isoformat()}")


def _ahead(parts: Iterable[TimePart]) -> bool:
    return any(p.bound in ("until", "to") or (p.shift or 0) > 0 for p in parts)


def _recent(part: TimePart, weekday: int | None) -> list[DaySpan]:
    """The year before each such day of the month; for 29 February and weekdays only years that have it."""
    days = [
        day
        for year in range(FIRST.year, HORIZON.year + 1)
        if (day := calendar_day(year, part.month, part.day)) and (weekday is None or day.weekday() == weekday)
    ]
    return [(day.isoformat(), shifted(day, _RECENT).isoformat()) for day in days]


def _of_some_month(number: int, weekday: int | None) -> list[DaySpan]:
    """The month after each such weekday with that number ("Thursday the 13th")."""
    days = [
        day
        for year in range(FIRST.year, HORIZON.year + 1)
        for month in range(1, 13)
        if (day := calendar_day(year, month, number)) and day.weekday() == weekday
    ]
    return [(first.isoformat(), shifted(first, 27).isoformat()) for first in days]


def _offices(text: str) -> Iterator[Clue]:
    seen = set()
    for holder in holders(text):
        spans = merged(
            (t.start, shifted(date.fromisoformat(t.end), _GRACE).isoformat() if t.end else None) for t in holder.terms
        )
        if (holder.terms, spans) in seen:
            continue
        seen.add((holder.terms, spans))
        term = holder.terms[0]
        reason = f"{term.person} is named in office ({term.office[0]}, {term.country})"
        yield _clue("office", text, holder.start, holder.end, spans, reason)


def _names(text: str) -> Iterator[Clue]:
    """The youngest of the names that it uses, and those that are no longer in use."""
    used = list(names(text))
    youngest = max(used, key=lambda name: name.since, default=None)
    for name in used:
        if name is youngest or name.until is not None:
            reason = f"the name is in use since {name.since}" + (f" and until {name.until}" if name.until else "")
            yield _clue("name", text, name.start, name.end, [(name.since, name.until)], reason)


def _recalled(text: str, times: list[TimeExpression]) -> Iterator[Clue]:
    """Known events that it names, with the words of time beside them; of one named twice the closest telling."""
    best: dict[str, Clue] = {}
    memory = Memory(text)
    for start, end in split(text):
        here = [t for t in times if start <= t.start < end]
        for hit in memory.recalled(start, end):
            clue = _of_event(hit, text, times, here, start)
            known = best.get(hit.events[0].name)
            if clue is not None and (known is None or _length(clue) < _length(known)):
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
            weekday=_weekday(weekday),
            reason=f"it names a weekday with one of the {event.name[0].lower()}{event.name[1:]}",
        )
    if event.meeting and (told := _at_meeting(event, times, text, at)):
        spans: list[DaySpan] = [(event.start, shifted(date.fromisoformat(event.end), 6).isoformat())]
        day = " ".join(told.words.split())
        return _clue("event", text, at, to, spans, f"it tells of a meeting of known days ({event.name}) {day}")
    anniversary = next((p.low for t in here for p in t.parts if p.kind == "anniversary" and p.low), None)
    if anniversary is not None:
        reason = f"it is {anniversary} years after a known event ({event.name}, {event.start})"
        return _clue("anniversary", text, at, to, _anniversary(event, anniversary), reason)
    reason = f"it tells of a known event ({event.name}, {event.start})"
    beside = _beside(here, at, to, opening)
    spans = _counted(event, beside) if beside is not None else []
    if not spans and at < _TOP and (beside := _after(here, at)):
        spans = _since(event, beside)
    if not spans and (news := _news_of(event, text, times, at, opening)):
        spans, beside = [(event.start, shifted(date.fromisoformat(event.end), 6).isoformat())], news
    if spans and beside is not None:
        reason += f" as of “{' '.join(beside.words.split())}”"
    return _clue("event", text, at, to, spans or [(event.start, None)], reason)


def _weekday_before(text: str, times: list[TimeExpression], opening: int, at: int) -> TimeExpression | None:
    """The weekday of the sentence of a known event, else the last one told shortly before it."""
    end = min((n for n in (text.find(". ", at), text.find("\n", at)) if n >= 0), default=len(text))
    if any(t.kind == "date" and opening <= t.start < end for t in times):
        return None
    told = [t for t in times if opening - _BACK <= t.start < end and t.kind == "weekday" and not _ahead(t.parts)]
    inside = [t for t in told if t.start >= opening]
    return inside[0] if inside else told[-1] if told else None


def _news_of(event: PastEvent, text: str, times: list[TimeExpression], at: int, opening: int) -> TimeExpression | None:
    """The weekday by which a report's opening names a known event as its news: that on which it happened."""
    if at > _OPENING or _OLD.search(text, opening, at + _OPENING):
        return None
    first, last = date.fromisoformat(event.start), date.fromisoformat(event.end)
    days = {shifted(first, n).weekday() for n in range(min(6, (last - first).days) + 1)}
    told = [t for t in times if t.start <= _OPENING and t.kind == "weekday" and not _ahead(t.parts)]
    return told[0] if told and _weekday(told[0]) in days else None


def _after(times: list[TimeExpression], at: int) -> TimeExpression | None:
    """The words right before an event that count from it ("three months after")."""
    return next(
        (t for t in times if 0 <= at - t.end <= _CLOSE and t.kind == "chain" and t.words.endswith("after")), None
    )


def _since(event: PastEvent, time: TimeExpression) -> list[DaySpan]:
    """The days of news that its opening counts from a known event."""
    anchor = DateValue(edtf=event.start, start=event.start, end=event.end, precision="day", basis="stated")
    value = resolve_date(time.words, published=None, anchor=anchor)
    if value.start is None or value.end is None:
        return []
    return [(value.start, shifted(date.fromisoformat(value.end), _LATE).isoformat())]


def _at_meeting(event: PastEvent, times: list[TimeExpression], text: str, at: int) -> TimeExpression | None:
    """The weekday of a meeting, named in its paragraph."""
    low = text.rfind("\n\n", 0, text.rfind("\n\n", 0, at) if at else 0)
    high = text.find("\n\n", at)
    first, last = date.fromisoformat(event.start), date.fromisoformat(event.end)
    days = {shifted(first, n).weekday() for n in range((last - first).days + 1)}
    for time in times:
        if low <= time.start < (high if high >= 0 else len(text)) and _weekday(time) in days:
            return time
    return None


def _beside(times: list[TimeExpression], at: int, to: int, opening: int) -> TimeExpression | None:
    """The time right beside the words of an event, or at the head of its sentence ("last year", "in January")."""
    near = sorted(
        (0 if time.start <= opening + 2 else gap, time.start, time)
        for time in times
        if (gap := max(time.start - to, at - time.end, 0)) <= _BESIDE or time.start <= opening + 2
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


def _anniversary(event: PastEvent, years: int) -> list[DaySpan]:
    first = date.fromisoformat(event.start)
    day = calendar_day(first.year + years, first.month, first.day) or shifted(first, 365 * years)
    return [(shifted(day, -_GRACE).isoformat(), shifted(day, _GRACE).isoformat())]


def merged(spans: Iterable[DaySpan]) -> tuple[DaySpan, ...]:
    """Join spans that meet or touch; each has its first day."""
    out: list[DaySpan] = []
    for start, end in sorted(spans, key=lambda span: (span[0] or "", span[1] or "9999")):
        last = out[-1] if out else None
        if last is not None and (
            last[1] is None or (start or "") <= shifted(date.fromisoformat(last[1]), 1).isoformat()
        ):
            ends = (last[1], end)
            out[-1] = (last[0], None if None in ends else max(e for e in ends if e is not None))
        else:
            out.append((start, end))
    return tuple(out)


def _opening(report: Report, times: list[TimeExpression]) -> Iterator[Clue]:
    """The weekday of the news: the first that the opening names as its own, not "Monday's" or "last Monday"."""
    text = report.text
    title = next((r.end for r in report.regions if r.kind == "title"), 0)
    for time in times:
        if time.start < title:
            continue
        if time.start > _OPENING + title:
            return
        if time.kind == "dayword":
            # "Last night": the news has no weekday, and one told later is of something before.
            return
        part = next((p for p in time.parts if p.kind == "weekday"), None)
        if part is None or part.weekday is None or part.shift is not None or part.back is not None or part.bound:
            continue
        if part.weekday_to is not None or time.words.rstrip().endswith(("'s", "\u2019s")):
            continue
        if _BOUNDED.search(text, max(0, time.start - 20), time.start) or any(p.kind == "date" for p in time.parts):
            continue
        later = _said_later(text, times, time, part.weekday)
        yield Clue(
            kind="opening",
            quote=Quote.of(text, later.start, later.end) if later is not None else Quote.of(text, time.start, time.end),
            weekday=part.weekday if later is None else _weekday(later),
            reason="its news is named by its weekday, as that of the day or shortly before",
        )
        return


def _said_later(text: str, times: list[TimeExpression], opening: TimeExpression, weekday: int) -> TimeExpression | None:
    """A weekday up to three days after that of the news, on which somebody spoke of it: the last such."""
    said = [
        (ahead, time)
        for time in times
        if time.start > opening.end
        and (told := _weekday(time)) is not None
        and not any(p.kind == "date" or p.shift is not None or p.back is not None or p.bound for p in time.parts)
        and 0 < (ahead := (told - weekday) % 7) <= _SPOKEN
        and SAYING.search(text, max(0, time.start - 80), time.start)
    ]
    return max(said, key=lambda item: item[0])[1] if said else None
