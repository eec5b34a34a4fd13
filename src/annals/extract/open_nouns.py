"""Nouns that no list has, for people all the same because of what befell them: "a sarpanch was gunned down"."""

import re

from annals.english.phrases import Word
from annals.extract.page import Sentence
from annals.extract.people_lists import People

_DEEDS = re.compile(
    r"(?:fatally |mortally |critically |seriously |slightly |lightly |severely |badly )?(?:kill\w*|murder\w*|"
    r"sla(?:y\w*|in)|slew|assassinat\w*|behead\w*|massacr\w*|slaughter\w*|gunn?\w*|shot|shoot\w*|kidnap\w*|abduct\w*|wound\w*|"
    r"injur\w*|hurt|hack\w*|lynch\w*|strangl\w*|stabb?\w*|died|dead|to death|"
    r"perish\w*|execut\w* by|pick\w* off|eliminat\w*|neutrali[sz]\w*|"
    r"claim\w* the li\w+ of|(?:took|take\w*|taken|taking|held) (?:hostage|captive|prisoner)|[kwm]ia)\b",
    re.IGNORECASE,
)
"""What is done to people, and to animals, and to nothing else."""
_ANIMALS = frozenset(
    "animal animals cow cows cattle bull bulls ox oxen calf calves sheep lamb lambs goat goats camel camels donkey "
    "donkeys horse horses mule mules pig pigs dog dogs cat cats chicken chickens hen hens bird birds elephant "
    "elephants lion lions tiger tigers leopard leopards rhino rhinos buffalo buffaloes livestock bear bears wolf "
    "wolves snake snakes crocodile crocodiles poultry duck ducks goose geese fish whale whales dolphin dolphins "
    "monkey monkeys gorilla gorillas deer head beast beasts herd herds flock flocks pet pets puppy puppies".split()
)
_NO_HEADS = frozenset(
    "time times day days week weeks month months year years hour hours minute minutes way bit lot chance plan bill "
    "deal hope hopes talks process career dream peace number numbers percent per cent kilometre kilometres metre "
    "metres mile miles km attempt attack attacks incident incidents blast blasts explosion explosions shot shots "
    "place places case cases scene occasion occasions spot result series total group groups town village city "
    "cities villages towns".split()
)
_BE = frozenset("was were is are be been being got get".split())
_HAVE = frozenset("has have had".split())
_BOUNDS = frozenset(
    "in at on by from to with near during when after before as while who which that whom whose and or but for of into "
    "inside outside against under over than then also will would could may might because since until between through "
    "across this today yesterday tonight".split()
)
_JOINED = re.compile(r",? and (?:also )?|,? (?:along|together) with |,? as well as ", re.IGNORECASE)
_CORPSES = re.compile(r"\b(?:bod(?:y|ies)|corpses?)\s+of\s+$", re.IGNORECASE)
_BACK = 20
_PASTS = frozenset("fell lay stood fled ran went came drove sat left lost rode shot hid got took made fought".split())
_LONGEST = 4
_SHORT = 2
_PLAIN = re.compile(r"[a-z][\w’'-]*|[A-Z]{2,4}s?")


def open_noun_end(sentence: Sentence, text: str, begin: int, at: int) -> int | None:
    """Where the noun phrase ends whose number or article stands at word `begin` and whose nouns begin at word `at`.

    None unless what befalls it, right behind it or right before it, befalls people; or where it is of animals, of
    things or of times. Reads a few words.
    """
    end = at
    while end < min(at + _LONGEST, len(sentence.words)) and _is_noun(sentence.words, end, at, text):
        if _deed_at(sentence, end, text):
            break
        end += 1
    if end == at:
        return None
    if _nobody(sentence, sentence.words[end - 1]):
        return None
    return end if _befallen(sentence, end, text) or _done_to(sentence, begin, end, text) else None


def companion_end(sentence: Sentence, text: str, begin: int, at: int, last: People) -> int | None:
    """The same for who is told together with the people before: "a lawyer and her assistant", "and two lobstermen".

    None where the phrase is not joined to them, or is of animals or things.
    """
    words = sentence.words
    if _JOINED.fullmatch(text, last.end, words[begin].start) is None or at >= len(words):
        return None
    for end in range(at + 1, min(at + _SHORT, len(words)) + 1):
        if not _is_noun(words, end - 1, at, text) or _deed_at(sentence, end - 1, text):
            return None
        behind = words[end] if end < len(words) else None
        ends = (
            behind is None
            or behind.folded in _BOUNDS | _BE | _HAVE
            or behind.folded.endswith("ed")
            or behind.folded in _PASTS
            or not text[words[end - 1].end : behind.start].isspace()
            or _deed_at(sentence, end, text)
        )
        if ends:
            return None if _nobody(sentence, words[end - 1]) else end
    return None


def _nobody(sentence: Sentence, head: Word) -> bool:
    """Whether a noun is of animals, of things or of times."""
    marked = [(t.start, t.end) for t in sentence.targets] + [(w.start, w.end) for w in sentence.weapons]
    thing = any(start < head.end and head.start < end for start, end in marked)
    return thing or head.folded in _ANIMALS or head.folded in _NO_HEADS or head.folded.endswith(("ly", "ing"))


def _is_noun(words: list[Word], index: int, at: int, text: str) -> bool:
    word = words[index]
    if word.folded in _BOUNDS or word.folded in _BE or word.folded in _HAVE:
        return False
    if index > at and not all(c in " -‑" for c in text[words[index - 1].end : word.start]):
        return False
    return _PLAIN.fullmatch(text, word.start, word.end) is not None


def _deed_at(sentence: Sentence, index: int, text: str) -> bool:
    start = sentence.words[index].start
    return any(m.start == start for m in sentence.harm) and _DEEDS.match(text, start) is not None


def _befallen(sentence: Sentence, end: int, text: str) -> bool:
    """Whether "were killed", "has been shot dead" or a bare "killed" follows."""
    words = sentence.words
    index = end
    while index < min(end + 3, len(words)) and (words[index].folded in _BE or words[index].folded in _HAVE):
        index += 1
    if index < len(words) and words[index].folded.endswith("ly"):
        index += 1
    if index >= len(words) or not text[words[end - 1].end : words[end].start].isspace():
        return False
    return _deed_at(sentence, index, text)


def _done_to(sentence: Sentence, begin: int, end: int, text: str) -> bool:
    """Whether "killed", "kidnapping" stands right before it, and a bound or the end of the clause right behind."""
    if begin == 0:
        return False
    start = sentence.words[begin].start
    done = _CORPSES.search(text, max(sentence.start, start - _BACK), start) is not None or any(
        m.last == begin
        and (
            (m.payload.role == "active" and m.payload.form in ("past", "participle", "ing", "s"))
            or (m.payload.role == "states" and text[m.start : m.end].endswith(("injured", "wounded", "hurt")))
        )
        and _DEEDS.match(text, m.start)
        and text[m.end : start].isspace()
        for m in sentence.harm
    )
    if not done:
        return False
    behind = sentence.words[end] if end < len(sentence.words) else None
    return behind is None or behind.folded in _BOUNDS or not text[sentence.words[end - 1].end : behind.start].isspace()
