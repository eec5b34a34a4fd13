"""What pages ask of the incidents, held in memory: sets, columns and orders, and picking by them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, bindparam, select

from annals.store.browse import columns, telling_columns
from annals.store.browse.bits import Flags, flags_of, of_flags, of_numbers, unpacked
from annals.store.browse.columns import MOST_AT_LEAST, NO_DAY, Columns
from annals.store.browse.query import Query, Sort
from annals.store.browse.state import PART, UNDATED, State
from annals.store.browse.telling_columns import Tellings
from annals.store.browse.words import all_with
from annals.store.tables import actor_incidents, facet_bits, incident_columns, listed, report_columns

_CHOICES = ("type", "sub_type", "country", "weapon", "period", "grade", "disagreement", "review")
_VALUES = {"killed": "killed", "wounded": "wounded", "reports": "reports", "disagreements": "disagreements"}
_WORLD = (-180.0, -90.0, 180.0, 90.0)
_LAST_MONTH = 12
_REMEMBERED = 16
_FEW_DAYS = 100
"""Up to so many days, only their incidents are put in order anew."""

Numbers = NDArray[np.int64]
_OF_DAY = select(listed.c.number).where(listed.c.day == bindparam("day")).order_by(listed.c.incident_id)
_IN_ORDER = select(listed.c.number).order_by(listed.c.day, listed.c.incident_id)


class Index:
    """The sets, columns and order of one state of the ledger. Never changed; after a change there is another one."""

    def __init__(
        self, version: int, found: Columns, sets: Mapping[str, Mapping[str, int]], tellings: Tellings, order: Numbers
    ) -> None:
        """Use `Index.load`."""
        self.version = version
        self.columns = found
        self.sets = sets
        """facet -> value -> the incidents that have it (bits.py)."""
        self.order = order
        """The numbers of all incidents by first possible day, the undated last, then by id."""
        self.tellings = tellings
        self._remembered: dict[str, tuple[int, Sequence[int]]] = {}
        self._orders: dict[Sort, Numbers] = {}

    @classmethod
    def load(cls, connection: Connection, state: State, before: "Index | None" = None) -> "Index":
        """Read it from the tables that `following` keeps, only what changed since `before` where that is known.

        Args:
            connection: to the ledger.
            state: which changes the tables know.
            before: an older one of the same ledger.
        """
        if before is not None and not state.epoch <= before.version <= state.version:
            before = None
        since = -1 if before is None else before.version
        chunks = connection.execute(
            select(incident_columns.c.chunk, incident_columns.c.data).where(incident_columns.c.version > since)
        )
        found = columns.put_together({c: bytes(data) for c, data in chunks}, before.columns if before else None)
        told = connection.execute(
            select(report_columns.c.chunk, report_columns.c.data).where(report_columns.c.version > since)
        )
        tellings = telling_columns.put_together(
            {c: bytes(data) for c, data in told}, before.tellings if before else None
        )
        sets = _sets(connection, since, before.sets if before else {})
        order = None if before is None else _reordered(connection, before, found)
        if order is None:
            order = np.fromiter(connection.execute(_IN_ORDER).scalars(), dtype=np.int64)
        return cls(state.version, found, sets, tellings, order)

    def forget(self) -> None:
        """Forget the latest questions for words; for measuring."""
        self._remembered.clear()

    @property
    def size(self) -> int:
        """Every incident's number is below this."""
        return len(self.columns)

    @cached_property
    def all(self) -> int:
        """All incidents."""
        return of_numbers(self.order, self.size)

    def having(self, facet: str, value: str) -> int:
        """The incidents that have this value of a facet, by the stored sets."""
        return self.sets.get(facet, {}).get(value, 0)

    def flags(self, bits: int) -> Flags:
        """A byte for each number, 1 where it is in the set."""
        return flags_of(bits, self.size)

    # Picking

    def pick(self, query: Query, connection: Connection) -> int:
        """The incidents that the query picks."""
        picked = self.all
        for wanted in self.parts(query, connection).values():
            picked &= wanted
        return picked

    def parts(self, query: Query, connection: Connection) -> dict[str, int]:
        """What each condition of the query picks by itself; a condition that asks nothing is left out."""
        found: dict[str, int] = {}
        for facet in _CHOICES:
            if values := getattr(query, facet):
                found[facet] = _any(self.having(facet, value) for value in values)
        if query.actor:
            found["actor"] = _any(self._actor(key, query.standing, connection) for key in query.actor)
        for name, test in (("since", self._since), ("until", self._until)):
            if (day := getattr(query, name)) is not None:
                found[name] = of_flags(test(day)) & self.having("dated", "yes")
        if query.text is not None and query.text.strip():
            found["text"] = self.with_words(query.text, connection)[0]
        if query.bounds is not None:
            found["bounds"] = self._within(*query.bounds)
        if query.mapped is not None:
            mapped = self.having("mapped", "yes")
            found["mapped"] = mapped if query.mapped else self.all & ~mapped
        if query.min_reports is not None and query.min_reports > 1:
            found["min_reports"] = self._told_by(query.min_reports)
        return found

    def with_words(self, question: str, connection: Connection) -> tuple[int, Sequence[int]]:
        """The incidents of which one report has all the words, and the numbers of these reports, ascending.

        The latest questions are remembered, since a list, its count and its facets ask the same.
        """
        found = self._remembered.get(question)
        if found is None:
            reports = all_with(question, connection)
            found = of_flags(self.tellings.incidents(reports, self.size)), reports
            if len(self._remembered) >= _REMEMBERED:
                self._remembered.clear()
            self._remembered[question] = found
        return found

    def _actor(self, key: str, standings: Sequence[str], connection: Connection) -> int:
        if not standings and key in self.sets.get("actor", {}):
            return self.having("actor", key)
        rows = connection.execute(
            select(actor_incidents.c.number, actor_incidents.c.standing).where(actor_incidents.c.actor == key)
        )
        wanted = set(standings)
        return of_numbers(
            (n for n, standing in rows if not wanted or standing in wanted or standing.partition("/")[2] in wanted),
            self.size,
        )

    def _since(self, day: str) -> NDArray[np.bool_]:
        """Those that may be of then or later; the undated too."""
        ends = self.columns["end"]
        found: NDArray[np.bool_] = (ends == NO_DAY) | (ends >= first_day(day))
        return found

    def _until(self, day: str) -> NDArray[np.bool_]:
        """Those that may be of then or earlier; the undated too."""
        found: NDArray[np.bool_] = self.columns["start"] <= last_day(day)
        return found

    def _within(self, west: float, south: float, east: float, north: float) -> int:
        mapped = self.having("mapped", "yes")
        if (west, south, east, north) == _WORLD:
            return mapped
        lats, lons = self.columns["lat"], self.columns["lon"]
        wide = (lons >= west) & (lons <= east) if west <= east else (lons >= west) | (lons <= east)
        return of_flags((lats >= south) & (lats <= north) & wide) & mapped

    def _told_by(self, least: int) -> int:
        if least <= MOST_AT_LEAST:
            return self.having("reports", str(least))
        return of_flags(self.columns["reports"] >= least)

    # Order

    def ordered(self, picked: int, sort: Sort) -> Numbers:
        """The numbers of the picked incidents in the order of a list."""
        order = self.in_order(sort)
        found: Numbers = order[self.flags(picked)[order].view(np.bool_)]
        return found

    def in_order(self, sort: Sort) -> Numbers:
        """The numbers of all incidents in the order of a list; worked out when it is first asked for."""
        if sort == "oldest":
            return self.order
        found = self._orders.get(sort)
        if found is None:
            if sort == "newest":
                found = np.concatenate((self.order[: self.dated][::-1], self.order[self.dated :]))
            else:
                newest = self.in_order("newest")
                found = newest[np.argsort(-self.columns[_VALUES[sort]][newest], kind="stable")]
            self._orders[sort] = found
        return found

    @cached_property
    def dated(self) -> int:
        """So many incidents have a first possible day; they come first in `order`."""
        return int(np.count_nonzero(self.columns["start"]))

    @cached_property
    def days(self) -> NDArray[np.int32]:
        """The first possible days of the dated incidents, in order."""
        found: NDArray[np.int32] = self.columns["start"][self.order[: self.dated]]
        return found

    @cached_property
    def rank(self) -> Numbers:
        """The place in `order` of each number; 0 for numbers that no incident has."""
        found = np.zeros(self.size, dtype=np.int64)
        found[self.order] = np.arange(len(self.order))
        return found

    @cached_property
    def by_cell(self) -> tuple[Numbers, Numbers]:
        """The numbers of the incidents with a point, cell by cell, and their finest cells."""
        numbers = np.flatnonzero((self.columns["written"] > 0) & ~np.isnan(self.columns["lat"]))
        lats, lons = self.columns["lat"][numbers], self.columns["lon"][numbers]
        cells = columns.cells_of(lats, lons)
        # Within a cell by the points, so that sums of them do not hang on who has which number.
        order = np.lexsort((lons, lats, cells))
        return numbers[order], cells[order]

    def first_from(self, day: int) -> int:
        """The place in `order` of the first incident whose first possible day is `day` or later."""
        return int(np.searchsorted(self.days, day))


