"""Compare two mentions, feature by feature: each a small function with a score and a reason.

A feature that one side does not tell says nothing. The sum of the scores, with the prior, is the log-odds that the
two mentions tell one event.
"""

from annals.link.compare.context import Context
from annals.link.compare.copies import compare_copies
from annals.link.compare.story import compare_stories
from annals.link.compare.toll import compare_tolls
from annals.link.compare.what import compare_calibres, compare_munitions, compare_types, compare_weapons
from annals.link.compare.when import compare_dates
from annals.link.compare.where import compare_places
from annals.link.compare.who import compare_perpetrators, compare_targets, compare_words
from annals.link.profile import Profile
from annals.model.cluster import Evidence

__all__ = ["FEATURES", "Context", "compare"]

FEATURES = (
    compare_dates,
    compare_places,
    compare_copies,
    compare_types,
    compare_weapons,
    compare_calibres,
    compare_munitions,
    compare_perpetrators,
    compare_targets,
    compare_words,
    compare_stories,
)
"""Each gives at most one piece of evidence; the tolls (`compare_tolls`) give one for each kind of toll."""


def compare(left: Profile, right: Profile, context: Context) -> tuple[Evidence, ...]:
    """All that speaks for or against one event.

    Ends early, with what was found so far, where a feature rules it out.
    """
    found: list[Evidence] = []
    for feature in FEATURES:
        evidence = feature(left, right, context)
        if evidence is not None:
            found.append(evidence)
            if evidence.impossible:
                return tuple(found)
    found += compare_tolls(left, right, context)
    return tuple(found)
