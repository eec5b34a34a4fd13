"""The incidents of a ledger, laid out so that a stated count looks only at those that it may count."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Literal

import msgspec

from annals.english.folding import name_key
from annals.model.claim import AccountTally
from annals.model.days import Days, days_of, gap, length, ordinal
from annals.model.incident import Incident
from annals.reference.event_families import compatible_types
from annals.reference.weapons import WeaponTable

Fit = Literal["yes", "maybe", "no"]
Toll = tuple[int | None, int | None] | None
"""Lowest and highest number; None where none is known."""

_VIOLENT = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians", "Riots"})
_ANY = "*"
"""Stands for every country, or every kind of weapon."""
_SHORT = 31
"""Days: an incident whose date is narrower is found by its first possible day; the rest are looked at one by one."""


class Counted(msgspec.Struct, frozen=True, kw_only=True):
    """What decides whether an incident fits a tally."""

    incident_id: str
    days: Days
    country: str | None
    named: tuple[frozenset[str], ...]
    """Words of the place's name and of its region's, each where it has any."""
    located: bool
    """Whether the place is known well enough to say that it is not another."""
    kinds: frozenset[str]
    type: str | None = None
    """Sub-event type."""
    killed: Toll = None
    """Lowest and highest; None where no number is known."""
    actors: frozenset[str] | None
    """Words of the names of the parties that are not said to deny it; None where none is named."""
    targets: frozenset[str] | None


class Sought:
    """What a tally counts, ready for comparing."""

    def __init__(self, tally: AccountTally) -> None:
        """Fold the names and read the days of `tally`."""
        self.country = tally.country
        self.window: Days = (ordinal(tally.start), ordinal(tally.end))
        self.bounded = any(
            (tally.country, tally.place, tally.weapons, tally.actors, tally.targets, tally.events, tally.deadly)
        )
        """Whether it is known at all which incidents it counts."""
        loose = "kind" in tally.implied
        self.weapons: frozenset[str] | None = None if loose or not tally.weapons else _narrower(tally.weapons)
        """All kinds that are counted; None where others may be."""
        self._kinds = _narrower(tally.weapons)
        self.broader = _broader(tally.weapons)
        """Kinds that may be told of an incident with one of these weapons, as they are more general."""
        self._types = frozenset(tally.events)
        self._loose = loose
        self._deadly = tally.deadly
        self._afresh = ordinal(tally.afresh)
        self._place = frozenset(name_key(tally.place)) if tally.place else None
        self._actors = _words(tally.actors)
        self._targets = _words(tally.targets)

    def fit(self, counted: Counted) -> Fit:
        """Whether the incident is one of those counted; the tests that most often say no come first."""
        maybe = False
        for fit in self._fits(counted):
            if fit == "no":
                return "no"
            maybe = maybe or fit == "maybe"
        return "maybe" if maybe else "yes"

    def _fits(self, counted: Counted) -> Iterator[Fit]:
        """Weapons are compared by their kinds; names of parties and targets by words, where others may be meant."""
        if self.country and counted.country is not None and counted.country != self.country:
            yield "no"
        if self.window != (None, None):
            yield self._fit_days(counted.days)
        for fit in (self._fit_weapons(counted), self._fit_type(counted)):
            # A kind that is only implied may be narrower than what the report counts.
            yield "maybe" if fit == "no" and self._loose else fit
        yield self._fit_place(counted)
        if self._deadly:
            low, high = counted.killed or (None, None)
            yield "yes" if low else "no" if high == 0 else "maybe"
        for wanted, told in ((self._actors, counted.actors), (self._targets, counted.targets)):
            if wanted is not None:
                yield "maybe" if told is None or wanted.isdisjoint(told) else "yes"

    def _fit_weapons(self, counted: Counted) -> Fit:
        if not self._kinds or not self._kinds.isdisjoint(counted.kinds):
            return "yes"
        return "maybe" if not counted.kinds or not self.broader.isdisjoint(counted.kinds) else "no"

    def _fit_type(self, counted: Counted) -> Fit:
        if not self._types or counted.type in self._types:
            return "yes"
        return "maybe" if counted.type is None or compatible_types({counted.type}, set(self._types)) else "no"

    def _fit_days(self, days: Days) -> Fit:
        if days == (None, None):
            return "maybe"
        if gap(days, self.window) > 0:
            return "no"
        (low, high), (first, last) = days, self.window
        first = first if self._afresh is None else self._afresh
        starts = first is None or (low is not None and low >= first)
        ends = last is None or (high is not None and high <= last)
        return "yes" if starts and ends else "maybe"

    def _fit_place(self, counted: Counted) -> Fit:
        if self.country and counted.country is None:
            return "maybe"
        if self._place is None:
            return "yes"
        wanted = self._place
        if any(wanted <= words or words <= wanted for words in counted.named):
            return "yes"
        return "no" if counted.located else "maybe"


class _Shelf:
    """Incidents by day."""

    def __init__(self, incidents: Iterable[Counted]) -> None:
        self._short: list[tuple[int, Counted]] = []
        self._long: list[Counted] = []
        for incident in incidents:
            low, days = incident.days[0], length(incident.days)
            if low is not None and days is not None and days <= _SHORT:
                self._short.append((low, incident))
            else:
                self._long.append(incident)
        self._short.sort(key=_first_day)

    def within(self, window: Days) -> Iterator[Counted]:
        """All incidents but those that surely lie outside the days of `window`, inclusive, None open."""
        start, end = window
        first = 0 if start is None else bisect_left(self._short, start - _SHORT, key=_first_day)
        last = len(self._short) if end is None else bisect_right(self._short, end, key=_first_day)
        return chain((incident for _, incident in self._short[first:last]), self._long)


class Census:
    """The violent incidents of a ledger, by country, kind of weapon and day. Protests and the like are not counted."""

    def __init__(self, incidents: Iterable[Incident]) -> None:
        """Lay out the incidents; their order does not matter."""
        laid: dict[tuple[str | None, str | None], list[Counted]] = defaultdict(list)
        for incident in incidents:
            counted = counted_of(incident)
            if counted is not None:
                for country in (counted.country, _ANY):
                    for kind in (*(counted.kinds or (None,)), _ANY):
                        laid[country, kind].append(counted)
        self._shelves = {key: _Shelf(counted) for key, counted in laid.items()}

    def fits(self, sought: Sought) -> list[tuple[Counted, Fit]]:
        """The incidents that are counted or may be, each once, by id."""
        found = {c.incident_id: (c, fit) for c in self._candidates(sought) if (fit := sought.fit(c)) != "no"}
        return [found[name] for name in sorted(found)]

    def _candidates(self, sought: Sought) -> Iterator[Counted]:
        """Those of the countries, kinds and days asked for, and those of which one of these is unknown."""
        for country in (_ANY,) if sought.country is None else (sought.country, None):
            for kind in (*sorted(sought.weapons | sought.broader), None) if sought.weapons else (_ANY,):
                shelf = self._shelves.get((country, kind))
                if shelf is not None:
                    yield from shelf.within(sought.window)


def _first_day(item: tuple[int, Counted]) -> int:
    return item[0]


def counted_of(incident: Incident) -> Counted | None:
    """What decides whether the incident fits a tally; None where it is of a kind that no tally counts."""
    if incident.event_type is not None and incident.event_type not in _VIOLENT:
        return None
    place = incident.place
    named = (frozenset(name_key(part)) for part in (place.name, place.admin1) if part)
    return Counted(
        incident_id=incident.incident_id,
        days=days_of(incident.date),
        country=place.country,
        named=tuple(words for words in named if words),
        located=place.lat is not None and bool(place.admin1),
        kinds=frozenset(weapon.kind for weapon in incident.weapons if weapon.kind),
        type=incident.sub_event_type,
        killed=(incident.killed.low, incident.killed.high) if incident.killed.state == "reported" else None,
        actors=_words(actor.name for actor in incident.actors if actor.name and actor.status != "denied"),
        targets=_words(target.name for target in incident.targets if target.name),
    )


def _narrower(kinds: Iterable[str]) -> frozenset[str]:
    """The kinds, and those of which one of them is the general word."""
    asked = frozenset(kinds)
    return asked.union(entry.kind for entry in WeaponTable.load() if entry.family in asked) if asked else asked


def _broader(kinds: Iterable[str]) -> frozenset[str]:
    """The general words for the kinds, where these are others."""
    asked = frozenset(kinds)
    table = WeaponTable.load()
    return frozenset(family for kind in asked if (family := table.family(kind)) is not None) - asked


def _words(names: Iterable[str]) -> frozenset[str] | None:
    """The words of names; None where there are no names."""
    keys = [name_key(name) for name in names]
    return frozenset(chain.from_iterable(keys)) if keys else None
