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
    """

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        """Settle the judgements; their order does not matter."""
        self.same: list[tuple[str, str]] = []
        self.by_pair: dict[tuple[str, str], Judgement] = {}
        """The decision that holds on a pair, the smaller id first."""
        self._apart: dict[str, set[str]] = {}
        self._parents: dict[str, str] = {}
        decided: set[tuple[str, str]] = set()
        for judgement in reversed(standing(judgements)):
            if judgement.kind not in ("same", "different", "unsure") or judgement.other is None:
                continue
            first, second = sorted((judgement.subject, judgement.other))
            if first == second or (first, second) in decided:
                continue
            decided.add((first, second))
            self._apply(judgement, first, second)

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
        other = copy(self)
        other.same = list(self.same)
        for first, second in self.same:
            left, right = group_of.get(first, (first,)), group_of.get(second, (second,))
            if not self.keeps_apart(left, right):
                other.same += [(min(first, m), max(first, m)) for m in left if m != first]
                other.same += [(min(second, m), max(second, m)) for m in right if m != second]
        return other

    def _apply(self, judgement: Judgement, first: str, second: str) -> None:
        a, b = self._root(first), self._root(second)
        if judgement.kind == "same":
            if a == b or not self.keeps_apart(self._members(a), self._members(b)):
                self._parents[max(a, b)] = min(a, b)
                self.same.append((first, second))
                self.by_pair[first, second] = judgement
        elif judgement.kind == "different":
            if a != b:
                self._apart.setdefault(first, set()).add(second)
                self._apart.setdefault(second, set()).add(first)
                self.by_pair[first, second] = judgement
        else:
            self.by_pair[first, second] = judgement

    def _root(self, mention: str) -> str:
        while (parent := self._parents.setdefault(mention, mention)) != mention:
            mention = parent
        return mention

    def _members(self, root: str) -> list[str]:
        return [mention for mention in list(self._parents) if self._root(mention) == root]
