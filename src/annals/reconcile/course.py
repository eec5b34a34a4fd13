"""A toll over time: every figure in the order in which it was told, what replaced it, and how the record stood when."""

from collections.abc import Sequence

import msgspec

from annals.model.claim import Claim
from annals.model.incident import ClaimState, Incident, RuledClaim
from annals.model.rules import DEFAULT_RULES, RULE_SETS, RuleSet
from annals.model.values import CountValue
from annals.model.versions import following, one_origin
from annals.reconcile.case import Heard
from annals.reconcile.counts import counted_of
from annals.reconcile.live import TAKEN_BACK, TOLD_AS_FORMER, Counted, clash, replacing, told_of
from annals.reconcile.outcomes import died_since
from annals.reconcile.ranges import settle


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One figure as it was told."""

    claim_id: str
    report_id: str
    published: str | None
    """Of its report, as given; None where unknown."""
    low: int | None
    high: int | None
    group: str | None
    part: bool
    state: ClaimState
    reason: str
    replaced_by: str | None = None
    """claim_id of the figure that superseded it; None where none did, or it was only taken back."""


class Stood(msgspec.Struct, frozen=True, kw_only=True):
    """What the record would have said of the toll with the reports published up to a day."""

    until: str
    """The day, or the month where no day is known."""
    low: int | None
    best: int | None
    high: int | None


class Course(msgspec.Struct, frozen=True, kw_only=True):
    """The course of one toll; both empty where no figure is told."""

    steps: tuple[Step, ...] = ()
    """By publication, the undated last, then by their place in the record."""
    stood: tuple[Stood, ...] = ()
    """One for each day on which what the record would have said changed; without undated reports."""


def course_of(incident: Incident, field: str) -> Course:
    """Lay out the course of a toll (`killed`, `wounded`, `missing`, `abducted`); empty for any other field."""
    told = [(h, claim) for h, claim in _heard(incident, field) if isinstance(h.claim.value, CountValue)]
    figures = [(h, h.claim.value, claim) for h, claim in told if isinstance(h.claim.value, CountValue)]
    numbered = [(h, v, c) for h, v, c in figures if (v.low, v.high) != (None, None)]
    numbered.sort(key=lambda figure: (figure[0].published or "9999", figure[0].position))
    weighed = [(h, v) for h, v, claim in numbered if claim.state != "set_aside"]
    states = {h.position: claim.state for h, _, claim in numbered}
    replaced = {
        h.position: _replacer((h, v), claim, weighed, states) for h, v, claim in numbered if claim.state == "superseded"
    }
    steps = tuple(
        Step(
            claim_id=claim.claim_id,
            report_id=claim.report_id,
            published=h.published,
            low=v.low,
            high=v.high,
            group=v.group,
            part=v.part,
            state=claim.state,
            reason=claim.reason,
            replaced_by=by.claim.claim_id if (by := replaced.get(h.position)) is not None else None,
        )
        for h, v, claim in numbered
    )
    if field == "wounded":
        died = died_since(weighed, counted_of([h for h, _ in _heard(incident, "killed")]))
        replaced |= {position: outcome for position, outcome in died.items() if states[position] == "superseded"}
    rule = getattr(incident, field).rule if weighed else None
    rules = rule if rule in RULE_SETS else DEFAULT_RULES
    return Course(steps=steps, stood=tuple(_stood(weighed, states, replaced, rules)))


def _heard(incident: Incident, field: str) -> list[tuple[Heard, RuledClaim]]:
    reports = {report.report_id: report for report in incident.reports}
    copies = {name: report.copy_of for name, report in reports.items() if report.copy_of}
    newer = {name: report.superseded_by for name, report in reports.items() if report.superseded_by}
    origins = one_origin(reports, copies, newer)
    found = []
    for position, claim in enumerate(incident.claims):
        if claim.field != field:
            continue
        report = reports.get(claim.report_id)
        plain = Claim(
            **{name: getattr(claim, name) for name in Claim.__struct_fields__ if name in RuledClaim.__struct_fields__}
        )
        heard = Heard(
            position=position,
            claim=plain,
            origin=origins.get(claim.report_id, claim.report_id),
            outlet=report.publisher.casefold().strip() or None if report and report.publisher else None,
            published=report.published if report else None,
            later=following(claim.report_id, newer),
        )
        found.append((heard, claim))
    return found


def _replacer(
    old: Counted, claim: RuledClaim, weighed: Sequence[Counted], states: dict[int, ClaimState]
) -> Heard | None:
    """The live figure that took its place: of its own report, a later one of its outlet or speaker, else another."""
    if claim.reason == TAKEN_BACK:
        return None
    h = old[0]
    standing = [(o, v) for o, v in weighed if states[o.position] != "superseded"]
    newer = [(o, v) for o, v in standing if clash(old, (o, v))]
    own = [o for o, _ in newer if o.claim.report_id == h.claim.report_id]
    version, outlet, voice = replacing(old, standing)
    later = [o for o, _ in version] or [o for o, _ in (*outlet, *voice)]
    told_so = claim.reason.startswith(TOLD_AS_FORMER)
    for found in (own if told_so else [], later, [o for o, _ in newer]):
        if found:
            return max(found, key=lambda o: (o.published or "", o.position))
    return None


def _stood(
    weighed: Sequence[Counted],
    states: dict[int, ClaimState],
    replaced: dict[int, Heard | None],
    rules: RuleSet,
) -> list[Stood]:
    days = sorted({h.published[:10] for h, _ in weighed if h.published})
    found: list[Stood] = []
    for day in days:
        known = [(h, v) for h, v in weighed if h.published and h.published[:10] <= day]
        live = [
            told_of(h, v)
            for h, v in known
            if states[h.position] != "superseded"
            or ((by := replaced.get(h.position)) is not None and not (by.published and by.published[:10] <= day))
        ]
        span = settle(live, rules)
        now = Stood(until=day, low=span.low, best=span.best, high=span.high)
        if live and (not found or (now.low, now.best, now.high) != (found[-1].low, found[-1].best, found[-1].high)):
            found.append(now)
    return found
