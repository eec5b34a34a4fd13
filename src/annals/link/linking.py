"""Accounts in, clusters of mentions out.

    blocks -> pairs -> odds -> edges -> components -> clusters

Each step is a function of its own neighbourhood: the odds of a pair follow from its two mentions, the clusters of a
component from its mentions, the odds between them and what people decided on them. So a new report changes no more than
the components that its pairs touch, and `linked` over all reports is what any number of such changes comes to.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from annals.link.blocks import candidates
from annals.link.cluster import cluster
from annals.link.compare import compare, findings
from annals.link.components import Component, parted
from annals.link.doubts import doubtful, doubtful_odds
from annals.link.judge import IMPOSSIBLE, Verdict, log_odds, probability, verdict
from annals.link.profile import Profile, profiles_of
from annals.link.weights import Weights, shipped
from annals.model.claim import Account
from annals.model.cluster import Cluster, PairEvidence
from annals.model.judgement import Judgement
from annals.model.rulings import Rulings
from annals.model.traces import Weighed

_PARTNERS = 50


class Linked(msgspec.Struct, frozen=True, kw_only=True):
    """Which mentions are held to be one event, and which pairs that is not sure of."""

    clusters: list[Cluster]
    """Sorted by their mention ids; every mention in exactly one."""
    doubts: list[PairEvidence]
    """See `doubts.doubtful`."""
    profiles: list[Profile]
    """The mentions as they were compared, by id."""
    weighed: list[Weighed]
    """The pairs that may be one event, sorted."""


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
    profiles = {
        profile.mention_id: profile
        for account in sorted(accounts, key=lambda a: a.report_id)
        for profile in profiles_of(
            account,
            origin=origins.get(account.report_id, account.report_id),
            published=published.get(account.report_id),
        )
    }
    pairs = Pairs(profiles, Rulings(judgements), shipped())
    compared = candidates([profiles[mention_id] for mention_id in sorted(profiles)])
    weighed = [found for pair in compared if (found := pairs.weighed(*pair)) is not None]
    edges = [(pair.left, pair.right) for pair in weighed if pair.joins]
    clusters = [pairs.cluster(members) for part in pairs.components(edges) for members in pairs.groups(part)]
    clusters.sort(key=lambda found: found.mention_ids)
    return Linked(
        clusters=clusters,
        doubts=pairs.doubts(clusters, compared),
        profiles=[profiles[mention_id] for mention_id in sorted(profiles)],
        weighed=weighed,
    )


class Pairs:
    """The mentions of some neighbourhood, and what is known of any two of them; each comparison is made once."""

    def __init__(self, profiles: Mapping[str, Profile], rulings: Rulings, weights: Weights) -> None:
        """Know the mentions by their ids; `rulings` may speak of others too, which is passed over."""
        self.profiles = profiles
        self.rulings = rulings
        self.weights = weights
        self._odds: dict[tuple[str, str], float] = {}

    def odds(self, left: str, right: str) -> float:
        """Log-odds that two mentions, the smaller id first, tell one event; IMPOSSIBLE where they cannot."""
        found = self._odds.get((left, right))
        if found is None:
            a, b = self.profiles[left], self.profiles[right]
            found = self._odds[left, right] = log_odds(findings(a, b), self.weights.between(a, b))
        return found

    def joins(self, left: str, right: str) -> bool:
        """Whether the pair is an edge: only where one speaks for it can the average of two clusters do so."""
        return self.odds(left, right) >= self.weights.decision["join"]

    def weighed(self, left: str, right: str) -> Weighed | None:
        """The pair, the smaller id first, where the two may be one event; None where they clearly are not."""
        odds, joins = self.odds(left, right), self.joins(left, right)
        if joins or doubtful_odds(odds, self.weights):
            return Weighed(left=left, right=right, odds=odds, joins=joins)
        return None

    def components(self, edges: Iterable[tuple[str, str]]) -> list[Component]:
        """The parts of the neighbourhood that are clustered each for itself, by edges and what people hold the same."""
        return parted(self.profiles, edges, self.rulings.same)

    def groups(self, component: Component) -> list[tuple[str, ...]]:
        """The clusters of one component: sorted tuples of ids, sorted; each mention in one.

        A function of the component's mentions and edges, the odds between the mentions and the rulings on them.
        """
        if len(component.members) == 1:
            return [component.members]
        mentions = {mention_id: self.profiles[mention_id] for mention_id in component.members}
        found = cluster(mentions, component.edges, self.odds, self.rulings.without_same(), self.weights)
        if not any(left in mentions for left, _ in self.rulings.same):
            return found
        return cluster(mentions, component.edges, self.odds, self.rulings.carrying(found), self.weights)

    def cluster(self, members: tuple[str, ...]) -> Cluster:
        """A cluster with the pairs that tie it."""
        return Cluster(mention_ids=members, why=tuple(self._why(members)))

    def doubts(self, clusters: Sequence[Cluster], compared: Iterable[tuple[str, str]]) -> list[PairEvidence]:
        """See `doubts.doubtful`."""
        return doubtful(clusters, compared, self.odds, self.explain, self.rulings, self.weights)

    def explain(self, left: str, right: str) -> PairEvidence:
        """All that is known of a pair, the smaller id first."""
        odds = self.odds(left, right)
        judged = self.rulings.by_pair.get((left, right))
        return PairEvidence(
            left=left,
            right=right,
            probability=0.0 if odds <= IMPOSSIBLE else probability(odds),
            verdict=_decided(judged) or verdict(odds, self.weights),
            judged_by=judged.judgement_id if judged else None,
            evidence=compare(self.profiles[left], self.profiles[right], self.weights),
        )

    def _why(self, members: tuple[str, ...]) -> Iterator[PairEvidence]:
        """For each member the pair that ties it best to another, a pair that a person decided before any other.

        In a very large cluster only its first members are looked at as the other, so that the cost stays in step with
        size.
        """
        chosen: set[tuple[str, str]] = set()
        for member in members:
            others = [(min(member, o), max(member, o)) for o in members[:_PARTNERS] if o != member]
            if others:
                chosen.add(max(others, key=lambda p: (p in self.rulings.by_pair, round(self.odds(*p), 9), p)))
        return (self.explain(left, right) for left, right in sorted(chosen))


def _decided(judgement: Judgement | None) -> Verdict | None:
    kind = judgement.kind if judgement else None
    return kind if kind == "same" or kind == "different" or kind == "unsure" else None  # noqa: PLR1714