def _sets(
    connection: Connection, since: int, before: Mapping[str, Mapping[str, int]]
) -> Mapping[str, Mapping[str, int]]:
    found = {facet: dict(values) for facet, values in before.items()}
    query = select(facet_bits.c.facet, facet_bits.c.value, facet_bits.c.part, facet_bits.c.bits)
    for facet, value, part, stored in connection.execute(query.where(facet_bits.c.version > since)):
        values = found.setdefault(facet, {})
        shift = part * PART
        old = values.get(value, 0)
        kept = old & ~(((1 << PART) - 1) << shift) if old >> shift else old
        values[value] = kept | unpacked(stored) << shift
        if not values[value]:
            del values[value]
    return found


def _reordered(connection: Connection, before: Index, found: Columns) -> Numbers | None:
    """The order after a change; None where too much has changed to go by single days."""
    old = columns.empty(len(found))
    old[: before.size] = before.columns
    changed = np.flatnonzero(old["written"] != found["written"])
    keys = [_day_keys(each[changed][each["written"][changed] > 0]) for each in (old, found)]
    days = np.unique(np.concatenate(keys))
    if len(days) > _FEW_DAYS:
        return None
    of_kept = _day_keys(before.columns[before.order])
    stay = ~np.isin(of_kept, days)
    kept, of_kept = before.order[stay], of_kept[stay]
    added, places = [], []
    for day in days.tolist():
        numbers = list(connection.execute(_OF_DAY, {"day": day}).scalars())
        added += numbers
        places += [int(np.searchsorted(of_kept, day))] * len(numbers)
    return np.insert(kept, places, np.array(added, dtype=np.int64))


