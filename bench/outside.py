"""Yardsticks made by others: reports with hand-coded incidents. Their folders hold the scorers; texts stay there."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from annals.collect.report import report_of
from annals.ledger import Ledger
from annals.model import Account, Incident, Mention
from annals.model.geo import km_between
from annals.model.incident import Figure
from annals.pipeline import HarmonisingReader, derive, load_reader
from bench import counting, muc4
from bench.page import percent, table
from bench.running import annals

Json = dict[str, Any]
_PLACE_KM = 10.0


def section(data: Path, folder: Path) -> str:
    """The tables in Markdown, of the sets that are there."""
    parts = []
    if (data / "gva_incidents").is_dir():
        parts.append(_gva(data / "gva_incidents", folder))
    if (data / "semeval2018_t5_trial").is_dir():
        parts.append(counting.section(data / "semeval2018_t5_trial", folder))
    if (data / "airwars_gaza").is_dir():
        parts.append(_airwars(data / "airwars_gaza", folder))
    if (data / "muc4").is_dir():
        parts.append(muc4.section(data / "muc4", folder))
    return "\n".join(parts) or "Not measured: no set was there.\n"


def gva_ledger(source: Path, folder: Path) -> Path:
    """The ledger of the reports of gva_incidents, dev, in `folder`; built where it is not there."""
    given, ledger = folder / "gva.jsonl", folder / "gva.db"
    if not ledger.exists():
        _write(given, (counting.as_input(document) for document in _lines(source / "docs.dev.jsonl")))
        annals("build", given, "--ledger", ledger)
    return ledger


def _gva(source: Path, folder: Path) -> str:
    ledger, said = gva_ledger(source, folder), folder / "gva.records.jsonl"
    documents = list(_lines(source / "docs.dev.jsonl"))
    _write(said, gva_records(ledger))
    gold = ("--gold", source / "gold.dev.jsonl", "--incidents", source / "incidents.dev.jsonl")
    scored = _scored(source, *gold, "--system", said)
    groups, fields = scored["clustering"], scored["fields"]
    names = {"pairs": "pairs of reports", "b3": "B3", "lea": "LEA", "exact": "exactly right groups"}
    names |= {"killed": "killed", "injured": "injured", "date": "date", "date_1d": "date within a day"}
    names |= {"state": "state", "place_25km": "place within 25 km"}
    rows = [[words, *_prf((groups | fields)[key])] for key, words in names.items() if key in groups | fields]
    counts = scored["records"]
    return (
        f"### gva_incidents, dev\n\n{len(documents)} reports of shootings in the United States, one ledger; "
        f"{counts['gold']} incidents. A report belongs to the incident of its main mention: the one told as news with "
        f"most claims, the first of equals. annals made {counts['system']} groups; reports in none count as groups of "
        f"their own. Fields are right over incidents matched by their reports. Mean of MUC, B3 and CEAF-e F1 (CoNLL): "
        f"{percent(groups['conll'])}.\n\n" + table(["figure", "P", "R", "F1"], rows)
    )


def gva_records(path: Path) -> Iterator[Json]:
    """The incidents of a ledger, each with the documents whose main mention it holds, in the form of the scorer."""
    with Ledger.open(path) as ledger:
        incidents = ledger.incidents()
        holder = {claim.claim_id: n for n, incident in enumerate(incidents) for claim in incident.claims}
        members: dict[int, list[str]] = {}
        for report in ledger.reports():
            mention = main_mention(ledger.account(report.report_id))
            homes = {holder[claim.claim_id] for claim in mention.claims if claim.claim_id in holder} if mention else ()
            for home in sorted(homes)[:1]:
                members.setdefault(home, []).append(report.given_id or report.report_id)
    for number, documents in members.items():
        incident = incidents[number]
        yield {
            "record_id": incident.incident_id,
            "docs": documents,
            "date": incident.date.start if incident.date.precision == "day" else None,
            "state": incident.place.admin1,
            "city": incident.place.name,
            "lat": incident.place.lat,
            "lon": incident.place.lon,
            "killed": count(incident.killed),
            "injured": count(incident.wounded),
        }


def main_mention(account: Account) -> Mention | None:
    """What a report is about: of what it tells as news, else of what it recalls, the mention with most claims."""
    told = [mention for mention in account.mentions if mention.realis == "actual" and not mention.aggregate]
    return max(told, key=lambda m: (m.prominence == "reported", len(m.claims), -m.trigger.start), default=None)


def count(figure: Figure) -> Json | None:
    """A toll in the form of the scorers; None where no report gives a figure."""
    if figure.best is None and figure.low is None:
        return None
    best = figure.best if figure.best is not None else figure.low
    low = figure.low if figure.low is not None else best
    return {"min": low, "max": figure.high if figure.high is not None else best, "best": best}


def _airwars(source: Path, folder: Path) -> str:
    rows, dates, places = [], "", ""
    loaded = load_reader("trained")
    pages = list(_lines(source / "reports.dev.jsonl"))
    for name, first in (("shown", 0), ("hidden", 1)):
        said = folder / f"airwars.{name}.jsonl"
        _write(said, (airwars_record(page["id"], page["paras"][first:], loaded) for page in pages))
        scored = _scored(source, "--gold", source / "gold.dev.jsonl", "--system", said)
        for field in ("killed", "injured"):
            part = scored[field]
            shares = [percent(part[key]) for key in ("exact", "min", "max", "overlap", "inside")]
            rows.append([f"{field}, first paragraph {name}", str(part["n"]), *shares, percent(part["spread"]["f1"])])
        if first == 0:
            dates = f"Date right, first paragraph shown: {percent(scored['date']['exact'])} of {scored['date']['n']}."
            places = _near(list(_lines(source / "gold.dev.jsonl")), {row["id"]: row for row in _lines(said)})
    columns = ["figure", "n", "exact range", "low right", "high right", "overlap", "holds the gold's", "spread F1"]
    return (
        f"### airwars_gaza, dev\n\n{len(pages)} assessments of air strikes, each a ledger of its own; the record is "
        "the incident of the main mention. Each assessment retells several sources, and the first paragraph mostly "
        f"sums them up. No publication date is given. {dates} {places}\n\n" + table(columns, rows)
    )


def _near(gold: list[Json], said: Mapping[str, Json]) -> str:
    """How many records lie within 10 km of the gold's point, of those that have one."""
    wanted = [row for row in gold if row["lat"] is not None and row["lon"] is not None]
    offs = [
        km_between(row["lat"], row["lon"], told["lat"], told["lon"])
        for row in wanted
        if (told := said.get(row["id"], {})).get("lat") is not None
    ]
    share = percent(sum(off <= _PLACE_KM for off in offs) / len(wanted))
    return f"Place within {_PLACE_KM:.0f} km: {share} of {len(wanted)} with a point; {len(offs)} got one."


