"""Stated counts where incidents came, changed or went: only those that may count one of these are looked at."""

from collections.abc import Iterable, Mapping

import msgspec

from annals.growing.counted import counted_in, counted_row, counting_in, stated_row
from annals.model import Account, Incident, Tally
from annals.model.claim import AccountTally
from annals.reconcile.census import Counted, Fit, Sought, counted_of
from annals.reconcile.tallies import Counting, counting_of, held, stated_in, tally_of
from annals.store.kept import KeptCounts
from annals.store.kept.counts import StatedRow

_Name = tuple[str, int]
"""A stated count: its report, and its place among the counts of that."""


class Recounting:
    """The stated counts of a ledger while reports are taken in."""

    def __init__(self, kept: KeptCounts) -> None:
        """Bring `kept` up to date as things are told."""
        self._kept = kept
        self._before: dict[_Name, Counting] = {}
        self._now: dict[_Name, Counting] = {}

    def incidents_changed(self, pairs: Iterable[tuple[Incident | None, Incident | None]]) -> None:
        """Tell of incidents as they were and as they are; None where there was none, or is none."""
        for old, new in pairs:
            was = None if old is None else counted_of(old)
            now = None if new is None else counted_of(new)
            if was == now:
                continue
            if was is not None:
                self._kept.drop_incidents((was.incident_id,))
            if now is not None:
                self._kept.put_incidents((counted_row(now),))
            for counted in (was, now):
                if counted is not None:
                    self._fetch(self._kept.counting(counted.country, counted.days))
            for name, counting in self._now.items():
                self._now[name] = _recounted(counting, was, now)

    def accounts_changed(self, accounts: Mapping[str, Account], incident_of: Mapping[str, str]) -> None:
        """Tell what some reports say, and which of their mentions is in which incident now.

        Incidents must have been told of before.
        """
        self._fetch(self._kept.stated_by(sorted(accounts)))
        for report_id, account in accounts.items():
            told = stated_in(account, incident_of)
            for number, (stated, included, holders) in enumerate(told):
                known = self._now.get((report_id, number))
                if known is not None and known.stated == stated:
                    counting = msgspec.structs.replace(known, included=included, holders=holders)
                else:
                    counting = counting_of(stated, number, self._fits(stated), included=included, holders=holders)
                self._now[report_id, number] = counting
            for name in [name for name in self._now if name[0] == report_id and name[1] >= len(told)]:
                del self._now[name]

    def stored(self) -> set[str]:
        """Store what is not as it was; returns the incidents that carry any of it, or did."""
        gone = self._before.keys() - self._now.keys()
        put = [counting for name, counting in self._now.items() if self._before.get(name) != counting]
        self._kept.drop_stated(gone)
        self._kept.put_stated(map(stated_row, put))
        changed = gone | {(counting.report_id, counting.number) for counting in put}
        both = (side[name] for name in changed for side in (self._before, self._now) if name in side)
        return {holder for counting in both for holder in counting.holders}

    def carried_by(self, incident: Incident) -> tuple[Tally, ...]:
        """The tallies of an incident, as its record holds them."""
        rows = self._kept.stated_by(sorted({report.report_id for report in incident.reports}))
        found = (counting_in(row) for row in rows)
        return held(tally_of(counting) for counting in found if incident.incident_id in counting.holders)

    def _fetch(self, rows: Iterable[StatedRow]) -> None:
        for row in rows:
            name = (row.report_id, row.number)
            if name not in self._before:
                self._before[name] = self._now[name] = counting_in(row)

    def _fits(self, stated: AccountTally) -> list[tuple[Counted, Fit]]:
        sought = Sought(stated)
        if not sought.bounded:
            return []
        found = (counted_in(row) for row in self._kept.incidents_within(sought.country, sought.window))
        return [(counted, fit) for counted in found if (fit := sought.fit(counted)) != "no"]


def _recounted(counting: Counting, was: Counted | None, now: Counted | None) -> Counting:
    """The count where an incident that was one thing is another now."""
    sought = Sought(counting.stated)
    if not sought.bounded:
        return counting
    sure, perhaps, tolls = set(counting.sure), set(counting.perhaps), dict(counting.tolls)
    if was is not None:
        sure.discard(was.incident_id)
        perhaps.discard(was.incident_id)
        tolls.pop(was.incident_id, None)
    fit = "no" if now is None else sought.fit(now)
    if now is not None and fit != "no":
        (sure if fit == "yes" else perhaps).add(now.incident_id)
        if counting.stated.form == "most":
            tolls[now.incident_id] = now.killed
    return msgspec.structs.replace(counting, sure=frozenset(sure), perhaps=frozenset(perhaps), tolls=tolls)
