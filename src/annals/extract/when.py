"""Whether two date expressions of one report can speak of one day: enough for telling its events apart."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

import msgspec

from annals.english.feast_names import FIXED_FEASTS
from annals.english.times import TimeExpression, TimePart

_OFFSETS = {"today": 0, "tonight": 0, "overnight": 0, "yesterday": -1, "last night": -1, "tomorrow": 1}
_NEWS_DAYS = 10
_LONG = frozenset({"week", "month", "year", "decade"})


@dataclass(frozen=True, kw_only=True)
class When:
    """What the words of one event's date say; None and False are "not said"."""

    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    year: int | None = None
    feast: str | None = None
    """A feast whose day is not fixed in our calendar."""
    offset: int | None = None
    """Days from publication ("yesterday" is -1)."""
    ago: str | None = None
    """How long before, where that is said ("last month"): two of one report that differ are two times."""
    back: bool = False
    """Plainly long before the news ("last year")."""
    chain: str | None = None
    """Told against another event ("two days later"), which no calendar of the report can fix here."""
    moments: bool = False
    """That other time is minutes away ("moments later"): still the same event."""

    @property
    def said(self) -> bool:
        """Whether anything is known of the day."""
        return any(v is not None for v in (self.weekday, self.month, self.year, self.offset)) or self.back


def when_of(times: Iterable[TimeExpression]) -> When:
    """Read an event's date expressions together; of two that tell the same part the first counts."""
    parts = [_by_calendar(part) for time in times for part in time.parts]
    chain = next((p for p in parts if p.kind == "chain"), None)
    dated = [p for p in parts if p.kind in ("date", "month") and p.bound is None]
    if any(p.day is not None and p.month is not None for p in dated):
        # "A month later, on 13 June": the calendar says it, and how long after what no longer matters.
        parts = [p for p in parts if p.kind not in ("chain", "ago") or _of_year(p)]
        chain = next((p for p in parts if p.kind == "chain"), None)
    return When(
        weekday=_first(p.weekday for p in parts if p.kind == "weekday"),
        month=_first(p.month for p in dated),
        day=_first(p.day for p in dated),
        year=_first(p.year for p in parts if p.bound is None),
        feast=next((p.holiday for p in parts if p.kind == "holiday"), None),
        offset=_first(_OFFSETS.get(p.word or "") for p in parts if p.kind == "dayword"),
        ago=next((f"{p.shift} {p.unit} {p.low} {p.month} {p.year}" for p in parts if _long_ago(p)), None),
        back=any(_long_ago(p) for p in parts),
        moments=chain is not None and chain.unit in ("second", "minute"),
        chain=f"{chain.direction} {chain.low} {chain.high} {chain.unit} {chain.month}" if chain is not None else None,
    )


def _by_calendar(part: TimePart) -> TimePart:
    """A feast on a fixed day as that day; any other part as it is."""
    if part.kind != "holiday" or part.holiday not in FIXED_FEASTS:
        return part
    month, day = FIXED_FEASTS[part.holiday]
    return msgspec.structs.replace(part, kind="date", month=month, day=day)


def _of_year(part: TimePart) -> bool:
    """Whether it says of which year a day is ("on Christmas Day of that year")."""
    return part.kind == "chain" and part.unit == "year" and part.word == "calendar"


def _first(values: Iterable[int | None]) -> int | None:
    return next((value for value in values if value is not None), None)


def _long_ago(part: TimePart) -> bool:
    if part.kind in ("ago", "chain"):
        return part.unit in _LONG
    if part.kind in ("period", "month", "season", "year"):
        return (part.shift == -1 and part.unit in (_LONG | {None})) or (part.kind == "year" and part.shift != 0)
    return False


def older(when: When, published: str | None) -> bool:
    """Whether only a month is told, and not that of publication: news calls its own days by name."""
    told = _day(published)
    return when.month is not None and when.day is None and told is not None and when.month != told.month


def recent(when: When, published: str | None) -> bool:
    """Whether a day of the last ten before publication is told, or a feast, which news tells without its year."""
    if when.feast is not None and when.year is None and not when.back:
        return published is not None
    told, days = _day(published), days_meant(when, published)
    if told is None or days is None or when.back:
        return False
    return days[0] == days[1] and 0 <= (told - days[0]).days <= _NEWS_DAYS


def far(when: When, published: str | None) -> bool:
    """Whether a day or month is told that ended longer ago than news is news."""
    told, days = _day(published), days_meant(when, published)
    return told is not None and days is not None and (told - days[1]).days > _NEWS_DAYS


def agree(a: When, b: When, published: str | None) -> bool | None:
    """True where the two name one day, False where they cannot, None where that is open."""
    if a.back != b.back and (a.said and b.said):
        return False
    if a.ago is not None and b.ago is not None and a.ago != b.ago:
        return False
    if a.moments or b.moments:
        return None
    if a.chain != b.chain and (a.chain or b.chain):
        return False if (a.said or a.chain) and (b.said or b.chain) else None
    if a.chain and a.chain == b.chain:
        return True
    if (a.feast and far(b, published)) or (b.feast and far(a, published)):
        return False
    first, second = days_meant(a, published), days_meant(b, published)
    if first and second:
        apart = max((second[0] - first[1]).days, (first[0] - second[1]).days)
        exact = first[0] == first[1] and second[0] == second[1]
        return (apart <= (1 if _vague_night(a, b) else 0)) if exact or apart > 0 else None
    return _by_parts(a, b)


def _by_parts(a: When, b: When) -> bool | None:
    if a.weekday is not None and b.weekday is not None:
        return a.weekday == b.weekday
    for one, other in ((a, b), (b, a)):
        # News calls a day of this week by its name and only an older time by its month.
        if one.weekday is not None and one.month is None and other.month is not None and other.day is None:
            return False
    if a.month is not None and b.month is not None:
        if a.month != b.month:
            return False
        if a.day is not None and b.day is not None:
            return a.day == b.day
    if a.year is not None and b.year is not None and a.year != b.year:
        return False
    if a.offset is not None and b.offset is not None:
        return abs(a.offset - b.offset) <= 1 or None
    return None


def _vague_night(a: When, b: When) -> bool:
    """A night reaches into the next day, so "overnight" and a day may differ by one."""
    return a.offset is not None or b.offset is not None


def days_meant(when: When, published: str | None) -> tuple[date, date] | None:
    """First and last day, where the report's own date lets them be known; None elsewhere."""
    told = _day(published)
    if when.month is not None and (when.year is not None or told is not None):
        year = when.year if when.year is not None else _latest_year(when.month, when.day, told)
        if year is None:
            return None
        last = monthrange(year, when.month)[1]
        if when.day is not None and when.day <= last:
            return date(year, when.month, when.day), date(year, when.month, when.day)
        return date(year, when.month, 1), date(year, when.month, last)
    if told is None:
        return None
    if when.offset is not None:
        return told + timedelta(days=when.offset), told + timedelta(days=when.offset)
    if when.weekday is not None:
        day = told - timedelta(days=(told.weekday() - when.weekday) % 7)
        return day, day
    return None


def _latest_year(month: int, day: int | None, told: date | None) -> int | None:
    if told is None:
        return None
    return told.year if (month, day or 1) <= (told.month, told.day + 1) else told.year - 1


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
