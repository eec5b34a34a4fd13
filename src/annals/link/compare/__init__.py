"""Compare two mentions, feature by feature: each a small function with a finding and a reason.

A feature that one side does not tell says nothing. Each finding has its weight in `weights.toml`; their sum, with the
prior, is the log-odds that the two mentions tell one event. All of it is a function of the two mentions alone.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from annals.link.compare.copies import compare_copies
from annals.link.compare.finding import Finding
from annals.link.compare.story import compare_ages, compare_stories
from annals.link.compare.toll import compare_tolls
from annals.link.compare.what import compare_calibres, compare_munitions, compare_types, compare_weapons
from annals.link.compare.when import compare_dates, compare_news
from annals.link.compare.where import compare_places
from annals.link.compare.who import compare_perpetrators, compare_targets, compare_words
from annals.link.profile import TOLLS, Profile
from annals.link.weights import Kind
from annals.model.cluster import Evidence

__all__ = ["FEATURES", "Finding", "evidence_of", "findings"]

FEATURES: dict[str, Callable[[Profile, Profile], Finding | None]] = {
    "date": compare_dates,
    "place": compare_places,
    "news": compare_news,
    "copies": compare_copies,
    "type": compare_types,
    "weapon": compare_weapons,
    "calibre": compare_calibres,
    "munitions": compare_munitions,
    "perpetrator": compare_perpetrators,
    "target": compare_targets,
    "words": compare_words,
    "story": compare_stories,
    "ages": compare_ages,
    **{field: partial(compare_tolls, field) for field in TOLLS},
}
"""Each gives at most one finding; what can rule a pair out comes first."""


def findings(left: Profile, right: Profile) -> Iterator[tuple[str, Finding]]:
    """Feature and finding, for each that both sides tell; ends with the first that rules one event out."""
    for feature, comparison in FEATURES.items():
        found = comparison(left, right)
        if found is not None:
            yield feature, found
            if found.impossible:
                return


def evidence_of(found: Iterable[tuple[str, Finding]], worth: Kind) -> tuple[Evidence, ...]:
    """What findings say for or against one event, each with its weight."""
    return tuple(
        Evidence(
            name=feature,
            score=worth.of(feature, finding.level),
            reason=finding.told(),
            left=finding.left,
            right=finding.right,
            impossible=finding.impossible,
        )
        for feature, finding in found
    )
