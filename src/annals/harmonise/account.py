"""One report's reading becomes its account: every finding a claim with a value."""

import msgspec

from annals.harmonise.actors import speaker_of
from annals.harmonise.clues import clues_of
from annals.harmonise.currency import currency
from annals.harmonise.dating import Dating
from annals.harmonise.desks import without_desks
from annals.harmonise.home_forces import with_home_forces
from annals.harmonise.merging import merge
from annals.harmonise.outright import Told
from annals.harmonise.parts import with_parts
from annals.harmonise.story import story_of
from annals.harmonise.tallying import account_tally
from annals.harmonise.valuing import Valuer
from annals.model import (
    Account,
    Claim,
    CountValue,
    DateValue,
    Finding,
    Mention,
    Quote,
    Reading,
    Report,
    Speaker,
    Telling,
)
from annals.model.claim import AccountResponse, AccountTie, Currency
from annals.model.days import is_undated
from annals.model.ids import content_id
from annals.model.values import EVENT_TYPE_OF, EventTypeValue, PlaceValue, Value
from annals.reference.tables import References

_ANSWERS = ("retaliation_for", "response_to", "follows")


def harmonise(report: Report, reading: Reading, references: References) -> Account:
    """Turn a reading into an account.

    Every finding becomes exactly one claim, but for towns of datelines that are not where it happened; words that give
    no value keep a value of unknowns, never a guess.
    """
    dating = Dating(report)
    valuer = Valuer(report, references, dating, reading.tellings)
    reading = msgspec.structs.replace(reading, tellings=without_desks(reading.tellings, report, valuer.place))
    mention_ids = [
        content_id("m", report.report_id, t.trigger.start, t.trigger.end, t.realis) for t in reading.tellings
    ]
    outright = dating.outright(reading.tellings, valuer.taken)
    news = next((t for t in reading.tellings if t.realis == "actual" and not t.aggregate), None)
    mentions = tuple(
        _mention(report, telling, mention_id, valuer, references, news=telling is news, outright=outright.get(number))
        for number, (telling, mention_id) in enumerate(zip(reading.tellings, mention_ids, strict=True))
    )
    apart = {frozenset((mention_ids[t.source], mention_ids[t.target])) for t in reading.ties if t.relation in _ANSWERS}
    mentions, now = merge(mentions, apart)
    mention_ids = [now[mention_id] for mention_id in mention_ids]
    days = {mention.mention_id: _days(mention) for mention in mentions}
    told = {mention.mention_id: mention for mention in mentions}
    return Account(
        report_id=report.report_id,
        reader=reading.reader,
        mentions=mentions,
        responses=tuple(
            AccountResponse(
                category=r.category,
                actor=r.actor,
                recipient=r.recipient,
                date=dating.resolve(r.date).edtf if r.date else None,
                realis=r.realis,
                report_id=r.report_id,
                quote=r.quote,
                mention_id=mention_ids[r.telling] if r.telling is not None else None,
            )
            for r in reading.responses
        ),
        ties=tuple(
            AccountTie(
                relation=t.relation,
                source=mention_ids[t.source],
                target=mention_ids[t.target],
                report_id=report.report_id,
                quote=t.quote,
            )
            for t in reading.ties
            if mention_ids[t.source] != mention_ids[t.target]
            and not _before_its_cause(t.relation, days.get(mention_ids[t.source]), days.get(mention_ids[t.target]))
        ),
        tallies=tuple(
            account_tally(
                tally,
                [told[name] for name in dict.fromkeys(mention_ids[n] for n in tally.tellings) if name in told],
                report,
                references,
                valuer.value,
            )
            for tally in reading.tallies
        ),
        story=story_of(report),
        note=reading.note,
        clues=clues_of(report) if is_undated(report.published) and mentions else (),
    )


def _days(mention: Mention) -> tuple[str, str] | None:
    """The first and the last day on which the report may mean it to have happened; None where it tells none."""
    told = [c.value for c in mention.claims if isinstance(c.value, DateValue) and c.value.start and c.value.end]
    return (min(v.start or "" for v in told), max(v.end or "" for v in told)) if told else None


def _before_its_cause(relation: str, source: tuple[str, str] | None, target: tuple[str, str] | None) -> bool:
    """Whether an answer would have come before what it answers: then the report was misread."""
    return relation in _ANSWERS and source is not None and target is not None and source[1] < target[0]


