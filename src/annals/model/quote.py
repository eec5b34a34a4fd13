"""Where in a report the words stand."""

from typing import Literal

import msgspec


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a report's stored text.

    `report.text[start:end] == exact` holds for every quote that annals stores; `annals verify` re-checks it.
    """

    start: int
    """First code point."""
    end: int
    """One past the last code point; always greater than `start`."""
    exact: str
    """The words themselves."""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Quote":
        """Quote `text[start:end]`. Raises ValueError where that is empty or out of range."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no text at {start}:{end} of {len(text)} code points")
        return cls(start=start, end=end, exact=text[start:end])

    def verify(self, text: str) -> bool:
        """Whether the words stand in `text` where the quote says."""
        return 0 <= self.start < self.end <= len(text) and text[self.start : self.end] == self.exact


RegionKind = Literal["title", "caption", "byline", "dateline", "furniture"]


class Region(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a report that is not running news text.

    `title` is read as news; `dateline` is read for its date and place only; `caption`, `byline` and `furniture`
    ("Follow us", related links, page numbers, share buttons) are kept in the text but never read.
    """

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    kind: RegionKind
    published: str | None = None
    """The publication day, YYYY-MM-DD, that these words gave a report that was given none; None elsewhere."""
