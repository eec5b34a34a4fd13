"""Days and months of the calendar, feasts and weekdays, their year and week chosen by publication."""

from collections.abc import Callable
from datetime import date

from annals.english.times import TimePart
from annals.harmonise.day_spans import Days, calendar_day, month_days, shifted
from annals.harmonise.periods import edge_of_month
from annals.harmonise.reference_days import Reference, over
from annals.model import DateValue

_ZONE_DAYS = 1
_WEEKDAY_YEARS = 11
_SLIP_DAYS = 60


def month_span(part: TimePart, frame: Days | None, reference: Reference) -> Days | None:
    """Read a month, or a part of it; without a year the latest that has begun. None where the year is open."""
    month = part.month or 1

    def of_year(year: int) -> Days | None:
        days = month_days(year, month)
        if days is None:
            return None
        if part.edge == "turn":
            return days
        return edge_of_month(days, part.edge)

    if part.year is not None:
        return of_year(part.year)
    if frame is not None:
        inside = [
            span
            for year in range(frame[0].year, min(frame[1].year, frame[0].year + 20) + 1)
            if (span := of_year(year)) and span[0] <= frame[1] and span[1] >= frame[0]
        ]
        return inside[-1] if inside else None
    if reference.days is None or reference.latest is None:
        return None
    day = reference.latest
    if reference.tense == "future" or part.shift == 1:
        spans = [span for year in (day.year, day.year + 1) if (span := of_year(year)) and span[1] >= day]
        return spans[0] if spans else None
    ended = part.shift == -1
    spans = [
        span
        for year in (day.year - 1, day.year)
        if (span := of_year(year)) and (span[1] < day if ended else span[0] <= day)
    ]
    return spans[-1] if spans else None


def dayword_days(part: TimePart, reference: Reference) -> Days | None:
    """Read "today", "yesterday", "overnight" and the like; None without a publication date."""
    steps = {"today": (0, 0), "yesterday": (-1, -1), "tomorrow": (1, 1), "overnight": (-1, 0)}
    steps |= {"before yesterday": (-2, -2), "after tomorrow": (2, 2)}
    first, last = steps[part.word or "today"]
    return over(reference, lambda day: (shifted(day, first), shifted(day, last)))


def day_span(part: TimePart, frame: Days | None, weekday: TimePart | None, reference: Reference) -> Days | None:
    """Read a day of the calendar, with what the other parts tell of its month or year."""
    if part.kind == "holiday":
        return _nearest(lambda year: _holiday(part.holiday or "", year), frame, None, reference)
    if part.month is None:
        return _day_of_month(part, frame, weekday, reference)
    if part.ambiguous and part.year is not None:
        days = [calendar_day(part.year, part.month, part.day), calendar_day(part.year, part.day, part.month)]
        known = sorted(day for day in days if day)
        if weekday is not None and len(fits := [day for day in known if day.weekday() == weekday.weekday]) == 1:
            known = fits
        return (known[0], known[-1]) if known else None

    def of_year(year: int) -> Days | None:
        month = part.month_to or part.month
        first = calendar_day(year, part.month, part.day)
        last = calendar_day(year, month, part.day_to) if part.day_to else first
        if first is not None and last is not None and last < first and part.month_to:
            first = calendar_day(year - 1, part.month, part.day)
        return (first, last) if first and last and first <= last else None

    if part.year is not None:
        return of_year(part.year)
    return _nearest(of_year, frame, weekday, reference)


def _nearest(
    of_year: Callable[[int], Days | None], frame: Days | None, weekday: TimePart | None, reference: Reference
) -> Days | None:
    """Choose the year of a day that has none: within the frame, else the latest before publication."""
    if frame is not None:
        years = range(frame[0].year, min(frame[1].year, frame[0].year + 20) + 1)
        inside = [span for year in years if (span := of_year(year)) and frame[0] <= span[0] <= frame[1]]
        return inside[-1] if inside else None
    if reference.latest is None:
        return None
    day = reference.latest
    if reference.tense == "future":
        spans = [span for year in range(day.year, day.year + 9) if (span := of_year(year)) and span[1] >= day]
        return spans[0] if spans else None
    limit = shifted(day, _ZONE_DAYS)
    spans = [
        span
        for year in range(day.year, day.year - _WEEKDAY_YEARS - 1, -1)
        if (span := of_year(year)) and span[0] <= limit
    ]
    if not spans:
        return None
    latest = spans[0]
    if weekday is None or weekday.weekday is None or has_weekday(latest, weekday.weekday):
        return latest
    # Close to publication a weekday off by one is a slip or another time zone; else an earlier year is meant.
    if (day - latest[1]).days <= _SLIP_DAYS:
        for slip in ((shifted(latest[0], -1), latest[1]), (latest[0], shifted(latest[1], 1))):
            if has_weekday(slip, weekday.weekday):
                return slip
    return next((span for span in spans if has_weekday(span, weekday.weekday)), latest)


