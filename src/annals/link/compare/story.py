"""Are the two reports about one story?"""

from math import log, sqrt

from annals.link.compare.context import Context
from annals.link.profile import Profile
from annals.model.cluster import Evidence
from annals.model.days import gap

_FEWEST = 5
_SHOWN = 6


def compare_stories(left: Profile, right: Profile, context: Context) -> Evidence | None:
    """How far the reports name the same people and places, each name by its rarity in the batch.

    Reports of one war name the same people and places every day, so that this says little for mentions that are dated
    to different days. None for reports that name too little.
    """
    if min(len(left.names), len(right.names)) < _FEWEST:
        return None
    w = context.weights.story
    shared = left.names & right.names
    alike = _likeness(left.names, right.names, shared, context)
    score = max(w["least"], min(w["most"], w["unit"] * log(max(alike, 1e-6) / w["neutral"])))
    if gap(left.firm_days, right.firm_days):
        score = min(score, w["other_day"])
    if not shared:
        return Evidence(name="story", score=score, reason="the reports share no name")
    rarest = sorted(shared, key=lambda name: (-context.names.of(name), name))[:_SHOWN]
    return Evidence(name="story", score=score, reason=f"both reports name {', '.join(rarest)}")


def _likeness(left: frozenset[str], right: frozenset[str], shared: frozenset[str], context: Context) -> float:
    """Cosine of two sets of names, 0 to 1, each name weighed by the square of its rarity."""
    if not shared:
        return 0.0
    norm = context.names.norm
    return sum(context.names.of(name) ** 4 for name in shared) / sqrt(norm(left) * norm(right))
