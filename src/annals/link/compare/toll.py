"""Are the tolls those of one event?"""

from annals.link.compare.finding import Finding
from annals.link.compare.what import disjoint, show_range
from annals.link.profile import Profile, Toll

_FEW, _MANY, _FAR = 2, 10, 3.0
_BEST = (
    "equal_many", "equal_few", "equal_one", "overlap", "equal_none", "near", "grown", "conflict", "none_or_some", "far",
)  # fmt: skip
"""From what speaks most for one event to what speaks most against it."""


def compare_tolls(field: str, left: Profile, right: Profile) -> Finding | None:
    """A toll (killed, wounded, missing, abducted) that both tell: equal, agreeing, grown or in conflict.

    Equal numbers say the more, the larger they are. Early tolls are often wrong and mostly too low, so that a
    conflict says less than an agreement, and less still where the later report has the higher number. Of several
    figures those that agree best decide. Figures for different people (soldiers, children) are not compared.
    """
    if field not in left.tolls or field not in right.tolls:
        return None
    pairs = [
        (_BEST.index(level), reason, a, b)
        for a in left.tolls[field]
        for b in right.tolls[field]
        if not (a.population and b.population and a.population != b.population)
        for level, reason in (_judge(a, b, left, right),)
    ]
    if not pairs:
        return None
    rank, reason, a, b = min(pairs, key=lambda p: (p[0], p[1], str(p[2]), str(p[3])))
    return Finding(_BEST[rank], f"{field}: {reason}", show_range((a.low, a.high)), show_range((b.low, b.high)))


def _judge(a: Toll, b: Toll, left: Profile, right: Profile) -> tuple[str, str]:
    # "at least 17" and 17 are one number told twice.
    if a.low is not None and a.low == b.low and not disjoint((a.low, a.high), (b.low, b.high)):
        if a.low == 0:
            return "equal_none", "none in both"
        return "equal_one" if a.low < _FEW else "equal_few" if a.low < _MANY else "equal_many", "same figure"
    if not disjoint((a.low, a.high), (b.low, b.high)):
        return "overlap", "figures agree"
    smaller, larger = sorted((a, b), key=lambda t: t.low or 0)
    most, least = smaller.high or 0, larger.low or 0
    if most == 0:
        return "none_or_some", "none against some"
    if least - most <= max(1, most // 5):
        return "near", "nearly the same figure"
    when_small, when_large = (left.published, right.published) if smaller is a else (right.published, left.published)
    if when_small is not None and when_large is not None and when_small < when_large and least <= _FAR * most:
        return "grown", "grew with the later report"
    return "far" if least >= _FAR * most else "conflict", "figures differ"
