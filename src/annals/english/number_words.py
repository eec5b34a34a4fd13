"""Number words and what they are worth, the conventions for vague words among them."""

import re
from collections.abc import Sequence

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_ORDINALS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()

ONES: dict[str, int] = {word: value for value, word in enumerate(_ONES)}
"""zero to nineteen."""
TENS: dict[str, int] = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": 40}
SCALES: dict[str, int] = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "million": 1_000_000,
    "crore": 10_000_000,
    "billion": 1_000_000_000,
}
ORDINALS: dict[str, int] = (
    {word: value for value, word in enumerate(_ORDINALS) if value}
    | {word[:-1] + "ieth": value for word, value in TENS.items() if word.endswith("y")}
    | {"hundredth": 100, "thousandth": 1_000}
)
MULTIPLES: dict[str, int] = {"twin": 2, "dual": 2, "double": 2, "triple": 3, "quadruple": 4}
"""Words that count in front of a noun: "twin blasts"."""

Bounds = tuple[int | None, int | None]

VAGUE: dict[str, Bounds] = {
    # ACLED's codebook: "several" and unknown plurals are 3, "tens" 10, "dozens" 12, "hundreds" 100.
    "several": (3, None),
    "a few": (3, None),
    "a handful of": (3, None),
    "tens of": (10, None),
    "dozens": (12, None),
    "hundreds": (100, None),
    # The same habit carried on: the least that the word can mean by that reading, open above.
    "scores": (20, None),
    "thousands": (1_000, None),
    "millions": (1_000_000, None),
    "multiple": (2, None),
    "a number of": (3, None),
    # Read as the figure that they name.
    "a couple of": (2, 2),
    "a pair of": (2, 2),
    "both": (2, 2),
    "a dozen": (12, 12),
    "a good dozen": (12, 12),
    "a full dozen": (12, 12),
    "a baker's dozen": (13, 13),
    "half a dozen": (6, 6),
    "a score of": (20, 20),
    # Say that there were some, and no more.
    "some": (None, None),
    "many": (None, None),
    "numerous": (None, None),
    "countless": (None, None),
    "scattered": (None, None),
    "an unknown number of": (None, None),
}
"""The conventions for vague words: (low, high), None for an open end. A documented habit, not a fact: the words
are always kept beside the value. A vague word before dozen, hundred and so on multiplies ("several hundred": 300)."""

NONE_WORDS = frozenset({"no", "none", "nobody", "zero", "nil"})

_MAX_DIGITS = 12
_FIGURE = re.compile(r"(\d[\d,\u00a0\u202f]*)(\.\d+)?([^\W\d_]*)")


def figure(word: str) -> tuple[float, str] | None:
    """Read a token that starts with a digit: its value and the letters that follow.

    None where it is not a figure (a date, a clock time) or has more than twelve digits.

    >>> figure("1,200"), figure("22nd"), figure("2.5"), figure("18:30")
    ((1200.0, ''), (22.0, 'nd'), (2.5, ''), None)
    """
    match = _FIGURE.fullmatch(word)
    if match is None:
        return None
    digits = "".join(c for c in match[1] if "0" <= c <= "9")
    if not digits or len(digits) > _MAX_DIGITS:
        return None
    return float(digits + (match[2] or "")[:7]), match[3]


def cardinal(words: Sequence[str], start: int) -> tuple[int, int] | None:
    """Read the longest cardinal, in words or figures, that starts at a token.

    Returns its value and the index one past its last token; None where none starts there.
    "a hundred" and "a dozen" are cardinals, a bare "a" is not.

    >>> cardinal(["one", "hundred", "and", "five", "people"], 0)
    (105, 4)
    >>> cardinal(["2.5", "million"], 0)
    (2500000, 2)
    """
    total, index = 0.0, start
    limit = float("inf")
    while (group := _group(words, index)) is not None:
        value, after = group
        scale = 1
        while after < len(words) and words[after] in SCALES and SCALES[words[after]] > scale:
            if words[after] == "hundred" and value >= 100:  # noqa: PLR2004
                break
            scale = SCALES[words[after]] if scale == 1 else scale * SCALES[words[after]]
            after += 1
        if scale >= limit or (index > start and scale == 1 and value >= limit):
            break
        total += value * scale
        index, limit = after, scale
        if scale == 1:
            break
        joined = index
        if joined < len(words) and words[joined] in ("and", ","):
            joined += 1
        follows = _group(words, joined)
        if follows is None or words[joined][0] in "0123456789" or words[joined] in ("a", "an"):
            break
        rest, past = follows
        next_scale = SCALES.get(words[past], 1) if past < len(words) else 1
        if rest * next_scale >= scale:
            break
        if words[index] == "," and next_scale == 1:
            break
        index = joined
    if index == start or total != int(total) or total > 10**_MAX_DIGITS:
        return None
    if index > start and words[index - 1] in ("and", ","):
        index -= 1
    return int(total), index


def _group(words: Sequence[str], index: int) -> tuple[float, int] | None:
    """Read a number below a hundred in words, any figure, or "a" before a scale."""
    if index >= len(words):
        return None
    word = words[index]
    after = index + 1
    if word in TENS:
        if after + 1 < len(words) and words[after] == "-" and 0 < ONES.get(words[after + 1], 0) <= 9:  # noqa: PLR2004
            return TENS[word] + ONES[words[after + 1]], after + 2
        if after < len(words) and 0 < ONES.get(words[after], 0) <= 9:  # noqa: PLR2004
            return TENS[word] + ONES[words[after]], after + 1
        return TENS[word], after
    if word in ONES:
        return ONES[word], after
    if word in ("a", "an"):
        return (1, after) if after < len(words) and words[after] in SCALES else None
    if word[0] in "0123456789":
        read = figure(word)
        if read is not None and not read[1]:
            return read[0], after
    return None
