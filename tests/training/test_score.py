"""The score of a story that says what the annotation says is perfect; each fault costs its own figure."""

from typing import Any

import numpy as np

from annals.extract.trained.events import Event, Figure, Saying, Story
from annals.extract.trained.labels import TYPES
from annals.extract.trained.spans import Span
from training.score import measured, rates


def _span(layer: str, label: str, start: int, end: int) -> Span:
    return Span(layer=layer, label=label, first=start, last=end, start=start, end=end, score=1.0)


def _row() -> dict[str, Any]:
    event = {
        "id": "e1", "type": "attack", "realis": "actual", "prominence": "reported", "aggregate": False,
        "triggers": [[0, 4], [20, 26]],
        "arguments": [{"role": "place", "span": [30, 34]}],
        "figures": [{"kind": "killed", "low": 2, "high": 2, "status": "total", "span": [10, 13]}],
    }  # fmt: skip
    stance = {"stance": "blames", "cue": [40, 46], "by": [36, 39], "party": [47, 51], "about": ["e1"]}
    return {"events": [event], "stances": [stance], "tallies": [], "responses": [], "ties": []}


def _story(**changed: Any) -> Story:
    odds = np.zeros(len(TYPES), dtype=np.float32)
    odds[TYPES.index(changed.get("type", "Attack"))] = 5
    figure = _span("figure", "killed", 9, changed.get("figure_end", 13))
    event = Event(
        mentions=[_span("event", "event", 0, 4), _span("event", "event", 18, 26)],
        type_odds=odds, realis="actual", prominence="reported", aggregate=False,
        parts=[("place", _span("place", "place", 26, 34)), ("killed", figure)],
    )  # fmt: skip
    cue = _span("stance", "blames", 40, 46)
    saying = Saying(
        cue=cue,
        by=_span("actor", "actor", 36, 39),
        party=(_span("actor", "actor", 47, changed.get("party", 51)),),
        about=(0,),
    )
    return Story(
        spans=[cue], events=[event], figures={figure: Figure(status="total", by=None, of=None)}, sayings=[saying]
    )


def _f1(story: Story) -> dict[str, float]:
    return {kind: round(f1) for kind, (_, _, f1) in rates(measured(_row(), story)).items()}


def test_what_the_annotation_says_is_right_whatever_the_ends_of_its_phrases() -> None:
    found = _f1(_story())
    kinds = ("trigger+type+realis", "same event", "arguments", "figures", "stance+speaker")
    assert [found[kind] for kind in kinds] == [100] * len(kinds)


def test_another_type_costs_the_type_alone() -> None:
    found = _f1(_story(type="Grenade"))
    assert (found["trigger"], found["trigger+type"]) == (100, 0)


def test_another_party_costs_the_stance() -> None:
    assert _f1(_story(party=60))["stances"] == 0
