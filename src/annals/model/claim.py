"""Who says what about one event, in which words: claims and mentions."""

from collections.abc import Mapping
from typing import Literal

import msgspec

from annals.model.dating import Clue
from annals.model.quote import Quote
from annals.model.values import VALUE_TYPES, Field, Value

Stance = Literal["states", "claims", "denies", "blames", "suspects", "praises", "declines", "retracts", "unclaimed"]
"""How the speaker stands to the value; `unclaimed`: "no group claimed it". Only perpetrator claims differ from
`states`."""


TallyForm = Literal["count", "ordinal", "first", "most"]
"""How a count is stated: so many; this one was the ninth; this one was the first; none was worse ("the deadliest in
years")."""

ImpliedScope = Literal["place", "kind"]
"""A part of a tally's scope: where; which events and weapons."""

Currency = Literal["current", "former", "withdrawn"]
"""How a report tells a figure: as the one that stands, as one that another replaced, as one that was taken back."""


class Speaker(msgspec.Struct, frozen=True, kw_only=True):
    """Who makes a claim; all None is the report's own voice."""

    name: str | None = None
    """Name or description, in the report's words ("a senior US military official")."""
    actor_id: str | None = None
    """Id in the actor table where the speaker speaks for a known actor."""
    anonymous: bool | None = None
    """True where the report withholds the name; None for the report's own voice."""


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One value for one field of one mention."""

    claim_id: str
    """From report, mention, field, quote and value."""
    field: Field
    value: Value | None
    """The shape follows from `field` (values.VALUE_TYPES); None only for the stance `unclaimed`."""
    words: str
    """The report's words for the value; "" only where `value` is None."""
    report_id: str
    quote: Quote
    speaker: Speaker = Speaker()
    hedge: str | None = None
    """The hedging word itself, or None."""
    stance: Stance = "states"
    currency: Currency = "current"
    """How the report itself tells it: "first 12, then 14" tells 12 as a former figure. Not `current` only for tolls."""
    anchor: str | None = None
    """For dates told against another time of the report: the words of that time. Not part of the record."""
    backwards: bool = False
    """As in `Finding`. Not part of the record."""

    def __post_init__(self) -> None:
        """Read the value by the field's shape when it comes from JSON."""
        value: object = self.value
        if isinstance(value, dict):
            shaped = msgspec.convert(value, VALUE_TYPES[self.field])
            msgspec.structs.force_setattr(self, "value", shaped)


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """One event as one report tells it, with values."""

    mention_id: str
    """From the report's id and the trigger's place."""
    report_id: str
    trigger: Quote
    sentence: Quote
    sub_event_type: str
    realis: str = "actual"
    prominence: str = "reported"
    aggregate: bool = False
    """True for several events told as one; never an incident."""
    claims: tuple[Claim, ...] = ()


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """All that one report says, harmonised. What linking and reconciling work on; needs no text."""

    report_id: str
    reader: str
    mentions: tuple[Mention, ...] = ()
    responses: tuple["AccountResponse", ...] = ()
    ties: tuple["AccountTie", ...] = ()
    tallies: tuple["AccountTally", ...] = ()
    story: Mapping[str, int] = {}
    """Folded words of the report by which its story is known from others, the most telling first -> times told."""
    note: str | None = None
    clues: tuple[Clue, ...] = ()
    """What bounds the day of publication, for a report that was given none."""


class AccountResponse(msgspec.Struct, frozen=True, kw_only=True):
    """A response whose event is known by its mention."""

    category: str
    actor: str | None = None
    recipient: str | None = None
    date: str | None = None
    """EDTF, None where not told."""
    realis: str = "actual"
    report_id: str
    quote: Quote
    mention_id: str | None = None


class AccountTie(msgspec.Struct, frozen=True, kw_only=True):
    """A tie between two mentions of one report: source `relation` target."""

    relation: str
    source: str
    target: str
    report_id: str
    quote: Quote


class AccountTally(msgspec.Struct, frozen=True, kw_only=True):
    """A stated count with its number, window and scope read; None is an open end."""

    report_id: str
    quote: Quote
    words: str
    form: TallyForm = "count"
    low: int | None = None
    high: int | None = None
    what: str
    events: tuple[str, ...] = ()
    """ACLED's sub-event types that are counted; empty is any violence."""
    deadly: bool = False
    """Whether only events that killed somebody are counted."""
    actors: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    weapons: tuple[str, ...] = ()
    """Weapon kinds."""
    place: str | None = None
    """Name of the place that limits the count; None where not told."""
    country: str | None = None
    start: str | None = None
    """First day counted, YYYY-MM-DD; None open."""
    end: str | None = None
    window: str | None = None
    """The words of the period; None where not told."""
    afresh: str | None = None
    """For `first` and `most`: the first day after the time that is told ("since 2011": 2012-01-01), as what happened in
    that time may be the very event that the report looks back to. None where none is told."""
    implied: tuple[ImpliedScope, ...] = ()
    """The parts of the scope that are not told, but taken over from the event that the count is told of."""
    mentions: tuple[str, ...] = ()
    """Ids of the mentions that the count is said to include."""
