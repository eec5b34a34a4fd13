"""Count in how many events' reports each word stands: `python -m training.rarity --data DATA`, writes rarity.txt.

What is counted are events and not documents: a name that ten reports of one shooting use is used of one event. Words
of fewer than three events are left out, and so count as unseen; that also leaves out the names of most private persons.
Each kind of reporting is counted for itself, and a word is as common as it is in the one where it is most common: Gaza
is no telling word among reports of Gaza. Words of the actor table and of countries are never rarer than FAMILIAR.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import log2
from pathlib import Path

from annals.english.content import content_words
from annals.english.folding import words_of
from annals.english.rarity import UNSEEN
from annals.reference.actors import ActorTable
from annals.reference.countries import countries
from training.documents import REPORTS, text_of

LEAST = 3
FAMILIAR = 12
SHORT = 3
WIDTH = 120
HOME = Path(__file__).parent
OUT = HOME.parent / "src/annals/english/rarity.txt"


def main() -> None:
    """Count, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    kinds = {"shootings": gva(data), "insurgencies": muc4(data), "airstrikes": airwars(data), "own": own()}
    counted = {kind: count(events) for kind, events in kinds.items()}
    levels = table([*counted.values()])
    head = (
        "# How rare words are in news of violence, in half bits: a word at level n is used of one event in 2^(n/2).\n"
        "# Counted by training/rarity.py: the number of events whose reports use the word, over "
        + ", ".join(f"{size} {kind}" for kind, (size, _) in counted.items())
        + ".\n# Counts only: no text is in it, and no word that was used of fewer than three events.\n"
    )
    OUT.write_text(head + "".join(lines(levels)), encoding="utf-8")


def count(events: Iterable[set[str]]) -> tuple[int, Counter[str]]:
    """The number of events, and how many of them use each word."""
    counts: Counter[str] = Counter()
    size = 0
    for words in events:
        counts.update(words)
        size += 1
    return size, counts


def table(counted: list[tuple[int, Counter[str]]]) -> dict[str, int]:
    """Word -> half bits."""
    all_events = sum(size for size, _ in counted)
    total: Counter[str] = Counter()
    for _, counts in counted:
        total.update(counts)
    found = {}
    for word, number in total.items():
        if number >= LEAST:
            shares = [counts[word] / size for size, counts in counted if counts[word] >= LEAST]
            found[word] = level(max([number / all_events, *shares]))
    for word in familiar():
        found[word] = min(found.get(word, UNSEEN), FAMILIAR)
    return {word: bits for word, bits in found.items() if bits < UNSEEN}


def level(share: float) -> int:
    """Half bits of a share of events."""
    return min(UNSEEN, round(-2 * log2(share)))


def familiar() -> Iterator[str]:
    """Words that stand for parties and countries."""
    for entry in ActorTable.load():
        for name in (entry.name, *entry.aliases):
            yield from (word for word in words_of(name) if len(word) > SHORT)
    for name in sorted(countries().keys()):
        yield from (word for word in words_of(name) if len(word) > SHORT)


def lines(levels: dict[str, int]) -> Iterator[str]:
    """The table as text: level, then words in order, wrapped."""
    by_level = defaultdict(list)
    for word, bits in levels.items():
        by_level[bits].append(word)
    for bits in sorted(by_level):
        line = str(bits)
        for word in sorted(by_level[bits]):
            if len(line) + len(word) + 1 > WIDTH:
                yield line + "\n"
                line = str(bits)
            line += " " + word
        yield line + "\n"


def gva(data: Path) -> Iterator[set[str]]:
    """The words of each incident of the training split."""
    home = {
        row["doc_id"]: row["incident_ids"][0]
        for row in rows(data / "gva_incidents/gold.train.jsonl")
        if len(row["incident_ids"]) == 1 and not row["noisy"]
    }
    events: dict[str, set[str]] = defaultdict(set)
    for row in rows(data / "gva_incidents/docs.train.jsonl"):
        if row["doc_id"] in home:
            events[home[row["doc_id"]]].update(content_words(f"{row['title'] or ''}\n{row['text']}"))
    return iter(events.values())


def muc4(data: Path) -> Iterator[set[str]]:
    """The words of each training document."""
    return (set(content_words(row["doctext"])) for row in rows(data / "muc4/train.jsonl"))


def airwars(data: Path) -> Iterator[set[str]]:
    """The words of each training assessment."""
    return (set(content_words("\n".join(row["paras"]))) for row in rows(data / "airwars_gaza/reports.train.jsonl"))


def own() -> Iterator[set[str]]:
    """The words of each of our own reports."""
    for path in sorted(REPORTS.glob("*.txt")):
        yield set(content_words(text_of(f"own:{path.stem}", HOME)))


def rows(path: Path) -> Iterator[dict]:  # type: ignore[type-arg]
    """The objects of JSON Lines."""
    with path.open(encoding="utf-8") as source:
        for line in source:
            yield json.loads(line)


if __name__ == "__main__":
    main()
