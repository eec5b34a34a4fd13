"""The labelled lists of parties, figures of casualties and weapons, in sentences: each is read as a report is."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from annals.collect.report import report_of
from annals.harmonise.actors import name_actor
from annals.harmonise.weapons import read_weapon
from annals.model import Claim, CountValue
from annals.pipeline import HarmonisingReader, load_reader
from annals.reference.actors import ActorTable
from annals.reference.descriptions import describe
from annals.reference.weapons import WeaponTable
from bench.gold_lists import ROOT, Marked, Row, rows

ACTORS = ROOT / "bench" / "gold" / "actors.csv"
COUNTS = ROOT / "bench" / "gold" / "counts.csv"
WEAPONS = ROOT / "bench" / "gold" / "weapons.csv"

_COUNTED = frozenset({"killed", "wounded", "missing", "abducted"})
_PUBLISHED = "2024-05-17"
_OPENING = "Gunmen attacked a place in the area on Thursday, police said.\n\n"
"""A report is of violence before it counts anybody: a sentence alone might tell of a road accident."""

Fault = tuple[Row, str | None]


def marked() -> Iterator[Marked]:
    """Read each list and mark it."""
    yield _mark("parties in context", ACTORS, _faults(ACTORS, wrong_actors))
    yield _mark("casualties in context", COUNTS, _faults(COUNTS, wrong_counts))
    yield _mark("weapons in context", WEAPONS, _faults(WEAPONS, lambda group: [wrong_weapon(row) for row in group]))


def wrong_actors(group: list[Row]) -> list[str | None]:
    """What is wrong with the parties of one context, a line a row, and one for each party that no row has."""
    table = ActorTable.load()
    text = group[0]["context"]
    matches = table.scan(text)
    faults: list[str | None] = []
    spans = [(text.index(row["words"]), text.index(row["words"]) + len(row["words"])) for row in group]
    for row, (start, end) in zip(group, spans, strict=True):
        inside = [match.entry.actor_id for match in matches if match.start < end and start < match.end]
        found = inside[0] if inside else _described(row["words"], table)
        fault = f"“{row['words']}” in “{text}”: read as {found}, is {row['actor']}"
        faults.append(fault if found != row["actor"] else None)
    faults += [
        f"“{match.words}” in “{text}”: read as {match.entry.actor_id}, is no party"
        for match in matches
        if not any(match.start < end and start < match.end for start, end in spans)
    ]
    return faults


def _described(words: str, table: ActorTable) -> str:
    """The id that the words name, ~ and a kind for a description, = for a name of its own."""
    actor_id = name_actor(words, table).actor_id
    kind = describe(words).kind
    return actor_id or (f"~{kind}" if kind and not _capitalised(words) else "=")


def _capitalised(words: str) -> bool:
    """Whether the words are a name: two capitals at least behind the first word."""
    return sum(word[0].isupper() for word in words.split()[1:]) > 1


def wrong_counts(group: list[Row]) -> list[str | None]:
    """What is wrong with the figures of one context, a line a row, and one for each figure that no row has."""
    text = group[0]["context"]
    told = [claim for claim in _claims(text) if claim.field in _COUNTED]
    left = list(told)
    faults: list[str | None] = []
    for row in group:
        wanted = (row["field"], _end(row["low"]), _end(row["high"]), row["part"] == "yes")
        fitting = next((claim for claim in left if _figure(claim) == wanted), None)
        if fitting is not None:
            left.remove(fitting)
            faults.append(None)
        else:
            said = "; ".join(_words(_figure(claim)) for claim in told) or "nothing"
            faults.append(f"“{row['words']}” in “{text}”: read as {said}, is {_words(wanted)}")
    known = {(row["field"], _end(row["low"]), _end(row["high"])) for row in group}
    faults += [
        f"“{text}”: read as {_words(_figure(claim))} too, which it does not tell"
        for claim in left
        if _figure(claim)[:3] not in known and not _figure(claim)[3]
    ]
    return faults


def _claims(text: str) -> list[Claim]:
    text = _OPENING + text
    report = report_of(text=text, raw=text.encode(), title=None, published=_PUBLISHED, given_id="-")
    return [claim for mention in _reader().read(report).mentions for claim in mention.claims]


@cache
def _reader() -> HarmonisingReader:
    return load_reader("trained")


def _figure(claim: Claim) -> tuple[str, int | None, int | None, bool]:
    value = claim.value
    if not isinstance(value, CountValue):
        raise TypeError(f"{claim.field} is no figure")
    return claim.field, value.low, value.high, value.part


def _words(figure: tuple[str, int | None, int | None, bool]) -> str:
    field, low, high, part = figure
    ends = "unknown" if low is None and high is None else f"{low}" if low == high else f"{low or ''}..{high or ''}"
    return f"{field} {ends}{' as a part' if part else ''}"


def _end(cell: str) -> int | None:
    return int(cell) if cell else None


def wrong_weapon(row: Row) -> str | None:
    """What is wrong with the weapon that is read from the words of a row in their context; None where it is right."""
    text = row["context"]
    table = WeaponTable.load()
    start = text.index(row["words"])
    end = start + len(row["words"])
    inside = [match for match in table.scan(text) if match.start < end and start < match.end]
    value = read_weapon(" ".join(match.words for match in inside) if inside else "", table)
    calibre = read_weapon(row["words"], table).calibre_mm or value.calibre_mm
    told = (value.kind or "none", f"{calibre:g}" if calibre else "")
    if told == (row["kind"], row["calibre_mm"]):
        return None
    wanted = " ".join((row["kind"], row["calibre_mm"])).strip()
    return f"“{row['words']}” in “{text}”: read as {' '.join(told).strip()}, is {wanted}"


def _faults(path: Path, wrong: Callable[[list[Row]], list[str | None]]) -> list[Fault]:
    """A fault or None for each row of the list, and faults that belong to no row, each with a row of its context."""
    contexts: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows(path):
        contexts[row["half"], row["context"]].append(row)
    found: list[Fault] = []
    for group in contexts.values():
        faults = wrong(group)
        found += zip(group, faults, strict=False)
        found += [({**group[0], "half": f"{group[0]['half']}, invented"}, fault) for fault in faults[len(group) :]]
    return found


def _mark(name: str, path: Path, faults: list[Fault]) -> Marked:
    parts: dict[str, tuple[int, int]] = {}
    for row, fault in faults:
        right, whole = parts.get(row["half"], (0, 0))
        parts[row["half"]] = right + (fault is None), whole + 1
    about = " ".join(line[1:].strip() for line in path.read_text("utf-8").splitlines() if line.startswith("#"))
    return Marked(name=name, about=about, parts=parts, wrong=[fault for _, fault in faults if fault is not None])
