"""What a figure counts: things, or years, hours, ages, kilometres, money, parts of a name."""

from typing import Literal

from annals.english.number_words import figure
from annals.english.time_words import MONTHS, WEEKDAYS
from annals.english.tokens import Tokens

UnitKind = Literal["plain", "year", "time", "date", "age", "measure", "money", "percent", "model", "block"]
"""plain: a count of things. year, time (of day), date, age: what they say. measure: lengths, weights, calibres,
spans of time, "three times", sport results. model: part of a name (AK-47, Flight 302, Route 66). block: a house
number or a street."""

_MEASURES = frozenset(
    "mm cm km m ft kg g lb lbs mph kph kmh kw mw kt kts knots knot ton tons tonne tonnes kilo kilos mile miles metre "
    "metres meter meters millimetre millimetres millimeter millimeters centimetre centimetres centimeter "
    "centimeters kilometre kilometres kilometer kilometers yard yards foot feet inch inches kilogram kilograms "
    "kilogramme kilogrammes gram grams pound pounds ounce ounces litre litres liter liters gallon gallons barrel "
    "barrels acre acres hectare hectares sq square degree degrees magnitude caliber calibre gauge nautical "
    "megawatt megawatts storey storeys story stories bedroom floor floors "
    "second seconds minute minutes min mins hour hours hr hrs day days night nights week weeks fortnight month "
    "months year years decade decades century centuries times fold thirds fifths tenths quarters".split()
)
_MONEY = frozenset(
    "dollar dollars euro euros sterling cents rupee rupees dinar dinars rial rials riyal riyals lira liras naira "
    "shilling shillings rand ruble rubles rouble roubles yuan yen peso pesos franc francs shekel shekels usd eur gbp "
    "afghani afghanis hryvnia hryvnias birr".split()
)
_CURRENCY_SIGNS = frozenset("$£€¥₹₦₽₪฿") | {"rs", "usd", "eur", "gbp"}
_PERCENT = frozenset({"%", "percent", "pc", "percentage"})
_TIME_AFTER = frozenset({"a.m.", "p.m.", "am", "pm", "a.m", "p.m", "o'clock", "gmt", "utc", "hrs", "est", "edt"})
_STREETS = frozenset(
    "street st avenue ave road rd drive dr boulevard blvd lane ln way court place highway parkway terrace circle "
    "square trail pike".split()
)
_LABELS = frozenset(
    "flight boeing airbus highway route road resolution article section unit sector district zone room building "
    "block channel camp area level phase chapter page gate terminal checkpoint exit no number figure protocol "
    "division brigade battalion squadron precinct interstate ward apartment apt house suite grade category type "
    "mark model version track group pier berth line platform point area51 train bus order decree act".split()
)
_YEAR_BEFORE = frozenset(
    "in since until till from of by before after during early late mid between to through spring summer autumn fall "
    "winter year and the ' ( - \u2013 /".split()
)
_COUNTED = frozenset({"people", "men", "women", "children", "police", "troops", "personnel", "others", "more"})
_COUNTED_BY_NUMBER = frozenset(
    "now dead wounded injured killed victims deaths casualties hostages missing they who to already fatalities".split()
)
"""Before "number" as a verb: "the dead now number 59"."""
_ROUGHLY = frozenset({"about", "around", "nearly", "almost", "some", "perhaps"})
_AGED = frozenset(
    "boy girl girls boys child children baby toddler infant youth man woman lad son daughter sons daughters".split()
)
"""Before "of" and an age: "a girl of two"."""
_PERSONS = frozenset(
    "son daughter man woman boy girl sister brother mother father grandmother grandfather wife husband student driver "
    "officer teenager victim suspect uncle aunt cousin nephew niece grandson granddaughter girlfriend boyfriend friend "
    "jr sr sons daughters sisters brothers boys girls teenagers teens teen students cousins twins siblings friends "
    "men women males females male female others people victims suspects officers deputies residents adults juveniles "
    "youths children kids parents grandparents couple infant toddler youth employee clerk trooper deputy".split()
)
"""Nouns that an age between commas may follow: "her brother, 18, was", "his sons, 10 and 12,"."""
_LONGEST_CALL_SIGN = 5
"""A broadcaster's or road's capitals before a figure ("NBC 6") are shorter than this."""
_DASHES_AND_SIGNS = frozenset("-\u2013\u2014+,")
_MAX_AGE = 110
_YEARS = range(1900, 2100)
_AFTER_AGE = frozenset({"including", "among", "mostly", "of", "most", "some", "many", "all"})


def looks_like_year(word: str, value: int | None) -> bool:
    """Whether a token is four bare digits between 1900 and 2099."""
    return value in _YEARS and len(word) == 4 and word.isdigit()  # noqa: PLR2004


