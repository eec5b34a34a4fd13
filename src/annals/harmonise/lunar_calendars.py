"""Days of the Islamic and the Jewish calendar, by arithmetic (Dershowitz and Reingold, Calendrical Calculations).

Islamic months begin with a sighting of the moon, which differs by a day from the tabular calendar and between
countries: what is read from it is a day wider on each side. Jewish days are exact, and begin on the evening before.
"""

from datetime import date, timedelta

from annals.harmonise.day_spans import Days, shifted

HIJRI_MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "muharram moharram",
            "safar",
            "rabi-i",
            "rabi-ii",
            "jumada-i",
            "jumada-ii",
            "rajab",
            "shaaban shaban sha'ban",
            "ramadan ramadhan ramzan",
            "shawwal shawal",
            "dhu-qida",
            "dhu-hijja",
        ),
        start=1,
    )
    for name in names.split()
}
"""Months of the Islamic year by the names that news English gives them, 1 to 12; those of two words by a short key."""

_ISLAMIC_EPOCH = 227_015
"""Ordinal of 1 Muharram 1, 19 July 622 (Gregorian), in the civil tabular calendar."""
_SIGHTING = timedelta(days=1)
_JEWISH_EPOCH = -1_373_427
_TISHRI = 7


def hijri_day(year: int, month: int, day: int) -> date | None:
    """Find a day of the tabular Islamic calendar; None outside of the years that `date` knows.

    >>> hijri_day(1438, 9, 1), hijri_day(1, 1, 1)
    (datetime.date(2017, 5, 27), datetime.date(622, 7, 19))
    """
    months = -(-59 * (month - 1) // 2)
    number = _ISLAMIC_EPOCH - 1 + day + months + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(number) if 1 <= number <= date.max.toordinal() else None


def hijri_days(year: int, month: int, day: int | None = None) -> Days | None:
    """Find a day of the Islamic year, or a whole month, with a day more on each side for the sighting of the moon."""
    first = hijri_day(year, month, day or 1)
    last = first if day else hijri_day(year + month // 12, month % 12 + 1, 0)
    return (first - _SIGHTING, last + _SIGHTING) if first and last else None


def hijri_years(first: int, last: int) -> range:
    """List the Islamic years that have days in these Gregorian ones."""
    return range((first - 622) * 33 // 32, (last - 621) * 33 // 32 + 2)


def jewish_day(year: int, month: int, day: int) -> date | None:
    """Find a day of Nisan (month 1) or Tishri (month 7) that falls in this Gregorian year.

    >>> jewish_day(1973, 7, 10), jewish_day(2018, 1, 15)
    (datetime.date(1973, 10, 6), datetime.date(2018, 3, 31))
    """
    if not 1 <= year <= 9998:  # noqa: PLR2004
        return None
    # Nisan lies 177 days before the next Tishri: six months of 30 and 29 days in turn.
    return date.fromordinal(_new_year(year + 3761) - (0 if month == _TISHRI else 177) + day - 1)


def _new_year(year: int) -> int:
    """The ordinal of 1 Tishri of a Jewish year."""
    return _JEWISH_EPOCH + _elapsed(year) + _delay(year)


def _elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12_084 + 13_753 * months
    day = 29 * months + parts // 25_920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day  # noqa: PLR2004


def _delay(year: int) -> int:
    last, this, following = _elapsed(year - 1), _elapsed(year), _elapsed(year + 1)
    if following - this == 356:  # noqa: PLR2004
        return 2
    return 1 if this - last == 382 else 0  # noqa: PLR2004


def widened(day: date | None, before: int = 0, after: int = 0) -> Days | None:
    """Make a span of a day and some before and after it; None for None."""
    return (shifted(day, -before), shifted(day, after)) if day else None
