"""Words of a question found in the reports: by the full-text table, and again in a text, to show where."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

import msgspec
from sqlalchemy import Connection, bindparam, text

from annals.errors import UsageError

LONGEST = 300
"""Code points that a question for words may have."""

_SHOWN = 160  # code points of a report that are shown around what was found
_BEFORE = 50
_LOOKED_AT = 3  # reports of an incident
_SPOTS = 30  # occurrences of one word that are looked at
_MOST_SCANNED = 200_000  # code points of one report that are searched for the words again
_PARTS = re.compile(r'"([^"]*)"?|(\S+)')
_numbers = msgspec.json.Decoder(list[int])
_WORD = re.compile(r"\w+")
_ENDING = re.compile(r"(?<=\w\w\w)(?:s|es|ed|ing)\Z")

# One long text is handed over many times faster than a row for each report.
_ALL = text("SELECT '[' || coalesce(group_concat(rowid), '') || ']' FROM report_words WHERE report_words MATCH :words")
_REPORTS = text(
    "SELECT rowid FROM report_words WHERE report_words MATCH :words AND rowid < :below ORDER BY rowid DESC LIMIT :most"
)
_TEXTS = text(
    "SELECT number, title, text FROM report_numbers JOIN reports USING (report_id) WHERE number IN :numbers"
).bindparams(bindparam("numbers", expanding=True))
_TELLING = text(
    "SELECT number, report FROM report_incidents WHERE number IN :numbers ORDER BY number, report"
).bindparams(bindparam("numbers", expanding=True))


def match_of(question: str) -> str | None:
    """The question as the full-text table takes it, every word quoted; None where there is no word in it.

    >>> match_of('rocket "air base" Bagh* AND')
    '"rocket" "air base" "Bagh"* "AND"'

    Raises:
        UsageError: it is longer than LONGEST.
    """
    if len(question) > LONGEST:
        raise UsageError(f"text: {len(question)} characters are too many to search for; give at most {LONGEST}.")
    found = []
    for phrase, word in _PARTS.findall(question.replace("\x00", " ")):
        words = " ".join(_WORD.findall(phrase or word))
        if words:
            found.append(f'"{words}"*' if word.endswith("*") else f'"{words}"')
    return " ".join(found) or None


def all_with(question: str, connection: Connection) -> list[int]:
    """Numbers of all reports that have all the words, ascending; empty where the question has no word."""
    match = match_of(question)
    return [] if match is None else _numbers.decode(connection.execute(_ALL, {"words": match}).scalar_one())


def reports_with(question: str, connection: Connection, *, below: int, most: int) -> list[int]:
    """Numbers of reports that have all the words, the latest first, all below `below`, at most `most`."""
    match = match_of(question)
    if match is None:
        return []
    return list(connection.execute(_REPORTS, {"words": match, "below": below, "most": most}).scalars())


def passages(
    question: str, numbers: Sequence[int], found_in: Sequence[int], connection: Connection
) -> dict[int, tuple[str, tuple[tuple[int, int], ...]]]:
    """For each incident the stretch of its reports that shows most of the words, and where in it they stand.

    Args:
        question: the words.
        numbers: of the incidents.
        found_in: the numbers of the reports that have the words, ascending; a few of each incident are looked at.
        connection: to read the texts by.
    """
    wanted = _patterns(question)
    if not wanted or not numbers:
        return {}
    best: dict[int, tuple[int, str, int]] = {}
    telling: dict[int, list[int]] = {}
    for number, report in connection.execute(_TELLING, {"numbers": list(numbers)}):
        at = bisect_left(found_in, report)
        has_words = at < len(found_in) and found_in[at] == report
        if has_words and len(telling.setdefault(number, [])) < _LOOKED_AT:
            telling[number].append(report)
    texts = {
        report: (title, body)
        for report, title, body in connection.execute(_TEXTS, {"numbers": list(chain(*telling.values()))})
    }
    for number, title, body in ((n, *texts[report]) for n, some in telling.items() for report in some):
        if number in best and best[number][0] == len(wanted):
            continue
        whole = body if title is None or body.startswith(title) else f"{title}\n{body}"
        folded = _folded(whole[:_MOST_SCANNED])
        count, start = _densest(folded, wanted)
        if count and (number not in best or count > best[number][0]):
            best[number] = (count, whole, start)
    return {number: _passage(whole, start, wanted) for number, (_, whole, start) in best.items()}


def _densest(folded: str, wanted: Sequence["_Wanted"]) -> tuple[int, int]:
    """How many of the words stand near each other at best, and where they begin; 0 where none is there."""
    spots = sorted(
        (found.start(), which)
        for which, pattern in enumerate(wanted)
        for found in islice(pattern.all_in(folded), _SPOTS)
    )
    best = (0, 0)
    for n, (start, _) in enumerate(spots):
        near = {which for at, which in spots[n : n + _SPOTS] if at < start + _SHOWN - _BEFORE}
        if len(near) > best[0]:
            best = (len(near), start)
    return best


def _passage(whole: str, start: int, wanted: Sequence["_Wanted"]) -> tuple[str, tuple[tuple[int, int], ...]]:
    begin = max(0, start - _BEFORE)
    while 0 < begin < start and not whole[begin - 1].isspace():
        begin += 1
    shown = whole[begin : begin + _SHOWN]
    folded = _folded(shown)
    spans = sorted((found.start(), found.end()) for pattern in wanted for found in pattern.all_in(folded))
    return shown, tuple(_apart(spans))


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping spans as one."""
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


class _Wanted(msgspec.Struct, frozen=True):
    """One word, or words next to each other, to be found in a folded text."""

    start: str
    """The letters that it begins with, looked for first: that is many times faster than the pattern alone."""
    pattern: re.Pattern[str]

    def all_in(self, folded: str) -> Iterator[re.Match[str]]:
        """Every place where it stands."""
        at = folded.find(self.start)
        while at >= 0:
            found = self.pattern.match(folded, at)
            if found is not None:
                yield found
            at = folded.find(self.start, found.end() if found else at + 1)


def _patterns(question: str) -> list[_Wanted]:
    found = []
    for phrase, word in _PARTS.findall(question[:LONGEST]):
        words = [_folded(w) for w in _WORD.findall(phrase or word)]
        if words:
            *first, last = (rf"\b{re.escape(_ENDING.sub('', w))}\w{{0,3}}" for w in words)
            last = rf"\b{re.escape(words[-1])}\w*" if word.endswith("*") else last
            pattern = re.compile(r"\W+".join([*first, last]) + r"\b")
            found.append(_Wanted(_ENDING.sub("", words[0]), pattern))
    return found


def _folded(text: str) -> str:
    """Lower case without accents, with exactly one code point for each of `text`."""
    if text.isascii():
        return text.lower()
    return "".join(map(_folded_letter, text))


def _folded_letter(letter: str) -> str:
    if letter.isascii():
        return letter.lower()
    return unicodedata.normalize("NFD", letter)[0].lower()[0]
