"""Dates of one report's events against its publication date and against each other."""

from collections.abc import Sequence
from datetime import date, timedelta

import msgspec

from annals.english.times import TimeExpression, find_times
from annals.harmonise.dates import resolve_date, weekday_of
from annals.harmonise.day_spans import calendar_day, value_of
from annals.harmonise.outright import Told, outright_days
from annals.harmonise.timeline import Timeline, published_day, written
from annals.model import DateValue, Report, Telling
from annals.model.days import precision_of

_NEWS_DAYS = 6
_HALF_WEEK = 3
_FIRST_YEAR = 1000
_CALENDAR = ("date", "month", "weekday", "clock", "daypart")


class Dating:
    """Resolves date words of one report."""

    def __init__(self, report: Report) -> None:
        """Use the day on which the report was written where it is known, else the days that its text names in full."""
        self._published = written(report)
        self._day = published_day(self._published)
        self._timeline = Timeline(msgspec.structs.replace(report, published=self._published))

    def resolve(
        self, words: str | None, *, anchor: str | None = None, backwards: bool = False, at: int | None = None
    ) -> DateValue:
        """The value of date words; `anchor` are the words of the time they are told against.

        `backwards`: the anchor's event came after ("his warning came two days after rockets struck": the rockets are
        dated two days before the warning). `at`: where the words stand in the text; in a report of unknown
        publication day a weekday is then the one nearest to the day named in full before it, and a day without a year
        has the year that the text named before it. Nothing known gives a value of unknowns.
        """
        if not words:
            return DateValue()
        if anchor is None:
            return self._read(words, at)
        return resolve_date(words, published=self._published, anchor=self._read(anchor, at), inverse=backwards)

    def resolve_against(self, words: str, told: DateValue, *, backwards: bool = False) -> DateValue:
        """The value of words such as "hours earlier" that count from the event told before them; see `resolve`."""
        return resolve_date(words, published=self._published, anchor=told, inverse=backwards)

    def _read(self, words: str, at: int | None) -> DateValue:
        return self._near(words, at) or self._carried(words, at) or resolve_date(words, published=self._published)

    def _near(self, words: str, at: int | None) -> DateValue | None:
        """The weekday nearest to the last day named in full before `at`; None where that does not apply.

        "The Friday" is told from that day wherever the report was published, and is the next such day. Words that name
        a day of a month ("Thursday, August 26") need no other day.
        """
        weekday = weekday_of(words)
        if weekday is None or at is None or resolve_date(words, published=None).start:
            return None
        if any(part.month and part.day for time in find_times(words) for part in time.parts):
            return None
        definite = self._timeline.definite(words, at)
        before = [day for offset, day in self._timeline.days if offset < at] if definite or self._day is None else []
        if not before:
            return None
        shift = (weekday - before[-1].weekday() + _HALF_WEEK) % 7 - _HALF_WEEK
        if definite:
            shift %= 7
        iso = (before[-1] + timedelta(days=shift)).isoformat()
        return DateValue(edtf=iso, start=iso, end=iso, precision="day", basis="relative")

    def _carried(self, words: str, at: int | None) -> DateValue | None:
        """A day or month without its year, in the year that the text carries; None where that does not apply."""
        if at is None:
            return None
        parts = [part for time in find_times(words) for part in time.parts]
        number = next((p.day for p in parts if p.kind == "date" and p.day and not p.month and not p.day_to), None)
        if number is not None and self._published is None:
            return self._of_month(number, at)
        month = next((part.month for part in parts if part.month), None)
        if month is None or any(part.year or part.kind not in _CALENDAR for part in parts):
            return None
        year = self._timeline.year_for(month, at)
        if (
            year is None
            or not _FIRST_YEAR <= year <= date.max.year
            or (self._published is not None and str(year) >= self._published[:4])
        ):
            return None
        value = resolve_date(words, published=f"{year}-12-31")
        return value if value.start is not None else None

    def _of_month(self, number: int, at: int) -> DateValue | None:
        """Read "the 29th" of a report of unknown publication: in the month told last before it with its year."""
        told = self._timeline.month_before(at)
        day = calendar_day(*told, number) if told is not None else None
        return value_of((day, day), "relative") if day is not None else None

    def outright(self, tellings: Sequence[Telling], taken: frozenset[int]) -> dict[int, Told]:
        """The days that the report gives its events outright, by the number of the telling; see `outright_days`."""
        return outright_days(self._timeline, tellings, taken)

    def news_date(
        self, telling: Telling, taken: frozenset[int] = frozenset()
    ) -> tuple[DateValue, TimeExpression | None] | None:
        """The days of a report's news that is told without a day of its own, and the time that says so.

        That is the first day that the report's opening names and that is not that of a statement (`taken`: offsets of
        times that date other events); else, with basis `publication` and no time, the week up to publication, or up to
        the first day on which somebody spoke of it. Only for an event that happened and that the report tells as its
        news; None where the publication day is unknown.
        """
        if not _is_news(telling) or self._day is None:
            return None
        told = self._timeline.news_day(taken)
        if told is not None:
            return told[1], told[0]
        spoken = self._timeline.told_by(taken) or self._day
        first, last = self._day - timedelta(days=_NEWS_DAYS), min(self._day, spoken)
        if first >= last:
            first = last - timedelta(days=1)
        start, end = first.isoformat(), last.isoformat()
        precision = precision_of((first.toordinal(), last.toordinal()))
        return DateValue(edtf=f"{start}/{end}", start=start, end=end, precision=precision, basis="publication"), None

    def narrowed(
        self, telling: Telling, vague: Sequence[DateValue], taken: frozenset[int] = frozenset()
    ) -> tuple[DateValue, TimeExpression] | None:
        """The day of the report's news where its words tell but a longer stretch ("overnight", "over the weekend").

        That is the first single day within the shortest of them that the report's opening names for no other event;
        None where there is none.
        """
        spans = [(v.start, v.end) for v in vague if v.start and v.end]
        if not _is_news(telling) or any(start == end for start, end in spans):
            return None
        within = min(spans, key=_length, default=None)
        told = self._timeline.news_day(taken, within) if within is not None else None
        return (told[1], told[0]) if told is not None else None


def _length(span: tuple[str, str]) -> tuple[timedelta, str]:
    """How long a stretch is, then where it begins."""
    return date.fromisoformat(span[1]) - date.fromisoformat(span[0]), span[0]


def _is_news(telling: Telling) -> bool:
    return telling.prominence == "reported" and telling.realis == "actual" and not telling.aggregate
