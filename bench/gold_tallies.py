"""The labelled list of counts of events that reports state: which are found, and whether their scope is read right."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain

from annals.collect.report import report_of
from annals.english.folding import name_key
from annals.extract.parties import kin, land_ids
from annals.harmonise.actors import name_actor
from annals.model.claim import AccountTally
from annals.pipeline import HarmonisingReader, load_reader
from annals.reference.actors import ActorTable
from bench.gold_lists import ROOT, Marked, Row, rows

TALLIES = ROOT / "bench" / "gold" / "tallies.csv"
UNLABELLED = "?"
"""In place of a scope that nobody labelled."""
PUBLISHED = "2024-05-17"

_OPENING = "Gunmen attacked a place in the area on Thursday, police said.\n\n"
"""A report is of violence before it counts anything."""
_LEEWAY = 10
"""The first day counted may be off by one part in so many of the window, and by three days at least."""
_DAYS = 3


def marked() -> Iterator[Marked]:
    """Read the list and mark it twice: what is found, and of that, whose scope is right."""
    about = " ".join(line[1:].strip() for line in TALLIES.read_text("utf-8").splitlines() if line.startswith("#"))
    found, scoped = _faults()
    yield Marked(name="stated counts", about=about, parts=_parts(found), wrong=_wrong(found))
    yield Marked(
        name="scopes of counts",
        about="The scopes of the stated counts that are found: window, place, parties, weapons and targets.",
        parts=_parts(scoped),
        wrong=_wrong(scoped),
    )


_Fault = tuple[str, str | None]
"""Part of the list, and what is wrong."""


def _faults() -> tuple[list[_Fault], list[_Fault]]:
    contexts: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows(TALLIES):
        contexts[row["half"], row["context"]].append(row)
    found: list[_Fault] = []
    scoped: list[_Fault] = []
    for (half, context), group in contexts.items():
        wanted = [row for row in group if row["words"]]
        left = read(context)
        for row in wanted:
            tally = next((t for t in left if says(row, t)), None)
            if tally is None:
                said = "; ".join(f"{t.words} ({t.low}..{t.high})" for t in left) or "nothing"
                found.append((half, f"“{row['words']}” in “{context}”: read as {said}"))
                continue
            left.remove(tally)
            found.append((half, None))
            if row["where"] != UNLABELLED:
                scoped.append((half, wrong_scope(row, tally)))
        found += [(f"{half}, invented", f"“{context}”: read as {tally.words} {tally.what} too") for tally in left]
    return found, scoped


def read(context: str) -> list[AccountTally]:
    """The counts that are read in a context, as part of a report."""
    text = _OPENING + context
    report = report_of(text=text, raw=text.encode(), title=None, published=PUBLISHED, given_id="-")
    return list(_reader().read(report).tallies)


@cache
def _reader() -> HarmonisingReader:
    return load_reader("trained")


def says(row: Row, tally: AccountTally) -> bool:
    """Whether a count read is that of a row: the same words, at least in part, and the same number."""
    wanted, told = set(name_key(row["words"])), set(name_key(tally.words))
    return bool(wanted & told) and (row["low"], row["high"]) == (_cell(tally.low), _cell(tally.high))


def wrong_scope(row: Row, tally: AccountTally) -> str | None:
    """What is wrong with the scope that is read for a row; None where it is right."""
    faults = list(chain(_wrong_window(row, tally), _wrong_where(row, tally), _wrong_names(row, tally)))
    return f"“{row['words']}” in “{row['context']}”: {'; '.join(faults)}" if faults else None


def _wrong_window(row: Row, tally: AccountTally) -> Iterator[str]:
    start, end = row["start"].strip("()"), row["end"]
    if tally.start is None:
        if start and start == row["start"]:
            yield f"starts nowhere, is {start}"
    elif not start:
        yield f"starts {tally.start}, is open"
    else:
        length = (date.fromisoformat(end or PUBLISHED) - date.fromisoformat(start)).days
        off = abs((date.fromisoformat(tally.start) - date.fromisoformat(start)).days)
        if off > max(_DAYS, length / _LEEWAY):
            yield f"starts {tally.start}, is {start}"
    if end and (tally.end is None or abs((date.fromisoformat(tally.end) - date.fromisoformat(end)).days) > _DAYS):
        yield f"ends {tally.end}, is {end}"


def _wrong_where(row: Row, tally: AccountTally) -> Iterator[str]:
    country, _, place = row["where"].strip("()").partition("/")
    open_may = row["where"].startswith("(")
    if tally.country is None and tally.place is None and open_may:
        return
    if country != (tally.country or ""):
        yield f"in {tally.country}, is {country or 'anywhere'}"
    elif place and not open_may and not set(name_key(place)) & set(name_key(tally.place or "")):
        yield f"in {tally.place}, is {place}"


def _wrong_names(row: Row, tally: AccountTally) -> Iterator[str]:
    """Parties and targets by words in common or by who is meant; weapons by kind."""
    table = ActorTable.load()
    for column, told in (("who", tally.actors), ("weapons", tally.weapons), ("targets", tally.targets)):
        wanted = [name for name in row[column].split("|") if name]
        left = list(told)
        for name in wanted:
            plain = name.strip("()")
            same = [one for one in left if _same(plain, one, table if column == "who" else None)]
            left = [one for one in left if one not in same]
            if not same and plain == name:
                yield f"{column} {', '.join(told) or 'none'}, are {', '.join(wanted)}"
                return
        if left:
            yield f"{column} {', '.join(told)}, are {', '.join(wanted) or 'none'}"


def _same(wanted: str, told: str, table: ActorTable | None) -> bool:
    if table is not None and _states(wanted, table) & _states(told, table):
        return True
    return bool({word.rstrip("s") for word in name_key(wanted)} & {word.rstrip("s") for word in name_key(told)})


def _states(name: str, table: ActorTable) -> set[str]:
    """Ids of the party that a name means, of the state whose arm it is, and of the land that opens the name."""
    actor_id = name_actor(name, table).actor_id
    return {kin(actor_id), *land_ids(name)} if actor_id else land_ids(name)


def _cell(end: int | None) -> str:
    return "" if end is None else str(end)


def _parts(faults: list[_Fault]) -> dict[str, tuple[int, int]]:
    parts: dict[str, tuple[int, int]] = {}
    for half, fault in faults:
        right, whole = parts.get(half, (0, 0))
        parts[half] = right + (fault is None), whole + 1
    return parts


def _wrong(faults: list[_Fault]) -> list[str]:
    return [fault for _, fault in faults if fault is not None]
