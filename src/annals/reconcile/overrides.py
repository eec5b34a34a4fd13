"""What people decided on one incident: values they set, and records they withdrew."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from annals.model.days import days_of
from annals.model.incident import Figure, Incident, Review, Span
from annals.model.judgement import Judgement
from annals.model.values import EVENT_TYPE_OF, DateValue, PlaceValue

COUNTS = ("killed", "wounded", "missing", "abducted")
OVERRIDABLE = (*COUNTS, "date", "place", "sub_event_type", "title")
"""Fields that a person may set. A toll takes a number or {low, best, high}; date and place take the record's shape."""


def review(incident: Incident, judgements: Sequence[Judgement]) -> Incident:
    """Apply what people decided on an incident's mentions.

    Args:
        incident: the record as ruled.
        judgements: those that stand and name one of its mentions, the oldest first; the later wins.

    Returns:
        The record with overridden values and its review: `unreviewed`, `reviewed`, `override_failed` where one cannot
        be applied (`override` tells why, and is for checking one before it is recorded), or `withdrawn`.
    """
    if not judgements:
        return incident
    status = "reviewed"
    for judgement in judgements:
        if judgement.kind == "override":
            try:
                incident = override(incident, judgement)
            except ValueError:
                status = "override_failed"
    if any(j.kind == "withdraw" for j in judgements):
        status = "withdrawn"
    names = tuple(j.judgement_id for j in judgements)
    return msgspec.structs.replace(incident, review=Review(status=status, judgements=names))


def override(incident: Incident, judgement: Judgement) -> Incident:
    """Set one field as a person decided; raises ValueError where field or value cannot be."""
    field = judgement.field or ""
    setter = _SETTERS.get(field)
    if setter is None:
        raise ValueError(
            f"judgement {judgement.judgement_id}: field {field!r} cannot be set; try {', '.join(OVERRIDABLE)}"
        )
    try:
        value = msgspec.json.decode(judgement.value or "null")
        changes = setter(incident, field, value, f"override by {judgement.by}")
    except (msgspec.MsgspecError, TypeError) as error:
        raise ValueError(f"judgement {judgement.judgement_id}: {judgement.value!r} is no {field}: {error}") from error
    return msgspec.structs.replace(incident, **changes)


def _count(incident: Incident, field: str, value: Any, rule: str) -> dict[str, Any]:
    if isinstance(value, int) and not isinstance(value, bool):
        value = {"low": value, "best": value, "high": value}
    span = msgspec.convert(value, Span)
    known = [n for n in (span.low, span.best, span.high) if n is not None]
    if known != sorted(known) or any(n < 0 for n in known):
        raise TypeError("low, best and high must not be negative and must be in order")
    old: Figure = getattr(incident, field)
    state = "reported" if known else "unknown"
    new = Figure(low=span.low, best=span.best, high=span.high, state=state, rule=rule, groups=old.groups)  # type: ignore[arg-type]
    return {field: new}


def _date(_: Incident, field: str, value: Any, __: str) -> dict[str, Any]:
    date = msgspec.convert(value, DateValue)
    low, high = days_of(date)
    if low is not None and high is not None and low > high:
        raise TypeError("start is after end")
    return {field: date}


def _place(_: Incident, field: str, value: Any, __: str) -> dict[str, Any]:
    return {field: msgspec.convert(value, PlaceValue)}


def _sub_event_type(_: Incident, field: str, value: Any, __: str) -> dict[str, Any]:
    name = msgspec.convert(value, str)
    if name not in EVENT_TYPE_OF:
        raise TypeError("it is none of ACLED's sub-types")
    return {field: name, "event_type": EVENT_TYPE_OF[name]}


def _title(_: Incident, field: str, value: Any, __: str) -> dict[str, Any]:
    return {field: msgspec.convert(value, str)}


_SETTERS: Mapping[str, Callable[[Incident, str, Any, str], dict[str, Any]]] = {
    **dict.fromkeys(COUNTS, _count),
    "date": _date,
    "place": _place,
    "sub_event_type": _sub_event_type,
    "title": _title,
}
