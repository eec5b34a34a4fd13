"""Decisions to be looked at again: what they were made on has changed, or another person decided otherwise later."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log1p
from typing import Any

import msgspec

from annals.model import Incident, Judgement
from annals.model.rulings import Rulings
from annals.model.standing import standing

_CONTRADICTED = 2.0
"""How much more a contradiction weighs than a change."""


def questions(
    made: Iterable[Judgement],
    home_of: Mapping[str, str],
    changed: Mapping[str, int],
    at_stake: Mapping[str, float],
) -> Iterator[dict[str, Any]]:
    """Rows for the decisions that stand and on which something is to be said.

    Args:
        made: all decisions.
        home_of: mention_id -> incident_id, for the mentions that they name; one that is in no incident is left out.
        changed: judgement_id -> how many claims are new to it; 0 where it is missing.
        at_stake: incident_id -> `stakes`.
    """
    stand = standing(made)
    by_id = {judgement.judgement_id: judgement for judgement in stand}
    overruled = {**Rulings(stand).overruled, **_overruled_values(stand, home_of)}
    latest = {_matter_of(judgement, home_of): judgement.judgement_id for judgement in stand}
    for judgement in stand:
        name = judgement.judgement_id
        count, later = changed.get(name, 0), overruled.get(name, ())
        weight = 0.0
        if any(by_id[other].by != judgement.by for other in later):
            weight = _CONTRADICTED
        elif count and not later and latest[_matter_of(judgement, home_of)] == name:
            weight = 1.0
        if count or later:
            about = sorted({home_of[m] for m in (judgement.subject, judgement.other) if m is not None and m in home_of})
            yield {
                "judgement_id": name,
                "changed": count,
                "overruled_by": msgspec.json.encode(later).decode(),
                "weight": round(weight * (1.0 + sum(at_stake.get(incident, 0.0) for incident in about)), 6),
            }


def incidents_of(
    judgement: Judgement, home_of: Mapping[str, str], incidents: Mapping[str, Incident]
) -> tuple[Incident, ...]:
    """The incidents that a decision's mentions belong to, each once; none where they are in no incident."""
    names = dict.fromkeys(home_of[m] for m in (judgement.subject, judgement.other) if m is not None and m in home_of)
    return tuple(incidents[name] for name in names if name in incidents)


def stakes(incident: Incident) -> float:
    """How much hangs on an incident: more with each report and each of the dead."""
    return log1p(incident.corroboration.reports + (incident.killed.best or 0))


def _overruled_values(stand: Sequence[Judgement], home_of: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Overrides of one field of one incident, and aliases of one name: the last wins over those of another value."""
    by_matter: dict[tuple[str, ...], list[Judgement]] = defaultdict(list)
    for judgement in stand:
        if judgement.kind in ("override", "alias"):
            by_matter[_matter_of(judgement, home_of)].append(judgement)
    found: dict[str, tuple[str, ...]] = {}
    for *earlier, last in by_matter.values():
        found |= {j.judgement_id: (last.judgement_id,) for j in earlier if _value(j) != _value(last)}
    return found


def _value(judgement: Judgement) -> object:
    value = msgspec.json.decode(judgement.value or "null")
    return {"low": value, "best": value, "high": value} if isinstance(value, int) else value


def _matter_of(judgement: Judgement, home_of: Mapping[str, str]) -> tuple[str, ...]:
    match judgement.kind:
        case "override" | "withdraw":
            return judgement.kind, home_of.get(judgement.subject, judgement.subject), judgement.field or ""
        case "alias":
            return judgement.kind, *judgement.subject.casefold().split()
        case _:
            return "pair", *sorted((judgement.subject, judgement.other or ""))
