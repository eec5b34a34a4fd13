"""Are the tolls those of one event?"""

from collections.abc import Mapping

from annals.link.compare.context import Context
from annals.link.compare.what import disjoint, show_range
from annals.link.profile import TOLLS, Profile, Toll
from annals.model.cluster import Evidence

_FEW, _MANY, _FAR = 2, 10, 3.0


def compare_tolls(left: Profile, right: Profile, context: Context) -> list[Evidence]:
    """For each of killed, wounded, missing and abducted that both tell: equal, agreeing, grown or in conflict.

    Equal numbers say the more, the larger they are. Early tolls are often wrong and mostly too low, so that a
    conflict says less than an agreement, and less still where the later report has the higher number. Figures for
    different people (soldiers, children) are not compared.
    """
    found = []
    for field in TOLLS:
        pairs = [
            (*_judge(a, b, left, right, context.weights.toll), a, b)
            for a in left.tolls.get(field, ())
            for b in right.tolls.get(field, ())
            if not (a.population and b.population and a.population != b.population)
        ]
        if pairs:
            score, reason, a, b = max(pairs, key=lambda p: (p[0], p[1], str(p[2]), str(p[3])))
            shown = (show_range((a.low, a.high)), show_range((b.low, b.high)))
            found.append(Evidence(name=field, score=score, reason=f"{field}: {reason}", left=shown[0], right=shown[1]))
    return found


def _judge(a: Toll, b: Toll, left: Profile, right: Profile, w: Mapping[str, float]) -> tuple[float, str]:
    # "at least 17" and 17 are one number told twice.
    if a.low is not None and a.low == b.low and not disjoint((a.low, a.high), (b.low, b.high)):
        if a.low == 0:
            return w["equal_none"], "none in both"
        size = "equal_one" if a.low < _FEW else "equal_few" if a.low < _MANY else "equal_many"
        return w[size], "same figure"
    if not disjoint((a.low, a.high), (b.low, b.high)):
        return w["overlap"], "figures agree"
    smaller, larger = sorted((a, b), key=lambda t: t.low or 0)
    most, least = smaller.high or 0, larger.low or 0
    if most == 0:
        return w["none_or_some"], "none against some"
    if least - most <= max(1, most // 5):
        return w["near"], "nearly the same figure"
    when_small, when_large = (left.published, right.published) if smaller is a else (right.published, left.published)
    if when_small is not None and when_large is not None and when_small < when_large and least <= _FAR * most:
        return w["grown"], "grew with the later report"
    return (w["far"] if least >= _FAR * most else w["conflict"]), "figures differ"
