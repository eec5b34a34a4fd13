"""The network's answers on one report put together: events with their words, people, figures and who says what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from annals.extract.trained.labels import PAIRS
from annals.extract.trained.pieces import Pieces
from annals.extract.trained.relations import PairScorer
from annals.extract.trained.spans import Span, attribute, spans_of, value_of

Floats = NDArray[np.float32]
Matrix = NDArray[np.float32] | NDArray[np.float64]
SAME = 0.7
"""Two mentions whose events' mean probability of being one reaches this are one event."""
BELONGS = 0.4
SPOKEN = 0.4
SHARED = 0.7
"""A span belongs to a second event only when it is this sure; a figure never does."""


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What the network says of one text."""

    logits: Mapping[str, Floats]
    """`tag:LAYER` and `at:ATTRIBUTE`, each (pieces, classes)."""
    left: Floats
    right: Floats
    tellings: NDArray[np.int64]
    """(pieces,): which telling the rules give each piece to, -1 for none."""
    document: Mapping[str, Floats] = field(default_factory=dict)
    """Answers on the text as a whole, each (windows, classes)."""


@dataclass(kw_only=True)
class Event:
    """One event of the report."""

    mentions: list[Span]
    type_odds: Floats
    realis: str
    prominence: str
    aggregate: bool
    parts: list[tuple[str, Span]] = field(default_factory=list)
    """Role and span: date, time, place, facility, weapon, damage, perpetrator, target, victim, and figures' kinds."""
    likely: dict[Span, float] = field(default_factory=dict)
    """How likely each time, place and facility of the report is one of its own, also where it is none of its parts."""


@dataclass(frozen=True, kw_only=True)
class Saying:
    """A stance, response, tally or tie: its cue, who speaks, of whom, about which events."""

    cue: Span
    by: Span | None = None
    party: tuple[Span, ...] = ()
    about: tuple[int, ...] = ()
    source: int | None = None
    target: int | None = None


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure's status and people."""

    status: str
    by: Span | None
    of: Span | None


@dataclass(kw_only=True)
class Story:
    """All of it."""

    spans: list[Span]
    events: list[Event]
    figures: dict[Span, Figure]
    sayings: list[Saying]


@dataclass(frozen=True, kw_only=True)
class Heard:
    """The spans of the answers, and which of them belong together, before mentions become events."""

    answers: Answers
    layers: Mapping[str, list[Span]]
    scores: Mapping[tuple[str, str], Mapping[str, Floats]]
    """By the two layers and the relation: probabilities, (spans of the left layer, spans of the right)."""

    @property
    def mentions(self) -> list[Span]:
        """The words that tell events, in the report's order."""
        return self.layers.get("event", [])

    @property
    def same(self) -> Floats:
        """Probability that two mentions tell one event, (mentions, mentions), asked both ways and averaged."""
        count = len(self.mentions)
        asked = self.scores["event", "event"]["same_event"] if count else np.zeros((0, 0), dtype=np.float32)
        found: Floats = np.asarray((asked + asked.T) / 2, dtype=np.float32)
        return found


def hear(answers: Answers, pieces: Pieces, scorer: PairScorer, bias: Mapping[str, float] | None = None) -> Heard:
    """Find the spans, and score their pairs."""
    layers: dict[str, list[Span]] = {}
    for span in spans_of(answers.logits, pieces, bias):
        layers.setdefault(span.layer, []).append(span)
    scores = {
        pair: scorer.scores(layers[pair[0]], layers[pair[1]], (answers.left, answers.right), answers.tellings)
        for pair in PAIRS
        if layers.get(pair[0]) and layers.get(pair[1])
    }
    return Heard(answers=answers, layers=layers, scores=scores)


def story_of(
    heard: Heard,
    groups: Sequence[Sequence[int]] | None = None,
    within: Sequence[Sequence[tuple[int, int]]] = (),
) -> Story:
    """Put it together.

    Args:
        heard: what the network said.
        groups: the mentions of each event, by the network alone where none are given.
        within: for each event the stretches of the report, each as its first code point and one past its last, in
            which what belongs to it may stand; where none are given, that is anywhere.
    """
    answers, layers, scores, mentions = heard.answers, heard.layers, heard.scores, heard.mentions
    if groups is None:
        groups = groups_of(heard.same)
    events = [_event([mentions[i] for i in group], answers) for group in groups]
    if not events:
        return Story(spans=[s for some in layers.values() for s in some], events=[], figures={}, sayings=[])
    homes = {i: number for number, group in enumerate(groups) for i in group}
    for layer in ("time", "place", "weapon", "damage", "figure", "actor"):
        for relation, matrix in scores.get(("event", layer), {}).items():
            _attach(events, groups, within, layers[layer], matrix, relation)
    figures = {
        span: Figure(
            status=value_of(answers.logits, "status", [span]),
            by=_one(scores, "figure", "by", n, layers),
            of=_one(scores, "figure", "of", n, layers),
        )
        for n, span in enumerate(layers.get("figure", []))
    }
    sayings = [
        _saying(layer, n, span, scores, layers, homes)
        for layer in ("stance", "response", "tally", "tie")
        for n, span in enumerate(layers.get(layer, []))
    ]
    return Story(spans=[s for some in layers.values() for s in some], events=events, figures=figures, sayings=sayings)


