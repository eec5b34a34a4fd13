"""The subject of a verb: the noun phrase before it, past auxiliaries, adverbs, days and insertions."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TypeVar

from annals.english.phrases import Match
from annals.extract.lexicon import table
from annals.extract.page import Sentence
from annals.reference.descriptions import describe

T = TypeVar("T")

_BOUNDARY = re.compile(r"[,;:!?“”\"()—–]|\.\s|\s-\s")
_INSERTION = re.compile(r"[,)—–]|\s-\s")
_HARD = re.compile(r"[;:!?“”\"]|\.\s")
AUXILIARIES = frozenset(
    (
        "has have had was were is are be been being did do does will would could should may might can must not never"
    ).split()
)
_ADVERBS = frozenset(
    "also later earlier previously then again only separately first initially since repeatedly still "
    "already now soon yet "
    "today yesterday tonight both all each itself themselves himself herself openly meanwhile "
    "finally eventually instead often always sometimes usually rarely seldom".split()
)
_NOT_ADVERBS = frozenset(
    "family assembly ally july italy reply supply fly bully lily holy daily weekly monthly".split()
)
# Words at which a noun phrase ends when it is read leftwards from its last word.
_CUT = frozenset(
    "that and but while when after before as because although though whose which who whom with since "
    "until where if in on at from for by "
    "than or so what whether into over near under against about amid despite during to into how why "
    "monday tuesday wednesday "
    "thursday friday saturday sunday yesterday today".split()
)
_INNER = frozenset("in for of on at and from to with".split())
# "A lawmaker close to the group", "officials familiar with the case": what follows belongs to the phrase.
_TYING = frozenset("close loyal linked allied belonging affiliated sympathetic aligned related familiar".split())
RELATIVES = frozenset(("which", "who", "that"))
PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i"))
_LEAD = frozenset(
    "meanwhile however but yet later also earlier still instead separately then and though although "
    "while so today yesterday "
    "afterwards nevertheless moreover again because if when reportedly apparently".split()
)
_ARTICLES = frozenset(("the", "a", "an", "its", "their", "his", "her", "these", "this", "that"))
_NOUNS_TOO = frozenset(
    "reports claims notes counts puts records documents states posts comments quotes estimates cites remarks".split()
)
# "Have in turn accused", "had at first denied": last word and first.
_PHRASES = frozenset(
    (
        ("turn", "in"),
        ("first", "at"),
        ("once", "at"),
        ("far", "so"),
        ("response", "in"),
        ("public", "in"),
        ("all", "at"),
    )
)
_WIDTH = 16
_JUMPS = 2
_FAR = 24
_BEFORE_ARTICLE = _INNER | {"all", "both", "half", "such"}
_SPEAKING = frozenset(("residents", "government", "medics", "monitors", "police", "sources"))
_OBJECTS = frozenset(("it", "them", "this"))
_WHATS = frozenset("any all no every involvement responsibility reports".split())
_DETERMINERS = frozenset("a an the its their his her that two three four five six seven eight nine ten several".split())


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A noun phrase that is a verb's subject; word indexes of its sentence, and offsets of the text, ends exclusive."""

    first: int
    last: int
    start: int
    end: int
    whole_end: int
    """Where its apposition ends ("Amara Sow, a spokesman for the army,"); `end` where it has none."""
    pronoun: bool
    passive: bool
    """A form of "be" stands between it and the verb."""
    negated: bool
    """A "not" or "never" stands between it and the verb."""


def subject_of(sentence: Sentence, at: int, text: str) -> Subject | None:
    """The subject of the verb that begins with word `at`; None where none is to be seen.

    Of two verbs joined by "and" both have that of the first ("the group condemned the murder and denied a part in it").
    """
    return _before(sentence, at, text) or _of_joined(sentence, at, text) or _of_main(sentence, at, text)


def _of_main(sentence: Sentence, at: int, text: str) -> Subject | None:
    """The subject of the verb before a comma, where the one at `at` goes with it: "denied it, blaming bandits"."""
    word = sentence.words[at]
    if at == 0 or not word.folded.endswith("ing") or text[sentence.words[at - 1].end : word.start] != ", ":
        return None
    for verb in sorted(_finite_verbs(sentence, max(0, at - _FAR), at), reverse=True):
        found = _before(sentence, verb, text) or _of_joined(sentence, verb, text)
        if found is not None:
            return None if found.passive else replace(found, negated=False)
    return None


