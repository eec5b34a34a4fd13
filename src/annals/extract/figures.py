"""Figures of harm: who was killed, wounded, missing, abducted, and how many, in the report's words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from annals.english.phrases import Match
from annals.extract.clauses import Clause
from annals.extract.lexicon import Harm
from annals.extract.named import named_victims
from annals.extract.page import Sentence
from annals.extract.people import People
from annals.model import Field, Finding, Quote

_BE = frozenset("was were been being be is are get got gets getting".split())
_AT = re.compile(r"\b(?:at|number(?:s|ed)?|reached|reaches|stood at|stands at)\s+$", re.IGNORECASE)
_RISEN = re.compile(r"\b(?:went|gone|goes|rose|risen|climbed|jumped|moved|edged|crept|shot)\s+$", re.IGNORECASE)
_UP_TO = re.compile(r"up to\s+", re.IGNORECASE)
_INCLUDING = re.compile(r"[^.;]{0,40}?[,(]?\s*\b(?:including|among them|among those|comprising)\s+(?:at least\s+)?", re.IGNORECASE)
_LEFT_SPAN = 14
_RIGHT_SPAN = 7
_TOLL_SPAN = 9
_FIELDS: dict[str, Field] = {"killed": "killed", "wounded": "wounded", "missing": "missing", "abducted": "abducted"}
_WIDER = re.compile(
    r"\b(?:since (?:the )?(?:war|conflict|insurgency|uprising|start|beginning|it began|\d{4})|in the (?:war|conflict|insurgency)|"
    r"so far this year|over the (?:past|last) (?:\w+ )?(?:years?|months?|decades?)|in (?:the )?(?:past|last) (?:\w+ )?(?:years|months|decades?)|"
    r"the (?:war|conflict|insurgency|fighting|violence)\b[^.;]{0,60}\b(?:has|have|had) (?:led|caused|killed|claimed|left|cost|displaced)|"
    r"each year|every year|a year|this year alone|last year alone|on average|in total since|to date since)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class HarmFigure:
    """A figure with the place of its harm word, so that it can be given to the event told there."""

    finding: Finding
    at: int
    counted: bool = True
    """False where the harmed are told without a number ("the bishop")."""


def figures_of(clause: Clause, people: list[People], text: str, *, headline: bool) -> list[HarmFigure]:
    """The figures of harm in one clause, in order of the harm words."""
    sentence = clause.sentence
    cues = [m for m in sentence.harm if clause.holds(m.start, m.end)]
    if not cues or _WIDER.search(text, clause.start, min(sentence.end, clause.end + 60)):
        return []
    inside = [p for p in people if clause.holds(p.start, p.end)]
    # "five civilians were killed when ...": the people may stand in the clause before a cut at a time expression.
    inside = inside or [p for p in people if sentence.start <= p.start and p.end <= clause.end]
    found: list[HarmFigure] = []
    used: set[tuple[int, str]] = set()
    for index, cue in enumerate(cues):
        field, role = cue.payload.field, cue.payload.role
        if role in ("unknown", "both"):
            continue
        if role == "none":
            found.extend(_zero(cue, text))
            continue
        counted = _counted(sentence, cue, inside, text, headline=headline)
        if counted is None:
            counted = _shared_subject(sentence, cue, cues[:index], inside, text)
        if (counted is None or not counted.none) and _killed_or_wounded(cues, index, text):
            continue
        if counted is None:
            named = named_victims(clause, cue, text)
            found += [HarmFigure(finding=named, at=cue.start, counted=False)] if named is not None else []
            continue
        if (counted.start, field) in used:
            continue
        used.add((counted.start, field))
        made = _finding(cue, counted, text)
        if made is not None:
            found.append(made)
            found += [
                part
                for p in inside
                if p.part and p.start > counted.end and _INCLUDING.fullmatch(text, counted.end, p.start)
                if (part := _finding(cue, p, text)) is not None
            ]
    return found


def _zero(cue: Match[Harm], text: str) -> Iterator[HarmFigure]:
    quote = Quote.of(text, cue.start, cue.end)
    fields: tuple[Field, ...] = (
        ("killed", "wounded") if cue.payload.field == "casualties" else (_FIELDS[cue.payload.field],)
    )
    for field in fields:
        yield HarmFigure(finding=Finding(field=field, words=quote.exact, quote=quote), at=cue.start)


def _killed_or_wounded(cues: list[Match[Harm]], index: int, text: str) -> bool:
    """Whether the cue is half of "killed or wounded", whose number is neither figure."""
    cue = cues[index]
    for other in (*cues[max(0, index - 1) : index], *cues[index + 1 : index + 2]):
        left, right = (other, cue) if other.start < cue.start else (cue, other)
        if left.payload.field != right.payload.field and text[left.end : right.start].strip().lower() == "or":
            return True
    return False


def _counted(sentence: Sentence, cue: Match[Harm], people: list[People], text: str, *, headline: bool) -> People | None:
    role, form = cue.payload.role, cue.payload.form
    if role in ("tolls", "nouns", "states"):
        put = _put_at(people, cue, sentence, text)
        if put is not None:
            return put
    if role == "tolls":
        return _after(people, cue, _TOLL_SPAN, sentence, text, plain=True)
    if role == "nouns":
        return _adjacent_before(people, cue, sentence, text, reach=4) or _preposition_after(people, cue, sentence, text)
    if role == "states":
        return _adjacent_before(people, cue, sentence, text, reach=1) or _subject(sentence, cue, people, text)
    if role == "suffered":
        return _subject(sentence, cue, people, text)
    if form in ("past", "participle"):
        if _passive(sentence, cue):
            return _subject(sentence, cue, people, text)
        ahead = _after(people, cue, 3, sentence, text)
        behind = _adjacent_before(people, cue, sentence, text, reach=2)
        if ahead is not None and not (behind is not None and not behind.definite and _reduced(text, cue)):
            return ahead
        return behind or (_subject(sentence, cue, people, text) if headline else None)
    if form == "ing" or (form in ("base", "s") and (headline or _auxiliary(sentence, cue))):
        return _after(people, cue, 3, sentence, text)
    return _after(people, cue, 3, sentence, text) if form == "s" else None


def _put_at(people: list[People], cue: Match[Harm], sentence: Sentence, text: str) -> People | None:
    """The number in "put the deaths at 24" and "the dead now number 59"."""
    if cue.first == 0 or sentence.words[cue.first - 1].folded not in ("the", "of", "total"):
        return None
    for candidate in people:
        if candidate.start >= cue.end and _distance(sentence, candidate, cue) <= _TOLL_SPAN:
            between = text[cue.end : candidate.start]
            if re.search(r"[;.]", between):
                return None
            if _AT.search(between):
                return candidate
    return None


def _passive(sentence: Sentence, cue: Match[Harm]) -> bool:
    before = [w.folded for w in sentence.words[max(0, cue.first - 4) : cue.first]]
    return any(w in _BE for w in before) and not any(w in ("who", "that", "which") for w in before[-1:])


def _reduced(text: str, cue: Match[Harm]) -> bool:
    """Whether what follows a participle shows that it has no object: the end, a comma, a preposition."""
    rest = text[cue.end : cue.end + 16].lstrip()
    return not rest or bool(
        re.match(
            r"[,.;:)—–-]|(?:in|by|when|after|as|during|on|at|near|and|or|while|since|following|outside|inside)\b", rest
        )
    )


def _auxiliary(sentence: Sentence, cue: Match[Harm]) -> bool:
    before = [w.folded for w in sentence.words[max(0, cue.first - 2) : cue.first]]
    return any(w in ("to", "did", "would", "could", "may", "might", "will") for w in before)


def _distance(sentence: Sentence, people: People, cue: Match[Harm]) -> int:
    """Words between the phrase and the cue."""
    return cue.first - people.last if people.end <= cue.start else people.first - cue.last


def _adjacent_before(
    people: list[People], cue: Match[Harm], sentence: Sentence, text: str, *, reach: int
) -> People | None:
    near = [
        p
        for p in people
        if p.end <= cue.start and _distance(sentence, p, cue) <= reach and _clean(text, p.end, cue.start)
    ]
    inside = [p for p in people if p.start < cue.start < p.end]
    return (inside or near or [None])[-1]


def _clean(text: str, start: int, end: int) -> bool:
    return not re.search(r"[,;:.()—–]", text[start:end])


def _after(
    people: list[People], cue: Match[Harm], reach: int, sentence: Sentence, text: str, *, plain: bool = False
) -> People | None:
    for candidate in people:
        if candidate.start >= cue.end and _distance(sentence, candidate, cue) <= reach:
            between = text[cue.end : candidate.start]
            if re.search(r"[;.—–]", between) or (
                not plain and re.search(r",|\b(?:in|on|at|by|when|after|near)\b", between)
            ):
                return None
            return candidate
    return None


def _preposition_after(people: list[People], cue: Match[Harm], sentence: Sentence, text: str) -> People | None:
    ahead = _after(people, cue, 3, sentence, text)
    if ahead is not None and re.match(r"\s*(?:to|of|among|for)\b", text[cue.end : ahead.start]):
        return ahead
    return None


def _subject(sentence: Sentence, cue: Match[Harm], people: list[People], text: str) -> People | None:
    """The counted people that are the subject of the cue: the nearest to the left, skipping "including ..." asides."""
    behind = [p for p in people if p.end <= cue.start and _distance(sentence, p, cue) <= _LEFT_SPAN]
    whole = [p for p in behind if not p.part]
    nearest = behind[-1] if behind else None
    if nearest is not None and nearest.part and not _aside_closed(text, nearest.end, cue.start):
        return nearest
    candidate = whole[-1] if whole else nearest
    if candidate is None:
        return None
    between = text[candidate.end : cue.start]
    # Another verb's subject or object in between means that the phrase belongs elsewhere.
    if re.search(r"\b(?:said|told|who said|attacked|opened fire|announced|claimed|reported|fired)\b|[;.]", between):
        return None
    return candidate


def _aside_closed(text: str, end: int, cue_start: int) -> bool:
    return bool(re.search(r"[,)—–]", text[end:cue_start]))


def _shared_subject(
    sentence: Sentence, cue: Match[Harm], earlier: list[Match[Harm]], people: list[People], text: str
) -> People | None:
    """For "no soldiers were injured or killed": the second verb shares the subject of the first."""
    if not earlier:
        return None
    before = earlier[-1]
    if text[before.end : cue.start].strip().lower() in ("or", "nor"):
        return _subject(sentence, before, people, text)
    return None


def _finding(cue: Match[Harm], counted: People, text: str) -> HarmFigure | None:
    field = _FIELDS.get(cue.payload.field)
    if field is None:
        return None
    start, end = min(counted.start, cue.start), max(counted.end, cue.end)
    up_to = _UP_TO.match(text, counted.start)
    risen = up_to is not None and _RISEN.search(text[max(0, counted.start - 12) : counted.start])
    words = text[up_to.end() if up_to is not None and risen else counted.start : counted.number_end]
    group = text[counted.number_end : counted.end].strip() or None
    restricted = counted.none and group is not None and bool(re.search(r"[A-Z]", group))
    return HarmFigure(
        finding=Finding(
            field=field,
            words=words,
            quote=Quote.of(text, start, end),
            group=group,
            part=counted.part or counted.offenders or restricted,
        ),
        at=cue.start,
        counted=not counted.definite,
    )
