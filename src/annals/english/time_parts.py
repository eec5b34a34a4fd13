"""The parts of an expression of time, and how each rule's words are read into them."""

import re
from typing import Literal

import msgspec

from annals.english.feast_names import FEAST_NAMES, HIJRI_NAMES
from annals.english.number_words import ORDINALS, cardinal, figure
from annals.english.time_words import DAYPARTS, MONTHS, SEASONS, UNITS, WEEKDAY_ABBREVIATIONS, WEEKDAYS
from annals.english.tokens import Tokens

TimeKind = Literal[
    "date",
    "weekday",
    "dayword",
    "holiday",
    "hijri",
    "month",
    "season",
    "year",
    "period",
    "ago",
    "chain",
    "anniversary",
    "window",
    "clock",
    "daypart",
]

Edge = Literal["early", "mid", "late", "start", "end", "turn", "first half", "second half"]
Bound = Literal["since", "until", "from", "to"]


class TimePart(msgspec.Struct, frozen=True, kw_only=True):
    """One part of an expression, as the words have it; what is not told is None."""

    kind: TimeKind
    year: int | None = None
    """Of the kind `hijri` a year of the Islamic calendar, or one of ours."""
    year_to: int | None = None
    """Last year of a span ("2009-10"), inclusive."""
    month: int | None = None
    """1 to 12; of the kind `hijri` a month of the Islamic year."""
    day: int | None = None
    """1 to 31; may be a day that the month does not have."""
    month_to: int | None = None
    day_to: int | None = None
    """Last day of a span ("13-14 April"), inclusive."""
    ambiguous: bool = False
    """True for 3/12/2019, where day and month may be the other way round."""
    weekday: int | None = None
    """Monday 0 to Sunday 6."""
    weekday_to: int | None = None
    season: str | None = None
    """spring, summer, autumn, fall, winter, or a quarter of the year: q1 to q4."""
    holiday: str | None = None
    """A key of `feast_names`."""
    nth: int | None = None
    """Which day of a feast ("the third day of Easter"), which week of a month or year; -1 the last."""
    days: int | None = None
    """How many days the edge of a month has ("the last ten days of August")."""
    back: int | None = None
    """Of a weekday, how many of them back ("two Sundays ago")."""
    edge: Edge | None = None
    """Which part of the month, year or week."""
    daypart: str | None = None
    """morning, afternoon, evening, night."""
    shift: int | None = None
    """-1 last, 0 this, 1 next; for "this past Friday" -1."""
    word: str | None = None
    """today, yesterday, tomorrow, before yesterday, after tomorrow, overnight; for windows recent, so far, inside; for
    chains calendar ("the following week" is a week of the calendar, "that Friday" is of such a week); eve ("on the eve
    of")."""
    unit: str | None = None
    """second, minute, hour, day, night, week, weekend, fortnight, month, year, decade."""
    low: int | None = None
    high: int | None = None
    """How many units, inclusive, None where open."""
    direction: int | None = None
    """For chains: 1 after the anchor, -1 before it, 0 at the same time or close after ("within hours of")."""
    hedge: Literal["more", "less"] | None = None
    """For "more than a week ago" and "less than a week after"."""
    bound: Bound | None = None
    """What the expression is an end of ("since late October")."""


_RECENT = frozenset({"day", "week", "month", "year", "hour", "decade"})


class Groups:
    """The words that a rule's groups matched."""

    def __init__(self, tokens: Tokens, match: re.Match[str]) -> None:
        """Look at one match over the tokens of a text."""
        self._tokens, self._words, self._match = tokens, tokens.words, match
        self._names = match.re.groupindex

    def words(self, name: str) -> list[str]:
        """Give a group's words, none where it did not match."""
        if name not in self._names or self._match[name] is None:
            return []
        return self._words[self._match.start(name) : self._match.end(name)]

    def first(self, name: str) -> str:
        """Give a group's first word, "" where it did not match."""
        words = self.words(name)
        return words[0] if words else ""

    def capitals(self, name: str) -> bool:
        """Whether a group's word is written in capitals."""
        return self._tokens.raw[self._match.start(name)].isupper()

    def capital(self, name: str) -> bool:
        """Whether a group's first word begins with a capital."""
        return self._tokens.raw[self._match.start(name)][:1].isupper()

    def plain(self, word: str) -> bool:
        """Whether a word is among all that the rule matched."""
        return word in self._words[self._match.start() : self._match.end()]

    def number(self, name: str) -> int | None:
        """Give a group's figure or ordinal as a number."""
        word = self.first(name)
        if word in ORDINALS:
            return ORDINALS[word]
        read = figure(word) if word[:1].isdigit() else None
        return int(read[0]) if read else None


def read_part(tokens: Tokens, kind: str, match: re.Match[str]) -> tuple[TimePart | None, bool]:
    """Read a rule's match; None where the words do not add up to a time.

    The second value is True for a part that is a time only where it joins another ("evening").
    """
    groups = Groups(tokens, match)
    reader = _READERS[kind]
    part = reader(groups)
    weak = kind == "daypart" and not groups.words("strict")
    return part, weak


