"""When an incident was, as days that can be counted."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from annals.model import Incident
from annals.model.days import ordinal


class Moment(msgspec.Struct, frozen=True, kw_only=True):
    """The days on which an incident may have been, as ordinals, inclusive; None is an open end."""

    start: int | None
    end: int | None

    @property
    def dated(self) -> bool:
        """Whether anything is known."""
        return self.start is not None or self.end is not None

    @property
    def whole(self) -> bool:
        """Whether both ends are known."""
        return self.start is not None and self.end is not None

    @property
    def exact(self) -> bool:
        """Whether it is one day."""
        return self.whole and self.start == self.end

    def within(self, first: int, last: int) -> bool:
        """Whether it surely was on one of these days, both included."""
        return self.start is not None and self.end is not None and first <= self.start and self.end <= last

    def touches(self, first: int, last: int) -> bool:
        """Whether it may have been on one of these days. An undated one may not: nothing speaks for it."""
        return self.dated and (self.start is None or self.start <= last) and (self.end is None or self.end >= first)


def moment_of(incident: Incident) -> Moment:
    """Return the days of an incident.

    An open end is closed by the first report: what it tells had happened when it was published. A start that would come
    after it (a wrong date of publication, most likely) leaves the end open.
    """
    start, end = ordinal(incident.date.start), ordinal(incident.date.end)
    if start is not None and end is not None and end < start:
        start, end = end, start
    if start is not None and end is None:
        told = [day for report in incident.reports if (day := ordinal(report.published)) is not None]
        end = min(told) if told and min(told) >= start else None
    return Moment(start=start, end=end)


def by_first_day(pairs: Iterable[tuple[Moment, Incident]]) -> Iterator[tuple[Moment, Incident]]:
    """Sort by first possible day, where it is open by the last one, the undated last; then by id."""
    undated = 10**9

    def place(pair: tuple[Moment, Incident]) -> tuple[int, str]:
        moment, incident = pair
        first = moment.start if moment.start is not None else moment.end
        return undated if first is None else first, incident.incident_id

    yield from sorted(pairs, key=place)


def median_of(numbers: Sequence[int]) -> float | None:
    """Return the middle of the numbers; None where there are none."""
    if not numbers:
        return None
    ordered, middle = sorted(numbers), len(numbers) // 2
    return float(ordered[middle]) if len(numbers) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
