"""Who says so: the subject of a verb of saying, "according to ...", and whom a pronoun stands for."""

import re
from dataclasses import dataclass

from annals.extract.clauses import Clause
from annals.extract.lexicon import table
from annals.extract.page import Sentence

_BOUNDARY = re.compile(r"[,;:.!?“”\"()—–]|\s-\s")
_SKIPPED = frozenset(
    "also later earlier had has have previously then reportedly again only separately first initially told was were is are who".split()
)
_PRONOUNS = frozenset("he she they it".split())
_CUT = frozenset(
    "that and but while when after before as because although though whose which with since until where if in on at from for by than or so what "
    "monday tuesday wednesday thursday friday saturday sunday yesterday today said".split()
)
_KNOWING = frozenset(
    "official officials spokesman spokeswoman spokesperson spokesmen police ministry minister witness witnesses resident residents source sources statement report "
    "reports army military government authorities hospital agency doctor doctors medic medics rescuers commander general colonel officer officers mayor governor president "
    "pentagon coalition group observatory media television channel newspaper company prosecutors sheriff chief department secretary analyst activists monitors villagers "
    "spokespersons centre center command cell office mission embassy investigators relatives survivors ambassador envoy leader leaders lawmaker parliament union intelligence".split()
)
_WIDTH = 16


@dataclass(frozen=True, kw_only=True)
class Said:
    """A speaker and the stretch for which he speaks."""

    words: str
    start: int
    end: int


def speakers_of(sentence: Sentence, clauses: list[Clause], text: str) -> list[Said]:
    """The speakers of a sentence; each speaks for its clause, and for the sentence where it is the only one."""
    found: list[Said] = []
    for clause in clauses:
        words = _according(clause, text) or _saying(clause, text)
        if words is not None:
            found.append(Said(words=words, start=clause.start, end=clause.end))
    if len(found) == 1:
        return [Said(words=found[0].words, start=sentence.start, end=sentence.end)]
    return found


def speaker_at(said: list[Said], at: int) -> str | None:
    """Who speaks at offset `at`; None is the report's own voice."""
    return next((s.words for s in said if s.start <= at < s.end), None)


def _according(clause: Clause, text: str) -> str | None:
    lexicon, sentence = table(), clause.sentence
    first, last = sentence.word_at(clause.start), sentence.word_at(clause.end)
    for match in lexicon.according.find(sentence.words[first:last]):
        return _rightward(sentence, first + match.last, text)
    return None


def _saying(clause: Clause, text: str) -> str | None:
    sentence = clause.sentence
    first, last = sentence.word_at(clause.start), sentence.word_at(clause.end)
    for match in table().saying.find(sentence.words[first:last]):
        verb_first, verb_last = first + match.first, first + match.last
        if (
            match.payload in ("base", "ing")
            or text[sentence.words[verb_first].start].isupper()
            or _names_a_noun(sentence, verb_first, match.payload)
        ):
            continue
        before = text[max(sentence.start, sentence.words[verb_first].start - 2) : sentence.words[verb_first].start]
        inverted = bool(re.search(r"[,”\"]\s?$", before))
        words = _rightward(sentence, verb_last, text) if inverted else _leftward(sentence, verb_first, text)
        if words is not None:
            return words
    return None


def _names_a_noun(sentence: Sentence, at: int, form: str) -> bool:
    """Whether "reports", "claims", "notes" is a noun here: an article or adjective of number before it."""
    before = sentence.words[at - 1].folded if at else ""
    return form == "s" and before in (
        "the",
        "of",
        "no",
        "any",
        "media",
        "news",
        "these",
        "conflicting",
        "initial",
        "its",
        "their",
        "some",
        "other",
        "all",
        "several",
        "earlier",
    )


def _leftward(sentence: Sentence, at: int, text: str) -> str | None:
    """The noun phrase that ends right before word `at`."""
    index = at - 1
    while index >= 0 and (
        sentence.words[index].folded in _SKIPPED
        or any(t.start <= sentence.words[index].start < t.end for t in sentence.times)
    ):
        index -= 1
    stop = index + 1
    start = stop
    while index >= 0 and stop - index <= _WIDTH:
        word = sentence.words[index]
        if start < stop and _BOUNDARY.search(text, word.end, sentence.words[start].start):
            break
        if start < stop and any(t.start <= word.start < t.end for t in sentence.times):
            break
        if word.folded in _CUT and not (
            word.folded in ("in", "for", "of", "on", "at", "and", "with")
            and _capital(text, sentence, index + 1)
            and start < stop
        ):
            break
        start = index
        index -= 1
    return _fit(sentence, start, stop, text)


def _rightward(sentence: Sentence, at: int, text: str) -> str | None:
    """The noun phrase that begins with word `at`."""
    index = at
    while index < len(sentence.words) and index - at <= _WIDTH:
        word = sentence.words[index]
        if index > at and _BOUNDARY.search(text, sentence.words[index - 1].end, word.start):
            break
        if (
            index > at
            and word.folded in _CUT
            and not (word.folded in ("in", "for", "of", "on", "at") and _capital(text, sentence, index + 1))
        ):
            break
        if any(t.start <= word.start < t.end for t in sentence.times):
            break
        index += 1
    return _fit(sentence, at, index, text)


def _capital(text: str, sentence: Sentence, at: int) -> bool:
    ahead = [w for w in sentence.words[at : at + 2] if w.folded != "the"]
    return bool(ahead) and text[ahead[0].start].isupper()


def _fit(sentence: Sentence, start: int, stop: int, text: str) -> str | None:
    if start >= stop:
        return None
    words = sentence.words[start:stop]
    if words[0].folded in _PRONOUNS and len(words) == 1:
        return words[0].folded
    folded = {w.folded for w in words}
    capital = any(text[w.start].isupper() for w in words if w.start > sentence.start or len(words) > 1)
    if not (folded & _KNOWING or capital) or len(words) > _WIDTH:
        return None
    if words[0].folded in ("no", "nobody", "none"):
        return None
    said = text[words[0].start : words[-1].end]
    return None if "\n" in said else said


def resolve_pronoun(words: str | None, last: str | None) -> str | None:
    """The last named speaker where the words are a pronoun."""
    return last if words in _PRONOUNS else words
