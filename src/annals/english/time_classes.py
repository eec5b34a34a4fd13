"""The classes of words that the grammar of time in news English is written in (see tokens.Grammar)."""

import re
from collections.abc import Iterable

from annals.english.feast_names import FEAST_NAMES, HIJRI_NAMES
from annals.english.number_words import ONES, ORDINALS, TENS, figure
from annals.english.time_words import (
    DAYPARTS,
    MONTH_ABBREVIATIONS,
    MONTHS,
    SEASONS,
    UNITS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)
from annals.english.tokens import Grammar

_CLASSES: dict[str, list[str]] = {
    name: words.split()
    for name, words in {
        "on": "on upon",
        "in": "in during throughout over within for across",
        "inword": "in",
        "inside": "in within over during",
        "within": "within",
        "at": "at around about by towards toward",
        "the": "the",
        "a": "a an",
        "of": "of",
        "to": "to till until through thru into",
        "and": "and or",
        "comma": ", (",
        "dot": ".",
        "hyphen": "- \u2013",
        "slash": "/",
        "possessive": "'s '",
        "last": "last",
        "past": "past",
        "this": "this",
        "next": "next coming upcoming",
        "following": "following ensuing subsequent",
        "previous": "previous preceding prior",
        "same": "same",
        "that": "that",
        "very": "very",
        "most": "most",
        "recent": "recent",
        "early": "early earlier",
        "late": "late later",
        "mid": "mid middle",
        "start": "start beginning outset opening",
        "end": "end close",
        "turn": "turn",
        "final": "final last closing dying",
        "opening": "first opening early",
        "half": "half",
        "first": "first",
        "later": "later afterwards afterward",
        "afterwards": "after afterwards afterward thereafter",
        "earlier": "earlier previously",
        "after": "after following since",
        "before": "before prior",
        "ahead": "before after until",
        "ago": "ago back",
        "shortly": "shortly soon just moments immediately",
        "since": "since",
        "so": "so",
        "far": "far thus",
        "more": "more less fewer",
        "than": "than",
        "nearly": "nearly almost about around roughly some only just barely approximately exactly over another further",
        "least": "least most",
        "few": "few",
        "several": "several many",
        "couple": "couple handful",
        "dozen": "dozen",
        "hundred": "hundred",
        "every": "every each most",
        "small": "small wee early first predawn",
        "hours": "hours minutes",
        "local": "local",
        "time": "time",
        "zone": "gmt utc est edt pst pdt cet bst ist",
        "ampm": "a.m. p.m. a.m p.m am pm",
        "oclock": "o'clock hrs",
        "o": "o",
        "clockword": "clock",
        "today": "today tonight",
        "yesterday": "yesterday",
        "tomorrow": "tomorrow",
        "overnight": "overnight",
        "anniversary": "anniversary",
        "eve": "eve",
        "day": "day",
        "over": "over",
        "under": "under",
        "little": "little bit",
        "well": "well",
        "quarter": "quarter",
        "quarters": "q1 q2 q3 q4",
        "followed": "followed",
        "ult": "ult ultimo",
        "monthlead": "in since until till by from between to and or of during through before after around about "
        "throughout over late early mid",
        "safelead": "between from in since until till during throughout last this next",
        "yearlead": "in since until till by from of during through before after to and around about early late mid "
        "between circa year the",
        "year": "year years",
        "block": "block blocks",
        "special": "black bloody good ash super holy palm maundy whit easter cyber",
    }.items()
} | {
    "month": [*MONTHS],
    "shortmonth": [*MONTH_ABBREVIATIONS],
    "may": ["may", "march"],
    "weekday": [*WEEKDAYS],
    "shortday": [*WEEKDAY_ABBREVIATIONS],
    "season": [name for name in SEASONS if not name.startswith("q")],
    "daypart": [*DAYPARTS],
    "unit": [*UNITS],
    "units": [word for word in UNITS if word.endswith("s")],
    "period": ["week", "month", "year", "weekend", "decade", "fortnight"],
    "weekend": ["weekend", "weekends"],
    "weekdays": [word + "s" for word in WEEKDAYS],
    "week": ["week"],
    "fromword": ["from"],
    "yearword": ["year"],
    "monthword": ["month"],
    "count": [*ONES, *TENS],
    "tens": [*TENS],
    "ones": [word for word, value in ONES.items() if 0 < value <= 9],  # noqa: PLR2004
    "ordinal": [*ORDINALS],
    "half_of": ["first", "second"],
    "hijri": [name.split()[0] for name in HIJRI_NAMES],
}