def unit_of(tokens: Tokens, start: int, end: int, value: int | None, *, modified: bool) -> UnitKind:
    """Say what the figure at tokens[start:end] counts.

    Args:
        tokens: the text.
        start: first token of the figure itself, without "at least" and the like.
        end: one past its last token.
        value: its value, None where open.
        modified: whether "at least", "about" and the like stand before it.
    """
    words = tokens.words
    before = words[start - 1] if start else ""
    last = words[end - 1]
    after = words[end] if end < len(words) else ""
    second = words[end + 1] if end + 1 < len(words) else ""
    glued = end < len(words) and tokens.starts[end] == tokens.ends[end - 1]
    hyphenated = after in ("-", "\u2013") and glued
    noun = second if hyphenated else after
    suffix = _suffix(last)

    if _is_age(tokens, start, end, value):
        return "age"
    if before in _CURRENCY_SIGNS or noun in _MONEY or (noun == "pounds" and second == "sterling"):
        return "money"
    if noun in _PERCENT or (noun == "per" and second == "cent"):
        return "percent"
    if noun in _TIME_AFTER or suffix in ("am", "pm", "hrs") or (noun == "local" and second == "time"):
        return "time"
    if after == "in" and _words(words, end + 1, 2) in (("the", "morning"), ("the", "afternoon"), ("the", "evening")):
        return "time"
    if _is_date(words, start, end):
        return "date"
    if noun in ("block", "blk") or _is_address(tokens, start, end):
        return "block"
    if _is_name(tokens, start):
        return "model"
    if suffix in _MEASURES or (noun in _MEASURES and not _is_second_of(words, end)):
        return "measure"
    if looks_like_year(words[start], value) and end - start == 1 and not modified:
        plural = (noun.endswith("s") and noun.isalpha()) or noun in _COUNTED
        if not plural or before in _YEAR_BEFORE:
            return "year"
    return "plain"


def _suffix(word: str) -> str:
    read = figure(word) if word[0].isdigit() else None
    return read[1] if read else ""


def _words(words: list[str], start: int, count: int) -> tuple[str, ...]:
    return tuple(words[start : start + count])


def _is_second_of(words: list[str], end: int) -> bool:
    """Whether "second" is an ordinal here: "two second attacks" is not two seconds."""
    return words[end] == "second" and end + 1 < len(words) and words[end + 1] not in ("-", "long", ".", ",")


def _is_age(tokens: Tokens, start: int, end: int, value: int | None) -> bool:
    words = tokens.words
    near = [word for word in words[end : end + 4] if word not in ("-", "\u2013")]
    if near[:2] in (["year", "old"], ["years", "old"], ["month", "old"], ["months", "old"], ["week", "old"]):
        return True
    if near[:2] in (["year", "olds"], ["years", "of"]) and (near[1] == "olds" or near[2:3] == ["age"]):
        return True
    if _suffix(words[end - 1]) in ("yo", "yrold", "yearold") or near[:1] in (["yo"], ["y.o"], ["y.o."]):
        return True
    if near[:2] in (["yr", "old"], ["yrs", "old"], ["y", "o"]) or near[:3] == ["y", "/", "o"]:
        return True
    if _suffix(words[end - 1]) in ("yr", "yrs") and near[:1] in (["old"], ["olds"]):
        return True
    aged = value is not None and 0 < value <= _MAX_AGE and end - start == 1 and words[start].isdigit()
    if aged and {"oldest", "youngest", "eldest"} & set(words[max(0, start - 5) : start]):
        return words[end : end + 1] in ([], ["."], [","], [";"], ["and"], ["years"])
    if aged and _is_bracketed_age(tokens, start, end):
        return True
    before = words[max(0, start - 3) : start]
    if aged and before[-2:] == [",", "both"] and words[end : end + 1] in ([","], ["."], [";"]):
        return True
    if before[-1:] and before[-1] in ("aged", "age", "ages"):
        return True
    if before[-2:] in (["age", "of"], ["aged", "about"], ["aged", "between"]):
        return True
    if before[-1:] and before[-1] in _ROUGHLY:
        before = words[max(0, start - 4) : start - 1]
    if (
        aged
        and before[-2:-1] in (["who"], ["he"], ["she"])
        and before[-1] in ("is", "was", "turned")
        and (_ends_age(tokens, end) or words[end : end + 1] in ([], ["."], [";"], ["when"]))
    ):
        return True
    if (
        before[-1:] == ["of"]
        and len(before) > 1
        and before[-2] in _AGED
        and (end >= len(words) or words[end] in _AFTER_OLD)
    ):
        return True
    if words[end : end + 1] == ["-"] and words[end + 1 : end + 2] in (["and"], ["or"], ["to"]):
        # "His 12- and 10-year-old sons": the unit stands behind the second.
        return _words(words, end + 3, 4) in (("-", "year", "-", "old"), ("-", "month", "-", "old"))
    if _second_age(tokens, start, end, value):
        return True
    if before[-1:] and before[-1] in ("and", "to", "or", ",") and "aged" in words[max(0, start - 8) : start]:
        return words[start].isdigit() and value is not None and value <= _MAX_AGE
    # "Ali Hassan, 34, was": a name, a figure, a comma.
    return (
        value is not None
        and 0 < value <= _MAX_AGE
        and end - start == 1
        and words[start].isdigit()
        and before[-1:] == [","]
        and start > 1
        and (tokens.raw[start - 2][0].isupper() or _person_before(words, start - 2))
        and words[start - 2] not in MONTHS
        and words[start - 2] not in WEEKDAYS
        and _ends_age(tokens, end)
    )