def airwars_record(name: str, paragraphs: list[str], loaded: HarmonisingReader) -> Json:
    """The incident that one assessment is about, in the form of the scorer."""
    text = "\n\n".join(paragraphs) or "-"
    report = report_of(text=text, raw=text.encode(), given_id=name)
    account = loaded.read(report)
    mention = main_mention(account)
    wanted = {claim.claim_id for claim in mention.claims} if mention else set()
    found = [incident for incident in derive([report], [account], []).incidents if _holds(incident, wanted)]
    if not found:
        return {"id": name}
    incident = found[0]
    date = incident.date.start if incident.date.precision == "day" else None
    made = {"id": name, "date": date, "lat": incident.place.lat, "lon": incident.place.lon}
    return {**made, "killed": count(incident.killed), "injured": count(incident.wounded)}


def _holds(incident: Incident, claims: set[str]) -> bool:
    return any(claim.claim_id in claims for claim in incident.claims)


def _prf(part: Mapping[str, Any]) -> list[str]:
    precision, recall = part["p"], part["r"]
    both = part.get("f1", 2 * precision * recall / (precision + recall) if precision + recall else 0.0)
    return [percent(precision), percent(recall), percent(both)]


def _scored(source: Path, *arguments: str | Path) -> Json:
    command = [sys.executable, source / "score.py", *arguments, "--json"]
    found: Json = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    return found


def _lines(path: Path) -> Iterator[Json]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _write(path: Path, objects: Iterable[Json]) -> None:
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(made) + "\n" for made in objects)
