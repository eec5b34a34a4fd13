"""What deriving left behind, read and written piece by piece, so that a later report needs its neighbourhood alone."""

from annals.store.kept.copies import KeptCopies
from annals.store.kept.counts import KeptCounts
from annals.store.kept.mentions import KeptMentions

__all__ = ["KeptCopies", "KeptCounts", "KeptMentions"]
