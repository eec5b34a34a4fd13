"""What a decision is about: the claims that who decides has before the eyes, and those that came since."""

from collections.abc import Iterable, Mapping, Sequence

from annals.model.incident import Incident, RuledClaim
from annals.model.judgement import Judgement

_TOLD_BY: Mapping[str, tuple[str, ...]] = {
    "sub_event_type": ("event_type",),
    "title": ("event_type", "place"),
}
"""Fields of an override that are told by claims of another name."""


def matter(field: str | None, incidents: Iterable[Incident]) -> tuple[RuledClaim, ...]:
    """The claims that a decision is about, each once, in the order of the records.

    Args:
        field: that of an override, whose own claims these are; None for a decision on whole incidents.
        incidents: those that it names, as they are now.
    """
    fields = None if field is None else _TOLD_BY.get(field, (field,))
    found = {
        claim.claim_id: claim
        for incident in incidents
        for claim in incident.claims
        if fields is None or claim.field in fields
    }
    return tuple(found.values())


def seen(field: str | None, incidents: Iterable[Incident]) -> tuple[str, ...]:
    """What is kept of the matter with a decision: the ids of its claims, sorted."""
    return tuple(sorted(claim.claim_id for claim in matter(field, incidents)))


def new_since(judgement: Judgement, incidents: Sequence[Incident]) -> tuple[RuledClaim, ...]:
    """The claims that stand in the matter of a decision now and did not when it was made.

    What left the matter is nothing new: a decision "different" itself parts the claims that it was made on.

    Args:
        judgement: the decision; where it is not known what was seen nothing is new.
        incidents: those that its mentions belong to now, each once.
    """
    if judgement.seen is None:
        return ()
    known = set(judgement.seen)
    return tuple(claim for claim in matter(judgement.field, incidents) if claim.claim_id not in known)
