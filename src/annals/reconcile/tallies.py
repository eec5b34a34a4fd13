"""Counts that reports state ("the ninth in five weeks"), checked against the ledger."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from annals.model.claim import Account, AccountTally
from annals.model.incident import Incident, Scope, Tally, Window
from annals.reconcile.census import Census, Sought


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
    sought = Sought(tally)
    sure, perhaps = census.that_fit(sought) if sought.bounded else (set(), set())
    sure.update(included)
    perhaps -= sure
    counted = tuple(sorted(sure))
    verdict, reason = _verdict(tally, len(counted), len(perhaps), bounded=sought.bounded)
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
