"""Counted people: "at least five members of ...", "a British medic and two soldiers", "two of the dead"."""

import re
from dataclasses import replace

from annals.english.numbers import Number
from annals.english.phrases import Word
from annals.extract.lexicon import table
from annals.extract.open_nouns import companion_end, open_noun_end
from annals.extract.page import Sentence, is_headline
from annals.extract.people_lists import People, join_lists, with_part

_STOPPERS = frozenset(
    "in at on by from to with near during when after before as while who which that whom whose is was were are "
    "be been has had "
    "have and or but for of into inside outside against under over than then also will would could may might "
    "said killed "
    "injured wounded died dead hurt including among because since until between through across this today "
    "yesterday tonight "
    "year years month months week weeks day days morning night evening afternoon hour hours".split()
)
_DETERMINERS = frozenset("the his her their its our this these those another".split())
_POSSESSIVES = frozenset("his her their".split())
_ARTICLES = frozenset("a an one".split())
_OPENING = _DETERMINERS | _ARTICLES
_ORDINAL_ARTICLES = frozenset(("a", "the", "one"))
_HAPPENS = frozenset("was is died dies remains remained has had suffered sustained received got lost later".split())
_SECOND = 2
_PARENTS = frozenset("mother father mum mom dad parent parents grandmother grandfather widow".split())
_FATES = frozenset("victim fatality death casualty dead".split())
_LOSSES = frozenset("lost loses losing suffered sustained received survived left".split())
_OFFENDERS = frozenset(
    "attacker attackers assailant assailants gunman gunmen bomber bombers suicide terrorist terrorists shooter "
    "shooters "
    "perpetrator perpetrators suspect suspects hijacker hijackers kidnapper kidnappers".split()
)
_NP_WORDS = 8
# Words for a body of people that a number may follow ("a family of five").
_BODIES = frozenset("family group crew party team couple patrol household gang squad convoy".split())
_NATIONAL = re.compile(r"(?:the|The)\s+[A-Z]\w+(?:i|an|ish|ese|n)\Z")
# Persons whom headlines name without an article.
_PERSONS = frozenset(
    "man woman boy girl teen teenager toddler baby infant child student officer deputy trooper soldier policeman guard "
    "cop driver cyclist motorist pedestrian clerk employee worker mother father mom dad son daughter brother sister "
    "wife husband girlfriend boyfriend grandmother grandfather pastor priest imam teacher nurse doctor judge mayor "
    "lawyer journalist reporter rapper bystander passenger passerby customer homeowner resident farmer fisherman "
    "shopkeeper jogger tourist hiker settler commander firefighter paramedic gunman suspect robber burglar "
    "assailant attacker shooter couple jawan cleric monk nun principal headmaster peacekeeper councillor "
    "senator activist".split()
)
_NATIONALITY = re.compile(r"(?:i|an|ish|ese|ch|en)s?\Z")
# Words that may follow a number of people without naming them ("three more", "12 so far", "five each").
_LOOSE = frozenset(
    "more others other so each all others' dead hurt lay remain remained have were later were still now today "
    "yesterday apiece alive given reported announced counted stated initially previously earlier".split()
)


def people_of(sentence: Sentence, text: str) -> list[People]:
    """All counted people of a sentence, in order; lists joined by "and" and commas are one."""
    parts = {m.last for m in table().parts.find(sentence.words)}
    partial = {m.first for m in table().parts.find(sentence.words)}
    found: list[People] = []
    number_at = {sentence.word_at(n.start): n for n in sentence.numbers}
    at = 0
    while at < len(sentence.words):
        people = (
            _ordinal(sentence, text, at)
            or _phrase(sentence, text, at, number_at, parts, partial, found[-1] if found else None)
            or _reflexive(sentence, text, at)
            or _bare(sentence, text, at)
        )
        if people is None:
            at += 1
        else:
            found.append(people)
            at = max(people.last, at + 1)
    return [with_part(people, text) for people in join_lists(found, text) if not _nobody_in_particular(people, text)]


