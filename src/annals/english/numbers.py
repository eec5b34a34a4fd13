"""Numbers in news English: figures and words, bounds and ranges, vague words, none.

`find_numbers` reads every number of a text and says what it counts, so that callers keep only the plain ones.
"""

from typing import Literal

import msgspec

from annals.english.number_hedges import bounded, effect_behind, effect_of, hedges_before
from annals.english.number_reaches import reach
from annals.english.number_units import UnitKind, looks_like_year, unit_of
from annals.english.number_words import (
    MULTIPLES,
    NONE_WORDS,
    ONES,
    ORDINALS,
    SCALES,
    TENS,
    VAGUE,
    Bounds,
    cardinal,
    figure,
)
from annals.english.remembering import remembered
from annals.english.tokens import Tokens, tokenise

NumberKind = Literal["cardinal", "ordinal", "vague", "none", "indefinite"]


class Number(msgspec.Struct, frozen=True, kw_only=True):
    """One number of a text."""

    start: int
    """First code point, in the text given; modifiers ("at least") belong to the number."""
    end: int
    """One past the last code point."""
    words: str
    low: int | None = None
    """Least value, inclusive; None where open."""
    high: int | None = None
    """Greatest value, inclusive; None where open."""
    kind: NumberKind
    """cardinal: a figure, a number word or a range; ordinal: "22nd"; vague: see number_words.VAGUE; none: "no",
    "nobody", zero; indefinite: "a", "an", "another", worth 1 if what follows is counted at all."""
    hedge: str | None = None
    """The words that bound or soften it ("at least", "about"), None where there are none."""
    unit_kind: UnitKind = "plain"
    year: bool = False
    """True for four bare digits between 1900 and 2099, whatever `unit_kind` says."""


_PLURALS = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 1_000, "millions": 1_000_000}
_MULTIPLIERS = SCALES | {"dozen": 12, "score": 20}
_NOT_COUNTS = frozenset(
    "longer doubt matter way sooner less fewer more comment wonder such further immediate other word sign good "
    "idea need stranger point sense confirmation independent claim claims where time".split()
)
_CHANGES = frozenset(
    "rose rise rises risen rising increased increase increases climbed climbs climb jumped jump went grew grow "
    "revised raised lowered fell fallen dropped drop down up reduced cut slashed changed extended".split()
)
_STARTERS = (
    frozenset(
        "a an another no none nobody nil half both some many several multiple numerous countless scattered few tens "
        "dozens dozen scores score hundreds thousands millions couple pair zero hundred thousand".split()
    )
    | ONES.keys()
    | TENS.keys()
    | ORDINALS.keys()
    | MULTIPLES.keys()
)
_A_DOZEN = (["a", "dozen"], ["half", "a"], ["half", "-"])
_AFTER_BARE_ARTICLE = frozenset(
    "estimated minimum maximum total little further lot bit whole bid result statement while".split()
)
"""What "a" does not count."""
_DIGITS = "0123456789"
_DASHES = ("-", "\u2013", "\u2014")


class _Core(msgspec.Struct):
    """A number without its modifiers: tokens[start:end]."""

    start: int
    end: int
    low: int | None
    high: int | None
    kind: NumberKind
    scale: int = 1
    """The last multiplier ("three hundred": 100), 1 where there is none."""


def find_numbers(text: str) -> list[Number]:
    """Find the numbers of a text, in order, not overlapping, each as long as it goes.

    Decades ("the 1990s"), dates such as 3/12/2019, clock times such as 18:30 and fractions of a whole are left out;
    other figures that count nothing (ages, calibres, years) are told by `unit_kind`. Reads each token a bounded
    number of times; never raises.

    >>> [(n.words, n.low, n.high) for n in find_numbers("Between 5 and 7 rockets; at least two dozen hurt, no deaths.")]
    [('Between 5 and 7', 5, 7), ('at least two dozen', 24, None), ('no', 0, 0)]
    """
    return list(_numbers(text))


@remembered
def _numbers(text: str) -> tuple[Number, ...]:
    tokens = tokenise(text)
    words = tokens.words
    found: list[Number] = []
    past = 0
    for index, word in enumerate(words):
        if index < past or (word not in _STARTERS and word[0] not in _DIGITS):
            continue
        core = _core(tokens, index)
        if core is None:
            continue
        number, past = _complete(tokens, core, past)
        if number is not None:
            found.append(number)
    return tuple(found)


def read_number(words: str) -> Number | None:
    """Read the number that a phrase states: its first one that is more than "a" or "an", else that; None without any.

    >>> read_number("more than a dozen people").low
    13
    """
    found = find_numbers(words)
    return next((number for number in found if number.kind != "indefinite"), found[0] if found else None)


