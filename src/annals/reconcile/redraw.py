"""Records under another set of rules, from what they hold: nothing is read, dated, named or linked again."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from annals.model.claim import Account, Mention
from annals.model.incident import Incident
from annals.model.judgement import Judgement
from annals.model.report import Report
from annals.model.rules import RuleSet
from annals.reconcile.case import open_case
from annals.reconcile.record import decided_on, draft_case, incident_id


def redraw(
    incidents: Sequence[Incident],
    accounts: Sequence[Account],
    reports: Mapping[str, Report],
    judgements: Sequence[Judgement],
    rules: RuleSet,
) -> list[Incident]:
    """The same incidents under another set of rules, in the same order.

    The claims keep their values as the records have them, which other reports and people may have settled. Ids, links
    and tallies stay too: a tally is checked against the ledger's own records.

    Args:
        incidents: records as `reconcile` made them.
        accounts: of all their reports, at least; an incident of which they tell nothing stays as it is.
        reports: report_id -> report, of all their reports.
        judgements: what people decided.
        rules: the set of rules by which values are chosen.
    """
    homes = {name: i.incident_id for i in incidents for name in (*i.aliases, i.incident_id)}
    told: dict[str, list[Mention]] = defaultdict(list)
    for account in accounts:
        for mention in account.mentions:
            home = homes.get(incident_id(mention.mention_id))
            if home is not None:
                told[home].append(mention)
    decided = decided_on(judgements)
    redrawn = []
    for old in incidents:
        mentions = _as_recorded(told[old.incident_id], old)
        if not mentions:
            redrawn.append(old)
            continue
        origins = {report.report_id: report.copy_of for report in old.reports if report.copy_of}
        later = {report.report_id: {report.superseded_by} for report in old.reports if report.superseded_by}
        case = open_case(mentions, reports, origins, later)
        new = draft_case(case, reports, origins, {}, decided, rules)
        places = {claim.claim_id: place for place, claim in enumerate(old.claims)}
        redrawn.append(
            msgspec.structs.replace(
                new,
                incident_id=old.incident_id,
                aliases=old.aliases,
                claims=tuple(sorted(new.claims, key=lambda claim: places[claim.claim_id])),
                responses=old.responses,
                links=old.links,
                tallies=old.tallies,
                reports=old.reports,
            )
        )
    return redrawn


def _as_recorded(mentions: Sequence[Mention], record: Incident) -> list[Mention]:
    """The mentions with the claims' values as the record has them; without claims that it lacks."""
    values = {claim.claim_id: claim.value for claim in record.claims}
    return [
        msgspec.structs.replace(
            mention,
            claims=tuple(
                msgspec.structs.replace(claim, value=values[claim.claim_id])
                for claim in mention.claims
                if claim.claim_id in values
            ),
        )
        for mention in mentions
    ]
