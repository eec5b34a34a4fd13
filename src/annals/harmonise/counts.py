"""Words of casualties to counts: numbers, lists of people, "a couple and their two sons", nobody."""

import re

from annals.english.numbers import Number, find_numbers
from annals.english.tokens import tokenise
from annals.harmonise.people_words import people_words

Count = tuple[int | None, int | None]
"""Low and high, inclusive; None is an open end, both None is unknown."""

_MAX_WORDS = 600
_PART = re.compile(
    r"\b(?:including|include|includes|inclusive of|among (?:them|whom|those|the)|mostly|mainly|comprising|"
    r"(?:most|some|many|all|both|half|one|two|three|four|five|six|seven|eight|nine|ten|several|\d+) of "
    r"(?:them|whom|the dead|the wounded|the injured|the victims)|"
    r"of them|of whom|who|which|whose|when|while|after|before|according|bringing|out of)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\s*(?:,\s*(?:and|plus|as well as)\b|,|;|&|\band\b(?!\s+(?:more|counting)\b)|\bas well as\b|\balong with\b|"
    r"\btogether with\b|\bplus\b|/)\s*",
    re.IGNORECASE,
)
_BREAKDOWN = re.compile(r"\s*(?:[-\u2013\u2014:(]|,)\s+|\s*[:(\u2014]\s*")
_ANYBODY = re.compile(r"\b(?:another|one more|somebody|someone)\b", re.IGNORECASE)
_SINGLE = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)
_FATAL_REST = re.compile(r"\bshot\b.*\b(?:dead|killed|died)\s*\Z|\bfatally\s*\Z", re.IGNORECASE | re.DOTALL)
_TWO = 2
_SEVERAL_EACH = ("couples", "pairs", "families", "households")
_FORCES = frozenset({"soldiers", "police", "security_forces", "peacekeepers", "militants", "guards"})
_IN_FORCES = _FORCES | {"women", "men", "leaders", "contractors"}
"""Who may be one of them."""
_A_SECOND = re.compile(
    r"(?:an?|the|one|another) (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|"
    r"\d+(?:nd|rd|th)|other|elder|younger|eldest|youngest|older|oldest)|he|she",
    re.IGNORECASE,
)
"""One person more, and no time."""
_OWN = re.compile(r"(?:his|her|their)\s+(?:[\w’'-]+\s+){0,2}(?!\w*s\b)[\w’'-]+", re.IGNORECASE)
"""Somebody of his ("her assistant"), whatever he is."""
_FIGURE_AGAIN = re.compile(r"(?<=\w) \(\d{1,6}\)")
"""The figure that some papers repeat after the word: "five (5) officers"."""
_NATIONALS = re.compile(r"[A-Z][a-z]+(?:is|ans|ites|men)\Z")


def read_people(words: str, *, group: str | None = None) -> Count:
    """Count the people that a phrase tells of.

    Numbers are read as `english.numbers` does, and lists are added up. A part ("including three children", "two of
    them soldiers") is not added. A plural without a number is at least two; a person is one; nobody is 0-0.

    Args:
        words: the words that carry the count ("five", "a medic and two soldiers", "no casualties").
        group: who is counted, in the report's words, for words that name no number themselves.

    Returns:
        Low and high, inclusive, low never above high; None for an open end, both None where nothing is said.

    >>> read_people("a British medic, a US soldier and a US contractor")
    (3, 3)
    >>> read_people("at least two dozen people, including three children")
    (24, None)
    >>> read_people("civilians"), read_people("no casualties"), read_people("the airport")
    ((2, None), (0, 0), (None, None))
    """
    count = _phrase(words[:_MAX_WORDS])
    if count == (None, None) and group:
        count = _phrase(group[:_MAX_WORDS])
    return count


def population(words: str) -> str | None:
    """Name the population that a phrase counts, from `data/people.toml`.

    The head noun counts: "three police officers" are police, "a woman soldier" is a soldier. Parts are left aside
    ("people, including three children" is nobody in particular), and a list of different people has no one name.

    Returns:
        The population's key in the table; None where the words name none, or more than one.

    >>> population("five schoolchildren"), population("student protesters"), population("a medic and a soldier")
    ('children', 'protesters', None)
    """
    words = words[:_MAX_WORDS]
    numbers = find_numbers(words)
    lexicon = people_words()
    named: set[str | None] = set()
    for start, end in _conjuncts(words[: _cut(words, numbers)], numbers):
        head = lexicon.head(tokenise(words[start:end]).words)
        if head is not None:
            named.add(head[0].population)
    return named.pop() if len(named) == 1 else None


def _phrase(words: str) -> Count:
    words = _FIGURE_AGAIN.sub(lambda match: " " * len(match.group()), words)
    if not words.strip():
        return None, None
    if _A_SECOND.fullmatch(words.strip()):
        return 1, 1
    lowered = " ".join(words.lower().split())
    whole = find_numbers(words)
    plain = [number for number in whole if number.unit_kind == "plain"]
    counted = [number for number in plain if number.kind in ("cardinal", "vague")]
    if not counted and any(_says(lowered, phrase) for phrase in people_words().nobody):
        return 0, 0
    if any(number.kind == "none" for number in plain) and not counted:
        return 0, 0
    if (rest := _not_fatally(words, plain)) is not None:
        return rest
    cut = _cut(words, plain)
    spans = [(start, end) for start, end in _conjuncts(words[:cut], whole)]
    counts = [_conjunct(words[start:end], _within(plain, start, end), start) for start, end in spans]
    told = [count for count in counts if count is not None]
    if not told:
        return None, None
    if len(told) > 1 and _is_breakdown(told) and _anyone(words[slice(*spans[0])]):
        return told[0]
    if len(told) == len(spans) and _is_apposition(told, [words[start:end] for start, end in spans]):
        return told[0]
    return _sum(told)


