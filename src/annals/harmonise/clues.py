"""What in a report's own text bounds the day on which it was published."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from annals.english.page_stamps import is_page_stamp
from annals.english.times import TimeExpression, TimePart, find_times
from annals.harmonise.clue_words import (
    AHEAD,
    BESIDE,
    FIRST,
    GRACE,
    HORIZON,
    LATE,
    OPENING,
    SOON,
    TOP,
    clue_at,
    is_ahead,
    weekday_of,
)
from annals.harmonise.dates import resolve_date
from annals.harmonise.day_ranges import merged
from annals.harmonise.day_spans import calendar_day, month_days, shifted
from annals.harmonise.feasts import feast_days
from annals.harmonise.recalling import anniversaries, recalled_in
from annals.harmonise.timeline import SAYING
from annals.model import Quote, Report
from annals.model.dating import Clue, ClueKind, DaySpan
from annals.reference.history import holders, names

_STAMP_LINE = 90
_STAMP_SHARE = 0.55
_RECENT = 330
"""A day of the month told without its year lies at most so many days back."""
_CHANGED = re.compile(r"\b(?:updated?|amended|corrected|modified|edited|next|until|by)\b", re.IGNORECASE)
_BOUNDED = re.compile(r"\b(?:since|until|till|by|before|from|next|every|each)\s+(?:\w+\s+)?$", re.IGNORECASE)
_SO_FAR = re.compile(r"\b(?:so far|yet|until now|up to now|this year,?)\s+$", re.IGNORECASE)
_ISSUE = 31
"""Days after the end of a month on which what bears its name comes out, at most."""
_ON = re.compile(r"\b(?:on|during|early|late|night|morning|evening)\b", re.IGNORECASE)
_NEAR = 20
_THAT = re.compile(r"\b(?:the|that|every|each|next|following|previous|this|on a)\s+\w+day\b", re.IGNORECASE)
_SAME = 160
"""Code points between "this month" and the days that it is told by."""
_NOTE = re.compile(r"\W*updated?\W*(?:on\W+)?\Z", re.IGNORECASE)
_NOTED = 7
"""Days after a report on which a note of what has changed is put to it, at most."""
_SPOKEN = 3
_FOLLOWED = 2
"""Days after its news on which a story with a dateline is written, at most."""
_LEAD = 350
"""Code points behind a dateline within which a weekday is that of the lead."""
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
    found += _this_year(text, read)
    found += _this_month(text, read)
    found += recalled_in(text, read)
    found += anniversaries(text, read)
    found += _offices(text)
    found += _names(text)
    found += opening
    found += _told(text, read, opening)
    return tuple(found)


def _stamps(text: str) -> Iterator[Clue]:
    """A line near the top that is hardly more than a date, or the page's own "Posted:"; the first of them.

    Where other lines are other dates they are the headings of a chronology, and none is the page's own.
    """
    offset, first, headings = 0, None, set()
    for line in text.split("\n"):
        start, offset = offset, offset + len(line) + 1
        if start > TOP and len(line) > _STAMP_LINE:
            continue
        times = [t for t in find_times(line) if t.kind == "date" or (t.kind == "month" and t.parts[0].year)]
        if not times or (len(line) > _STAMP_LINE and not is_page_stamp(line, times[0].start, times[0].end)):
            continue
        time, spans = times[0], _exact(times[0], slack=0)
        letters = sum(c.isalnum() for c in line)
        covered = sum(c.isalnum() for t in find_times(line) for c in t.words)
        plain = len(line) <= _STAMP_LINE and covered >= _STAMP_SHARE * letters and not _CHANGED.search(line)
        put_up = is_page_stamp(line, time.start, time.end) and not _CHANGED.search(line[: time.start])
        if not spans or not (plain or put_up):
            continue
        if plain and not put_up:
            headings.add(spans[0])
        if first is None and start <= TOP:
            at = start + time.start
            reason = "a line of the page gives its date"
            first = put_up, clue_at("stamp", text, at, at + len(time.words), spans, reason)
    if first is not None and (first[0] or len(headings) <= 1):
        yield first[1]


def _datelines(report: Report) -> Iterator[Clue]:
    """The day in a dateline, and "today, 13 June"."""
    text = report.text
    for region in report.regions:
        if region.kind == "dateline":
            for time in find_times(text[region.start : region.end]):
                spans = _exact(time, slack=1)
                if spans:
                    at = region.start + time.start
                    yield clue_at("dateline", text, at, at + len(time.words), spans, "its dateline gives the day")
                    return
    for time in find_times(text[:TOP]):
        if any(part.word == "today" for part in time.parts) and (spans := _exact(time, slack=0)):
            yield clue_at("dateline", text, time.start, time.end, spans, "it calls that day today")
            return


def _of_weekday(dateline: Clue, opening: Sequence[Clue]) -> Clue:
    """A dateline without its year, in the years in which it is the weekday of its news, or up to two days after."""
    news = opening[0] if opening else None
    if news is None or news.weekday is None or len(dateline.spans) == 1:
        return dateline
    if not 0 <= news.quote.start - dateline.quote.end <= _LEAD:
        return dateline
    fitting = tuple(
        (start, end)
        for start, end in dateline.spans
        if (date.fromisoformat(start or "").weekday() - news.weekday) % 7 <= _FOLLOWED
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
        slack = _ISSUE if part.kind == "month" else slack
        return [(value.start, shifted(date.fromisoformat(value.end), slack).isoformat())]
    weekday = weekday_of(time)
    return [
        (day.isoformat(), shifted(day, slack).isoformat())
        for year in range(FIRST.year, HORIZON.year + 1)
        if (day := calendar_day(year, part.month, part.day)) and (weekday is None or day.weekday() == weekday)
    ]


def _days(text: str, times: list[TimeExpression]) -> Iterator[Clue]:
    """Days told in full, years, and days of the month: the report came after them."""
    latest: tuple[date, TimeExpression] | None = None
    for time in times:
        part = next((p for p in time.parts if p.kind in ("date", "month", "year", "season", "holiday")), None)
        if part is None or AHEAD.search(text, max(0, time.start - BESIDE), time.start) or is_ahead(time.parts):
            continue
        if part.year is not None:
            value = resolve_date(time.words, published=None)
            first = date.fromisoformat(value.start) if value.start else None
            if first is not None and first <= HORIZON and (latest is None or first > latest[0]):
                latest = first, time
        elif part.kind == "holiday":
            yield from _of_feast(time, part, text, times)
        elif part.kind == "date" and part.month is None and part.day is not None and weekday_of(time) is not None:
            spans = _of_some_month(part.day, weekday_of(time))
            yield clue_at("weekday", text, time.start, time.end, spans, "it names a day of the month with its weekday")
        elif part.kind == "date" and part.month is not None and part.day is not None:
            weekday = weekday_of(time)
            noted = _NOTE.match(text[text.rfind("\n", 0, time.start) + 1 : time.start])
            spans = _recent(part, weekday, ahead=_NOTED if noted else 0)
            if weekday is not None and not noted and _named_again(text, times, time, weekday):
                spans = [(start, _later(start, LATE)) for start, _ in spans]
            if spans:
                told = "a day of the month with its weekday" if weekday is not None else "a day of the month"
                kind: ClueKind = "weekday" if weekday is not None else "day"
                yield clue_at(kind, text, time.start, time.end, spans, f"it names {told}, which lay behind it")
    if latest is not None:
        day, time = latest
        kind = "day" if time.kind == "date" else "year"
        spans = [(day.isoformat(), None)]
        yield clue_at(kind, text, time.start, time.end, spans, f"it looks back on {day.isoformat()}")


def _named_again(text: str, times: Sequence[TimeExpression], told: TimeExpression, weekday: int) -> bool:
    """Whether a day told with its weekday is called by that alone further on, as one of the same week is."""
    return any(
        time.start > told.end
        and time.kind == "weekday"
        and weekday_of(time) == weekday
        and all(p.shift is None and p.back is None and p.bound is None and p.weekday_to is None for p in time.parts)
        and not _THAT.search(text, max(0, time.start - _NEAR), time.start + _NEAR)
        for time in times
    )


def _later(day: str | None, days: int) -> str | None:
    return shifted(date.fromisoformat(day), days).isoformat() if day else None


def _this_year(text: str, times: list[TimeExpression]) -> Iterator[Clue]:
    """A year up to whose present day something is counted ("14 so far in 2016")."""
    for time in times:
        part = time.parts[0]
        plain = part.kind == "year" and part.year is not None and part.year_to is None
        if plain and _SO_FAR.search(text, max(0, time.start - BESIDE), time.start):
            now = [(f"{part.year}-01-01", f"{(part.year or 0) + 1}-01-{GRACE:02}")]
            yield clue_at("year", text, time.start, time.end, now, "it counts up to its own day in that year")
            return


def _this_month(text: str, times: Sequence[TimeExpression]) -> Iterator[Clue]:
    """The month that is told to be the present one, and behind that by its days ("the third this month. On 9 May")."""
    for n, time in enumerate(times):
        if not any(p.kind == "period" and p.unit == "month" and p.shift == 0 for p in time.parts):
            continue
        days = [
            part
            for later in times[n + 1 :]
            if later.start - time.end <= _SAME and "\n\n" not in text[time.end : later.start]
            for part in later.parts
            if part.kind == "date" and part.month and part.day and part.year is None and part.bound is None
        ]
        if days and len({part.month for part in days}) == 1:
            spans = [
                (day.isoformat(), last[1].isoformat())
                for year in range(FIRST.year, HORIZON.year + 1)
                if (day := calendar_day(year, days[0].month, max(part.day or 1 for part in days)))
                and (last := month_days(year, days[0].month or 1))
            ]
            yield clue_at("day", text, time.start, time.end, spans, "it names days of the month that it calls this one")
            return


def _recent(part: TimePart, weekday: int | None, *, ahead: int = 0) -> list[DaySpan]:
    """The year after each such day of the month, and so many days `ahead`; for weekdays only years that have it."""
    days = [
        day
        for year in range(FIRST.year, HORIZON.year + 1)
        if (day := calendar_day(year, part.month, part.day)) and (weekday is None or day.weekday() == weekday)
    ]
    if ahead:
        return [(shifted(day, -ahead).isoformat(), day.isoformat()) for day in days]
    return [(day.isoformat(), shifted(day, _RECENT).isoformat()) for day in days]


def _of_feast(time: TimeExpression, part: TimePart, text: str, times: Sequence[TimeExpression]) -> Iterator[Clue]:
    """The time after a feast of one day: in all years, or in those in which it is the weekday that is told with it."""
    weekday = weekday_of(time)
    days = [
        first
        for year in range(FIRST.year, HORIZON.year + 1)
        for first, last in feast_days(part.holiday or "", year, part.nth or 1)
        if first == last and (weekday is None or first.weekday() == weekday)
    ]
    if not days:
        return
    kind: ClueKind = "weekday" if weekday is not None else "day"
    on = _ON.search(text, max(0, time.start - _NEAR), time.start + _NEAR)
    other = any(t.kind in ("date", "weekday") for t in times if t.start <= OPENING)
    bounded = any(p.bound or p.shift is not None for p in time.parts)
    late = SOON if on and time.start <= OPENING and not other and not bounded else _RECENT
    reason = "its news is of a feast" if late == SOON else "it names a feast, which lay behind it"
    spans = merged((day.isoformat(), shifted(day, late).isoformat()) for day in days)
    yield clue_at(kind, text, time.start, time.end, spans, reason)


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
            (t.start, shifted(date.fromisoformat(t.end), GRACE).isoformat() if t.end else None) for t in holder.terms
        )
        if (holder.terms, spans) in seen:
            continue
        seen.add((holder.terms, spans))
        term = holder.terms[0]
        reason = f"{term.person} is named in office ({term.office[0]}, {term.country})"
        yield clue_at("office", text, holder.start, holder.end, spans, reason)


def _names(text: str) -> Iterator[Clue]:
    """The youngest of the names that it uses, and those that are no longer in use."""
    used = list(names(text))
    youngest = max(used, key=lambda name: name.since, default=None)
    for name in used:
        if name is youngest or name.until is not None:
            reason = f"the name is in use since {name.since}" + (f" and until {name.until}" if name.until else "")
            yield clue_at("name", text, name.start, name.end, [(name.since, name.until)], reason)


def _opening(report: Report, times: list[TimeExpression]) -> Iterator[Clue]:
    """The weekday of the news: the first that the opening names as its own, not "Monday's" or "last Monday"."""
    text = report.text
    title = next((r.end for r in report.regions if r.kind == "title"), 0)
    for time in times:
        if time.start < title:
            continue
        if time.start > OPENING + title:
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
            weekday=part.weekday if later is None else weekday_of(later),
            reason="its news is named by its weekday, as that of the day or shortly before",
        )
        return


def _said_later(text: str, times: list[TimeExpression], opening: TimeExpression, weekday: int) -> TimeExpression | None:
    """A weekday up to three days after that of the news, on which somebody spoke of it: the last such."""
    said = [
        (ahead, time)
        for time in times
        if time.start > opening.end
        and (told := weekday_of(time)) is not None
        and not any(p.kind == "date" or p.shift is not None or p.back is not None or p.bound for p in time.parts)
        and 0 < (ahead := (told - weekday) % 7) <= _SPOKEN
        and SAYING.search(text, max(0, time.start - 80), time.start)
        and not AHEAD.search(text, max(0, time.start - BESIDE), time.start)
    ]
    return max(said, key=lambda item: item[0])[1] if said else None


def _told(text: str, times: Sequence[TimeExpression], opening: Sequence[Clue]) -> Iterator[Clue]:
    """Every other weekday that the report names as past, each once: it came out on one of them or shortly after."""
    seen = {clue.weekday for clue in opening}
    for time in times:
        part = next((p for p in time.parts if p.kind == "weekday"), None)
        if part is None or part.weekday in seen or part.weekday is None or part.weekday_to is not None:
            continue
        if time.kind != "weekday" or part.shift is not None or part.back is not None or is_ahead(time.parts):
            continue
        if AHEAD.search(text, max(0, time.start - BESIDE), time.start):
            continue
        seen.add(part.weekday)
        yield Clue(
            kind="told",
            quote=Quote.of(text, time.start, time.end),
            weekday=part.weekday,
            reason="it names a weekday that lay behind it, as one does within a few days",
        )
