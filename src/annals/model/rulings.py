"""What people decided on pairs of mentions, made consistent: the later decision wins."""

from collections.abc import Iterable, Sequence
from copy import copy

from annals.model.judgement import Judgement
from annals.model.standing import standing


class Rulings:
    """The judgements `same` and `different` that hold, the later before the earlier.

    A judgement that contradicts later ones is left out: "same" where later ones keep any of the mentions that it would
    join apart, "different" where later ones, taken together, join its two mentions. A later `unsure` on the same two
    mentions takes an earlier decision back.

    >>> def made(name: str, kind: str, left: str, right: str) -> Judgement:
    ...     return Judgement(judgement_id=name, kind=kind, subject=left, other=right, by="ana",
    ...                      at=f"2020-01-0{name[1]}T00:00:00Z", reason="so it is")
    >>> found = Rulings([made("j1", "same", "m1", "m2"), made("j2", "same", "m2", "m3"),
    ...                  made("j3", "different", "m1", "m3")])
    >>> found.same, found.overruled
    ([('m2', 'm3')], {'j1': ('j3',)})
    """

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        """Settle the judgements; their order does not matter."""
        self.same: list[tuple[str, str]] = []
        self.by_pair: dict[tuple[str, str], Judgement] = {}
        """The decision that holds on a pair, the smaller id first."""
        self.overruled: dict[str, tuple[str, ...]] = {}
        """Ids of the judgements that do not hold -> ids of the later ones that they contradict."""
        self._apart: dict[str, set[str]] = {}
        self._groups: dict[str, list[str]] = {}
        decided: dict[tuple[str, str], Judgement] = {}
        for judgement in reversed(standing(judgements)):
            if judgement.kind not in ("same", "different", "unsure") or judgement.other is None:
                continue
            first, second = sorted((judgement.subject, judgement.other))
            if first == second:
                continue
            later = decided.setdefault((first, second), judgement)
            if later is judgement:
                self._apply(judgement, first, second)
            elif later.kind != judgement.kind:
                self.overruled[judgement.judgement_id] = (later.judgement_id,)
            elif later.judgement_id in self.overruled:
                self.overruled[judgement.judgement_id] = self.overruled[later.judgement_id]

    def keeps_apart(self, left: Sequence[str], right: Sequence[str]) -> bool:
        """Whether a person said "different" of a mention of the one and a mention of the other."""
        if not self._apart:
            return False
        others = set(right)
        return any(not others.isdisjoint(self._apart.get(member, ())) for member in left)

    def without_same(self) -> "Rulings":
        """The same, but for the decisions `same`."""
        other = copy(self)
        other.same = []
        return other

    def carrying(self, groups: Iterable[Sequence[str]]) -> "Rulings":
        """The same, where a decision `same` also joins what the two mentions are held to be one with anyway.

        Who calls two incidents one has seen all their reports. A mention that another decision keeps apart stays out.

        Args:
            groups: the clusters that there are without the decisions `same`.
        """
        group_of = {member: group for group in groups for member in group}
        joined: dict[str, list[str]] = {}

        def joined_with(mention: str) -> list[str]:
            if mention not in joined:
                own = list(self._groups.get(mention, (mention,)))
                joined.update(dict.fromkeys(own, own))
            return joined[mention]

        other = copy(self)
        other.same = list(self.same)
        for first, second in self.same:
            left, right = group_of.get(first, (first,)), group_of.get(second, (second,))
            if self.keeps_apart(left, right):
                continue
            for named, member in (*((first, m) for m in left), *((second, m) for m in right)):
                here, there = joined_with(named), joined_with(member)
                # What several decisions bring along, taken together, may still be kept apart.
                if member != named and not (here is not there and self.keeps_apart(here, there)):
                    other.same.append((min(named, member), max(named, member)))
                    if here is not there:
                        here += there
                        joined.update(dict.fromkeys(there, here))
        return other

    def differing(self, other: "Rulings") -> set[str]:
        """The mentions on which these and other rulings decide otherwise."""
        same = set(self.same) ^ set(other.same)
        pairs = {pair for pair, _ in self.by_pair.items() ^ other.by_pair.items()}
        return {mention for pair in same | pairs for mention in pair}

    def _apply(self, judgement: Judgement, first: str, second: str) -> None:
        left, right = self._group(first), self._group(second)
        if judgement.kind == "same":
            if left is not right and self.keeps_apart(left, right):
                self.overruled[judgement.judgement_id] = self._parting(left, right)
                return
            self._join(left, right)
            self.same.append((first, second))
        elif judgement.kind == "different":
            if left is right:
                self.overruled[judgement.judgement_id] = self._joining(first, second)
                return
            self._apart.setdefault(first, set()).add(second)
            self._apart.setdefault(second, set()).add(first)
        self.by_pair[first, second] = judgement

    def _group(self, mention: str) -> list[str]:
        """The mentions that decisions "same" join with this one."""
        return self._groups.setdefault(mention, [mention])

    def _join(self, left: list[str], right: list[str]) -> None:
        if left is right:
            return
        large, small = (left, right) if len(left) >= len(right) else (right, left)
        large += small
        for mention in small:
            self._groups[mention] = large

    def _parting(self, left: Sequence[str], right: Sequence[str]) -> tuple[str, ...]:
        """The decisions "different" that keep the two groups apart."""
        others = set(right)
        pairs = (tuple(sorted((a, b))) for a in left for b in self._apart.get(a, set()) & others)
        return tuple(sorted({self.by_pair[a, b].judgement_id for a, b in pairs}))

    def _joining(self, first: str, second: str) -> tuple[str, ...]:
        """The decisions "same" that lead from the one mention to the other, the fewest that do."""
        ties: dict[str, set[str]] = {}
        for a, b in self.same:
            ties.setdefault(a, set()).add(b)
            ties.setdefault(b, set()).add(a)
        before, reached = {first: first}, [first]
        for mention in reached:
            for other in sorted(ties.get(mention, set()) - before.keys()):
                before[other] = mention
                reached.append(other)
        found = []
        while second != first:
            second, other = before[second], second
            found.append(self.by_pair[min(second, other), max(second, other)].judgement_id)
        return tuple(sorted(found))
