"""Nodes: the clauses that may tell an event, each with what the rules and the network make of its words."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np
from numpy.typing import NDArray

from annals.extract.candidates import Candidate, candidate_at
from annals.extract.drafts import Draft, Points
from annals.extract.fitting import BROAD
from annals.extract.grouping import points_of
from annals.extract.page import Sentence
from annals.extract.rules import Notes
from annals.extract.tie_cues import names_answer
from annals.extract.trained.events import Heard
from annals.extract.trained.spans import Span, attribute
from annals.extract.violence import suspect
from annals.extract.when import When, when_of
from annals.extract.words import Words
from annals.reference.gazetteer import Gazetteer

Floats = NDArray[np.float32]
ALONE = -1
_FOR = re.compile(r"\s+(?:for|to|against|over)\s+(?:[\w’'-]+\s+){1,4}", re.IGNORECASE)
_ON_TRIGGER, _IN_CLAUSE = 2, 1
SHOT = re.compile(
    r"\b(?:shots?|shoot\w*|gun\w*|handguns?|bullets?|firearms?|rifles?|pistols?|revolvers?|shotguns?)\b", re.IGNORECASE
)


@dataclass(frozen=True, kw_only=True)
class Heeded:
    """What the network says of a node's mentions together."""

    score: float
    """Of the surest mention, 0 to 1."""
    type: Floats
    """Probabilities, as TYPES."""
    realis: Floats
    """Logarithms of probabilities, as REALIS; the next two as PROMINENCE and AGGREGATE."""
    prominence: Floats
    aggregate: Floats
    parts: Mapping[str, Floats]
    """By layer (time, place, figure, weapon) or role (perpetrator, target, victim): how surely each of the layer's
    spans belongs to one of the mentions."""


@dataclass(kw_only=True)
class Node:
    """One clause, or several of which the later ones only go on with the first."""

    candidate: Candidate
    mentions: list[int] = field(default_factory=list)
    """Indexes of the network's mentions that stand in it."""
    known: bool = True
    """False where only the network has found it."""
    kept: bool = False
    """Whether the rules count it."""
    draft: int = ALONE
    """Which of the rules' drafts it is in; ALONE for none."""
    when: When = field(default_factory=When)
    points: Points = ()
    heeded: Heeded | None = None
    shot: bool = False
    """Whether its sentence speaks of a gun or of shots."""
    suspect: bool = False
    """Whether its sentence, or the whole report, speaks of another subject by the rules."""

    @property
    def sentence(self) -> int:
        """The number of its sentence."""
        return self.candidate.clause.sentence.index

    @property
    def spot(self) -> bool:
        """Whether it names a place exact enough to tell events apart."""
        return any(p.precision not in BROAD for p in self.points[:1])


def nodes_of(
    notes: Notes,
    drafts: Sequence[Draft],
    heard: Heard,
    words: Words,
    gazetteer: Gazetteer,
    unread: Sequence[tuple[int, int]] = (),
) -> list[Node]:
    """All nodes of a report in its order; mentions within the [start, end) stretches of `unread` do not count."""
    kept = {id(c) for c in notes.candidates}
    homes = {id(member): n for n, draft in enumerate(drafts) for member in draft.members}
    found = [Node(candidate=c, kept=id(c) in kept, draft=homes.get(id(c), ALONE)) for c in notes.found]
    by_sentence: dict[int, list[Node]] = {}
    for node in found:
        by_sentence.setdefault(node.sentence, []).append(node)
    for index, mention in enumerate(heard.mentions):
        if any(start <= mention.start < end for start, end in unread):
            continue
        sentence = words.sentence_at(mention.start)
        if sentence is None:
            continue
        here = by_sentence.setdefault(sentence.index, [])
        home = max(here, key=partial(_holds, mention), default=None)
        if home is None or not _holds(mention, home):
            home = _new(mention, words)
            if home is None:
                continue
            here.append(home)
            found.append(home)
        home.mentions.append(index)
    noise = Counter(kind for sentence in words.page.sentences for kind in sentence.noise)
    readable = sum(len(sentence.words) for sentence in words.page.sentences)
    for node in found:
        node.when = when_of(node.candidate.times)
        node.points = points_of(node.candidate.where, gazetteer)
        sentence = node.candidate.clause.sentence
        node.suspect = suspect(sentence, noise, readable)
        node.shot = bool(SHOT.search(words.text, sentence.start, sentence.end))
        if node.mentions:
            node.heeded = _heeded(node.mentions, heard)
    return sorted(found, key=lambda n: (n.sentence, n.candidate.at))


def _holds(mention: Span, node: Node) -> int:
    """How plainly a mention stands in a node: on its word, in its clauses, or not at all."""
    candidate = node.candidate
    if candidate.trigger.start < mention.end and mention.start < candidate.trigger.end:
        return _ON_TRIGGER
    clauses = (candidate.clause, *candidate.also)
    return _IN_CLAUSE if any(c.start <= mention.start < c.end for c in clauses) else 0


def _new(mention: Span, words: Words) -> Node | None:
    sentence = words.sentence_at(mention.start)
    if sentence is None:
        return None
    first, last = _deed(mention, sentence, words.text)
    clause = next((c for c in words.clauses(sentence) if c.start <= first < c.end), None)
    if clause is None:
        return None
    start, end = clause.sentence.start, clause.sentence.end
    people = words.people(start, end)
    candidate = candidate_at(first, last, clause, words.places(start, end), people, words.text)
    return Node(candidate=candidate, known=False)


def _deed(mention: Span, sentence: Sentence, text: str) -> tuple[int, int]:
    """Where the deed stands: of "retaliation for the attack on the town" the attack."""
    if not names_answer(text[mention.start : mention.end]):
        return mention.start, mention.end
    meant = next(
        (t for t in sentence.triggers if t.start >= mention.end and _FOR.fullmatch(text, mention.end, t.start)), None
    )
    return (meant.start, meant.end) if meant is not None else (mention.start, mention.end)


def _heeded(mentions: Sequence[int], heard: Heard) -> Heeded:
    spans = [heard.mentions[i] for i in mentions]
    logits = heard.answers.logits
    parts: dict[str, Floats] = {}
    for layer in ("time", "place", "figure", "weapon", "actor"):
        for relation, scores in heard.scores.get(("event", layer), {}).items():
            parts[layer if relation == "belongs" else relation] = scores[list(mentions)].max(axis=0)
    return Heeded(
        score=max(s.score for s in spans),
        type=np.exp(_logs(attribute(logits, "type", spans))),
        realis=_logs(attribute(logits, "realis", spans)),
        prominence=_logs(attribute(logits, "prominence", spans)),
        aggregate=_logs(attribute(logits, "aggregate", spans)),
        parts=parts,
    )


def _logs(odds: Floats) -> Floats:
    """Logarithms of the probabilities that log-odds stand for."""
    shifted = odds - odds.max()
    found: Floats = shifted - np.log(np.exp(shifted).sum())
    return found
