"""Changes of the rate: told with their uncertainty, or refused."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from annals.model.days import iso
from annals.tempo.change_points import MOST_PERIODS, changes_in
from annals.tempo.coverage import Days
from annals.tempo.draws import History
from annals.tempo.moments import Moment
from annals.tempo.shapes import Change, Changes, Era
from annals.tempo.weeks import counted, pieces, rate_of

FEWEST = 20
"""Incidents that surely lie in the stretch, below which nothing is concluded."""
FEWEST_WEEKS = 12
SURE = 0.9
"""Probability of some change, from which changes are told."""
_LOOSE = 3
"""At most one in so many incidents may be known less exactly than to a week."""
_LOW, _HIGH = 0.05, 0.95


def changes_of(history: History | None, moments: Sequence[Moment]) -> Changes:
    """Return when the rate changed, in the stretch with the most incidents."""
    if history is None:
        return Changes(state="too_few", reason="Nothing is covered.", stretch=None, steady=None)
    weeks = list(pieces(history.days))
    fault = _too_few(history, len(weeks))
    if fault is not None:
        return Changes(state="too_few", reason=fault, stretch=history.days.told(), steady=None)
    together = -(-len(weeks) // MOST_PERIODS)
    starts = [part.start for _, part in weeks[::together]]
    edges = np.array([start - history.days.start for start in starts])
    exposure = np.diff(np.append(edges, history.days.length)) / 7
    found = changes_in([np.add.reduceat(day, edges) for day in history.daily], exposure)
    steady = found.number[0]
    told = round(steady, 3)
    if 1 - steady < SURE:
        reason = f"No change is told: the chance that the rate was steady is {_percent(steady)}."
        eras = _eras(history.days, [], moments)
        return Changes(state="steady", reason=reason, stretch=history.days.told(), steady=told, eras=eras)
    changes = [_change(place, starts) for place in found.places]
    cuts = [starts[int(place.argmax())] for place in found.places]
    reason = f"The chance that the rate was steady is {_percent(steady)}. Clusters look like changes too."
    eras = _eras(history.days, sorted(set(cuts)), moments)
    return Changes(
        state="changed", reason=reason, stretch=history.days.told(), steady=told, changes=tuple(changes), eras=eras
    )


def _too_few(history: History, weeks: int) -> str | None:
    if history.sure < FEWEST:
        return f"Too few: {history.told} in one covered stretch; fewer than {FEWEST} tell no change."
    if weeks < FEWEST_WEEKS:
        return f"Too short: {weeks} covered weeks in a row; fewer than {FEWEST_WEEKS} tell no change."
    if (history.placed - history.to_week) * _LOOSE > history.placed:
        loose = history.placed - history.to_week
        return f"Too vague: {loose} of {history.placed} incidents are not known to a week."
    return None


def _change(place: NDArray[np.float64], starts: Sequence[int]) -> Change:
    summed = np.cumsum(place)
    # The posterior counts edges: the place 0 is the beginning of the history, where no change can lie.
    low, high = int(np.searchsorted(summed, _LOW)), int(np.searchsorted(summed, _HIGH))
    last = len(starts) - 1
    return Change(
        day=iso(starts[min(int(place.argmax()), last)]),
        earliest=iso(starts[min(low, last)]),
        latest=iso(starts[min(high, last)]),
    )


def _eras(days: Days, cuts: Sequence[int], moments: Sequence[Moment]) -> tuple[Era, ...]:
    """Return the parts between the likeliest places of the changes, with what was counted in them."""
    starts = [days.start, *cuts]
    ends = [*(cut - 1 for cut in cuts), days.end]
    found = []
    for start, end in zip(starts, ends, strict=True):
        part = Days(start=start, end=end)
        count = counted(moments, part)
        found.append(Era(start=iso(start), end=iso(end), count=count, rate=rate_of(count, part.length)))
    return tuple(found)


def _percent(share: float) -> str:
    """Return a probability in words that never round to certainty.

    >>> _percent(0.0001), _percent(0.42), _percent(0.9999)
    ('below 0.1 %', '42 %', 'above 99.9 %')
    """
    if share < 0.001:  # noqa: PLR2004 - a tenth of a per cent
        return "below 0.1 %"
    if share > 0.999:  # noqa: PLR2004 - the same on the other side
        return "above 99.9 %"
    return f"{100 * share:.1f} %" if share < 0.1 else f"{100 * share:.0f} %"  # noqa: PLR2004 - digits that count
