"""The record: one incident, derived from claims and judgements and never edited in place."""

from typing import Literal

import msgspec

from annals.model.claim import ImpliedScope, Speaker, Stance, TallyForm
from annals.model.quote import Quote
from annals.model.values import VALUE_TYPES, DateValue, Field, PlaceValue, Value

SCHEMA_VERSION = "1"

ClaimState = Literal["supports", "dissents", "superseded", "set_aside"]
"""How a claim stands to the record's value: it agrees; it disagrees and is live; a later figure of the same speaker or
outlet replaced it; it is kept but not weighed, for the reason given."""


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """One party and what is said of it."""

    actor_id: str | None = None
    name: str | None = None
    role: Literal["perpetrator", "target", "victim", "responder"]
    status: Literal["named", "suspected", "blamed", "claimed", "denied"]
    by: tuple[str, ...] = ()
    """Ids of the claims that say so."""


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """A count with its range; None is unknown, 0 is none."""

    low: int | None = None
    best: int | None = None
    high: int | None = None


class IncidentWeapon(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of weapon with the numbers told of it."""

    kind: str | None = None
    name: str | None = None
    calibre_mm: float | None = None
    fired: Span = Span()
    hit: Span = Span()


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a toll: who they were and how many."""

    group: str | None = None
    population: str | None = None
    low: int | None = None
    high: int | None = None
    claims: tuple[str, ...] = ()


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A toll. `state` tells an unknown number, silence and zero apart."""

    low: int | None = None
    best: int | None = None
    high: int | None = None
    state: Literal["reported", "not_reported", "unknown"] = "not_reported"
    """reported: at least one figure; unknown: told of, without a figure; not_reported: no report speaks of it."""
    rule: str | None = None
    """Name of the rule that chose low, best and high."""
    groups: tuple[Group, ...] = ()


class Thing(msgspec.Struct, frozen=True, kw_only=True):
    """A target or a piece of damage, with the claims that tell it."""

    name: str | None = None
    kind: str | None = None
    claims: tuple[str, ...] = ()


class Corroboration(msgspec.Struct, frozen=True, kw_only=True):
    """How many reports, how many independent origins (reprints count once), and what that is worth."""

    reports: int
    origins: int
    grade: str
    grade_reason: str


class RuledClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as it stands in the record."""

    claim_id: str
    field: Field
    value: Value | None
    words: str
    report_id: str
    quote: Quote
    speaker: Speaker
    hedge: str | None
    stance: Stance
    state: ClaimState
    reason: str
    """Why it has that state, one sentence."""

    def __post_init__(self) -> None:
        """Read the value by the field's shape when it comes from JSON."""
        value: object = self.value
        if isinstance(value, dict):
            shaped = msgspec.convert(value, VALUE_TYPES[self.field])
            msgspec.structs.force_setattr(self, "value", shaped)


class RecordResponse(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody did about the incident (PLOVER category)."""

    category: str
    actor: str | None
    recipient: str | None
    date: str | None
    realis: str
    report_id: str
    quote: Quote


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """This incident `relation` the incident `to`, because report `asserted_by` says so in the quote."""

    relation: str
    to: str
    asserted_by: str
    quote: Quote


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """First and last day, inclusive; None is open."""

    start: str | None = None
    end: str | None = None


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """What a tally counts."""

    what: str
    """In the report's words."""
    events: tuple[str, ...] = ()
    """ACLED's sub-event types; empty is any violence."""
    deadly: bool = False
    """Whether only events that killed somebody are counted."""
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    place: str | None = None
    window: Window = Window()
    implied: tuple[ImpliedScope, ...] = ()
    """The parts that the report does not tell, taken over from the incident that it tells the count of: place; kind,
    which are events and weapons."""


class Tally(msgspec.Struct, frozen=True, kw_only=True):
    """A count that a report states, checked against the ledger."""

    report_id: str
    quote: Quote
    words: str
    form: TallyForm = "count"
    count: dict[str, int | None]
    """{"low": ..., "high": ...}; None is open. Both None for the form `most`."""
    scope: Scope
    counted: int
    """Incidents of the ledger that fit the scope; for the form `most` those of them that were worse."""
    maybe: int = 0
    """Further incidents that may fit: something that decides is unknown of them."""
    missing: int = 0
    """At least so many that the report counts are not in the ledger."""
    incidents: tuple[str, ...] = ()
    """Ids of those counted, sorted."""
    verdict: str
    """agrees, ledger_has_more, ledger_has_fewer, cannot_tell."""
    reason: str


class IncidentReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report that tells the incident."""

    report_id: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    copy_of: str | None
    """The report_id of the original where this one reprints it, else None."""
    superseded_by: str | None = None
    """The report_id of the next version, by which the outlet brought this report up to date or corrected it, else None.
    """


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """What people decided on it."""

    status: str = "unreviewed"
    judgements: tuple[str, ...] = ()


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """One incident with all that is said of it. Every key is always there; empty is [] or null."""

    schema_version: str = SCHEMA_VERSION
    incident_id: str
    aliases: tuple[str, ...] = ()
    """Other ids that lead here: those of the incident's other mentions."""
    title: str
    event_type: str | None
    sub_event_type: str | None
    date: DateValue
    place: PlaceValue
    actors: tuple[Actor, ...] = ()
    weapons: tuple[IncidentWeapon, ...] = ()
    killed: Figure
    wounded: Figure
    missing: Figure
    abducted: Figure
    targets: tuple[Thing, ...] = ()
    damage: tuple[Thing, ...] = ()
    corroboration: Corroboration
    disagreements: tuple[str, ...] = ()
    """Names of the claim fields whose live claims differ in meaning."""
    claims: tuple[RuledClaim, ...] = ()
    responses: tuple[RecordResponse, ...] = ()
    links: tuple[Link, ...] = ()
    tallies: tuple[Tally, ...] = ()
    reports: tuple[IncidentReport, ...] = ()
    review: Review = Review()
