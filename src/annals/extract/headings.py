"""Run-in headings of round-ups and chronologies: "17 January: Harbour district." before the entry itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from annals.english.times import TimeExpression
from annals.extract.candidates import Candidate
from annals.extract.event_times import EVENT_TIMES
from annals.extract.page import Page, Sentence
from annals.extract.whereabouts import Where, places_of

_WORDS = 12
_BODY = 20
"""A paragraph has so many code points at least behind its heading."""
_LONG = frozenset({"month", "year"})
_BULLET = re.compile(r"(?:[-–—•*·▪►]\s*|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.):]\s+)*")
_REGION = (
    r"(?:regions?|oblasts?|provinces?|governorates?|districts?|townships?|count(?:y|ies)|states?|prefectures?|sectors?|"
    r"fronts?|axis|border|city|area|coast|valley|department|division|municipality)"
)
_NAMES = re.compile(
    r"(?:[\s,.:;/()–—-]|\b(?:near|off|of|the|in|at|and|de|la|al|el|north|south|east|west)\b|\d+|[A-Z][\w’'.-]*)*"
)


_HOUR = r"(?:,? \d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?|hrs|hours|h)?)"
_PLACE_HEAD = re.compile(
    r"(?![A-Z]\.)(?:(?:near|off|of|the|and|de|la|al|el|north|south|east|west|central|again)\b[ -]?|\d+\b ?|"
    # A word is taken whole: shared out among several, a long one would be tried in thousands of ways.
    r"[A-Z](?>(?:[\w’'-]|\.(?=\w))*)\.?,? ?){1,6}"
    rf"(?:{_REGION}\b ?)?(?:again ?)?(?:,[^:.\n]{{0,30}})?{_HOUR}?(?::(?!\s*[\"“‘'])|\.| [-–—])\*{{0,2}}(?=\s+[\w\"“])"
)
_REGIONS = re.compile(rf"\b{_REGION}\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class PlaceHeading:
    """A name with which a paragraph opens, before a colon, a stop or a dash."""

    words: str
    """Folded."""
    known: bool
    """Whether the gazetteer has it, or it says itself that it is a region."""
    runs_on: bool
    """Whether small letters follow it, as they do not behind the name of a speaker."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """What a heading says of the entry below it, in the same paragraph."""

    paragraph: int
    times: list[TimeExpression]
    where: Where | None


def behind_bullet(text: str, start: int, end: int) -> int:
    """Where the words begin behind bullets and numbers ("- ", "2. "), if there are any."""
    bullet = _BULLET.match(text, start, end)
    return bullet.end() if bullet is not None else start


def names_only(text: str, start: int, end: int) -> bool:
    """Whether a stretch holds nothing but names, numbers and the small words between them."""
    return _NAMES.fullmatch(text, start, end) is not None


def place_heading(sentences: Sequence[Sentence], text: str) -> PlaceHeading | None:
    """The place that heads a paragraph: "Kharkiv region.", "2) AFRIN.", "Demoso: rebels attacked a post."."""
    start, end = sentences[0].start, sentences[-1].end
    at = behind_bullet(text, start, end)
    head = _PLACE_HEAD.match(text, at, end)
    if head is None or end - head.end() < _BODY:
        return None
    known = any(at <= place.start < head.end() for sentence in sentences[:2] for place in sentence.places)
    return PlaceHeading(
        words=head.group().strip(" .:-–—*").lower(),
        known=known or _REGIONS.search(text, at, head.end()) is not None,
        runs_on=text[head.end() : head.end() + _BODY].lstrip()[:1].islower(),
    )


def heading_of(sentence: Sentence, text: str) -> Heading | None:
    """A short sentence without an event that opens with a date, or with names and a date ("2. Mora, 3 April")."""
    if sentence.title or len(sentence.words) > _WORDS or any(m.payload.sure for m in sentence.triggers):
        return None
    times = [t for t in sentence.times if t.kind in EVENT_TIMES and t.kind != "chain"]
    start = behind_bullet(text, sentence.start, sentence.end)
    opens = any(t.start - start <= 1 or names_only(text, start, t.start) for t in times)
    numbered = text[sentence.start].isdigit() and bool(times)
    if not (opens or numbered):
        return None
    places = [w for w in places_of(sentence, text) if w.matches]
    return Heading(paragraph=sentence.paragraph, times=times, where=places[0] if places else None)


def under(heading: Heading, candidate: Candidate, page: Page) -> None:
    """Give the heading's date and place to the first event below it, where it has none of its own.

    "A day after the truce" is no day of its own there. Where the heading names only a month, so does the first day that
    the entry names in it.
    """
    if all(time.kind == "chain" for time in candidate.times):
        candidate.times = [*heading.times, *_day_of_entry(heading, page)] or candidate.times
    candidate.where = candidate.where or heading.where
    candidate.headed = True


def _day_of_entry(heading: Heading, page: Page) -> list[TimeExpression]:
    months = {part.month for time in heading.times for part in time.parts if part.month and not part.day}
    if len(months) != 1 or any(time.kind not in _LONG for time in heading.times):
        return []
    return [
        time
        for sentence in page.sentences
        if sentence.paragraph == heading.paragraph
        for time in sentence.times
        if time.kind == "date" and any(part.day and part.month in (None, *months) for part in time.parts)
    ][:1]
