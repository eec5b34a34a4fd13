"""How likely some nodes together are one incident that happened and is told as such: features for learnt weights.

What is not: a mention of many events at once, a threat or a plan, an accident, a figure of speech, and one more
fragment of an event that other nodes tell better.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from annals.extract.page import Page
from annals.extract.trained.labels import AGGREGATE, PROMINENCE, REALIS, TYPES
from annals.extract.trained.nodes import Node

_TOLLS = ("killed", "wounded", "missing", "abducted")
_PARTS = ("time", "place", "figure", "weapon", "perpetrator", "victim", "target")
_REAL, _OLD, _DENIED = REALIS.index("actual"), REALIS.index("historical"), REALIS.index("denied")
_UNREAL = slice(_REAL + 1, _DENIED)
_KINDS = ("Attack", "Disrupted weapons use", "Looting/property destruction")
_LEDE = 2
_FAR = -6.0
"""Log-odds of one event with another group, where there is none."""
_MOST = 5.0


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What of the report as a whole bears on all its events."""

    nodes: int
    violent: bool
    """Whether anything shows the rules that it tells of violence."""
    told: float
    """The network's log-odds of the same."""
    noise: float
    """Words of other subjects (sport, film, weather), per cent of all."""
    memory: float
    """Words of courts and remembrance, per cent of all."""
    labels: Sequence[str]
    """Of the network's figures, in their order."""


def surroundings_of(
    page: Page, nodes: Sequence[Node], labels: Sequence[str], *, violent: bool, told: float
) -> Surroundings:
    """Gather them."""
    noise = Counter(kind for sentence in page.sentences for kind in sentence.noise)
    words = max(1, sum(len(sentence.words) for sentence in page.sentences))
    return Surroundings(
        nodes=len(nodes),
        violent=violent,
        told=max(-_MOST, min(_MOST, told)),
        noise=min(_MOST, 100 * sum(noise.values()) / words),
        memory=min(_MOST, 100 * (noise["court"] + noise["memory"]) / words),
        labels=labels,
    )


def group_features(
    group: Sequence[int],
    groups: Sequence[Sequence[int]],
    nodes: Sequence[Node],
    links: NDArray[np.float64],
    around: Surroundings,
) -> dict[str, float]:
    """What speaks for and against an incident; `groups` are all of the report, `links` log-odds between nodes."""
    told = [nodes[i] for i in group]
    found = _of_network(told, around)
    found |= _of_rules(told)
    found |= _of_position(told, around)
    found |= _of_others(group, groups, links)
    return found


def _of_network(told: Sequence[Node], around: Surroundings) -> dict[str, float]:
    heeded = [(node.heeded, len(node.mentions)) for node in told if node.heeded is not None]
    if not heeded:
        return {"unheard": 1.0}
    sizes = [size for _, size in heeded]

    def mean(name: str) -> NDArray[np.float64]:
        found: NDArray[np.float64] = np.average([getattr(h, name) for h, _ in heeded], axis=0, weights=sizes)
        return found

    realis, type_ = mean("realis"), mean("type")
    realis = realis - np.log(np.exp(realis).sum())
    aggregate, prominence = mean("aggregate"), mean("prominence")
    scores = [h.score for h, _ in heeded]
    found = {
        "score best": max(scores),
        "score": sum(scores) / len(scores),
        "actual": float(realis[_REAL]),
        "actual best": max(float(h.realis[_REAL]) for h, _ in heeded),
        "historical": float(np.exp(realis[_OLD])),
        "denied": float(np.exp(realis[_DENIED])),
        "unreal": float(np.exp(realis[_UNREAL]).sum()),
        "several": float(aggregate[AGGREGATE.index("several")] - aggregate[AGGREGATE.index("one")]),
        "recalled": float(prominence[PROMINENCE.index("recalled")] - prominence[PROMINENCE.index("reported")]),
        "accident": (mishap := float(type_[TYPES.index("accident")] + type_[TYPES.index("self-harm")])),
        "accident, shot": mishap * any(node.shot for node in told),
        "type best": float(type_.max()),
    }
    found |= {f"type {kind}": float(type_[TYPES.index(kind)]) for kind in _KINDS}
    for name in _PARTS:
        parts = [h.parts[name] for h, _ in heeded if name in h.parts]
        found[f"has {name}"] = float(np.max(parts)) if parts else 0.0
        if name == "figure" and parts:
            best = np.max(parts, axis=0)
            figures = list(zip(best, around.labels, strict=True))
            found["toll"] = float(max((p for p, label in figures if label in _TOLLS), default=0.0))
            found["other figure"] = float(max((p for p, label in figures if label == "other"), default=0.0))
    return found


