"""Reconcile: one record of each cluster, one named rule a field, support and dissent kept."""

from annals.reconcile.explain import Explanation, explain, rules_of
from annals.reconcile.record import Reconciled, draft, incident_id, reconcile, reconciled
from annals.reconcile.redraw import redraw

__all__ = [
    "Explanation",
    "Reconciled",
    "draft",
    "explain",
    "incident_id",
    "reconcile",
    "reconciled",
    "redraw",
    "rules_of",
]
