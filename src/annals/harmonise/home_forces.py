"""Whose "the army" is: that of the land where it was done, where the report names no other land's."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from annals.model import ActorValue, Claim, PlaceValue, Report
from annals.reference.actors import ActorTable
from annals.reference.descriptions import trimmed
from annals.reference.nations import arms, nations

if TYPE_CHECKING:
    from annals.reference.actor_entry import ActorEntry

# Lands in which another's army, or several that each call themselves the land's own, are "the army".
_CONTESTED = frozenset({"PS", "LY", "YE", "EH"})
# Lands in which the armies of others strike so often that "the army" may be one of theirs.
_STRUCK_FROM_ABROAD = frozenset({"LB", "SY", "IQ", "UA", "AZ", "GE"})
_ARMY = "military"
_LEAD = ("government ", "federal ", "state ", "national ", "regular ", "uniformed ")


def with_home_forces(claims: Sequence[Claim], report: Report, table: ActorTable) -> list[Claim]:
    """The claims of one mention, its bare "army", "police" or "government" as those of the land of its places.

    They stay as they are where the places lie in no land or in several, where the report names the same arm of another
    land's, and where another state is said to have done it, or not to: then the army may be its own. So may an army be
    that the armies of others often strike beside.
    """
    bare = [c for c in claims if isinstance(c.value, ActorValue) and c.value.actor_id is None and _bare(c.value.name)]
    lands = {c.value.country for c in claims if isinstance(c.value, PlaceValue) and c.value.country} if bare else set()
    if len(lands) != 1 or lands & _CONTESTED:
        return list(claims)
    land = nations().get(next(iter(lands)))
    doers = [c.value.actor_id for c in claims if isinstance(c.value, ActorValue) and c.value.actor_id is not None]
    doers += [c.speaker.actor_id for c in claims if c.speaker.actor_id is not None]
    if land is None or any(one.startswith("state:") and one.split(":")[1] != land.code for one in doers):
        return list(claims)
    named = [match.entry.actor_id for match in table.scan(report.text) if match.entry.actor_id.startswith("state:")]
    known: dict[str, ActorEntry] = {}
    for claim in bare:
        own = table.find(f"{land.adjective} {_name(claim)}")
        arm = own.actor_id.rpartition(":")[2] if own is not None else ""
        if arm == _ARMY and land.code in _STRUCK_FROM_ABROAD:
            continue
        if own is None or any(one != own.actor_id and one.endswith(f":{arm}") for one in named):
            continue
        known[claim.claim_id] = own
    return [
        msgspec.structs.replace(claim, value=ActorValue(actor_id=entry.actor_id, name=entry.name))
        if (entry := known.get(claim.claim_id)) is not None
        else claim
        for claim in claims
    ]


def _name(claim: Claim) -> str:
    return claim.value.name if isinstance(claim.value, ActorValue) and claim.value.name is not None else ""


def _bare(name: str | None) -> bool:
    """Whether a party is told by a word for a state's arm alone: "soldiers", "government troops"."""
    words = trimmed(name or "").lower()
    for lead in _LEAD:
        words = words.removeprefix(lead) if arms().get(tuple(words.removeprefix(lead).split())) else words
    return bool(name) and bool(arms().get(tuple(words.split())))
