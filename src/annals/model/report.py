"""What came in: one text from one source, or a refusal."""

import msgspec

from annals.model.quote import Region


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One text from one source, as stored.

    Make one with `annals.collect.report_of`, which computes the id, the hashes and the regions.
    """

    report_id: str
    """From the content: text, title, url, publisher, published as given, and language. The same report twice is one."""
    text: str
    """The stored text: decoded, without a byte-order mark, line ends as "\\n", never changed afterwards."""
    title: str | None = None
    """The headline, None where there is none. It may also stand in `text`; then a region says where."""
    publisher: str | None = None
    """Outlet or agency, as given; None where unknown."""
    url: str | None = None
    """Where it was published, as given; never fetched. None where unknown."""
    published: str | None = None
    """Publication date or date-time, ISO 8601, as given (2019-12-09, 2019-12-09T18:30:00+03:00, or a month 2019-12);
    where none was given, the day that its dateline or page states, and a region says where. None where unknown. Never
    guessed."""
    language: str | None = None
    """BCP 47 code as given, None where not given."""
    given_id: str | None = None
    """The id that the input gave, kept for looking the report up; not part of the report's identity."""
    origin: str | None = None
    """File name (with line for JSON Lines) that the report came from; not part of the report's identity."""
    raw_sha256: str
    """SHA-256, hex, of the bytes that were read (for JSON Lines: of the line)."""
    text_sha256: str
    """SHA-256, hex, of `text` in UTF-8."""
    regions: tuple[Region, ...] = ()
    """Title, datelines, captions and furniture within `text`, in order, not overlapping."""


class Refusal(msgspec.Struct, frozen=True, kw_only=True):
    """One input that was not read, and why; the rest of the batch goes on."""

    origin: str
    """File, and line where it has lines ("reports/a.jsonl:14")."""
    field: str | None = None
    """The field at fault, None where it is the whole input."""
    reason: str
    """One sentence: what is wrong and what to try."""
