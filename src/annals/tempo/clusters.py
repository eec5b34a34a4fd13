"""The self-exciting process: a likelihood of daily counts, and where it is greatest.

The process (Hawkes 1971): founders come at a steady rate; each event brings forth `branching` others on average, each
after a time that is exponential with mean `lag`. Records know the day and no hour, so that the likelihood for exact
times (Ozaki 1979) would be of times made up. Days are therefore counted (as in Kirchner 2017), and the exponential is
integrated over them: an event at any hour of a day brings forth a share w0 = 1 - lag (1 - e^(-1/lag)) of its own on the
same day and lag (1 - e^(-1/lag))^2 e^(-(k-1)/lag) of them k days later. Given the days before, a day's founders and
first-comers are Poisson, and with what these bring forth on the same day the count is generalised Poisson (Consul and
Jain 1973; the total progeny of a Poisson number of ancestors). Only that the offspring of later generations come later
in their day is neglected.
"""

from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

SHORTEST, LONGEST = 0.25, 30.0
"""Mean days from an event to those that it brings forth. Shorter ones are the same day; longer ones cannot be told from
slow changes."""
MOST_BRANCHING = 0.985
_DROP = 1.3528
"""Half the 90 % quantile of chi-square with one degree of freedom."""
_NEAR = 3 * _DROP
"""What lies further below the top has no part in an interval."""
_ROWS, _COLUMNS, _BASES = 21, 13, 17
_NEWTON = 25


class Estimate(msgspec.Struct, frozen=True, kw_only=True):
    """A parameter: where the likelihood is greatest, and its 90 % profile-likelihood interval.

    None as an end: the likelihood does not fall enough before the last value that is looked at.
    """

    best: float
    low: float | None
    high: float | None


class Fit(msgspec.Struct, frozen=True, kw_only=True):
    """The process fitted to a history."""

    baseline: Estimate
    """Founders a day."""
    branching: Estimate
    lag: Estimate
    """Days."""
    log_likelihood: float
    steady: float
    """Log-likelihood of a steady rate without excitation, at its best."""

    @property
    def gain(self) -> float:
        """Twice the difference of the two."""
        return 2 * (self.log_likelihood - self.steady)


def fit(counts: Sequence[int] | NDArray[np.int64]) -> Fit:
    """Fit the process to the events of consecutive days, at least one of them in all.

    The likelihood is looked at on a grid of branching and lag, and again on a finer one around its top; the baseline,
    in which it is concave, is solved for.
    """
    days = np.asarray(counts, dtype=np.int64)
    branchings = np.linspace(0.0, MOST_BRANCHING, _ROWS)
    lags = np.geomspace(SHORTEST, LONGEST, _COLUMNS)
    coarse = _Surface(days, branchings, lags)
    rows, columns = np.nonzero(coarse.values >= coarse.values.max() - _NEAR)
    fine = _Surface(days, _around(branchings, rows), np.exp(_around(np.log(lags), columns)))
    top = max(float(fine.values.max()), float(coarse.values.max()))
    total = float(days.sum())
    return Fit(
        branching=_profiled(fine.branchings, _highest(fine.values), top),
        lag=_profiled(fine.lags, _highest(fine.values.T), top),
        baseline=fine.baseline(top),
        log_likelihood=top,
        steady=total * float(np.log(total / len(days))) - total,
    )


