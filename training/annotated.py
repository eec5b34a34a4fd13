"""The annotated documents: which there are, which are held back, and the texts that they point into."""

import hashlib
import json
from pathlib import Path
from typing import Any

from training.documents import text_of

ANNOTATIONS = Path(__file__).parent / "annotations"
HELD_BACK = 5
"""One document in so many is never learnt from."""


def rows_of(folder: Path = ANNOTATIONS) -> list[dict[str, Any]]:
    """The annotations, one a document; the second ones, made to measure agreement, are left out."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        if path.stem != "second":
            for line in path.read_text(encoding="utf-8").splitlines():
                row = json.loads(line)
                found.setdefault(row["doc"], row)
    return list(found.values())


def own_number(doc: str) -> int:
    """The number of one of our own reports, -1 for other documents."""
    kind, _, name = doc.partition(":")
    return int(name) if kind == "own" else -1


def held_back(doc: str) -> bool:
    """Whether a document is of the fifth that is never learnt from."""
    return int(hashlib.sha256(doc.encode()).hexdigest(), 16) % HELD_BACK == 0


def text_for(row: dict[str, Any], data: Path) -> str:
    """The text that a row's offsets point into. Raises ValueError where the text at hand is another."""
    text = text_of(row["doc"], data)
    if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
        raise ValueError(f"{row['doc']}: the text at hand is not the one that was annotated")
    return text
