"""Reports in our own words, read from the text to the records: which incidents are found, and which are made up."""

import tomllib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from annals.collect.report import report_of
from annals.model import Account, Incident
from annals.pipeline import derive, load_reader

Wanted = dict[str, Any]
REPORTS: list[Wanted] = tomllib.loads(Path(__file__).with_name("incidents.toml").read_text("utf-8"))["report"]


@dataclass
class Outcome:
    """How the records of one report stand to those wanted."""

    found: dict[int, Incident] = field(default_factory=dict)
    split: list[Incident] = field(default_factory=list)
    false: list[Incident] = field(default_factory=list)


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    reader = load_reader("trained")
    made = {}
    for wanted in REPORTS:
        text = wanted["text"].strip() + "\n"
        report = report_of(text=text, raw=text.encode(), published=wanted["published"])
        account = reader.read(report)
        outcome = made[wanted["name"]] = Outcome()
        for incident in derive([report], [account], []).incidents:
            number = _told(incident, account, text, wanted.get("incident", []))
            if number is None:
                outcome.false.append(incident)
            elif number in outcome.found:
                outcome.split.append(incident)
            else:
                outcome.found[number] = incident
    return made


def _told(incident: Incident, account: Account, text: str, wanted: list[Wanted]) -> int | None:
    """Which of the wanted incidents a record rests on most; None where it rests on none."""
    claims = {claim.claim_id for claim in incident.claims}
    votes: Counter[int] = Counter()
    for mention in account.mentions:
        if claims.isdisjoint(c.claim_id for c in mention.claims):
            continue
        quotes = [(mention.trigger, 3), *((claim.quote, 1) for claim in mention.claims)]
        for number, one in enumerate(wanted):
            for words in one["told"]:
                at = text.index(words)
                votes[number] += sum(v for q, v in quotes if q.start < at + len(words) and at < q.end)
    return next((number for number, count in votes.most_common(1) if count), None)


@pytest.mark.parametrize("wanted", REPORTS, ids=lambda wanted: str(wanted["name"]))
def test_the_words_of_every_incident_stand_once_in_the_report(wanted: Wanted) -> None:
    for incident in wanted.get("incident", []):
        for words in incident["told"]:
            assert wanted["text"].count(words) == 1, words


def test_most_incidents_are_found_and_few_are_made_up(outcomes: dict[str, Outcome]) -> None:
    main = {(r["name"], n) for r in REPORTS for n, i in enumerate(r.get("incident", [])) if not i.get("recalled")}
    found = {(name, number) for name, outcome in outcomes.items() for number in outcome.found}
    surplus = [i.title for outcome in outcomes.values() for i in (*outcome.false, *outcome.split)]
    assert len(found & main) >= 19, sorted(main - found)
    assert len(surplus) <= 3, surplus


def test_days_types_and_tolls_of_what_is_found_are_mostly_right(outcomes: dict[str, Outcome]) -> None:
    right: Counter[str] = Counter()
    for wanted in REPORTS:
        for number, incident in outcomes[wanted["name"]].found.items():
            one = wanted["incident"][number]
            values = {"date": incident.date.edtf, "type": incident.sub_event_type, "killed": incident.killed.low}
            for name in values.keys() & one.keys():
                right[name] += values[name] == one[name]
                right[f"{name} in all"] += 1
    for name in ("date", "type", "killed"):
        assert right[name] / right[f"{name} in all"] >= 0.7, right


@pytest.mark.parametrize("name", ["negative: trial", "negative: warnings"])
def test_trials_and_warnings_make_no_incident_of_their_own(name: str, outcomes: dict[str, Outcome]) -> None:
    assert outcomes[name].false == []
