"""Clusters and accounts in, records out."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from annals.model.claim import Account, Mention
from annals.model.cluster import Cluster
from annals.model.ids import content_id
from annals.model.incident import Incident, IncidentReport, RecordResponse, RuledClaim
from annals.model.judgement import Judgement
from annals.model.report import Report
from annals.model.rules import DEFAULT_RULES, RuleSet
from annals.model.standing import standing
from annals.model.versions import following
from annals.reconcile.case import Case, Ruling, Rulings, open_case
from annals.reconcile.corroboration import grade
from annals.reconcile.counts import rule_count
from annals.reconcile.dates import rule_date
from annals.reconcile.disagreement import named
from annals.reconcile.overrides import COUNTS, review
from annals.reconcile.perpetrators import rule_perpetrators
from annals.reconcile.places import rule_place
from annals.reconcile.tallies import Counting, countings, tallies_of
from annals.reconcile.things import rule_things
from annals.reconcile.ties import links_of
from annals.reconcile.title import make_title
from annals.reconcile.types import rule_type
from annals.reconcile.versions import outdated
from annals.reconcile.weapons import rule_weapons

_HEX = re.compile(r"[a-z]*([0-9a-f]{16})\Z")


def reconcile(
    clusters: Sequence[Cluster],
    accounts: Sequence[Account],
    reports: Mapping[str, Report],
    origins: Mapping[str, str],
    judgements: Sequence[Judgement] = (),
    rules: RuleSet = DEFAULT_RULES,
    later: Mapping[str, AbstractSet[str]] | None = None,
) -> list[Incident]:
    """Make one record of each cluster.

    The result depends on the values alone, not on their order. Every claim of every clustered mention stands in
    exactly one record, with a state and a reason.

    Args:
        clusters: mentions of one event each, from linking.
        accounts: what each report says; they hold the clusters' mentions.
        reports: report_id -> report; of one that is missing only the id is known.
        origins: report_id of a reprint -> report_id of its original.
        judgements: what people decided; `override` and `withdraw` change the record.
        rules: the set of rules by which values are chosen.
        later: report_id -> report_ids of later versions of it by the same outlet, in whatever records.

    Returns:
        Records sorted by incident_id.
    """
    return reconciled(clusters, accounts, reports, origins, judgements, rules, later).incidents


class Reconciled(msgspec.Struct, frozen=True, kw_only=True):
    """What reconciling gives."""

    incidents: list[Incident]
    """Sorted by id."""
    countings: list[Counting]
    """The counts that reports state, with what they count."""


def reconciled(
    clusters: Sequence[Cluster],
    accounts: Sequence[Account],
    reports: Mapping[str, Report],
    origins: Mapping[str, str],
    judgements: Sequence[Judgement] = (),
    rules: RuleSet = DEFAULT_RULES,
    later: Mapping[str, AbstractSet[str]] | None = None,
) -> Reconciled:
    """Reconcile, as `reconcile` does, and keep what each stated count counts."""
    mentions = {m.mention_id: m for account in accounts for m in account.mentions}
    cases = [
        open_case([mentions[m] for m in cluster.mention_ids if m in mentions], reports, origins, later)
        for cluster in clusters
    ]
    incident_of = {
        mention.mention_id: incident_id(case.mentions[0].mention_id)
        for case in cases
        if case.mentions
        for mention in case.mentions
    }
    responses = _responses(accounts)
    decided = decided_on(judgements)
    drafts = [draft_case(case, reports, origins, responses, decided, rules) for case in cases if case.mentions]
    links = links_of(accounts, incident_of)
    counted = countings(accounts, drafts, incident_of)
    tallies = tallies_of(counted)
    incidents = sorted(
        (
            msgspec.structs.replace(
                draft, links=links.get(draft.incident_id, ()), tallies=tallies.get(draft.incident_id, ())
            )
            for draft in drafts
        ),
        key=lambda i: i.incident_id,
    )
    return Reconciled(incidents=incidents, countings=counted)


def incident_id(mention_id: str) -> str:
    """The id of the incident whose anchor is that mention: "i" and the mention's 16 hex digits.

    The anchor is the mention published first (unknown last), then by report and place in it. The other mentions give
    the incident's aliases in the same way, so that an id once given always leads to the incident of its mention.

    >>> incident_id("m0123456789abcdef")
    'i0123456789abcdef'
    """
    found = _HEX.match(mention_id)
    return f"i{found.group(1)}" if found else content_id("i", mention_id)


def draft(
    mentions: Sequence[Mention],
    accounts: Sequence[Account],
    reports: Mapping[str, Report],
    origins: Mapping[str, str],
    judgements: Sequence[Judgement] = (),
    rules: RuleSet = DEFAULT_RULES,
    later: Mapping[str, AbstractSet[str]] | None = None,
) -> Incident:
    """The record of one cluster, without links and tallies, which need the other records.

    Args:
        mentions: those of the cluster, at least one.
        accounts: of their reports; what was done about the incident stands there.
        reports: report_id -> report, of their reports.
        origins: as in `reconcile`.
        judgements: any that stand, of this or other incidents.
        rules: the set of rules by which values are chosen.
        later: as in `reconcile`.
    """
    case = open_case(mentions, reports, origins, later)
    return draft_case(case, reports, origins, _responses(accounts), decided_on(judgements), rules)


def draft_case(
    case: Case,
    reports: Mapping[str, Report],
    origins: Mapping[str, str],
    responses: Mapping[str, Sequence[RecordResponse]],
    decided: Mapping[str, Sequence[Judgement]],
    rules: RuleSet,
) -> Incident:
    """As `draft`, of a case laid out already, with the responses and the judgements by their mentions."""
    rulings = outdated(case.heard)
    whole, case = case, case.without(rulings)
    event = rule_type(case.of("event_type"), rules)
    date = rule_date(case.of("date"), rules)
    place = rule_place(case.of("place"), rules)
    weapons = rule_weapons(case.of("weapon"), case.of("fired", "hit", "intercepted"), rules)
    perpetrators = rule_perpetrators(case.of("perpetrator"))
    targets, target_rulings = rule_things(case.of("target"))
    damage, damage_rulings = rule_things(case.of("damage"))
    dead = case.of("killed")
    tolls = {field: rule_count(case.of(field), rules, killed=dead if field == "wounded" else ()) for field in COUNTS}
    for found in (
        event.rulings,
        date.rulings,
        place.rulings,
        weapons.rulings,
        perpetrators.rulings,
        target_rulings,
        damage_rulings,
        *(ruling.rulings for ruling in tolls.values()),
    ):
        rulings |= found
    contradicted = [
        *(("event_type",) if event.disagrees else ()),
        *(("date",) if date.disagrees else ()),
        *(("place",) if place.disagrees else ()),
        *(("perpetrator",) if perpetrators.disagrees else ()),
        *weapons.disagreements,
        *(field for field, ruling in tolls.items() if ruling.disagrees),
    ]
    report_ids = list(dict.fromkeys(m.report_id for m in case.mentions))
    first, *others = (incident_id(m.mention_id) for m in case.mentions)
    incident = Incident(
        incident_id=first,
        aliases=tuple(sorted(others)),
        title=make_title(
            sub_event_type=event.value.sub_event_type,
            weapons=weapons.weapons,
            place=place.place,
            place_claims=place.supporting,
            when=date.date,
            weekday=date.weekday,
        ),
        event_type=event.value.event_type,
        sub_event_type=event.value.sub_event_type,
        date=date.date,
        place=place.place,
        actors=perpetrators.actors,
        weapons=weapons.weapons,
        killed=tolls["killed"].figure,
        wounded=tolls["wounded"].figure,
        missing=tolls["missing"].figure,
        abducted=tolls["abducted"].figure,
        targets=targets,
        damage=damage,
        corroboration=grade(
            whole,
            report_ids,
            contested=perpetrators.contested,
            claimed=next((a.name or a.actor_id for a in perpetrators.actors if a.status == "claimed"), None),
            differ=named(contradicted),
        ),
        disagreements=named(contradicted),
        claims=tuple(_claims(whole, rulings)),
        responses=tuple(r for m in case.mentions for r in responses.get(m.mention_id, ())),
        reports=tuple(_report(report_id, reports, origins, case.newer) for report_id in report_ids),
    )
    return review(incident, _of_mentions(case.mentions, decided))


_UNREAD = Ruling(state="set_aside", reason="Its value does not have the shape of its field.")


def _claims(case: Case, rulings: Rulings) -> list[RuledClaim]:
    ruled = []
    for h in case.heard:
        ruling, claim = rulings.get(h.position, _UNREAD), h.claim
        ruled.append(
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
                state=ruling.state,
                reason=ruling.reason,
            )
        )
    return ruled


def _report(
    report_id: str, reports: Mapping[str, Report], origins: Mapping[str, str], newer: Mapping[str, str]
) -> IncidentReport:
    report = reports.get(report_id)
    original = origins.get(report_id, report_id)
    versions = {original, *following(original, newer)}
    own_story = report_id in versions or original in following(report_id, newer)
    return IncidentReport(
        report_id=report_id,
        title=report.title if report else None,
        publisher=report.publisher if report else None,
        url=report.url if report else None,
        published=report.published if report else None,
        copy_of=None if own_story else original,
        superseded_by=newer.get(report_id),
    )


def _responses(accounts: Sequence[Account]) -> dict[str, list[RecordResponse]]:
    """mention_id -> what was done about it, in the order of its report."""
    found: dict[str, list[RecordResponse]] = defaultdict(list)
    for account in accounts:
        for response in sorted(account.responses, key=lambda r: (r.quote.start, r.quote.end, r.category, str(r))):
            if response.mention_id is not None:
                found[response.mention_id].append(
                    RecordResponse(
                        category=response.category,
                        actor=response.actor,
                        recipient=response.recipient,
                        date=response.date,
                        realis=response.realis,
                        report_id=response.report_id,
                        quote=response.quote,
                    )
                )
    return found


def decided_on(judgements: Sequence[Judgement]) -> dict[str, list[Judgement]]:
    """mention_id -> the judgements that stand and name it."""
    found: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in standing(judgements):
        for mention_id in {judgement.subject, judgement.other} - {None}:
            found[mention_id or ""].append(judgement)
    return found


def _of_mentions(mentions: Sequence[Mention], decided: Mapping[str, Sequence[Judgement]]) -> list[Judgement]:
    """The judgements that name one of the mentions, each once, the oldest first."""
    found = {j.judgement_id: j for m in mentions for j in decided.get(m.mention_id, ())}
    return list(standing(found.values()))
