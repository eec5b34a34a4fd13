"""The parts of a course of events in words: days, counts, rates, and what is covered."""

from datetime import date

from annals.show.table import counted
from annals.show.values import NOT_REPORTED, range_words
from annals.tempo.shapes import Course, Interval, Range, Stretch, Tempo

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def covers_words(tempo: Tempo, how: str = "with --covers") -> str:
    """Return what the ledger covers, how that is known, and how a person says it."""
    if not tempo.covers:
        return f"No report has a known day, and no incident: what the ledger covers is not known. Say it {how}."
    spans = "; ".join(stretch_words(stretch) for stretch in tempo.covers)
    if tempo.told_covered:
        return f"Covered, as told: {spans}."
    return (
        f"The ledger covers {spans}. Taken from when its reports were published; a break of more than eight weeks is "
        "not covered. Where reports were gathered because something had happened, quiet days are missing and the rates "
        f"are too high. If you know what is covered, say it {how}."
    )


def stretch_words(stretch: Stretch) -> str:
    """Return a stretch as its first and last day, with the reports that speak for it.

    >>> stretch_words(Stretch(start="2019-12-03", end="2019-12-12", days=10, reports=7))
    '3 Dec 2019 to 12 Dec 2019 (7 reports)'
    """
    reports = f" ({counted(stretch.reports, 'report')})" if stretch.reports else ""
    return f"{day_words(stretch.start)} to {day_words(stretch.end)}{reports}"


def day_words(iso: str) -> str:
    """Return a day in words."""
    day = date.fromisoformat(iso)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def dates_words(course: Course) -> str:
    """Return how exactly the incidents are dated."""
    parts = [f"{course.exact:,} known to one day"]
    parts += [f"{course.spread:,} to a longer span"] if course.spread else []
    parts += [f"{course.open:,} with one end open"] if course.open else []
    parts += [f"{course.undated:,} undated"] if course.undated else []
    outside = f" {course.outside:,} lie outside of what is covered." if course.outside else ""
    return f"{counted(course.incidents, 'incident')}: {', '.join(parts)}.{outside}"


def count_words(count: Range) -> str:
    """Return at least and at most how many."""
    return range_words(count.low, count.high)


def rate_words(rate: Interval) -> str:
    """Return the ends of an interval to two digits that count.

    >>> rate_words(Interval(low=0, high=2.996)), rate_words(Interval(low=0.0123, high=13.14))
    ('0–3.0', '0.012–13')
    """
    return f"{number_words(rate.low)}{NOT_REPORTED}{number_words(rate.high)}"


def number_words(number: float) -> str:
    """Return a number to two digits that count, whole from ten on."""
    if number == 0:
        return "0"
    if number >= 10:  # noqa: PLR2004 - two digits already
        return f"{number:,.0f}"
    return f"{number:.1f}" if number >= 1 else f"{number:.2g}"


def days_words(days: Range) -> str:
    """Return a number of days with its range.

    >>> days_words(Range(low=0, high=0)), days_words(Range(low=1, high=4))
    ('0 days', '1–4 days')
    """
    return f"{range_words(days.low, days.high)} {'day' if days.low == days.high == 1 else 'days'}"
