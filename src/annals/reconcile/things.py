"""What was attacked, and what was damaged."""

from collections.abc import Sequence

from annals.english.folding import name_key
from annals.model.incident import Thing
from annals.model.values import ThingValue
from annals.reconcile.case import Heard, Rule, Ruling, Rulings

RULE = Rule(
    name="all_told",
    sentences=(
        "Everything that is told is kept.",
        (
            "Wordings of which one holds all the words of the other are one, under the fuller wording, unless their"
            " kinds differ."
        ),
    ),
)


def rule_things(heard: Sequence[Heard]) -> tuple[tuple[Thing, ...], Rulings]:
    """Rule targets or damage; `heard` holds all claims of the one field, in the order of the record."""
    told = [(h, h.claim.value) for h in heard if isinstance(h.claim.value, ThingValue)]
    fullest = sorted(told, key=lambda t: (-len(set(name_key(t[1].name or ""))), t[0].position))
    groups: list[tuple[ThingValue, list[Heard]]] = []
    for h, value in fullest:
        for first, members in groups:
            if _same(first, value):
                members.append(h)
                break
        else:
            groups.append((value, [h]))
    groups.sort(key=lambda g: min(h.position for h in g[1]))
    rulings = {
        h.position: Ruling(state="supports", reason=f'It tells of "{first.name or first.kind}".')
        for first, members in groups
        for h in members
    }
    things = tuple(
        Thing(
            name=first.name,
            kind=first.kind or next((k for h in members if (k := _kind(h))), None),
            claims=tuple(h.claim.claim_id for h in sorted(members, key=lambda m: m.position)),
        )
        for first, members in groups
    )
    return things, rulings


def _same(fuller: ThingValue, other: ThingValue) -> bool:
    if fuller.kind and other.kind and fuller.kind != other.kind:
        return False
    words = set(name_key(other.name or ""))
    if not words:
        return fuller.kind == other.kind
    return words <= set(name_key(fuller.name or ""))


def _kind(h: Heard) -> str | None:
    return h.claim.value.kind if isinstance(h.claim.value, ThingValue) else None