def _of_joined(sentence: Sentence, at: int, text: str) -> Subject | None:
    """The subject of the verb before, where the one at `at` is joined to it."""
    index = at - 1
    while index > 0 and (
        _skipped(sentence.words[index].folded, text, sentence.words[index].start)
        or _timed(sentence, sentence.words[index].start)
        or (sentence.words[index].folded == "on" and _timed(sentence, sentence.words[index + 1].start))
    ):
        index -= 1
    if index <= 0 or sentence.words[index].folded not in ("and", "but", "then"):
        return None
    told = _told_by(sentence, at, max(0, index - _FAR), index)
    verbs = _finite_verbs(sentence, max(0, index - _FAR), index) | ({told} if told is not None else set())
    for verb in sorted(verbs, reverse=True):
        if _HARD.search(text, sentence.words[verb].end, sentence.words[index].start):
            return None
        if told is not None and verb > told:
            continue
        found = _before(sentence, verb, text)
        if found is not None:
            return None if found.passive else replace(found, negated=False)
    return None


def _told_by(sentence: Sentence, at: int, low: int, high: int) -> int | None:
    """The verb of saying that the one at `at` goes on from: "denied that his men had fired and suggested", else None.

    Who says two things is one; what is told between them has subjects of its own.
    """
    denied = {n for cue in _inside(sentence.stances, low, at + 1) for n in range(cue.first, cue.last)}
    if at not in _verbs(sentence, at, at + 1) | denied:
        return None
    told = {t.first for t in _inside(sentence.triggers, low, high)}
    that = {n for n in range(low, high) if sentence.words[n].folded == "that"}
    said = [n for n in (_verbs(sentence, low, high) | denied) - told - that if n + 1 in that]
    return max(said, default=None)


def _finite_verbs(sentence: Sentence, low: int, high: int) -> set[int]:
    """Which of the words `low` to `high` (exclusive) are verbs in the past or present, as far as the lexicons know."""
    words = sentence.words[low:high]
    known = _verbs(sentence, low, high)
    known |= {low + m.first for m in table().deeds.find(words) if m.payload in ("past", "s")}
    known |= {
        low + m.first for m in table().responses.find(words) if not m.payload.noun and m.payload.form in ("past", "s")
    }
    # A word in -ed before an article or a number has an object, so that it is no mere participle ("issued a video").
    known |= {
        low + n
        for n, word in enumerate(words[:-1])
        if word.folded.endswith("ed") and words[n + 1].folded in _DETERMINERS | _OBJECTS | _WHATS
    }
    return known


def _before(sentence: Sentence, at: int, text: str) -> Subject | None:
    words = sentence.words
    index, passed, passive, negated = at - 1, at, False, False
    whole_end: int | None = None
    jumps, jumped = 0, -1
    while index >= 0:
        gap = text[words[index].end : words[passed].start]
        if _HARD.search(gap) and not _scare_quotes(text, gap, words[index].end, sentence.start):
            return None
        if _INSERTION.search(gap) and passed != jumped:
            opening = _opening(sentence, index, text)
            if opening is None or jumps == _JUMPS:
                return None
            whole_end = whole_end or words[index].end
            index, passed, jumps, jumped = opening - 1, opening, jumps + 1, opening
            continue
        word = words[index].folded
        if (word, words[index - 1].folded if index else "") in _PHRASES:
            passed, index = index - 1, index - 2
            continue
        if not (_skipped(word, text, words[index].start) or _timed(sentence, words[index].start)):
            if word in RELATIVES and not (word == "that" and _says(sentence, index - 1)):
                passed = index
                index -= 1
                if index >= 0 and "," in text[words[index].end : words[passed].start]:
                    return _phrase(sentence, index, text, passive, negated, None)
                continue
            break
        passive = passive or word in ("was", "were", "been", "being", "be", "is", "are", "got")
        negated = negated or word in ("not", "never")
        passed = index
        index -= 1
    return _phrase(sentence, index, text, passive, negated, whole_end) if index >= 0 else None


def _scare_quotes(text: str, gap: str, end: int, start: int) -> bool:
    """Whether a quotation mark closes only a word or three ("\u201cterrorists\u201d were behind it")."""
    return bool(re.fullmatch(r"[”\"’]\s", gap)) and bool(
        re.search(r"(?:^|\s)[“\"][\w’' -]{1,40}$", text[max(start, end - 45) : end])
    )


def _opening(sentence: Sentence, index: int, text: str) -> int | None:
    """Index of the first word of the insertion that ends with word `index`."""
    words = sentence.words
    for at in range(index, max(0, index - 3 * _WIDTH), -1):
        gap = text[words[at - 1].end : words[at].start]
        if _HARD.search(gap):
            return None
        if re.search(r"[,(—–]|\s-\s", gap):
            return at
    return None


