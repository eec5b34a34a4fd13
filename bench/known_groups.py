"""Shootings whose reports are given in their true groups: whether killed, injured, day and place come out right.

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
from annals.model import Account, Incident, PlaceValue, Report
from annals.model.geo import km_between
from annals.model.incident import Figure
from annals.pipeline import HarmonisingReader, derive
from annals.reference.tables import References
from bench.intervals import wilson
from bench.outside import main_mention
from bench.page import between, percent, table

Json = dict[str, Any]
_PLACE_KM = 25.0


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
    whole: Counter[str] = Counter()
    known = [name for name in groups if name in incidents]
    for name in known:
        for field, hit in _marks(_record(groups[name], reader), incidents[name]).items():
            right[field] += hit
            whole[field] += 1
    rows = [
        [field, f"{right[field]}/{whole[field]}", percent(right[field] / whole[field]),
         between(wilson(right[field], whole[field]))]
        for field in whole
    ]  # fmt: skip
    return (
        f"### gva_incidents, dev, true groups given\n\n{len(known)} incidents; the figures of the record that holds "
        "most of a group's main mentions, none told counting as 0; its day, right where it is the archive's; and its "
        "point. Always the commonest: both right in 43 %; the day of the first report: 49 %.\n\n"
        + table(["right", "n", "%", "95 %"], rows)
    )


def _marks(best: Incident | None, wanted: Json) -> dict[str, bool]:
    """Which fields of a record are right; the place only where the archive has a point.

    "Where a record was made" leaves out the incidents of which nothing was read.
    """
    told = (_best(best.killed), _best(best.wounded)) if best is not None else (0, 0)
    marks = {
        "killed": told[0] == wanted["killed"],
        "injured": told[1] == wanted["injured"],
        "both": told == (wanted["killed"], wanted["injured"]),
        "date": _day(best) == wanted["date"],
    }
    placed = wanted["lat"] is not None and wanted["lon"] is not None
    if placed:
        marks["place within 25 km"] = best is not None and _near(best.place, wanted)
    if best is not None:
        made = ("date", "place within 25 km") if placed else ("date",)
        marks |= {f"{field}, where a record was made": marks[field] for field in made}
    return marks


def _day(record: Incident | None) -> str | None:
    return record.date.start if record is not None and record.date.precision == "day" else None


def _near(place: PlaceValue, wanted: Json) -> bool:
    if place.lat is None or place.lon is None:
        return False
    return km_between(place.lat, place.lon, wanted["lat"], wanted["lon"]) <= _PLACE_KM


def _record(documents: Sequence[Json], reader: HarmonisingReader) -> Incident | None:
    """The record that the documents' main mentions made; None where nothing was read."""
    reports: dict[str, Report] = {}
    for document in documents:
        text = "\n\n".join(part for part in (document["title"], document["text"]) if part) or "-"
        report = report_of(
            text=text,
            raw=text.encode(),
            title=document["title"] or None,
            url=document["uri"],
            published=document["dct"],
            given_id="-",
        )
        reports[report.report_id] = report
    accounts = [reader.read(report) for report in reports.values()]
    found = derive(list(reports.values()), accounts, []).incidents
    return _most_told(found, accounts)


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
