"""A stretch as counts of days, and as several equally probable ones where dates leave the day open."""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from annals.tempo.coverage import Days
from annals.tempo.moments import Moment

DRAWS = 20
_SEED = 1837
"""Of the draws; Poisson's year. The same incidents give the same draws, in whatever order they come."""


class History(msgspec.Struct, frozen=True, kw_only=True):
    """The stretch with the most incidents, day by day."""

    days: Days
    sure: int
    """Incidents that were surely in it."""
    to_day: int
    """Of the placed ones, known to one day."""
    to_week: int
    """Known to seven days or fewer."""
    placed: int
    """Incidents with both ends known that may have been in it."""
    daily: tuple[NDArray[np.int64], ...]
    """Incidents of each day: one history where all are known to the day, else `DRAWS`, each incident on a day
    drawn evenly from those possible; where that lies outside of the stretch, it is left out."""

    @property
    def told(self) -> str:
        """How many were surely in it, with their noun."""
        return f"{self.sure} {'incident' if self.sure == 1 else 'incidents'}"


def history_of(moments: Sequence[Moment], covers: Sequence[Days]) -> History | None:
    """Return the stretch that surely has the most incidents, the earliest of equals; None where nothing is covered."""
    if not covers:
        return None
    days = max(covers, key=lambda part: (sum(m.within(part.start, part.end) for m in moments), -part.start))
    spans = sorted(
        (moment.start, moment.end)
        for moment in moments
        if moment.start is not None and moment.end is not None and moment.touches(days.start, days.end)
    )
    first, last = (
        np.array([span[0] for span in spans], dtype=np.int64),
        np.array([span[1] for span in spans], dtype=np.int64),
    )
    loose = last > first
    rng = np.random.default_rng(_SEED)
    daily = []
    for _ in range(DRAWS if loose.any() else 1):
        drawn = rng.integers(first, last + 1) - days.start
        drawn = drawn[(drawn >= 0) & (drawn < days.length)]
        daily.append(np.bincount(drawn, minlength=days.length).astype(np.int64))
    return History(
        days=days,
        sure=sum(days.start <= start and end <= days.end for start, end in spans),
        to_day=int((~loose).sum()),
        to_week=int((last - first < 7).sum()),  # noqa: PLR2004 - days of a week
        placed=len(spans),
        daily=tuple(daily),
    )
