"""What the ledger covers: outside of it, a week without incidents is no quiet week but an unknown one."""

from collections.abc import Iterable, Mapping
from itertools import pairwise

import msgspec

from annals.errors import UsageError
from annals.model import Incident
from annals.model.days import iso, ordinal
from annals.tempo.moments import moment_of
from annals.tempo.shapes import Stretch

LOOKS_BACK = 7
"""Days up to its publication that a report speaks for: news tells of the days before."""
BREAK = 56
"""Days without any report after which nothing is known to have been covered: longer breaks divide the stretches."""
_WEEK = 7
_LONGEST = 36_525
"""Days that a person may say are covered, in all."""


class Days(msgspec.Struct, frozen=True, kw_only=True):
    """First and last day, ordinals, inclusive, and how many reports speak for them."""

    start: int
    end: int
    reports: int = 0

    @property
    def length(self) -> int:
        """Number of days."""
        return self.end - self.start + 1

    def within(self, window: tuple[int | None, int | None]) -> "Days | None":
        """What of it lies in the window, of which None is an open end; None where nothing does."""
        start = self.start if window[0] is None else max(self.start, window[0])
        end = self.end if window[1] is None else min(self.end, window[1])
        return Days(start=start, end=end, reports=self.reports) if start <= end else None

    def told(self) -> Stretch:
        """The same with days in words."""
        return Stretch(start=iso(self.start), end=iso(self.end), days=self.length, reports=self.reports)


def covered(
    published: Mapping[str, str | None], incidents: Iterable[Incident], window: tuple[int | None, int | None]
) -> tuple[Days, ...]:
    """Return the stretches that the reports cover, in order, clipped to the window.

    A report speaks for its day of publication and the six days before. One without such a day (none given, or only a
    month) speaks for the days up to the latest one of the incidents that it tells and whose date is known to a week.
    Stretches with a break of at most 56 days between them are one: a ledger of news about violence has no news where
    there was none.

    Args:
        published: Day of publication, or None, of every report of the ledger by its id, whatever it tells.
        incidents: Every incident of the ledger.
        window: First and last day that is asked for, inclusive; None is open.
    """
    days = {report: ordinal(day) for report, day in published.items()}
    for incident in incidents:
        moment = moment_of(incident)
        if moment.start is None or moment.end is None or moment.end - moment.start >= _WEEK:
            continue
        for report in incident.reports:
            if ordinal(published.get(report.report_id, report.published)) is None:
                days[report.report_id] = max(days.get(report.report_id) or 0, moment.end)
    found: list[Days] = []
    for day in sorted(day for day in days.values() if day is not None):
        first = max(1, day - LOOKS_BACK + 1)
        if found and first - found[-1].end - 1 <= BREAK:
            found[-1] = Days(start=found[-1].start, end=day, reports=found[-1].reports + 1)
        else:
            found.append(Days(start=first, end=day, reports=1))
    return tuple(part for each in found if (part := each.within(window)) is not None)


def said(words: str) -> tuple[Days, ...]:
    """Read what a person says is covered: one or more "FROM/TO" of days, months or years, with commas between.

    >>> [day.told().start for day in said("2019-10/2019-12, 2021/2021")]
    ['2019-10-01', '2021-01-01']

    Raises:
        UsageError: it is no such thing, or ends before it begins.
    """
    found = []
    for part in words.split(","):
        first, slash, last = (piece.strip() for piece in part.partition("/"))
        start, end = first_day(first), last_day(last)
        if not slash or start is None or end is None or end < start:
            raise UsageError(
                f"covers: {part.strip()!r} is not FROM/TO in days, months or years, such as 2019-10/2020-03."
            )
        found.append(Days(start=start, end=end))
    found.sort(key=lambda days: days.start)
    if any(late.start <= early.end for early, late in pairwise(found)):
        raise UsageError(f"covers: the stretches of {words!r} overlap.")
    if sum(days.length for days in found) > _LONGEST:
        raise UsageError(f"covers: {words!r} is more than a hundred years in all.")
    return tuple(found)


def first_day(value: str) -> int | None:
    """Return the first day of a day, month or year (YYYY-MM-DD, YYYY-MM, YYYY); None where it is none of these."""
    return ordinal(f"{value}-01-01"[:10]) if _shaped(value) else None


def last_day(value: str) -> int | None:
    """Return the last day of a day, month or year; None where it is none of these."""
    if not _shaped(value):
        return None
    if len(value) == len("YYYY-MM-DD"):
        return ordinal(value)
    month = value if len(value) == len("YYYY-MM") else f"{value}-12"
    return next((day for number in range(31, 27, -1) if (day := ordinal(f"{month}-{number}")) is not None), None)


def _shaped(value: str) -> bool:
    return (
        value.isascii()
        and tuple(map(len, value.split("-"))) in {(4,), (4, 2), (4, 2, 2)}
        and value.replace("-", "").isdecimal()
    )
