"""Shootings whose reports are given in their true groups: whether killed and injured come out right.

Linking is left aside so. The archive counts accidents and suicides, which are no incidents to annals: here the reader
is asked for them too.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from annals.collect.report import report_of
from annals.extract.trained.reader import TrainedReader
from annals.model import Account, Incident, Report
from annals.model.incident import Figure
from annals.pipeline import HarmonisingReader, derive
from annals.reference.tables import References
from bench.intervals import wilson
from bench.outside import main_mention
from bench.page import between, percent, table

Json = dict[str, Any]


def section(source: Path) -> str:
    """The table in Markdown."""
    references = References.load()
    reader = HarmonisingReader(extractor=TrainedReader(references, accidents=True), references=references)
    incidents = {row["incident_id"]: row for row in _rows(source / "incidents.dev.jsonl")}
    gold = {row["doc_id"]: row["incident_ids"] for row in _rows(source / "gold.dev.jsonl")}
    groups: dict[str, list[Json]] = defaultdict(list)
    for document in _rows(source / "docs.dev.jsonl"):
        if len(gold[document["doc_id"]]) == 1:
            groups[gold[document["doc_id"]][0]].append(document)
    right: Counter[str] = Counter()
    known = [name for name in groups if name in incidents]
    for name in known:
        told, wanted = _told(groups[name], reader), (incidents[name]["killed"], incidents[name]["injured"])
        right["killed"] += told[0] == wanted[0]
        right["injured"] += told[1] == wanted[1]
        right["both"] += told == wanted
    rows = [
        [field, percent(right[field] / len(known)), between(wilson(right[field], len(known)))]
        for field in ("killed", "injured", "both")
    ]
    return (
        f"### gva_incidents, dev, true groups given\n\n{len(known)} incidents; the figures of the record that holds "
        "most of a group's main mentions, none told counting as 0. Always the commonest: both right in 43 %.\n\n"
        + table(["right", "%", "95 %"], rows)
    )


def _told(documents: Sequence[Json], reader: HarmonisingReader) -> tuple[int, int]:
    reports: dict[str, Report] = {}
    for document in documents:
        text = "\n\n".join(part for part in (document["title"], document["text"]) if part) or "-"
        report = report_of(
            text=text, raw=text.encode(), title=document["title"] or None, published=document["dct"], given_id="-"
        )
        reports[report.report_id] = report
    accounts = [reader.read(report) for report in reports.values()]
    found = derive(list(reports.values()), accounts, []).incidents
    best = _most_told(found, accounts)
    return (_best(best.killed), _best(best.wounded)) if best is not None else (0, 0)


def _most_told(incidents: Sequence[Incident], accounts: Sequence[Account]) -> Incident | None:
    holder = {claim.claim_id: n for n, incident in enumerate(incidents) for claim in incident.claims}
    votes: Counter[int] = Counter()
    for account in accounts:
        mention = main_mention(account)
        if mention is not None:
            votes.update({holder[c.claim_id] for c in mention.claims if c.claim_id in holder})
    return incidents[votes.most_common(1)[0][0]] if votes else None


def _best(figure: Figure) -> int:
    return figure.best if figure.best is not None else figure.low or 0


def _rows(path: Path) -> list[Json]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
