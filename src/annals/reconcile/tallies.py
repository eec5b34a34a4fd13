"""Counts that reports state ("the ninth in five weeks"), checked against the ledger."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from annals.english.folding import name_key
from annals.model.claim import Account, AccountTally
from annals.model.days import Days, days_of, gap, ordinal
from annals.model.incident import Incident, Scope, Tally, Window

Fit = Literal["yes", "maybe", "no"]
_VIOLENT = ("Battles", "Explosions/Remote violence", "Violence against civilians", "Riots")


class Census:
    """The incidents of a ledger, indexed so that a tally looks only at those of its country."""

    def __init__(self, incidents: Iterable[Incident]) -> None:
        """Index the incidents; their order does not matter."""
        self._by_country: dict[str | None, list[Incident]] = defaultdict(list)
        self._all = sorted(incidents, key=lambda i: i.incident_id)
        for incident in self._all:
            self._by_country[incident.place.country].append(incident)

    def within(self, tally: AccountTally) -> Sequence[Incident]:
        """The incidents that may fit: those of the tally's country and those of no known country, or all."""
        if tally.country is None:
            return self._all
        return [*self._by_country[tally.country], *self._by_country[None]]


def check_tally(tally: AccountTally, census: Census, included: Sequence[str]) -> Tally:
    """Count the incidents within the tally's scope and compare.

    An incident fits where its place, day, weapons, perpetrators and targets do; where one of them is unknown, or is
    worded otherwise, it may fit. Protests and the like are not counted.

    Args:
        tally: what the report states.
        census: all incidents.
        included: ids of the incidents that the report says are among them; they always count.

    Returns:
        The verdict: agrees where the number that fits is the stated one; ledger_has_more, ledger_has_fewer where those
        that may fit do not change that; cannot_tell where they might, or where the scope is not told.
    """
    sure = set(included)
    perhaps: set[str] = set()
    bounded = any((tally.country, tally.place, tally.weapons, tally.actors, tally.targets))
    if bounded:
        for incident in census.within(tally):
            fit = _fit(incident, tally)
            if fit == "yes":
                sure.add(incident.incident_id)
            elif fit == "maybe":
                perhaps.add(incident.incident_id)
    perhaps -= sure
    counted = tuple(sorted(sure))
    verdict, reason = _verdict(tally, len(counted), len(perhaps), bounded=bounded)
    return Tally(
        report_id=tally.report_id,
        quote=tally.quote,
        words=tally.words,
        count={"low": tally.low, "high": tally.high},
        scope=Scope(
            what=tally.what,
            actors=tally.actors,
            targets=tally.targets,
            weapons=tally.weapons,
            place=tally.place or tally.country,
            window=Window(start=tally.start, end=tally.end),
        ),
        counted=len(counted),
        incidents=counted,
        verdict=verdict,
        reason=reason,
    )


def tallies_of(
    accounts: Iterable[Account],
    incidents: Sequence[Incident],
    incident_of: Mapping[str, str],
) -> dict[str, tuple[Tally, ...]]:
    """incident_id -> the tallies that it carries, sorted.

    A tally goes to the incidents that it is said to include; where none is, to the incident that its report tells
    first, so that it is not lost. A report that tells no incident has none to carry it.
    """
    census = Census(incidents)
    known = {incident.incident_id for incident in incidents}
    found: dict[str, list[Tally]] = defaultdict(list)
    for account in sorted(accounts, key=lambda a: a.report_id):
        told = sorted(
            (m for m in account.mentions if incident_of.get(m.mention_id) in known),
            key=lambda m: (m.prominence != "reported", m.trigger.start, m.mention_id),
        )
        for tally in account.tallies:
            included = sorted({incident_of[m] for m in tally.mentions if incident_of.get(m) in known})
            homes = included or [incident_of[m.mention_id] for m in told[:1]]
            if homes:
                checked = check_tally(tally, census, included)
                for home in homes:
                    found[home].append(checked)
    return {
        incident: tuple(sorted(tallies, key=lambda t: (t.report_id, t.quote.start, t.quote.end, t.words)))
        for incident, tallies in found.items()
    }


def _fit(incident: Incident, tally: AccountTally) -> Fit:
    if incident.event_type is not None and incident.event_type not in _VIOLENT:
        return "no"
    fits = (
        _fit_days(days_of(incident.date), (ordinal(tally.start), ordinal(tally.end))),
        _fit_place(incident, tally),
        _fit_names({w.kind for w in incident.weapons if w.kind}, tally.weapons, exact=True),
        _fit_names({a.name for a in incident.actors if a.name and a.status != "denied"}, tally.actors, exact=False),
        _fit_names({t.name for t in incident.targets if t.name}, tally.targets, exact=False),
    )
    return "no" if "no" in fits else "maybe" if "maybe" in fits else "yes"


def _fit_days(days: Days, window: Days) -> Fit:
    if window == (None, None):
        return "yes"
    if days == (None, None):
        return "maybe"
    if gap(days, window) > 0:
        return "no"
    low, high = days
    starts = window[0] is None or (low is not None and low >= window[0])
    ends = window[1] is None or (high is not None and high <= window[1])
    return "yes" if starts and ends else "maybe"


def _fit_place(incident: Incident, tally: AccountTally) -> Fit:
    place = incident.place
    if tally.country and place.country is None:
        return "maybe"
    if not tally.place:
        return "yes"
    wanted = set(name_key(tally.place))
    named = [set(name_key(part)) for part in (place.name, place.admin1) if part]
    if any(wanted <= words or words <= wanted for words in named if words):
        return "yes"
    return "no" if place.lat is not None and place.admin1 else "maybe"


def _fit_names(told: set[str], wanted: Sequence[str], *, exact: bool) -> Fit:
    """Weapons are compared by their kinds; names of parties and targets by their words, where others may be meant."""
    if not wanted:
        return "yes"
    if not told:
        return "maybe"
    if exact:
        return "yes" if told & set(wanted) else "no"
    words = {word for name in told for word in name_key(name)}
    return "yes" if any(words & set(name_key(name)) for name in wanted) else "maybe"


def _verdict(tally: AccountTally, counted: int, perhaps: int, *, bounded: bool) -> tuple[str, str]:
    low, high = tally.low, tally.high
    more = f" and {perhaps} more may fit" if perhaps else ""
    said = f"The report states {tally.words}; {counted} of the ledger fit{more}"
    if low is None and high is None:
        return "cannot_tell", f"{said}; the stated number cannot be read."
    if not bounded:
        return "cannot_tell", f"{said}; the report does not say which incidents it counts."
    if high is not None and counted > high:
        return "ledger_has_more", f"{said}, more than it states."
    if low is not None and counted + perhaps < low:
        return "ledger_has_fewer", f"{said}, fewer than it states."
    if low is not None and counted < low:
        return "cannot_tell", f"{said}, which decides whether the numbers agree."
    if perhaps and high is not None and counted + perhaps > high:
        return "cannot_tell", f"{said}, which decides whether the numbers agree."
    return "agrees", f"{said}, as it states."