def _core(tokens: Tokens, index: int) -> _Core | None:
    words = tokens.words
    word = words[index]
    following = words[index + 1] if index + 1 < len(words) else ""
    if word in _STARTERS and (vague := _vague(words, index)) is not None:
        return vague
    if word in NONE_WORDS:
        return _nothing(words, index, following)
    if (ordinal := _ordinal(words, index)) is not None:
        value, end = ordinal
        return _Core(start=index, end=end, low=value, high=value, kind="ordinal")
    if (read := cardinal(words, index)) is not None:
        value, end = read
        scale = SCALES.get(words[end - 1], 1)
        if end < len(words) and words[end] in ("dozen", "score") and value < 1_000:  # noqa: PLR2004
            scale = _MULTIPLIERS[words[end]]
            value, end = value * scale, end + 1
        if word == "one" and following in ("another", "day", "by"):
            return None
        return _Core(start=index, end=end, low=value, high=value, kind="cardinal", scale=scale)
    if word in ("a", "an", "another"):
        counted = following in _MULTIPLIERS or following in ONES or following in TENS
        if following in _AFTER_BARE_ARTICLE or counted or not following.isalpha():
            return None
        return _Core(start=index, end=index + 1, low=1, high=1, kind="indefinite")
    if word in MULTIPLES and following.isalpha() and following not in ("down", "up", "the", "that", "check"):
        return _Core(start=index, end=index + 1, low=MULTIPLES[word], high=MULTIPLES[word], kind="cardinal")
    if word in ("dozen", "hundred", "thousand") and following:
        value = _MULTIPLIERS[word]
        return _Core(start=index, end=index + 1, low=value, high=value, kind="cardinal", scale=value)
    if word[0] in _DIGITS:
        return _suffixed(words, index)
    return None


def _suffixed(words: list[str], index: int) -> _Core | None:
    """A figure with letters: "107mm", "9pm", "5m", "40k"."""
    read = figure(words[index])
    if read is None or read[1] in ("s", "st", "nd", "rd", "th"):
        return None
    value, suffix = read
    value *= {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000}.get(suffix, 1)
    if value != int(value):
        return None
    return _Core(start=index, end=index + 1, low=int(value), high=int(value), kind="cardinal")


def _nothing(words: list[str], index: int, following: str) -> _Core | None:
    if words[index] == "no":
        if following == "one" or words[index + 1 : index + 3] == ["-", "one"]:
            return _Core(start=index, end=index + (2 if following == "one" else 3), low=0, high=0, kind="none")
        if following in _NOT_COUNTS or not following.isalpha():
            return None
    return _Core(start=index, end=index + 1, low=0, high=0, kind="none")


def _ordinal(words: list[str], index: int) -> tuple[int, int] | None:
    word = words[index]
    if word in ORDINALS:
        return ORDINALS[word], index + 1
    if word[0] in _DIGITS:
        read = figure(word)
        if read is not None and read[1] in ("st", "nd", "rd", "th") and read[0] == int(read[0]):
            return int(read[0]), index + 1
    if word in TENS:
        joined = index + 2 if words[index + 1 : index + 2] == ["-"] else index + 1
        if joined < len(words) and 0 < ORDINALS.get(words[joined], 0) < 10:  # noqa: PLR2004
            return TENS[word] + ORDINALS[words[joined]], joined + 1
    return None


def _vague(words: list[str], index: int) -> _Core | None:
    word = words[index]
    end = index
    bounds: Bounds = (None, None)
    for size in (5, 4, 3, 2, 1):
        if index + size > len(words) or words[index + size - 1] == "-":
            continue
        phrase = " ".join(part for part in words[index : index + size] if part != "-")
        if phrase in VAGUE:
            end, bounds = index + size, VAGUE[phrase]
            break
        if f"{phrase} of" in VAGUE and words[index + size : index + size + 1] != ["of"] and size > 1:
            follows = words[index + size] if index + size < len(words) else ""
            if follows in _MULTIPLIERS or follows == "more":
                end, bounds = index + size, VAGUE[f"{phrase} of"]
                break
    if end == index:
        if word in _PLURALS and index + 1 < len(words) and words[index + 1] == "of":
            bounds, end = (_PLURALS[word], None), index + 1
        else:
            return None
    if word == "some" and end < len(words) and (cardinal(words, end) or words[end : end + 2] in _A_DOZEN):
        return None
    if word == "many" and index and words[index - 1] in ("as", "how", "so", "too"):
        return None
    low, high = bounds
    scale = 1
    if end < len(words) and words[end] in _MULTIPLIERS and low is not None and word not in ("both", "half"):
        scale = _MULTIPLIERS[words[end]]
        low, high, end = low * scale, None if high is None else high * scale, end + 1
        if end < len(words) and words[end] in ("thousand", "million"):
            low, high, end = low * SCALES[words[end]], None if high is None else high * SCALES[words[end]], end + 1
    elif word in _PLURALS and low is not None:
        if words[end : end + 1] == ["of"] and words[end + 1 : end + 2]:
            nested = words[end + 1]
            if nested in ("thousands", "millions"):
                low, end = low * _PLURALS[nested], end + 2
        elif words[end - 1] == "of" and words[end : end + 1] and words[end] in ("thousands", "millions"):
            low, end = low * _PLURALS[words[end]], end + 1
    kind: NumberKind = "cardinal" if high is not None and high == low else "vague"
    return _Core(start=index, end=end, low=low, high=high, kind=kind, scale=scale)