class _Surface:
    """The log-likelihood over branching and lag, at the best baseline, without the terms that no parameter changes."""

    def __init__(self, counts: NDArray[np.int64], branchings: Floats, lags: Floats) -> None:
        self.branchings, self.lags = branchings, lags
        self._days = len(counts)
        at = np.flatnonzero(counts)
        self._counts = counts[at].astype(np.float64)
        kept = 1 - np.exp(-1 / lags)
        same_day = 1 - lags * kept
        carried = (lags * kept**2)[:, None] * _carried(at, self._counts, lags)
        to_end = self._days - 1 - at
        later = lags * kept * ((1 - np.exp(-to_end[None] / lags[:, None])) @ self._counts)
        self._excited = (branchings[:, None, None] * carried[None]).reshape(-1, len(at))
        self._own = (branchings[:, None] * same_day[None]).reshape(-1, 1) * self._counts
        self._expected = (branchings[:, None] * (later + same_day * self._counts.sum())[None]).reshape(-1)
        shape = (len(branchings), len(lags))
        self.bases = self._climb()
        self.values = self._at(slice(None), self.bases).reshape(shape)

    def _at(self, cells: slice | NDArray[np.int64], bases: Floats) -> Floats:
        """The log-likelihood of these cells with these baselines."""
        first = bases[:, None] + self._excited[cells]
        inside = np.log(first).sum(axis=1)
        several = self._counts > 1
        if several.any():
            whole = first[:, several] + self._own[cells][:, several]
            inside += np.log(whole) @ (self._counts[several] - 1)
        found: Floats = inside - bases * self._days - self._expected[cells]
        return found

    def _climb(self) -> Floats:
        """Newton's steps on the logarithm of the baseline, which keeps it positive."""
        total = self._counts.sum()
        floor = 1e-4 / self._days
        bases: Floats = np.maximum(total - self._expected, 0.02 * total) / self._days
        several = self._counts > 1
        more = self._counts[several] - 1
        own = self._own[:, several]
        for _ in range(_NEWTON):
            first = 1 / (bases[:, None] + self._excited)
            slope, bend = first.sum(axis=1), -np.einsum("ij,ij->i", first, first)
            whole = 1 / (1 / first[:, several] + own)
            slope += whole @ more - self._days
            bend -= (whole * whole) @ more
            step = -slope / np.minimum(slope + bend * bases, -1e-9 * self._days)
            moved: Floats = np.maximum(bases * np.exp(np.clip(step, -1.0, 1.0)), floor)
            settled = bool(np.all(np.abs(moved - bases) < 1e-4 * bases + floor))
            bases = moved
            if settled:
                break
        return bases

    def baseline(self, top: float) -> Estimate:
        """The baseline's profile: at each value the best of the cells that can come near the top at all."""
        flat = self.values.reshape(-1)
        near = np.flatnonzero(flat >= top - _NEAR)
        inner = self.bases[near]
        bases = np.geomspace(inner.min() / 1.5, inner.max() * 1.5, _BASES)
        best = self.bases[flat.argmax()]
        bases = np.sort(np.append(bases, best))
        heights = np.array([self._at(near, np.full(len(near), base)).max() for base in bases])
        return _profiled(bases, heights, top)


def _carried(at: NDArray[np.int64], counts: Floats, lags: Floats) -> Floats:
    """For each lag and day with events: earlier events, weighted by how far they have faded since the day after."""
    gaps = np.diff(at)
    faded = np.exp(-gaps[None] / lags[:, None])
    fresh = counts[None, :-1] * np.exp(-(gaps[None] - 1) / lags[:, None])
    found = np.zeros((len(lags), len(at)))
    for n in range(len(gaps)):
        found[:, n + 1] = faded[:, n] * found[:, n] + fresh[:, n]
    return found


def _around(values: Floats, chosen: NDArray[np.int64]) -> Floats:
    """As many values, evenly spread over those that are chosen and one more on either side."""
    low, high = max(int(chosen.min()) - 1, 0), min(int(chosen.max()) + 1, len(values) - 1)
    return np.linspace(values[low], values[high], len(values))


def _highest(values: Floats) -> Floats:
    """The height of each row's top, between its cells by the parabola through the highest and its neighbours."""
    peak = values.argmax(axis=1)
    rows = np.arange(len(values))
    inner = np.clip(peak, 1, values.shape[1] - 2)
    left, middle, right = values[rows, inner - 1], values[rows, inner], values[rows, inner + 1]
    bend = left - 2 * middle + right
    rise = np.where(bend < 0, (left - right) ** 2 / np.where(bend < 0, -8 * bend, 1.0), 0.0)
    found: Floats = np.where(peak == inner, middle + rise, values.max(axis=1))
    return found


def _profiled(values: Floats, heights: Floats, top: float) -> Estimate:
    """Return where the profile is highest, and where it has fallen by the drop on either side.

    Between grid values the root of the fall, which is near to straight, is taken as straight. An end is None where the
    profile has not fallen enough at the last value.
    """
    roots = np.sqrt(np.maximum(top - heights, 0.0))
    peak = int(heights.argmax())
    drop = float(np.sqrt(_DROP))
    low = high = None
    for n in range(peak, 0, -1):
        if roots[n - 1] >= drop:
            low = _between(values[n - 1], values[n], roots[n - 1], roots[n], drop)
            break
    for n in range(peak, len(values) - 1):
        if roots[n + 1] >= drop:
            high = _between(values[n + 1], values[n], roots[n + 1], roots[n], drop)
            break
    return Estimate(best=float(values[peak]), low=low, high=high)


def _between(outer: float, inner: float, far: float, near: float, drop: float) -> float:
    return float(inner + (outer - inner) * (drop - near) / (far - near))
