"""How many were fired at once, with what calibre: only where a report says a number."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from annals.model import Incident, Span
from annals.tempo.moments import Moment, median_of
from annals.tempo.shapes import Volley, VolleyYear

FEWEST = 5
"""Volleys with a best figure, below which there is no median."""


def volleys_of(dated: Iterable[tuple[Moment, Incident]]) -> tuple[Volley, ...]:
    """Return the weapons of which a number fired is told, in the order of the incidents."""
    return tuple(
        Volley(
            incident_id=incident.incident_id,
            title=incident.title,
            start=incident.date.start,
            end=incident.date.end,
            weapon=weapon.kind,
            name=weapon.name,
            calibre_mm=weapon.calibre_mm,
            low=weapon.fired.low,
            best=weapon.fired.best,
            high=weapon.fired.high,
        )
        for _, incident in dated
        for weapon in incident.weapons
        if weapon.fired != Span()
    )


def volley_years(dated: Sequence[tuple[Moment, Incident]]) -> tuple[VolleyYear, ...]:
    """Return the volleys year by year and weapon by weapon; kinds of weapon that no report numbers are left out.

    An incident counts in a year where all its possible days lie in it. One incident with two weapons of one kind counts
    twice: these are two volleys.
    """
    numbered: dict[tuple[int, str], list[Span]] = defaultdict(list)
    silent: dict[tuple[int, str], int] = defaultdict(int)
    calibres: dict[tuple[int, str], set[float]] = defaultdict(set)
    for moment, incident in dated:
        year = _year(moment)
        if year is None:
            continue
        for weapon in incident.weapons:
            key = (year, weapon.kind or "")
            if weapon.calibre_mm is not None:
                calibres[key].add(weapon.calibre_mm)
            if weapon.fired == Span():
                silent[key] += 1
            else:
                numbered[key].append(weapon.fired)
    kinds = {kind for _, kind in numbered}
    keys = sorted(key for key in {*numbered, *silent} if key[1] in kinds)
    return tuple(_row(key, numbered[key], silent[key], calibres[key]) for key in keys)


def _row(key: tuple[int, str], fired: Sequence[Span], silent: int, calibres: set[float]) -> VolleyYear:
    best = [span.best for span in fired if span.best is not None]
    return VolleyYear(
        year=key[0],
        weapon=key[1] or None,
        volleys=len(fired),
        silent=silent,
        smallest=min((span.low for span in fired if span.low is not None), default=None),
        median=median_of(best) if len(best) >= FEWEST else None,
        largest=max((span.high for span in fired if span.high is not None), default=None),
        calibres_mm=tuple(sorted(calibres)),
    )


def _year(moment: Moment) -> int | None:
    """Return the year in which all possible days lie; None where there is none."""
    if moment.start is None or moment.end is None:
        return None
    first, last = date.fromordinal(moment.start).year, date.fromordinal(moment.end).year
    return first if first == last else None
