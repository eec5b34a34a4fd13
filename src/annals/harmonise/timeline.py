"""The times that one report names, in the order of its text: what its vaguer times are read against."""

import re
from collections.abc import Iterator
from datetime import date

from annals.english.happening import says_when, stands_by_event
from annals.english.page_stamps import first_put_up
from annals.english.page_times import is_page_time
from annals.english.reaction_days import is_reaction
from annals.english.reaction_words import SPOKE
from annals.english.times import TimeExpression, find_times, names_hour
from annals.harmonise.dates import resolve_date
from annals.harmonise.day_spans import calendar_day
from annals.model import DateValue, Report

_PARAGRAPH = 700
"""Code points after a year within which it is carried on to days without one."""
_LEAD = 3000
"""Code points of a report in which its news is dated."""
_HALF_YEAR = 6
_OWN = frozenset({"date", "weekday", "dayword", "holiday"})
_NEWS_DAYS = 10
_BEFORE = 80
_LONGEST_DAYS = 3
SAYING = re.compile(
    rf"\b(?:{SPOKE}|tells|statement|press conference|interview|charged|arrested|appeared|pleaded|sentenced|buried"
    r"|mourned|visited|updated)\b[^.!?;]{0,40}$",
    re.IGNORECASE,
)
_DEFINITE = re.compile(
    r"\b(?:the|that)\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!['\u2019]s|\s+(?:before|after|of|the))",
    re.IGNORECASE,
)
_BOUNDED = re.compile(r"\b(?:since|until|till|by|before|from|next|every|each)\s+(?:\w+\s+)?$", re.IGNORECASE)
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/(\d{4})(\d\d)(\d\d)")
_PUT_UP = re.compile(r"\b(?:posted|published|created)\b", re.IGNORECASE)
_SLIP = 2
"""Days that a page's own stamp may lie before the publication date given, by time zones and late nights."""
_UNREAD = ("caption", "byline", "furniture", "dateline")


