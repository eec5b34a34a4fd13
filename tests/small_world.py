"""A reader and a way to derive that are small enough to see through, for tests of what stores and runs them.

A text is lines such as "Bomb in Zorn on 2021-05-03 killed 4."; each is a mention, and lines of one place and day in
several reports are one incident.
"""

import hashlib
import re
import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import msgspec

from annals.model import (
    Account,
    Claim,
    Corroboration,
    CountValue,
    DateValue,
    Figure,
    Incident,
    IncidentReport,
    Judgement,
    Mention,
    PlaceValue,
    Quote,
    Report,
    RuledClaim,
    Span,
)
from annals.model.derived import Derived, Home
from annals.model.ids import content_id
from annals.model.rules import RuleSet
from annals.pipeline import Pipeline, chronological

LINE = re.compile(r"Bomb in (\w+) on ([\d-]+) killed (\d+)\.")


def report(text: str, *, given_id: str | None = None, origin: str | None = None, url: str | None = None) -> Report:
    """A report whose id is from its text alone."""
    return Report(
        report_id=content_id("r", text),
        text=text,
        title=text.partition("\n")[0],
        url=url,
        given_id=given_id,
        origin=origin,
        raw_sha256=hashlib.sha256(text.encode()).hexdigest(),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
    )


class LineReader(msgspec.Struct, frozen=True, kw_only=True):
    """Reads the lines of a text."""

    name: str = "lines 1"

    def read(self, report: Report) -> Account:
        if "unreadable" in report.text:
            raise ValueError("a line that no one can read")
        return Account(
            report_id=report.report_id,
            reader=self.name,
            mentions=tuple(mention(report.report_id, found) for found in LINE.finditer(report.text)),
        )


def mention(report_id: str, found: re.Match[str]) -> Mention:
    quote = Quote(start=found.start(), end=found.end(), exact=found[0])
    trigger = Quote(start=found.start(), end=found.start() + 4, exact="Bomb")
    values = (
        ("place", PlaceValue(name=found[1], country="ZZ", precision="town"), found[1]),
        ("date", DateValue(edtf=found[2], start=found[2], end=found[2], precision="day", basis="stated"), found[2]),
        ("killed", CountValue(low=int(found[3]), high=int(found[3])), found[3]),
    )
    return Mention(
        mention_id=content_id("m", report_id, found.start()),
        report_id=report_id,
        trigger=trigger,
        sentence=quote,
        sub_event_type="Remote explosive/landmine/IED",
        claims=tuple(
            Claim(
                claim_id=content_id("c", report_id, found.start(), field),
                field=field,  # type: ignore[arg-type]
                value=value,
                words=words,
                report_id=report_id,
                quote=quote,
            )
            for field, value, words in values
        ),
    )


def derive(
    reports: Sequence[Report],
    accounts: Sequence[Account],
    judgements: Sequence[Judgement],
    _: RuleSet = "representative",
) -> Derived:
    """One incident for each place and day."""
    mentions = sorted((m for account in accounts for m in account.mentions), key=lambda m: (_where(m), m.mention_id))
    by_id = {report.report_id: report for report in reports}
    groups = [list(group) for _, group in groupby(mentions, _where)]
    homes = (
        Home(mention_id=m.mention_id, own_id=content_id("i", m.mention_id), incident_id=_incident_id(group))
        for group in groups
        for m in group
    )
    return Derived(
        incidents=tuple(sorted((_incident(group, by_id) for group in groups), key=chronological)),
        homes=tuple(sorted(homes, key=lambda home: home.mention_id)),
    )


def _incident_id(group: list[Mention]) -> str:
    return content_id("i", group[0].mention_id)


def _where(mention: Mention) -> tuple[str, str]:
    place, date, _ = mention.claims
    return place.words, date.words


def _incident(group: list[Mention], reports: dict[str, Report]) -> Incident:
    claims = [claim for mention in group for claim in mention.claims]
    counts = sorted({claim.value.low for claim in claims if isinstance(claim.value, CountValue) and claim.value.low})
    date = next(claim.value for claim in claims if isinstance(claim.value, DateValue))
    place = next(claim.value for claim in claims if isinstance(claim.value, PlaceValue))
    ids = [content_id("i", mention.mention_id) for mention in group]
    tellers = sorted({mention.report_id for mention in group})
    killed = Span(low=counts[0], best=counts[0], high=counts[-1]) if counts else Span(low=0, best=0, high=0)
    silent = Figure()
    return Incident(
        incident_id=ids[0],
        aliases=tuple(ids[1:]),
        title=f"Bomb, {place.name}",
        event_type="Explosions/Remote violence",
        sub_event_type="Remote explosive/landmine/IED",
        date=date,
        place=place,
        killed=Figure(low=killed.low, best=killed.best, high=killed.high, state="reported", rule="lowest"),
        wounded=silent,
        missing=silent,
        abducted=silent,
        corroboration=Corroboration(reports=len(tellers), origins=len(tellers), grade="fair", grade_reason="counted"),
        disagreements=("killed",) if len(counts) > 1 else (),
        claims=tuple(
            RuledClaim(
                claim_id=claim.claim_id,
                field=claim.field,
                value=claim.value,
                words=claim.words,
                report_id=claim.report_id,
                quote=claim.quote,
                speaker=claim.speaker,
                hedge=claim.hedge,
                stance=claim.stance,
                state="supports",
                reason="as told",
            )
            for claim in claims
        ),
        reports=tuple(
            IncidentReport(
                report_id=name,
                title=reports[name].title,
                publisher=None,
                url=reports[name].url,
                published=None,
                copy_of=None,
            )
            for name in tellers
        ),
    )


def lines(name: str = "lines 1", *, worker: str = "serve") -> Pipeline:
    """A pipeline of the above; `worker` is the first argument of tests/small_worker.py, "" for none."""
    script = str(Path(__file__).with_name("small_worker.py"))
    command = (sys.executable, script, worker, name) if worker else ()
    return Pipeline(load=lambda: LineReader(name=name), derive=derive, date=lambda *_: {}, worker=command)


def some_reports(count: int) -> list[Report]:
    """Reports about `count // 3` bombs or so, told with differing numbers."""
    return [
        report(f"Report {n}\nBomb in Town{n % (count // 3 or 1)} on 2021-05-{n % 7 + 1:02} killed {n % 5}.\n")
        for n in range(count)
    ]


def plain(incidents: Sequence[Incident]) -> bytes:
    """What two equal lists of incidents have in common, to the byte."""
    return msgspec.json.encode(incidents)
