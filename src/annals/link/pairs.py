"""The mentions of some neighbourhood, and what is known of any two of them."""

from collections.abc import Iterable, Iterator, Mapping

from annals.link.cluster import cluster
from annals.link.compare import Finding, evidence_of, findings
from annals.link.components import Component, parted
from annals.link.doubts import doubtful_odds
from annals.link.judge import IMPOSSIBLE, Verdict, log_odds, probability, verdict
from annals.link.profile import Profile
from annals.link.weights import Kind, Weights
from annals.model.cluster import Cluster, PairEvidence
from annals.model.judgement import Judgement
from annals.model.rulings import Rulings
from annals.model.traces import Weighed

_PARTNERS = 50


class Pairs:
    """The mentions of some neighbourhood, and what is known of any two of them; each comparison is made once."""

    def __init__(self, profiles: Mapping[str, Profile], rulings: Rulings, weights: Weights) -> None:
        """Know the mentions by their ids; `rulings` may speak of others too, which is passed over."""
        self.profiles = profiles
        self.rulings = rulings
        self.weights = weights
        self._odds: dict[tuple[str, str], float] = {}
        self._found: dict[tuple[str, str], list[tuple[str, Finding]]] = {}

    def odds(self, left: str, right: str) -> float:
        """Log-odds that two mentions, the smaller id first, tell one event; IMPOSSIBLE where they cannot."""
        found = self._odds.get((left, right))
        if found is None:
            found = self._odds[left, right] = log_odds(self._findings(left, right), self._worth(left, right))
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

    def explain(self, left: str, right: str) -> PairEvidence:
        """All that is known of a pair, the smaller id first."""
        odds = self.odds(left, right)
        judged = self.rulings.by_pair.get((left, right))
        return PairEvidence(
            left=left,
            right=right,
            probability=0.0 if odds <= IMPOSSIBLE else probability(self._worth(left, right).calibrated(odds)),
            verdict=_decided(judged) or verdict(odds, self.weights),
            judged_by=judged.judgement_id if judged else None,
            evidence=evidence_of(self._findings(left, right), self._worth(left, right)),
        )

    def _findings(self, left: str, right: str) -> list[tuple[str, Finding]]:
        known = self._found.get((left, right))
        if known is None:
            known = self._found[left, right] = list(findings(self.profiles[left], self.profiles[right]))
        return known

    def _worth(self, left: str, right: str) -> Kind:
        return self.weights.between(self.profiles[left], self.profiles[right])

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
