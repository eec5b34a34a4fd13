"""The land on the other side of a border near which something happened."""

import re

_REACH = 60
_NEIGHBOUR = re.compile(
    r"\b(?:(?:borders?|frontier|boundary)\s+with|border(?:ing|s)(?:\s+on)?)\s+(?:the\s+)?(?:\w+ern\s+)?\Z",
    re.IGNORECASE,
)


def beyond_border(text: str, floor: int, start: int) -> bool:
    """Whether the land named at `start` is told for what a place is not far from; `floor` is where its sentence opens.

    >>> beyond_border("a raid near the border with Mali", 0, 28)
    True
    """
    return _NEIGHBOUR.search(text, max(floor, start - _REACH), start) is not None
