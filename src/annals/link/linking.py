"""Accounts in, clusters of mentions out."""

from collections.abc import Mapping, Sequence

import msgspec

from annals.link.candidates import candidates
from annals.link.cluster import cluster
from annals.link.compare import Context, compare
from annals.link.doubts import doubtful
from annals.link.judge import IMPOSSIBLE, Verdict, log_odds, probability, verdict
from annals.link.profile import Profile, profile_of
from annals.link.telling import Rarity, telling
from annals.link.weights import Weights, shipped
from annals.model.claim import Account, Mention
from annals.model.cluster import Cluster, PairEvidence
from annals.model.judgement import Judgement
from annals.model.rulings import Rulings

_PARTNERS = 50


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """Which mentions are held to be one event, and which pairs that is not sure of."""

    clusters: list[Cluster]
    """Sorted by their mention ids; every mention in exactly one."""
    doubts: list[PairEvidence]
    """See `doubts.doubtful`."""


def link(
    accounts: Sequence[Account],
    *,
    origins: Mapping[str, str],
    judgements: Sequence[Judgement] = (),
    published: Mapping[str, str | None],
) -> list[Cluster]:
    """The clusters of `linked`."""
    return linked(accounts, origins=origins, judgements=judgements, published=published).clusters


def linked(
    accounts: Sequence[Account],
    *,
    origins: Mapping[str, str],
    judgements: Sequence[Judgement] = (),
    published: Mapping[str, str | None],
) -> Linked:
    """Group the mentions that tell of one event.

    Only mentions of what happened (realis `actual`) and of single events are grouped, be they reported or recalled.
    The result depends on the set of accounts and judgements alone, not on their order.

    Args:
        accounts: one for each report.
        origins: report_id of a reprint -> report_id of its original; a report that is missing is its own origin.
        judgements: what people decided; `same`, `different` and `undo` matter here, and always win.
        published: report_id -> publication date, ISO 8601; None or missing where unknown.
    """
    profiles = _profiles(accounts, origins, published)
    by_id = {profile.mention_id: profile for profile in profiles}
    weights = shipped()
    rarity = _rarity(profiles)
    rulings = Rulings(judgements)
    names = _name_rarity(profiles)
    pairs = _Pairs(by_id, Context(rarity=rarity, names=names, weights=weights))
    # Only where one pair speaks for it can the average of two clusters do so.
    found = candidates(profiles, rarity, weights, names)
    edges = [pair for pair in found if pairs.odds(*pair) >= weights.decision["join"]]
    groups = cluster(by_id, edges, pairs.odds, rulings.without_same(), weights)
    if rulings.same:
        groups = cluster(by_id, edges, pairs.odds, rulings.carrying(groups), weights)
    clusters = [Cluster(mention_ids=members, why=_why(members, pairs, rulings)) for members in groups]
    doubts = doubtful(
        clusters, found, pairs.odds, lambda left, right: pairs.explain(left, right, rulings), rulings, weights
    )
    return Linked(clusters=clusters, doubts=doubts)


class _Pairs:
    """Comparisons of this batch, each made once."""

    def __init__(self, profiles: Mapping[str, Profile], context: Context) -> None:
        self._profiles = profiles
        self._context = context
        self._odds: dict[tuple[str, str], float] = {}

    def odds(self, left: str, right: str) -> float:
        found = self._odds.get((left, right))
        if found is None:
            evidence = compare(self._profiles[left], self._profiles[right], self._context)
            found = self._odds[left, right] = log_odds(evidence, self._context.weights)
        return found

    def explain(self, left: str, right: str, rulings: Rulings) -> PairEvidence:
        evidence = compare(self._profiles[left], self._profiles[right], self._context)
        odds = log_odds(evidence, self._context.weights)
        judged = rulings.by_pair.get((left, right))
        return PairEvidence(
            left=left,
            right=right,
            probability=0.0 if odds <= IMPOSSIBLE else probability(odds),
            verdict=_decided(judged) or verdict(odds, self.weights),
            judged_by=judged.judgement_id if judged else None,
            evidence=evidence,
        )

    @property
    def weights(self) -> Weights:
        return self._context.weights


def _decided(judgement: Judgement | None) -> Verdict | None:
    kind = judgement.kind if judgement else None
    return kind if kind == "same" or kind == "different" or kind == "unsure" else None  # noqa: PLR1714


def _profiles(
    accounts: Sequence[Account], origins: Mapping[str, str], published: Mapping[str, str | None]
) -> list[Profile]:
    """One for each mention that can be an incident, sorted by mention id."""
    found: dict[str, Profile] = {}
    for account in sorted(accounts, key=lambda a: a.report_id):
        names = frozenset(telling(account.names))
        news = next((m.mention_id for m in account.mentions if _tells(m) and m.prominence == "reported"), None)
        for mention in account.mentions:
            if _tells(mention) and mention.mention_id not in found:
                found[mention.mention_id] = profile_of(
                    mention,
                    origin=origins.get(mention.report_id, mention.report_id),
                    published=published.get(mention.report_id),
                    names=names,
                    news=mention.mention_id == news,
                )
    return [found[mention_id] for mention_id in sorted(found)]


def _tells(mention: Mention) -> bool:
    """Whether the mention can be an incident."""
    return mention.realis == "actual" and not mention.aggregate


def _name_rarity(profiles: Sequence[Profile]) -> Rarity:
    reports = {profile.report_id: profile.names for profile in profiles}
    return Rarity(reports.values())


def _rarity(profiles: Sequence[Profile]) -> Rarity:
    reports: dict[str, set[str]] = {}
    for profile in profiles:
        reports.setdefault(profile.report_id, set()).update(profile.words, profile.targets)
    return Rarity(reports.values())


def _why(members: tuple[str, ...], pairs: _Pairs, rulings: Rulings) -> tuple[PairEvidence, ...]:
    """For each member the pair that ties it best to another, a pair that a person decided before any other.

    In a very large cluster only its first members are looked at as the other, so that the cost stays in step with size.
    """
    chosen: set[tuple[str, str]] = set()
    for member in members:
        others = [(min(member, o), max(member, o)) for o in members[:_PARTNERS] if o != member]
        if others:
            chosen.add(max(others, key=lambda pair: (pair in rulings.by_pair, round(pairs.odds(*pair), 9), pair)))
    return tuple(pairs.explain(left, right, rulings) for left, right in sorted(chosen))