def _phrase(
    sentence: Sentence, index: int, text: str, passive: bool, negated: bool, whole_end: int | None
) -> Subject | None:
    words = sentence.words
    last = index + 1
    first = last
    spoken = _verbs(sentence, max(0, index - _WIDTH), last)
    aside = -1
    while index >= 0 and last - index <= _WIDTH:
        word = words[index]
        if first < last and index != aside and _BOUNDARY.search(text, word.end, words[first].start):
            opened = _opening(sentence, index, text) if words[first].folded in _INNER else None
            if opened is None or text[word.end : words[first].start].strip() != ")":
                break
            # "The Front for Peace (FPP) in Gao": the letters stand within the phrase.
            first, index = opened, opened - 1
            aside = index
            continue
        auxiliary = word.folded in AUXILIARIES and not text.startswith("IS", word.start)
        if auxiliary or (index in spoken and first < last) or _timed(sentence, word.start):
            break
        if first < last and _finite(sentence, index, text):
            break
        inner = (
            word.folded in _INNER
            and first < last
            and (_named(text, sentence, index + 1) or _of_people(sentence, index))
        )
        tied = first < last and word.folded in ("to", "with") and index > 0 and words[index - 1].folded in _TYING
        if word.folded in _CUT and not (inner or tied) and text[word.start - 1 : word.start] != "-":
            break
        first = index
        index -= 1
        if word.folded in ("the", "a", "an") and index >= 0 and words[index].folded not in _BEFORE_ARTICLE:
            # "Told reporters the agency was behind it": an article opens a phrase of its own.
            break
        if word.folded in PRONOUNS and first == last - 1:
            # "Police say it is": nothing of a pronoun's phrase stands before it.
            break
    while first < last and (words[first].folded in _LEAD or _skipped(words[first].folded, text, words[first].start)):
        first += 1
    if first < last - 1 and words[first].folded == "with":
        # "With the front claiming it": the preposition is none of its words.
        first += 1
    if first >= last or all(w.folded in _ARTICLES for w in words[first:last]):
        return None
    start, end = words[first].start, words[last - 1].end
    alone = last - first == 1 and words[first].folded in PRONOUNS
    return Subject(
        first=first,
        last=last,
        start=start,
        end=end,
        whole_end=max(end, whole_end or end),
        pronoun=alone,
        passive=passive,
        negated=negated,
    )


def _of_people(sentence: Sentence, index: int) -> bool:
    """Whether a small word hangs on a noun for people who may speak ("residents of the town")."""
    word = sentence.words[index - 1].folded if index else ""
    return sentence.words[index].folded in ("in", "of", "at", "from") and describe(word).kind in _SPEAKING


def _finite(sentence: Sentence, index: int, text: str) -> bool:
    """Whether a word in -ed right behind a name is a verb ("Lagos named Abuja"), not a part of a compound."""
    word, before = sentence.words[index], sentence.words[index - 1] if index else None
    after = sentence.words[index + 1] if index + 1 < len(sentence.words) else None
    return (
        before is not None
        and after is not None
        and (text[after.start].isupper() or after.folded in ("the", "a", "an"))
        and word.folded.endswith("ed")
        and text[word.start].islower()
        and text[before.start].isupper()
        and text[before.end : word.start] == " "
    )


def _skipped(word: str, text: str, start: int) -> bool:
    if (word in AUXILIARIES and not text.startswith("IS", start)) or word in _ADVERBS:
        return True
    return word.endswith("ly") and len(word) > len("only") and word not in _NOT_ADVERBS and text[start].islower()


def _timed(sentence: Sentence, at: int) -> bool:
    return any(t.start <= at < t.end for t in sentence.times)


def _says(sentence: Sentence, index: int) -> bool:
    return index in _verbs(sentence, max(0, index), index + 1)


def _verbs(sentence: Sentence, low: int, high: int) -> set[int]:
    """Which of the words `low` to `high` (exclusive) are plainly verbs: of saying, of violence or of blame."""
    said = {
        low + match.first
        for match in table().saying.find(sentence.words[low:high])
        if match.payload in ("past", "participle")
        or (match.payload == "s" and sentence.words[low + match.first].folded not in _NOUNS_TOO)
    }
    told = {
        t.first for t in _inside(sentence.triggers, low, high) if not t.payload.noun and t.payload.form in ("past", "s")
    }
    cues = [cue for cue in _inside(sentence.stances, low, high) if cue.payload.side == "after"]
    return said | told | {n for cue in cues for n in range(cue.first, min(cue.last, high))}


def _inside(matches: list[Match[T]], low: int, high: int) -> list[Match[T]]:
    first = bisect_left(matches, low, key=lambda match: match.first)
    return matches[first : bisect_left(matches, high, key=lambda match: match.first)]


def _named(text: str, sentence: Sentence, at: int) -> bool:
    ahead = [w for w in sentence.words[at : at + 3] if w.folded not in ("the", "a", "an", "its", "their")]
    return bool(ahead) and text[ahead[0].start].isupper()