def _date(groups: Groups) -> TimePart | None:
    day_to = groups.number("day_to")
    return TimePart(
        kind="date",
        shift=_shift(groups),
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


def _hedge(groups: Groups) -> Literal["more", "less"] | None:
    word = groups.first("hedge") or {"over": "more", "under": "less"}.get(groups.first("hedged"), "")
    return None if not word else "more" if word == "more" else "less"


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
        kind="hijri", year=year, holiday=HIJRI_NAMES[name], day=day, edge=_edge(groups), days=_days_of_edge(groups)
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
        edge=_edge(groups),
        days=_days_of_edge(groups),
        nth=_week_of_edge(groups),
        shift=_shift(groups),
    )


def _year(groups: Groups) -> TimePart | None:
    year, last = groups.number("year"), groups.number("year_to")
    if year is not None and last is not None:
        last = last if last > year else year // 100 * 100 + last
        if not year < last < year + 20:
            return None
    return TimePart(kind="year", year=year, year_to=last, edge=_edge(groups))


def _decade(groups: Groups) -> TimePart | None:
    first = int(groups.first("decade")[:4])
    years = {"early": (0, 3), "start": (0, 3), "mid": (4, 6), "late": (7, 9), "end": (7, 9)}
    low, high = years.get(_edge(groups) or "", (0, 9))
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
    return TimePart(kind="season", season=season, year=groups.number("year"), shift=_shift(groups))


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
        low, high = _amount(groups, "ago")
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
        shift=_shift(groups),
        daypart=DAYPARTS.get(groups.first("daypart")),
    )


def _dayword(groups: Groups) -> TimePart | None:
    words = groups.words("word")
    word = words[0]
    daypart = DAYPARTS.get(groups.first("daypart"))
    if word in ("this", "last"):
        daypart = DAYPARTS[words[1]]
        word = "today" if word == "this" else "yesterday"
    elif word == "day":
        word = "before yesterday" if words[-1] == "yesterday" else "after tomorrow"
        if (words[1] == "after") == (words[-1] == "yesterday"):
            return None
    elif word == "tonight":
        word, daypart = "today", "night"
    return TimePart(kind="dayword", word=word, daypart=daypart)


def _period(groups: Groups) -> TimePart | None:
    edge = _edge(groups)
    shift = _shift(groups)
    unit = UNITS.get(groups.first("unit"), "decade")
    if edge is None and not groups.words("shift") and unit != "weekend":
        edge = "start"
    return TimePart(kind="period", unit=unit, shift=shift, edge=edge)


def _ago(groups: Groups) -> TimePart | None:
    low, high = _amount(groups, "ago")
    unit = UNITS[groups.first("unit")]
    if low is None:
        return None
    return TimePart(kind="ago", unit=unit, low=low, high=high, direction=-1, hedge=_hedge(groups))


def _chain(groups: Groups) -> TimePart | None:
    relation, unit = groups.first("relation"), groups.first("unit") or groups.first("the")
    if relation == "that" and unit in WEEKDAYS and not groups.capital("relation"):
        # "Police said that Saturday's raid": no day told before is meant.
        return None
    relation = {"after": "following", "before": "previous"}.get(relation, relation)
    daypart = DAYPARTS.get(groups.first("daypart")) or DAYPARTS.get(unit)
    direction_word = groups.first("direction")
    if relation or (unit == "day" and not direction_word and not groups.words("amount") and not groups.words("within")):
        return _related(relation or "same", unit, daypart)
    if groups.words("the"):
        if unit not in ("day", "night", "morning", "evening", "afternoon", "week", "month", "year", "weekend"):
            return None
        if unit in ("week", "month", "year"):
            return _related("following" if direction_word == "after" else "previous", unit, None)
        return TimePart(
            kind="chain",
            unit=UNITS.get(unit, "day"),
            low=1,
            high=1,
            direction=1 if direction_word == "after" else -1,
            daypart=daypart,
        )
    if groups.words("within"):
        low, high = _amount(groups, "within")
        return TimePart(kind="chain", unit=UNITS[unit], low=0, high=high if low is not None else 1, direction=1)
    if not unit:
        return TimePart(kind="chain", unit="minute", low=0, high=1, direction=1)
    nth = groups.number("nth")
    low, high = (nth, nth) if nth else _amount(groups, "chain")
    if low is None:
        return None
    forward = direction_word in ("after", "later", "following", "since", "afterwards", "afterward", "on")
    direction = 1 if forward else -1
    return TimePart(kind="chain", unit=UNITS[unit], low=low, high=high, direction=direction, hedge=_hedge(groups))


