"""Questions that count incidents, answered by asking the ledger (SemEval-2018 Task 5, subtask 2).

"How many killing events happened in March 2017 in Detroit?": each question gives a kind (killing, injuring) and two of
a time, a place and a name. Counted are those incidents of which the record's toll, days and place fit, and whose
reports use the name; their reports are the answer's documents. Nothing but the reports and the questions is read.
"""

import calendar
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from annals.english.folding import name_key, words_of
from annals.ledger import Ledger
from annals.model import Incident
from annals.model.geo import km_between
from annals.reference.gazetteer import Gazetteer
from annals.store.filter import Filter
from bench.page import percent, table
from bench.running import annals

Json = dict[str, Any]
_CITY_KM = 25.0
"""Beyond the radius of the record's place: parts of a city and its suburbs count as the city."""
_WHERE = re.compile(r" in \(('.*?),?\) \((?:city|state)\)")
_QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")


def section(source: Path, folder: Path) -> str:
    """The table in Markdown."""
    given, path, said = folder / "t5.jsonl", folder / "t5.db", folder / "t5.answers.json"
    with (source / "docs.jsonl").open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    given.write_text("".join(json.dumps(as_input(document)) + "\n" for document in documents), encoding="utf-8")
    annals("build", given, "--ledger", path)
    questions = json.loads((source / "questions.json").read_text(encoding="utf-8"))
    said.write_text(json.dumps(answers(path, questions)), encoding="utf-8")
    asked = ("--gold", source / "answers.json", "--questions", source / "questions.json", "--system", said)
    command: list[str | Path] = [sys.executable, source / "score.py", *asked, "--json"]
    scored = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
    parts = {"all questions": scored["all"], **scored["by"]}
    rows = [
        [
            name,
            str(part["questions"]),
            *(percent(part[key] / 100) for key in ("doc_p", "doc_r", "doc_f1", "accuracy")),
            f"{part['rmse']:.1f}",
        ]
        for name, part in parts.items()
    ]
    return (
        f"### semeval2018_t5_trial\n\n{len(questions)} questions that count shootings over {len(documents)} reports, "
        "all answered by queries of one ledger. Documents: over the reports of the incidents that an answer counts, "
        "averaged over questions. Keywords and dates alone give a document F1 of 39.8.\n\n"
        + table(["questions", "n", "document P", "R", "F1", "number right", "RMSE of the number"], rows)
    )


def answers(path: Path, questions: Mapping[str, Json]) -> dict[str, Json]:
    """Question id -> the number, and the reports by incident, in the form of the scorer."""
    gazetteer = Gazetteer.open()
    with Ledger.open(path) as ledger:
        names = {report.report_id: report.given_id or report.report_id for report in ledger.reports()}
        words = {report.report_id: frozenset(words_of(report.text)) for report in ledger.reports()}
        asked: dict[tuple[str, str], Sequence[Incident]] = {}
        found = {}
        for name, question in questions.items():
            times = _times(question)
            if times not in asked:
                asked[times] = ledger.incidents(Filter(since=times[0], until=times[1]) if times[0] else None)
            counted = {
                incident.incident_id: sorted({names[report.report_id] for report in incident.reports})
                for incident in asked[times]
                if _of_kind(incident, question["event_type"])
                and _at(incident, question, gazetteer)
                and _involving(incident, question, words)
            }
            found[name] = {"numerical_answer": len(counted), "answer_docs": counted}
    return found


def as_input(document: Json) -> Json:
    """A report of the archive in annals' form."""
    title = document["title"] or None
    text = "\n\n".join(part for part in (title, document["text"]) if part)
    told = {"title": title, "text": text or "-", "url": document["uri"], "published": document["dct"]}
    return {"id": document["doc_id"], **told}


def _of_kind(incident: Incident, kind: str) -> bool:
    figure = incident.killed if kind == "killing" else incident.wounded
    return (figure.best or figure.low or 0) > 0


def _times(question: Json) -> tuple[str, str]:
    """First and last day asked for, ISO; empty where any time will do."""
    time = question.get("time", {})
    if "day" in time:
        day, month, year = time["day"].split("/")
        return f"{year}-{month}-{day}", f"{year}-{month}-{day}"
    if "month" in time:
        month, year = time["month"].split("/")
        return f"{year}-{month}-01", f"{year}-{month}-{calendar.monthrange(int(year), int(month))[1]}"
    if "year" in time:
        return f"{time['year']}-01-01", f"{time['year']}-12-31"
    return "", ""


def _at(incident: Incident, question: Json, gazetteer: Gazetteer) -> bool:
    """Whether the record's place lies in the state, or in or near the city, that is asked for."""
    asked = _WHERE.search(question["verbose_question"])
    if "location" not in question or asked is None:
        return "location" not in question
    state, *cities = [single or double for single, double in _QUOTED.findall(asked[1])]
    place = incident.place
    if place.admin1 is None or name_key(place.admin1) != name_key(state):
        return False
    if not cities:
        return True
    if place.name is not None and name_key(place.name) == name_key(cities[0]):
        return True
    if place.lat is None or place.lon is None:
        return False
    reach = _CITY_KM + min(place.radius_m or 0, 10_000) / 1000
    return any(km_between(place.lat, place.lon, lat, lon) <= reach for lat, lon in _points(gazetteer, cities[0], state))


def _points(gazetteer: Gazetteer, city: str, state: str) -> Iterator[tuple[float, float]]:
    for found in gazetteer.lookup(city):
        if found.country == "US" and found.admin1 and name_key(found.admin1) == name_key(state):
            yield found.lat, found.lon


def _involving(incident: Incident, question: Json, words: Mapping[str, Iterable[str]]) -> bool:
    """Whether a report of the incident uses the name that is asked for."""
    if "participant" not in question:
        return True
    name = {word for value in question["participant"].values() for word in words_of(value)}
    return any(name <= set(words[report.report_id]) for report in incident.reports)
