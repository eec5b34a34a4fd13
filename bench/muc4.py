"""MUC-4's templates from the trained reader's network: a thin adapter that carries that task's rules.

The network has taggers for MUC-4's five roles and an answer to which incident types a message tells; here they become
templates: one for each type, as the task's guidelines merge what one message tells of one attack.
"""

import json
import re
import string
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from annals.collect.report import report_of
from annals.extract.trained.events import Answers, Story, hear, story_of
from annals.extract.trained.labels import TYPES
from annals.extract.trained.pieces import Pieces
from annals.extract.trained.reader import TrainedReader
from annals.extract.trained.spans import layer_spans
from annals.reference.tables import References
from bench import confidence
from bench.page import percent, table

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
INCIDENTS = ("arson", "attack", "bombing", "forced work stoppage", "kidnapping", "robbery")
_OF_TYPE = {
    "Abduction/forced disappearance": "kidnapping",
    "Remote explosive/landmine/IED": "bombing",
    "Suicide bomb": "bombing",
    "Grenade": "bombing",
    "Air/drone strike": "attack",
    "Attack": "attack",
    "Armed clash": "attack",
    "Shelling/artillery/missile attack": "attack",
    "Looting/property destruction": "arson",
}


@dataclass(frozen=True, kw_only=True)
class Limits:
    """Where yes begins; chosen on the training messages' held-back fifth."""

    type: float = 0.5
    lean: Mapping[str, float] | None = None


Template = dict[str, Any]


def templates_of(text: str, reader: TrainedReader, limits: Limits) -> list[Template]:
    """The templates of one message."""
    answers, pieces = reader.asked(report_of(text=text, raw=text.encode()))
    odds = 1 / (1 + np.exp(-answers.document["muc:types"].astype(float)))
    types = [name for name, p in zip(INCIDENTS, odds.max(axis=0), strict=True) if p >= limits.type]
    if not types:
        return []
    fillers = {role: _entities(role, text, answers, pieces, limits) for role in ROLES}
    if len(types) == 1:
        return [{"incident_type": types[0], **{r: [[m] for m, _ in found] for r, found in fillers.items()}}]
    return _shared(types, fillers, story_of(hear(answers, pieces, reader.network.scorer)))


def _entities(role: str, text: str, answers: Answers, pieces: Pieces, limits: Limits) -> list[tuple[str, list[int]]]:
    """The fillers of a role: the best string of each, and where it and its variants stand."""
    matrix = answers.logits[f"muc:{role}"].astype(np.float32).copy()
    matrix[:, 0] -= (limits.lean or {}).get(role, 0.0)
    groups: list[dict[str, Any]] = []
    for span in layer_spans(f"muc:{role}", (role,), matrix, pieces):
        words = text[span.start : span.end]
        key = _fold(words)
        if not key:
            continue
        group = next((g for g in groups if _one(key, g["keys"])), None)
        if group is None:
            group = {"keys": [], "best": (0.0, words), "at": []}
            groups.append(group)
        group["keys"].append(key)
        group["at"].append(span.first)
        group["scores"] = {**group.get("scores", {}), words: group.get("scores", {}).get(words, 0.0) + span.score}
    found = []
    for group in groups:
        best = max(group["scores"], key=lambda w: (group["scores"][w], len(w)))
        found.append((best, group["at"]))
    return found


def _fold(words: str) -> str:
    plain = words.lower().translate(str.maketrans("", "", string.punctuation))
    return " ".join(w for w in plain.split() if w not in ("a", "an", "the"))


def _one(key: str, keys: list[str]) -> bool:
    """Whether two strings name one filler: the same, or one the end or part of the other."""
    for other in keys:
        if key == other:
            return True
        short, long = sorted((key, other), key=len)
        if re.search(rf"(?<!\w){re.escape(short)}(?!\w)", long):
            return True
    return False


def _shared(types: list[str], fillers: dict[str, list[tuple[str, list[int]]]], story: Story) -> list[Template]:
    """Several types: each filler goes to the type of the event nearest to it."""
    told = [
        (m.first, _OF_TYPE.get(TYPES[int(e.type_odds.argmax())], "attack")) for e in story.events for m in e.mentions
    ]
    told = [(at, kind) for at, kind in told if kind in types]
    made: dict[str, Template] = {t: {"incident_type": t, **{r: [] for r in ROLES}} for t in types}
    for role, found in fillers.items():
        for words, places in found:
            near = {min(told, key=lambda t: abs(t[0] - at))[1] for at in places} if told else set(types)
            for kind in near:
                made[kind][role].append([words])
    return list(made.values())


def predictions(path: Path, reader: TrainedReader, limits: Limits) -> dict[str, list[Template]]:
    """All messages of a file."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return {row["docid"]: templates_of(row["doctext"], reader, limits) for row in rows}


def section(source: Path, folder: Path) -> str:
    """The table in Markdown."""
    said = folder / "muc4.json"
    made = predictions(source / "dev.jsonl", TrainedReader(References.load()), Limits())
    said.write_text(json.dumps(made), encoding="utf-8")
    command = [sys.executable, str(source / "score.py"), str(said), str(source / "dev.jsonl"), "--json"]
    target = folder / "muc4.scores.json"
    subprocess.run([*command, str(target)], check=True, stdout=subprocess.DEVNULL)
    found = json.loads(target.read_text(encoding="utf-8"))["scores"]
    rows = []
    for name, words in (("ree", "role fillers of a message (ree)"), ("gtt", "templates (gtt)")):
        micro = found[name]["micro"]
        rows.append([words, *(percent(micro[key]) for key in ("p", "r", "f1"))])
    return (
        "### muc4, dev\n\n200 newswire messages of 1989 and 1990 on Latin America. The network has taggers for this "
        "task's roles; templates are made by one rule: one for each type that a message tells. Thresholds are 0.5, "
        "untuned."
        "\n\n" + table(["figure", "P", "R", "F1"], rows) + confidence.section(source)
    )
