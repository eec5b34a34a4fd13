"""Reports made of entries: round-ups, chronologies, numbered lists, live blogs; and the words that open another event.

A report is a list where at least three of its paragraphs open with a mark of their own: a number, a bullet, a date, a
time of day, a name in capitals, a run-in heading. What stands under one mark mostly belongs together.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from annals.extract.page import Page, Sentence

_INITIALS = 2
_ENDS = frozenset('."\u201c:;')
"""Behind these a capital says nothing."""
_LEAST = 3
"""Marked paragraphs that make a list."""
_NUMBERED = re.compile(
    r"(?:[-*\u2022\u00b7\u25aa\u2013\u2014]\s|\(?(?:no\.\s*)?\d{1,2}[.):]\s|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth|fifth|sixth|"
    r"seventh|eighth|ninth|tenth|last(?:ly)?|finally)[.,:]\s)",
    re.IGNORECASE,
)
_CLOCK = re.compile(
    r"\[?(?:\d{1,2}[.:h]\d{2}|\d{1,2}(?:[.:]\d{2})?\s?[ap]\.?m\.?|\d{4}\s?(?:hrs|hours|gmt|utc|z)\b|noon\b|midnight\b)",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?"
_DATED = re.compile(
    rf"(?:{_DAY},?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|{_DAY})"
    r"(?:,?\s+\d{4})?\s*(?:[.:,;\u2013\u2014-]|\n|\Z)",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"(?:[A-Z][A-Z'\u2019./-]+[ ,]*){1,5}(?:\([^)]*\)|[A-Z][a-z]+)?\s*[.:\u2013\u2014-]")
_APART = re.compile(
    r"(?:separately|elsewhere|in (?:an)?other|in a (?:separate|second|third|further|different|similar)|"
    r"(?:the|a) (?:second|third|fourth|fifth|other|separate|further)\b(?! (?:man|woman|person|victim|officer|soldier))|"
    r"another\b(?! (?:man|woman|person|victim|officer|soldier))|"
    r"also (?:on|in|at)\b|(?:on )?the same (?:day|night|evening|morning|afternoon)|that same|"
    r"(?:(?:minutes|hours|days|weeks|months|shortly|soon|moments)|(?:an?|one|two|three|four|five|several|a few)\s"
    r"(?:minute|hour|day|week|month)s?)\s(?:later|earlier|before|after)\b|"
    r"further (?:north|south|east|west)|meanwhile|in (?:nearby|neighbou?ring)|earlier (?:on|in|this|that)\b|"
    r"previously)",
    re.IGNORECASE,
)
"""At the head of a sentence: what follows is told as another event than the one before."""


def opens_apart(sentence: Sentence, text: str) -> bool:
    """Whether the sentence opens with words that set what it tells apart from what stands before it."""
    return bool(_APART.match(text, _first_word(sentence)))


def names_in(sentence: Sentence, text: str) -> frozenset[str]:
    """The words with a capital that are names of their own: of people, ships, streets, not of places and known actors.

    None in headlines, where any word may have a capital; the first word of a sentence is left out.
    """
    if sentence.title:
        return frozenset()
    known = [(m.start, m.end) for some in (sentence.places, sentence.actors, sentence.times) for m in some]
    return frozenset(
        word.folded
        for word in sentence.words[1:]
        if text[word.start].isupper()
        and word.end - word.start > _INITIALS
        and not any(a < word.end and word.start < b for a, b in known)
        and text[max(sentence.start, word.start - 2) : word.start].rstrip() not in _ENDS
    )


def entries_of(page: Page) -> tuple[dict[int, int], bool]:
    """The entry of each sentence, by its index, and whether the entries are moments of one day (a live blog).

    No sentence has one where the report is no list; those before the first mark have none either.
    """
    opening: dict[int, Sentence] = {}
    for sentence in page.sentences:
        if not sentence.title:
            opening.setdefault(sentence.paragraph, sentence)
    clocked = {p for p, s in opening.items() if _CLOCK.match(page.text, s.start)}
    marked = clocked | {p for p, s in opening.items() if _marked(s, page.text)} | _named(opening, page.text)
    if len(marked) < _LEAST:
        return {}, False
    starts = sorted(marked)
    found: dict[int, int] = {}
    # What comes long after the last mark is the report's end matter.
    ends = [*starts[1:], min(max(opening) + 1, starts[-1] + _usual(starts))]
    for number, (first, end) in enumerate(zip(starts, ends, strict=True)):
        found.update({s.index: number for s in page.sentences if first <= s.paragraph < end and not s.title})
    return found, len(clocked) * 2 >= len(marked)


def _usual(starts: Sequence[int]) -> int:
    """The middle number of paragraphs from one mark to the next."""
    gaps = sorted(b - a for a, b in pairwise(starts))
    return gaps[len(gaps) // 2]


def _marked(sentence: Sentence, text: str) -> bool:
    """Whether the sentence opens an entry by a number, a bullet or a date."""
    return bool(_NUMBERED.match(text, sentence.start) or _DATED.match(text, sentence.start, sentence.end + 1))


def _named(opening: Mapping[int, Sentence], text: str) -> set[int]:
    """The paragraphs that open with a name in capitals; none where names come again, as those of speakers do."""
    heads = {p: m.group() for p, s in opening.items() if (m := _CAPITALS.match(text, s.start, s.end))}
    return set(heads) if len(set(heads.values())) == len(heads) else set()


def _first_word(sentence: Sentence) -> int:
    return sentence.words[0].start if sentence.words else sentence.start