def _phrase(
    sentence: Sentence,
    text: str,
    at: int,
    number_at: dict[int, Number],
    parts: set[int],
    partial: set[int],
    last: People | None,
) -> People | None:
    words = sentence.words
    word = words[at]
    number = number_at.get(at)
    if number is not None and number.start != word.start:
        number = None
    if number is None and word.folded not in _OPENING:
        return None
    if number is not None and number.kind == "ordinal":
        return None
    if at > 1 and words[at - 1].folded == "of" and words[at - 2].folded in _PARENTS:
        # "A mother of three": her children are not counted.
        return None
    if at and word.folded in ("both", "all") and words[at - 1].folded in ("were", "are", "was", "been"):
        # "They were both shot": it counts nobody anew.
        return None
    if at > 1 and words[at - 1].folded == "of" and words[at - 2].folded in ("members", "victims", "people"):
        return None
    begin = at
    after = sentence.word_at(number.end) if number is not None else at + 1
    part = begin in parts or _after_including(words, begin, text)
    # "two of the soldiers", "three of them", "one of whom": the number counts a part of those named next.
    if (
        number is not None
        and after < len(words)
        and words[after].folded == "of"
        and not _apart(text, number, words[after])
    ):
        if any(p == after for p in partial):
            tail = next(m for m in table().parts.find(words) if m.first == after)
            some = _make(sentence, begin, tail.last, number, part=True, none=number.kind == "none", definite=False)
            return replace(some, partitive=not part and words[tail.last - 1].folded in ("them", "whom", "those"))
        if after + 1 < len(words) and words[after + 1].folded in _DETERMINERS:
            unit_end = _among_counted(sentence, text, after + 2, number_at) or _unit_end(sentence, text, after + 2)
            if unit_end is not None:
                possessive = words[after + 1].folded in ("its", "his", "her", "their", "our")
                some = _make(
                    sentence,
                    begin,
                    unit_end,
                    number,
                    part=part or not possessive,
                    none=number.kind == "none",
                    definite=False,
                )
                return replace(some, partitive=not part and words[unit_end - 1].folded not in _FATES)
    if number is not None and (family := _of_one_family(words, after)) is not None:
        return _make(sentence, begin, family, number, part=part, none=False, definite=False)
    if number is not None and number.kind == "indefinite" and after + 2 < len(words):
        counted = _body_of(sentence, text, after, number_at)
        if counted is not None:
            return _make(sentence, begin, counted, number, part=part, none=False, definite=False)
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
    if unit_end is None and not apart and (number is not None or word.folded in _POSSESSIVES):
        unit_end = open_noun_end(sentence, text, begin, after) or (
            companion_end(sentence, text, begin, after, last) if last is not None else None
        )
    if unit_end is None:
        if number is None or number.kind == "indefinite" or (not apart and _counts_things(sentence, text, after)):
            return None
        found = _make(sentence, begin, after, number, part=part, none=number.kind == "none", definite=False)
    else:
        found = _make(
            sentence,
            begin,
            unit_end,
            number,
            part=part,
            none=number is not None and number.kind == "none",
            definite=number is None and word.folded not in _ARTICLES,
        )
    # "Of whom nine were dead".
    of_whom = begin > 1 and words[begin - 1].folded in ("whom", "them", "those") and words[begin - 2].folded == "of"
    return replace(found, partitive=True) if of_whom else found