def _day_keys(of: Columns) -> NDArray[np.int64]:
    """What `listed.day` holds for each."""
    return np.where(of["start"] == NO_DAY, UNDATED, of["start"]).astype(np.int64)


def _any(sets: Iterable[int]) -> int:
    picked = 0
    for bits in sets:
        picked |= bits
    return picked


def first_day(period: str) -> int:
    """The number of the first day of a day, month or year.

    >>> first_day("2019-02") - first_day("2019")
    31
    """
    year, month, day = (int(part) for part in f"{period}-01-01".split("-")[:3])
    return _day(year, month, day)


def last_day(period: str) -> int:
    """The number of the last day of a day, month or year."""
    parts = [int(part) for part in period.split("-")]
    match parts:
        case [year]:
            return _day(year, _LAST_MONTH, 31)
        case [year, month]:
            return _day(year + month // _LAST_MONTH, month % _LAST_MONTH + 1, 1) - 1
        case _:
            return _day(parts[0], parts[1], parts[2])


def _day(year: int, month: int, day: int) -> int:
    """As a number; a day that its month lacks (30 February) is the month's last, a year before 1 is 1."""
    while day > 1:
        try:
            return date(max(1, year), month, day).toordinal()
        except ValueError:
            day -= 1
    return date(min(max(1, year), 9999), month, 1).toordinal()
