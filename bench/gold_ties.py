"""The labelled lists of ties and responses: short reports of our own, each case built as a ledger of its own."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from annals.collect.report import report_of
from annals.extract import reader
from annals.model import Account, Report, Response
from annals.model.derived import Derived
from annals.pipeline import derive, load_reader
from annals.reference.tables import References
from bench.gold_lists import ROOT, Marked

TIES = ROOT / "bench" / "gold" / "ties.jsonl"
RESPONSES = ROOT / "bench" / "gold" / "responses.jsonl"

Case = dict[str, Any]
Link = tuple[str, str, str]
Span = tuple[int, int, int]
"""Index of the report, start and end (exclusive)."""


def marked() -> Iterator[Marked]:
    """Read each list and mark it."""
    loaded = load_reader("trained")
    ties = []
    for case in cases(TIES):
        reports = [_report(text, case["published"]) for text in case["reports"]]
        accounts = [loaded.read(report) for report in reports]
        ties.append((case, *_links(case, reports, accounts, derive(reports, accounts, []))))
    yield _mark("ties between incidents", TIES, ties)
    extractor = reader("trained", References.load())
    read = []
    for case in cases(RESPONSES):
        found = extractor.read(_report(case["text"], "2024-03-07")).responses
        read.append((case, *_answers(case, found)))
    yield _mark("responses", RESPONSES, read)


def cases(path: Path) -> list[Case]:
    """The cases of a list."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _report(text: str, published: str) -> Report:
    return report_of(text=text, raw=text.encode(), published=published)


def _links(
    case: Case, reports: Sequence[Report], accounts: Sequence[Account], derived: Derived
) -> tuple[list[str], list[str], list[str]]:
    """What is right, missed and invented among the links of a case, in words."""
    place = {report.report_id: number for number, report in enumerate(reports)}
    home = {h.mention_id: h.incident_id for h in derived.homes}
    spans: dict[str, set[Span]] = {}
    for account in accounts:
        for mention in account.mentions:
            where = spans.setdefault(home.get(mention.mention_id, ""), set())
            for quote in (mention.trigger, *(claim.quote for claim in mention.claims)):
                where.add((place[account.report_id], quote.start, quote.end))
    spans.pop("", None)
    known = {name: _incident(anchors, spans) or f"?{name}" for name, anchors in case["events"].items()}
    wanted = {(known[source], relation, known[target]) for source, relation, target in case["links"]}
    found: set[Link] = set()
    for incident in derived.incidents:
        for link in incident.links:
            tie = (incident.incident_id, link.relation, link.to)
            back = (link.to, link.relation, incident.incident_id)
            found.add(back if link.relation == "same_campaign" and back in wanted else tie)
    words = {name: event for event, name in known.items()}
    told = [[" ".join(words.get(part, part) for part in tie) for tie in sorted(some)] for some in
            (wanted & found, wanted - found, found - wanted)]  # fmt: skip
    return told[0], told[1], told[2]


def _incident(anchors: Sequence[Sequence[int]], spans: dict[str, set[Span]]) -> str | None:
    """The incident whose quotes share most code points with the stretches that name an event; None where none does."""
    shared = {
        name: sum(
            max(0, min(end, stop) - max(start, begin))
            for report, start, end in own
            for where, begin, stop in anchors
            if where == report
        )
        for name, own in spans.items()
    }
    best = max(sorted(shared), key=lambda name: shared[name], default=None)
    return best if best is not None and shared[best] else None


def _answers(case: Case, found: Sequence[Response]) -> tuple[list[str], list[str], list[str]]:
    """What is right, missed and invented among the responses of a case, in words."""
    text = case["text"]
    left = list(found)
    right, missed = [], []
    for wanted in case["responses"]:
        actor = text[slice(*wanted["actor"])]
        whom = text[slice(*wanted["recipient"])] if wanted["recipient"] else None
        fitting = next(
            (
                one
                for one in left
                if (one.category, one.realis) == (wanted["category"], wanted["realis"])
                and _alike(one.actor, actor)
                and (whom is None or _alike(one.recipient, whom))
            ),
            None,
        )
        said = f"{wanted['category']} {actor}{f' to {whom}' if whom else ''}"
        if fitting is None:
            missed.append(said)
        else:
            left.remove(fitting)
            right.append(said)
    return right, missed, [f"{one.category} {one.actor}" for one in left]


def _alike(words: str | None, wanted: str) -> bool:
    """Whether one holds the other, or both end with the same word."""
    if not words:
        return False
    one, other = words.lower(), wanted.lower()
    return one in other or other in one or one.split()[-1] == other.split()[-1]


def _mark(name: str, path: Path, read: Sequence[tuple[Case, list[str], list[str], list[str]]]) -> Marked:
    parts: dict[str, tuple[int, int]] = {}
    wrong = []
    for case, right, missed, invented in read:
        half = case["half"]
        before = parts.get(half, (0, 0))
        parts[half] = (before[0] + len(right), before[1] + len(right) + len(missed))
        spare = parts.get(f"{half}, invented", (0, 0))
        parts[f"{half}, invented"] = (spare[0], spare[1] + len(invented))
        wrong += [f"{case['id']}: missed {one}" for one in missed]
        wrong += [f"{case['id']}: invented {one}" for one in invented]
    about = " ".join(path.with_suffix(".md").read_text("utf-8").split("\n", 1)[1].split())
    return Marked(name=name, about=about, parts=parts, wrong=wrong)
