"""Do the dates let the two mentions be one event?"""

from collections.abc import Mapping
from datetime import date

from annals.english.weekdays import WEEKDAYS
from annals.link.compare.context import Context
from annals.link.profile import Profile
from annals.model.cluster import Evidence
from annals.model.days import fits_month_day, gap, length, weekday_of

_FEW, _MONTH = 7, 31
_ZONES = 2
"""Days by which publication may lie before the event's day: time zones, and a day read one too late."""
_AT_ONCE, _SOON, _FOLLOWED, _LATE = 3, 10, 14, 60


_LEAP = date(2000, 1, 1)
_YEARLESS = {
    "same_month_day": "same day of the month",
    "fitting_month_day": "a day of the month that fits",
    "next_month_day": "a day apart, the year untold",
    "other_month_day": "another day of the month",
}


def compare_dates(left: Profile, right: Profile, context: Context) -> Evidence:
    """Intervals that overlap speak for one event, the more the narrower they are; a gap speaks against it.

    Dates that are only worked out or taken from the publication date count less, and never rule a pair out. Where a
    date is unknown, the weekday or the day of the month without its year is compared instead. Where nothing can be
    compared that speaks a little against one event: what else agrees may be the habit of a series.
    """
    w = context.weights.date
    if _after_report(left, right):
        return Evidence(
            name="date", score=w["far_apart"], reason="happened after the report", impossible=True,
            left=_told(left), right=_told(right),
        )  # fmt: skip
    if left.days == (None, None) or right.days == (None, None):
        return _without_date(left, right, context)
    apart = gap(left.days, right.days)
    weak = w["publication_only"] if "publication" in (left.basis, right.basis) else 1.0
    shown = (left.shown_days, right.shown_days)
    if apart == 0:
        longest = max(length(left.days) or 10_000, length(right.days) or 10_000)
        if longest == 1:
            return Evidence(name="date", score=w["same_day"] * weak, reason="same day", left=shown[0], right=shown[1])
        kind = "overlap_days" if longest <= _FEW else "overlap_month" if longest <= _MONTH else "overlap_wide"
        return Evidence(name="date", score=w[kind] * weak, reason="the dates overlap", left=shown[0], right=shown[1])
    if apart == 1:
        return Evidence(
            name="date", score=w["one_day_apart"] * weak, reason="a day apart", left=shown[0], right=shown[1]
        )
    reason = f"{apart} days apart"
    if "publication" in (left.basis, right.basis):
        finding = "before_news" if apart <= _FOLLOWED else "long_before_news" if apart <= _LATE else "far_apart"
        return Evidence(name="date", score=w[finding], reason=reason, left=shown[0], right=shown[1])
    if apart < w["impossible_gap"]:
        return Evidence(name="date", score=w["two_days_apart"] * weak, reason=reason, left=shown[0], right=shown[1])
    return Evidence(
        name="date", score=w["far_apart"] * weak, reason=reason, impossible=weak == 1.0, left=shown[0], right=shown[1]
    )


def _without_date(left: Profile, right: Profile, context: Context) -> Evidence:
    w = context.weights.date
    shown = (_told(left), _told(right))
    yearless = _yearless(left, right)
    if yearless:
        reason = _YEARLESS[yearless]
        return Evidence(name="date", score=w[yearless], reason=reason, left=shown[0], right=shown[1])
    a = left.weekday if left.weekday is not None else weekday_of(left.days)
    b = right.weekday if right.weekday is not None else weekday_of(right.days)
    if a is None or b is None:
        score, reason = _by_publication(left, right, w)
        return Evidence(name="date", score=score, reason=reason, left=shown[0], right=shown[1])
    if a == b:
        return Evidence(
            name="date", score=w["same_weekday"], reason=f"both on a {WEEKDAYS[a]}", left=shown[0], right=shown[1]
        )
    reason = f"{WEEKDAYS[a]} against {WEEKDAYS[b]}"
    return Evidence(name="date", score=w["other_weekday"], reason=reason, left=shown[0], right=shown[1])


def _after_report(left: Profile, right: Profile) -> bool:
    """Whether one happened for certain days after the report of the other came out."""
    pairs = ((left, right), (right, left))
    return any(
        b.published is not None and a.firm_days[0] is not None and a.firm_days[0] - b.published > _ZONES
        for a, b in pairs
    )


def _by_publication(left: Profile, right: Profile, w: Mapping[str, float]) -> tuple[float, str]:
    """What the days of publication say where a side tells no date: news follows its event within days."""
    lags = [
        abs(undated.published - (other.days[1] or other.published or undated.published))
        for undated, other in ((left, right), (right, left))
        if undated.days == (None, None) and undated.published is not None
        if other.days[1] is not None or other.published is not None
    ]
    if not lags:
        return w["unknown"], "no date to compare"
    lag = max(lags)
    finding = (
        "told_at_once"
        if lag <= _AT_ONCE
        else "told_soon"
        if lag <= _SOON
        else "told_late"
        if lag <= _LATE
        else "told_much_later"
    )
    return w[finding], f"no date to compare; told {lag} days apart"


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


def _told(profile: Profile) -> str | None:
    return profile.shown_days or profile.date_words
