"""The labelled reports on who says who did it: each is read as a report is, and its perpetrator claims are marked."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from annals.collect.report import report_of
from annals.english.folding import name_key
from annals.extract.parties import kin, land_ids
from annals.model.values import ActorValue
from annals.pipeline import HarmonisingReader, load_reader
from annals.reference.actors import ActorTable
from annals.reference.nations import seats
from bench.page import percent, table

ROOT = Path(__file__).parents[1]
REPORTS = ROOT / "bench" / "gold" / "voices.jsonl"
NOTE = ROOT / "bench" / "gold" / "voices.md"
_PUBLISHED = "2024-05-17"
_OF_HIMSELF = frozenset({"claims", "denies", "praises", "declines", "retracts"})
_SMALL = frozenset("a an the of for in its his her their one two three by on at".split())
_HALF = 0.5
_ITS = re.compile(r"(?:(?:one|two|three|some|members|none) of )?(?:it|they|we|its|their|our|his)\b", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True)
class Told:
    """Who stands where: the words of the party and of the speaker; None for nobody, and for the report itself."""

    stance: str
    party: str | None
    speaker: str | None
    words: str | None = None
    """The party in the report's own words, where its value names it more fully ("the army")."""
    actor_id: str | None = None
    optional: bool = False


@dataclass(kw_only=True)
class Score:
    """One half's counts, and a line for each wrong case."""

    right: int = 0
    strange: int = 0
    found: int = 0
    missed: int = 0
    speaker_right: int = 0
    stances: Counter[tuple[str, bool]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def add(self, where: str, said: list[Told], wanted: list[Told]) -> None:
        """Mark one report's claims against its labels."""
        for one in said:
            fits = [w for w in wanted if _fits(one, w)]
            if any(not w.optional for w in fits):
                self.right += 1
            elif not fits:
                self.strange += 1
                self.wrong.append(f"{where}: read as {_words(one)} too, which it does not tell")
        for label in wanted:
            if label.optional:
                continue
            heard = [one for one in said if _fits(one, label)]
            self.stances[label.stance, bool(heard)] += 1
            if not heard:
                self.missed += 1
                self.wrong.append(f"{where}: {_words(label)} is missed")
                continue
            self.found += 1
            if any(_same_speaker(one, label) for one in heard):
                self.speaker_right += 1
            else:
                by = " and ".join(one.speaker or "the report" for one in heard)
                self.wrong.append(f"{where}: {_words(label)}: said by {by}")

    def figures(self) -> tuple[float, float, float, float]:
        """Precision, recall and F1 of (party, stance), and the share of those found with the right speaker."""
        precision = self.right / (self.right + self.strange or 1)
        recall = self.found / (self.found + self.missed or 1)
        f1 = 2 * precision * recall / (precision + recall or 1)
        return precision, recall, f1, self.speaker_right / (self.found or 1)


def section() -> str:
    """The table and the wrong cases in Markdown."""
    rows, wrong = [], []
    for half, score in scores().items():
        every = score.found + score.missed
        whole = f"{sum(1 for row in cases() if row['half'] == half)}"
        kinds = sorted({stance for stance, _ in score.stances})
        recall = ", ".join(
            f"{kind} {score.stances[kind, True]}/{score.stances[kind, True] + score.stances[kind, False]}"
            for kind in kinds
        )
        rows.append([half, whole, str(every), *(percent(figure) for figure in score.figures()), recall])
        wrong += [f"- {half}, {line}\n" for line in score.wrong]
    columns = ["half", "reports", "attributions", "P", "R", "F1", "speaker right", "found of each stance"]
    note = NOTE.read_text(encoding="utf-8").partition("\n")[2].strip()
    made = table(columns, rows, right=len(columns) - 2)
    return f"### Who says who did it\n\n{note}\n\n{made}\nEvery wrong case:\n\n{''.join(wrong) or 'None.'}"


def scores() -> dict[str, Score]:
    """Half -> its score."""
    found: dict[str, Score] = {"tuning": Score(), "held back": Score()}
    for row in cases():
        found[row["half"]].add(row["id"], told_in(row["text"]), _labels(row))
    return found


def cases() -> Iterator[dict[str, Any]]:
    """The labelled reports, in order."""
    with REPORTS.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def _labels(row: dict[str, Any]) -> list[Told]:
    def words(span: list[int] | None) -> str | None:
        return row["text"][slice(*span)] if span else None

    return [
        Told(
            stance=label["stance"],
            party=words(label["party"]),
            speaker=words(label["speaker"]),
            optional=label.get("optional", False),
        )
        for label in row["attributions"]
    ]


def told_in(text: str) -> list[Told]:
    """The attributions that annals reads in a text, each once; what the report tells as a fact is none."""
    report = report_of(text=text, raw=text.encode(), title=None, published=_PUBLISHED, given_id="-")
    found: dict[tuple[str, str | None, str | None], Told] = {}
    for claim in (claim for mention in _reader().read(report).mentions for claim in mention.claims):
        if claim.field != "perpetrator" or claim.stance == "states":
            continue
        value = claim.value if isinstance(claim.value, ActorValue) else None
        told = Told(
            stance=claim.stance,
            party=value.name if value else None,
            speaker=claim.speaker.name,
            words=claim.words if value else None,
            actor_id=value.actor_id if value else None,
        )
        found.setdefault((told.stance, told.party, told.speaker), told)
    return list(found.values())


def _fits(one: Told, label: Told) -> bool:
    """Whether a claim is the label's: suspecting counts as blaming; who speaks of himself may go by either name."""
    kinds = {"suspects": "blames"}
    if kinds.get(one.stance, one.stance) != kinds.get(label.stance, label.stance):
        return False
    if label.party is None or one.party is None:
        return label.party is None and one.party is None
    names = [label.party, label.speaker] if label.stance in _OF_HIMSELF else [label.party]
    told = one.words is not None and any(_one(one.words, name, None) for name in names if name)
    if label.stance in _OF_HIMSELF and one.speaker is not None and one.words is not None:
        # "The army said its jets had struck": the army, by whatever name its value has.
        told |= _ITS.match(one.words) is not None and any(_one(one.speaker, name, None) for name in names if name)
    return told or any(_one(one.party, name, one.actor_id) for name in names if name)


def _same_speaker(one: Told, label: Told) -> bool:
    if label.speaker is None or one.speaker is None:
        return label.speaker is None and one.speaker is None
    return _one(one.speaker, label.speaker, None)


def _one(said: str, label: str, actor_id: str | None) -> bool:
    """Whether two wordings mean one party: one actor or state, words within the other's, or half of them shared."""
    ids, others = _ids(said) | ({kin(actor_id)} if actor_id else set()), _ids(label)
    if ids & others:
        return True
    a, b = _tokens(said), _tokens(label)
    return bool(a and b) and (a <= b or b <= a or len(a & b) >= _HALF * len(a | b))


def _ids(words: str) -> set[str]:
    found = {match.entry.actor_id for match in _table().scan(words)} | land_ids(
        re.sub(r"^(?:the|The|an?|An?) ", "", words)
    )
    capital = seats().get(tuple(name_key(words))[:1])
    return {kin(one) for one in found} | {f"state:{code}" for code in capital}


def _tokens(words: str) -> set[str]:
    return set(name_key(words)) - _SMALL


@cache
def _table() -> ActorTable:
    return ActorTable.load()


@cache
def _reader() -> HarmonisingReader:
    return load_reader("trained")


def _words(told: Told) -> str:
    return f"{told.stance} {told.party or 'nobody'}, by {told.speaker or 'the report'}"