def _related(relation: str, unit: str, daypart: str | None) -> TimePart | None:
    """Read "the next day", "that evening", "the previous Friday"."""
    step = 0
    if relation in ("next", "coming", "upcoming", "following", "ensuing", "subsequent"):
        step = 1
    elif relation in ("previous", "preceding", "prior"):
        step = -1
    if unit in WEEKDAYS:
        word = "calendar" if relation == "that" else None
        return TimePart(kind="chain", weekday=WEEKDAYS[unit], unit="week", direction=step, daypart=daypart, word=word)
    name = "day" if unit in DAYPARTS else UNITS[unit]
    if name in ("second", "minute", "hour"):
        return None
    if relation in ("coming", "upcoming"):
        return None
    if unit in DAYPARTS and step == 0:
        return TimePart(kind="chain", unit="day", low=0, high=0, direction=0, daypart=daypart)
    count = abs(step)
    return TimePart(kind="chain", unit=name, low=count, high=count, direction=step, daypart=daypart, word="calendar")


def _anniversary(groups: Groups) -> TimePart | None:
    count = groups.number("ordinal")
    return TimePart(kind="anniversary", unit="year", low=count, high=count)


def _window(groups: Groups) -> TimePart | None:
    unit = UNITS[groups.first("unit")]
    if groups.words("recent"):
        return TimePart(kind="window", unit=unit, word="recent") if unit in _RECENT else None
    if groups.words("whole"):
        return TimePart(kind="window", unit=unit, word="so far")
    if groups.words("inside"):
        low, high = _amount(groups, "ago")
        return None if low is None else TimePart(kind="window", unit=unit, low=low, high=high, word="inside")
    low, high = _amount(groups, "ago") if groups.words("amount") else (1, 1)
    return None if low is None else TimePart(kind="window", unit=unit, low=low, high=high)


def _daypart(groups: Groups) -> TimePart | None:
    if groups.words("eve"):
        return TimePart(kind="daypart", word="eve")
    return TimePart(kind="daypart", daypart=DAYPARTS.get(groups.first("daypart")))


def _holiday(groups: Groups) -> TimePart | None:
    """Read a feast; in small letters a "good friday" is an opinion."""
    name = " ".join(groups.words("holiday"))
    if not groups.capital("holiday"):
        return None
    return TimePart(kind="holiday", holiday=FEAST_NAMES[name], year=groups.number("year"), nth=groups.number("nth"))


_READERS = {
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
    "dayword": _dayword,
    "period": _period,
    "ago": _ago,
    "chain": _chain,
    "anniversary": _anniversary,
    "window": _window,
    "clock": lambda _: TimePart(kind="clock"),
    "daypart": _daypart,
    "holiday": _holiday,
}


def _edge(groups: Groups) -> Edge | None:
    word = groups.first("edge")
    if word:
        return "early" if word.startswith("early") or word == "earlier" else "mid" if word.startswith("mid") else "late"
    words = groups.words("edge_of")
    if not words:
        return None
    word = words[0]
    if words[-1] == "half":
        return "first half" if word == "first" else "second half"
    if words[-1] == "week" and word not in ("last", "final", "closing", "dying"):
        return "start"
    if words[-1] == "months":
        return "late" if word in ("last", "final", "closing", "dying") else "early"
    if word in ("turn", "middle", "mid"):
        return "turn" if word == "turn" else "mid"
    return "start" if word in ("start", "beginning", "outset", "opening", "first", "early") else "end"


def _days_of_edge(groups: Groups) -> int | None:
    """Read how many days "the last ten days of" has; None where that is not told."""
    words = groups.words("edge_of")
    if not words or words[-1] not in ("days", "weeks"):
        return None
    read = next((found for n in range(len(words)) if (found := cardinal(words, n))), None)
    return read[0] * (7 if words[-1] == "weeks" else 1) if read else None


def _week_of_edge(groups: Groups) -> int | None:
    """Read which week "the second week of" names; None where it is none, or the first or last."""
    words = groups.words("edge_of")
    if not words or words[-1] != "week":
        return None
    count = groups.number("edge_of")
    return count if count is not None and 2 <= count <= 5 else None  # noqa: PLR2004


def _shift(groups: Groups) -> int | None:
    words = groups.words("shift")
    if not words:
        return None
    if words[0] == "before":
        return -2
    if words[-1] in ("last", "past"):
        return -1
    return 0 if words[-1] == "this" else 1


def _amount(groups: Groups, kind: str) -> tuple[int | None, int | None]:
    """How many units: low and high; (None, None) where the words have no number and need one."""
    words = groups.words("amount")
    unit = groups.first("unit")
    if not words:
        # A bare plural: "hours later", "days ago".
        return (2, None) if unit.endswith("s") or kind == "within" else (None, None)
    if "few" in words:
        return 2, 6
    if words[0] in ("several", "many"):
        return 3, 8 if words[0] == "several" else None
    if "couple" in words or "handful" in words:
        return 2, 3 if "couple" in words else 6
    if "dozen" in words:
        return (6, 6) if words[0] == "half" else (12, 12)
    if words in (["a"], ["an"]):
        return 1, 1
    read = cardinal(words, 0)
    return (read[0], read[0]) if read else (None, None)
