"""Labels that others gave for other ends: MUC-4 templates, Gun Violence Archive records.

They say less than annotations do (a string, a count of a whole incident), and are learnt beside them.
"""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path

from training.learning.network import MUC_ROLES, MUC_TYPES

KILLED_CLASSES = 5
INJURED_CLASSES = 6
_SHORT = 200


@dataclass(kw_only=True)
class WeakText:
    """A text with what is known of it: spans by weak tag layer, answers to document questions."""

    doc: str
    text: str
    spans: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    answers: dict[str, list[float] | int] = field(default_factory=dict)


def muc(path: Path, *, gold: bool = True) -> list[WeakText]:
    """MUC-4 messages: every occurrence of every string that fills a role, and the types of the templates."""
    found = []
    for row in _rows(path):
        text = row["doctext"]
        weak = WeakText(doc=f"muc4:{row['docid']}", text=text)
        if gold:
            kinds = [0.0] * len(MUC_TYPES)
            for template in row["templates"]:
                for kind in template["incident_type"].split(" / "):
                    kinds[MUC_TYPES.index(kind)] = 1.0
            weak.answers["muc:types"] = kinds
            weak.answers["violent"] = [float(bool(row["templates"]))]
            for role in MUC_ROLES:
                strings = {m[0] for t in row["templates"] for entity in t[role] for m in entity}
                weak.spans[f"muc:{role}"] = _occurrences(text, strings)
        found.append(weak)
    return found


def _occurrences(text: str, strings: set[str]) -> list[tuple[int, int]]:
    """Where the strings stand as whole words; the longer string wins."""
    taken: list[tuple[int, int]] = []
    for string in sorted(strings, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(string)}(?!\w)", text):
            if not any(match.start() < end and start < match.end() for start, end in taken):
                taken.append(match.span())
    return sorted(taken)


def gva(folder: Path, *, limit: int) -> list[WeakText]:
    """Reports of one incident each with the archive's counts, at most `limit` characters of each."""
    incidents = {row["incident_id"]: row for row in _rows(folder / "incidents.train.jsonl")}
    gold = {row["doc_id"]: row for row in _rows(folder / "gold.train.jsonl")}
    found = []
    for row in _rows(folder / "docs.train.jsonl"):
        told = gold[row["doc_id"]]
        if told["noisy"] or len(told["incident_ids"]) != 1 or len(row["text"]) < _SHORT:
            continue
        incident = incidents.get(told["incident_ids"][0])
        if incident is None or incident["killed"] is None or incident["injured"] is None:
            continue
        weak = WeakText(doc=f"gva:{row['doc_id']}", text=f"{row['title']}\n\n{row['text']}"[:limit])
        weak.answers["gva:killed"] = min(incident["killed"], KILLED_CLASSES - 1)
        weak.answers["gva:injured"] = min(incident["injured"], INJURED_CLASSES - 1)
        weak.answers["violent"] = [1.0]
        found.append(weak)
    return found


def _rows(path: Path) -> list[dict]:  # type: ignore[type-arg]
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
