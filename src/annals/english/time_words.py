"""The calendar's words: months, weekdays, units of time and parts of the day."""

_MONTH_NAMES = ("january february march april may june july august september october november december").split()
_DAY_NAMES = "monday tuesday wednesday thursday friday saturday sunday".split()

MONTH_ABBREVIATIONS: dict[str, int] = {
    name[:3]: number for number, name in enumerate(_MONTH_NAMES, start=1) if name != "may"
} | {"sept": 9}
MONTHS: dict[str, int] = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)} | MONTH_ABBREVIATIONS
"""Month names and abbreviations, 1 to 12."""

WEEKDAY_ABBREVIATIONS: dict[str, int] = {name[:3]: number for number, name in enumerate(_DAY_NAMES)} | {
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
WEEKDAYS: dict[str, int] = {name: number for number, name in enumerate(_DAY_NAMES)}
"""Full weekday names, Monday 0 to Sunday 6."""

UNITS: dict[str, str] = {
    plural: unit
    for unit in ("second", "minute", "hour", "day", "night", "week", "weekend", "fortnight", "month", "year", "decade")
    for plural in (unit, unit + "s")
} | {"moments": "minute", "moment": "minute", "mins": "minute", "hrs": "hour", "morning": "day", "mornings": "day"}
"""Units of time, singular and plural, to the unit's name."""

DAYPARTS: dict[str, str] = {
    "morning": "morning",
    "afternoon": "afternoon",
    "evening": "evening",
    "night": "night",
    "midnight": "night",
    "nightfall": "evening",
    "noon": "afternoon",
    "midday": "afternoon",
    "lunchtime": "afternoon",
    "dawn": "morning",
    "predawn": "morning",
    "daybreak": "morning",
    "sunrise": "morning",
    "dusk": "evening",
    "sunset": "evening",
    "sundown": "evening",
    "midmorning": "morning",
    "midafternoon": "afternoon",
}
"""Words for a part of the day, to morning, afternoon, evening or night."""

SEASONS: dict[str, tuple[int, int]] = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "winter": (12, 2),
    "q1": (1, 3),
    "q2": (4, 6),
    "q3": (7, 9),
    "q4": (10, 12),
}
"""Seasons to first and last month, as the northern half of the world counts them, and the quarters of a year."""
