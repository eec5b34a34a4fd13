"""Which mentions tell one incident whatever their dates: what reports without a date are dated by."""

from collections.abc import Collection, Mapping, Sequence

from annals.link.columns import candidates
from annals.link.compare import findings
from annals.link.judge import IMPOSSIBLE, log_odds
from annals.link.profile import Profile, profiles_of
from annals.link.weights import shipped
from annals.model.claim import Account
from annals.model.dating import SharedIncident

_DAYS = frozenset({"date", "news"})
"""Features that compare days."""


def shared_incidents(
    accounts: Sequence[Account],
    undated: Collection[str],
    *,
    origins: Mapping[str, str],
    published: Mapping[str, str | None],
) -> list[SharedIncident]:
    """Find the pairs of mentions, at least one of them of an undated report, that tell one incident.

    The days are left out of the comparison, since they are what is asked for, and more must agree instead
    (`without_date` in `weights.toml`). A pair follows from its two mentions and the blocks that they share.
    """
    if not undated:
        return []
    profiles = {
        profile.mention_id: profile
        for account in sorted(accounts, key=lambda a: a.report_id)
        for profile in profiles_of(
            account,
            origin=origins.get(account.report_id, account.report_id),
            published=published.get(account.report_id),
        )
    }
    threshold = shipped().decision["without_date"]
    found = []
    for left, right in candidates([profiles[mention_id] for mention_id in sorted(profiles)]):
        one, other = profiles[left], profiles[right]
        if one.report_id in undated or other.report_id in undated:
            odds = _without_days(one, other)
            if odds >= threshold:
                found.append(SharedIncident(left=left, right=right, odds=round(odds, 6)))
    return found


def _without_days(one: Profile, other: Profile) -> float:
    """Log-odds that two mentions tell one event, by all but their days; IMPOSSIBLE where even these rule it out."""
    told = list(findings(one, other))
    if any(finding.impossible for _, finding in told):
        return IMPOSSIBLE
    return log_odds((pair for pair in told if pair[0] not in _DAYS), shipped().between(one, other))