def _feast_word(word: str) -> str:
    """The class of one word of a feast's name."""
    marks = {"'s": "possessive", "'": "possessive", "-": "hyphen", ".": "dot"}
    return marks.get(word) or "feast_" + re.sub(r"[^a-z]", lambda m: f"_{ord(m[0]):x}_".translate(_LETTERS), word)


_LETTERS = str.maketrans("0123456789", "ghijklmnop")
_NAMES = {*FEAST_NAMES, *HIJRI_NAMES}
_CLASSES |= {_feast_word(word): [word] for name in _NAMES for word in name.split() if word not in ("'s", "'", "-", ".")}


def any_of(names: Iterable[str]) -> str:
    """A rule for any of these names, the longer first."""
    written = ("".join(f"{{{_feast_word(word)}}}" for word in name.split()) for name in names)
    return "(?:" + "|".join(sorted(written, key=len, reverse=True)) + ")"


def telling_words() -> set[str]:
    """The longest word of each name that has no other word of time in it."""
    plain = {*UNITS, *DAYPARTS, *WEEKDAYS, *MONTHS, "eve"}
    return {f"{{{_feast_word(max(name.split(), key=len))}}}" for name in _NAMES if not plain & set(name.split())}


_FIGURES = {
    "iso": ["iso"],
    "slashed": ["slashed"],
    "clock": ["clock"],
    "hour": ["hour"],
    "day": ["count", "digits", "daynum"],
    "nth": ["nth", "daynth"],
    "year": ["count", "fourdigits"],
    "four": ["count", "fourclock"],
    "short": ["count", "shortyear"],
    "figure": ["count"],
    "decade": ["decadeyears"],
    "dtg": ["dtg"],
}
GRAMMAR = Grammar(
    _CLASSES,
    figures=_FIGURES,
    capitalised=["may", "march", "mar", "sun", "sat", "mon", "wed", "dec", "jan", "august", "halloween", "safar"],
)

_HOUR = re.compile(r"\d{1,2}([ap]m|hrs|h)")
_DECADE = re.compile(r"(?:1[89]|20)\d0s")
_COMPACT = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_GROUP = re.compile(r"\d{6}[a-z]{4}\d{2}")


def figure_class(word: str) -> str:
    """Name the kind of a token that starts with a digit, as the grammar has them; "" for none."""
    if len(word) <= 2 and word.isdecimal():  # noqa: PLR2004
        return "day" if 1 <= int(word) <= 31 else "short"  # noqa: PLR2004
    if ":" in word:
        return "clock"
    if "-" in word:
        return "iso" if word[4:5] == "-" else "slashed"
    if _COMPACT.fullmatch(word):
        return "iso"
    if _DECADE.fullmatch(word):
        return "decade"
    if _GROUP.fullmatch(word):
        return "dtg"
    if len(word) == 4 and word.isdecimal():  # noqa: PLR2004
        return "year" if "1800" <= word <= "2100" else "four"
    if word.count("/") == 2 or word.count(".") == 2:  # noqa: PLR2004
        return "slashed"
    read = figure(word)
    if read is None:
        return ""
    if read[1] in ("st", "nd", "rd", "th") and 1 <= read[0] <= 31:  # noqa: PLR2004
        return "nth"
    if _HOUR.fullmatch(word):
        return "hour"
    return "" if read[1] else "figure"
