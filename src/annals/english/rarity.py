"""How rare words are in news of violence: a shipped table, so that a word weighs the same in any ledger.

`rarity.txt` was counted by `training/rarity.py`; its head tells over what.
"""

from functools import cache
from importlib.resources import files

UNSEEN = 24
"""The rarity of a word that the table lacks: no more than a few of many thousand events are told with it."""


def rarity(word: str) -> int:
    """The rarity of a folded word in half bits, 0 to UNSEEN: 2n where one event in 2 to the n is told with the word.

    >>> rarity("said") < rarity("tuesday") < rarity("refinery") <= rarity("zzyzx") == UNSEEN
    True
    """
    return _table().get(word, UNSEEN)


@cache
def _table() -> dict[str, int]:
    lines = files("annals.english").joinpath("rarity.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split() for line in lines if not line.startswith("#"))
    return {word: int(level) for level, *words in rows for word in words}
