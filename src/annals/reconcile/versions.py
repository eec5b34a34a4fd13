"""What a later version of a report tells otherwise: the earlier version's word for it is superseded.

Of tolls `live.py` sees to that. An update need not repeat everything: what it leaves out stands as the earlier version
has it.
"""

from collections.abc import Sequence

from annals.model.days import iso
from annals.model.values import EVENT_TYPE_OF, DateValue, EventTypeValue, MunitionValue, PlaceValue
from annals.reconcile.case import Heard, Ruling, Rulings
from annals.reconcile.dates import exclude
from annals.reconcile.places import agree
from annals.reconcile.ranges import contradict
from annals.reconcile.weapons import told_of

LATER_VERSION = "A later version of this report"


def outdated(heard: Sequence[Heard]) -> Rulings:
    """The dates, places, types and numbers of munitions that nothing told of them by a later version agrees with."""
    told: dict[tuple[str, str], list[Heard]] = {}
    for h in heard:
        told.setdefault((h.claim.report_id, h.claim.field), []).append(h)
    found: Rulings = {}
    for h in heard:
        for version in h.later:
            newer = told.get((version, h.claim.field), [])
            if newer and all(_otherwise(h, other) for other in newer):
                reason = f"{LATER_VERSION} tells it otherwise ({when(newer[0])})."
                found[h.position] = Ruling(state="superseded", reason=reason)
                break
    return found


def when(h: Heard) -> str:
    """When its report was published, for the end of a sentence."""
    on = iso(h.day) if h.day else h.published
    return f"published {on}" if on else "undated"


def _otherwise(old: Heard, new: Heard) -> bool:
    """Whether the two cannot both be so."""
    x, y = old.claim.value, new.claim.value
    if isinstance(x, DateValue) and isinstance(y, DateValue):
        return exclude(old, x, new, y)
    if isinstance(x, PlaceValue) and isinstance(y, PlaceValue):
        return agree(x, y) is False
    if isinstance(x, EventTypeValue) and isinstance(y, EventTypeValue):
        kinds = {EVENT_TYPE_OF.get(value.sub_event_type or "") for value in (x, y)}
        return len(kinds) > 1 and None not in kinds and not {x.sub_event_type, y.sub_event_type} & {"Attack", "Other"}
    if isinstance(x, MunitionValue) and isinstance(y, MunitionValue):
        return x.weapon == y.weapon and contradict(told_of(old, x), told_of(new, y))
    return False
