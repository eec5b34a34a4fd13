"""The grammar of time in news English: classes of words, and rules over them (see tokens.Grammar)."""

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


def _any_of(names: Iterable[str]) -> str:
    """A rule for any of these names, the longer first."""
    written = ("".join(f"{{{_feast_word(word)}}}" for word in name.split()) for name in names)
    return "(?:" + "|".join(sorted(written, key=len, reverse=True)) + ")"


def _telling_words() -> set[str]:
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

_CLOCK = re.compile(r"\d{1,2}:\d{2}(:\d{2})?")
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


_EDGE = "(?:(?P<edge>{early}|{late}|{mid})(?:{hyphen}|{in}{the}?)?)"
_EDGE_OF = (
    "(?:{the}?(?P<edge_of>{start}|{end}|{turn}|{mid}"
    "|(?:{final}|{opening})(?:{count}|{few})?{unit}|{half_of}{half}|(?:{ordinal}|{nth}){week}){of}{the}?)"
)
_HEDGE = (
    "(?:(?:(?P<hedge>{more}){than}|(?:{a}{little}|{shortly}|{well})?(?P<hedged>{over}|{under})"
    "|{at}{least}|{nearly}|{shortly}){nearly}?)?"
)
_AMOUNT = (
    "(?P<amount>{tens}{hyphen}?{ones}|{a}{few}|{several}|{a}{couple}{of}?|{a}{dozen}|{half}{a}{dozen}|{count}|{a})"
)
_AMOUNT_PAST = (
    "(?P<amount>{tens}{hyphen}?{ones}|{a}?{few}|{several}|{a}?{couple}{of}?|{a}?{dozen}|{half}{a}{dozen}|{count})"
)
_DAY = "(?P<day>{daynth}|{daynum})"
_DAY_TO = "(?:(?:{hyphen}|{to}|{and}|{slash}){the}?(?P<day_to>{daynth}|{daynum}))"
_YEAR = "(?:{comma}?(?P<year>{fourdigits}))"
_NO_MONTH = "(?!{of}?{comma}?{month})"
_SHIFT = "(?P<shift>{this}{past}|{last}|{past}|{this}|{next})"

