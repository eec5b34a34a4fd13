"""Which mentions tell one incident whatever their dates: what reports without a date are dated by."""

from collections.abc import Collection, Mapping, Sequence

from annals.link.candidates import candidates
from annals.link.compare import Context, compare
from annals.link.linking import _name_rarity, _profiles, _rarity
from annals.link.weights import shipped
from annals.model import Account
from annals.model.dating import SharedIncident


def shared_incidents(
    accounts: Sequence[Account],
    undated: Collection[str],
    *,
    origins: Mapping[str, str],
    published: Mapping[str, str | None],
) -> list[SharedIncident]:
    """Find the pairs of mentions, at least one of them of an undated report, that tell one incident.

    The days are left out of the comparison, since they are what is asked for, and more must agree instead
    (`without_date` in `weights.toml`).
    """
    if not undated:
        return []
    profiles = _profiles(accounts, origins, published)
    by_id = {profile.mention_id: profile for profile in profiles}
    weights = shipped()
    rarity, names = _rarity(profiles), _name_rarity(profiles)
    context = Context(rarity=rarity, names=names, weights=weights)
    found = []
    for left, right in candidates(profiles, rarity, weights, names):
        one, other = by_id[left], by_id[right]
        if one.report_id not in undated and other.report_id not in undated:
            continue
        evidence = [e for e in compare(one, other, context) if not (e.name == "date" and not e.impossible)]
        if any(e.impossible for e in evidence):
            continue
        odds = weights.decision["prior"] + sum(e.score for e in evidence)
        if odds >= weights.decision["without_date"]:
            found.append(SharedIncident(left=left, right=right, odds=round(odds, 6)))
    return found
