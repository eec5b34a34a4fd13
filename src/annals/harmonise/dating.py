"""Dates of one report's events against its publication date and against each other."""

from datetime import date, timedelta

from annals.harmonise.dates import resolve_date
from annals.model import DateValue, Report, Telling

_NEWS_DAYS = 6


class Dating:
    """Resolves date words of one report."""

    def __init__(self, report: Report) -> None:
        """Use the report's own publication date, if it has one."""
        self._published = report.published

    def resolve(self, words: str | None, *, anchor: str | None = None, backwards: bool = False) -> DateValue:
        """The value of date words; `anchor` are the words of the time they are told against.

        `backwards`: the anchor's event came after ("his warning came two days after rockets struck": the rockets are
        dated two days before the warning). Nothing known gives a value of unknowns.
        """
        if not words:
            return DateValue()
        if anchor is None:
            return resolve_date(words, published=self._published)
        against = resolve_date(anchor, published=self._published)
        return resolve_date(words, published=self._published, anchor=against, inverse=backwards)

    def news_date(self, telling: Telling) -> DateValue | None:
        """The days in which a report's undated news must lie: the week up to publication, basis `publication`.

        Only for an event that happened and that the report tells as its news; None where the publication day is unknown.
        """
        if telling.prominence != "reported" or telling.realis != "actual" or telling.aggregate:
            return None
        try:
            day = date.fromisoformat((self._published or "")[:10])
        except ValueError:
            return None
        start, end = (day - timedelta(days=_NEWS_DAYS)).isoformat(), day.isoformat()
        return DateValue(edtf=f"{start}/{end}", start=start, end=end, precision="week", basis="publication")