def _of_rules(told: Sequence[Node]) -> dict[str, float]:
    known = [node.candidate for node in told if node.known]
    found = {"only network": float(not known), "kept": float(any(node.kept for node in told))}
    found["day"] = float(any(node.when.said for node in told))
    found["chain"] = float(any(bool(node.when.chain) for node in told))
    found["suspect"] = sum(node.suspect for node in told) / len(told)
    found["back"] = float(any(node.when.back for node in told))
    found["spot"] = float(any(node.spot for node in told))
    found["region"] = float(any(bool(node.points) and not node.spot for node in told))
    found["harmful"] = float(any(node.candidate.harmful for node in told))
    found["doers"] = float(any(bool(node.candidate.doers) for node in told))
    if known:
        size = len(known)
        found |= {
            "rules actual": sum(c.realis == "actual" for c in known) / size,
            "rules historical": sum(c.realis == "historical" for c in known) / size,
            "rules several": sum(c.aggregate for c in known) / size,
            "plural": 0.0 if any(_one_toll(node) for node in told) else sum(c.plural for c in known) / size,
            "definite": sum(c.definite for c in known) / size,
            "sure": float(any(c.sure for c in known)),
            "named": float(any(c.named for c in known)),
            "worded": float(any(c.worded for c in known)),
            "introduces": float(any(c.introduces for c in known)),
            "charged": float(any(c.charged for c in known)),
        }
    return found


def _one_toll(node: Node) -> bool:
    """Whether one toll of one day is told: then "raids on three villages" are an incident, as archives count them."""
    when = node.when
    day = when.weekday is not None or when.offset is not None or (when.day is not None and when.month is not None)
    return node.candidate.harmful and day and not when.back and not node.candidate.aggregate


def _of_position(told: Sequence[Node], around: Surroundings) -> dict[str, float]:
    first = min(node.sentence for node in told)
    return {
        "mentions": math.log1p(sum(len(node.mentions) for node in told)),
        "nodes": math.log1p(len(told)),
        "share": len(told) / around.nodes,
        "title": float(any(node.candidate.clause.sentence.title for node in told)),
        "lede": float(first <= _LEDE),
        "first": math.log1p(first),
        "violent": float(around.violent),
        "violent by the network": around.told,
        "noise": around.noise,
        "memory": around.memory,
    }


def _of_others(group: Sequence[int], groups: Sequence[Sequence[int]], links: NDArray[np.float64]) -> dict[str, float]:
    others = [other for other in groups if other is not group]
    sizes = [len(other) for other in groups]
    found = {"largest": float(len(group) == max(sizes) and sizes.index(len(group)) == groups.index(group))}
    found |= {"groups": math.log1p(len(groups)), "alone": float(not others)}
    between = [links[np.ix_(group, other)] for other in others]
    found["near any"] = max([_FAR, *(float(b.mean()) for b in between)]) if others else 0.0
    larger = [b for b, other in zip(between, others, strict=True) if len(other) >= len(group)]
    found["near larger"] = max([_FAR, *(float(b.mean()) for b in larger)]) if others else 0.0
    found["near one of larger"] = max([_FAR, *(float(b.max()) for b in larger)]) if others else 0.0
    return found