def has_weekday(span: Days, weekday: int) -> bool:
    """Tell whether a span has such a weekday (Monday 0)."""
    return (weekday - span[0].weekday()) % 7 <= (span[1] - span[0]).days


def _day_of_month(part: TimePart, frame: Days | None, weekday: TimePart | None, reference: Reference) -> Days | None:
    """Read "the 29th": in the frame's month, else the latest such day before publication."""
    end = frame[1] if frame else reference.latest
    if end is None or part.day is None:
        return None
    for back in range(0, -12, -1):
        month = month_days(end.year, end.month + back)
        if month is None:
            return None
        first = calendar_day(month[0].year, month[0].month, part.day)
        last = calendar_day(month[0].year, month[0].month, part.day_to) if part.day_to else first
        if first is None or last is None or last < first or first > end:
            continue
        if weekday is not None and weekday.weekday is not None and not has_weekday((first, last), weekday.weekday):
            continue
        return first, last
    return None


def without_year(part: TimePart) -> DateValue:
    """Keep the day and month of a date whose year is unknown."""
    if part.day_to is not None or calendar_day(2000, part.month, part.day) is None:
        return DateValue()
    return DateValue(edtf=f"XXXX-{part.month:02d}-{part.day:02d}", basis="stated")


_FEASTS = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "orthodox christmas": (1, 7),
    "orthodox christmas eve": (1, 6),
    "new year day": (1, 1),
    "new year eve": (12, 31),
    "boxing day": (12, 26),
    "halloween": (10, 31),
}


def _holiday(name: str, year: int) -> Days | None:
    name = name.replace("xmas", "christmas").replace("coptic", "orthodox").replace("christmas day", "christmas")
    if name.startswith("easter"):
        sunday = _easter(year)
        if sunday is None:
            return None
        day = shifted(sunday, 1) if name.endswith("monday") else sunday
        return day, day
    feast = calendar_day(year, *_FEASTS.get(name, (0, 0)))
    return (feast, feast) if feast else None


def _easter(year: int) -> date | None:
    """Reckon Western Easter Sunday (Meeus, Astronomical Algorithms, chapter 8)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return calendar_day(year, month, day + 1)


def bare_weekday(part: TimePart, reference: Reference) -> Days | None:
    """Read a weekday that nothing else places; None without a publication date."""
    if reference.days is None or reference.latest is None or part.weekday is None:
        return None
    earliest, latest = reference.days[0], reference.latest
    future = part.shift == 1 or (reference.tense == "future" and part.shift != -1)
    days = [_one_weekday(part, day, future=future) for day in (earliest, latest)]
    first, last = min(days), max(days)
    if part.weekday_to is not None:
        # The span must be over by publication: its last day fixes the first.
        end = weekday_before(latest, part.weekday_to) if not future else last
        start = weekday_before(shifted(end, -1), part.weekday)
        return (start, end) if earliest == reference.days[1] else (min(first, start), end)
    if reference.days[0] != reference.days[1]:
        # Only the month of publication is known: any such weekday of it may be meant.
        return min(first, earliest) if first < earliest else first, last
    return last, last


def _one_weekday(part: TimePart, day: date, *, future: bool) -> date:
    weekday = part.weekday or 0
    if future:
        ahead = (weekday - day.weekday()) % 7
        return shifted(day, ahead or (7 if part.shift == 1 else 0))
    if part.shift == -1:
        return weekday_before(shifted(day, -1), weekday)
    return weekday_before(day, weekday)


def weekday_before(day: date, weekday: int) -> date:
    """Find the latest such weekday on or before a day."""
    return shifted(day, -((day.weekday() - weekday) % 7))


def weekday_span(part: TimePart, frame: Days, reference: Reference) -> Days:
    """Find a weekday within a frame, the latest that is not after publication."""
    first, last = frame
    weekday = part.weekday or 0
    if not has_weekday(frame, weekday):
        return frame
    if reference.latest is not None and first <= reference.latest and reference.tense == "past":
        last = min(last, reference.latest)
    day = weekday_before(last, weekday)
    if day < first:
        return frame
    if shifted(day, -7) >= first and part.weekday_to is None:
        # More than one such day: all that is known is where they lie.
        earliest = shifted(first, (weekday - first.weekday()) % 7)
        return earliest, day
    if part.weekday_to is not None and has_weekday((day, shifted(day, 6)), part.weekday_to):
        return day, shifted(day, (part.weekday_to - weekday) % 7)
    return day, day
