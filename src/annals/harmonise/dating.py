"""Dates of one report's events against its publication date and against each other."""

from datetime import date, timedelta

from annals.english.times import find_times
from annals.harmonise.dates import resolve_date, weekday_of
from annals.model import DateValue, Report, Telling

_NEWS_DAYS = 6
_HALF_WEEK = 3


class Dating:
    """Resolves date words of one report."""

    def __init__(self, report: Report) -> None:
        """Use the report's own publication date where it has one, else the days that its text names in full."""
        self._published = report.published
        self._day = _day(report.published)
        self._named = _named_days(report) if self._day is None else []

    def resolve(
        self, words: str | None, *, anchor: str | None = None, backwards: bool = False, at: int | None = None
    ) -> DateValue:
        """The value of date words; `anchor` are the words of the time they are told against.

        `backwards`: the anchor's event came after ("his warning came two days after rockets struck": the rockets are
        dated two days before the warning). `at`: where the words stand in the text; in a report of unknown
        publication day a weekday is then the one nearest to the day named in full before it. Nothing known gives a
        value of unknowns.
        """
        if not words:
            return DateValue()
        if anchor is None:
            return self._near(words, at) or resolve_date(words, published=self._published)
        against = self._near(anchor, at) or resolve_date(anchor, published=self._published)
        return resolve_date(words, published=self._published, anchor=against, inverse=backwards)

    def _near(self, words: str, at: int | None) -> DateValue | None:
        """The weekday nearest to the last day that the text named in full before `at`; None where that does not apply."""
        weekday = weekday_of(words)
        before = [day for offset, day in self._named if at is not None and offset < at]
        if weekday is None or not before or resolve_date(words, published=None).start is not None:
            return None
        shift = (weekday - before[-1].weekday() + _HALF_WEEK) % 7 - _HALF_WEEK
        iso = (before[-1] + timedelta(days=shift)).isoformat()
        return DateValue(edtf=iso, start=iso, end=iso, precision="day", basis="relative")

    def news_date(self, telling: Telling) -> DateValue | None:
        """The days in which a report's undated news must lie: the week up to publication, basis `publication`.

        Only for an event that happened and that the report tells as its news; None where the publication day is unknown.
        """
        if telling.prominence != "reported" or telling.realis != "actual" or telling.aggregate or self._day is None:
            return None
        start, end = (self._day - timedelta(days=_NEWS_DAYS)).isoformat(), self._day.isoformat()
        return DateValue(edtf=f"{start}/{end}", start=start, end=end, precision="week", basis="publication")


def _day(published: str | None) -> date | None:
    """The publication day; None where unknown or only the month is known."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _named_days(report: Report) -> list[tuple[int, date]]:
    """The single days that the text names in full or by its month of publication, with where they stand, in order."""
    found = []
    for time in find_times(report.text):
        if time.kind != "date":
            continue
        value = resolve_date(time.words, published=report.published)
        if value.start is not None and value.start == value.end:
            found.append((time.start, date.fromisoformat(value.start)))
    return found
