"""Are the two reports about one story?"""

from math import sqrt

from annals.link.compare.context import Context
from annals.link.profile import Profile
from annals.model.cluster import Evidence

_FEWEST = 5


def compare_stories(left: Profile, right: Profile, context: Context) -> Evidence | None:
    """How far the reports name the same people and places, each name by its rarity in the batch.

    It says most where both mentions are the reports' news; a report that recalls an event names others beside its own.
    None for reports that name too little.
    """
    if min(len(left.names), len(right.names)) < _FEWEST:
        return None
    w = context.weights.story
    alike = likeness(left, right, context)
    return Evidence(name="story", score=alike, reason="reports")


def likeness(left: Profile, right: Profile, context: Context) -> float:
    """Cosine of the reports' names, 0 to 1, each weighed by its rarity squared."""
    of = context.names.of
    shared = sum(of(name) ** 4 for name in left.names & right.names)
    return shared / sqrt(sum(of(n) ** 4 for n in left.names) * sum(of(n) ** 4 for n in right.names))
