"""From stand-off annotations to what the network should say of each window."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from annals.extract.trained.labels import ATTRIBUTES, LAYERS, PAIRS, RELATIONS
from annals.extract.trained.pieces import Pieces
from training.learning.pieces import pieces_at
from training.notation.vocabulary import EVENT_TYPES

IGNORE = -100


@dataclass(frozen=True, kw_only=True)
class Marked:
    """A labelled span in pieces, both ends inclusive."""

    layer: str
    label: str
    first: int
    last: int


@dataclass(kw_only=True)
class Gold:
    """A document's labels in pieces."""

    spans: list[Marked] = field(default_factory=list)
    attributes: dict[int, dict[str, str]] = field(default_factory=dict)
    """By the span's index."""
    pairs: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    ignored: set[tuple[int, int]] = field(default_factory=set)
    """Pairs that are neither right nor wrong."""


_TYPE = {code: name or code.replace("_", "-") for code, name in EVENT_TYPES.items()}
_ROLE_LAYER = {
    "date": ("time", "date"),
    "time": ("time", "time"),
    "place": ("place", "place"),
    "facility": ("place", "facility"),
    "weapon": ("weapon", "weapon"),
    "damage": ("damage", "damage"),
    "perpetrator": ("actor", "actor"),
    "target": ("actor", "actor"),
    "victim": ("actor", "actor"),
}


class Collector:
    """Takes the labels of one document and gathers spans and pairs."""

    def __init__(self, pieces: Pieces, sentences: list[int]) -> None:
        """`sentences`: the sentence number of each piece."""
        self.pieces, self.sentences, self.gold = pieces, sentences, Gold()
        self._known: dict[tuple[str, int, int], int] = {}

    def span(self, layer: str, label: str, at: list[int]) -> int | None:
        """The index of a span, new or known; None where it overlaps another of its layer in part."""
        place = pieces_at(self.pieces, at[0], at[1])
        if place is None:
            return None
        first, last = place
        known = self._known.get((layer, first, last))
        if known is not None:
            return known
        for index, other in enumerate(self.gold.spans):
            if other.layer == layer and first <= other.last and other.first <= last:
                return index if layer == "actor" else None
        self.gold.spans.append(Marked(layer=layer, label=label, first=first, last=last))
        self._known[layer, first, last] = len(self.gold.spans) - 1
        return len(self.gold.spans) - 1

    def tie(self, left: int | None, right: int | None, relation: str) -> None:
        """Note that a relation holds."""
        if left is not None and right is not None:
            self.gold.pairs.setdefault((left, right), set()).add(relation)

    def to_event(self, triggers: list[int], span: int | None, relation: str) -> None:
        """A span belongs to an event: to its nearest triggers; the farther ones are neither right nor wrong."""
        if span is None or not triggers:
            return
        at = self.gold.spans[span].first
        here = [t for t in triggers if self.sentences[self.gold.spans[t].first] == self.sentences[at]]
        near = here or [min(triggers, key=lambda t: abs(self.gold.spans[t].first - at))]
        for trigger in triggers:
            if trigger in near:
                self.tie(trigger, span, relation)
            else:
                self.gold.ignored.add((trigger, span))


def gold_of(row: dict[str, Any], pieces: Pieces, sentences: list[int]) -> Gold:
    """What one annotated document says."""
    take = Collector(pieces, sentences)
    actors: list[list[int]] = []
    for event in row["events"]:
        actors += [a["span"] for a in event["arguments"] if _ROLE_LAYER.get(a["role"], ("", ""))[0] == "actor"]
        actors += [f[key] for f in event["figures"] for key in ("by", "of") if key in f]
    actors += [s[key] for s in row["stances"] for key in ("by", "party") if key in s]
    actors += [r[key] for r in row["responses"] for key in ("by", "to") if key in r]
    for span in sorted(actors, key=lambda s: s[0] - s[1]):
        take.span("actor", "actor", span)
    triggers: dict[str, list[int]] = {}
    for event in row["events"]:
        triggers[event["id"]] = _event(event, take)
    _figures(row, take, triggers)
    _sayings(row, take, triggers)
    _same(take, triggers)
    return take.gold


def _event(event: dict[str, Any], take: Collector) -> list[int]:
    found = []
    for at in event["triggers"]:
        index = take.span("event", "event", at)
        if index is not None and index not in take.gold.attributes:
            take.gold.attributes[index] = {
                "type": _TYPE[event["type"]],
                "realis": event["realis"],
                "prominence": event["prominence"],
                "aggregate": "several" if event["aggregate"] else "one",
            }
            found.append(index)
    for argument in event["arguments"]:
        layer, label = _ROLE_LAYER.get(argument["role"], ("", ""))
        if layer:
            span = take.span(layer, label, argument["span"])
            take.to_event(found, span, argument["role"] if layer == "actor" else "belongs")
    return found


