"""Rules for times that a calendar names: dates, months, years, seasons, feasts, weekdays."""

import re
from collections.abc import Callable

from annals.english.feast_names import FEAST_NAMES, HIJRI_NAMES
from annals.english.time_groups import Groups, amount_of, days_of_edge, edge_of, shift_of, week_of_edge
from annals.english.time_parts import TimePart
from annals.english.time_words import DAYPARTS, MONTHS, SEASONS, WEEKDAY_ABBREVIATIONS, WEEKDAYS


def _date(groups: Groups) -> TimePart | None:
    day_to = groups.number("day_to")
    if day_to is not None and not groups.words("month_to") and day_to < (groups.number("day") or 0):
        # "That brought the toll of the bombing on 27 December to 14".
        day_to = None
    return TimePart(
        kind="date",
        shift=shift_of(groups),
        year=groups.number("year"),
        month=MONTHS.get(groups.first("month")),
        day=groups.number("day"),
        month_to=MONTHS.get(groups.first("month_to")),
        day_to=day_to,
    )


def _military(groups: Groups) -> TimePart | None:
    """Read "21 MAR 90", as agencies date their wires; in "on 21 March 90 people" it is a count."""
    year = groups.number("year")
    if year is None or not groups.capitals("month"):
        return None
    return TimePart(kind="date", year=1900 + year, month=MONTHS[groups.first("month")], day=groups.number("day"))


def _iso(groups: Groups) -> TimePart | None:
    digits = groups.first("iso").replace("-", "")
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    return TimePart(kind="date", year=year, month=month, day=day) if 1 <= month <= 12 else None  # noqa: PLR2004


def _group(groups: Groups) -> TimePart | None:
    """Read a date-time group of armed forces, "031830ZDEC19"."""
    word = groups.first("dtg")
    month = MONTHS.get(word[7:10])
    return TimePart(kind="date", year=2000 + int(word[10:]), month=month, day=int(word[:2])) if month else None


def _hijri(groups: Groups) -> TimePart | None:
    year = groups.number("year")
    name = " ".join(groups.words("hijri"))
    if (year is not None and not (1300 <= year <= 1500 or year >= 1900)) or not groups.capital("hijri"):  # noqa: PLR2004
        return None
    day = groups.number("day") or groups.number("day_number")
    if day is not None and day > 30:  # noqa: PLR2004
        return None
    return TimePart(
        kind="hijri", year=year, holiday=HIJRI_NAMES[name], day=day, edge=edge_of(groups), days=days_of_edge(groups)
    )


def _slashed(groups: Groups) -> TimePart | None:
    pieces = [int(piece) for piece in re.split(r"[/.-]", groups.first("slashed"))]
    if pieces[0] > 31:  # noqa: PLR2004
        year, month, day = pieces
        return TimePart(kind="date", year=year, month=month, day=day) if 1 <= month <= 12 else None  # noqa: PLR2004
    day, month, year = pieces
    year += 2000 if year < 70 else 1900 if year < 100 else 0  # noqa: PLR2004
    if month > 12:  # noqa: PLR2004
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1800 <= year <= 2100):  # noqa: PLR2004
        return None
    return TimePart(kind="date", year=year, month=month, day=day, ambiguous=day <= 12 and day != month)  # noqa: PLR2004


def _month(groups: Groups) -> TimePart | None:
    return TimePart(
        kind="month",
        year=groups.number("year"),
        month=MONTHS[groups.first("month")],
        edge=edge_of(groups),
        days=days_of_edge(groups),
        nth=week_of_edge(groups),
        shift=shift_of(groups),
    )


def _year(groups: Groups) -> TimePart | None:
    year, last = groups.number("year"), groups.number("year_to")
    if year is not None and last is not None:
        last = last if last > year else year // 100 * 100 + last
        if not year < last < year + 20:
            return None
    return TimePart(kind="year", year=year, year_to=last, edge=edge_of(groups))


def _decade(groups: Groups) -> TimePart | None:
    first = int(groups.first("decade")[:4])
    years = {"early": (0, 3), "start": (0, 3), "mid": (4, 6), "late": (7, 9), "end": (7, 9)}
    low, high = years.get(edge_of(groups) or "", (0, 9))
    return TimePart(kind="year", year=first + low, year_to=first + high)


def _week(groups: Groups) -> TimePart | None:
    """Read "week 47 of 2022" as ISO 8601 counts weeks."""
    return TimePart(kind="year", unit="week", nth=groups.number("week"), year=groups.number("year"))


def _season(groups: Groups) -> TimePart | None:
    season = groups.first("season")
    if not season:
        nth = -1 if groups.first("nth") in ("final", "last") else groups.number("nth") or 0
        season = "q4" if nth == -1 else f"q{nth}"
    if season not in SEASONS:
        return None
    return TimePart(kind="season", season=season, year=groups.number("year"), shift=shift_of(groups))


def _weekday_back(groups: Groups) -> TimePart | None:
    """Read "two Sundays ago", "the Friday before last", "a week last Monday"; "Monday last" is the latest one."""
    name = groups.first("weekday")
    weekday = WEEKDAYS.get(name, WEEKDAYS.get(name.removesuffix("s")))
    amount = groups.words("amount")
    if not amount:
        back = 2 if groups.first("weekday") and groups.plain("before") else 1
    elif name in WEEKDAYS:
        back = 2
    else:
        low, high = amount_of(groups, "ago")
        if low is None or low != high:
            return None
        back = low
    return TimePart(kind="weekday", weekday=weekday, back=back)


def _weekday(groups: Groups) -> TimePart | None:
    name, to = groups.first("weekday"), groups.first("weekday_to")
    weekday = WEEKDAYS.get(name, WEEKDAY_ABBREVIATIONS.get(name))
    return TimePart(
        kind="weekday",
        weekday=weekday,
        weekday_to=WEEKDAYS.get(to),
        shift=shift_of(groups),
        daypart=DAYPARTS.get(groups.first("daypart")),
    )


def _holiday(groups: Groups) -> TimePart | None:
    """Read a feast; in small letters a "good friday" is an opinion."""
    name = " ".join(groups.words("holiday"))
    if not groups.capital("holiday"):
        return None
    return TimePart(kind="holiday", holiday=FEAST_NAMES[name], year=groups.number("year"), nth=groups.number("nth"))


CALENDAR_RULES: dict[str, Callable[[Groups], TimePart | None]] = {
    "iso": _iso,
    "slashed": _slashed,
    "date": _date,
    "military": _military,
    "nth": _date,
    "month": _month,
    "year": _year,
    "season": _season,
    "weekday": _weekday,
    "weekday_span": _weekday,
    "weekday_back": _weekday_back,
    "dtg": _group,
    "hijri": _hijri,
    "decade": _decade,
    "week": _week,
    "holiday": _holiday,
}
"""Name of the rule -> what reads its match; None where the words do not add up to a time."""
