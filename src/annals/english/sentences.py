"""Where sentences begin and end in news English."""

import re
from itertools import pairwise

_ABBREVIATIONS = frozenset(
    (
        "mr mrs ms dr gen col maj capt lt sgt cmdr cdr adm brig cpl pvt rev hon sen rep gov pres prof sr jr "
        "st mt ft no vs jan feb mar apr jun jul aug sept sep oct nov dec inc ltd co corp dept etc approx est "
        "fig al"
    ).split()
)

_WEEKDAYS = frozenset("mon tue tues wed weds thu thur thurs fri sat sun".split())

_STOP = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|\n\s*\n|\n(?=\s*[•·▪*-]\s)")
_ITEM = re.compile(r"(?:^|\n)\s*\d{1,2}$")
_LONGEST = 1500
_LINE = re.compile(r"\n")
_OPENS = re.compile(r"[\"'“‘(\[]*[^\W\d_a-z]|[\"'“‘(\[]*\d|[\"“‘]")
_LAST_WORD = re.compile(r"([^\W\d_]+)$")


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Split `text[start:end]` into sentences, as (start, end) in code points of `text`, end exclusive.

    White space around a sentence is left out; blank stretches give nothing. A blank line or a line break after a
    line that does not run on always ends a sentence, and nothing longer than 1,500 characters is one.

    >>> split("Gen. Smith spoke. Two died.")
    [(0, 17), (18, 27)]
    """
    stop = len(text) if end is None else end
    cuts = [
        start,
        *(
            found.end()
            for found in _STOP.finditer(text, start, stop)
            if found.group()[0] == "\n" or _ends_sentence(text, found.start(), found.end(), start, stop)
        ),
        stop,
    ]
    spans: list[tuple[int, int]] = []
    for left, right in pairwise(cuts):
        spans.extend(_by_line(text, left, right))
    return spans


def _ends_sentence(text: str, at: int, after: int, start: int, stop: int) -> bool:
    rest = text[after : min(after + 8, stop)].lstrip()
    if rest and not _OPENS.match(rest):
        return False
    if text[at] != "." or text[at : at + 2] == "..":
        return True
    word = _LAST_WORD.search(text, max(start, at - 20), at)
    if word is None:
        # "3. Harbour district": the number of an item, at the beginning of its line.
        return not _ITEM.search(text[max(start, at - 5) : at])
    before = word.group(1)
    if len(before) == 1 and before.isupper():
        # An initial or the end of "U.S."; only a following capital word of a new sentence can end it, which cannot
        # be told apart from a name ("J. Smith"), so a lone initial never ends a sentence but "U.S." may.
        return text[at - 2 : at - 1] == "." and not rest[:1].islower() and _looks_like_opener(rest)
    if before[0].isupper() and before.lower() in _WEEKDAYS:
        return not rest[:1].isdigit()  # "Fri. 22"
    return before.lower() not in _ABBREVIATIONS or not before[0].isupper()


def _looks_like_opener(rest: str) -> bool:
    return bool(re.match(r"(The|A|An|It|He|She|They|But|In|On|At|No|We|I|This|That|There)\b", rest))


def _by_line(text: str, left: int, right: int) -> list[tuple[int, int]]:
    """Cut at line breaks unless the line plainly runs on (hard-wrapped text)."""
    spans = []
    begin = left
    for found in _LINE.finditer(text, left, right):
        line = text[begin : found.start()]
        following = text[found.end() : found.end() + 1]
        wraps = len(line) >= 60 and bool(following) and not following.isspace()  # noqa: PLR2004 -- a wrapped line
        if not wraps:
            spans.append((begin, found.end()))
            begin = found.end()
    spans.append((begin, right))
    return [trimmed for b, e in spans for c, d in _shortened(text, b, e) if (trimmed := _trim(text, c, d))]


def _shortened(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """Cut what no sentence is: a stretch of thousands of characters without a stop, which readers would choke on."""
    pieces = []
    while end - begin > _LONGEST:
        space = text.rfind(" ", begin + 1, begin + _LONGEST)
        cut = space if space > begin else begin + _LONGEST
        pieces.append((begin, cut))
        begin = cut
    return [*pieces, (begin, end)]


def _trim(text: str, begin: int, end: int) -> tuple[int, int] | None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    return (begin, end) if begin < end else None