_AFTER_OLD = frozenset(", . ; and or was were who from died has had is are in at as with \n".split(" "))
"""What may follow the age in "a boy of 15"; a noun would be what "a group of 15" counts."""


def _is_bracketed_age(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the figure stands in brackets behind a full name ("Ann Lee (34) was")."""
    words, raw = tokens.words, tokens.raw
    if start < 3 or words[start - 1] != "(" or words[end : end + 1] != [")"]:  # noqa: PLR2004
        return False
    return all(word[0].isupper() and word.isalpha() for word in raw[start - 3 : start - 1])


def _ends_age(tokens: Tokens, end: int) -> bool:
    """Whether a comma, or "of" and a place, follows as after an age ("Ann Lee, 21 of Leeds")."""
    words = tokens.words
    if words[end : end + 2] == [",", "of"]:
        return end + 2 < len(words) and tokens.raw[end + 2][0].isupper()
    if words[end : end + 1] == [","]:
        return not (end + 1 < len(words) and words[end + 1] in _AFTER_AGE)
    if words[end : end + 1] in (["and"], ["&"]) and end + 2 < len(words) and words[end + 1].isdigit():
        return words[end + 2] in (",", ".", ";")
    return words[end : end + 1] == ["of"] and end + 1 < len(words) and tokens.raw[end + 1][0].isupper()


def _second_age(tokens: Tokens, start: int, end: int, value: int | None) -> bool:
    """Whether the figure is the second age of "his sons, 10 and 12,"."""
    words = tokens.words
    first = start - 2
    if first < 2 or words[start - 1] not in ("and", "&") or not words[first].isdigit():  # noqa: PLR2004
        return False
    alone = value is not None and 0 < value <= _MAX_AGE and words[start].isdigit() and end - start == 1
    named = words[first - 1] == "," and (_person_before(words, first - 2) or tokens.raw[first - 2][0].isupper())
    return alone and named and (end >= len(words) or words[end] in (",", ".", ";"))


def _person_before(words: list[str], index: int) -> bool:
    return words[index] in _PERSONS or (words[index] == "." and index > 0 and words[index - 1] in _PERSONS)


def _is_date(words: list[str], start: int, end: int) -> bool:
    if not words[start][0].isdigit() and words[start] not in ("third", "first", "second", "fourth"):
        return False
    following = words[end : end + 2]
    if following and (following[0] in MONTHS or (following[0] == "of" and following[1:] and following[1] in MONTHS)):
        return following[0] not in ("may", "march", "mar", "sun", "sat") or end - start == 1
    before = [word for word in words[max(0, start - 4) : start] if word != "."]
    if before and before[-1] in MONTHS and words[start][0].isdigit():
        # "In June 20 people died", but "in June 20, 2003".
        counted = before[-2:-1] == ["in"] and not (following[:1] == [","] or (following[:1] and following[0].isdigit()))
        return _day_sized(words[start]) and not counted
    if before[-1:] != ["the"] or len(before) == 1:
        return False
    return before[-2] in WEEKDAYS or before[-3:-1] in (["night", "of"], ["morning", "of"], ["evening", "of"])


def _day_sized(word: str) -> bool:
    read = figure(word)
    return read is not None and 1 <= read[0] <= 31  # noqa: PLR2004


def _is_address(tokens: Tokens, start: int, end: int) -> bool:
    if not tokens.words[start][0].isdigit():
        return False
    for index in range(end, min(end + 4, len(tokens.words))):
        if index > end - 1 and tokens.words[index] in _STREETS and tokens.raw[index][0].isupper():
            return True
        if not tokens.raw[index][0].isupper() and tokens.raw[index] != ".":
            return False
    return False


def _is_name(tokens: Tokens, start: int) -> bool:
    if start == 0 or not tokens.words[start][0].isdigit():
        return False
    before, word = tokens.words[start - 1], tokens.raw[start - 1]
    joined = tokens.starts[start] == tokens.ends[start - 1]
    if before in ("-", "\u2013", "/") and joined and start > 1:
        letters = tokens.raw[start - 2]
        return letters[0].isupper() and letters.isalpha() and tokens.ends[start - 2] == tokens.starts[start - 1]
    if before == "." and start > 1:
        return tokens.words[start - 2] == "no"
    if before == "#":
        return True
    if 1 < len(word) < _LONGEST_CALL_SIGN and word.isupper() and word.isalpha() and not joined:
        after = tokens.raw[start + 1] if start + 1 < len(tokens.raw) else "."
        if not (after[0].islower() or after in _DASHES_AND_SIGNS):
            return True
    if before == "number" and start > 1 and tokens.words[start - 2] in _COUNTED_BY_NUMBER:
        return False
    return before in _LABELS and (word[0].isupper() or before == "number")
