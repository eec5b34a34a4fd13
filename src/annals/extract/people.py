"""Counted people: "at least five members of ...", "a British medic and two soldiers", "two of the dead"."""

import re
from dataclasses import dataclass

from annals.english.phrases import Word
from annals.extract.lexicon import table
from annals.extract.page import Sentence

_STOPPERS = frozenset(
    "in at on by from to with near during when after before as while who which that whom whose is was were are be been has had "
    "have and or but for of into inside outside against under over than then also will would could may might said killed "
    "injured wounded died dead hurt including among because since until between through across".split()
)
_DETERMINERS = frozenset("the his her their its our this these those another".split())
_ARTICLES = frozenset("a an one".split())
_OFFENDERS = frozenset(
    "attacker attackers assailant assailants gunman gunmen bomber bombers suicide terrorist terrorists shooter shooters "
    "perpetrator perpetrators suspect suspects hijacker hijackers kidnapper kidnappers".split()
)
_NP_WORDS = 8
# Words that may follow a number of people without naming them ("three more", "12 so far", "five each").
_LOOSE = frozenset("more others other so each all others' dead hurt lay remain remained have were later were still now today yesterday apiece alive".split())


@dataclass(frozen=True, kw_only=True)
class People:
    """A noun phrase that counts people. Offsets are the report's; `first` and `last` index the sentence's words."""

    start: int
    end: int
    first: int
    last: int
    number_end: int
    """Where the number ends; equal to `end` where the number stands alone or the phrase is a list."""
    part: bool
    """It says itself that it is a part ("two of the dead", "including three children")."""
    definite: bool
    """Without any number ("the bishop"): worth less than a counted phrase."""
    none: bool
    """It counts nobody ("no soldiers", "no one")."""
    offenders: bool
    """It counts those who attacked."""


def people_of(sentence: Sentence, text: str) -> list[People]:
    """All counted people of a sentence, in order; lists joined by "and" and commas are one."""
    units = {m.first: m for m in table().people.find(sentence.words)}
    parts = {m.last for m in table().parts.find(sentence.words)}
    partial = {m.first for m in table().parts.find(sentence.words)}
    found: list[People] = []
    number_at = {sentence.word_at(n.start): n for n in sentence.numbers}
    at = 0
    while at < len(sentence.words):
        people = _phrase(sentence, text, at, number_at, units, parts, partial)
        if people is None:
            at += 1
        else:
            found.append(people)
            at = max(people.last, at + 1)
    return _join_lists(found, text)


def _phrase(
    sentence: Sentence,
    text: str,
    at: int,
    number_at: dict[int, object],
    units: dict[int, object],
    parts: set[int],
    partial: set[int],
) -> People | None:
    words = sentence.words
    number = next((n for n in sentence.numbers if n.start == words[at].start), None)
    word = words[at]
    if number is None and word.folded not in _DETERMINERS | _ARTICLES:
        return None
    if number is not None and number.kind == "ordinal":
        return None
    begin = at
    after = sentence.word_at(number.end) if number is not None else at + 1
    part = begin in parts or _after_including(words, begin, text) or _increment(sentence, begin, after)
    # "two of the soldiers", "three of them", "one of whom": the number counts a part of those named next.
    if number is not None and after < len(words) and words[after].folded == "of":
        if any(p == after for p in partial):
            tail = next(m for m in table().parts.find(words) if m.first == after)
            return _make(sentence, begin, tail.last, number, part=True, none=number.kind == "none", definite=False)
        if after + 1 < len(words) and words[after + 1].folded in _DETERMINERS:
            unit_end = _unit_end(sentence, text, after + 2)
            if unit_end is not None:
                possessive = words[after + 1].folded in ("its", "his", "her", "their", "our")
                return _make(
                    sentence,
                    begin,
                    unit_end,
                    number,
                    part=part or not possessive,
                    none=number.kind == "none",
                    definite=False,
                )
    apart = number is not None and after < len(words) and not _joined_gap(text, number.end, words[after].start)
    unit_end = None if apart else _unit_end(sentence, text, after)
    if (
        unit_end is None
        and not apart
        and number is not None
        and after + 1 < len(words)
        and words[after].folded == "from"
        and text[words[after + 1].start].isupper()
    ):
        return _make(sentence, begin, after + 2, number, part=part, none=False, definite=False)
    if unit_end is None:
        if number is None or number.kind == "indefinite" or (not apart and _counts_things(sentence, text, after)):
            return None
        return _make(sentence, begin, after, number, part=part, none=number.kind == "none", definite=False)
    return _make(
        sentence,
        begin,
        unit_end,
        number,
        part=part,
        none=number is not None and number.kind == "none",
        definite=number is None and word.folded not in _ARTICLES,
    )


