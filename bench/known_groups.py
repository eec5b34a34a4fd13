"""Shootings whose reports are given in their true groups: whether killed, injured and the day come out right.

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
        record = _record(groups[name], reader)
        told = (_best(record.killed), _best(record.wounded)) if record is not None else (0, 0)
        wanted = (incidents[name]["killed"], incidents[name]["injured"])
        right["killed"] += told[0] == wanted[0]
        right["injured"] += told[1] == wanted[1]
        right["both"] += told == wanted
        right["date"] += _day(record) == incidents[name]["date"]
        right["date, where a record was made"] += record is not None and _day(record) == incidents[name]["date"]
        right["records"] += record is not None
    of = dict.fromkeys(("killed", "injured", "both", "date"), len(known))
    of["date, where a record was made"] = right["records"]
    rows = [
        [field, percent(right[field] / whole) if whole else "-", between(wilson(right[field], whole))]
        for field, whole in of.items()
    ]
    return (
        f"### gva_incidents, dev, true groups given\n\n{len(known)} incidents; the figures of the record that holds "
        "most of a group's main mentions, none told counting as 0, and its day, right where it is the archive's. "
        "Always the commonest: both right in 43 %; the day of the first report: 49 %.\n\n"
        + table(["right", "%", "95 %"], rows)
    )


def _record(documents: Sequence[Json], reader: HarmonisingReader) -> Incident | None:
    """The record that the documents' main mentions made; None where nothing was read."""
    reports: dict[str, Report] = {}
    for document in documents:
        text = "\n\n".join(part for part in (document["title"], document["text"]) if part) or "-"
        report = report_of(
            text=text, raw=text.encode(), title=document["title"] or None, published=document["dct"], given_id="-"
        )
        reports[report.report_id] = report
    accounts = [reader.read(report) for report in reports.values()]
    found = derive(list(reports.values()), accounts, []).incidents
    return _most_told(found, accounts)


def _day(record: Incident | None) -> str | None:
    return record.date.start if record is not None and record.date.precision == "day" else None


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
