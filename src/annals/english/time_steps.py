"""Rules for times that are told from another: from the day of writing, or from one told before."""

from collections.abc import Callable

from annals.english.time_groups import Groups, amount_of, edge_of, hedge_of, shift_of
from annals.english.time_parts import TimePart
from annals.english.time_words import DAYPARTS, MONTHS, UNITS, WEEKDAYS

_ONE_DAY = frozenset({"day", "night", "morning", "evening", "hours", "minutes"})
_RECENT = frozenset({"day", "week", "month", "year", "hour", "decade"})


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
    edge = edge_of(groups)
    shift = shift_of(groups)
    unit = UNITS.get(groups.first("unit"), "decade")
    told = groups.words("edge_of")
    if unit == "year" and told and told[-1] in _ONE_DAY and edge in ("start", "end"):
        # "The first night of the year".
        return TimePart(kind="date", month=1, day=1) if edge == "start" else TimePart(kind="date", month=12, day=31)
    if edge is None and not groups.words("shift") and unit != "weekend":
        edge = "start"
    return TimePart(kind="period", unit=unit, shift=shift, edge=edge)


def _ago(groups: Groups) -> TimePart | None:
    low, high = amount_of(groups, "ago")
    unit = UNITS[groups.first("unit")]
    if low is None:
        return None
    return TimePart(kind="ago", unit=unit, low=low, high=high, direction=-1, hedge=hedge_of(groups))


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
        low, high = amount_of(groups, "within")
        return TimePart(kind="chain", unit=UNITS[unit], low=0, high=high if low is not None else 1, direction=1)
    if not unit:
        return TimePart(kind="chain", unit="minute", low=0, high=1, direction=1)
    nth = groups.number("nth")
    low, high = (nth, nth) if nth else amount_of(groups, "chain")
    if low is None:
        return None
    if groups.words("half") and high is not None:
        # "A day and a half after": the one day or the other.
        high += 1
    forward = direction_word in ("after", "later", "following", "since", "afterwards", "afterward", "on")
    direction = 1 if forward else -1
    return TimePart(kind="chain", unit=UNITS[unit], low=low, high=high, direction=direction, hedge=hedge_of(groups))


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
    if unit in MONTHS:
        return TimePart(kind="chain", month=MONTHS[unit], unit="month", direction=step, word="calendar")
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
        low, high = amount_of(groups, "ago")
        return None if low is None else TimePart(kind="window", unit=unit, low=low, high=high, word="inside")
    low, high = amount_of(groups, "ago") if groups.words("amount") else (1, 1)
    return None if low is None else TimePart(kind="window", unit=unit, low=low, high=high)


def _daypart(groups: Groups) -> TimePart | None:
    if groups.words("eve"):
        return TimePart(kind="daypart", word="eve")
    return TimePart(kind="daypart", daypart=DAYPARTS.get(groups.first("daypart")))


STEP_RULES: dict[str, Callable[[Groups], TimePart | None]] = {
    "dayword": _dayword,
    "period": _period,
    "ago": _ago,
    "chain": _chain,
    "anniversary": _anniversary,
    "window": _window,
    "clock": lambda _: TimePart(kind="clock"),
    "daypart": _daypart,
}
"""Name of the rule -> what reads its match; None where the words do not add up to a time."""
