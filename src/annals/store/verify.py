"""Checks that a ledger keeps its promise: every hash and every quote holds against the stored text."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from annals.model import Account, Incident, Quote, Report

_SHA256 = re.compile(r"[0-9a-f]{64}", re.ASCII)


class Verification(msgspec.Struct, frozen=True, kw_only=True):
    """What was checked and what does not hold."""

    quotes: int
    """Quotes compared with the stored text."""
    hashes: int
    """Hashes of texts that were worked out again."""
    faults: tuple[str, ...] = ()
    """A sentence for each fault; empty where all holds."""
    derived_matches: bool
    """Whether deriving the incidents anew gives the stored ones, byte for byte."""

    @property
    def holds(self) -> bool:
        """Whether nothing is at fault."""
        return not self.faults


def verify(
    *, reports: Iterable[Report], accounts: Iterable[Account], incidents: Iterable[Incident], derived_matches: bool
) -> Verification:
    """Check every report's hash and regions, every quote, and that what an incident refers to is there."""
    texts: dict[str, str] = {}
    faults: list[str] = []
    quotes = 0
    for report in reports:
        texts[report.report_id] = report.text
        faults += _report_faults(report)
    claims: dict[str, set[str]] = {}
    for account in accounts:
        claims[account.report_id] = {claim.claim_id for mention in account.mentions for claim in mention.claims}
        for report_id, where, quote in _account_quotes(account):
            quotes += 1
            faults += _quote_faults(report_id, f"account of {account.report_id}, {where}", quote, texts)
    for incident in incidents:
        name = f"incident {incident.incident_id}"
        for report_id, where, quote in _incident_quotes(incident):
            quotes += 1
            faults += _quote_faults(report_id, f"{name}, {where}", quote, texts)
        faults += [f"{name}: {fault}" for fault in _incident_faults(incident, claims)]
    if not derived_matches:
        faults.append(
            "The stored incidents are not those that the stored reports give; run `annals build` on the ledger again."
        )
    return Verification(quotes=quotes, hashes=len(texts), faults=tuple(faults), derived_matches=derived_matches)


def _report_faults(report: Report) -> Iterator[str]:
    name = f"report {report.report_id}"
    if hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).hexdigest() != report.text_sha256:
        yield f"{name}: the text is not the one that was hashed (text_sha256 {report.text_sha256})."
    if not _SHA256.fullmatch(report.raw_sha256):
        yield f"{name}: raw_sha256 {report.raw_sha256!r} is not 64 hex digits."
    last = 0
    for region in report.regions:
        if not last <= region.start < region.end <= len(report.text):
            yield f"{name}: the {region.kind} region {region.start}:{region.end} is out of order or out of the text."
        last = region.end


def _account_quotes(account: Account) -> Iterator[tuple[str, str, Quote]]:
    for mention in account.mentions:
        yield mention.report_id, f"trigger of mention {mention.mention_id}", mention.trigger
        yield mention.report_id, f"sentence of mention {mention.mention_id}", mention.sentence
        for claim in mention.claims:
            yield claim.report_id, f"claim {claim.claim_id} ({claim.field})", claim.quote
    for response in account.responses:
        yield response.report_id, f"response {response.category}", response.quote
    for tie in account.ties:
        yield tie.report_id, f"tie {tie.relation}", tie.quote
    for tally in account.tallies:
        yield tally.report_id, f"tally {tally.words!r}", tally.quote


def _incident_quotes(incident: Incident) -> Iterator[tuple[str, str, Quote]]:
    for claim in incident.claims:
        yield claim.report_id, f"claim {claim.claim_id} ({claim.field})", claim.quote
    for response in incident.responses:
        yield response.report_id, f"response {response.category}", response.quote
    for link in incident.links:
        yield link.asserted_by, f"link {link.relation} {link.to}", link.quote
    for tally in incident.tallies:
        yield tally.report_id, f"tally {tally.words!r}", tally.quote


def _quote_faults(report_id: str, where: str, quote: Quote, texts: Mapping[str, str]) -> Iterator[str]:
    text = texts.get(report_id)
    if text is None:
        yield f"{where}: report {report_id} is not in the ledger."
    elif not quote.verify(text):
        yield f"{where}: {quote.exact!r} does not stand at {quote.start}:{quote.end} of report {report_id}."


def _incident_faults(incident: Incident, claims: Mapping[str, set[str]]) -> Iterator[str]:
    """What the record refers to must be there: its claims in the accounts, and claims named by values among its own."""
    for claim in incident.claims:
        if claim.claim_id not in claims.get(claim.report_id, ()):
            yield f"claim {claim.claim_id} is in no account of report {claim.report_id}."
    own = {claim.claim_id for claim in incident.claims}
    named = [
        *(("actor", actor.by) for actor in incident.actors),
        *(("target", thing.claims) for thing in incident.targets),
        *(("damage", thing.claims) for thing in incident.damage),
        *(
            ("group", group.claims)
            for figure in (incident.killed, incident.wounded, incident.missing, incident.abducted)
            for group in figure.groups
        ),
    ]
    for what, ids in named:
        for missing in sorted(set(ids) - own):
            yield f"a {what} rests on claim {missing}, which the record does not hold."
