"""The days that a stated count covers: "in as many weeks", "between January and March", "of the year"."""

import re

from annals.english.numbers import read_number
from annals.harmonise.dates import resolve_window, weekday_of
from annals.model.days import iso, ordinal

_UNIT = re.compile(
    r"\b(?:in|over|within|during|inside)\s+(?P<words>(?:the\s+)?(?:[\w-]+\s+){0,4}?)(?P<unit>day|night|week|fortnight|month|year|decade)s?\b",
    re.IGNORECASE,
)
_OF_THE = re.compile(r"\bof the (?P<unit>year|month|week|day)\b", re.IGNORECASE)
_QUARTER = re.compile(
    r"\bin the (?P<which>first|second|third|fourth|last) (?P<unit>quarter|half|(?:\w+ )?months?)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SINCE = re.compile(r"\b(?:since|from)\b", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?P<one>.+?)\s+(?:and|to|until|through)\s+(?P<two>.+)", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:in|on)\s+(?P<when>(?:early |mid-?|late )?[A-Z]\w+(?: \d{1,4})*|(?:19|20)\d\d)\s*\Z")
_BEFORE = re.compile(
    r"\b(?:the (?:year|month|week) before|the previous (?:year|month|week)|a (?:year|month|week) (?:earlier|before))",
    re.IGNORECASE,
)
_CURRENT = re.compile(
    r"\b(?:(?:during|in|of) the (?:current|present) (?P<unit>year|month|week|quarter)|"
    r"(?:(?:for|in) )?the (?P<far>year|month|week|quarter) (?:so far|to date))\b",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\bthe same (?:period|time|weeks|months) (?:of |in )?(?:the )?(?:last|previous) (?P<unit>year|month)\b",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    r"\s*\b(?:consecutive|straight|successive)\s+(?P<unit>day|night|week|month|year)s?\b|"
    r"\s*\b(?P<last>day|night|week|month|year)s?\s+(?:running|in a row)\b",
    re.IGNORECASE,
)
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3652}
_SOFTENED = re.compile(
    r"^(?:the |past |last |previous |nearly |almost |about |around |just |only |barely |more than |less than |under )*"
)
_WEEK = 7
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_BACK = {"year": ("last year", 365), "month": ("last month", 30), "week": ("last week", 7)}

Days = tuple[str | None, str | None]
"""First and last day, YYYY-MM-DD, inclusive; None is open or unknown."""


def window_days(words: str, published: str | None, number: int | None = None) -> Days:
    """Read a period against the day of publication.

    Args:
        words: of the report.
        published: ISO day; None where unknown, then only full dates are read.
        number: the stated number, for "in as many weeks".

    >>> window_days("in as many weeks", "2024-05-17", number=3)
    ('2024-04-26', '2024-05-17')
    >>> window_days("between October and December", "2024-05-17")
    ('2023-10-01', '2023-12-31')
    >>> window_days("in years", "2024-05-17")
    (None, '2024-05-17')
    """
    words = _CURRENT.sub(lambda found: f"this {found['unit'] or found['far']}", words)
    same, day = _SAME.search(words), ordinal(published)
    if same is not None and day is not None:
        start, _ = resolve_window(f"last {same['unit']}", published)
        return start, iso(day - _DAYS[same["unit"].lower()])
    running = _RUNNING.search(words)
    if running is not None and day is not None:
        many = read_number(words[: running.start()])
        unit = (running["unit"] or running["last"]).lower()
        return (
            (iso(day - (many.low - 1) * _DAYS[unit]), iso(day)) if many is not None and many.low else (None, iso(day))
        )
    quarter = re.search(r"\b(this|last) quarter\b", words, re.IGNORECASE)
    if quarter is not None and published is not None:
        return _calendar_quarter(published, last=quarter.group(1).lower() == "last")
    between = _BETWEEN.search(words)
    if between is not None:
        return _between(between["one"], between["two"], published)
    if _SINCE.search(words):
        return _since(words, published)
    quarter = _QUARTER.search(words)
    if quarter is not None and published is not None:
        return _quarter(quarter, published)
    of_the = _OF_THE.search(words)
    if of_the is not None:
        return resolve_window(f"this {of_the['unit']}" if of_the["unit"].lower() != "day" else "today", published)
    if _BEFORE.search(words):
        return _year_before(words, published)
    start, end = resolve_window(words, published)
    if start is not None or end is not None:
        return start, end
    return _units(words, published, number)


