"""Stated counts, and what they count, as they are kept."""

import msgspec

from annals.reconcile.census import Counted, Sought
from annals.reconcile.comparing import scope_key
from annals.reconcile.tallies import Counting, tally_of
from annals.store.kept.counts import CountedRow, StatedRow

_counted = msgspec.msgpack.Decoder(Counted)
_countings = msgspec.msgpack.Decoder(Counting)


def counted_row(counted: Counted) -> CountedRow:
    """An incident as it is kept."""
    return CountedRow(counted.incident_id, counted.country, counted.days, msgspec.msgpack.encode(counted))


def counted_in(row: CountedRow) -> Counted:
    """An incident that was kept."""
    return _counted.decode(row.counted)


def stated_row(counting: Counting) -> StatedRow:
    """A stated count as it is kept."""
    sought = Sought(counting.stated)
    body = msgspec.msgpack.encode(counting)
    return StatedRow(
        counting.report_id,
        counting.number,
        sought.bounded,
        sought.country,
        sought.window,
        scope_key(counting.stated),
        tally_of(counting).verdict,
        body,
    )


def counting_in(row: StatedRow) -> Counting:
    """A stated count that was kept."""
    return _countings.decode(row.counting)