def _increment(sentence: Sentence, begin: int, after: int) -> bool:
    """Whether "two more" or "another three" adds to an earlier toll: no other harm is told before it in the sentence."""
    words = sentence.words
    said = words[begin].folded in ("another", "further") or (begin > 0 and words[begin - 1].folded in ("another", "further"))
    more = after < len(words) and words[after].folded in ("more", "further", "additional", "others")
    return (said or more) and not any(m.last <= begin for m in sentence.harm)


def _make(
    sentence: Sentence, first: int, last: int, number: object, *, part: bool, none: bool, definite: bool
) -> People:
    words = sentence.words
    start, end = words[first].start, words[last - 1].end
    number_end = getattr(number, "end", words[first].end) if number is not None else end
    if getattr(number, "kind", "indefinite") == "indefinite":
        number_end = end
    return People(
        start=start,
        end=max(end, number_end),
        first=first,
        last=last,
        number_end=number_end,
        part=part,
        definite=definite,
        none=none,
        offenders=any(w.folded in _OFFENDERS for w in words[first:last]),
    )


def _unit_end(sentence: Sentence, text: str, at: int) -> int | None:
    """Index after the last noun for people in the noun phrase whose words begin at `at`; None where there is none."""
    words = sentence.words
    starts = {n.start for n in sentence.numbers} | {m.start for m in table().saying.find(words[at : at + _NP_WORDS])}
    best = None
    index = at
    while index < len(words) and index < at + _NP_WORDS:
        if index > at and not _joined(text, words[index - 1], words[index]):
            break
        if words[index].folded in _STOPPERS or (index > at and words[index].start in starts):
            break
        match = next(iter(table().people.find(words[index : index + 3])), None)
        if match is not None and match.first == 0:
            best = index + match.last
            index = best
        else:
            index += 1
    return best


def _joined_gap(text: str, start: int, end: int) -> bool:
    return all(c in " -‑'’\n" for c in text[start:end])


def _counts_things(sentence: Sentence, text: str, at: int) -> bool:
    """Whether a plain noun that is no word for people follows the number ("16 donkeys", "two buildings")."""
    if at >= len(sentence.words):
        return False
    word = sentence.words[at]
    if word.folded in _STOPPERS or not text[word.start].islower() or word.folded.endswith("ly") or word.folded in _LOOSE:
        return False
    return not any(m.first == at for m in sentence.harm)


def _joined(text: str, left: Word, right: Word) -> bool:
    """Whether nothing but blanks and hyphens stands between two words."""
    return all(c in " -‑'’\n" for c in text[left.end : right.start])


def _after_including(words: list[Word], at: int, text: str) -> bool:
    """Whether "including", "among them" or the like opens the list in which the phrase stands."""
    for index in range(at - 1, max(-1, at - 10), -1):
        if words[index].folded in ("including", "include", "included", "among", "comprising", "mostly"):
            return "." not in text[words[index].end : words[at].start]
        if words[index].folded in ("killed", "injured", "wounded", "killing", "died", "were", "was"):
            return False
    return False


def _join_lists(found: list[People], text: str) -> list[People]:
    """Make "two soldiers, a medic and three children" one phrase."""
    joined: list[People] = []
    for people in found:
        before = joined[-1] if joined else None
        between = text[before.end : people.start].strip().lower() if before else "?"
        if (
            before is not None
            and between in (",", "and", ", and", "&", "as well as", "along with", "plus")
            and before.part == people.part
            and _complete(before, text)
            and _complete(people, text)
            and not before.none
            and not people.none
        ):
            joined[-1] = People(
                start=before.start,
                end=people.end,
                first=before.first,
                last=people.last,
                number_end=people.end,
                part=before.part,
                definite=before.definite and people.definite,
                none=False,
                offenders=before.offenders and people.offenders,
            )
        else:
            joined.append(people)
    return joined


def _complete(people: People, text: str) -> bool:
    """Whether the phrase names whom it counts, so that it can be a member of a list; "the Syrian ..." opens a name."""
    if people.definite and re.search(r"\b[A-Z]", text[people.start + 3 : people.end]):
        return False
    return people.number_end < people.end or people.last - people.first > 1
