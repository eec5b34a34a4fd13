"""A text as word pieces with their offsets, and the windows in which the network reads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW = 512
"""Most pieces that the network reads at once, with the marks at both ends."""
OVERLAP = 128


@dataclass(frozen=True, kw_only=True)
class Pieces:
    """The word pieces of a text, in order; lists of one length."""

    ids: Sequence[int]
    starts: Sequence[int]
    """In code points of the text."""
    ends: Sequence[int]
    """Exclusive."""
    heads: Sequence[bool]
    """Whether the piece begins a word."""


def pieces_of(text: str, tokenizer: "Tokenizer") -> Pieces:
    """Cut a text into word pieces."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    words = encoding.word_ids
    return Pieces(
        ids=encoding.ids,
        starts=[start for start, _ in encoding.offsets],
        ends=[end for _, end in encoding.offsets],
        heads=[i == 0 or words[i] != words[i - 1] for i in range(len(words))],
    )


def windows(count: int, size: int = WINDOW - 2, overlap: int = OVERLAP) -> list[tuple[int, int]]:
    """Stretches [first, last) that cover `count` pieces, each at most `size` long; [(0, 0)] where there are none."""
    if count <= size:
        return [(0, count)]
    found, start = [], 0
    while True:
        end = min(count, start + size)
        found.append((start, end))
        if end == count:
            return found
        start = min(start + size - overlap, count - size)


def kept(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of each window the stretch to keep, so that each piece is kept once, where it stands farthest from an edge."""
    cuts = [0]
    for (_, end), (start, _) in pairwise(spans):
        cuts.append((end + start) // 2)
    cuts.append(spans[-1][1])
    return list(pairwise(cuts))
