"""Do the dates let the two mentions be one event?"""

from datetime import date

from annals.english.weekdays import WEEKDAYS
from annals.link.compare.finding import Finding
from annals.link.profile import Profile
from annals.model.days import fits_month_day, gap, iso, length, weekday_of

FAR_DAYS = 4
"""Days between two dates from which they cannot be one event, where both are stated in full."""
_FEW, _MONTH = 7, 31
_ZONES = 2
"""Days by which publication may lie before the event's day: time zones, and a day read one too late."""
_AT_ONCE, _SOON, _FOLLOWED, _LATE = 3, 10, 14, 60


_LAGS = (("at_once", 3), ("soon", 14), ("late", 90), ("much_later", 365), ("years_later", 10**9))
_LEAP = date(2000, 1, 1)
_YEARLESS = {
    "same_month_day": "same day of the month",
    "fitting_month_day": "a day of the month that fits",
    "next_month_day": "a day apart, the year untold",
    "other_month_day": "another day of the month",
}


def compare_dates(left: Profile, right: Profile) -> Finding:
    """Intervals that overlap speak for one event, the more the narrower they are; a gap speaks against it.

    Only dates that are stated in full rule a pair out: others are worked out and may be misread, or are no more than
    that of publication, and count less. Where a date is unknown, the weekday or the day of the month without its year
    is compared instead. Where nothing can be compared that speaks a little against one event: what else agrees may be
    the habit of a series.
    """
    after = _after_report(left, right)
    if after:
        return Finding("after_report", "happened after the report", *_shown(left, right), after == "stated")
    if left.days == (None, None) or right.days == (None, None):
        return _without_date(left, right)
    apart = gap(left.days, right.days)
    published = "publication" in (left.basis, right.basis)
    weak = "_published" if published else ""
    shown = _shown(left, right)
    if apart == 0:
        longest = max(length(left.days) or 10_000, length(right.days) or 10_000)
        if longest == 1:
            return Finding(f"same_day{weak}", "same day", *shown)
        kind = "overlap_days" if longest <= _FEW else "overlap_month" if longest <= _MONTH else "overlap_wide"
        return Finding(f"{kind}{weak}", "the dates overlap", *shown)
    if apart == 1:
        return Finding(f"one_day_apart{weak}", "a day apart", *shown)
    reason = f"{apart} days apart"
    if published:
        level = "before_news" if apart <= _FOLLOWED else "long_before_news" if apart <= _LATE else "far_apart"
        return Finding(level, reason, *shown)
    if apart < FAR_DAYS:
        return Finding("two_days_apart", reason, *shown)
    return Finding("far_apart", reason, *shown, impossible=left.basis == right.basis == "stated")


def _without_date(left: Profile, right: Profile) -> Finding:
    shown = _shown(left, right)
    yearless = _yearless(left, right)
    if yearless:
        return Finding(yearless, _YEARLESS[yearless], *shown)
    a = left.weekday if left.weekday is not None else weekday_of(left.days)
    b = right.weekday if right.weekday is not None else weekday_of(right.days)
    if a is None or b is None:
        return Finding(*_by_publication(left, right), *shown)
    if a == b:
        return Finding("same_weekday", f"both on a {WEEKDAYS[a]}", *shown)
    return Finding("other_weekday", f"{WEEKDAYS[a]} against {WEEKDAYS[b]}", *shown)


def compare_news(left: Profile, right: Profile) -> Finding | None:
    """How many days lie between the two reports, and whether the dates of their events agree.

    Where two reports of one day tell one story, a date that differs may be misread, or be that of an arrest. None where
    a report's own date is not known, or one of the events has none.
    """
    if left.published is None or right.published is None or (None, None) in (left.days, right.days):
        return None
    lag = abs(left.published - right.published)
    after = next(name for name, most in _LAGS if lag <= most)
    how = "agreed" if gap(left.days, right.days) == 0 else "differing"
    return Finding(f"{how}_{after}", f"the reports are {lag} days apart", *_reported(left, right))


def _after_report(left: Profile, right: Profile) -> str | None:
    """The basis of a date on which one happened days after the report of the other came out; None where none did."""
    for a, b in ((left, right), (right, left)):
        low = a.days[0] if a.basis != "publication" else None
        if b.published is not None and low is not None and low - b.published > _ZONES:
            return a.basis
    return None


def _by_publication(left: Profile, right: Profile) -> tuple[str, str]:
    """What the days of publication say where a side tells no date: news follows its event within days."""
    lags = [
        abs(undated.published - (other.days[1] or other.published or undated.published))
        for undated, other in ((left, right), (right, left))
        if undated.days == (None, None) and undated.published is not None
        if other.days[1] is not None or other.published is not None
    ]
    if not lags:
        return "unknown", "no date to compare"
    lag = max(lags)
    level = (
        "told_at_once"
        if lag <= _AT_ONCE
        else "told_soon"
        if lag <= _SOON
        else "told_late"
        if lag <= _LATE
        else "told_much_later"
    )
    return level, f"no date to compare; told {lag} days apart"


def _yearless(left: Profile, right: Profile) -> str | None:
    """How the days of the month agree where a year lacks, as the name of a weight; None where that cannot be told."""
    if left.month_day and right.month_day:
        if left.month_day[0] != right.month_day[0] and None in (left.month_day[1], right.month_day[1]):
            return "other_month_day"
        if None in (left.month_day[1], right.month_day[1]):
            return None
        # A leap year, so that 29 February is a day.
        days = [
            _LEAP.replace(month=month, day=day or 1).toordinal() for month, day in (left.month_day, right.month_day)
        ]
        return _month_days_apart(*days)
    for known, other in ((left.month_day, right), (right.month_day, left)):
        size = length(other.days)
        if known and other.days[0] is not None and size is not None:
            if known[1] is None:
                return None if fits_month_day(other.days, known) else "other_month_day"
            if size > _MONTH:
                return None if fits_month_day(other.days, known) is not False else "other_month_day"
            if fits_month_day(other.days, known):
                return "same_month_day" if size == 1 else "fitting_month_day"
            near = (other.days[0] - 1, (other.days[1] or other.days[0]) + 1)
            return "next_month_day" if fits_month_day(near, known) else "other_month_day"
    return None


def _month_days_apart(day: int, other: int) -> str:
    apart = abs(day - other)
    return "same_month_day" if apart == 0 else "next_month_day" if apart == 1 else "other_month_day"


def _shown(left: Profile, right: Profile) -> tuple[str | None, str | None]:
    return _told(left), _told(right)


def _reported(left: Profile, right: Profile) -> tuple[str | None, str | None]:
    first, second = (None if day is None else iso(day) for day in (left.published, right.published))
    return first, second


def _told(profile: Profile) -> str | None:
    return profile.shown_days or profile.date_words
