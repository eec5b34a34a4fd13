"""Counts that are no plain phrase of a number: totals, times over, superlatives, "not since"."""

import re
from typing import NamedTuple

from annals.english.numbers import find_numbers
from annals.extract import tally_periods as periods
from annals.extract import tally_words as words
from annals.extract.page import Sentence
from annals.model.claim import TallyForm

_RUNNING = re.compile(
    r"\b(?P<number>[\w-]+)\s+(?:days?|nights?|weeks?|months?|\w+days?)\s+(?:running|in a row|"
    r"in succession)\b",
    re.IGNORECASE,
)
_RANKED = re.compile(r"\b(?:second|third|fourth|fifth|sixth|\d+(?:nd|rd|th))[\s-]+\Z", re.IGNORECASE)
# "The deadliest night in four years" needs no further word for what happened.
_NIGHT = re.compile(r"(?:day|night|week|weekend|month)\Z", re.IGNORECASE)
_LIVES = re.compile(r"\blives\b", re.IGNORECASE)
_TIMES_AS = re.compile(
    r"(?:\s+(?:times|over))?\s+(?:what\b|as\b|the\s+(?:[\d,]+|\w+ (?:of|that))|more\s+(?:than|likely|\w+\s+than)\b|"
    r"higher\b|larger\b|longer\b|"
    r"(?:a|an|per|each|every)\s+(?:day|night|week|month|year)\b)",
    re.IGNORECASE,
)
"""Behind "three", "twice": a measure of something else, or so many in each of several periods."""
_BY_NOW = re.compile(r"\s+(?:times\s+)?(?:now|so far|already)\b", re.IGNORECASE)
_REACH = 160
"""Characters."""


class Counted(NamedTuple):
    """Where a stated count stands, in code points of the report's text."""

    start: int
    """Of the phrase."""
    first: int
    """Of the number."""
    last: int
    """Behind the number."""
    end: int
    """Behind what is counted."""
    form: TallyForm = "count"


def superlatives(sentence: Sentence, text: str) -> list[Counted]:
    """Superlatives over a time: "the deadliest attack in years"."""
    found = []
    for match in words.MOST.finditer(text, sentence.start, sentence.end):
        tail = words.MOST_TAIL.match(text, match.end(), sentence.end)
        if _RANKED.search(text, sentence.start, match.start()):
            # "The second deadliest".
            continue
        if tail is None or not (sentence.triggers or (match["deadly"] and _NIGHT.search(tail.group()))):
            continue
        window = periods.MOST_WINDOW.search(text, match.end(), min(sentence.end, match.end() + _REACH))
        if window is not None:
            found.append(Counted(match.start(), match.start(), match.end(), tail.end(), "most"))
    return found


def not_since(sentence: Sentence, text: str) -> list[Counted]:
    """What had not happened before: "thought not to have been used there since 2011"."""
    found = [*words.NOT_SINCE.finditer(text, sentence.start, sentence.end)]
    found += [
        match
        for match in words.NEVER_BEFORE.finditer(text, sentence.start, sentence.end)
        if "before" in match.group().lower()
    ]
    return [Counted(match.start(), *match.span("not"), match.end("not"), "first") for match in found]


def days_running(sentence: Sentence, text: str) -> list[Counted]:
    """Days with attacks one after the other: "three nights in a row", "for the sixth night running"."""
    if not words.violent(sentence, text):
        return []
    found = []
    for match in _RUNNING.finditer(text, sentence.start, sentence.end):
        number = next((n for n in find_numbers(match["number"]) if n.kind in ("cardinal", "ordinal")), None)
        if number is not None:
            form: TallyForm = "ordinal" if number.kind == "ordinal" else "count"
            found.append(Counted(match.start(), *match.span("number"), match.end(), form))
    return found


def totals(sentence: Sentence, text: str) -> list[Counted]:
    """Totals that rise: "that brings to six the number of tankers attacked"."""
    found = []
    for match in words.RISE.finditer(text, sentence.start, sentence.end):
        group = next(name for name in ("first", "second", "third", "fourth") if match[name] is not None)
        start, end = match.span(group)
        numbers = [n for n in find_numbers(match[group]) if n.kind in ("cardinal", "vague") and not n.year]
        violent = any(match.start() <= t.start < match.end() for t in sentence.triggers) or re.search(
            rf"\b(?:{words.HURT})\b", match.group(), re.IGNORECASE
        )
        if numbers and violent and not _toll(match.group()):
            number = numbers[0]
            begin, stop = match.start(), max(match.end(), end)
            found.append(Counted(begin, start + number.start, start + number.end, stop))
    return found


def _toll(phrase: str) -> bool:
    """Whether a total is of people who came to harm rather than of attacks: "the number of people killed"."""
    found = words.PEOPLE.search(phrase) or _LIVES.search(phrase)
    return found is not None and not re.search(rf"\b(?:{words.THINGS})\s+(?:{words.HURT})\b", phrase, re.IGNORECASE)


def times_over(sentence: Sentence, text: str) -> list[Counted]:
    """Times over: "has struck at least 12 times"."""
    found = []
    for match in words.NUMBER_OF_TIMES.finditer(text, sentence.start, sentence.end):
        twice = match.group().lower() in ("twice", "thrice")
        number = (
            None
            if twice
            else next((n for n in find_numbers(f"{match.group()} times") if n.kind in ("cardinal", "vague")), None)
        )
        if words.SHOTS.search(text, sentence.start, match.start()) or _TIMES_AS.match(text, match.end(), sentence.end):
            continue
        if number is not None and number.low is None and number.high is None:
            continue
        low = max(sentence.start, text.rfind(";", sentence.start, match.start()) + 1)
        behind = text.find(";", match.end(), sentence.end)
        high = behind if behind >= 0 else sentence.end
        hurt = words.HURT_OVER.search(text, low, high)
        verbs = [t.start for t in sentence.triggers if not t.payload.noun and low <= t.start < high]
        verb = any(abs(start - match.start()) <= _REACH // 2 for start in verbs)
        if (
            (verb or hurt)
            and (twice or number is not None)
            and (
                words.ATTACKED.search(text, max(sentence.start, match.start() - _REACH // 2), match.start())
                or periods.WINDOW.search(text, sentence.start, sentence.end)
                or _BY_NOW.match(text, match.end(), sentence.end)
                or re.search(
                    r"\b(?:has|have|had)\b[^.;]{0,60}$",
                    text[max(sentence.start, match.start() - _REACH // 2) : match.start()],
                )
            )
        ):
            found.append(Counted(match.start(), match.start(), match.end(), match.end()))
    return found
