"""Values in words: short enough for a table, and never saying more than is known.

Three different displays for counts: a number is a number (0 is none), "?" is told of without a number, a dash is
not reported.
"""

import re
from collections.abc import Iterable
from datetime import date

from annals.english.weekdays import WEEKDAYS, stated_weekday
from annals.model import (
    ActorValue,
    CountValue,
    DateValue,
    EventTypeValue,
    Figure,
    Incident,
    MunitionValue,
    PlaceValue,
    Span,
    ThingValue,
    Value,
    WeaponValue,
)
from annals.show.clean import printable
from annals.show.countries import country_name

UNKNOWN = "?"
NOT_REPORTED = "\u2013"
_TO = "\u2013"
"""The sign of a range, an en dash."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NO_YEAR = re.compile(r"XXXX-(0[1-9]|1[0-2])(?:-(\d\d))?", re.ASCII)
_PARTS_OF_MONTH = {(1, 10): "early", (11, 20): "mid", (21, 0): "late"}
"""First and last day (0 is the month's last) by the word for it."""
_BASIS = {
    "stated": "stated",
    "relative": "worked out from the words and another date",
    "publication": "only the publication date is known",
    "corroborated": "from other reports",
    "unknown": "not resolved",
}
_PRECISION = {
    "site": "the site itself",
    "town": "the town",
    "near_town": "near the town",
    "adm2": "the district only",
    "adm1": "the region only",
    "country": "the country only",
    "sea": "at sea",
    "unknown": "not located",
}


def range_words(low: int | None, high: int | None) -> str:
    """Return a count with its open ends; "?" where both are open.

    >>> range_words(5, 5), range_words(12, None), range_words(None, 3), range_words(None, None)
    ('5', '≥12', '≤3', '?')
    """
    if low is None and high is None:
        return UNKNOWN
    if low is None:
        return f"≤{high}"
    if high is None:
        return f"≥{low}"
    return str(low) if low == high else f"{low}{_TO}{high}"


def figure_words(figure: Figure) -> str:
    """Return a toll as a range, "?" for told of without a number, a dash for not reported.

    >>> figure_words(Figure(low=0, best=0, high=0, state="reported")), figure_words(Figure(state="unknown"))
    ('0', '?')
    """
    if figure.state == "not_reported":
        return NOT_REPORTED
    return range_words(figure.low, figure.high)


def span_words(span: Span) -> str:
    """Return a number of munitions with its range, as `range_words` does."""
    return range_words(span.low, span.high)


def date_words(value: DateValue) -> str:
    """Return the date as exact as it is known, in words.

    >>> date_words(DateValue(start="2019-12-09", end="2019-12-09", precision="day"))
    '9 Dec 2019'
    >>> date_words(DateValue(start="2019-12-01", end="2019-12-10", precision="few_days"))
    'early Dec 2019'
    >>> date_words(DateValue())
    'date unknown'
    """
    start, end = _day(value.start), _day(value.end)
    said = _interval(start, end)
    if said is None:
        return _without_year(value.edtf or "")
    if value.basis == "publication":
        return f"by {said}" if start == end else said
    return f"about {said}" if (value.edtf or "").endswith(("~", "%")) else said


def when_words(incident: Incident) -> str:
    """Return the incident's date; where no date is known but its reports name one weekday, that ("a Monday")."""
    value = incident.date
    if value.start or value.end or value.edtf:
        return date_words(value)
    named = {stated_weekday(claim.words) for claim in incident.claims if claim.field == "date"} - {None}
    return f"a {WEEKDAYS[day]}" if len(named) == 1 and (day := named.pop()) is not None else date_words(value)


def date_note(value: DateValue) -> str:
    """Return how exact the date is and where it comes from, for the side of a date."""
    precision = value.precision.replace("_", " ")
    if value.precision == "unknown":
        return _BASIS[value.basis]
    return (
        f"to the {precision}, {_BASIS[value.basis]}"
        if precision != "few days"
        else f"to a few days, {_BASIS[value.basis]}"
    )


def place_words(value: PlaceValue) -> str:
    """Return the place with its country.

    >>> place_words(PlaceValue(name="Anbar", kind="region", country="IQ", precision="adm1"))
    'Anbar, Iraq'
    >>> place_words(PlaceValue())
    'place unknown'
    """
    country = country_name(value.country) if value.country else None
    name = printable(value.name) if value.name else None
    if value.precision == "near_town" and name:
        name = f"near {name}"
    if country and name and country.casefold() != name.casefold():
        return f"{name}, {country}"
    return name or country or "place unknown"


def place_note(value: PlaceValue) -> str:
    """Return how exact the place is."""
    note = _PRECISION[value.precision]
    if value.radius_m is None:
        return note
    return f"{note}, within {_distance(value.radius_m)}"


def weapon_words(kind: str | None, name: str | None, calibre_mm: float | None) -> str:
    """Return a weapon as kind, model and calibre.

    >>> weapon_words("rocket", "Katyusha", 107.0)
    'rocket (Katyusha, 107 mm)'
    """
    calibre = f"{calibre_mm:g} mm" if calibre_mm is not None else None
    more = ", ".join(part for part in (printable(name) if name else None, calibre) if part)
    base = printable(kind or "").replace("_", " ")
    if not base:
        return more or "weapon unknown"
    return f"{base} ({more})" if more else base


def value_words(value: Value | None) -> str:
    """Return what a claim says, short.

    >>> value_words(CountValue(low=0, high=0))
    'none'
    """
    match value:
        case None:
            return "nobody claimed it"
        case DateValue():
            return date_words(value)
        case PlaceValue():
            return place_words(value)
        case WeaponValue():
            return weapon_words(value.kind, value.name, value.calibre_mm)
        case MunitionValue():
            kind = (value.weapon or "").replace("_", " ")
            return _said((range_words(value.low, value.high), printable(kind)))
        case CountValue():
            return _count_words(value)
        case EventTypeValue():
            return printable(value.sub_event_type or value.event_type or "type unknown")
        case ThingValue():
            kind = (value.kind or "").replace("_", " ")
            name = printable(value.name or kind or UNKNOWN)
            return f"{name} ({printable(kind)})" if kind and value.name else name
        case ActorValue():
            return printable(value.name or value.actor_id or UNKNOWN)


def published_words(published: str | None) -> str:
    """Return a publication date as given, its day in words.

    >>> published_words("2019-12-09T18:30:00+03:00"), published_words("2019-12"), published_words(None)
    ('9 Dec 2019', 'Dec 2019', 'undated')
    """
    if published is None:
        return "undated"
    day = _day(published[:10])
    if day is not None:
        return _day_words(day)
    year, _, month = published.partition("-")
    if month.isdecimal() and 1 <= int(month) <= len(_MONTHS):
        return f"{_MONTHS[int(month) - 1]} {printable(year)}"
    return printable(published)


def _count_words(value: CountValue) -> str:
    number = "none" if (value.low, value.high) == (0, 0) else range_words(value.low, value.high)
    who = printable(value.group) if value.group else f"({printable(value.population)})" if value.population else ""
    return _said((number, who, "(a part)" if value.part else ""))


def _said(parts: Iterable[str]) -> str:
    return " ".join(part for part in parts if part)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _without_year(edtf: str) -> str:
    """Read an EDTF day or month of an unknown year; any other EDTF stays as it is."""
    found = _NO_YEAR.fullmatch(edtf)
    if found is None:
        return printable(edtf) or "date unknown"
    month, day = int(found[1]), found[2]
    return f"{int(day)} {_MONTHS[month - 1]}, no year" if day else f"{_MONTHS[month - 1]}, no year"


def _interval(start: date | None, end: date | None) -> str | None:
    if start is None or end is None:
        if start is None and end is None:
            return None
        return f"since {_day_words(start)}" if start is not None else f"until {_day_words(end)}" if end else None
    if start == end:
        return _day_words(start)
    if (start.year, start.month) == (end.year, end.month):
        return _within_month(start, end)
    if _is_last_day(end) and start.day == 1:
        return _months(start, end)
    if start.year == end.year:
        return f"{start.day} {_MONTHS[start.month - 1]} {_TO} {_day_words(end)}"
    return f"{_day_words(start)} {_TO} {_day_words(end)}"


def _within_month(start: date, end: date) -> str:
    last = 0 if _is_last_day(end) else end.day
    month = f"{_MONTHS[start.month - 1]} {start.year}"
    if (start.day, last) == (1, 0):
        return month
    part = _PARTS_OF_MONTH.get((start.day, last))
    return f"{part} {month}" if part else f"{start.day}{_TO}{end.day} {month}"


def _months(start: date, end: date) -> str:
    if (start.month, end.month) == (1, len(_MONTHS)):
        return str(start.year) if start.year == end.year else f"{start.year}{_TO}{end.year}"
    first = _MONTHS[start.month - 1] + ("" if start.year == end.year else f" {start.year}")
    return f"{first} {_TO} {_MONTHS[end.month - 1]} {end.year}"


def _is_last_day(day: date) -> bool:
    return day == date.max or date.fromordinal(day.toordinal() + 1).day == 1


def _day_words(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _distance(metres: int) -> str:
    kilometre = 1000
    return f"{metres / kilometre:g} km" if metres >= kilometre else f"{metres} m"