def _complete(tokens: Tokens, core: _Core, floor: int) -> tuple[Number | None, int]:
    """Add the other end of a range, the modifiers and the unit; returns the number and the next token to read."""
    words = tokens.words
    first = core.start
    if core.kind == "cardinal":
        core = _range(tokens, core, floor)
    if core.kind == "cardinal" and words[core.end : core.end + 1] == ["-"] and words[core.end + 1 : core.end + 2]:
        fraction = words[core.end + 1]
        if fraction in ("thirds", "third", "quarters", "quarter", "fifths", "half", "tenths"):
            return None, core.end + 2
    hedges: list[str] = []
    start, low, high = core.start, core.low, core.high
    if core.kind in ("cardinal", "vague", "indefinite"):
        start, hedges = hedges_before(words, core.start, floor, article=core.kind == "indefinite")
    effects = [effect_of(hedge) for hedge in hedges]
    hedge = tokens.text[tokens.starts[start] : tokens.ends[core.start - 1]] if hedges else None
    end = core.end
    if core.kind == "cardinal" and not effects:
        behind = effect_behind(tokens, end)
        if behind is not None:
            effect, size = behind
            hedge = tokens.text[tokens.starts[end] : tokens.ends[end + size - 1]].lstrip("-")
            effects, end = [effect], end + size
    for effect in effects:
        low, high = bounded(low, high, effect)
    if effects == ["at_least"] and low is not None and (upper := reach(words, end, low)) is not None:
        high, end = upper
    whole = tokens.text[tokens.starts[start] : tokens.ends[end - 1]]
    unit = unit_of(tokens, first, core.end, core.high, modified=bool(effects))
    number = Number(
        start=tokens.starts[start],
        end=tokens.ends[end - 1],
        words=whole,
        low=low,
        high=high,
        kind=core.kind,
        hedge=hedge,
        unit_kind=unit,
        year=core.end - first == 1 and looks_like_year(words[first], core.high),
    )
    return number, end


def _range(tokens: Tokens, core: _Core, floor: int) -> _Core:
    words = tokens.words
    joint = words[core.end] if core.end < len(words) else ""
    if joint not in ("to", "or", "and", *_DASHES):
        return core
    before = words[core.start - 1] if core.start > floor else ""
    other_start = core.end + 1
    if joint == "and" and before != "between":
        return core
    if joint in _DASHES:
        glued = tokens.ends[core.end - 1] == tokens.starts[core.end] and tokens.ends[core.end] == (
            tokens.starts[other_start] if other_start < len(words) else -1
        )
        if not glued:
            return core
        if words[other_start] in ("to", "or"):
            other_start += 2 if words[other_start + 1 : other_start + 2] == ["-"] else 1
    if joint == "to" and before == "from" and _CHANGES.intersection(words[max(0, core.start - 12) : core.start]):
        return core
    if other_start >= len(words):
        return core
    start_word = words[other_start]
    if start_word not in _STARTERS and start_word[0] not in _DIGITS:
        return core
    other = _core(tokens, other_start)
    if other is None or other.kind != "cardinal" or other.high is None or core.low is None:
        return core
    low = core.low
    if core.scale == 1 and other.scale > 1 and low * other.scale < other.high:
        low *= other.scale
    if low >= other.high or (words[core.start] == "one" and joint == "and"):
        return core
    start = core.start - 1 if before in ("between", "from") else core.start
    return _Core(start=start, end=other.end, low=low, high=other.high, kind="cardinal", scale=other.scale)
