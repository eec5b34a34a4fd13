"""What a reader finds in one report: words and where they stand, not yet values.

Every reader (rules, trained, language model) gives this shape, and `harmonise` turns the words into values.
"""

from typing import Literal

import msgspec

from annals.model.claim import Stance, TallyForm
from annals.model.quote import Quote
from annals.model.values import Field

Realis = Literal["actual", "planned", "threatened", "hypothetical", "denied", "historical"]
"""Whether it happened. `historical`: an anniversary, a trial or a recollection too old to be news of its own."""

Prominence = Literal["reported", "recalled"]
"""reported: the report tells it as its news or sets it out in its own right; recalled: background."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """One stretch of text that tells one field of one event."""

    field: Field
    words: str
    """The words that carry the value ("five", "on Monday", "Taji air base", "no casualties"); a substring of the
    quote. Empty only for the stance `unclaimed`."""
    quote: Quote
    """The shortest stretch that says it in context ("wounding five members of ...")."""
    group: str | None = None
    """For counts of people: who is counted, in the report's words; for counts of munitions: what is counted."""
    part: bool = False
    """For counts of people: a part of another figure, or one of several separate figures, not the whole toll."""
    speaker: str | None = None
    """Who says so, in the report's words; None is the report's own voice."""
    hedge: str | None = None
    """The hedging word itself ("reportedly", "about"); None where there is none."""
    stance: Stance = "states"
    """Only a perpetrator finding has another stance than `states`."""
    anchor: str | None = None
    """For dates told against another time of the report ("two days after"): the words of that other time, None where
    the publication date is the reference. For places and perpetrators that stand for a fuller name ("the airport",
    "the group"): that name."""
    backwards: bool = False
    """For dates with an anchor: the anchor came later ("the warning came two days after rockets struck": the rockets
    are dated against the warning)."""


class Telling(msgspec.Struct, frozen=True, kw_only=True):
    """One event as one report tells it, in the report's words."""

    trigger: Quote
    """The words that name the event ("rocket attack"), at their first place in the report."""
    sentence: Quote
    """The sentence of the trigger."""
    sub_event_type: str
    """One of ACLED's sub-types."""
    realis: Realis = "actual"
    prominence: Prominence = "reported"
    aggregate: bool = False
    """True for several events told as one ("nine attacks in five weeks"): never an incident."""
    findings: tuple[Finding, ...] = ()


class Response(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody did or said about an event."""

    category: str
    """A PLOVER category such as ACCUSE, THREATEN, SANCTION, REJECT, MOBILIZE, PROTEST."""
    actor: str | None = None
    """Who, in the report's words."""
    recipient: str | None = None
    date: str | None = None
    """When, in the report's words."""
    realis: Realis = "actual"
    report_id: str
    quote: Quote
    telling: int | None = None
    """Index of the telling that it answers, within the reading; None where the report does not say which."""


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """Two events of one report, and the sentence that ties them."""

    relation: str
    """retaliation_for, response_to, follows, part_of, same_campaign, precursor, repeats."""
    source: int
    """Index of the telling that is tied, within the reading: source `relation` target."""
    target: int
    quote: Quote


class StatedTally(msgspec.Struct, frozen=True, kw_only=True):
    """A count of events that a report states ("the ninth in five weeks"), in the report's words."""

    report_id: str
    quote: Quote
    words: str
    """The words of the number ("ninth", "22nd", "dozens"), or the superlative ("deadliest")."""
    form: TallyForm = "count"
    what: str
    """What is counted ("rocket attacks on bases that host US troops")."""
    named: str = ""
    """The words that name the events counted; those of the count before it for one that leaves them out."""
    window: str | None = None
    """The words of the period ("in five weeks", "since October"); None where not told."""
    anchor: str | None = None
    """The words of the time that a bare "since" looks back to; None elsewhere."""
    like: bool = False
    """Whether events of the kind of the one told are counted ("the third such", "the tenth of its type")."""
    deadly: bool = False
    """Whether a superlative compares the dead."""
    parts: tuple["Finding", ...] = ()
    """The words that limit what is counted: places, weapons, targets, and parties as `perpetrator`."""
    tellings: tuple[int, ...] = ()
    """Indexes of the tellings that the count is said to include ("the attack was the tenth")."""


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """All that one reader found in one report."""

    report_id: str
    reader: str
    """Name and version of the reader ("rules 1")."""
    tellings: tuple[Telling, ...] = ()
    responses: tuple[Response, ...] = ()
    ties: tuple[Tie, ...] = ()
    tallies: tuple[StatedTally, ...] = ()
    note: str | None = None
    """Why nothing was read ("not read: language ar"); None where the report was read."""
