"""How one value of a record came about, for `annals why`."""

from collections.abc import Mapping

import msgspec

from annals.errors import NotFoundError
from annals.model.incident import Incident, RuledClaim
from annals.model.rules import DEFAULT_RULES, RuleSet
from annals.reconcile import corroboration, perpetrators, things
from annals.reconcile.case import Rule
from annals.reconcile.counts import COUNT_RULES
from annals.reconcile.course import Course, course_of
from annals.reconcile.dates import DATE_RULES
from annals.reconcile.places import PLACE_RULES
from annals.reconcile.ranges import show
from annals.reconcile.types import TYPE_RULES
from annals.reconcile.weapons import WEAPON_RULES

_COUNTS = ("killed", "wounded", "missing", "abducted")
_OF_FIELD: dict[str, Mapping[RuleSet, Rule] | Rule] = {
    **dict.fromkeys(_COUNTS, COUNT_RULES),
    "date": DATE_RULES,
    "place": PLACE_RULES,
    "event_type": TYPE_RULES,
    **dict.fromkeys(("weapon", "fired", "hit", "intercepted"), WEAPON_RULES),
    "perpetrator": perpetrators.RULE,
    "target": things.RULE,
    "damage": things.RULE,
    "corroboration": corroboration.RULE,
}


def rules_of(rules: RuleSet = DEFAULT_RULES) -> dict[str, Rule]:
    """Field -> the rule by which the set makes its value.

    Who did it, what was hit and how well it is attested are told alike in every set: they are no choice of a value.
    """
    return {field: rule if isinstance(rule, Rule) else rule[rules] for field, rule in _OF_FIELD.items()}


_OTHER_NAMES = {
    "sub_event_type": "event_type",
    "weapons": "weapon",
    "actors": "perpetrator",
    "targets": "target",
}


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """The rule, the claims by their state, and the whole as sentences."""

    field: str
    rule: str
    """Name of the rule, or who overrode it."""
    support: tuple[RuledClaim, ...] = ()
    dissent: tuple[RuledClaim, ...] = ()
    superseded: tuple[RuledClaim, ...] = ()
    set_aside: tuple[RuledClaim, ...] = ()
    course: Course = Course()
    """Of a toll: its figures in the order told; empty for other fields."""
    sentences: tuple[str, ...] = ()
    """The value, what the rule does, and how the claims stand; fit to show."""


def explain(incident: Incident, field: str, rules: RuleSet = DEFAULT_RULES) -> Explanation:
    """Explain the value of a field: a claim field or the record's name for it (`weapons`, `actors`, `targets`).

    `rules` is the set by which the record was made.

    Raises:
        NotFoundError: the record has no such field.
    """
    name = _OTHER_NAMES.get(field, field)
    rule = rules_of(rules).get(name)
    if rule is None:
        raise NotFoundError(f"no field {field!r}; try one of {', '.join(_OF_FIELD)}")
    by_state: dict[str, list[RuledClaim]] = {}
    for claim in incident.claims:
        if claim.field == name:
            by_state.setdefault(claim.state, []).append(claim)
    held = {state: tuple(claims) for state, claims in by_state.items()}
    decided = getattr(incident, name).rule if name in _COUNTS else None
    counted = "; ".join(
        f"{len(held[state])} {label}"
        for state, label in (
            ("supports", "in support"),
            ("dissents", "dissenting"),
            ("superseded", "superseded"),
            ("set_aside", "set aside"),
        )
        if state in held
    )
    sentences = [_value(incident, name), *rule.sentences, f"Claims: {counted or 'none'}."]
    if name in incident.disagreements:
        sentences.append("Live claims of this field contradict each other.")
    if decided and decided != rule.name:
        sentences.append(f"A person set it: {decided}.")
    return Explanation(
        field=name,
        rule=decided or rule.name,
        support=held.get("supports", ()),
        dissent=held.get("dissents", ()),
        superseded=held.get("superseded", ()),
        set_aside=held.get("set_aside", ()),
        course=course_of(incident, name) if name in _COUNTS else Course(),
        sentences=tuple(sentences),
    )


def _value(incident: Incident, name: str) -> str:
    if name in _COUNTS:
        figure = getattr(incident, name)
        if figure.state == "not_reported":
            return f"No report speaks of anyone {name}."
        if figure.state == "unknown":
            return f"Reports speak of {name}, without a number for the whole."
        best = figure.best if figure.best is not None else "unknown"
        return f"{name}: best {best}, range {show(figure.low, figure.high)}."
    if name == "date":
        return f"date: {incident.date.edtf or 'unknown'} ({incident.date.precision}, {incident.date.basis})."
    if name == "place":
        return f"place: {incident.place.name or 'unknown'} ({incident.place.precision})."
    if name == "event_type":
        return f"event_type: {incident.event_type or 'unknown'}, {incident.sub_event_type or 'unknown'}."
    if name == "perpetrator":
        said = ", ".join(f"{a.name or a.actor_id} ({a.status})" for a in incident.actors)
        return f"perpetrator: {said or 'nobody is named'}."
    if name in ("target", "damage"):
        told = incident.targets if name == "target" else incident.damage
        return f"{name}: {', '.join(t.name or t.kind or '' for t in told) or 'none told'}."
    if name == "corroboration":
        return f"corroboration: {incident.corroboration.grade}. {incident.corroboration.grade_reason}"
    said = ", ".join((w.kind or w.name or "unknown").replace("_", " ") for w in incident.weapons)
    return f"weapons: {said or 'none told'}."