def _ordinal(sentence: Sentence, text: str, at: int) -> People | None:
    """One person more, told by an ordinal alone: "a third was critically wounded", "the other is"."""
    words = sentence.words
    if words[at].folded not in _ORDINAL_ARTICLES or at + 2 >= len(words):
        return None
    if [w.folded for w in words[at : at + 2]] == ["the", "other"] and words[at + 2].folded in _HAPPENS:
        return _make(sentence, at, at + 2, None, part=False, none=False, definite=False)
    number = next((n for n in sentence.numbers if words[at].start <= n.start <= words[at + 1].start), None)
    ordinal = next((n for n in sentence.numbers if n.kind == "ordinal" and n.start == words[at + 1].start), None)
    if number is None or ordinal is None or (ordinal.low or 0) < _SECOND:
        return None
    if words[at + 2].folded not in _HAPPENS or not text[words[at].end : words[at + 1].start].isspace():
        return None
    return _make(sentence, at, at + 2, None, part=False, none=False, definite=False)


def _reflexive(sentence: Sentence, text: str, at: int) -> People | None:
    """The attacker of "killed himself and seven others", whom the list counts with the others."""
    words = sentence.words
    if words[at].folded not in ("himself", "herself") or at + 2 >= len(words) or words[at + 1].folded != "and":
        return None
    if not any(m.last == at for m in sentence.harm) or not text[words[at].end : words[at + 1].start].isspace():
        return None
    return _make(sentence, at, at + 1, None, part=False, none=False, definite=False)


def _bare(sentence: Sentence, text: str, at: int) -> People | None:
    """A person whom a headline tells without an article ("Man shot in leg", "Clerk, son killed")."""
    words = sentence.words
    if words[at].folded not in _PERSONS or not is_headline(sentence, text):
        return None
    end = words[at].end
    if text[end : end + 1] in ("'", "’", "-", "/") or text[words[at].start - 1 : words[at].start] in ("-", "/"):
        return None
    after = words[at + 1] if at + 1 < len(words) and _joined(text, words[at], words[at + 1]) else None
    if after is not None and any(True for _ in table().people.find([after])):
        return None
    return _make(sentence, at, at + 1, None, part=False, none=False, definite=False)


def _among_counted(sentence: Sentence, text: str, at: int, number_at: dict[int, Number]) -> int | None:
    """Where the whole ends in "one of the 28 wounded", "two of the four guards": a number within it is no figure."""
    inner = number_at.get(at)
    if inner is None:
        return None
    after = sentence.word_at(inner.end)
    return _unit_end(sentence, text, after) or after


def _apart(text: str, number: Number, word: Word) -> bool:
    """Whether a comma parts a number from the word behind it ("52, of whom seven")."""
    return "," in text[number.end : word.start]


def _of_one_family(words: list[Word], after: int) -> int | None:
    """Index behind the family of "four of a family", "six members of one household": all of them are counted."""
    if after + 2 >= len(words) or words[after].folded != "of" or words[after + 1].folded not in ("a", "one", "the"):
        return None
    end = after + 3 if words[after + 2].folded in ("same", "single") else after + 2
    return end + 1 if end < len(words) and words[end].folded in ("family", "household") else None


def _body_of(sentence: Sentence, text: str, at: int, number_at: dict[int, Number]) -> int | None:
    """Index after the number of "a family of five"; None where no such phrase stands."""
    words = sentence.words
    for index in range(at, min(at + 3, len(words) - 2)):
        if words[index].folded in _BODIES and words[index + 1].folded == "of" and index + 2 in number_at:
            inner = number_at[index + 2]
            after = sentence.word_at(inner.end)
            return _unit_end(sentence, text, after) or after
        if words[index].folded in _STOPPERS:
            return None
    return None


def _increment(sentence: Sentence, begin: int, after: int) -> bool:
    """Whether "two more" or "another three" adds to an earlier toll: no harm is told before it in the sentence."""
    words = sentence.words
    said = words[begin].folded in ("another", "further") or (
        begin > 0 and words[begin - 1].folded in ("another", "further")
    )
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
        adds=_increment(sentence, first, sentence.word_at(number_end)) or _ordinal_within(sentence, start, end),
        follows=_ordinal_within(sentence, start, end) and words[last - 1].folded in _FATES,
    )


