"""Words that bound or soften a number: "at least", "about", "up to"; "or more", "or so" behind it."""

from annals.english.tokens import Tokens

_HEDGES: dict[str, str] = {
    phrase: effect
    for effect, phrases in {
        "at_least": (
            "at least|no fewer than|no less than|not fewer than|not less than|a minimum of|minimum|as few as|"
            "as little as|upwards of|upward of|at the very least|at the least"
        ),
        "more_than": (
            "more than|over|in excess of|exceeding|well over|well more than|far more than|many more than|"
            "much more than|greater than|north of|above|slightly more than|a little more than|just over"
        ),
        "up_to": "up to|as many as|at most|no more than|not more than|a maximum of|maximum|at the most|as much as",
        "fewer_than": "fewer than|less than|under|below|slightly fewer than",
        "about": (
            "about|around|roughly|approximately|some|an estimated|estimated|nearly|almost|close to|just under|"
            "approx|circa|perhaps|maybe|possibly|probably|nearer to|in the region of|somewhere around|something like"
        ),
    }.items()
    for phrase in phrases.split("|")
}


def is_approximate(hedge: str | None) -> bool:
    """Whether a hedge makes a number a rough one, without bounding it.

    >>> is_approximate("about"), is_approximate("Some"), is_approximate("at least"), is_approximate(None)
    (True, True, False, False)
    """
    return hedge is not None and _HEDGES.get(hedge.lower()) == "about"


_LONGEST_HEDGE = max(len(phrase.split()) for phrase in _HEDGES)
_HEDGE_ENDS = frozenset(phrase.split()[-1] for phrase in _HEDGES)
_SUFFIXES: dict[tuple[str, ...], str] = {
    ("or", "more"): "at_least",
    ("and", "more"): "at_least",
    ("or", "above"): "at_least",
    ("at", "least"): "at_least",
    ("-", "plus"): "at_least",
    ("plus",): "at_least",
    ("+",): "at_least",
    ("or", "so"): "about",
    ("-", "odd"): "about",
    ("odd",): "about",
    ("or", "fewer"): "up_to",
    ("or", "less"): "up_to",
    ("at", "most"): "up_to",
}
_DIGITS = "0123456789"


def hedges_before(words: list[str], start: int, floor: int, *, article: bool) -> tuple[int, list[str]]:
    """Up to two modifiers that end where the number starts at token `start`, the outer first, and where they start.

    None begins before token `floor`. `article`: the number is an "a" or "an", which "some" and "about" do not soften.
    """
    found: list[str] = []
    while len(found) < 2 and start > floor and words[start - 1] in _HEDGE_ENDS:  # noqa: PLR2004
        for size in range(min(_LONGEST_HEDGE, start - floor), 0, -1):
            phrase = " ".join(words[start - size : start])
            if phrase in _HEDGES:
                break
        else:
            break
        if article and phrase in ("some", "over", "about", "around", "under", "above", "below"):
            break
        found.insert(0, phrase)
        start -= size
    return start, found


def effect_of(hedge: str) -> str:
    """What a modifier of `hedges_before` does to the bounds."""
    return _HEDGES[hedge]


def effect_behind(tokens: Tokens, end: int) -> tuple[str, int] | None:
    """What a modifier behind the number, from token `end`, does to the bounds, and how many tokens it has."""
    for size in (2, 1):
        effect = _SUFFIXES.get(tuple(tokens.words[end : end + size])) if end + size <= len(tokens.words) else None
        if effect is not None and _suffix_fits(tokens, end, size):
            return effect, size
    return None


def bounded(low: int | None, high: int | None, effect: str) -> tuple[int | None, int | None]:
    """The bounds that an effect leaves of a number from `low` to `high`; None is open."""
    if effect == "at_least":
        return low, None
    if effect == "more_than":
        return (None if low is None else low + (1 if high is not None else 0)), None
    if effect == "up_to":
        return None, high
    if effect == "fewer_than":
        return None, None if high is None else max(0, high - 1)
    return low, high


def _suffix_fits(tokens: Tokens, end: int, size: int) -> bool:
    if tokens.words[end] in ("-", "+"):
        return tokens.starts[end] == tokens.ends[end - 1]
    if size == 1 and tokens.words[end] in ("plus", "odd"):
        return False
    # "5 or more" bounds; "12 or more than" starts another number; "five at least" must not swallow "at least 6".
    after = tokens.words[end + size] if end + size < len(tokens.words) else ""
    return after == "" or (after != "than" and after[0] not in _DIGITS)