def _mention(
    report: Report,
    telling: Telling,
    mention_id: str,
    valuer: Valuer,
    references: References,
    *,
    news: bool,
    outright: Told | None,
) -> Mention:
    kind = EventTypeValue(event_type=EVENT_TYPE_OF.get(telling.sub_event_type), sub_event_type=telling.sub_event_type)
    named = Finding(field="event_type", words=telling.trigger.exact, quote=telling.trigger)
    claims = [_claim(report, mention_id, named, kind, references)]
    found = with_parts([(finding, valuer.value(finding)) for finding in telling.findings])
    claims += [_claim(report, mention_id, finding, value, references) for finding, value in found]
    if outright is not None and all(c.value != outright[1] for c in claims):
        time, day = outright
        quote = Quote.of(report.text, time.start, time.end)
        claims.append(
            _claim(report, mention_id, Finding(field="date", words=quote.exact, quote=quote), day, references)
        )
    if news:
        claims += _news_claims(report, telling, mention_id, claims, valuer, references)
    else:
        claims += _land_claims(report, mention_id, claims, valuer, references)
    claims = with_home_forces(claims, report, references.actors)
    return Mention(
        mention_id=mention_id,
        report_id=report.report_id,
        trigger=telling.trigger,
        sentence=telling.sentence,
        sub_event_type=telling.sub_event_type,
        realis=telling.realis,
        prominence=telling.prominence,
        aggregate=telling.aggregate,
        claims=tuple({claim.claim_id: claim for claim in claims}.values()),
    )


def _news_claims(
    report: Report, telling: Telling, mention_id: str, claims: list[Claim], valuer: Valuer, references: References
) -> list[Claim]:
    """The date and place of the report's news where its own words tell none, by what the report says around it."""
    found: list[tuple[Finding, Value]] = []
    days = [c.value for c in claims if isinstance(c.value, DateValue) and c.value.start]
    if not days or not any(value.start == value.end for value in days):
        dated = (
            valuer.dating.narrowed(telling, days, valuer.taken)
            if days
            else valuer.dating.news_date(telling, valuer.taken)
        )
        if dated is not None:
            value, time = dated
            quote = telling.trigger if time is None else Quote.of(report.text, time.start, time.end)
            found.append((Finding(field="date", words=quote.exact, quote=quote), value))
    told = [c.value for c in claims if isinstance(c.value, PlaceValue) and c.value.precision != "unknown"]
    if all(value.precision in ("adm2", "adm1", "country") for value in told):
        placed = valuer.news_place(told) if telling.prominence == "reported" else None
        if placed is not None:
            place, start, end = placed
            quote = Quote.of(report.text, start, end)
            found.append((Finding(field="place", words=quote.exact, quote=quote), place))
    return [_claim(report, mention_id, finding, value, references) for finding, value in found]


def _land_claims(
    report: Report, mention_id: str, claims: list[Claim], valuer: Valuer, references: References
) -> list[Claim]:
    """The land that the report is plainly about, for an event of which it names but a place that no map has."""
    told = [c.value for c in claims if isinstance(c.value, PlaceValue)]
    land = valuer.land() if told and all(v.precision == "unknown" and v.country is None for v in told) else None
    if land is None:
        return []
    place, start, end = land
    quote = Quote.of(report.text, start, end)
    finding = Finding(field="place", words=quote.exact, quote=quote)
    return [_claim(report, mention_id, finding, place, references)]


def _claim(report: Report, mention_id: str, finding: Finding, value: Value | None, references: References) -> Claim:
    speaker = speaker_of(finding.speaker, references.actors) if finding.speaker else Speaker()
    claim_id = content_id(
        "c",
        mention_id,
        finding.field,
        finding.quote.start,
        finding.quote.end,
        finding.stance,
        finding.speaker,
        msgspec.json.encode(value).decode(),
    )
    return Claim(
        claim_id=claim_id,
        field=finding.field,
        value=value,
        words=finding.words,
        report_id=report.report_id,
        quote=finding.quote,
        speaker=speaker,
        hedge=finding.hedge,
        stance=finding.stance,
        currency=_currency(report, finding, value),
        anchor=finding.anchor if finding.field == "date" else None,
        backwards=finding.backwards,
    )


def _currency(report: Report, finding: Finding, value: Value | None) -> Currency:
    """How the report tells a toll; anything else stands as it is told."""
    if not isinstance(value, CountValue):
        return "current"
    at = max(0, finding.quote.exact.find(finding.words))
    start = finding.quote.start + at
    return currency(report.text, start, start + len(finding.words))
