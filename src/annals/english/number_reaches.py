"""Lower and upper bounds told one after the other: "at least 15, and perhaps as many as 20"."""

from collections.abc import Sequence

from annals.english.number_words import cardinal

_JOINTS = frozenset({",", "and", "or", "but", "perhaps", "possibly", "maybe", "probably", "potentially", "even"})
_UPPER = (("as", "many", "as"), ("up", "to"), ("at", "most"), ("no", "more", "than"), ("not", "more", "than"))
_MOST_JOINTS = 4


def reach(words: Sequence[str], end: int, low: int) -> tuple[int, int] | None:
    """The upper bound that goes on from a lower bound whose number ends before token `end`.

    Returns it with the index behind it, and behind the comma that closes what a comma opened; None where none follows,
    or where it is not above `low`.

    >>> reach([",", "and", "perhaps", "as", "many", "as", "20", ",", "people"], 0, 15)
    (20, 8)
    """
    at = end
    while at < len(words) and at - end < _MOST_JOINTS and words[at] in _JOINTS:
        at += 1
    for upper in _UPPER:
        if tuple(words[at : at + len(upper)]) == upper:
            first = at + len(upper)
            read = (12, first + 2) if list(words[first : first + 2]) == ["a", "dozen"] else cardinal(words, first)
            if read is None or read[0] <= low:
                return None
            value, behind = read
            return value, behind + (words[end : end + 1] == [","] and words[behind : behind + 1] == [","])
    return None