class Timeline:
    """The times of one report's text."""

    def __init__(self, report: Report) -> None:
        """Its times are read when first asked for."""
        self._report = report
        self._published = published_day(report.published)
        self._times: list[TimeExpression] | None = None
        self._days: list[tuple[int, date]] | None = None

    @property
    def times(self) -> list[TimeExpression]:
        """All expressions of time, in order."""
        if self._times is None:
            self._times = find_times(self._report.text)
        return self._times

    @property
    def days(self) -> list[tuple[int, date]]:
        """The single days that the text names in full or by its month of publication, with where they stand."""
        if self._days is None:
            self._days = []
            for time in self.times:
                value = resolve_date(time.words, published=self._report.published) if time.kind == "date" else None
                if value is not None and value.start is not None and value.start == value.end:
                    self._days.append((time.start, date.fromisoformat(value.start)))
        return self._days

    def year_for(self, month: int, at: int) -> int | None:
        """The year that the text carries to a day of that month told at offset `at`; None where it has none.

        A story goes forward in time: after a day of December 2019, "3 January" is one of 2020. In a report of known
        publication day the year is carried only within a paragraph's length, from a day or month told with its year
        that lies no later in its year; else a day without a year is the latest before publication.
        """
        known = self._report.published is not None
        kinds = ("date", "month") if known else ("date", "month", "year", "season")
        year, from_month = None, None
        for time in self.times:
            if time.start >= at:
                break
            if time.kind not in kinds or (known and at - time.end > _PARAGRAPH):
                continue
            for part in time.parts:
                if part.year is not None and part.bound is None:
                    year, from_month = part.year, part.month
        if year is None or from_month is None:
            return None if known else year
        if known:
            return year if month >= from_month else None
        return year + 1 if from_month - month >= _HALF_YEAR else year

    def month_before(self, at: int) -> tuple[int, int] | None:
        """Year and month of the last day or month told in full before an offset, within a paragraph's length."""
        found = None
        for time in self.times:
            if time.start >= at:
                break
            for part in time.parts:
                if part.kind in ("date", "month") and part.year and part.month and at - time.end <= _PARAGRAPH:
                    found = part.year, part.month
        return found

    def definite(self, words: str, at: int) -> bool:
        """Whether the weekday at `at` is that of a week told before: "on the Friday"."""
        return bool(_DEFINITE.search(self._report.text[max(0, at - 10) : at] + words))

    def news_day(
        self, taken: frozenset[int], within: tuple[str, str] | None = None
    ) -> tuple[TimeExpression, DateValue] | None:
        """The first day told in the report's opening that is not that of a statement, and its value.

        It is the day of news that is told without one: shortly before publication. None where there is none. A day on
        which it is said outright to have happened goes before the first. `taken`
        are the offsets of times that date other events. Where first and last day of `within` are given it is a single
        day between them, so that another event's is not taken for it, and the first told with its hour goes before.
        """
        published = self._published
        if published is None:
            return None
        told = [
            (time, value)
            for time, value in self._lead(published, taken)
            if (within is None or (value.start == value.end and within[0] <= (value.start or "") <= within[1]))
            and not self._of_saying(time)
        ]
        if within is not None:
            told.sort(key=lambda item: not names_hour(item[0].words))
        told.sort(key=lambda item: not self.outright(item[0]))
        return told[0] if told else None

    def outright(self, time: TimeExpression) -> bool:
        """Whether the report says outright that this is when the event happened."""
        return says_when(self._report.text, time.start, time.end)

    def by_event(self, start: int, end: int) -> bool:
        """Whether a time stands by a word for an event, or is said outright to be that of one."""
        return stands_by_event(self._report.text, start, end)

    def outright_days(self, taken: frozenset[int]) -> list[tuple[TimeExpression, DateValue]]:
        """The single days, up to publication, on which the report says outright that an event happened; in its order.

        `taken` are the offsets of times that date events already. Empty where the publication day is unknown.
        """
        published = self._published
        if published is None:
            return []
        told = [(time, value) for time, value in self._own(taken) if self.outright(time)]
        return [
            (time, value)
            for time, value in told
            if value.start is not None and value.start == value.end and value.start <= published.isoformat()
        ]

    def _of_saying(self, time: TimeExpression) -> bool:
        text = self._report.text
        if stands_by_event(text, time.start, time.end):
            return False
        paragraph = text.rfind("\n", 0, time.start) + 1
        return bool(
            SAYING.search(text, max(0, time.start - _BEFORE), time.start)
            or is_reaction(text, paragraph, time.start, time.end, ())
        )

    def told_by(self, taken: frozenset[int]) -> date | None:
        """The first day named in the report's opening, one on which somebody spoke: the news was over by then."""
        published = self._published
        if published is None:
            return None
        return next((date.fromisoformat(v.end) for _, v in self._lead(published, taken) if v.end is not None), None)

    def _lead(self, published: date, taken: frozenset[int]) -> Iterator[tuple[TimeExpression, DateValue]]:
        for time, value in self._own(taken):
            if time.start > _LEAD:
                break
            if value.start is None or value.end is None:
                continue
            start, end = date.fromisoformat(value.start), date.fromisoformat(value.end)
            if (end - start).days < _LONGEST_DAYS and end <= published and (published - start).days <= _NEWS_DAYS:
                yield time, value

    def _own(self, taken: frozenset[int]) -> Iterator[tuple[TimeExpression, DateValue]]:
        """The times of the news text that name days, but for those of `taken` and those of the page."""
        text = self._report.text
        unread = [(r.start, r.end) for r in self._report.regions if r.kind in _UNREAD]
        for time in self.times:
            if (
                time.kind not in _OWN
                or time.start in taken
                or _BOUNDED.search(text, max(0, time.start - 20), time.start)
            ):
                continue
            if any(start <= time.start < end for start, end in unread) or is_page_time(text, time.start, time.end):
                continue
            yield time, resolve_date(time.words, published=self._report.published)


def written(report: Report) -> str | None:
    """When a report was written, as far as that is told: its publication date, or an earlier day that its page gives.

    Archives give old pages the day of a later visit. Where the page itself says that it was put up some days before,
    or its address in an archive that it was kept by then, its words are read against that day.
    """
    given = published_day(report.published)
    if given is None:
        return report.published
    kept = _ARCHIVED.match(report.url or "")
    archived = calendar_day(*(int(part) for part in kept.groups())) if kept else None
    late = archived is not None and (given - archived).days > _SLIP
    told = _put_up(report.text) if _PUT_UP.search(report.text) else []
    earlier = [day for day in told if (given - day).days > _SLIP]
    if told and len(earlier) == len(told):
        return min(earlier).isoformat()
    return archived.isoformat() if archived is not None and late else report.published


def _put_up(text: str) -> list[date]:
    """The single days on which a page says that it was first put up."""
    days = [resolve_date(text[start:end], published=None) for start, end in first_put_up(text)]
    return [date.fromisoformat(day.start) for day in days if day.start is not None and day.start == day.end]


def published_day(published: str | None) -> date | None:
    """The publication day; None where unknown or only the month is known."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