RULES: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, GRAMMAR.compile(rule))
    for kind, rule in (
        # Days of the calendar.
        ("iso", "(?P<iso>{iso})"),
        ("slashed", "(?P<slashed>{slashed})"),
        ("date", "{the}?" + _DAY + _DAY_TO + "?{of}?(?P<month>{month})(?:(?<={shortmonth}){dot})?" + _YEAR + "?"),
        ("date", "{the}?(?P<day>{ordinal}){of}(?P<month>{month})" + _YEAR + "?"),
        (
            "date",
            _DAY + "{of}?(?P<month>{month})(?:(?<={shortmonth}){dot})?(?:{hyphen}|{to}|{and})"
            "(?P<day_to>{daynth}|{daynum}){of}?(?P<month_to>{month})" + _YEAR + "?",
        ),
        ("date", "(?P<month>{month})(?:(?<={shortmonth}){dot})?{the}?" + _DAY + _DAY_TO + "?" + _YEAR + "?"),
        (
            "date",
            "(?P<month>{month})(?:(?<={shortmonth}){dot})?"
            + _DAY
            + "(?:{hyphen}|{to}|{and})(?P<month_to>{month})(?:(?<={shortmonth}){dot})?"
            "(?P<day_to>{daynth}|{daynum})" + _YEAR + "?",
        ),
        ("military", "(?P<day>{daynum})(?P<month>{shortmonth})(?P<year>{shortyear})"),
        ("nth", "{on}{the}(?P<day>{daynth})" + _NO_MONTH),
        ("nth", "{on}?{the}?{daypart}{of}{the}(?P<day>{daynth})" + _DAY_TO + "?" + _NO_MONTH),
        ("nth", "(?<={weekday}){comma}?{the}?(?P<day>{daynth})" + _NO_MONTH),
        ("nth", "{on}?{the}?(?P<day>{daynth}){ult}{dot}?"),
        ("nth", "{on}?{the}(?P<day>{daynth}){of}(?P<shift>{this}|{last}){monthword}"),
        ("dtg", "(?P<dtg>{dtg})"),
        # The Islamic calendar.
        (
            "hijri",
            "(?:{on}?{the}?(?:(?P<day>{ordinal}|{nth}){day}?|(?P<day_number>{daynum})){of}?)?(?P<hijri>"
            + _any_of(HIJRI_NAMES)
            + ")(?:{comma}?(?P<year>{fourclock}|{fourdigits}))?",
        ),
        ("hijri", _EDGE_OF + "(?P<hijri>" + _any_of(HIJRI_NAMES) + ")(?:{comma}?(?P<year>{fourclock}|{fourdigits}))?"),
        ("hijri", _EDGE + "(?P<hijri>" + _any_of(HIJRI_NAMES) + ")(?:{comma}?(?P<year>{fourclock}|{fourdigits}))?"),
        # Months and years.
        ("month", _EDGE + "(?P<month>{month})(?:(?<={shortmonth}){dot})?(?:{of}?" + _YEAR + ")?"),
        ("month", _EDGE_OF + "(?P<month>{month})(?:(?<={shortmonth}){dot})?(?:{of}?" + _YEAR + ")?"),
        ("month", "(?P<month>{month})(?:(?<={shortmonth}){dot})?{of}?" + _YEAR),
        ("month", "{the}{monthword}{of}(?P<month>{month})(?:{of}?" + _YEAR + ")?"),
        ("month", "(?<={monthlead})(?!{may})(?P<month>{month})(?!{daynum})"),
        ("month", "(?<={safelead})(?P<month>{month})(?!{daynum})"),
        ("month", _EDGE + "?" + _SHIFT + "(?P<month>{month})"),
        ("month", "(?P<month>{month})(?=(?:{of}|{comma})?(?:{last}|{this}|{next}){year})"),
        ("year", "(?<={yearlead})(?P<year>{fourdigits})(?!{block})"),
        ("year", "(?<={yearlead})(?P<year>{fourdigits}){hyphen}(?P<year_to>{daynum}|{shortyear}|{fourdigits})"),
        ("year", _EDGE + "(?P<year>{fourdigits})"),
        ("decade", "{the}?" + _EDGE + "?(?P<decade>{decadeyears})"),
        ("decade", _EDGE_OF + "(?P<decade>{decadeyears})"),
        ("week", "{the}?{week}(?P<week>{daynum}|{shortyear}){of}(?P<year>{fourdigits})"),
        ("year", _EDGE_OF + "(?P<year>{fourdigits})"),
        (
            "season",
            (
                "{the}?(?P<season>{season})(?:{of})?(?P<year>{fourdigits})"
                "(?:{hyphen}(?P<year_to>{daynum}|{shortyear}|{fourdigits}))?"
            ),
        ),
        ("season", "{the}?(?P<season>{season})(?={of}(?:{last}|{this}|{next}){yearword})"),
        ("season", "{the}?(?P<nth>{ordinal}|{nth}|{final}){quarter}{of}(?:(?P<year>{fourdigits})|(?={last}|{this}))"),
        ("season", "{the}?(?P<season>{quarters}){of}?(?P<year>{fourdigits})"),
        ("season", _EDGE + "?(?P<shift>{last}|{this}|{past})(?P<season>{season})"),
        # Weekdays.
        (
            "weekday",
            "(?<!{every})(?<!{special})(?:(?P<edge>{early}|{late}))?{on}?"
            + _SHIFT
            + "?(?P<weekday>{weekday})(?:{possessive}|{early}|{late})?(?P<daypart>{daypart})?",
        ),
        ("weekday", "(?P<weekday>{shortday}){dot}?{comma}?(?={month}|{daynum}|{daynth})"),
        (
            "weekday_span",
            (
                "{on}?(?P<weekday>{weekday})(?:{daypart})?(?:{to}|{hyphen}|{slash}){early}?(?P<weekday_to>{weekday})"
                "{possessive}?(?:{daypart})?"
            ),
        ),
        ("weekday_back", "{on}?{the}(?P<weekday>{weekday}){before}{last}"),
        ("weekday_back", "{on}?(?P<weekday>{weekday}){last}(?!{unit}|{period}|{month}|{weekday})"),
        ("weekday_back", "(?P<amount>{a}|{count}|{a}{couple}{of}?)(?P<weekday>{weekdays}){ago}"),
        ("weekday_back", "(?P<amount>{a}){week}{last}(?P<weekday>{weekday})"),
        (
            "weekday_span",
            "(?:{daypart}(?:{of}|{fromword})|{overnight})(?P<weekday>{weekday})(?:{to}|{and}|{hyphen})(?P<weekday_to>{weekday})",
        ),
        # Words for days.
        (
            "dayword",
            (
                "(?:(?P<edge>{early}|{late}){on}?)?(?P<word>{today}|{yesterday}|{tomorrow}|{overnight})"
                "(?:{possessive}|(?P<daypart>{daypart}))?"
            ),
        ),
        ("dayword", "{the}(?P<word>{day}{ahead}(?:{yesterday}|{tomorrow}))"),
        ("dayword", "(?:{early}|{late})?(?P<word>(?:{this}|{last}){daypart})(?:{possessive})?"),
        # Periods told from now.
        (
            "period",
            "(?:" + _EDGE + "|" + _EDGE_OF + ")?" + _SHIFT + "(?P<unit>{period})(?:{possessive})?",
        ),
        ("period", _EDGE_OF + "(?P<unit>{period})"),
        ("period", "{early}{in}{the}(?P<unit>{period})"),
        ("period", "{the}(?P<unit>{weekend})"),
        ("period", "{the}(?P<unit>{period})(?P<shift>{before}{last})"),
        ("ago", _HEDGE + _AMOUNT + "?(?P<unit>{unit})(?:{and}{a}{half})?{ago}"),
        # Told from another time of the report.
        (
            "chain",
            "{within}?" + _HEDGE + _AMOUNT + "(?P<unit>{unit})(?:{to}{the}{day}|(?P<half>{and}{a}{half}))?"
            "(?P<direction>{after}|{later}|{on}(?={comma}|{dot})|{earlier}|{before}{to}?)",
        ),
        ("chain", "{within}?{shortly}?(?P<unit>{units})(?P<direction>{after}|{later}|{earlier}|{before})"),
        ("chain", "(?P<within>{within})" + _HEDGE + "(?:" + _AMOUNT + "|{the})?(?P<unit>{unit})(?:{of}|{after})"),
        ("chain", "(?P<within>{inside}){the}(?:{next}|{following})" + _AMOUNT_PAST + "(?P<unit>{unit})"),
        ("chain", "(?P<within>{in}){the}" + _AMOUNT_PAST + "(?P<unit>{unit}){that}{followed}"),
        ("chain", "{on}{the}(?P<nth>{ordinal}|{nth})(?P<unit>{unit})(?P<direction>{after})"),
        ("chain", "{on}?{the}(?P<unit>{weekday})(?P<relation>{afterwards}|{following}|{before})(?!{last}|{that})"),
        ("chain", "(?P<relation>{that})(?P<unit>{weekday})(?:{possessive}|(?P<daypart>{daypart}))?"),
        ("chain", "{the}(?P<the>{unit}|{daypart})(?P<direction>{after}|{before}|{earlier})"),
        (
            "chain",
            (
                "(?:{early}|{late})?{in}?(?:{the}|{that}){very}?(?P<relation>{next}|{following}|{previous}|{same})"
                "(?P<unit>{unit}|{daypart}|{weekday})(?:{possessive}|(?P<daypart>{daypart}))?"
            ),
        ),
        ("chain", "(?P<relation>{next})(?P<unit>{day})(?:{possessive})?"),
        ("chain", "(?:{early}|{late})?(?P<relation>{that})(?P<unit>{unit}|{daypart})(?:{possessive})?"),
        ("chain", "{late}{in}?{the}(?P<relation>{same}?)(?P<unit>{day})"),
        ("chain", "{shortly}(?P<direction>{afterwards})(?!{hour}|{clock}|{count}|{daypart})"),
        ("anniversary", "(?:(?P<ordinal>{ordinal}|{nth})|{a}{hyphen}?{year})?{anniversary}{of}?"),
        # Stretches of time that hold many events.
        (
            "window",
            "{in}?{the}?(?:{very}|{most})?(?P<shift>{past}|{last})" + _AMOUNT_PAST + "(?P<unit>{unit})(?!{of})",
        ),
        ("window", "{in}?(?:{the}|{this})(?P<shift>{past})(?P<unit>{unit})(?!{of})"),
        ("window", "{in}?{the}(?P<shift>{last})(?P<unit>{unit})(?!{of})"),
        ("window", "{in}?{the}?{most}?(?P<recent>{recent})(?P<unit>{units})"),
        ("window", "(?P<inside>{inside})" + _HEDGE + "(?P<amount>{tens}{hyphen}?{ones}|{count})(?P<unit>{unit})"),
        ("window", "{so}{far}(?P<whole>{this})(?P<unit>{period})"),
        ("window", "(?P<whole>{this})(?P<unit>{period}){so}{far}"),
        # Times of day.
        (
            "clock",
            "(?:{shortly}?{ahead}|{at}{nearly}?)?(?P<clock>{clock}|{hour})(?:{ampm}|{oclock})?(?:{local}{time}|{zone})*",
        ),
        (
            "clock",
            (
                "(?:{shortly}?{ahead}|{at}{nearly}?)?(?P<clock>{count})(?:{ampm}|{oclock}|{zone}|{local}{time}"
                "|{in}{the}{daypart}){zone}?(?:{local}{time})?"
            ),
        ),
        (
            "daypart",
            (
                "(?:(?P<strict>(?:{shortly}|{on}|{in})?(?:{at}|{ahead}|{since}|{in}|{on}){the}?{very}?{small}?"
                "(?:{early}|{late}|{mid}{of}{the})?)|{on}?{the})?(?P<daypart>{daypart})(?:{hours})?"
            ),
        ),
        (
            "daypart",
            "(?P<strict>{in}?{the})(?:{small}{hours})(?:{of}{the}(?P<daypart>{daypart}))?",
        ),
        ("daypart", "(?P<loose>{early}|{late}|{mid}|{in}{the}(?:{early}|{late}))(?={on}{weekday}|{in}{the}{daypart})"),
        ("daypart", "{on}?{the}?(?P<eve>{eve}){of}"),
        # Feasts and memorial days.
        ("holiday", "(?P<holiday>" + _any_of(FEAST_NAMES) + ")(?:{comma}?{of}?(?P<year>{fourdigits}))?"),
        (
            "holiday",
            "{on}?{the}(?P<nth>{ordinal}|{nth}){day}{of}{the}?(?P<holiday>"
            + _any_of(FEAST_NAMES)
            + ")(?:{comma}?{of}?(?P<year>{fourdigits}))?",
        ),
    )
)
"""Each rule's kind and pattern. The longest match at a place wins, then the earlier rule."""

TRIGGERS = GRAMMAR.compile(
    "{month}|{weekday}|{shortday}|{unit}|{daypart}|{season}|{iso}|{slashed}|{clock}|{hour}|{fourdigits}|{today}"
    "|{yesterday}|{tomorrow}|{overnight}|{anniversary}|{ampm}|{oclock}|{decadeyears}|{dtg}|{quarter}|{quarters}|{weekdays}"
    "|{zone}|{daynth}|{local}{time}|{shortly}|{eve}|" + "|".join(sorted(_telling_words()))
)
SEGMENT = re.compile(r"[^.]+")
JOINT = GRAMMAR.compile("(?:{comma}|{possessive}|{hyphen})?(?:{on}|{of}|{in}|{at})?(?:{the}|{a})?")
"""What may stand between two parts of one expression."""
BARE_JOINT = GRAMMAR.compile("(?:{on}|{of}|{in}|{comma})?")
