"""Mentions and claims for the tests of linking and reconciling, with ids and quotes that hold together."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from annals.model import (
    Account,
    ActorValue,
    Claim,
    CountValue,
    DateValue,
    EventTypeValue,
    Field,
    Judgement,
    Mention,
    MunitionValue,
    PlaceValue,
    Quote,
    Report,
    Speaker,
    Stance,
    ThingValue,
    Value,
    WeaponValue,
)
from annals.model.claim import Currency
from annals.model.ids import content_id
from annals.model.values import EVENT_TYPE_OF

SHELLING = "Shelling/artillery/missile attack"


class Said(NamedTuple):
    """A claim before it has a report: field, value, words, and the rest."""

    field: Field
    value: Value | None
    words: str
    stance: Stance = "states"
    speaker: Speaker = Speaker()
    hedge: str | None = None
    currency: Currency = "current"


def day(iso: str, words: str = "that day") -> Said:
    return Said("date", DateValue(edtf=iso, start=iso, end=iso, precision="day", basis="stated"), words)


def days(start: str | None, end: str | None, *, basis: Any = "relative") -> Said:
    edtf = f"{start or '..'}/{end or '..'}"
    return Said("date", DateValue(edtf=edtf, start=start, end=end, precision="few_days", basis=basis), "these days")


def undated(words: str, edtf: str | None = None) -> Said:
    return Said("date", DateValue(edtf=edtf), words)


def site(name: str, lat: float, lon: float, country: str = "XA", admin1: str = "North") -> Said:
    value = PlaceValue(
        name=name, country=country, admin1=admin1, lat=lat, lon=lon, radius_m=2000, precision="site", kind="base"
    )
    return Said("place", value, name)


def region(name: str, country: str = "XA") -> Said:
    return Said("place", PlaceValue(name=name, admin1=name, country=country, precision="adm1", kind="region"), name)


def nation(name: str, country: str) -> Said:
    return Said("place", PlaceValue(name=name, country=country, precision="country", kind="country"), name)


def toll(field: Field, low: int | None, high: int | None = -1, **more: Any) -> Said:
    return Said(field, CountValue(low=low, high=low if high == -1 else high, **more), str(low))


def by(said: Said, name: str, *, anonymous: bool = False, actor_id: str | None = None) -> Said:
    """The same, said by somebody."""
    return said._replace(speaker=Speaker(name=name, anonymous=anonymous, actor_id=actor_id))


def weapon(kind: str | None, calibre: float | None = None) -> Said:
    return Said("weapon", WeaponValue(kind=kind, calibre_mm=calibre), str(kind))


def munition(field: Field, low: int | None, high: int | None = -1, kind: str | None = None) -> Said:
    return Said(field, MunitionValue(low=low, high=low if high == -1 else high, weapon=kind), str(low))


def party(name: str | None, stance: Stance, actor_id: str | None = None, speaker: str | None = None) -> Said:
    value = None if stance == "unclaimed" else ActorValue(actor_id=actor_id, name=name)
    return Said("perpetrator", value, name or "", stance, Speaker(name=speaker))


def target(name: str, kind: str | None = None) -> Said:
    return Said("target", ThingValue(name=name, kind=kind), name)


def kind_of_event(sub: str) -> Said:
    return Said("event_type", EventTypeValue(event_type=EVENT_TYPE_OF[sub], sub_event_type=sub), sub)


def mention(
    report: str,
    *said: Said,
    start: int = 0,
    sub: str = SHELLING,
    text: str = "It was hit.",
    word: str | None = None,
    **more: Any,
) -> Mention:
    """One event as the report called `report` tells it, its sentence at `start`; the word for it is `word`."""
    report_id = content_id("r", report)
    mention_id = content_id("m", report_id, start)
    quote = Quote(start=start, end=start + len(text), exact=text)
    claims = tuple(
        Claim(
            claim_id=content_id("c", mention_id, n),
            field=s.field,
            value=s.value,
            words=s.words,
            report_id=report_id,
            quote=Quote(start=start + n, end=start + n + max(1, len(s.words)), exact=s.words or "-"),
            stance=s.stance,
            speaker=s.speaker,
            hedge=s.hedge,
            currency=s.currency,
        )
        for n, s in enumerate(said)
    )
    return Mention(
        mention_id=mention_id,
        report_id=report_id,
        trigger=quote
        if word is None
        else Quote.of(" " * start + text, start + text.index(word), start + text.index(word) + len(word)),
        sentence=quote,
        sub_event_type=sub,
        claims=claims,
        **more,
    )


def account(*mentions: Mention, **more: Any) -> Account:
    """All that one report says."""
    return Account(report_id=mentions[0].report_id, reader="test 1", mentions=mentions, **more)


def report(name: str, *, published: str | None = None, publisher: str | None = None) -> Report:
    return Report(
        report_id=content_id("r", name),
        text=name,
        published=published,
        publisher=publisher,
        raw_sha256="",
        text_sha256="",
    )


def by_id(*reports: Report) -> dict[str, Report]:
    return {r.report_id: r for r in reports}


def judged(kind: Any, first: Mention, second: Mention | None = None, at: int = 1, **more: Any) -> Judgement:
    """A person's decision, made on day `at` of January 2020."""
    return Judgement(
        judgement_id=content_id("j", kind, first.mention_id, second.mention_id if second else None, at),
        kind=kind,
        subject=first.mention_id,
        other=second.mention_id if second else None,
        by="ana",
        at=f"2020-01-{at:02d}T00:00:00Z",
        reason="seen on the map",
        **more,
    )


def together(clusters: Sequence[Any], *mentions: Mention) -> bool:
    """Whether one cluster holds all these mentions."""
    wanted = {m.mention_id for m in mentions}
    return any(wanted <= set(cluster.mention_ids) for cluster in clusters)
