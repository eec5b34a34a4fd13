"""Do two reprints of one story tell the two mentions in the same sentence?"""

from annals.link.compare.finding import Finding
from annals.link.profile import Profile

_ALIKE = 0.8


def compare_copies(left: Profile, right: Profile) -> Finding | None:
    """In reports of one origin the same sentence tells the same event, and different sentences mostly do not.

    None for reports of different origins.
    """
    if left.origin != right.origin:
        return None
    if left.trigger != right.trigger and left.sentence == right.sentence:
        return Finding("other_sentence", "a reprint tells two events in one sentence")
    if left.sentence == right.sentence:
        return Finding("same_sentence", "a reprint has the same sentence")
    a, b = set(left.sentence.split()), set(right.sentence.split())
    if left.trigger == right.trigger and len(a & b) >= _ALIKE * max(1, len(a | b)):
        return Finding("same_sentence", "a reprint has nearly the same sentence")
    return Finding("other_sentence", "a reprint tells it in another sentence")