def told_time(words: str, published: str | None) -> Days:
    """The days of the time that "since" names ("since 2011": the whole of that year); None where it names none."""
    found = _SINCE.search(words)
    if found is None:
        return None, None
    told = words[found.end() :].strip()
    clause = _CLAUSE.search(told)
    start, end = _resolved(told, published)
    if start is None and clause is not None:
        start, end = _resolved(clause["when"], published)
    if start is not None and published is not None and start == end == published[:10] and weekday_of(told) is not None:
        # Nothing is counted since a day that is not over: the one of the week before is meant.
        start = end = iso((ordinal(start) or 0) - _WEEK)
    return start, end


def _resolved(words: str, published: str | None) -> Days:
    """The days of a time that may lack its preposition ("2021", "August")."""
    start, end = resolve_window(words, published)
    return (start, end) if start is not None or end is not None else resolve_window(f"in {words}", published)


def _since(words: str, published: str | None) -> Days:
    start, _ = told_time(words, published)
    return start, published[:10] if published else None


def _between(one: str, two: str, published: str | None) -> Days:
    _, end = _resolved(two, published)
    if end is not None and published is not None and end > published[:10]:
        end = published[:10]
    start, _ = _resolved(one, end or published)
    if start is not None and end is not None and start > end:
        start = None
    return start, end


def _quarter(found: re.Match[str], published: str) -> Days:
    """A quarter or a half of this year, or of the year that follows; "the first three months"."""
    rest = re.search(r"(?:19|20)\d\d", found["rest"])
    year = int(rest.group()) if rest else int(published[:4]) - ("last year" in found["rest"].lower())
    unit, which = found["unit"].lower(), _ORDER.get(found["which"].lower())
    if which is None:
        return None, None
    if unit in ("quarter", "half"):
        length = 3 if unit == "quarter" else 6
        first = (which - 1) * length + 1
    else:
        count = read_number(unit.split()[0]) if " " in unit else None
        length, first = (count.low if count and count.low else 1), 1
    last = min(len(_MONTHS), first + length - 1)
    if not 1 <= first <= len(_MONTHS):
        return None, None
    start, _ = resolve_window(f"{_MONTHS[first - 1]} {year}", published)
    _, end = resolve_window(f"{_MONTHS[last - 1]} {year}", published)
    return start, min(end, published[:10]) if end else None


def _calendar_quarter(published: str, *, last: bool) -> Days:
    """The quarter of the year in which the day lies, up to the day; or the whole of the one before."""
    year, quarter = int(published[:4]), (int(published[5:7]) - 1) // 3 - last
    if quarter < 0:
        year, quarter = year - 1, quarter + 4
    start, _ = resolve_window(f"{_MONTHS[3 * quarter]} {year}", published)
    _, end = resolve_window(f"{_MONTHS[3 * quarter + 2]} {year}", published)
    return start, min(end, published[:10]) if end else None


def _year_before(words: str, published: str | None) -> Days:
    """The year (month, week) before the one told last, which is taken for the last one."""
    unit = next(name for name in _BACK if name in words.lower())
    start, _ = resolve_window(_BACK[unit][0], published)
    number = ordinal(start)
    return resolve_window(_BACK[unit][0], iso(number)) if number is not None else (None, None)


def _units(words: str, published: str | None, number: int | None) -> Days:
    """So many days, weeks, months or years up to publication; a number of them that is not told leaves it open."""
    found, end = _UNIT.search(words), ordinal(published)
    if end is None:
        return None, None
    if found is None:
        return None, iso(end)
    told, unit = found["words"].strip().lower(), found["unit"].lower()
    counted = read_number(_SOFTENED.sub("", told)) if told else None
    if told.endswith("as many"):
        many = number
    elif re.search(r"\b(?:a|an|the|one)\b", told) and (counted is None or counted.kind == "indefinite"):
        many = 1
    else:
        many = counted.low if counted is not None and counted.kind != "vague" else None
    if many is None:
        return None, iso(end)
    return iso(max(1, end - many * _DAYS[unit])), iso(end)


_MONTHS = "January February March April May June July August September October November December".split()
