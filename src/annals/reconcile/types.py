"""What happened, in ACLED's words."""

from collections.abc import Sequence

import msgspec

from annals.model.rules import DEFAULT_RULES, RuleSet
from annals.model.values import EVENT_TYPE_OF, EventTypeValue
from annals.reconcile.case import Heard, Rule, Ruling, Rulings, origins_said

_MOST = "The sub-type that most independent origins tell is taken; reprints count once."
TYPE_RULES: dict[RuleSet, Rule] = {
    "conservative": Rule(
        name="most_told",
        sentences=(
            _MOST,
            'The general ones ("Attack", "Other") are taken where more origins tell them than any other.',
        ),
    ),
    **dict.fromkeys(
        ("representative", "informative"),
        Rule(
            name="most_specific_agreed",
            sentences=(_MOST, 'The general ones ("Attack", "Other") are taken only where nobody tells more.'),
        ),
    ),
}
_GENERAL = ("Attack", "Other", None)


class TypeRuling(msgspec.Struct, frozen=True, kw_only=True):
    """The type, how each claim stands to it, and whether reports contradict each other."""

    value: EventTypeValue
    rulings: Rulings
    disagrees: bool


def rule_type(heard: Sequence[Heard], rules: RuleSet = DEFAULT_RULES) -> TypeRuling:
    """Rule the type of event; `heard` holds all event_type claims and may be empty."""
    typed = [(h, h.claim.value) for h in heard if isinstance(h.claim.value, EventTypeValue)]
    if not typed:
        return TypeRuling(value=EventTypeValue(), rulings={}, disagrees=False)
    votes: dict[str | None, set[str]] = {}
    for h, value in typed:
        votes.setdefault(value.sub_event_type, set()).add(h.origin)
    general_last = rules != "conservative"
    sub = min(votes, key=lambda s: (s is None, general_last and s in _GENERAL, -len(votes[s]), s in _GENERAL, s or ""))
    kind = EVENT_TYPE_OF.get(sub or "") or min((v.event_type for _, v in typed if v.event_type), default=None)
    rulings: Rulings = {}
    backing = origins_said(len(votes[sub]))
    for h, value in typed:
        if value.sub_event_type == sub:
            rulings[h.position] = Ruling(state="supports", reason=f"It tells of {sub or kind}.")
        elif value.sub_event_type in _GENERAL and sub not in _GENERAL:
            rulings[h.position] = Ruling(state="supports", reason=f"It tells it generally; others say {sub}.")
        elif sub in _GENERAL and EVENT_TYPE_OF.get(value.sub_event_type or "") == kind:
            reason = f"It says more, {value.sub_event_type}, but fewer origins do."
            rulings[h.position] = Ruling(state="supports", reason=reason)
        else:
            reason = f"It tells of {value.sub_event_type}; the record takes {sub}, supported by {backing}."
            rulings[h.position] = Ruling(state="dissents", reason=reason)
    specific = {EVENT_TYPE_OF.get(s or "") for s in votes if s not in _GENERAL}
    return TypeRuling(
        value=EventTypeValue(event_type=kind, sub_event_type=sub), rulings=rulings, disagrees=len(specific) > 1
    )
