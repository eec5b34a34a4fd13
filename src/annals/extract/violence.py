"""Whether a report, or a sentence of it, speaks of violence at all."""

from annals.extract.candidates import Candidate
from annals.extract.lexicon import table
from annals.extract.page import Page, Sentence
from annals.extract.when import when_of

_ARMED = frozenset(
    {"armed_group", "political_militia", "cartel", "gang", "state_forces", "coalition", "private_military"}
)
# Nouns that tell of accidents as often as of attacks.
_OPEN = frozenset("blast blasts explosion explosions detonation incident incidents fire operation hit impact".split())
# Kinds of weapon that a mere blast or fire is read as.
_OPEN_WEAPONS = frozenset({"explosive", "fire", "vehicle"})
_HERE = 2
_MEMORIES = 3
_MISHAPS = 4
_ONE_IN = 60


def suspect(sentence: Sentence, noise: dict[str, int], readable: int) -> bool:
    """Whether the sentence, or the whole report, speaks of another subject (sport, film, wages, weather).

    `noise` counts the report's words of other subjects, `readable` all its words.
    """
    return len(sentence.noise) >= _HERE or sum(noise.values()) * _ONE_IN >= max(readable, 1)


def looks_back(noise: dict[str, int], readable: int) -> bool:
    """Whether the report is one of remembrance or of a trial, by its words."""
    memory = noise.get("memory", 0) + noise.get("court", 0)
    return memory >= _MEMORIES or memory * _ONE_IN >= max(readable, 1)


def of_old(candidate: Candidate) -> bool:
    """Whether the event has no day of the news: told with its year, as long ago, or without any time."""
    when = when_of(candidate.times)
    return when.back or when.year is not None or not when.said


def of_violence(page: Page, found: list[Candidate], noise: dict[str, int], *, stances: bool) -> bool:
    """Whether anything shows that the report tells of violence: harm and explosions alone may be an accident.

    A word that names violence, a weapon, an armed party, an attack that did harm, or a claim of responsibility does; in
    a report full of the words of mishaps only an armed party or a claim.
    """
    told = [c for c in found if c.realis == "actual" and not when_of(c.times).back]
    armed = table().armed
    mishap = sum(noise.get(kind, 0) for kind in ("accident", "animal", "disaster")) >= _MISHAPS
    if stances or (any(c.named for c in told) and not mishap):
        return True
    if mishap:
        return any(True for sentence in page.sentences for _ in armed.find(sentence.words))
    if any(c.harmful and _names_attack(c, page) for c in told):
        return True
    return any(
        any(w.kind not in _OPEN_WEAPONS for w in sentence.weapons)
        or any(a.entry.kind in _ARMED for a in sentence.actors)
        or any(True for _ in armed.find(sentence.words))
        for sentence in page.sentences
    )


def _names_attack(candidate: Candidate, page: Page) -> bool:
    """Whether a noun in the sentence tells of an attack, and of nothing that happens by itself."""
    return any(
        m.payload.noun and page.text[m.start : m.end].lower() not in _OPEN for m in candidate.clause.sentence.triggers
    )
