"""People hit by gunfire: who of them is dead, wounded, or counted elsewhere."""

import re

from annals.english.phrases import Match
from annals.extract.counted_harm import figure_of, tells_death
from annals.extract.counting import counted as counted_by
from annals.extract.harm_figure import HarmFigure
from annals.extract.lexicon import Harm
from annals.extract.page import Sentence
from annals.extract.people_lists import People
from annals.model import Field, Finding, Quote

_FATALLY = re.compile(
    r"(?:people |persons |men |women )?(?:[^.;]{0,30}?,?\s*(?P<n>\w+)(?: of them| man| woman| person)? fatally|"
    r"[^.;]{0,45}?[,;:–—-]\s*(?:leaving\s+|with\s+|killing\s+)?(?P<m>\w+)(?: of them| people| person| man| woman| men)?"
    r"(?:\s+(?:is|are|was|were))?\s+(?:dead|killed|died))",
    re.IGNORECASE,
)
_CAPTIVES = re.compile(r"\b(?:captives?|prisoners?|hostages?|detainees?)\b", re.IGNORECASE)
_ONE = re.compile(r"(?:an?|one)\s+\w", re.IGNORECASE)
_AND = re.compile(r"(?:\band|\bwhile|;|\bbut)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_SOON = 24
"""Code points between who died and the word that says so."""


def shot_figures(
    sentence: Sentence,
    cue: Match[Harm],
    people: list[People],
    used: set[tuple[int, Field]],
    text: str,
    *,
    headline: bool,
) -> list[HarmFigure]:
    """People hit by gunfire: wounded where the report tells of no death, or of how many it was fatal for."""
    counted = counted_by(sentence, cue, people, text, headline=headline)
    if counted is None or counted.none or (counted.start, "wounded") in used:
        return []
    fatal = _FATALLY.match(text, cue.end, min(sentence.end, cue.end + 60))
    if fatal is not None:
        told = "n" if fatal["n"] else "m"
        number = next((p for p in people if p.start == fatal.start(told)), None)
        if number is None:
            return []
        used |= {(counted.start, "wounded"), (number.start, "killed")}
        end = fatal.end()
        start = min(counted.start, cue.start)
        dead = Finding(field="killed", words=text[number.start : number.number_end], quote=Quote.of(text, start, end))
        hurt = Finding(field="wounded", words=text[start:end], quote=Quote.of(text, start, end))
        return [HarmFigure(finding=dead, at=cue.start), HarmFigure(finding=hurt, at=cue.start)]
    if _CAPTIVES.search(text, counted.start, counted.end) and counted.start >= cue.end:
        # Who shoots captives kills them.
        used |= {(counted.start, "wounded"), (counted.start, "killed"), (counted.start, "abducted")}
        return [figure_of(cue, "killed", counted, text, part=counted.part)]
    if tells_death(text) and not _another_died(sentence, counted, people, text):
        return []
    used.add((counted.start, "wounded"))
    return [figure_of(cue, "wounded", counted, text, part=counted.part)]


def _another_died(sentence: Sentence, shot: People, people: list[People], text: str) -> bool:
    """Whether the sentence tells that somebody else died: "one settler was stabbed and the attacker was shot dead"."""
    if not _ONE.match(text, shot.start, shot.end):
        return False
    others = [p for p in people if p.start != shot.start and not (p.part or p.partitive or p.none or p.adds)]
    others = [p for p in others if p.number_end < p.end or p.last - p.first > 1]
    # "The man" behind "a man was shot" is he.
    others = [
        p
        for p in others
        if p.start < shot.start or (_AND.search(text, shot.end, p.start) and not _again(p, shot, text))
    ]
    return any(
        cue.payload.field == "killed"
        and cue.payload.role in ("active", "suffered", "states")
        and any(p.end <= cue.start <= p.end + _SOON for p in others)
        for cue in sentence.harm
    )


def _again(later: People, shot: People, text: str) -> bool:
    """Whether "the man" takes up "a man"."""
    last = text[shot.start : shot.end].lower().split()[-1]
    return later.definite and text[later.start : later.end].lower().split()[-1] in (last, "victim")
