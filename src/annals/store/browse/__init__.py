"""What pages ask of a ledger: lists, facets, search, map, time, actors, reports, runs and the review queue."""

from annals.store.browse.browse import Browse
from annals.store.browse.query import FACETS, NONE, Query, Sort
from annals.store.browse.series import Step

__all__ = ["FACETS", "NONE", "Browse", "Query", "Sort", "Step"]
