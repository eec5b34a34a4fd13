"""What a derivation of everything left behind, stored."""

from collections.abc import Iterator

from annals.growing.counted import counted_row, stated_row
from annals.link.blocks import block_keys, rank
from annals.link.profile import Profile
from annals.model.traces import Rank
from annals.pipeline import Traced
from annals.reconcile.census import counted_of
from annals.store.growth import Growth


def leave(traced: Traced, ledger: Growth) -> None:
    """Store it in place of what was left behind before."""
    copies, mentions, counts = ledger.copies, ledger.mentions(Profile), ledger.counts
    for kept in (copies, mentions, counts):
        kept.clear()
    copies.add_all_marked(traced.compared.marked)
    copies.put_ties(traced.compared.tied)
    mentions.put_profiles(traced.linked.profiles)
    mentions.enter_all(sorted(_places(traced)))
    mentions.put_all_weighed(traced.linked.weighed)
    found = (counted_of(incident) for incident in traced.reconciled.incidents)
    counts.add_incidents(counted_row(counted) for counted in found if counted is not None)
    counts.add_stated(stated_row(counting) for counting in traced.reconciled.countings)


def _places(traced: Traced) -> Iterator[tuple[int, Rank]]:
    for profile in traced.linked.profiles:
        place = rank(profile)
        for block in block_keys(profile):
            yield block, place
