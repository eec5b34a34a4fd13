"""Are the kinds of event, the weapons and their numbers those of one event?"""

from annals.link.compare.finding import Finding
from annals.link.profile import Profile, Range
from annals.link.weights import families
from annals.model.values import EVENT_TYPE_OF

_GENERIC = ("Attack", "Other")
_AGREEING = ("equal", "overlap", "more_hit_than_fired", "conflict")
"""From what speaks most for one event to what speaks most against it."""
_VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians")


def compare_types(left: Profile, right: Profile) -> Finding | None:
    """Same sub-type, one family that reports mix up, another family, or kinds that have nothing in common.

    Two kinds of violence done with the same weapon are no conflict: the type mostly follows from the weapon.
    """
    a, b = left.sub_event_type, right.sub_event_type
    if a == b:
        finding, reason = "same", "same kind of event"
    elif families("type_families").get(a, frozenset()) & families("type_families").get(b, frozenset()):
        finding, reason = "same_family", "related kinds of event"
    elif _violent(a) and _violent(b):
        if a in _GENERIC or b in _GENERIC:
            finding, reason = "generic", "one is told generally"
        elif left.weapons & right.weapons:
            finding, reason = "same_family", "different kinds, but the same weapon"
        else:
            finding, reason = "other_family", "different kinds of event"
    else:
        finding, reason = ("generic", "one is told generally") if "Other" in (a, b) else ("unrelated", "unlike kinds")
    return Finding(finding, reason, a, b)


def compare_weapons(left: Profile, right: Profile) -> Finding | None:
    """A shared kind of weapon, a related one, or none; None where a side names no weapon."""
    if not left.weapons or not right.weapons:
        return None
    shown = (", ".join(sorted(left.weapons)), ", ".join(sorted(right.weapons)))
    if left.weapons & right.weapons:
        finding, reason = "same_kind", "same weapon"
    elif _kin(left.weapons) & _kin(right.weapons):
        finding, reason = "same_family", "related weapons"
    else:
        finding, reason = "other_family", "different weapons"
    return Finding(finding, reason, *shown)


def compare_calibres(left: Profile, right: Profile) -> Finding | None:
    """Calibres that agree or exclude each other; None where a side tells none."""
    if not left.calibres or not right.calibres:
        return None
    same = bool(left.calibres & right.calibres)
    return Finding(
        "same" if same else "other",
        "same calibre" if same else "different calibres",
        ", ".join(f"{c:g} mm" for c in sorted(left.calibres)),
        ", ".join(f"{c:g} mm" for c in sorted(right.calibres)),
    )


def compare_munitions(left: Profile, right: Profile) -> Finding | None:
    """The numbers fired, that hit and that were intercepted: each measure with itself, hits against fired.

    The finding that agrees best decides; None where the sides count nothing in common.
    """
    if not left.munitions or not right.munitions:
        return None
    found: list[tuple[str, str, Range, Range]] = []
    for measure in sorted(left.munitions.keys() & right.munitions.keys()):
        found += [(*_numbers(a, b, measure), a, b) for a in left.munitions[measure] for b in right.munitions[measure]]
    for first, second in ((left, right), (right, left)):
        for fired in first.munitions.get("fired", ()):
            for hit in second.munitions.get("hit", ()):
                if fired[1] is not None and hit[0] is not None and hit[0] > fired[1]:
                    found.append(("more_hit_than_fired", "more hit than were fired", fired, hit))
    if not found:
        return None
    level, reason, a, b = min(found, key=lambda f: (_AGREEING.index(f[0]), f[1], str(f[2]), str(f[3])))
    return Finding(level, reason, show_range(a), show_range(b))


def show_range(numbers: Range) -> str:
    """A count for people: "4", "at least 12", "up to 3", "10 to 12"."""
    low, high = numbers
    if low is None:
        return f"up to {high}"
    if high is None:
        return f"at least {low}"
    return str(low) if low == high else f"{low} to {high}"


def _numbers(a: Range, b: Range, measure: str) -> tuple[str, str]:
    if a == b and a[0] == a[1] and a[0] is not None:
        return ("equal" if a[0] > 1 else "overlap"), f"same number {measure}"
    if disjoint(a, b):
        return "conflict", f"numbers {measure} cannot both be right"
    return "overlap", f"numbers {measure} agree"


def disjoint(a: Range, b: Range) -> bool:
    """Whether no number lies in both ranges."""
    return (a[1] is not None and b[0] is not None and b[0] > a[1]) or (
        b[1] is not None and a[0] is not None and a[0] > b[1]
    )


def _kin(kinds: frozenset[str]) -> set[str]:
    table = families("weapon_families")
    return {name for kind in kinds for name in table.get(kind, frozenset((kind,)))}


def _violent(sub_event_type: str) -> bool:
    return EVENT_TYPE_OF.get(sub_event_type) in _VIOLENT
