"""Are the parties, the targets and the words those of one event?"""

from annals.link.compare.context import Context
from annals.link.profile import Profile
from annals.model.cluster import Evidence

_SHOWN = 6


def compare_perpetrators(left: Profile, right: Profile, context: Context) -> Evidence | None:
    """A party that both hold for the perpetrator, or none in common; None where a side names nobody."""
    if not left.perpetrators or not right.perpetrators:
        return None
    shared = bool(left.perpetrators & right.perpetrators)
    return Evidence(
        name="perpetrator",
        score=context.weights.who["same_perpetrator" if shared else "other_perpetrator"],
        reason="same party blamed" if shared else "other parties blamed",
        left=", ".join(sorted(left.perpetrators)),
        right=", ".join(sorted(right.perpetrators)),
    )


def compare_targets(left: Profile, right: Profile, context: Context) -> Evidence | None:
    """Telling words that both use of what was attacked; None where a side tells no target."""
    if not left.targets or not right.targets:
        return None
    shared = left.targets & right.targets
    return Evidence(
        name="target",
        score=context.weights.who["same_target" if shared else "other_target"],
        reason="same target" if shared else "targets are worded differently",
        left=", ".join(sorted(left.targets)),
        right=", ".join(sorted(right.targets)),
    )


def compare_words(left: Profile, right: Profile, context: Context) -> Evidence | None:
    """Telling words that both use in the event's sentence and quotes, by their rarity in the batch.

    Words of the target, and those of places that both sides name as such, are left to those comparisons. None where a
    side has no telling word.
    """
    w, rarity = context.weights.words, context.rarity
    if not left.words or not right.words:
        return None
    shared = (left.words & right.words) - (left.targets & right.targets) - (left.located & right.located)
    if not shared:
        return Evidence(name="words", score=w["none_shared"], reason="no telling word shared")
    worth = sorted(((rarity.of(word), word) for word in shared), key=lambda r: (-r[0], r[1]))
    score = min(w["most"], w["unit"] * sum(r for r, _ in worth))
    named = ", ".join(word for _, word in worth[:_SHOWN])
    return Evidence(name="words", score=score, reason=f"both say {named}")
