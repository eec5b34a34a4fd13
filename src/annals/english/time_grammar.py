"""The grammar of time in news English: rules over its classes of words (see tokens.Grammar)."""

import re

from annals.english.feast_names import FEAST_NAMES, HIJRI_NAMES
from annals.english.time_classes import GRAMMAR, any_of, telling_words

_OF_YEAR = "(?!{of}{the}?{yearword})"
"""What follows no part of a day: "the first night of the year" is a day of it."""
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
        ("date", "(?P<month>{month})(?:(?<={shortmonth}){dot})?{the}?" + _DAY + _DAY_TO + "?" + _YEAR),
        ("date", "(?<!{inword})(?P<month>{month})(?:(?<={shortmonth}){dot})?{the}?" + _DAY + _DAY_TO + "?"),
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
        # "Fri. 22." in a list; "Fri. 22 people" would count.
        ("nth", "(?:(?<={shortday})|(?<={shortday}{dot}))(?P<day>{daynum})(?:{dot}|{comma})"),
        ("nth", "{on}?{the}?(?P<day>{daynth}){ult}{dot}?"),
        ("nth", "{on}?{the}(?P<day>{daynth}){of}(?P<shift>{this}|{last}){monthword}"),
        ("dtg", "(?P<dtg>{dtg})"),
        # The Islamic calendar.
        (
            "hijri",
            "(?:{on}?{the}?(?:(?P<day>{ordinal}|{nth}){day}?|(?P<day_number>{daynum})){of}?)?(?P<hijri>"
            + any_of(HIJRI_NAMES)
            + ")(?:{comma}?(?P<year>{fourclock}|{fourdigits}))?",
        ),
        ("hijri", _EDGE_OF + "(?P<hijri>" + any_of(HIJRI_NAMES) + ")(?:{comma}?(?P<year>{fourclock}|{fourdigits}))?"),
        ("hijri", _EDGE + "(?P<hijri>" + any_of(HIJRI_NAMES) + ")(?:{comma}?(?P<year>{fourclock}|{fourdigits}))?"),
        # Months and years.
        ("month", _EDGE + "(?P<month>{month})(?:(?<={shortmonth}){dot})?(?:{of}?" + _YEAR + ")?"),
        ("month", _EDGE_OF + "(?P<month>{month})(?:(?<={shortmonth}){dot})?(?:{of}?" + _YEAR + ")?"),
        ("month", "(?P<month>{month})(?:(?<={shortmonth}){dot})?{of}?" + _YEAR),
        ("month", "{the}{monthword}{of}(?P<month>{month})(?:{of}?" + _YEAR + ")?"),
        ("month", "(?<={monthlead})(?!{may})(?P<month>{month})(?!{daynum})"),
        ("month", "(?<={safelead})(?P<month>{month})(?!{daynum})"),
        # "In June 20 people died": a day stands behind "on".
        ("month", "(?<={inword})(?P<month>{month})(?={daynum})"),
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
        ("weekday", "(?P<weekday>{shortday}){dot}?(?P<daypart>{daypart})"),
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
        (
            "chain",
            "(?:{early}|{late})?{in}?{the}(?P<relation>{next}|{following}|{previous}|{same})(?P<unit>{month})(?!{daynum})",
        ),
        ("chain", "(?<={inword})(?P<relation>{that})(?P<unit>{month})(?!{daynum})"),
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
                "(?:{early}|{late}|{mid}{of}{the})?)|{on}?{the})?(?P<daypart>{daypart})(?:{hours})?" + _OF_YEAR
            ),
        ),
        (
            "daypart",
            "(?P<strict>{in}?{the})(?:{small}{hours})" + _OF_YEAR + "(?:{of}{the}(?P<daypart>{daypart}))?",
        ),
        ("daypart", "(?P<loose>{early}|{late}|{mid}|{in}{the}(?:{early}|{late}))(?={on}{weekday}|{in}{the}{daypart})"),
        ("daypart", "{on}?{the}?(?P<eve>{eve}){of}"),
        # Feasts and memorial days.
        ("holiday", "(?P<holiday>" + any_of(FEAST_NAMES) + ")(?:{comma}?{of}?(?P<year>{fourdigits}))?"),
        (
            "holiday",
            "{on}?{the}(?P<nth>{ordinal}|{nth}){day}{of}{the}?(?P<holiday>"
            + any_of(FEAST_NAMES)
            + ")(?:{comma}?{of}?(?P<year>{fourdigits}))?",
        ),
    )
)
"""Each rule's kind and pattern. The longest match at a place wins, then the earlier rule."""

TRIGGERS = GRAMMAR.compile(
    "{month}|{weekday}|{shortday}|{unit}|{daypart}|{season}|{iso}|{slashed}|{clock}|{hour}|{fourdigits}|{today}"
    "|{yesterday}|{tomorrow}|{overnight}|{anniversary}|{ampm}|{oclock}|{decadeyears}|{dtg}|{quarter}|{quarters}|{weekdays}"
    "|{zone}|{daynth}|{local}{time}|{shortly}|{eve}|" + "|".join(sorted(telling_words()))
)
SEGMENT = re.compile(r"[^.]+")
JOINT = GRAMMAR.compile("(?:{comma}|{possessive}|{hyphen})?(?:{on}|{of}|{in}|{at})?(?:{the}|{a})?")
"""What may stand between two parts of one expression."""
BARE_JOINT = GRAMMAR.compile("(?:{on}|{of}|{in}|{comma})?")