def _figures(row: dict[str, Any], take: Collector, triggers: dict[str, list[int]]) -> None:
    zeros = {
        tuple(f["span"])
        for e in row["events"]
        for f in e["figures"]
        if f["high"] == 0 and f["kind"] in ("killed", "wounded")
    }
    for event in row["events"]:
        for figure in event["figures"]:
            label = "nobody" if tuple(figure["span"]) in zeros else figure["kind"]
            span = take.span("figure", label, figure["span"])
            if span is None:
                continue
            take.gold.attributes[span] = {"status": figure["status"]}
            take.to_event(triggers[event["id"]], span, "belongs")
            for key in ("by", "of"):
                if key in figure:
                    take.tie(span, take.span("actor", "actor", figure[key]), key)
    for other in row["others"]:
        take.span("figure", "other", other["span"])


def _sayings(row: dict[str, Any], take: Collector, triggers: dict[str, list[int]]) -> None:
    for stance in row["stances"]:
        cue = take.span("stance", stance["stance"], stance["cue"])
        for key in ("by", "party"):
            if key in stance:
                take.tie(cue, take.span("actor", "actor", stance[key]), key)
        _about(take, cue, stance.get("about", []), triggers)
    for response in row["responses"]:
        cue = take.span("response", response["category"], response["span"])
        for key in ("by", "to"):
            if key in response:
                take.tie(cue, take.span("actor", "actor", response[key]), key)
        _about(take, cue, response.get("about", []), triggers)
    for tally in row["tallies"]:
        _about(take, take.span("tally", "tally", tally["span"]), tally.get("includes", []), triggers)
    for tie in row["ties"]:
        cue = take.span("tie", tie["relation"], tie["span"])
        for key in ("from", "to"):
            _about(take, cue, [tie[key]], triggers, relation=key)


def _about(
    take: Collector, cue: int | None, names: list[str], triggers: dict[str, list[int]], relation: str = "about"
) -> None:
    for name in names:
        if cue is None or not triggers[name]:
            continue
        at = take.gold.spans[cue].first
        near = min(triggers[name], key=lambda t: abs(take.gold.spans[t].first - at))
        take.tie(cue, near, relation)
        take.gold.ignored |= {(cue, t) for t in triggers[name] if t != near}


def _same(take: Collector, triggers: dict[str, list[int]]) -> None:
    for group in triggers.values():
        for left in group:
            for right in group:
                if left < right:
                    take.tie(left, right, "same_event")
                    take.tie(right, left, "same_event")


def tags(gold: Gold, first: int, end: int) -> dict[str, list[int]]:
    """The tags of the pieces [first, end): by layer, 0 outside, 1 + 2 * class begin, 2 + 2 * class inside."""
    found = {f"tag:{layer}": [0] * (end - first) for layer in LAYERS}
    for span in gold.spans:
        if span.first < first or span.last >= end:
            continue
        row = found[f"tag:{span.layer}"]
        number = LAYERS[span.layer].index(span.label)
        row[span.first - first] = 1 + 2 * number
        for at in range(span.first + 1, span.last + 1):
            row[at - first] = 2 + 2 * number
    for name in ATTRIBUTES:
        found[f"at:{name}"] = [IGNORE] * (end - first)
    for index, said in gold.attributes.items():
        span = gold.spans[index]
        if span.first < first or span.last >= end:
            continue
        for name, value in said.items():
            for at in range(span.first, span.last + 1):
                found[f"at:{name}"][at - first] = ATTRIBUTES[name].index(value)
    return found


def pairs(gold: Gold, first: int, end: int) -> Iterator[tuple[Marked, Marked, list[float]]]:
    """All pairs of spans within [first, end) between which a relation is asked: 1 yes, 0 no, -1 neither."""
    inside = [(i, s) for i, s in enumerate(gold.spans) if s.first >= first and s.last < end]
    for i, left in inside:
        for j, right in inside:
            asked = PAIRS.get((left.layer, right.layer))
            if asked is None or i == j:
                continue
            holds = gold.pairs.get((i, j), set())
            unsure = (i, j) in gold.ignored
            yield (
                left,
                right,
                [-1.0 if r not in asked or (unsure and r not in holds) else float(r in holds) for r in RELATIONS],
            )