def first_of(story: Story, count: int) -> Story:
    """A story without its later events, and without what is said of them."""
    sayings = [
        replace(
            saying,
            about=tuple(n for n in saying.about if n < count),
            source=saying.source if saying.source is not None and saying.source < count else None,
            target=saying.target if saying.target is not None and saying.target < count else None,
        )
        for saying in story.sayings
        if not saying.about or min(saying.about) < count
    ]
    return replace(story, events=story.events[:count], sayings=sayings)


def groups_of(same: Floats) -> list[list[int]]:
    """Average-link clusters of mentions, each in the report's order, clusters by their first mention."""
    return average_link(same, SAME)


def average_link(likeness: Matrix, least: float, clashes: Matrix | None = None) -> list[list[int]]:
    """Clusters whose mean likeness, pair by pair, is at least `least`; each sorted, clusters by their first member.

    `clashes` are taken off the likeness of two clusters as sums, not as means, where they are more than 0: a few
    members may speak for their whole cluster.
    """
    count = len(likeness)
    groups: list[list[int]] = [[i] for i in range(count)]
    link = (likeness + likeness.T) / 2
    clash = np.zeros_like(link) if clashes is None else (clashes + clashes.T) / 2
    np.fill_diagonal(link, -np.inf)
    sizes = np.ones(count)
    alive = np.ones(count, dtype=bool)
    while alive.sum() > 1:
        worth = link - np.maximum(clash, 0)
        at = int(worth.argmax())
        a, b = divmod(at, count)
        if worth[a, b] < least:
            break
        merged = (link[a] * sizes[a] + link[b] * sizes[b]) / (sizes[a] + sizes[b])
        alive[b] = False
        merged[~alive] = -np.inf
        link[a], link[:, a] = merged, merged
        link[a, a] = -np.inf
        link[b], link[:, b] = -np.inf, -np.inf
        clash[a] += clash[b]
        clash[:, a] += clash[:, b]
        groups[a] += groups[b]
        sizes[a] += sizes[b]
    return sorted(sorted(groups[i]) for i in range(count) if alive[i])


def _event(mentions: list[Span], answers: Answers) -> Event:
    return Event(
        mentions=mentions,
        type_odds=attribute(answers.logits, "type", mentions),
        realis=value_of(answers.logits, "realis", mentions),
        prominence=value_of(answers.logits, "prominence", mentions),
        aggregate=value_of(answers.logits, "aggregate", mentions) == "several",
    )


def _attach(
    events: list[Event],
    groups: Sequence[Sequence[int]],
    within: Sequence[Sequence[tuple[int, int]]],
    spans: Sequence[Span],
    matrix: Floats,
    relation: str,
) -> None:
    by_event = np.stack([matrix[list(group)].max(axis=0) for group in groups])
    for number, stretches in enumerate(within):
        by_event[number, [not any(a <= span.start < b for a, b in stretches) for span in spans]] = 0.0
    for column, span in enumerate(spans):
        scores = by_event[:, column]
        if span.layer in ("time", "place"):
            for event, score in zip(events, scores, strict=True):
                event.likely[span] = float(score)
        best = int(scores.argmax())
        if scores[best] < BELONGS:
            continue
        for number, score in enumerate(scores):
            if number == best or (score >= SHARED and span.layer != "figure"):
                events[number].parts.append((span.label if relation == "belongs" else relation, span))


def _one(
    scores: Mapping[tuple[str, str], Mapping[str, Floats]],
    layer: str,
    relation: str,
    row: int,
    layers: Mapping[str, list[Span]],
) -> Span | None:
    matrix = scores.get((layer, "actor"), {}).get(relation)
    if matrix is None:
        return None
    best = int(matrix[row].argmax())
    return layers["actor"][best] if matrix[row, best] >= SPOKEN else None


def _saying(
    layer: str,
    row: int,
    cue: Span,
    scores: Mapping[tuple[str, str], Mapping[str, Floats]],
    layers: Mapping[str, list[Span]],
    homes: Mapping[int, int],
) -> Saying:
    actors = scores.get((layer, "actor"), {})
    party = actors.get("party", actors.get("to"))
    meant: tuple[Span, ...] = ()
    if party is not None and party[row].max() >= SPOKEN:
        best = int(party[row].argmax())
        meant = tuple(
            s for n, s in enumerate(layers["actor"]) if n == best or party[row, n] >= SHARED
        )  # fmt: skip
    events = scores.get((layer, "event"), {})
    about: tuple[int, ...] = ()
    if "about" in events:
        odds = events["about"][row]
        best = int(odds.argmax())
        about = tuple(sorted({homes[n] for n in range(len(odds)) if n in homes and (odds[n] >= SHARED or n == best)}))
    return Saying(
        cue=cue,
        by=_one(scores, layer, "by", row, layers) if "by" in actors else None,
        party=meant,
        about=about,
        source=homes.get(int(events["from"][row].argmax())) if "from" in events else None,
        target=homes.get(int(events["to"][row].argmax())) if "to" in events else None,
    )
