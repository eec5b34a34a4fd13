"""Are the parties, the targets and the words those of one event?"""

from annals.english.rarity import rarity
from annals.link.compare.finding import Finding
from annals.link.profile import Profile

_SHOWN = 6
STEPS = (0, 12, 24, 36, 54, 80)
"""Sum of the rarities of the shared words, in half bits, from which the next finding begins."""


def compare_perpetrators(left: Profile, right: Profile) -> Finding | None:
    """A party that both hold for the perpetrator, or none in common; None where a side names nobody."""
    if not left.perpetrators or not right.perpetrators:
        return None
    shared = bool(left.perpetrators & right.perpetrators)
    return Finding(
        "same" if shared else "other",
        "same party blamed" if shared else "other parties blamed",
        ", ".join(sorted(left.perpetrators)),
        ", ".join(sorted(right.perpetrators)),
    )


def compare_targets(left: Profile, right: Profile) -> Finding | None:
    """Telling words that both use of what was attacked; None where a side tells no target."""
    if not left.targets or not right.targets:
        return None
    shared = left.targets & right.targets
    return Finding(
        "same" if shared else "other",
        "same target" if shared else "targets are worded differently",
        ", ".join(sorted(left.targets)),
        ", ".join(sorted(right.targets)),
    )


def compare_words(left: Profile, right: Profile) -> Finding | None:
    """Telling words that both use in the event's sentence and quotes, by their rarity.

    Words of the target, and those of places that both sides name as such, are left to those comparisons. None where a
    side has no telling word.
    """
    if not left.words or not right.words:
        return None
    shared = (left.words & right.words) - (left.targets & right.targets) - (left.located & right.located)
    if not shared:
        return Finding("none_shared", "no telling word shared")
    worth = sorted(((rarity(word), word) for word in shared), key=lambda r: (-r[0], r[1]))
    bits = sum(r for r, _ in worth)
    named = ", ".join(word for _, word in worth[:_SHOWN])
    return Finding(f"shared_{max(step for step in STEPS if bits >= step)}", f"both say {named}")
