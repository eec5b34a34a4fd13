"""Counts that reports state ("the ninth in five weeks"), checked against the ledger."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from annals.model.claim import Account, AccountTally
from annals.model.incident import Incident, Scope, Tally, Window
from annals.reconcile.census import Census, Sought


class Counting(msgspec.Struct, frozen=True, kw_only=True):
    """A count that a report states, with the incidents of the ledger that it counts."""

    report_id: str
    number: int
    """Its place among the counts of its report, from 0."""
    stated: AccountTally
    sure: frozenset[str]
    """Ids of the incidents that fit."""
    perhaps: frozenset[str]
    """Ids of those that may."""
    included: tuple[str, ...]
    """Ids of those that the report says are among them, sorted; they always count."""
    holders: tuple[str, ...]
    """Ids of the incidents that carry it, sorted."""


def tally_of(counting: Counting) -> Tally:
    """Compare a stated count with the incidents within its scope.

    An incident fits where its place, day, weapons, perpetrators and targets do; where one of them is unknown, or is
    worded otherwise, it may fit. Protests and the like are not counted.

    Returns:
        The verdict: agrees where the number that fits is the stated one; ledger_has_more, ledger_has_fewer where those
        that may fit do not change that; cannot_tell where they might, or where the scope is not told.
    """
    tally = counting.stated
    sure = counting.sure.union(counting.included)
    perhaps = counting.perhaps - sure
    verdict, reason = _verdict(tally, len(sure), len(perhaps), bounded=Sought(tally).bounded)
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
        counted=len(sure),
        incidents=tuple(sorted(sure)),
        verdict=verdict,
        reason=reason,
    )


def held(tallies: Iterable[Tally]) -> tuple[Tally, ...]:
    """The tallies of one incident, in the order of its record."""
    return tuple(sorted(tallies, key=lambda t: (t.report_id, t.quote.start, t.quote.end, t.words)))


def stated_in(
    account: Account, incident_of: Mapping[str, str]
) -> list[tuple[AccountTally, tuple[str, ...], tuple[str, ...]]]:
    """The counts that one report states, each with the incidents that it includes and those that carry it, sorted.

    A tally goes to the incidents that it is said to include; where none is, to the incident that its report tells
    first, so that it is not lost. A report that tells no incident has none to carry it.

    Args:
        account: what the report says.
        incident_of: mention_id -> incident_id; a mention that is missing makes no incident.
    """
    if not account.tallies:
        return []
    told = sorted(
        (m for m in account.mentions if m.mention_id in incident_of),
        key=lambda m: (m.prominence != "reported", m.trigger.start, m.mention_id),
    )
    found = []
    for tally in account.tallies:
        included = tuple(sorted({incident_of[m] for m in tally.mentions if m in incident_of}))
        found.append((tally, included, included or tuple(incident_of[m.mention_id] for m in told[:1])))
    return found


def countings(
    accounts: Iterable[Account], incidents: Sequence[Incident], incident_of: Mapping[str, str]
) -> list[Counting]:
    """All counts that reports state, by report.

    Args:
        accounts: all that the reports say.
        incidents: all incidents.
        incident_of: mention_id -> incident_id of these.
    """
    census = Census(incidents)
    found = []
    for account in sorted(accounts, key=lambda a: a.report_id):
        for number, (stated, included, holders) in enumerate(stated_in(account, incident_of)):
            sought = Sought(stated)
            sure, perhaps = census.that_fit(sought) if sought.bounded else (set(), set())
            found.append(
                Counting(
                    report_id=account.report_id,
                    number=number,
                    stated=stated,
                    sure=frozenset(sure),
                    perhaps=frozenset(perhaps),
                    included=included,
                    holders=holders,
                )
            )
    return found


def tallies_of(found: Iterable[Counting]) -> dict[str, tuple[Tally, ...]]:
    """incident_id -> the tallies that it carries."""
    carried: dict[str, list[Tally]] = defaultdict(list)
    for counting in found:
        if counting.holders:
            tally = tally_of(counting)
            for holder in counting.holders:
                carried[holder].append(tally)
    return {incident: held(tallies) for incident, tallies in carried.items()}


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
