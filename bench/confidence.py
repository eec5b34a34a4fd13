"""MUC-4's confidence slot from the register: how surely a message holds an organisation for the perpetrator.

The task's own decision tree is followed: whoever says it of himself claimed or admitted it; where somebody accuses or
suspects, or a word of doubt stands beside it, it is suspected, by authorities where one of theirs says so; what is
told without doubt is reported as a fact, whoever tells it; an organisation that is only named in a message is possible.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from annals.collect.report import report_of
from annals.extract.page import lay_out
from annals.extract.rules import notes_of
from annals.model.values import ActorValue
from annals.pipeline import load_reader
from annals.reference.descriptions import describe
from annals.reference.tables import References
from bench.page import percent

_AUTHORITIES = frozenset({"government", "military", "police", "security", "intelligence"})
_ACCUSES = re.compile(
    r"accus|blam|responsib|suspect|attribut|alleg|behind|charg|presum|apparent|work of|held|hold", re.IGNORECASE
)
_LETTERS = 5
"""A name of one word so short is written in capitals ("fmln" is "FMLN"): the messages have none."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What somebody says of an organisation."""

    stance: str
    words: str
    """The quote."""
    speaker: str | None
    hedged: bool = False


def confidence_of(said: Sequence[Said], *, near: bool) -> str:
    """The slot's value; `near` where the organisation is named in a sentence that tells of violence."""
    stances = {one.stance for one in said}
    if "claims" in stances:
        return "CLAIMED OR ADMITTED"
    doubted = [
        one
        for one in said
        if one.stance == "suspects"
        or (one.stance == "blames" and (one.hedged or _ACCUSES.search(one.words)))
        or (one.stance == "states" and one.hedged)
    ]
    if doubted:
        by = any(describe(one.speaker or "").kind in _AUTHORITIES for one in doubted)
        return f"SUSPECTED OR ACCUSED{' BY AUTHORITIES' if by else ''}"
    if stances & {"states", "blames"}:
        return "REPORTED AS FACT"
    return "REPORTED AS FACT" if near and not stances else "POSSIBLE"


def in_capitals(text: str, names: Sequence[str]) -> str:
    """A message in small letters with capitals where sentences begin and in the names of organisations.

    >>> in_capitals("the fmln did it. the shining path too.", ["fmln", "shining path"])
    'The FMLN did it. The Shining Path too.'
    """
    text = re.sub(r"(^|[.!?\]]\s+|\n\s*|\"\s*)([a-z])", lambda m: m[1] + m[2].upper(), text)
    for name in sorted(names, key=len, reverse=True):
        short = len(name) <= _LETTERS and " " not in name
        written = name.upper() if short else re.sub(r"\b[a-z]", lambda m: m[0].upper(), name)
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", written.replace("\\", r"\\"), text)
    return text


def section(source: Path) -> str:
    """The share of organisations whose slot is right, in Markdown; messages and keys of the dev half."""
    right, count, facts = marked(source)
    return (
        "\n\nConfidence slot of the perpetrating organisations (reported as fact, claimed or admitted, suspected or "
        "accused, by authorities, possible), by the task's decision tree over the register; the organisation is given, "
        f"and capitals are restored to its name: {percent(right / (count or 1))} of {count} right; always saying the "
        f"commonest gives {percent(facts / (count or 1))}. The adapter was written with sight of these figures.\n"
    )


def marked(source: Path) -> tuple[int, int, int]:
    """How many are right, of how many, and how many of them are reported as fact."""
    reader, references = load_reader("trained"), References.load()
    texts = {row["docid"]: row["doctext"] for row in _rows(source / "dev.jsonl")}
    right = count = facts = 0
    for row in _rows(source / "keys_dev.jsonl"):
        slots = [
            ({name.lower().strip('"') for name in fill["ref"]}, fill["values"])
            for template in row["templates"]
            for fill in template["perp_org_confidence"]
        ]
        if not slots:
            continue
        text = in_capitals(texts[row["docid"]], sorted({name for names, _ in slots for name in names}))
        report = report_of(text=text, raw=text.encode())
        register = [
            (f"{claim.value.name} {claim.words}".lower(), claim)
            for mention in reader.read(report).mentions
            for claim in mention.claims
            if claim.field == "perpetrator" and isinstance(claim.value, ActorValue)
        ]
        page = lay_out(report, references)
        heard = [stance.finding for _, stance in notes_of(page).stances]
        for names, wanted in slots:
            said = [
                Said(stance=c.stance, words=c.quote.exact, speaker=c.speaker.name, hedged=c.hedge is not None)
                for told, c in register
                if any(name in told for name in names)
            ] or [
                Said(stance=f.stance, words=f.quote.exact, speaker=f.speaker)
                for f in heard
                if any(name in f"{f.anchor or ''} {f.words}".lower() for name in names)
            ]
            near = any(
                (s.triggers or s.harm) and any(name in text[s.start : s.end].lower() for name in names)
                for s in page.sentences
            )
            right += confidence_of(said, near=near) in wanted
            facts += "REPORTED AS FACT" in wanted
            count += 1
    return right, count, facts


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
