"""Days and months of the calendar, feasts and weekdays, their year and week chosen by publication."""

from collections.abc import Callable
from datetime import date

from annals.english.times import TimePart
from annals.harmonise.day_spans import Days, calendar_day, month_days, shifted
from annals.harmonise.feasts import feast_days
from annals.harmonise.lunar_calendars import HIJRI_MONTHS, hijri_day, hijri_days, hijri_years
from annals.harmonise.periods import edge_of_month
from annals.harmonise.reference_days import Reference, over
from annals.model import DateValue

_ZONE_DAYS = 1
_WEEKDAY_YEARS = 11
_SLIP_DAYS = 60
_FIRST_OF_OURS = 1800
"""Years from this one on are of our calendar, earlier ones of the Islamic."""


def month_span(part: TimePart, frame: Days | None, reference: Reference) -> Days | None:
    """Read a month, or a part of it; without a year the latest that has begun. None where the year is open."""
    month = part.month or 1

    def of_year(year: int) -> Days | None:
        days = month_days(year, month)
        if days is None:
            return None
        if part.edge == "turn":
            return days
        return edge_of_month(days, part.edge, count=part.days, week=part.nth)

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
        return _nearest(lambda year: _feast(part, year), frame, None, _of_year(part, reference))
    if part.kind == "hijri" and part.year is not None and part.year < _FIRST_OF_OURS:
        return _in_hijri(part, part.year, HIJRI_MONTHS[part.holiday or "ramadan"])
    if part.kind == "hijri":
        return _nearest(lambda year: _hijri(part, year), frame, None, _of_year(part, reference))
    if part.month is None:
        return _day_of_month(part, frame, weekday, reference)
    if part.ambiguous and part.year is not None:
        days = [calendar_day(part.year, part.month, part.day), calendar_day(part.year, part.day, part.month)]
        known = sorted(day for day in days if day)
        if weekday is not None and len(fits := [day for day in known if day.weekday() == weekday.weekday]) == 1:
            known = fits
        past = [day for day in known if reference.latest is not None and day <= reference.latest]
        known = past if past and reference.tense == "past" else known
        return (known[0], known[-1]) if known else None

    def of_year(year: int) -> list[Days]:
        month = part.month_to or part.month
        first = calendar_day(year, part.month, part.day)
        last = calendar_day(year, month, part.day_to) if part.day_to else first
        if first is not None and last is not None and last < first and part.month_to:
            first = calendar_day(year - 1, part.month, part.day)
        return [(first, last)] if first and last and first <= last else []

    if part.year is not None:
        return next(iter(of_year(part.year)), None)
    return _nearest(of_year, frame, weekday, reference)


def _of_year(part: TimePart, reference: Reference) -> Reference:
    """Read a feast told with its year as from the end of that year."""
    if part.year is None:
        return reference
    end = calendar_day(part.year, 12, 31)
    return Reference(days=(end, end), latest=end, anchor=None, tense="past") if end else reference


def _nearest(
    of_year: Callable[[int], list[Days]], frame: Days | None, weekday: TimePart | None, reference: Reference
) -> Days | None:
    """Choose the year of a day that has none: within the frame, else the latest before publication."""
    if frame is not None:
        years = range(frame[0].year, min(frame[1].year, frame[0].year + 20) + 1)
        inside = [span for year in years for span in of_year(year) if frame[0] <= span[0] <= frame[1]]
        return inside[-1] if inside else None
    if reference.latest is None:
        return None
    day = reference.latest
    if reference.tense == "future":
        spans = [span for year in range(day.year, day.year + 9) for span in of_year(year) if span[1] >= day]
        return min(spans, default=None)
    limit = shifted(day, _ZONE_DAYS)
    spans = [
        span
        for year in range(day.year, day.year - _WEEKDAY_YEARS - 1, -1)
        for span in reversed(of_year(year))
        if span[0] <= limit
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


def _feast(part: TimePart, year: int) -> list[Days]:
    return feast_days(part.holiday or "", year, part.nth or 1)


def _hijri(part: TimePart, year: int) -> list[Days]:
    """Find a month of the Islamic calendar, a part of one or a day of one, that begins in a year of ours."""
    month = HIJRI_MONTHS[part.holiday or "ramadan"]
    spans = [_in_hijri(part, number, month) for number in hijri_years(year, year)]
    return [span for span in spans if span and span[0].year == year]


def _in_hijri(part: TimePart, year: int, month: int) -> Days | None:
    if part.day is not None or part.edge is None:
        return hijri_days(year, month, part.day)
    first, last = hijri_day(year, month, 1), hijri_day(year + month // 12, month % 12 + 1, 0)
    if first is None or last is None:
        return None
    third = 10 * (("early", "mid", "late").index(part.edge)) if part.edge in ("early", "mid", "late") else None
    if third is not None:
        first, last = shifted(first, third), min(last, shifted(first, third + 9))
    elif part.edge in ("first half", "second half"):
        first, last = (first, shifted(first, 14)) if part.edge == "first half" else (shifted(first, 15), last)
    else:
        count = part.days or 7
        first, last = (shifted(last, 1 - count), last) if part.edge == "end" else (first, shifted(first, count - 1))
    return shifted(first, -1), shifted(last, 1)


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
    if part.back is not None:
        last = weekday_before(shifted(day, -1), weekday)
        return shifted(last, -7 * (part.back - 1))
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
