"""Who is said to have done it, by whom, and how firmly."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal

import msgspec

from annals.english.folding import name_key
from annals.model.incident import Actor
from annals.model.values import ActorValue
from annals.reconcile.case import Heard, Rule, Ruling, Rulings
from annals.reference.actor_entry import ActorEntry
from annals.reference.actor_files import shipped_entries

RULE = Rule(
    name="strongest_stance",
    sentences=(
        (
            "Every party that is said to have done it is kept, with the strongest thing said: it claims it, it is"
            " blamed, suspected, or named by a report in its own voice."
        ),
        'A denial stands beside that, as the status "denied".',
        "Praise, and a refusal to comment, give nobody a part in it; that nobody claimed it stays a claim.",
        "What its speaker retracted is superseded.",
    ),
)
Status = Literal["named", "suspected", "blamed", "claimed", "denied"]
_STATUS: dict[str, Status] = {
    "claims": "claimed",
    "blames": "blamed",
    "suspects": "suspected",
    "states": "named",
    "denies": "denied",
}
_STRENGTH = ("claimed", "blamed", "suspected", "named")


class PerpetratorRuling(msgspec.Struct, frozen=True, kw_only=True):
    """The parties, how each claim stands, and whether the claims contradict each other."""

    actors: tuple[Actor, ...]
    rulings: Rulings
    disagrees: bool
    contested: str | None
    """Why it is contested who did it: a denial by the accused, or two that claim it; None where it is not."""


def rule_perpetrators(heard: Sequence[Heard]) -> PerpetratorRuling:
    """Rule the perpetrators; `heard` holds all perpetrator claims and may be empty."""
    rulings: Rulings = {}
    parties: dict[str, list[tuple[Heard, ActorValue]]] = {}
    claimed = any(h.claim.stance == "claims" for h in heard)
    for h in heard:
        value, stance = h.claim.value, h.claim.stance
        if not isinstance(value, ActorValue):
            rulings[h.position] = _nobody(claimed=claimed)
        elif stance not in _STATUS:
            rulings[h.position] = Ruling(state="set_aside", reason=_OTHER_STANCES[stance])
        elif _retracted(h, value, heard):
            rulings[h.position] = Ruling(state="superseded", reason="Its speaker took it back.")
        else:
            parties.setdefault(_key(value), []).append((h, value))
    actors: list[Actor] = []
    for key in sorted(parties, key=lambda k: min(h.position for h, _ in parties[k])):
        actors += _actors(parties[key], rulings)
    contested = _contested(parties)
    return PerpetratorRuling(
        actors=tuple(actors), rulings=rulings, disagrees=contested is not None, contested=contested
    )


_OTHER_STANCES = {
    "praises": "Praise does not say who did it.",
    "declines": "A refusal to say does not say who did it.",
    "retracts": "It takes an earlier statement back.",
    "unclaimed": "It says that nobody has claimed it.",
}


def _nobody(*, claimed: bool) -> Ruling:
    if claimed:
        return Ruling(state="superseded", reason="Nobody had claimed it then; a claim of responsibility is told.")
    return Ruling(state="supports", reason="It says that nobody has claimed it.")


def _actors(told: Sequence[tuple[Heard, ActorValue]], rulings: Rulings) -> list[Actor]:
    """One entry for what is held against the party, and one for its denial."""
    first = min((v for _, v in told), key=lambda v: (v.actor_id is None, v.name is None))
    found = []
    against = [(h, _STATUS[h.claim.stance]) for h, _ in told if h.claim.stance != "denies"]
    denials = [h for h, _ in told if h.claim.stance == "denies"]
    name = first.name or first.actor_id or "an unnamed party"
    if against:
        status = min((s for _, s in against), key=_STRENGTH.index)
        by = tuple(h.claim.claim_id for h, _ in against)
        found.append(Actor(actor_id=first.actor_id, name=first.name, role="perpetrator", status=status, by=by))
        for h, own in against:
            rulings[h.position] = Ruling(state="supports", reason=f"{_SAID[own]} {name}.")
    if denials:
        by = tuple(h.claim.claim_id for h in denials)
        found.append(Actor(actor_id=first.actor_id, name=first.name, role="perpetrator", status="denied", by=by))
        for h in denials:
            if against:
                rulings[h.position] = Ruling(state="dissents", reason=f"It denies that {name} did it, as others say.")
            else:
                rulings[h.position] = Ruling(state="supports", reason=f"It denies that {name} did it.")
    return found


_SAID: dict[Status, str] = {
    "claimed": "It tells a claim of responsibility by",
    "blamed": "It blames",
    "suspected": "It suspects",
    "named": "It names",
}


def _retracted(h: Heard, value: ActorValue, heard: Sequence[Heard]) -> bool:
    """Whether the same speaker is told to have taken back, no earlier, what it said of this party."""
    return any(
        other.claim.stance == "retracts"
        and isinstance(other.claim.value, ActorValue)
        and _key(other.claim.value) == _key(value)
        and other.claim.speaker == h.claim.speaker
        and (other.day is None or h.day is None or other.day >= h.day)
        for other in heard
    )


def _contested(parties: dict[str, list[tuple[Heard, ActorValue]]]) -> str | None:
    """Why it is contested; what is held against an army is held against its state, and so with a group and its arms."""
    claimants: dict[str, str] = {}
    against = {key: told for key, told in parties.items() if any(h.claim.stance != "denies" for h, _ in told)}
    for key, told in parties.items():
        stances = {h.claim.stance for h, _ in told}
        name = next((v.name or v.actor_id for _, v in told), None) or "the accused"
        if "denies" in stances and any(_of_one(key, other) for other in against):
            return f"{name} is said to have done it, and that is denied"
        if "claims" in stances:
            claimants[key] = name
    if len(claimants) > 1:
        return f"{' and '.join(claimants[key] for key in sorted(claimants))} both claim it"
    blamed = [
        value.name or value.actor_id or ""
        for key, told in sorted(parties.items())
        for h, value in told
        if not any(_of_one(key, claimant) for claimant in claimants) and value.actor_id and h.claim.stance == "blames"
    ]
    if claimants and blamed:
        return f"{next(iter(claimants.values()))} claims it, and {blamed[0]} is blamed"
    return None


def _of_one(a: str, b: str) -> bool:
    """Whether the two are one party, or one is an arm of the other or of a greater one of the other's."""
    return a == b or a in _above(b) or b in _above(a)


@cache
def _above(key: str) -> frozenset[str]:
    """Those of whom the party is an arm: a state of its army, and the greater parties that the actor table names."""
    found: set[str] = set()
    todo = [key]
    while todo:
        entry = _table().get(name := todo.pop())
        greater = [parent.actor_id for parent in entry.parents] if entry else []
        if name.startswith("state:") and name.count(":") > 1:
            greater.append(name.rpartition(":")[0])
        todo += [one for one in greater if one not in found]
        found.update(greater)
    return frozenset(found)


@cache
def _table() -> Mapping[str, ActorEntry]:
    """The actor table, read once: reading it takes as long as ruling hundreds of records."""
    return shipped_entries()


def _key(value: ActorValue) -> str:
    return value.actor_id or " ".join(name_key(value.name or ""))
