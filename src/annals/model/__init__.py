"""The words annals thinks in: frozen, keyword-only values that every stage shares.

A report is read into *tellings* (one event as one report tells it, still in the report's words), these are
harmonised into *mentions* with *claims* (values with their quotes), mentions of one event are linked, and each
cluster is reconciled into one *incident*. Offsets are Unicode code points of the stored text, end exclusive.
"""

from annals.model.claim import Account, Claim, Mention, Speaker, Stance
from annals.model.incident import (
    Actor,
    Corroboration,
    Figure,
    Incident,
    IncidentReport,
    IncidentWeapon,
    Link,
    Review,
    RuledClaim,
    Span,
    Tally,
    Thing,
)
from annals.model.judgement import Judgement
from annals.model.quote import Quote, Region
from annals.model.reading import Finding, Reading, Realis, Response, StatedTally, Telling, Tie
from annals.model.report import Refusal, Report
from annals.model.values import (
    ActorValue,
    CountValue,
    DateValue,
    EventTypeValue,
    Field,
    MunitionValue,
    PlaceValue,
    ThingValue,
    Value,
    WeaponValue,
)

__all__ = [
    "Account",
    "Actor",
    "ActorValue",
    "Claim",
    "Corroboration",
    "CountValue",
    "DateValue",
    "EventTypeValue",
    "Field",
    "Figure",
    "Finding",
    "Incident",
    "IncidentReport",
    "IncidentWeapon",
    "Judgement",
    "Link",
    "Mention",
    "MunitionValue",
    "PlaceValue",
    "Quote",
    "Reading",
    "Realis",
    "Refusal",
    "Region",
    "Report",
    "Response",
    "Review",
    "RuledClaim",
    "Span",
    "Speaker",
    "Stance",
    "StatedTally",
    "Tally",
    "Telling",
    "Thing",
    "ThingValue",
    "Tie",
    "Value",
    "WeaponValue",
]
