"""The estimators of `annals tempo` against simulated histories, of which the truth is known."""

from collections.abc import Callable
from functools import partial

import numpy as np

from annals.tempo.change_points import changes_in
from annals.tempo.changes import SURE
from annals.tempo.clusters import fit
from annals.tempo.excitation import GAIN
from bench.intervals import wilson
from bench.made_histories import Floats, daily, self_exciting, stepwise
from bench.page import between, percent, table

HISTORIES = 300
COVERED = 1500
"""Histories for the shares of intervals that hold the truth: 300 leave such a share open by four points to either side,
so that the lowest of nine lies below 85 by chance alone."""
PROCESSES = ((0.3, 0.5, 3.0, 365), (0.5, 0.7, 1.0, 365), (0.15, 0.4, 5.0, 1000))
"""Founders a day, branching, mean lag in days, days."""
STEADY = ((0.3, 365), (1.0, 200), (0.15, 1000))
"""Events a day, days."""
STEPS = ((1.0, 2.0), (1.0, 3.0), (2.0, 5.0))
"""Events a week in 26 weeks and in the 26 that follow."""
WEEKLY = (0.5, 2.0, 5.0)
"""Events a week at a steady rate."""
CLUSTERED = (0.3, 0.5)
"""Branching of histories without a change of their founders' rate."""
_WEEK = 7
_DAYS = 52 * _WEEK
Maker = Callable[[np.random.Generator], Floats]

HEADING = "## The course of events"


def section() -> str:
    """Simulate, estimate, and write what came of it."""
    return f"""{HEADING}

{_INTRODUCTION}
{_coverage()}
Clusters told (twice the gain in log-likelihood is {GAIN:g} or more), of {HISTORIES} histories each:

{_told()}
Changes told (the probability of a steady rate is at most {100 * (1 - SURE):.0f} %), of {HISTORIES} histories
of 52 weeks each. Histories with branching have no change of their founders' rate; their clusters look like one. The
place is right where the 90 % interval of a single change holds it:

{_changes()}"""


def _coverage() -> str:
    rows = []
    for number, (baseline, branching, lag, days) in enumerate(PROCESSES):
        rng = np.random.default_rng(100 + number)
        above = {"baseline": 0, "branching": 0, "lag": 0}
        below = dict(above)
        true = {"baseline": baseline, "branching": branching, "lag": lag}
        events = []
        for _ in range(COVERED):
            counts = daily(self_exciting(rng, baseline=baseline, branching=branching, lag=lag, days=days), days)
            events.append(int(counts.sum()))
            found = fit(counts)
            for name, value in true.items():
                ends = getattr(found, name)
                above[name] += ends.low is not None and ends.low > value
                below[name] += ends.high is not None and ends.high < value
        shares = [_share(above[name], below[name]) for name in true]
        rows.append([f"{baseline:g}", f"{branching:g}", f"{lag:g}", str(days), f"{np.median(events):.0f}", *shares])
    heads = [
        "founders a day",
        "branching",
        "lag, days",
        "days",
        "events",
        "founders held",
        "branching held",
        "lag held",
    ]
    return table(heads, rows, left=0)


def _share(above: int, below: int) -> str:
    """How often an interval held the truth, with the 95 % interval of that; how often it lay above and below it."""
    held = COVERED - above - below
    sides = f"{percent(above / COVERED)} / {percent(below / COVERED)}"
    return f"{percent(held / COVERED)} [{between(wilson(held, COVERED))}], {sides}"


def _told() -> str:
    made: list[tuple[str, int, Maker]] = [
        (f"steady, {rate:g} a day, {days} days", days, partial(stepwise, rates=[rate], days=[days]))
        for rate, days in STEADY
    ]
    for baseline, branching, lag, days in PROCESSES:
        words = f"branching {branching:g}, lag {lag:g}, {days} days"
        make = partial(self_exciting, baseline=baseline, branching=branching, lag=lag, days=days)
        made.append((words, days, make))
    rows = []
    for number, (words, days, make) in enumerate(made):
        rng = np.random.default_rng(200 + number)
        told = sum(fit(daily(make(rng), days)).gain >= GAIN for _ in range(HISTORIES))
        rows.append([words, f"{told}/{HISTORIES}", percent(told / HISTORIES), between(wilson(told, HISTORIES))])
    return table(["history", "told", "%", "95 %"], rows)


def _changes() -> str:
    half = _DAYS // 2
    made: list[tuple[str, int | None, Maker]] = [
        (f"steady, {rate:g} a week", None, partial(stepwise, rates=[rate / _WEEK], days=[_DAYS])) for rate in WEEKLY
    ]
    for before, after in STEPS:
        make = partial(stepwise, rates=[before / _WEEK, after / _WEEK], days=[half, half])
        made.append((f"{before:g} a week, then {after:g}", half // _WEEK, make))
    for branching in CLUSTERED:
        founders = 2 / _WEEK * (1 - branching)
        make = partial(self_exciting, baseline=founders, branching=branching, lag=3.0, days=_DAYS)
        made.append((f"branching {branching:g}, lag 3, 2 a week", None, make))
    rows = []
    for number, (words, place, make) in enumerate(made):
        rng = np.random.default_rng(300 + number)
        told = single = right = 0
        for _ in range(HISTORIES):
            weekly = daily(make(rng), _DAYS).reshape(52, _WEEK).sum(axis=1)
            found = changes_in([weekly], np.ones(52))
            if found.number[0] > 1 - SURE:
                continue
            told += 1
            if place is not None and len(found.places) == 1:
                single += 1
                summed = np.cumsum(found.places[0])
                right += int(np.searchsorted(summed, 0.05)) <= place <= int(np.searchsorted(summed, 0.95))
        held = f"{right}/{single}" if place is not None else "-"
        rows.append([words, f"{told}/{HISTORIES}", percent(told / HISTORIES), between(wilson(told, HISTORIES)), held])
    return table(["history", "told", "%", "95 %", "place right"], rows)


_INTRODUCTION = f"""\
Histories are simulated with known parameters (in continuous time, by clusters), cut to days as records are, and
estimated. Shares of {COVERED} histories in which the 90 % interval holds the true value, with the 95 % interval of the
share; behind it, in which it lies wholly above / below that value. 5 / 5 would be even:
"""
