"""The grammar of time in news English: classes of words, and rules over them (see tokens.Grammar)."""

import re

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
        "christmas": "christmas xmas",
        "orthodox": "orthodox coptic",
        "eve": "eve",
        "day": "day",
        "new": "new",
        "boxing": "boxing",
        "halloween": "halloween",
        "easter": "easter",
        "monthlead": "in since until till by from between to and or of during through before after around about "
        "throughout over late early mid",
        "safelead": "between from in since until till during throughout last this next",
        "yearlead": "in since until till by from of during through before after to and around about early late mid "
        "between circa year the",
        "year": "year years",
        "special": "black bloody good ash super",
    }.items()
} | {
    "month": [*MONTHS],
    "shortmonth": [*MONTH_ABBREVIATIONS],
    "may": ["may", "march"],
    "weekday": [*WEEKDAYS],
    "shortday": [*WEEKDAY_ABBREVIATIONS],
    "season": [*SEASONS],
    "daypart": [*DAYPARTS],
    "unit": [*UNITS],
    "units": [word for word in UNITS if word.endswith("s")],
    "period": ["week", "month", "year", "weekend", "decade", "fortnight"],
    "weekend": ["weekend", "weekends"],
    "count": [*ONES, *TENS],
    "tens": [*TENS],
    "ones": [word for word, value in ONES.items() if 0 < value <= 9],  # noqa: PLR2004
    "ordinal": [*ORDINALS],
    "half_of": ["first", "second"],
}
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
}
GRAMMAR = Grammar(
    _CLASSES,
    figures=_FIGURES,
    capitalised=["may", "march", "mar", "sun", "sat", "mon", "wed", "dec", "jan", "august", "halloween"],
)

_CLOCK = re.compile(r"\d{1,2}:\d{2}(:\d{2})?")
_HOUR = re.compile(r"\d{1,2}([ap]m|hrs|h)")


def figure_class(word: str) -> str:
    """Name the kind of a token that starts with a digit, as the grammar has them; "" for none."""
    if len(word) <= 2 and word.isdecimal():  # noqa: PLR2004
        return "day" if 1 <= int(word) <= 31 else "short"  # noqa: PLR2004
    if ":" in word:
        return "clock"
    if "-" in word:
        return "iso"
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
    "|(?:{final}|{opening})(?:{count}|{few})?{unit}|{half_of}{half}){of}{the}?)"
)
_HEDGE = "(?:(?:(?P<hedge>{more}){than}|{at}{least}|{nearly}|{shortly}){nearly}?)?"
_AMOUNT = (
    "(?P<amount>{tens}{hyphen}?{ones}|{a}{few}|{several}|{a}{couple}{of}?|{a}{dozen}|{half}{a}{dozen}|{count}|{a})"
)
_AMOUNT_PAST = (
    "(?P<amount>{tens}{hyphen}?{ones}|{a}?{few}|{several}|{a}?{couple}{of}?|{a}?{dozen}|{half}{a}{dozen}|{count})"
)
_DAY = "(?P<day>{daynth}|{daynum})"
_DAY_TO = "(?:(?:{hyphen}|{to}|{and}|{slash}){the}?(?P<day_to>{daynth}|{daynum}))"
_YEAR = "(?:{comma}?(?P<year>{fourdigits}))"
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
        ("nth", "{on}{the}(?P<day>{daynth})"),
        ("nth", "{on}?{the}?{daypart}{of}{the}(?P<day>{daynth})" + _DAY_TO + "?"),
        ("nth", "(?<={weekday}){comma}?{the}?(?P<day>{daynth})"),
        # Months and years.
        ("month", _EDGE + "(?P<month>{month})(?:(?<={shortmonth}){dot})?(?:{of}?" + _YEAR + ")?"),
        ("month", _EDGE_OF + "(?P<month>{month})(?:(?<={shortmonth}){dot})?(?:{of}?" + _YEAR + ")?"),
        ("month", "(?P<month>{month})(?:(?<={shortmonth}){dot})?{of}?" + _YEAR),
        ("month", "(?<={monthlead})(?!{may})(?P<month>{month})(?!{daynum})"),
        ("month", "(?<={safelead})(?P<month>{month})(?!{daynum})"),
        ("month", _EDGE + "?" + _SHIFT + "(?P<month>{month})"),
        ("month", "(?P<month>{month})(?=(?:{of}|{comma})?(?:{last}|{this}|{next}){year})"),
        ("year", "(?<={yearlead})(?P<year>{fourdigits})"),
        ("year", _EDGE + "(?P<year>{fourdigits})"),
        ("year", _EDGE_OF + "(?P<year>{fourdigits})"),
        ("season", "{the}?(?P<season>{season})(?:{of})?(?P<year>{fourdigits})"),
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
        (
            "weekday_span",
            "(?:{daypart}{of}|{overnight})(?P<weekday>{weekday})(?:{to}|{and}|{hyphen})(?P<weekday_to>{weekday})",
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
        ("ago", _HEDGE + _AMOUNT + "?(?P<unit>{unit})(?:{and}{a}{half})?{ago}"),
        # Told from another time of the report.
        (
            "chain",
            "{within}?"
            + _HEDGE
            + _AMOUNT
            + "(?P<unit>{unit})(?P<direction>{after}|{later}|{on}(?={comma}|{dot})|{earlier}|{before}{to}?)",
        ),
        ("chain", "{within}?{shortly}?(?P<unit>{units})(?P<direction>{after}|{later}|{earlier}|{before})"),
        ("chain", "(?P<within>{within})" + _HEDGE + "(?:" + _AMOUNT + "|{the})?(?P<unit>{unit})(?:{of}|{after})"),
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
        # Feasts with a fixed day.
        (
            "holiday",
            (
                "(?P<holiday>{orthodox}?{christmas}(?:{day}|{eve})?|{new}{year}{possessive}?(?:{day}|{eve})"
                "|{boxing}{day}|{halloween}|{easter}{weekday}?)"
            ),
        ),
    )
)
"""Each rule's kind and pattern. The longest match at a place wins, then the earlier rule."""

TRIGGERS = GRAMMAR.compile(
    "{month}|{weekday}|{shortday}|{unit}|{daypart}|{season}|{iso}|{slashed}|{clock}|{hour}|{fourdigits}|{today}"
    "|{yesterday}|{tomorrow}|{overnight}|{anniversary}|{christmas}|{boxing}|{halloween}|{easter}|{ampm}|{oclock}"
    "|{zone}|{daynth}|{local}{time}|{shortly}|{eve}"
)
SEGMENT = re.compile(r"[^.]+")
JOINT = GRAMMAR.compile("(?:{comma}|{possessive}|{hyphen})?(?:{on}|{of}|{in}|{at})?(?:{the}|{a})?")
"""What may stand between two parts of one expression."""
BARE_JOINT = GRAMMAR.compile("(?:{on}|{of}|{in}|{comma})?")
