"""A small made-up world of records: reports of our own, the claims they make and the incident they add up to."""

from typing import Any

import msgspec

from annals.model import (
    Actor,
    ActorValue,
    Corroboration,
    CountValue,
    DateValue,
    EventTypeValue,
    Field,
    Figure,
    Incident,
    IncidentReport,
    IncidentWeapon,
    Link,
    MunitionValue,
    PlaceValue,
    Quote,
    Report,
    RuledClaim,
    Span,
    Speaker,
    Tally,
    Thing,
    ThingValue,
    Value,
    WeaponValue,
)
from annals.model.ids import content_id
from annals.model.incident import ClaimState, Group, RecordResponse, Scope, Window

FIRST = Report(
    report_id="r1111111111111111",
    title="Mortar fire hits the grain port of Velmar",
    text=(
        "Mortar fire hits the grain port of Velmar\n\n"
        "VELMAR, 4 May 2021. Four mortar shells struck the grain port of Velmar on Monday night. "
        "The blasts wounded five dock workers, a harbour official said on condition of anonymity. "
        "Nobody was killed. The police chief blamed the Northern Front."
    ),
    publisher="The Harbour Post",
    url="https://example.org/harbour/1",
    published="2021-05-04",
    raw_sha256="0" * 64,
    text_sha256="0" * 64,
)
SECOND = Report(
    report_id="r2222222222222222",
    title="Six hurt as shells fall on Velmar",
    text=(
        "Six hurt as shells fall on Velmar\n\n"
        "At least six people were wounded when shells fell on the port city of Velmar on 3 May, "
        "the hospital reported. Rescue teams earlier spoke of two wounded. "
        "It was the third such attack in a month. The Northern Front denied any role. "
        "The governor condemned the shelling."
    ),
    publisher="Coast Radio",
    published="2021-05-05T07:30:00+02:00",
    raw_sha256="0" * 64,
    text_sha256="0" * 64,
)
REPRINT = msgspec.structs.replace(
    FIRST, report_id="r3333333333333333", publisher="Inland Daily", url="https://example.org/inland/9"
)
REPORTS = {report.report_id: report for report in (FIRST, SECOND, REPRINT)}

PORT = PlaceValue(
    name="Velmar",
    kind="town",
    admin1="Coast Province",
    country="HR",
    lat=43.5,
    lon=-16.25,
    radius_m=3000,
    precision="town",
)
MONDAY = DateValue(edtf="2021-05-03", start="2021-05-03", end="2021-05-03", precision="day", basis="relative")


def quote(report: Report, words: str) -> Quote:
    """Quote the first place of the words in the report."""
    start = report.text.index(words)
    return Quote.of(report.text, start, start + len(words))


def claim(
    report: Report,
    field: Field,
    value: Value | None,
    words: str,
    said: str | None = None,
    **more: Any,
) -> RuledClaim:
    """Make a claim of the report; `said` is the quote where it is longer than the words."""
    where = quote(report, said or words)
    given: dict[str, Any] = {
        "speaker": Speaker(),
        "hedge": None,
        "stance": "states",
        "state": "supports",
        "reason": "It is the value of the record.",
        **more,
    }
    return RuledClaim(
        claim_id=content_id("c", report.report_id, field, where.start, where.end),
        field=field,
        value=value,
        words=words,
        report_id=report.report_id,
        quote=where,
        **given,
    )


def told(report: Report, copy_of: str | None = None) -> IncidentReport:
    """The report as a record lists it."""
    return IncidentReport(
        report_id=report.report_id,
        title=report.title,
        publisher=report.publisher,
        url=report.url,
        published=report.published,
        copy_of=copy_of,
    )