def _ordinal_within(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the phrase counts on from people told before ("an eighth person", "the third victim")."""
    return any(n.kind == "ordinal" and (n.low or 0) > 1 and start < n.start < end for n in sentence.numbers)


def _unit_end(sentence: Sentence, text: str, at: int) -> int | None:
    """Index after the last noun for people in the noun phrase whose words begin at `at`; None where there is none."""
    words = sentence.words
    starts = {n.start for n in sentence.numbers} | {m.start for m in table().saying.find(words[at : at + _NP_WORDS])}
    best = None
    index = at
    while index < len(words) and index < at + _NP_WORDS:
        if index > at and not _joined(text, words[index - 1], words[index]):
            break
        if index > at and words[index].folded in _DETERMINERS | _LOSSES:
            break
        if (words[index].folded in _STOPPERS and not _aged(words, index)) or (
            index > at and words[index].start in starts
        ):
            break
        match = next(iter(table().people.find(words[index : index + 3])), None)
        if match is not None and match.first == 0:
            end = index + match.last
            if not _adjectival(sentence, text, index, end):
                best = end
            index = end
        else:
            index += 1
    return best


def _aged(words: list[Word], index: int) -> bool:
    """Whether "year" belongs to "11-year-old"."""
    return index + 1 < len(words) and words[index + 1].folded in ("old", "olds")


def _adjectival(sentence: Sentence, text: str, first: int, end: int) -> bool:
    """Whether a nationality stands before a noun for a thing ("an Israeli air strike")."""
    words = sentence.words
    if end >= len(words) or not text[words[first].start].isupper() or not _joined(text, words[end - 1], words[end]):
        return False
    after = words[end]
    if first == 0 and not _NATIONALITY.search(words[first].folded):
        return False
    plain = text[after.start].islower() and after.folded not in _STOPPERS and after.folded not in _LOOSE
    return plain and not any(m.first <= end < m.last for m in sentence.harm) and not after.folded.endswith(("ly", "ed"))


def _joined_gap(text: str, start: int, end: int) -> bool:
    return all(c in " -‑'’\n" for c in text[start:end])


def _counts_things(sentence: Sentence, text: str, at: int) -> bool:
    """Whether a plain noun that is no word for people follows the number ("16 donkeys", "two buildings")."""
    if at >= len(sentence.words):
        return False
    word = sentence.words[at]
    if (
        word.folded in _STOPPERS
        or not text[word.start].islower()
        or word.folded.endswith("ly")
        or word.folded in _LOOSE
    ):
        return False
    return not any(m.first == at for m in sentence.harm)


def _joined(text: str, left: Word, right: Word) -> bool:
    """Whether nothing but blanks and hyphens stands between two words."""
    return all(c in " -‑'’\n" for c in text[left.end : right.start])


def _after_including(words: list[Word], at: int, text: str) -> bool:
    """Whether "including", "among them" or the like opens the list in which the phrase stands."""
    for index in range(at - 1, max(-1, at - 10), -1):
        if words[index].folded in ("including", "include", "included", "among", "comprising", "mostly"):
            between = text[words[index].end : words[at].start]
            return "." not in between and not (between.endswith(", and ") and _adds(words, at))
        if words[index].folded in ("killed", "injured", "wounded", "killing", "died", "were", "was"):
            return False
    return False


def _adds(words: list[Word], at: int) -> bool:
    """Whether "more", "others" or a verb follows the number, so that it goes on after a list of parts."""
    behind = words[at + 1 : at + 6]
    if any(w.folded in ("more", "others", "were", "was", "have", "had") for w in behind):
        return True
    # "Including a woman, and a dozen wounded": a harm of its own.
    return any(w.folded in ("wounded", "injured", "hurt", "missing", "kidnapped", "abducted") for w in behind[:3])


def _nobody_in_particular(people: People, text: str) -> bool:
    """Whether "the Saudi" is left of "the Saudi coalition": a nationality with an article names no person."""
    return people.definite and bool(_NATIONAL.match(text[people.start : people.end]))
