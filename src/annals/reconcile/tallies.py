"""Counts that reports state ("the ninth in five weeks"), checked against the ledger."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from annals.model.claim import Account, AccountTally
from annals.model.incident import Incident, Scope, Tally, Window
from annals.reconcile.census import Census, Counted, Fit, Sought, Toll


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
    tolls: Mapping[str, Toll] = {}
    """For a superlative, of these: the lowest and the highest number killed; None where none is known."""
    included: tuple[str, ...]
    """Ids of those that the report says are among them, sorted; they always count."""
    holders: tuple[str, ...]
    """Ids of the incidents that carry it, sorted."""


def tally_of(counting: Counting) -> Tally:
    """Compare a stated count with the incidents within its scope.

    An incident fits where its place, day, kind, weapons, perpetrators and targets do; where one of them is unknown, or
    is worded otherwise, it may fit. Protests and the like are not counted. Of a superlative ("the deadliest in years")
    those are counted that killed more than the one it is said of.

    Returns:
        The verdict: agrees where the number that fits is the stated one; ledger_has_more, ledger_has_fewer where those
        that may fit do not change that; cannot_tell where they might, or where the scope is not told. A scope that is
        partly implied may be narrower than it seems, so that more than stated is no contradiction.
    """
    tally = counting.stated
    bounded = Sought(tally).bounded
    if tally.form == "most":
        sure, perhaps, verdict, reason = _outdone(counting, bounded=bounded)
    else:
        sure = set(counting.sure.union(counting.included))
        perhaps = set(counting.perhaps - sure)
        verdict, reason = _verdict(tally, len(sure), len(perhaps), bounded=bounded)
    fewer = verdict == "ledger_has_fewer" and tally.low is not None
    return Tally(
        report_id=tally.report_id,
        quote=tally.quote,
        words=tally.words,
        form=tally.form,
        count={"low": tally.low, "high": tally.high},
        scope=Scope(
            what=tally.what,
            events=tally.events,
            deadly=tally.deadly,
            actors=tally.actors,
            targets=tally.targets,
            weapons=tally.weapons,
            place=tally.place or tally.country,
            window=Window(start=tally.start, end=tally.end),
            implied=tally.implied,
        ),
        counted=len(sure),
        maybe=len(perhaps),
        missing=(tally.low or 0) - len(sure) - len(perhaps) if fewer else 0,
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
            fits = census.fits(sought) if sought.bounded else []
            found.append(counting_of(stated, number, fits, included=included, holders=holders))
    return found


def counting_of(
    stated: AccountTally,
    number: int,
    found: Sequence[tuple[Counted, Fit]],
    *,
    included: tuple[str, ...],
    holders: tuple[str, ...],
) -> Counting:
    """The count with those of `found` that fit or may; nothing is found for one whose scope is not told."""
    return Counting(
        report_id=stated.report_id,
        number=number,
        stated=stated,
        sure=frozenset(counted.incident_id for counted, fit in found if fit == "yes"),
        perhaps=frozenset(counted.incident_id for counted, fit in found if fit == "maybe"),
        tolls=_tolls(stated, found),
        included=included,
        holders=holders,
    )


def tallies_of(found: Iterable[Counting]) -> dict[str, tuple[Tally, ...]]:
    """incident_id -> the tallies that it carries."""
    carried: dict[str, list[Tally]] = defaultdict(list)
    for counting in found:
        if counting.holders:
            tally = tally_of(counting)
            for holder in counting.holders:
                carried[holder].append(tally)
    return {incident: held(tallies) for incident, tallies in carried.items()}


def _tolls(tally: AccountTally, found: Iterable[tuple[Counted, Fit]]) -> dict[str, Toll]:
    """The tolls of those that fit or may, where these decide: for a superlative; else nothing."""
    if tally.form != "most":
        return {}
    return {counted.incident_id: counted.killed for counted, fit in found if fit != "no"}


def _verdict(tally: AccountTally, counted: int, perhaps: int, *, bounded: bool) -> tuple[str, str]:
    low, high = tally.low, tally.high
    more = f" and {perhaps} more may fit" if perhaps else ""
    said = f"The report states {tally.words}; {counted} of the ledger fit{more}"
    if low is None and high is None:
        return "cannot_tell", f"{said}; the stated number cannot be read."
    if not bounded:
        return "cannot_tell", f"{said}; the report does not say which incidents it counts."
    if high is not None and counted > high:
        if tally.implied:
            return "cannot_tell", f"{said}, more than it states, but it does not say in full which it counts."
        return "ledger_has_more", f"{said}, more than it states."
    if low is not None and counted + perhaps < low:
        missing = low - counted - perhaps
        return "ledger_has_fewer", f"{said}, fewer than it states: at least {missing} unreported here."
    if low is not None and counted < low:
        return "cannot_tell", f"{said}, which decides whether the numbers agree."
    if perhaps and high is not None and counted + perhaps > high:
        return "cannot_tell", f"{said}, which decides whether the numbers agree."
    return "agrees", f"{said}, as it states."


def _outdone(counting: Counting, *, bounded: bool) -> tuple[set[str], set[str], str, str]:
    """Which incidents killed more, or may have, than the one that a superlative is said of."""
    tally, tolls = counting.stated, counting.tolls
    said = f"The report states {tally.words}"
    if not bounded:
        return set(), set(), "cannot_tell", f"{said}; it does not say among which incidents."
    if not tally.deadly:
        return set(), set(), "cannot_tell", f"{said}, which is not measured by the dead alone."
    own = [toll for name in counting.included if (toll := tolls.get(name)) is not None]
    lows, highs = [low for low, _ in own if low is not None], [high for _, high in own if high is not None]
    if not lows or not highs:
        return set(), set(), "cannot_tell", f"{said}; how many the incident killed that it is said of is not known."
    low, high = max(lows), max(highs)
    others = {name: toll or (None, None) for name, toll in tolls.items() if name not in counting.included}
    sure = {name for name, (least, _) in others.items() if name in counting.sure and least is not None and least > high}
    perhaps = {name for name, (_, most) in others.items() if most is None or most > low} - sure
    killed = f"the incident that it is said of killed {high if low == high else f'{low} to {high}'}"
    told = f"{said}; {killed}, of {len(others)} others of the ledger that fit or may"
    if sure:
        verdict = "cannot_tell" if tally.implied else "ledger_has_more"
        but = ", but the report does not say in full among which" if tally.implied else ""
        return sure, perhaps, verdict, f"{told} {len(sure)} killed more{but}."
    if perhaps:
        return sure, perhaps, "cannot_tell", f"{told} {len(perhaps)} may have killed more."
    return sure, perhaps, "agrees", f"{told} none killed more."