def shelling(**changes: Any) -> Incident:
    """The shelling of Velmar: two origins and a reprint, five wounded against six or more."""
    official = Speaker(name="a harbour official", anonymous=True)
    later: ClaimState = "superseded"
    claims = (
        claim(
            FIRST,
            "event_type",
            EventTypeValue(event_type="Explosions/Remote violence", sub_event_type="Shelling/artillery/missile attack"),
            "Mortar fire",
        ),
        claim(FIRST, "date", MONDAY, "on Monday night"),
        claim(
            SECOND,
            "date",
            msgspec.structs.replace(MONDAY, basis="stated"),
            "on 3 May",
        ),
        claim(FIRST, "place", PORT, "Velmar", "the grain port of Velmar"),
        claim(FIRST, "weapon", WeaponValue(kind="mortar"), "mortar shells"),
        claim(
            FIRST,
            "fired",
            MunitionValue(low=4, high=4, weapon="mortar"),
            "Four",
            "Four mortar shells struck",
        ),
        claim(FIRST, "killed", CountValue(low=0, high=0), "Nobody was killed"),
        claim(
            FIRST,
            "wounded",
            CountValue(low=5, high=5, group="dock workers", population="staff"),
            "five",
            "wounded five dock workers",
            speaker=official,
            state="dissents",
            reason="It says 5, the record says at least 6.",
        ),
        claim(
            SECOND,
            "wounded",
            CountValue(low=6),
            "At least six",
            "At least six people were wounded",
            speaker=Speaker(name="the hospital"),
            hedge="At least",
        ),
        claim(
            SECOND,
            "wounded",
            CountValue(low=2, high=2),
            "two",
            "two wounded",
            speaker=Speaker(name="Rescue teams"),
            state=later,
            reason="A later figure of the same outlet replaced it.",
        ),
        claim(
            FIRST,
            "perpetrator",
            ActorValue(actor_id="northern-front", name="Northern Front"),
            "the Northern Front",
            "blamed the Northern Front",
            stance="blames",
            speaker=Speaker(name="The police chief"),
        ),
        claim(
            SECOND,
            "perpetrator",
            ActorValue(actor_id="northern-front", name="Northern Front"),
            "The Northern Front",
            "The Northern Front denied any role",
            stance="denies",
            speaker=Speaker(name="The Northern Front", actor_id="northern-front"),
            state="dissents",
            reason="The accused denies it.",
        ),
        claim(FIRST, "target", ThingValue(name="grain port", kind="infrastructure"), "grain port"),
    )
    record = Incident(
        incident_id="i0123456789abcdef",
        aliases=("ifedcba9876543210",),
        title="Shelling of the grain port of Velmar",
        event_type="Explosions/Remote violence",
        sub_event_type="Shelling/artillery/missile attack",
        date=MONDAY,
        place=PORT,
        actors=(
            Actor(
                actor_id="northern-front",
                name="Northern Front",
                role="perpetrator",
                status="denied",
                by=(claims[10].claim_id, claims[11].claim_id),
            ),
        ),
        weapons=(IncidentWeapon(kind="mortar", fired=Span(low=4, best=4, high=4)),),
        killed=Figure(low=0, best=0, high=0, state="reported", rule="latest_independent"),
        wounded=Figure(
            low=5,
            best=6,
            high=None,
            state="reported",
            rule="latest_independent",
            groups=(Group(group="dock workers", population="staff", low=5, high=5, claims=(claims[7].claim_id,)),),
        ),
        missing=Figure(),
        abducted=Figure(state="unknown"),
        targets=(Thing(name="grain port", kind="infrastructure", claims=(claims[12].claim_id,)),),
        corroboration=Corroboration(
            reports=3, origins=2, grade="fair", grade_reason="Two independent origins tell it."
        ),
        disagreements=("wounded", "perpetrator"),
        claims=claims,
        responses=(
            RecordResponse(
                category="ACCUSE",
                actor="The governor",
                recipient=None,
                date=None,
                realis="actual",
                report_id=SECOND.report_id,
                quote=quote(SECOND, "The governor condemned the shelling"),
            ),
        ),
        links=(
            Link(
                relation="same_campaign",
                to="i00000000000000aa",
                asserted_by=SECOND.report_id,
                quote=quote(SECOND, "the third such attack in a month"),
            ),
        ),
        tallies=(
            Tally(
                report_id=SECOND.report_id,
                quote=quote(SECOND, "the third such attack in a month"),
                words="third",
                count={"low": 3, "high": 3},
                scope=Scope(what="such attack", window=Window(start="2021-04-05", end="2021-05-05")),
                counted=1,
                incidents=("i0123456789abcdef",),
                verdict="ledger_has_fewer",
                reason="The ledger has 1 incident in that window.",
            ),
        ),
        reports=(told(FIRST), told(SECOND), told(REPRINT, copy_of=FIRST.report_id)),
    )
    return msgspec.structs.replace(record, **changes)


def silent(**changes: Any) -> Incident:
    """A record of which next to nothing is known: no date, no point, no figure."""
    record = Incident(
        incident_id="i00000000000000aa",
        title="Attack in Croatia",
        event_type=None,
        sub_event_type=None,
        date=DateValue(),
        place=PlaceValue(name="Croatia", kind="country", country="HR", precision="country"),
        killed=Figure(),
        wounded=Figure(state="unknown"),
        missing=Figure(),
        abducted=Figure(),
        corroboration=Corroboration(reports=1, origins=1, grade="weak", grade_reason="One report tells it."),
        claims=(
            claim(
                SECOND,
                "place",
                PlaceValue(name="Croatia", kind="country", country="HR", precision="country"),
                "the port city of Velmar",
            ),
        ),
        reports=(told(SECOND),),
    )
    return msgspec.structs.replace(record, **changes)
