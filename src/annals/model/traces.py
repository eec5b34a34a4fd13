"""What deriving leaves behind, so that later reports are taken in by looking at their neighbourhood alone.

All of it follows from the reports, accounts and judgements, as the records do; none of it is part of a record.
"""

import msgspec

Place = tuple[int, int]
"""Where a report stands among others, the longest first: its number of word runs, negative, and a number of its id."""

Rank = tuple[bytes, int]
"""Where a mention stands in the order of its blocks; no two mentions have the same."""


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """What comparing for copies knows of a report without its text."""

    report_id: str
    place: Place
    published: str | None
    length: int
    """Code points of its text."""
    sampled: int
    """Runs that are marks."""
    coarse: int
    """Those of them that would be marks of a long report too."""


class Marked(msgspec.Struct, frozen=True, kw_only=True):
    """A report as others find it."""

    card: Card
    marks: tuple[int, ...]


class Tied(msgspec.Struct, frozen=True, kw_only=True):
    """A report that repeats most of a longer one."""

    copy: Place
    of: Place
    share: float
    """Of the copy that stands in the other, above 0 up to 1."""


class Weighed(msgspec.Struct, frozen=True, kw_only=True):
    """Two mentions that were compared, and that may be one event."""

    left: str
    right: str
    """Mention ids, the left one the smaller."""
    odds: float
    """Log-odds that they tell one event."""
    joins: bool
    """Whether they are an edge of the graph that is clustered."""
