"""Do two reprints of one story tell the two mentions in the same sentence?"""

from annals.link.compare.context import Context
from annals.link.profile import Profile
from annals.model.cluster import Evidence

_ALIKE = 0.8


def compare_copies(left: Profile, right: Profile, context: Context) -> Evidence | None:
    """In reports of one origin the same sentence tells the same event, and different sentences mostly do not.

    None for reports of different origins.
    """
    if left.origin != right.origin:
        return None
    if left.trigger != right.trigger and left.sentence == right.sentence:
        reason = "a reprint tells two events in one sentence"
        return Evidence(name="copies", score=context.weights.copies["other_sentence"], reason=reason)
    if left.sentence == right.sentence:
        reason = "a reprint has the same sentence"
        return Evidence(name="copies", score=context.weights.copies["same_sentence"], reason=reason)
    a, b = set(left.sentence.split()), set(right.sentence.split())
    share = len(a & b) / max(1, len(a | b))
    if share >= _ALIKE and left.trigger == right.trigger:
        reason = "a reprint has nearly the same sentence"
        return Evidence(name="copies", score=context.weights.copies["same_sentence"], reason=reason)
    reason = "a reprint tells it in another sentence"
    return Evidence(name="copies", score=context.weights.copies["other_sentence"], reason=reason)
