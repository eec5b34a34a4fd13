"""The days of feasts and memorial days, by year.

Fixed days of the calendar; the Monday or Thursday of a month, as in the United States (5 U.S.C. 6103); feasts
reckoned from Easter; feasts of the Islamic and the Jewish calendar; and two that need tables, for the years in them.
"""

from collections.abc import Callable, Container
from datetime import date

from annals.english.feast_names import FIXED_FEASTS
from annals.harmonise.day_spans import Days, calendar_day, month_days, shifted
from annals.harmonise.lunar_calendars import hijri_days, hijri_years, jewish_day, widened

_SPANS = {"day_of_the_dead": ((11, 1), (11, 2)), "nowruz": ((3, 20), (3, 21))}
_OF_MONTH = {
    "king_day": (1, 0, 3),
    "presidents_day": (2, 0, 3),
    "mothers_day": (5, 6, 2),
    "fathers_day": (6, 6, 3),
    "memorial_day": (5, 0, -1),
    "labor_day": (9, 0, 1),
    "columbus_day": (10, 0, 2),
    "thanksgiving": (11, 3, 4),
}
"""Month, weekday (Monday 0) and which of them, -1 the last."""
_AROUND = {
    "memorial_weekend": ("memorial_day", -2, 0),
    "labor_weekend": ("labor_day", -2, 0),
    "thanksgiving_eve": ("thanksgiving", -1, -1),
    "black_friday": ("thanksgiving", 1, 1),
    "lunar_new_year_eve": ("lunar_new_year", -1, -1),
}
"""Feasts told by another: first and last day from it."""
_FROM_EASTER = {
    "ash_wednesday": (-46, -46),
    "palm_sunday": (-7, -7),
    "maundy_thursday": (-3, -3),
    "good_friday": (-2, -2),
    "holy_saturday": (-1, -1),
    "easter": (0, 0),
    "easter_monday": (1, 1),
    "easter_weekend": (-2, 1),
    "ascension": (39, 39),
    "pentecost": (49, 49),
    "whit_monday": (50, 50),
    "corpus_christi": (60, 60),
}
_ISLAMIC = {
    "ashura": (1, 10),
    "arbaeen": (2, 20),
    "mawlid": (3, 12),
    "eid_al_fitr": (10, 1),
    "eid_al_adha": (12, 10),
}
_JEWISH = {
    "passover": (1, 15, 0),
    "rosh_hashanah": (7, 1, 1),
    "yom_kippur": (7, 10, 0),
    "sukkot": (7, 15, 6),
    "simchat_torah": (7, 22, 1),
}
"""Month, day, and days more: two days of the new year, and a feast that the diaspora keeps a day later."""
_LUNAR_NEW_YEAR = (
    "2000-02-05 2001-01-24 2002-02-12 2003-02-01 2004-01-22 2005-02-09 2006-01-29 2007-02-18 2008-02-07 2009-01-26 "
    "2010-02-14 2011-02-03 2012-01-23 2013-02-10 2014-01-31 2015-02-19 2016-02-08 2017-01-28 2018-02-16 2019-02-05 "
    "2020-01-25 2021-02-12 2022-02-01 2023-01-22 2024-02-10 2025-01-29 2026-02-17"
)
_DIWALI = (
    "2010-11-05 2011-10-26 2012-11-13 2013-11-03 2014-10-23 2015-11-11 2016-10-30 2017-10-19 2018-11-07 2019-10-27 "
    "2020-11-14 2021-11-04 2022-10-24 2023-11-12 2024-10-31 2025-10-20"
)
_TABLES = {
    name: {int(day[:4]): date.fromisoformat(day) for day in days.split()}
    for name, days in (("lunar_new_year", _LUNAR_NEW_YEAR), ("diwali", _DIWALI))
}
"""Days as the Hong Kong Observatory and the government of India list them."""


def feast_days(key: str, year: int, nth: int = 1) -> list[Days]:
    """Find the days of a feast in a year, mostly one span; none where it has none or the key is unknown.

    `nth`: which day of a feast of several days. The Islamic year is shorter than ours, so that it has a feast twice in
    some years.

    >>> [first.isoformat() for key in ("good_friday", "thanksgiving") for first, last in feast_days(key, 2016)]
    ['2016-03-25', '2016-11-24']
    """
    return [(shifted(first, nth - 1), shifted(last, nth - 1)) for first, last in _spans(key, year)]


def _spans(key: str, year: int) -> list[Days]:
    for table, find in _KINDS:
        if key in table:
            return [span for span in find(key, year) if span is not None]
    return []


def _one(day: date | None, before: int = 0, after: int = 0) -> list[Days | None]:
    return [widened(day, before, after)]


def _between(key: str, year: int) -> list[Days | None]:
    (first, last) = (calendar_day(year, *ends) for ends in _SPANS[key])
    return [(first, last) if first and last else None]


def _nth_weekday(key: str, year: int) -> list[Days | None]:
    month, weekday, which = _OF_MONTH[key]
    days = month_days(year, month)
    if days is None:
        return []
    first = shifted(days[0], (weekday - days[0].weekday()) % 7)
    return _one(
        shifted(first, 7 * (which - 1)) if which > 0 else shifted(days[1], -((days[1].weekday() - weekday) % 7))
    )


def _around(key: str, year: int) -> list[Days | None]:
    other, first, last = _AROUND[key]
    return [(shifted(span[0], first), shifted(span[1], last)) for span in _spans(other, year)]


def _paschal(key: str, year: int) -> list[Days | None]:
    sunday = _easter(year)
    first, last = _FROM_EASTER[key]
    return [(shifted(sunday, first), shifted(sunday, last)) if sunday else None]


def _islamic(key: str, year: int) -> list[Days | None]:
    spans = [hijri_days(hijri, *_ISLAMIC[key]) for hijri in hijri_years(year, year)]
    return [span for span in spans if span and shifted(span[0], 1).year == year]


def _jewish(key: str, year: int) -> list[Days | None]:
    month, day, more = _JEWISH[key]
    return _one(jewish_day(year, month, day), after=more)


_KINDS: tuple[tuple[Container[str], Callable[[str, int], list[Days | None]]], ...] = (
    (FIXED_FEASTS, lambda key, year: _one(calendar_day(year, *FIXED_FEASTS[key]))),
    (_SPANS, _between),
    (_OF_MONTH, _nth_weekday),
    (_AROUND, _around),
    (_FROM_EASTER, _paschal),
    ({"orthodox_easter"}, lambda _, year: _one(_orthodox_easter(year))),
    (_ISLAMIC, _islamic),
    (_JEWISH, _jewish),
    (_TABLES, lambda key, year: _one(_TABLES[key].get(year))),
)


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


def _orthodox_easter(year: int) -> date | None:
    """Reckon Orthodox Easter Sunday in the Gregorian calendar, right from 1900 to 2099 (Meeus, chapter 8)."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    julian = calendar_day(year, month, day + 1)
    return shifted(julian, 13) if julian and 1900 <= year < 2100 else None  # noqa: PLR2004