def _not_fatally(words: str, numbers: list[Number]) -> Count | None:
    """The rest of "three people were shot, one fatally"; None where the words are of another kind."""
    if len(numbers) < _TWO or not _FATAL_REST.search(words) or numbers[0].low is None or numbers[-1].low is None:
        return None
    rest = max(0, numbers[0].low - numbers[-1].low)
    return rest, rest if numbers[0].high == numbers[0].low else None


def _says(words: str, phrase: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", words) is not None


def _cut(words: str, numbers: list[Number]) -> int:
    """Where the parts begin ("including ..."); a phrase that opens with one is read whole."""
    for match in _PART.finditer(words):
        if not words[: match.start()].strip(" ,-\u2013\u2014"):
            continue
        if any(number.start <= match.start() < number.end for number in numbers) and "of" not in match.group():
            continue
        return match.start()
    return len(words)


def _conjuncts(words: str, numbers: list[Number]) -> list[tuple[int, int]]:
    """Cut a list at its commas and its "and", but never inside a number."""
    pieces: list[tuple[int, int]] = []
    start = 0
    for match in _JOINT.finditer(words):
        if any(number.start < match.end() and match.start() < number.end for number in numbers):
            continue
        pieces.append((start, match.start()))
        start = match.end()
    pieces.append((start, len(words)))
    out: list[tuple[int, int]] = []
    for first, last in pieces:
        # "12 people - 5 soldiers": a dash or colon opens a list too.
        begin = first
        for match in _BREAKDOWN.finditer(words, first, last):
            out.append((begin, match.start()))
            begin = match.end()
        out.append((begin, last))
    return [(first, last) for first, last in out if first < last]


def _within(numbers: list[Number], start: int, end: int) -> list[Number]:
    return [number for number in numbers if start <= number.start < end]


def _conjunct(words: str, numbers: list[Number], offset: int) -> Count | None:
    """Count one member of a list; None where it counts nobody."""
    tokens = tokenise(words).words
    lexicon = people_words()
    figures = [number for number in numbers if number.kind in ("cardinal", "vague", "none")]
    if figures:
        number = figures[0]
        if number.low is None and number.high is None:
            head = lexicon.head(tokens)
            return (2, None) if head is None or head[0].high is None else (head[0].low, head[0].high)
        return _times_collective(number, words[number.end - offset :])
    head = lexicon.head(tokens)
    indefinite = any(number.kind == "indefinite" for number in numbers)
    if head is not None:
        return head[0].low, head[0].high
    if indefinite or _ANYBODY.search(words):
        return 1, 1
    raw = words.split()
    if raw and _NATIONALS.fullmatch(raw[-1].strip(".,;:")):
        return 2, None
    if _OWN.fullmatch(words.strip()):
        return 1, 1
    return None


def _times_collective(number: Number, after: str) -> Count:
    """Multiply: "two couples" are four; "five families" are at least ten."""
    counted = next((word for word in tokenise(after[:40]).words[:3] if word in _SEVERAL_EACH), None)
    low, high = number.low, number.high
    if counted in ("couples", "pairs"):
        return (None if low is None else 2 * low), (None if high is None else 2 * high)
    if counted in ("families", "households"):
        return (None if low is None else 2 * low), None
    return low, high


def _is_breakdown(counts: list[Count]) -> bool:
    """Whether the first figure is the sum of the others ("12 people, five soldiers and seven civilians")."""
    first, rest = counts[0], counts[1:]
    return len(rest) > 1 and first[0] is not None and first[0] > 1 and _sum(rest)[0] == first[0]


def _is_apposition(counts: list[Count], words: list[str]) -> bool:
    """Whether singles say who the first are ("two crew members, a Dutchman and a Thai")."""
    first, rest = counts[0], counts[1:]
    single = all(count == (1, 1) for count in rest) and all(_SINGLE.match(part.strip()) for part in words[1:])
    if _population_of(words[0]) in _FORCES and any(
        (who := _population_of(part)) is not None and who not in _IN_FORCES for part in words[1:]
    ):
        # "Two soldiers, a priest and a nurse" are four people.
        return False
    return len(rest) > 1 and single and first == (len(rest), len(rest))


def _population_of(words: str) -> str | None:
    head = people_words().head(tokenise(words).words)
    return head[0].population if head is not None else None


def _anyone(words: str) -> bool:
    """Whether a figure counts people of no particular population, so that a list of such may break it down."""
    return _population_of(words) is None


def _sum(counts: list[Count]) -> Count:
    lows = [low for low, _ in counts if low is not None]
    highs = [high for _, high in counts if high is not None]
    low = sum(lows) if lows else None
    high = sum(highs) if len(highs) == len(counts) else None
    return low, high
