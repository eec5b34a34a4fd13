"""Whether incidents came one upon another: the self-exciting process told, or refused."""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from annals.model.days import ordinal
from annals.tempo.clusters import Estimate, fit
from annals.tempo.draws import History
from annals.tempo.shapes import Changes, Excitation, Parameter

FEWEST = 50
"""Incidents that surely lie in the stretch, below which nothing is fitted."""
FEWEST_DAYS = 90
LOOSE = 0.1
"""Share of the incidents that may be known less exactly than to a day."""
GAIN = 4.5
"""Twice the gain in log-likelihood over a steady rate, from which clusters are told. A steady rate reaches it by chance
in fewer than 5 of 100 histories: bench/course.py simulates that, for theory has no simple law where the branching lies
at the end of its range and the lag has no meaning."""
_CLUSTERED = "Events came in clusters, more than at a steady rate or at one that changed in steps."
_STEPPED = "A rate that changed in steps explains the days as well as clusters do, or better: no clusters are told."
_STEADY = "A steady rate explains the days as well: no clusters are told. The intervals say what the days leave open."
_DRAWS = 5
_WEEK = 7


def excitation_of(history: History | None, changes: Changes) -> Excitation:
    """Return the process fitted to the stretch with the most incidents, against a steady rate and against steps."""
    if history is None:
        return Excitation(state="too_few", reason="Nothing is covered.", stretch=None)
    fault = _too_few(history)
    if fault is not None:
        return Excitation(state="too_few", reason=fault, stretch=history.days.told())
    histories = history.daily[:_DRAWS]
    fits = [fit(daily) for daily in histories]
    worst = min(range(len(fits)), key=lambda n: fits[n].gain)
    steps, number = _stepwise(histories[worst], history.days.start, changes)
    chosen = fits[worst]
    aic = {
        "steady": round(2 - 2 * chosen.steady, 1),
        "steps": round(2 * (2 * number + 1) - 2 * steps, 1),
        "self_exciting": round(6 - 2 * chosen.log_likelihood, 1),
    }
    compared = Excitation(
        state="stepwise",
        reason=_STEPPED,
        stretch=history.days.told(),
        gain=round(chosen.gain, 2),
        aic=aic,
    )
    if number and aic["steps"] <= aic["self_exciting"]:
        return compared
    clustered = chosen.gain >= GAIN
    return msgspec.structs.replace(
        compared,
        state="self_exciting" if clustered else "steady",
        reason=_CLUSTERED if clustered else _STEADY,
        baseline=_told([f.baseline for f in fits], chosen.baseline, 1 / _WEEK),
        branching=_told([f.branching for f in fits], chosen.branching, 1),
        lag=_told([f.lag for f in fits], chosen.lag, 1),
    )


def _too_few(history: History) -> str | None:
    if history.sure < FEWEST:
        return f"Too few: {history.told} in one covered stretch; the process needs {FEWEST}."
    if history.days.length < FEWEST_DAYS:
        return f"Too short: {history.days.length} covered days in a row; the process needs {FEWEST_DAYS}."
    loose = history.placed - history.to_day
    if loose > LOOSE * history.placed:
        return f"Too vague: {loose} of {history.placed} incidents are not known to the day; at most one in ten may be."
    return None


def _stepwise(daily: NDArray[np.int64], first: int, changes: Changes) -> tuple[float, int]:
    """Return the log-likelihood of a rate that changed where the changes are likeliest, and how many these are."""
    starts = [ordinal(era.start) for era in changes.eras]
    edges = np.array([day - first for day in starts if day is not None] or [0])
    events = np.add.reduceat(daily, edges).astype(np.float64)
    days = np.diff(np.append(edges, len(daily)))
    some = events > 0
    return float((events[some] * np.log(events[some] / days[some])).sum() - events.sum()), len(edges) - 1


def _told(estimates: Sequence[Estimate], chosen: Estimate, unit: float) -> Parameter:
    """Return the widest interval over the draws of days; an end that one of them leaves open is open."""
    lows, highs = [e.low for e in estimates], [e.high for e in estimates]
    return Parameter(
        best=_short(chosen.best / unit),
        low=None if None in lows else _short(min(low for low in lows if low is not None) / unit),
        high=None if None in highs else _short(max(high for high in highs if high is not None) / unit),
    )


def _short(number: float) -> float:
    return float(f"{number:.3g}")
