"""Figures of harm: who was killed, wounded, missing, abducted, and how many, in the report's words."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from annals.english.phrases import Match
from annals.extract.clauses import Clause
from annals.extract.counted_harm import figure_of
from annals.extract.counting import HARMED_BEFORE, subject
from annals.extract.counting import counted as counted_by
from annals.extract.echoes import echoes_of
from annals.extract.gunshots import shot_figures
from annals.extract.harm_figure import HarmFigure
from annals.extract.harm_words import no_harm
from annals.extract.later_died import later_died
from annals.extract.lexicon import Harm
from annals.extract.losses import losses_of
from annals.extract.named import named_victims
from annals.extract.page import Sentence
from annals.extract.people_lists import People
from annals.extract.period_tolls import is_wider, of_old_event
from annals.extract.tolls import among, chain, is_nominal, next_harm, put_at
from annals.extract.unharmed import zeros_of
from annals.model import Field, Finding, Quote

_INCLUDING = re.compile(
    r"[^.;]{0,40}?[,(]?\s*\b(?:including|among them|among those|comprising)\s+(?:at least\s+)?"
    r"(?:[\w-]+\s+(?:[\w-]+\s+)?[\w-]+(?:,?\s+and|,)\s+){0,3}",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"[^.;]{0,40}?[,(–—-]\s*")
_OPENED = re.compile(r"[^.;:(]{0,40}?(?::|\(|\s[–—-])\s*")
_HARM_BEHIND = re.compile(r"\s+(?:were|was|have|had|are)\b")
_OF_THEM = re.compile(r"\bof (?:them|whom)\Z", re.IGNORECASE)
_NEAR = 400
_JOINABLE = frozenset({"active", "states", "nouns"})
_NEXT = 2
_AMONG_NUMBER = re.compile(r"\bamong(?:st)?\s+(?:the\s+)?$", re.IGNORECASE)
_WHO = re.compile(r"\s+(?:(?:who|that|which)\s+(?:were\s+|was\s+|have been\s+|had been\s+)?)?", re.IGNORECASE)
_BADLY = re.compile(r"\s+(?:(?:was|were|is|are)\s+)?(?:seriously|badly|gravely|critically|severely)\b", re.IGNORECASE)
_NOT = re.compile(r"(?:\b(?:not|never)|n[’']t)\s+(?:been\s+|be\s+|\w+ly\s+)?$", re.IGNORECASE)
_NOT_REACH = 30
_AFTER_COMMA = re.compile(r"[^.;:]{0,80}?[,(–—-]\s*(?:including\s+)?")
_GRAVELY = re.compile(
    r"\s+(?:of (?:them|whom)\s+)?(?:critically|seriously|severely|gravely|badly|lightly|slightly)\b"
    r"(?!\s+\w+ed\s+and)",
    re.IGNORECASE,
)
_FIELDS: dict[str, Field] = {"killed": "killed", "wounded": "wounded", "missing": "missing", "abducted": "abducted"}


def figures_of(clause: Clause, people: list[People], text: str, *, headline: bool) -> list[HarmFigure]:
    """The figures of harm in one clause, in order of the harm words."""
    sentence = clause.sentence
    cues = [m for m in sentence.harm if clause.holds(m.start, m.end)]
    inside = [p for p in people if clause.holds(p.start, p.end)]
    lives = list(losses_of(clause, inside, text))
    zeros, late = list(zeros_of(clause, text)), list(later_died(clause, text))
    if not (cues or lives or zeros) or is_wider(clause, text):
        return []
    # "five civilians were killed when ...": the people may stand in the clause before a cut at a time expression.
    before = [p for p in people if sentence.start <= p.start and p.end <= clause.end]
    inside = inside or before
    found: list[HarmFigure] = list(lives)
    used: set[tuple[int, Field]] = {(f.finding.quote.start, f.finding.field) for f in lives}
    for index, cue in enumerate(cues):
        role = cue.payload.role
        if role in ("unknown", "both") or (
            role != "none" and (_denied(cue, text) or no_harm(cue, text) or of_old_event(cue.start, text))
        ):
            continue
        if role == "none":
            found.extend(_zero(cue, text))
            continue
        close = _near(inside, cue)
        if role == "shot":
            found += shot_figures(sentence, cue, close, used, text, headline=headline)
            continue
        field = _FIELDS.get(cue.payload.field)
        if field is None:
            continue
        counted = _counted(sentence, cue, cues, index, close, _near(people, cue), text, headline=headline)
        if counted is None or counted == ():
            named = named_victims(clause, cue, text) if counted is None else None
            found += [HarmFigure(finding=named, at=cue.start, counted=False)] if named is not None else []
            continue
        for people_, part in counted:
            if (people_.start, field) in used:
                continue
            used.add((people_.start, field))
            found.append(figure_of(cue, field, people_, text, part=part))
            if field == "wounded":
                found += [figure_of(cue, field, p, text, part=True) for p in _gravely(people_, close, text)]
            found += [
                figure_of(cue, field, replace(p, partitive=False), text, part=True)
                for p in close
                if p.part and p.start > people_.end and _within(people_, p, text)
            ]
            found += [figure_of(cue, field, p, text, part=True) for p in _told_apart(people_, cue, people, text)]
    found = [f for f in found if not _died_later(f, found, text)]
    found += [z for z in zeros if not any(_over(z.finding, f.finding) for f in found)]
    found += [d for d in late if not any(_over(d.finding, f.finding) for f in found)]
    return found + list(echoes_of(found, clause.start, clause.end, text))


def _over(one: Finding, other: Finding) -> bool:
    """Whether two findings are of one field in one stretch."""
    return one.field == other.field and one.quote.start < other.quote.end and other.quote.start < one.quote.end


def _died_later(hurt: HarmFigure, found: list[HarmFigure], text: str) -> bool:
    """Whether those "wounded in the attack" are the subject of a "died" behind it."""
    quote = hurt.finding.quote
    if hurt.finding.field != "wounded" or not HARMED_BEFORE.match(text, hurt.at - 1):
        return False
    return any(f.finding.field == "killed" and f.finding.quote.start == quote.start and f.at > hurt.at for f in found)


def _denied(cue: Match[Harm], text: str) -> bool:
    """Whether a "not" before the verb says that it did not happen ("his daughter was not hurt")."""
    return _NOT.search(text, max(0, cue.start - _NOT_REACH), cue.start) is not None


def _near(people: list[People], cue: Match[Harm]) -> list[People]:
    """Those close enough to be meant, so that the longest sentence is read in linear time."""
    first = bisect_left(people, cue.start - _NEAR, key=lambda p: p.start)
    last = bisect_left(people, cue.end + _NEAR, key=lambda p: p.start)
    return people[first:last]


def _told_apart(whole: People, cue: Match[Harm], people: list[People], text: str) -> list[People]:
    """Who they are, behind a colon or in brackets: "nine civilians (five men, three women and one girl)"."""
    end = max(whole.end, cue.end)
    return [
        p
        for p in people
        if p.start >= end
        and p.number_end == p.end
        and not p.definite
        and _OPENED.fullmatch(text, end, p.start)
        and not _HARM_BEHIND.match(text, p.end)
    ][:1]


def _within(whole: People, part: People, text: str) -> bool:
    """Whether the part stands behind its whole: "nine people, including two nurses", "21, three of them children"."""
    if _INCLUDING.fullmatch(text, whole.end, part.start):
        return True
    return bool(_ASIDE.fullmatch(text, whole.end, part.start)) and bool(_OF_THEM.search(text[part.start : part.end]))


def _counted(
    sentence: Sentence,
    cue: Match[Harm],
    cues: list[Match[Harm]],
    index: int,
    people: list[People],
    everyone: list[People],
    text: str,
    *,
    headline: bool,
) -> list[tuple[People, bool]] | tuple[()] | None:
    """All that the cue counts, each with whether it is a part; () where it must not count, None for nobody."""
    found: People | None
    part = False
    if is_nominal(cue, sentence, text):
        around = next((p for p in people if p.start < cue.start and cue.end <= p.end), None) or among(people, cue, text)
        put = put_at(everyone, cue, text, next_harm(sentence, cue))
        if put is None and around is None:
            return ()
        found, part = put if put is not None else (around, False)
    else:
        found = counted_by(sentence, cue, people, text, headline=headline)
    if found is None and index:
        found = _shared_subject(cue, cues[index - 1], people, text)
    if (found is None or not found.none) and _killed_or_wounded(cues, index, people, text):
        return ()
    if found is None:
        return None
    if found.none and _BADLY.match(text, found.end, cue.end):
        # "None seriously hurt": they may be hurt all the same.
        return ()
    part = part or found.part
    if part and (whole := _among_whole(people, cue, text)) is not None:
        return [(whole, False)] if whole.start == found.start else [(found, True), (whole, False)]
    return [(found, part), *((p, p.part) for p in chain(found, everyone, text))]


def _among_whole(people: list[People], cue: Match[Harm], text: str) -> People | None:
    """The number in "two children among 13 killed"."""
    for people_ in people:
        lead = text[max(0, people_.start - 16) : people_.start]
        if people_.end < cue.start and _WHO.fullmatch(text, people_.end, cue.start) and _AMONG_NUMBER.search(lead):
            return replace(people_, part=False)
    return None


def _zero(cue: Match[Harm], text: str) -> Iterator[HarmFigure]:
    quote = Quote.of(text, cue.start, cue.end)
    fields: tuple[Field, ...] = (
        ("killed", "wounded") if cue.payload.field == "casualties" else (_FIELDS[cue.payload.field],)
    )
    for field in fields:
        yield HarmFigure(finding=Finding(field=field, words=quote.exact, quote=quote), at=cue.start)


def _gravely(whole: People, people: list[People], text: str) -> list[People]:
    """Those of "seven were injured, one critically": a part of the wounded."""
    return [
        p
        for p in people
        if p.start > whole.end
        and not p.none
        and _AFTER_COMMA.fullmatch(text, whole.end, p.start)
        and _GRAVELY.match(text, p.number_end)
    ]


def _killed_or_wounded(cues: list[Match[Harm]], index: int, people: list[People], text: str) -> bool:
    """Whether the cue is half of "killed or wounded", "50 dead and wounded", whose number is neither figure."""
    cue = cues[index]
    for other in (*cues[max(0, index - 1) : index], *cues[index + 1 : index + 2]):
        left, right = (other, cue) if other.start < cue.start else (cue, other)
        if "abducted" in (left.payload.field, right.payload.field):
            continue
        if left.payload.field == right.payload.field or not {left.payload.role, right.payload.role} <= _JOINABLE:
            continue
        joint = text[left.end : right.start].strip().lower()
        each = any(0 <= left.start - p.end <= _NEXT for p in people) and any(
            0 <= p.start - right.end <= _NEXT for p in people
        )
        if joint in ("or", "/", "and/or") or (joint == "and" and not each):
            return True
    return False


def _shared_subject(cue: Match[Harm], before: Match[Harm], people: list[People], text: str) -> People | None:
    """For "no soldiers were injured or killed": the second verb shares the subject of the first."""
    joined = text[before.end : cue.start].strip().lower() in ("or", "nor")
    return subject(before, people, text) if joined else None
